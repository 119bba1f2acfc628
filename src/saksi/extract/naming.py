"""What somebody calls a thing: "menyebut kesepakatan itu sebagai kemenangan" accuses nobody."""

from saksi.extract.candidates import Candidate
from saksi.extract.tree import Tree
from saksi.extract.zones import Grammar
from saksi.model.codes import EventType


def calls_no_names(candidate: Candidate, tree: Tree, rules: Grammar) -> bool:
    """Whether a verb of naming gives its object a name in which nothing is held against anybody."""
    verb = rules.plain(tree.tokens[candidate.token].text)
    if candidate.type is not EventType.ACCUSE or verb not in rules.marks.naming:
        return False
    behind = [token.text.lower() for token in tree.tokens[candidate.last + 1 :]]
    name = next((behind[at + 1 :] for at, word in enumerate(behind) if word in rules.marks.named_as), None)
    if name is None:
        return False
    ends = {*rules.marks.patient, *rules.marks.purpose, *rules.marks.aimed}
    end = next((at for at, word in enumerate(name) if word in ends), len(name))
    return rules.marks.hostile.isdisjoint(name[:end])
