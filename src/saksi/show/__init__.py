"""Show: readers of records, for people."""
