"""saksi reads news about conflict and diplomacy and keeps the record: what happened, who says so, in which words."""

__version__ = "0.1.0"
