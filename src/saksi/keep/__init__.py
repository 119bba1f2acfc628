"""The store: claims as they were read, judgements beside them, history. The only SQL of the project."""
