"""Characters that no reader sees are taken out before anything is counted: offsets are of the text that is left."""

import re
import unicodedata

_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_BREAK = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_SPACE = re.compile("[ \t\x1f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")


def tidy(text: str) -> str:
    """The text in NFC with plain spaces and line feeds, without control, direction and zero-width characters."""
    text = _BREAK.sub("\n", text)
    text = _CONTROL.sub("", _INVISIBLE.sub("", text))
    return _SPACE.sub(" ", unicodedata.normalize("NFC", text))


def paragraphs(text: str) -> list[str]:
    """The lines of a tidied text, empty ones left out; text wrapped at a fixed width is joined again."""
    blocks = [[line.strip() for line in block.split("\n") if line.strip()] for block in re.split(r"\n\s*\n", text)]
    blocks = [block for block in blocks if block]
    if _wrapped(blocks):
        return [" ".join(block) for block in blocks]
    return [line for block in blocks for line in block]


def _wrapped(blocks: list[list[str]]) -> bool:
    """Whether lines were broken for width: in most of several-line blocks, inner lines end without a full stop."""
    inner = [line for block in blocks for line in block[:-1]]
    if len(blocks) < 2 or len(inner) < 3:
        return False
    long = [len(line) for line in inner]
    even = max(long) <= 100 and sum(length >= 45 for length in long) >= 0.85 * len(long)
    stops = sum(line.endswith((".", "!", "?", '"', "”", ":")) for line in inner)
    return even and stops <= 0.25 * len(inner)
