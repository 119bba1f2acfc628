"""Cuts a sentence into atoms: known and heard names, places, heads of phrases, plain words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from saksi.model.actor import Actor
from saksi.model.codes import Sector
from saksi.model.mention import LISTED, PlaceMention
from saksi.model.span import Span
from saksi.model.syntax import Name, Parse, Sentence
from saksi.read.actors_called import called_again
from saksi.read.actors_founded import founded, sector_of
from saksi.read.actors_heard import heard_names
from saksi.read.actors_short import short_forms
from saksi.read.actors_words import Head, Lexicon
from saksi.read.names_parted import parted
from saksi.read.naming import NAMES_OF_STATE, Known, known_names, units
from saksi.world.phrases import Match, PhraseIndex, Unit


@dataclass(frozen=True, slots=True)
class Atom:
    """A stretch of units [first, last]. kind: country, place, organisation, person, name (a heard person), body (a
    heard organisation), people (a people or creed), bloc, head or word. country: of the country or place; actor: of a
    known name; acting: a place that acts; region: the name of a part of a country; sector: of a body
    whose name tells it; seat: a place where somebody has his seat."""

    first: int
    last: int
    kind: str
    country: str | None = None
    actor: Actor | None = None
    head: Head | None = None
    acting: bool = False
    region: str | None = None
    sector: Sector | None = None
    seat: bool = False


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the names of an article are looked up in. spoken: the countries that it names; short: the short forms that
    it gives to bodies itself, "Wartawan Tanpa Batas (RSF)"; spots: places heard, "desa Abu Hadi", whose names
    are no person's."""

    known: PhraseIndex[Known]
    words: Lexicon
    spoken: frozenset[str]
    short: dict[str, Actor]
    spots: tuple[Span, ...]

    def named(self, row: Sequence[Unit], first: int) -> Match[Known] | None:
        """The known name that starts at a unit; none in a phrase that only opens like one ("baku tembak"), no person's
        within the name of a place."""
        match = self.known.at(row, first)
        if match is None or match.entry.kind == "nothing":
            return None
        start, end = row[first].start, row[match.last].end
        inside = match.entry.kind == "person" and any(one.start < start and end <= one.end for one in self.spots)
        return None if inside else match


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence in atoms. at: the atom of each unit."""

    number: int
    sentence: Sentence
    units: tuple[Unit, ...]
    at: tuple[Atom, ...]

    def text(self, first: int, last: int) -> str:
        """The printed words of units, one space apart; parts of one token keep their hyphen."""
        words = [self.units[first].text]
        for before, unit in zip(self.units[first:last], self.units[first + 1 : last + 1], strict=True):
            words.append(("-" if unit.token == before.token else " ") + unit.text)
        return "".join(words)


def lines_of(parse: Parse, places: Sequence[PlaceMention], language: str, words: Lexicon) -> Iterator[Line]:
    """The sentences of an article in atoms."""
    known = known_names(language)
    short = short_forms(parse.sentences, known)
    names: dict[int, list[Name]] = {}
    spots: dict[int, list[PlaceMention]] = {}
    heard = tuple(parted(parse, language))
    for name in (*heard, *called_again(parse, heard)):
        names.setdefault(name.sentence, []).append(name)
    for mention in places:
        spots.setdefault(mention.sentence, []).append(mention)
    told = (mention.place.country for mention in places)
    spoken = frozenset(code for code in (*told, *_seated(parse.sentences, known)) if code)
    heard_spots = tuple(name.span for name in heard if name.label == "LOC" and name.first < name.last)
    vocabulary = Vocabulary(known, words, spoken, short, heard_spots)
    for number, sentence in enumerate(parse.sentences):
        yield _line(number, sentence, names.get(number, ()), spots.get(number, ()), vocabulary)


def _line(
    number: int,
    sentence: Sentence,
    names: Sequence[Name],
    places: Sequence[PlaceMention],
    names_of: Vocabulary,
) -> Line:
    """The atoms of a sentence, from the names heard in it and the places found in it."""
    row = units(sentence)
    heard = heard_names(_whole(names, sentence, row, names_of), row, names_of.known, names_of.words)
    spots = {mention.span.start: mention for mention in reversed(places)}
    atoms: list[Atom] = []
    first = 0
    while first < len(row):
        spot = spots.get(row[first].start)
        atom = _atom(row, first, heard, spots, names_of)
        atom = replace(atom, seat=True) if spot is not None and spot.seat else atom
        atoms += [atom] * (atom.last + 1 - first)
        first = atom.last + 1
    return Line(number, sentence, row, tuple(atoms))


def _seated(sentences: Sequence[Sentence], known: PhraseIndex[Known]) -> Iterator[str | None]:
    """The countries of known organs of state and of persons: "Gedung Putih" and "Biden" tell of the USA."""
    for row in map(units, sentences):
        for at in range(len(row)):
            match = known.at(row, at) if row[at].text[:1].isupper() else None
            if match is not None and match.entry.actor is not None and match.entry.actor.sector in NAMES_OF_STATE:
                yield match.entry.actor.country


def _whole(names: Sequence[Name], sentence: Sentence, row: Sequence[Unit], names_of: Vocabulary) -> list[Name]:
    """The names with the parts of one person's that the ear cuts off, if no mark parts them: "Ihor | Terekhov"."""
    starts = {unit.token: number for number, unit in reversed(list(enumerate(row)))}
    closed = {token for token, number in starts.items() if _no_part(row, number, names_of)}
    titles = {name.first for name in names if name.first == name.last and names_of.words.head(row, starts[name.first])}
    found: list[Name] = []
    for name in sorted(names, key=lambda one: one.first):
        before = found[-1] if found else None
        open_ = before is not None and before.first not in closed | titles and name.first not in closed
        if before is not None and open_ and before.label == name.label == "PER" and before.last + 1 == name.first:
            found[-1] = _until(before, name.last, sentence)
        else:
            found.append(name)
    closed |= {name.first for name in found}
    return [_lengthened(name, sentence, closed) if name.label == "PER" else name for name in found]


def _no_part(row: Sequence[Unit], number: int, names_of: Vocabulary) -> bool:
    """Whether a word is no part of a longer personal name: a known name of its own, or the name of a day. "Oleh" in
    capitals within a sentence is a first name."""
    match, after = names_of.known.at(row, number), names_of.words.words.after
    if number and row[number].text[0].isupper() and row[number].folded in after.by:
        return False
    return (match is not None and match.entry.kind != "person") or row[number].folded in after.stopping


def _lengthened(name: Name, sentence: Sentence, closed: set[int]) -> Name:
    last = name.last
    while last + 1 < len(sentence.tokens) and last + 1 not in closed:
        token = sentence.tokens[last + 1]
        if not (token.upos == "PROPN" and token.deprel == "flat" and token.text[:1].isupper()):
            break
        last += 1
    return _until(name, last, sentence)


def _until(name: Name, last: int, sentence: Sentence) -> Name:
    return replace(name, last=last, span=Span(name.span.start, sentence.tokens[last].end))


def _atom(
    row: Sequence[Unit],
    first: int,
    heard: dict[int, Name],
    spots: dict[int, PlaceMention],
    names_of: Vocabulary,
) -> Atom:
    unit, words = row[first], names_of.words
    if (own := names_of.short.get(unit.text) or _navy(row, first, words)) is not None:
        return Atom(first, _ship(row, first, words), "organisation", own.country, own)
    place = spots.get(unit.start)
    if place is not None and place.rule == LISTED:
        return _spot(row, first, place)
    match = names_of.named(row, first)
    if match is None and unit.text in words.words.after.peoples and unit.token not in heard:
        return Atom(first, first, "people")
    region = match is None or match.entry.kind == "region"
    if region and unit.text in words.words.blocs and unit.start not in spots:
        return Atom(first, first, "bloc")
    if match is None and first > 0 and words.words.short.get(unit.text) in names_of.spoken:
        return Atom(first, first, "country", words.words.short[unit.text], acting=True)
    name = heard.get(unit.token) if first == 0 or row[first - 1].token != unit.token else None
    longer = name is not None and (match is None or name.last > row[match.last].token)
    if match is not None and match.entry.kind not in ("country", "region") and not longer:
        return _known(row, match, names_of)
    if region and (own_name := _founded(row, first, heard, names_of)) is not None:
        return own_name
    head = words.head(row, first)
    person = name is not None and name.label == "PER"
    if name is not None and longer and (head is None or (person and head.entry.kind == "unit")):  # "Tim Walz"
        last = max(n for n in range(first, len(row)) if row[n].token <= name.last)
        if name.label == "PER":
            last = _particles(row, last, words)
        return Atom(first, last, "name" if name.label == "PER" else "body")
    if place is not None and not (head is not None and _reaches(row, head, place)):
        return _spot(row, first, place)
    if head is not None:
        return Atom(first, head.last, "head", head=head.entry)
    return Atom(first, first, "word")


def _navy(row: Sequence[Unit], first: int, words: Lexicon) -> Actor | None:
    """Whose ship a name is that letters of a navy open: "USS Gerald R. Ford"."""
    country = words.words.navies.get(row[first].text)
    return Actor(None, country, Sector.MIL) if country and _ship(row, first, words) > first else None


def _ship(row: Sequence[Unit], first: int, words: Lexicon) -> int:
    """The last word of a ship's name behind the letters of its navy, the unit itself where there are none."""
    last = first
    while row[first].text in words.words.navies and last + 1 < len(row) and row[last + 1].text[0].isupper():
        last += 1
    return last


def _spot(row: Sequence[Unit], first: int, place: PlaceMention) -> Atom:
    last = max(n for n in range(first, len(row)) if row[n].start < place.span.end)
    kind = "country" if place.place.precision == "country" else "place"
    part = place.place.name if place.place.precision == "region" else None
    return Atom(first, last, kind, place.place.country, acting=place.acting, region=part)


def _known(row: Sequence[Unit], match: Match[Known], names_of: Vocabulary) -> Atom:
    """A known name; a party of a common name ("Partai Buruh") only where the article names its country."""
    party = row[match.first].folded in names_of.words.words.founded.telling[Sector.PTY]
    if party and names_of.spoken and _country(match) not in {None, *names_of.spoken}:
        return Atom(match.first, match.last, "body", sector=Sector.PTY)
    kind = "country" if match.entry.kind == "seat" else match.entry.kind
    return Atom(match.first, match.last, kind, _country(match), match.entry.actor)


def _founded(row: Sequence[Unit], first: int, heard: dict[int, Name], names_of: Vocabulary) -> Atom | None:
    """The body that a founding word names here: "Jaringan Dokter X"."""
    words = names_of.words.words.founded
    persons = [one.first for one in heard.values() if one.label == "PER"]
    last = founded(row, first, names_of.known, words, persons)
    return None if last is None else Atom(first, last, "body", sector=sector_of(row, first, last, words))


def _particles(row: Sequence[Unit], last: int, words: Lexicon) -> int:
    """The last unit of a personal name that goes on with a particle: "Nasser | bin Latif al-Balawi"."""
    while (
        last + 2 < len(row)
        and row[last + 1].folded in words.words.reference.particles
        and row[last + 2].text[:1].isupper()
    ):
        last += 2
    return last


def _reaches(row: Sequence[Unit], head: Match[Head], place: PlaceMention) -> bool:
    return row[head.last].end > place.span.end


def _country(match: Match[Known]) -> str | None:
    return match.entry.actor.country if match.entry.actor else None
