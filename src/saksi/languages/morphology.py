"""Word forms by rule: the active, passive and agentless forms of a stem, and the stem of a form."""

from collections.abc import Iterator

from saksi.languages.shape import Morphology

_VOWELS = frozenset("aeiou")


def active_forms(stem: str, rules: Morphology) -> Iterator[str]:
    """The forms with the nasal prefix; of a phrase, its first word takes the prefix."""
    word, _, rest = stem.partition(" ")
    tail = f" {rest}" if rest else ""
    for rule in rules.nasal:
        if word.startswith(tuple(rule.initials)):
            yield rule.prefix + (word[1:] if rule.drops else word) + tail
    if sum(letter in _VOWELS for letter in word) == 1:
        yield rules.monosyllable + word + tail


def passive_forms(stem: str, rules: Morphology) -> Iterator[str]:
    """The forms whose subject undergoes the act."""
    for prefix in rules.passive:
        yield prefix + stem


def agentless_forms(stem: str, rules: Morphology) -> Iterator[str]:
    """The forms that tell of the act's result without an agent."""
    for prefix in rules.agentless:
        yield prefix + stem


def plain(word: str, rules: Morphology) -> str:
    """The word in lower case, a doubled noun made single ("serangan-serangan"), without clitics ("serangannya")."""
    word = word.lower()
    left, dash, right = word.partition("-")
    if (dash and left and right.startswith(left[-4:])) or (dash and left and right == left):
        word = left
    for clitic in rules.clitics:
        if len(word) > len(clitic) + 3 and word.endswith(clitic):
            return word[: -len(clitic)].rstrip("-")
    return word
