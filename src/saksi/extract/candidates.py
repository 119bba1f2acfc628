"""Where an event may be told: the words that the frame lexicon knows or that the model hears as a trigger."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from saksi.extract.frames import NOUNS, Build, Entry, FrameLexicon, Match, frame_lexicon
from saksi.extract.tree import Tree
from saksi.languages.loader import load
from saksi.languages.shape import Morphology, RoleMarks
from saksi.model.codes import MUTUAL, EventType, Status
from saksi.model.span import Span
from saksi.model.syntax import Argument, Sentence, Token, Trigger

_NOMINAL = frozenset({"NOUN", "PROPN"})
_DEEDS = frozenset({Build.ACTIVE, Build.PASSIVE, Build.UNDERGOER})
_VERBAL = frozenset({"VERB", "AUX"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase that may tell of an event of one type. first..last: its tokens; token: its head word.

    entry: the lexicon's entry, None where only the model hears the event. heard: the model's probability for the type;
    rival: its highest probability for any other type at the same words. mutual: whether all sides of it are actors.
    """

    sentence: int
    first: int
    last: int
    token: int
    type: EventType
    span: Span
    build: Build
    entry: Entry | None
    heard: float
    rival: float
    status: tuple[tuple[Status, float], ...] = ()
    arguments: tuple[Argument, ...] = ()
    mutual: bool = False

    @property
    def clash(self) -> bool:
        """Whether the sides do the act to each other rather than together."""
        return self.mutual and self.type not in MUTUAL

    @property
    def rule(self) -> str:
        """What made the candidate: the frame's lexeme, the model's head, or both."""
        frame = f"frame:{self.entry.lexeme}" if self.entry else ""
        head = f"head:{self.heard:.2f}" if self.heard > 0 else ""
        return "+".join(part for part in (frame, head) if part)


def find_candidates(triggers: Iterable[Trigger], trees: Sequence[Tree], language: str) -> list[Candidate]:
    """All candidates of an article in the order of the text; one for each type that a phrase may tell of.

    triggers: what the model hears; trees: of all sentences, in order.
    """
    lexicon, morphology = frame_lexicon(language), load(language, "morphology", Morphology)
    marks = load(language, "roles", RoleMarks)
    heard: dict[int, list[Trigger]] = {}
    for trigger in triggers:
        heard.setdefault(trigger.sentence, []).append(trigger)
    found: list[Candidate] = []
    for index, tree in enumerate(trees):
        matches = lexicon.find(tree.tokens)
        if matches or index in heard:
            played = lexicon.played(tree.tokens)
            here = _in_sentence(index, tree, matches, heard.get(index, []), morphology)
            told = (c for c in here if c.type not in played and not _by_nobody(c, tree, lexicon, marks))
            found.extend(replace(c, mutual=_is_mutual(c, tree, lexicon, marks.between)) for c in told)
    return sorted(found, key=lambda c: (c.sentence, c.first))


def _is_mutual(candidate: Candidate, tree: Tree, lexicon: FrameLexicon, between: Collection[str]) -> bool:
    """Whether all sides of the act are actors, by its words and by whether a phrase with "between" names them."""
    inside = range(candidate.first, candidate.last + 1)
    apart = any(tree.case(child) in between for word in inside for child in tree.children[word])
    return lexicon.is_mutual(candidate.type, [tree.tokens[word] for word in inside], apart)


def _by_nobody(candidate: Candidate, tree: Tree, lexicon: FrameLexicon, marks: RoleMarks) -> bool:
    """Whether the act is nature's, a sickness's or a player's, by the word itself or its subject."""
    above = tree.tokens[candidate.token].head
    if candidate.build in NOUNS and above >= 0 and lexicon.plain(tree.tokens[above].text) in marks.befallen:
        return False  # "pemain kriket tewas dalam serangan udara"
    subject = tree.subject(candidate.token)
    if subject is None or subject > candidate.token:  # after its verb it is more likely the object: look for what opens
        subject = next((i for i in range(candidate.first) if tree.tokens[i].upos in _NOMINAL), None)
    words = [candidate.token] if subject is None else [candidate.token, subject]
    return any(lexicon.is_nobody(candidate.type, tree.tokens[word].text) for word in words)


def _in_sentence(
    index: int, tree: Tree, matches: list[Match], triggers: list[Trigger], morphology: Morphology
) -> list[Candidate]:
    sentence, found = tree.sentence, []
    taken: set[tuple[int, EventType]] = set()
    for match in matches:
        inside = [t for t in triggers if match.covers(t.token)]
        types = _spoken_for(match, matches, inside)
        best = max(inside, key=lambda t: _heard(t, types), default=None)
        taken.update((t.token, type_) for t in inside for type_ in types)
        if match.entry.build is Build.NEVER or any(_says_more(other, match) for other in matches):
            continue
        head = _head(tree, match.first, match.last)
        span = Span(sentence.tokens[match.first].start, sentence.tokens[match.last].end)
        found.append(
            _candidate(index, (match.first, match.last, head), types, span, match.entry.build, match.entry, best)
        )
    for trigger in triggers:
        build = _guess(sentence.tokens[trigger.token], morphology)
        for type_, _ in trigger.types:
            if (trigger.token, type_) not in taken:
                where = _tokens_of(sentence, trigger)
                found.append(_candidate(index, (*where, trigger.token), (type_,), trigger.span, build, None, trigger))
    return found


def _spoken_for(match: Match, matches: list[Match], inside: list[Trigger]) -> tuple[EventType, ...]:
    """The types that a match decides over: its own, those of parts of it, and, for a verb that means one type only and
    is heard to tell of it or is a phrase that says outright what was done, whatever else is heard there."""
    entry = match.entry
    types = dict.fromkeys((entry.type, *(other.entry.type for other in matches if _says_more(match, other))))
    rivals = (m for m in matches if m.entry.type not in types and m.first <= match.last and match.first <= m.last)
    if not entry.weak and entry.build in _DEEDS and not any(rivals):
        heard_too = (trigger for trigger in inside if entry.outright or entry.type in dict(trigger.types))
        types.update(dict.fromkeys(type_ for trigger in heard_too for type_, _ in trigger.types))
    if entry.type is EventType.ASSAULT:
        types.pop(EventType.ACCUSE, None)  # people are attacked in words too
    return tuple(types)


def _says_more(one: Match, other: Match) -> bool:
    """Whether a phrase decides what a part of it would tell alone: "kesepakatan gencatan senjata" is no ceasefire."""
    wider = one.entry.width > other.entry.width and one.first <= other.first and other.last <= one.last
    return wider and one.entry.type != other.entry.type and Build.NEVER not in (one.entry.build, other.entry.build)


def _heard(trigger: Trigger, types: Collection[EventType]) -> float:
    return max((odds for type_, odds in trigger.types if type_ in types), default=0.0)


def _candidate(
    sentence: int,
    where: tuple[int, int, int],
    types: Sequence[EventType],
    span: Span,
    build: Build,
    entry: Entry | None,
    trigger: Trigger | None,
) -> Candidate:
    """A candidate of the first of the types, which speaks for the others too."""
    return Candidate(
        sentence,
        *where,
        types[0],
        span,
        build,
        entry,
        heard=_heard(trigger, types) if trigger else 0.0,
        rival=_heard(trigger, [type_ for type_ in EventType if type_ is not types[0]]) if trigger else 0.0,
        status=trigger.status if trigger else (),
        arguments=trigger.arguments if trigger else (),
    )


def _head(tree: Tree, first: int, last: int) -> int:
    """The word of a phrase that governs the others: the first whose own governor lies outside."""
    for i in range(first, last + 1):
        if not first <= tree.tokens[i].head <= last:
            return i
    return first


def _tokens_of(sentence: Sentence, trigger: Trigger) -> tuple[int, int]:
    inside = [
        i for i, t in enumerate(sentence.tokens) if t.start < trigger.span.end and trigger.span.start < t.end
    ] or [trigger.token]
    return inside[0], inside[-1]


def _guess(token: Token, morphology: Morphology) -> Build:
    """How a word that no frame knows fills its roles, by its shape."""
    word = token.text.lower()
    if token.upos in _VERBAL:
        if word.startswith(tuple(morphology.passive_prefixes)):
            return Build.PASSIVE
        return Build.ACTIVE if word.startswith(morphology.active_prefixes[0]) else Build.INTRANSITIVE
    return Build.NOUN_BY
