"""The tree of errors that a user can meet. Each message names the place and the remedy."""


class SaksiError(Exception):
    """Any error that saksi raises on purpose: shown as one line, never as a traceback."""


class InputError(SaksiError):
    """An input cannot be read. place: file, with line where there is one."""

    def __init__(self, place: str, problem: str, remedy: str) -> None:
        super().__init__(f"{place}: {problem}; {remedy}")
        self.place = place
        self.problem = problem
        self.remedy = remedy

    def __reduce__(self) -> tuple[type["InputError"], tuple[str, str, str]]:
        """Worker processes send it back whole, not as its one line."""
        return type(self), (self.place, self.problem, self.remedy)


class SkipError(InputError):
    """Something is passed over by name, without blame: an article in another language, a file of another kind."""


class OutputError(SaksiError):
    """A result cannot be written."""


class ModelError(SaksiError):
    """A shipped model or data file is missing or broken."""
