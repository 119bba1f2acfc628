"""What speaks for and against a mention's filling a role: the features of a logistic model that decides.

Its weights are learned by `training/roles.py` from annotated articles; they ship as extract/data/roles.json.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from saksi.extract.candidates import Candidate
from saksi.extract.cast import Cast
from saksi.extract.frames import NOUNS
from saksi.extract.tree import Tree
from saksi.extract.zones import Grammar, find_zones
from saksi.model.codes import Sector
from saksi.model.mention import PLACED, ActorMention

_FAR = 8
FORCES = frozenset({Sector.MIL, Sector.COP, Sector.REB, Sector.PRM, Sector.UAF})
"""Those who bear arms."""
_COMPLETES = frozenset({"nmod", "compound"})


@dataclass(frozen=True, slots=True)
class Seat:
    """A mention that may fill a role of a candidate, with what is known of how it stands to it, by name."""

    mention: ActorMention
    features: dict[str, float]

    @property
    def how(self) -> str:
        """The constructions and heads that speak for it."""
        return " ".join(name for name in self.features if name.startswith(("zone.", "heard.")))

    @property
    def is_force(self) -> bool:
        """Whether it means those who bear arms, and not something of theirs."""
        head = {"zone.actor.head", "zone.recipient.head"} & self.features.keys()
        return bool(head) and self.is_of_forces

    @property
    def is_of_forces(self) -> bool:
        """Whether all whom it means bear arms."""
        return _bears_arms(self.mention)

    @property
    def strikes(self) -> bool:
        """Whether a force stands right behind a noun of what it does: "serangan koalisi pimpinan X"."""
        return self.is_force and {"zone.actor.complement", "adjacent"} <= self.features.keys()


def find_seats(candidate: Candidate, trees: Sequence[Tree], cast: Cast, rules: Grammar) -> list[Seat]:
    """All mentions of the candidate's sentence, and those of others that the model hears in a role."""
    tree = trees[candidate.sentence]
    zones = _zones(candidate, tree, cast, rules)
    heard = _heard(candidate, cast)
    here = [m for m in cast.of(candidate.sentence) if not candidate.span.covers(m.span)]
    here = [m for m in here if not _is_source(m, tree, rules)]
    if candidate.build not in NOUNS:
        here = [m for m in here if not _is_agent_of_other(m, candidate, tree, rules)]
    if candidate.clash:
        here = [m for m in here if m.rule != PLACED]  # the country in which sides clash is none of them
    if candidate.build in NOUNS and tree.case(candidate.token) in rules.marks.topics:
        below = set(tree.subtree(candidate.token))
        here = [m for m in here if m.token in below]  # of what a meeting is about its parties need not be sides
    far = [m for m in heard if m.sentence != candidate.sentence]
    any_zone = bool(zones)
    partnered = any("recipient.to" in names for names in zones.values())
    armed = any(_falls(mention, zones) and _bears_arms(mention) for mention in zones)
    seats = []
    for mention in (*here, *far):
        features = {"bias": 1.0}
        for name in zones.get(mention, ()):
            features[f"zone.{name}"] = 1.0
            features[f"zone.{name}.{'noun' if candidate.build in NOUNS else 'verb'}"] = 1.0
        for role, score in heard.get(mention, {}).items():
            features[f"heard.{role}"] = score
            features[f"heard.{role}.sure"] = float(score > 0.5)
        features["zoned.other"] = float(any_zone and mention not in zones)
        features["heard.other"] = float(bool(heard) and mention not in heard)
        side = candidate.clash and (mention in zones or mention in heard)
        features["clash.side"] = float(side)  # of a clash also its partner and whom it befalls are actors
        if trees[mention.sentence].token_at(mention.span) == candidate.last + 1:
            features["adjacent"] = 1.0
        fell = side and (armed or not partnered) and _falls(mention, zones)
        features["clash.fell"] = float(fell and _stands_by(trees[mention.sentence], mention, rules))
        features["speaks"] = float(cast.speaks(mention))
        features |= _position(candidate, mention, here) | _kind(candidate, mention)
        features |= _before(trees[mention.sentence], mention)
        seats.append(Seat(mention, features))
    return seats


def _bears_arms(mention: ActorMention) -> bool:
    return all(actor.sector in FORCES for actor in mention.actors)


def _falls(mention: ActorMention, zones: Mapping[ActorMention, Sequence[str]]) -> bool:
    """Whether a mention is of those who fell "dalam" the candidate's act, a clash."""
    return "actor.within" in zones.get(mention, ())


def _is_source(mention: ActorMention, tree: Tree, rules: Grammar) -> bool:
    """Whether somebody only tells of it: "menurut X", "menurut perkiraan X"."""
    completed = tree.tokens[mention.token].deprel in _COMPLETES
    heads = (mention.token, tree.tokens[mention.token].head) if completed else (mention.token,)
    return tree.opening(mention.span) in rules.marks.sources or any(
        tree.case(head) in rules.marks.sources for head in heads
    )


def _is_agent_of_other(mention: ActorMention, candidate: Candidate, tree: Tree, rules: Grammar) -> bool:
    """Whether a mention is the agent right behind the verb above a relative clause: "warga yang diculik di X dibebaskan
    oleh Y"."""
    first = tree.token_at(mention.span)
    verb = first - 2
    if verb < 0 or tree.tokens[first - 1].text.lower() not in rules.marks.agent[:1]:
        return False
    if tree.tokens[verb].upos != "VERB" or candidate.first <= verb <= candidate.last:
        return False
    return _is_relative(candidate.token, verb, tree)


def _is_relative(lower: int, upper: int, tree: Tree) -> bool:
    """Whether a verb stands in a relative clause below another."""
    way = [lower, *tree.ancestors(lower)]
    return upper in way and any(tree.tokens[i].deprel == "acl" for i in way[: way.index(upper)])


def _zones(candidate: Candidate, tree: Tree, cast: Cast, rules: Grammar) -> dict[ActorMention, list[str]]:
    """For each mention the roles and constructions that grammar gives it: the nearest mention below a zone's heads."""
    found: dict[ActorMention, list[str]] = {}
    for zone in find_zones(candidate, tree, rules):
        for order, head in enumerate(tree.with_conjuncts(zone.token)):
            depth, mentions = _below(head, tree, candidate, cast)
            for mention in mentions:
                names = found.setdefault(mention, [])
                names.append(f"{zone.role}.{zone.construction.split()[0]}")
                names.append(f"{zone.role}.{'deep' if depth else 'head'}")
                if order:
                    names.append(f"{zone.role}.joined")
    return found


def _below(head: int, tree: Tree, candidate: Candidate, cast: Cast) -> tuple[int, Sequence[ActorMention]]:
    """The mentions nearest to a zone's head, and whether they cover the head itself (0) or a word below it (1)."""
    clause = set(tree.subtree(candidate.token))  # relative to a head above it: what it governs is not the head's
    own = clause if head not in clause else range(candidate.first, candidate.last + 1)
    for token in tree.subtree(head):
        if token not in own and (mentions := cast.at(tree, candidate.sentence, token)):
            return int(token != head), mentions
    return 0, ()


def _heard(candidate: Candidate, cast: Cast) -> dict[ActorMention, dict[str, float]]:
    """For each mention the model's scores for its roles."""
    found: dict[ActorMention, dict[str, float]] = {}
    for argument in candidate.arguments:
        for mention in cast.in_role(argument.span):
            scores = found.setdefault(mention, {})
            scores[argument.role] = max(argument.score, scores.get(argument.role, 0.0))
    return found


def _position(candidate: Candidate, mention: ActorMention, here: Sequence[ActorMention]) -> dict[str, float]:
    """Where the mention stands: before or after, how many mentions and words lie between."""
    if mention.sentence != candidate.sentence:
        return {"elsewhere": 1.0}
    before = mention.span.end <= candidate.span.start
    side = "before" if before else "after"
    between = [
        m
        for m in here
        if (mention.span.end <= m.span.start and m.span.end <= candidate.span.start)
        or (candidate.span.end <= m.span.start and m.span.end <= mention.span.start)
    ]
    gap = min(abs(mention.token - candidate.token), 4 * _FAR) / _FAR
    return {
        f"{side}.{candidate.build}": 1.0,
        f"{side}.gap": gap,
        f"{side}.nearest": float(not between),
        f"{side}.nearest.{candidate.build}": float(not between),
        "first": float(mention is here[0]),
        f"first.{candidate.build}": float(mention is here[0]),
    }


def _stands_by(tree: Tree, mention: ActorMention, rules: Grammar) -> bool:
    """Whether a phrase means those who can be no side of a clash: "warga sipil", "anak", not protesters."""
    words = (token.text.lower() for token in tree.tokens if mention.span.start <= token.start < mention.span.end)
    return not rules.marks.bystanders.isdisjoint(words)


def _before(tree: Tree, mention: ActorMention) -> dict[str, float]:
    """The preposition that the mention stands after, by its word."""
    first = next((i for i, t in enumerate(tree.tokens) if t.end > mention.span.start), 0)
    if tree.tokens[first].upos != "ADP" and first and tree.tokens[first - 1].upos == "ADP":
        first -= 1
    return {f"after.{tree.tokens[first].text.lower()}": 1.0} if tree.tokens[first].upos == "ADP" else {}


def _kind(candidate: Candidate, mention: ActorMention) -> dict[str, float]:
    """What sort of actor it is, alone and for the candidate's type."""
    actor = mention.actors[0] if mention.actors else None
    sector = actor.sector if actor else None
    civil = sector in {Sector.CVL, Sector.REF}
    return {
        f"sector.{sector}": 1.0,
        f"type.{candidate.type}": 1.0,
        "media": float(sector is Sector.JRN),
        "civil": float(civil),
        f"civil.{candidate.type}": float(civil),
        "clash": float(candidate.clash),
        "clash.civil": float(candidate.clash and civil),
        "named": float(bool(actor and actor.name)),
        "mutual.named": float(candidate.mutual and bool(actor and actor.name)),
        "several": float(len(mention.actors) > 1),
    }
