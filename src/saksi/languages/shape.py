"""What a language must answer: one frozen shape for each file of its folder.

Every shape lists the keys of its file; a key without a default must be there, an unknown key is an error. Words are
written as they stand in a text; those that are matched without regard to case are written in lower case.
"""

import msgspec


class Shape(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The base of all shapes: frozen, every key known, no positional fields."""
