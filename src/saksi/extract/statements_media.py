"""Media that only pass on what another one says in the same sentence: "..., kata X, lapor AFP"."""

from dataclasses import replace
from itertools import pairwise

from saksi.extract.statements_cue import Cue, Strength
from saksi.extract.statements_line import Line
from saksi.extract.statements_speaker import Speakers
from saksi.extract.tree import Tree
from saksi.model.mention import ActorMention


def passing(
    line: Line, cues: tuple[Cue, ...], speakers: Speakers, tree: Tree
) -> tuple[tuple[Cue, ...], dict[int, ActorMention]]:
    """The cues of a sentence, those of media weaker than another's, and these media by the first token of their cue.

    Without the cue of a medium that reports nothing but that another one speaks: "AFP melaporkan bahwa X membenarkan".
    """
    if len(cues) < 2:
        return cues, {}
    named = ((cue, speakers.named(line, cue, tree)) for cue in cues if not cue.joined)
    media = {cue.first: who for cue, who in named if who is not None and speakers.is_medium(line, who)}
    ranked = [_weakened(cue) if cue.first in media else cue for cue in cues]
    frames = {one.first for one, other in pairwise(ranked) if _frames(line, one, other, media)}
    return tuple(cue for cue in ranked if cue.first not in frames), media


def _weakened(cue: Cue) -> Cue:
    return replace(cue, strength=min(cue.strength, Strength.SIGNED))


def _frames(line: Line, one: Cue, other: Cue, media: dict[int, ActorMention]) -> bool:
    """Whether what a medium says is that another one speaks, no verb between the two."""
    if one.first not in media or other.first in media or one.follows or not one.content:
        return False
    own = other.subject and not other.joined and not other.relative and other.strength >= Strength.WEAK
    return own and not any(token.upos == "VERB" for token in line.tokens[one.content[0][0] : other.first])
