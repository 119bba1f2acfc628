"""Spans of text and the evidence made of them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters [start, end) in an article's text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def within(self, text: str) -> str:
        """The characters of the text that the span covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """A span with the words it covers, so that a record can be checked without its article."""

    start: int
    end: int
    text: str

    @classmethod
    def of(cls, text: str, span: Span) -> "Evidence":
        """The evidence that a span of the article's text makes."""
        return cls(span.start, span.end, span.within(text))

    @property
    def span(self) -> Span:
        """The range that the words cover."""
        return Span(self.start, self.end)
