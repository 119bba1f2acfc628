"""What speaks for and against a draft's being an event: the features of a logistic model that decides.

Its weights are learned by `training/events.py` from annotated articles; they ship as extract/data/events.json.
"""

from collections.abc import Sequence

from saksi.extract.draft import Draft
from saksi.extract.logistic import logit


def features(draft: Draft, rivals: Sequence[Draft]) -> dict[str, float]:
    """What is known of a draft, by name; rivals are the other drafts of its article."""
    candidate, roles = draft.candidate, draft.roles
    entry = candidate.entry
    found = {
        "bias": 1.0,
        "heard": logit(candidate.heard),
        "rival": logit(candidate.rival),
        "frame": float(entry is not None),
        "frame.firm": float(entry is not None and not entry.weak),
        "frame.deaf": float(entry is not None and candidate.heard == 0),
        "frame.firm.deaf": float(entry is not None and not entry.weak and candidate.heard == 0),
        f"build.{candidate.build}": 1.0,
        f"type.{candidate.type}": 1.0,
        f"type.{candidate.type}.frame": float(entry is not None),
        "actor": float(bool(roles.actors)),
        "recipient": float(bool(roles.recipients)),
        "sides.both": float((bool(roles.actors) and bool(roles.recipients)) or len(roles.actors) > 1),
        "sides.none": float(not roles.actors and not roles.recipients),
        "roles.score": sum(min(f.score, 1.5) for f in (*roles.actors[:1], *roles.recipients[:1])),
        "unreal": float(draft.unreal),
        "quoted": float(draft.quoted),
        "verbal": float(draft.tree.tokens[candidate.token].upos == "VERB"),
        f"status.{draft.verdict.status}": 1.0,
        "dated": float(draft.time is not None),
        "placed": float(draft.place is not None),
        "lead": float(candidate.sentence <= 1),
        "depth": candidate.sentence / max(draft.sentences, 1),
    }
    return found | _beside(draft, rivals)


def _beside(draft: Draft, rivals: Sequence[Draft]) -> dict[str, float]:
    """How the draft stands to the others: a louder one at its words, in its sentence, or earlier of its type."""
    own = draft.candidate
    here = [r.candidate for r in rivals if r is not draft and r.candidate.sentence == own.sentence]
    at = [c for c in here if c.span.overlaps(own.span)]
    same = [c for c in here if c.type == own.type]
    before = [r for r in rivals if r.candidate.type == own.type and r.candidate.sentence < own.sentence]
    earlier = [r for r in before if share_side(r, draft)]
    return {
        "louder.at": float(any(c.heard > own.heard for c in at)),
        "framed.at": float(own.entry is None and any(c.entry is not None for c in at)),
        "louder.same": float(any(c.heard > own.heard for c in same)),
        "second.same": float(any(c.first < own.first for c in same)),
        "earlier": min(len(earlier), 3) / 3,
    }


def share_side(one: Draft, other: Draft) -> bool:
    """Whether the two have a side in common, so that they may tell of one act."""
    left = {a for f in (*one.roles.actors, *one.roles.recipients) for a in f.mention.actors}
    return any(a in left for f in (*other.roles.actors, *other.roles.recipients) for a in f.mention.actors)
