"""The reading room: the record in the browser. It reads the store's view and never a stage."""
