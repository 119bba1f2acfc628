"""On whose word an event or a figure stands: the speaker of the statement that tells of it."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from saksi.extract.counters import counting
from saksi.languages.loader import load
from saksi.languages.shape import Speech
from saksi.model.actor import Actor
from saksi.model.claim import Event, Figure, Statement
from saksi.model.codes import SPOKEN, EventType, Sector, Status
from saksi.model.mention import Reading
from saksi.model.span import Evidence, Span
from saksi.model.syntax import Token

_SPEECH = SPOKEN - {EventType.CONCEDE, EventType.SUPPORT}
"""Types that are acts of speech: who does them does not also claim them."""
_SPOKEN_AS = frozenset({Status.ACTUAL, Status.FUTURE})
"""Status of an act that is done by speaking: "kami tidak akan mundur" looks ahead and refuses here and now."""
_APART = frozenset(
    {
        Sector.REB,
        Sector.UAF,
        Sector.PRM,
        Sector.CRM,
        Sector.CVL,
        Sector.OPP,
        Sector.PTY,
        Sector.MED,
        Sector.JRN,
        Sector.NGO,
    }
)
"""Sectors whose members do not speak for their country."""

_DEEDS = frozenset({EventType.ASSAULT})
"""Types of deeds that stand on the word of their doer where he owns up to what the article told of before."""
_MENTIONING = frozenset({"obj", "compound"})
"""Relations in which a noun mentions a known thing: "mengecam serangan itu"."""
_CLOSING = frozenset({"PUNCT", "PRON", "SCONJ"})
"""Classes of words behind which another clause stands."""
_REACHED = frozenset({"nmod", "acl"})
"""Relations in which an agreement is one reached before: "isi perjanjian itu", "gencatan senjata yang disepakati"."""


def assign_claimants(
    reading: Reading, statements: Sequence[Statement], events: Sequence[Event], figures: Sequence[Figure]
) -> tuple[tuple[Event, ...], tuple[Figure, ...]]:
    """The events and figures with their claimants, and under words["claimants"] the words that name these.

    Claimants stay empty where the article tells a thing in its own voice, or where the thing is the speaker's own act
    of speech (a demand, a promise, an accusation, a refusal, a threat).
    """
    speech = load(reading.article.document.language or "id", "speech", Speech)
    lead = reading.article.document.text.find("\n")
    return (
        tuple(_claimed_event(event, statements, _mentions(event, reading, speech), lead) for event in events),
        tuple(_claimed_figure(figure, statements, reading, speech.tallying) for figure in figures),
    )


def _mentions(event: Event, reading: Reading, speech: Speech) -> bool:
    """Whether the words of an event only mention it as a known thing: "mengecam serangan itu", "setelah pertemuan"."""
    at = _place_of(event.words.get("trigger"), event.evidence).start
    sentences = reading.parse.sentences
    number = bisect_right(sentences, at, key=lambda sentence: sentence.start) - 1
    tokens = sentences[number].tokens if number >= 0 else ()
    index = bisect_right(tokens, at, key=lambda token: token.start) - 1
    if index < 0 or event.status is not Status.ACTUAL:
        return False
    if event.type is EventType.AGREE and tokens[index].deprel in _REACHED:
        return True
    if tokens[index].upos != "NOUN":
        return False
    cases = {token.text.lower() for token in tokens if token.head == index and token.deprel in ("case", "mark")}
    if tokens[index].deprel in _MENTIONING:
        return not _opens_report(tokens, index, speech)
    return tokens[index].deprel == "obl" and not cases.isdisjoint(speech.timing)


def _opens_report(tokens: Sequence[Token], index: int, speech: Speech) -> bool:
    """Whether a noun is the subject of what is reported rather than the object of the word that reports it:
    "menyatakan serangan itu menewaskan 18 orang"."""
    clause = takewhile(lambda token: token.upos not in _CLOSING, tokens[index + 1 :])
    verb = any(token.upos == "VERB" for token in clause)
    return verb and tokens[tokens[index].head].text.lower() in speech.say


def _claimed_event(event: Event, statements: Sequence[Statement], mentioned: bool, lead: int) -> Event:
    source = _teller(event, statements, mentioned, lead)
    if source is None or source.speaker is None or _own_speech(event, source):
        return replace(event, claimants=())
    return replace(event, claimants=(source.speaker,), words={**event.words, "claimants": _naming(source)})


def _teller(event: Event, statements: Sequence[Statement], mentioned: bool, lead: int) -> Statement | None:
    """The statement that tells of an event, None where the article does so in its own voice.

    mentioned: its words only mention it. lead: where the first paragraph ends, which sums up in its own voice.
    """
    first, *later = (part.span for part in event.evidence)
    at = _place_of(event.words.get("trigger"), event.evidence)
    if _told_outright(event, statements):
        told = [_told_in(part, statements) for part in later] if event.type in _DEEDS and first.start > lead else []
        return next((one for one in told if one is not None and _does(one.speaker, event)), None)
    if mentioned:
        return None if first.covers(at) else _told_in(first, statements)
    return _source(at, statements)


def _told_in(part: Span, statements: Sequence[Statement]) -> Statement | None:
    """The statement that takes up the most of a stretch of text, None where nobody speaks in it."""
    shares = [
        (min(part.end, one.end) - max(part.start, one.start), -n)
        for n, statement in enumerate(statements)
        for one in statement.evidence
        if one.span.overlaps(part)
    ]
    return statements[-max(shares)[1]] if shares else None


def _claimed_figure(
    figure: Figure, statements: Sequence[Statement], reading: Reading, tallying: frozenset[str]
) -> Figure:
    at = _place_of(figure.words.get("low"), figure.evidence)
    source = _source(at, statements) or _tallied(at, statements, reading, tallying)
    if source is None or source.speaker is None:
        counter = counting(reading, at)
        claimants = counter.actors[:1] if counter else ()
        naming = {"claimants": (Evidence.of(reading.article.document.text, counter.span),)} if counter else {}
        return replace(figure, claimants=claimants, words={**figure.words, **naming})
    return replace(figure, claimants=(source.speaker,), words={**figure.words, "claimants": _naming(source)})


def _tallied(at: Span, statements: Sequence[Statement], reading: Reading, words: frozenset[str]) -> Statement | None:
    """Who counted in the sentence before, where this one goes on with his count in the same paragraph."""
    sentences = reading.parse.sentences
    number = bisect_right(sentences, at.start, key=lambda sentence: sentence.start) - 1
    if number < 1 or words.isdisjoint(token.text.lower() for token in sentences[number].tokens):
        return None
    before = sentences[number - 1]
    apart = "\n" in reading.article.document.text[before.start : at.start]
    counts = any(token.upos == "NUM" for token in before.tokens)
    return _told_in(Span(before.start, before.end), statements) if counts and not apart else None


def _place_of(exact: Sequence[Evidence] | None, evidence: Sequence[Evidence]) -> Span:
    return (exact or evidence)[0].span


def _source(at: Span, statements: Sequence[Statement]) -> Statement | None:
    """The statement that tells of what stands here: where one lies inside another, the inner one."""
    telling = [(size, n) for n, one in enumerate(statements) if (size := _telling(one, at)) is not None]
    return statements[min(telling)[1]] if telling else None


def _telling(statement: Statement, at: Span) -> int | None:
    """The length of the part of a statement that holds the place, None where it does not say it.

    What stands before the word of saying in the same stretch is the speaker and what is told of him, not his words.
    """
    cue = statement.words.get("cue")
    for part in statement.evidence:
        if part.start <= at.start < part.end:
            before = cue is not None and part.span.covers(cue[0].span) and at.start < cue[0].end
            return None if before else part.end - part.start
    return None


def _told_outright(event: Event, statements: Sequence[Statement]) -> bool:
    """Whether the article first tells of the event in its own voice, and only later lets somebody speak of it."""
    parts = [part.span for statement in statements for part in statement.evidence]
    return len(event.evidence) > 1 and not any(event.evidence[0].span.overlaps(part) for part in parts)


def _own_speech(event: Event, source: Statement) -> bool:
    """Whether the event is what the speaker does by speaking; a demand that he denies, or says that somebody else will
    make ("pejabat mengatakan Erdogan akan menekan Putin"), he claims as any other deed."""
    name = source.speaker.name if source.speaker else None
    others = event.status is Status.FUTURE and all(actor.name not in (None, name) for actor in event.actors)
    demand = event.type in _SPEECH and event.status in _SPOKEN_AS and not others
    promise = event.type is EventType.AGREE and len(event.actors) + len(event.recipients) == 1
    return (demand or promise) and _does(source.speaker, event)


def _does(speaker: Actor | None, event: Event) -> bool:
    """Whether an event is the deed of a speaker's side."""
    return speaker is not None and any(one_side(speaker, actor) for actor in event.actors)


def one_side(one: Actor, other: Actor) -> bool:
    """Whether two actors are the same, or speak for the same state or body."""
    names = {n for n in (one.name, one.organisation) if n} & {n for n in (other.name, other.organisation) if n}
    if names:
        return True
    if one.country is None or one.country != other.country:
        return one.country is None and other.country is None and one == other
    return (one.sector in _APART) == (other.sector in _APART)


def _naming(source: Statement) -> tuple[Evidence, ...]:
    return source.words.get("speaker") or source.words.get("cue") or source.evidence[:1]
