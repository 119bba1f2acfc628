"""A statement in the making: its words as they are gathered, and the statement that they make in the end."""

from dataclasses import dataclass

from saksi.model.actor import Actor
from saksi.model.claim import Statement, Words
from saksi.model.codes import Voice
from saksi.model.mention import ActorMention
from saksi.model.span import Evidence, Span


@dataclass(slots=True)
class SpokenDraft:
    """A statement in the making."""

    sentence: int
    speaker: Actor | None
    who: ActorMention | None
    cue: Span | None
    content: list[Span]
    rule: str
    follows: bool
    via: tuple[ActorMention, ...] = ()
    quoted: bool = False
    personal: bool = False


def statement_of(name: str, draft: SpokenDraft, text: str) -> Statement:
    """The statement of a draft that holds words."""
    words: Words = {}
    if draft.who is not None:
        words["speaker"] = (Evidence.of(text, draft.who.span),)
    if draft.cue is not None:
        words["cue"] = (Evidence.of(text, draft.cue),)
    if draft.via:
        words["via"] = tuple(Evidence.of(text, m.span) for m in draft.via)
    names = tuple(dict.fromkeys(m.actors[0].name or m.span.within(text) for m in draft.via))
    voice = Voice.DIRECT if draft.quoted or draft.personal else Voice.INDIRECT
    evidence = tuple(Evidence.of(text, span) for span in _merged(draft.content))
    return Statement(name, draft.speaker, voice, evidence, draft.rule, names, words)


def _merged(spans: list[Span]) -> list[Span]:
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end + 3:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out
