"""A word of saying: who speaks, what was said, and how sure it is to tell whose words they are."""

from dataclasses import dataclass
from enum import IntEnum

from saksi.extract.statements_line import Range


class Strength(IntEnum):
    """How sure a word is to tell whose words they are; of two that vie for the same words the stronger wins.

    CLOSING names a whole report ("demikian isi pernyataan itu"), ACT is an act of speech that tells little of what was
    said ("mendesak"), SIGNED names who reports it ("demikian X"), WEAK tells of deeds and thoughts too, SOURCE gives a
    source ("menurut X").
    """

    CLOSING = 0
    ACT = 1
    SIGNED = 2
    WEAK = 3
    SOURCE = 4
    SURE = 5


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of saying. speaker: where its speaker is named, None where it means the one who spoke last.

    subject: the speaker stands before the cue, somewhere in the range, as its subject. content: what was said.
    follows: what was said stands before the cue. joined: the verb goes on with the subject of the one before.
    relative: the cue stands in a relative clause. against: its clause is set against what was said before.
    back: the sentence only points to the one before it, where the words stand ("Hal itu dikatakan X").
    """

    first: int
    last: int
    speaker: Range | None
    content: tuple[Range, ...]
    subject: bool = False
    follows: bool = False
    joined: bool = False
    back: bool = False
    relative: bool = False
    against: bool = False
    strength: Strength = Strength.SURE
