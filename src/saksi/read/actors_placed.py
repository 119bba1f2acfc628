"""Countries that only say where something is, and those that act though a place stands before them."""

from saksi.languages.shape_actors import ActorWords
from saksi.read.actors_atoms import Atom, Line


def placed(line: Line, first: int, words: ActorWords) -> bool:
    """Whether "di" stands before a name, or "di seluruh"."""
    before = [unit.folded for unit in line.units[max(first - 2, 0) : first]]
    if len(before) == 2 and before[1] in words.before.words:
        before.pop()
    return bool(before) and before[-1] in words.after.location


def of_place(line: Line, atom: Atom, words: ActorWords) -> bool:
    """Whether a country only says where a place lies or a thing is made: "Mogadishu, Somalia", "buatan Iran"."""
    before = [unit.folded for unit in line.units[max(atom.first - 2, 0) : atom.first]]
    if before[-1:] and before[-1] in words.after.made:
        return True
    if len(before) > 1 and before[0] in words.after.launched and before[1] in words.after.of:
        return True  # "drone yang diluncurkan dari Yaman"
    if atom.first < 2 or line.units[atom.first - 1].text != "," or _acts_at_home(line, atom, words):
        return False
    town = line.at[atom.first - 2]
    return town.kind == "place" and not town.acting and town.country == atom.country


def _acts_at_home(line: Line, atom: Atom, words: ActorWords) -> bool:
    """Whether a country behind the town that opens its sentence does what the next word tells: "Di Kairo, Mesir
    meminta ..."."""
    row, tokens = line.units, line.sentence.tokens
    if atom.last + 1 >= len(row) or row[0].folded not in words.after.location:
        return False
    opens = line.at[1].last == atom.first - 2
    verb = row[atom.last + 1].token
    own = tokens[row[atom.first].token]
    return opens and tokens[verb].upos == "VERB" and own.deprel == "nsubj" and own.head == verb
