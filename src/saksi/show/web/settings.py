"""How the reading room is opened: one frozen object, made by the command line."""

from dataclasses import dataclass

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
PAGES_MIB = 8
"""Room for pages that a process has made, where nothing else is said."""


@dataclass(frozen=True, slots=True)
class RoomSettings:
    """store: file or address; name: who sits at this machine; secure: cookies over HTTPS only.

    open: no sign-in is asked, which is only for the loopback address; pages_mib: room for pages that were made.
    """

    store: str
    name: str = "local"
    open: bool = True
    secure: bool = False
    hosts: tuple[str, ...] = ("127.0.0.1", "localhost", "[::1]", "testserver")
    """Names under which an open room answers: a page of another site cannot reach it by a name of its own."""
    pages_mib: int = PAGES_MIB
