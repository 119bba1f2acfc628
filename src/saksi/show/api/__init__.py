"""The programming interface: the same lists as the pages, as JSON, CSV and JSON Lines."""
