"""Who claims an attack that the article tells of before: "Bom meledak di X. JNIM mengaku bertanggung jawab"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from saksi.extract.cast import Cast
from saksi.extract.draft import Draft
from saksi.extract.fillers import Filler
from saksi.extract.tree import Tree
from saksi.extract.zones import Grammar
from saksi.model.codes import EventType, Sector, Status
from saksi.model.mention import ActorMention, Reading

_CLAIMING = frozenset({Sector.REB, Sector.PRM, Sector.UAF, Sector.CRM, Sector.PTY})
_BACK = 2
"""Sentences before a claim among which the attack may stand."""
_SCORE = 0.5


def with_owners(drafts: Sequence[Draft], reading: Reading, rules: Grammar) -> list[Draft]:
    """The drafts of an article in the order of its text; the latest attack by nobody known is theirs who claim it, and
    say of no other that they did it."""
    out, claims = list(drafts), list(_claims(reading, rules))
    for owner in claims:
        for number, draft in reversed([*enumerate(out)]):
            if _is_nobodys(draft, owner):
                by = (Filler(owner, _SCORE, "claimed"),)
                out[number] = replace(draft, roles=replace(draft.roles, actors=by))
                break
    return out


def _is_nobodys(draft: Draft, owner: ActorMention) -> bool:
    own, roles = draft.candidate, draft.roles
    near = owner.sentence - _BACK <= own.sentence <= owner.sentence
    attack = own.type is EventType.ASSAULT and not own.mutual and draft.verdict.status is Status.ACTUAL
    victims = {actor for filler in roles.recipients for actor in filler.mention.actors}
    return near and attack and not roles.actors and victims.isdisjoint(owner.actors)


def _claims(reading: Reading, rules: Grammar) -> Iterator[ActorMention]:
    """The named armed groups that own up to something without a word of what it is."""
    cast, marks = Cast(reading.actors), rules.marks
    for number, sentence in enumerate(reading.parse.sentences):
        tree = Tree(sentence)
        words = [token.text.lower() for token in sentence.tokens]
        for at in range(len(words)):
            phrase = next(
                (p for p in marks.owning_up if tuple(words[at : at + len(p.split())]) == tuple(p.split())), ""
            )
            behind = at + len(phrase.split())
            if not phrase or (behind < len(words) and sentence.tokens[behind].upos not in ("PUNCT", "CCONJ")):
                continue
            subject = tree.subject(at, marks.relative)
            told = cast.at(tree, number, subject) if subject is not None else ()
            denied = any(words[i] in marks.needless for i in tree.children[at])
            yield from (m for m in told if not denied and m.actors[0].name and m.actors[0].sector in _CLAIMING)
