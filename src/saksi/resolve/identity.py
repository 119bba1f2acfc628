"""Which names mean one actor: the names that the world's data knows, and spellings that sound alike."""

from collections.abc import Mapping, Sequence
from typing import Any

from saksi.languages.forms import alike, fold, skeleton
from saksi.model.actor import Actor
from saksi.model.judgement import About, Compared, Judgement, Verdict
from saksi.resolve.joining import PROGRAM
from saksi.resolve.known import known_names
from saksi.resolve.sides import actor_key

SAME, UNSURE = 0.93, 0.86


def names_of(actor: Actor) -> tuple[str, ...]:
    """All names under which an actor is looked up, its own first."""
    if not actor.name:
        return ()
    return tuple(dict.fromkeys((actor.name, *known_names().get(fold(actor.name), ()))))


def sounds(actor: Actor) -> list[str]:
    """The sounds under which other spellings of the name, or a shorter form of it, may be in the store."""
    if not actor.name:
        return []
    words = skeleton(actor.name).split()
    found = [" ".join(words)]
    if len(words) > 1:
        found += [words[-1], f"{words[0]} {words[-1]}", " ".join(words[1:])]
    return list(dict.fromkeys(found))


def same_actor(actor: Actor, others: Sequence[Mapping[str, Any]]) -> Judgement | None:
    """The judgement that a new actor is one that the store knows by another spelling; None where nothing is near.

    others: actor (id), name, country, sector, merged_into of actors that share a sound.
    """
    key = actor_key(actor)
    near = [
        (_score(actor, other), str(other["merged_into"] or other["actor"]), str(other["name"]))
        for other in others
        if other["actor"] != key and other["merged_into"] != key
    ]
    best = sorted((row for row in near if row[0] >= UNSURE), reverse=True)
    if not best:
        return None
    score, target, name = best[0]
    rivals = {row[1] for row in best if row[0] >= SAME}
    verdict = Verdict.SAME if score >= SAME and len(rivals) == 1 and target != key else Verdict.UNSURE
    values = (Compared("name", actor.name, name, round(score, 3)),)
    return Judgement(About.ACTOR, key, target, verdict, PROGRAM, round(score, 3), values)


def _score(actor: Actor, other: Mapping[str, Any]) -> float:
    if actor.country and other["country"] and actor.country != other["country"]:
        return 0.0
    if {actor.sector, other["sector"]} & {"MED", "BUS"} and actor.sector != other["sector"]:
        return 0.0
    one, two = fold(actor.name or ""), fold(str(other["name"]))
    score = alike(one, two)
    return max(score, _shorter(one, two) if actor.country and actor.country == other["country"] else 0.0)


def _shorter(one: str, two: str) -> float:
    """0.94 where one name is the other without a part in front or in the middle ("Tayyip Erdogan")."""
    short, long = sorted((skeleton(one).split(), skeleton(two).split()), key=len)
    whole = len(short) >= 2 and short[-1:] == long[-1:] and all(word in long for word in short)
    return 0.94 if whole and len(short) < len(long) else 0.0
