"""Finds the places that a text names.

Every country counts wherever the text proper names it ("tentara Turki" names Turkey), but not inside the names of
persons, parties, media and the like. Namesakes are told apart by the countries that the article speaks of.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from saksi.languages.loader import load
from saksi.languages.shape_places import PlaceWords
from saksi.model.codes import Sector
from saksi.model.mention import PlaceMention
from saksi.model.place import Place
from saksi.model.span import Span
from saksi.model.syntax import Name, Parse, Sentence
from saksi.read.names_parted import parted
from saksi.read.naming import NAMES_OF_STATE, Known, known_names, units
from saksi.read.places_acting import acts, is_seat
from saksi.read.places_choice import choose, common, cued
from saksi.read.places_listed import listed
from saksi.read.places_parts import part_of, turned
from saksi.read.places_vessels import vessels
from saksi.read.places_within import Larger, capital, larger_place
from saksi.world.countries import countries, country_called
from saksi.world.phrases import Match, PhraseIndex, Unit

_LONGEST = 4
_ACRONYM = 3
_AFTER = frozenset({",", "-", "–", "—", "--", "(", "/", "|"})
_OF_NOUN = frozenset({"compound", "nmod", "amod"})


@dataclass(slots=True)
class _Page:
    """A sentence under reading: its units, the names heard in it, the names that are known, those of them in it,
    which units are taken."""

    number: int
    sentence: Sentence
    units: tuple[Unit, ...]
    names: tuple[Name, ...]
    index: PhraseIndex[Known]
    known: list[Match[Known]]
    taken: list[bool]


def find_places(parse: Parse, text: str, language: str) -> tuple[PlaceMention, ...]:
    """All places that the text names, in order. A place without a point is one that the gazetteer does not have."""
    words = load(language, "places", PlaceWords)
    index = known_names(language)
    heard: dict[int, list[Name]] = {}
    for name in parted(parse, language):
        heard.setdefault(name.sentence, []).append(name)
    pages = [
        _page(number, sentence, tuple(heard.get(number, ())), index, words)
        for number, sentence in enumerate(parse.sentences)
    ]
    found = [mention for page in pages for mention in _known(page, words)]
    spoken = Counter(mention.place.country for mention in found if mention.place.country)
    spoken.update(country for page in pages for country in _of_bodies(page))
    told: dict[str, Place] = {}
    found += [mention for page in pages for mention in _unknown(page, text, words, spoken, told)]
    country = spoken.most_common(1)[0][0] if spoken else None
    for page in pages:
        own = [mention for mention in found if mention.sentence == page.number]
        found += listed(page.number, page.units, own, words, country)
    found = [replace(m, seat=is_seat(pages[m.sentence].units, m.span, words)) for m in found]
    return tuple(sorted(found, key=lambda mention: (mention.span.start, -mention.span.end)))


def _page(
    number: int, sentence: Sentence, names: tuple[Name, ...], index: PhraseIndex[Known], words: PlaceWords
) -> _Page:
    row = units(sentence)
    ships = vessels(row, index, words)
    page = _Page(number, sentence, row, names, index, [], [at in ships for at in range(len(row))])
    persons = [name for name in names if name.label == "PER"]
    first = 0
    while first < len(row):
        match = index.at(row, first)
        street = first > 0 and row[first - 1].text in words.streets
        if (
            match is None
            or street
            or first in ships
            or (_no_person(page, match, words) if match.entry.kind == "person" else _inside(persons, row, match, words))
        ):
            first += 1
            continue
        match = _with_direction(row, match, words)
        page.known.append(match)
        page.taken[match.first : match.last + 1] = [True] * (match.last + 1 - match.first)
        first = match.last + 1
    return page


def _with_direction(row: tuple[Unit, ...], match: Match[Known], words: PlaceWords) -> Match[Known]:
    """The match with the direction behind it, where both name a region of the same country ("Kordofan Utara")."""
    place, last = match.entry.place, match.last + 1
    if match.entry.kind != "region" or place is None or last >= len(row):
        return match
    found = [one.place for one in turned(row, match.first, last, words) if one.place.country == place.country]
    return Match(match.first, last, Known("region", None, found[0])) if found else match


def _no_person(page: _Page, match: Match[Known], words: PlaceWords) -> bool:
    """Whether a person's name of one word is a place of that name here ("di Surin", "Provinsi Surin")."""
    before = page.units[match.first - 1].folded if match.first else ""
    token = page.units[match.first].token
    heard = any(name.label == "LOC" and name.first <= token <= name.last for name in page.names)
    return match.first == match.last and heard and (before in words.within or cued(before, words))


def _inside(persons: list[Name], row: tuple[Unit, ...], match: Match[Known], words: PlaceWords) -> bool:
    """Whether a match is part of a longer personal name ("Paris Hilton", "Jordan Henderson")."""
    low, high = row[match.first].token, row[match.last].token
    before = row[match.first - 1].folded if match.first else ""
    if match.entry.kind == "country" or before in words.governed:  # "Presiden Yaman Ali Abdullah Saleh", heard as one
        return any(name.first < low and high <= name.last for name in persons)
    return any(name.first <= low and high <= name.last and name.last - name.first > high - low for name in persons)


def _known(page: _Page, words: PlaceWords) -> Iterator[PlaceMention]:
    for match in page.known:
        known = match.entry
        if known.place is not None and not _unplaced(page, match, words) and not _dateline(page, match):
            yield _mention(page, match.first, match.last, known.place, words, known.kind)
            part = _part(page, match, words)
            if part is not None:
                yield part
        elif known.kind == "organisation" and known.actor is not None and known.actor.sector in NAMES_OF_STATE:
            yield from _country_within(page, match)


def _of_bodies(page: _Page) -> Iterator[str]:
    """The countries of the armies, parties and armed groups that a sentence names; a paper's says nothing."""
    for match in page.known:
        actor = match.entry.actor
        if match.entry.kind == "organisation" and actor is not None and actor.country and actor.sector != Sector.JRN:
            yield actor.country


def _dateline(page: _Page, match: Match[Known]) -> bool:
    """Whether a name in capitals opens the sentence as a dateline does: "JAKARTA, ANTARA -"."""
    after = page.units[match.last + 1].text if match.last + 1 < len(page.units) else ""
    return match.first == 0 and page.units[0].text.isupper() and len(page.units[0].text) > _ACRONYM and after in _AFTER


def _unplaced(page: _Page, match: Match[Known], words: PlaceWords) -> bool:
    """Whether the word before makes a name mean a language, a currency, a people, a house, or politics at large."""
    before = page.units[match.first - 1].folded if match.first else ""
    if match.entry.place is not None and match.entry.place.precision == "country":
        two = " ".join(unit.folded for unit in page.units[max(0, match.first - 2) : match.first])
        if not words.houses.isdisjoint({before, two}):
            return True
    wide = match.entry.kind == "region" and match.entry.place is not None and match.entry.place.lat is None
    if match.entry.kind == "region" and match.first == 0 and _noun(page, match, words):
        return True
    return before in words.unplaced or (wide and before not in words.continental)


def _noun(page: _Page, match: Match[Known], words: PlaceWords) -> bool:
    """Whether a name that opens a sentence may as well be a noun, or heads one that goes on: "Baku tembak"."""
    tokens, own = page.sentence.tokens, page.units[match.first].token
    behind = tokens[own + 1] if own + 1 < len(tokens) else None
    goes_on = behind is not None and behind.head == own and behind.deprel in _OF_NOUN and behind.text.islower()
    noun = match.first == match.last and tokens[own].upos == "NOUN" and goes_on
    return noun or common(page.units, match.first, match.last, words)


def _country_within(page: _Page, match: Match[Known]) -> Iterator[PlaceMention]:
    """The country at the end of the name of an organ of state: "Departemen Keuangan AS", "Senat Amerika Serikat"."""
    code, last = match.entry.actor.country if match.entry.actor else None, page.units[match.last]
    for first in range(match.last, match.first, -1):
        name = " ".join(unit.text for unit in page.units[first : match.last + 1])
        if code is not None and country_called(name) == code:
            span = Span(page.units[first].start, last.end)
            yield PlaceMention(span, page.number, countries()[code].place, False, "place.organ")


def _part(page: _Page, match: Match[Known], words: PlaceWords) -> PlaceMention | None:
    """The part of a country that is told of where its name stands."""
    if match.entry.kind != "country" or match.entry.place is None:
        return None
    found = part_of(page.units, match.first, match.last, match.entry.place, words)
    if found is None:
        return None
    first, last, place = found
    return PlaceMention(Span(page.units[first].start, page.units[last].end), page.number, place, False, "place.part")


def _mention(page: _Page, first: int, last: int, place: Place, words: PlaceWords, kind: str) -> PlaceMention:
    span = Span(page.units[first].start, page.units[last].end)
    return PlaceMention(
        span, page.number, place, acts(page.sentence, page.units, first, last, place, words), f"place.{kind}"
    )


def _unknown(
    page: _Page, text: str, words: PlaceWords, spoken: Counter[str], told: dict[str, Place]
) -> Iterator[PlaceMention]:
    """Places of the gazetteer, and those that only the ear hears. told: those of which the article has said before what
    they lie in; their bare names mean them from there on."""
    _take_names(page, words)
    first = 0
    while first < len(page.units):
        last = _run(page, first)
        found = _longest(page, first, last, words, spoken, told) if last >= first else None
        if found is None:
            first += 1
            continue
        mention, first = found
        yield mention
    yield from _only_heard(page, text, words, spoken, told)


def _take_names(page: _Page, words: PlaceWords) -> None:
    """Keeps persons and bodies from being read as places, save where "di" or "ke" stands before a single word."""
    for name in page.names:
        within = [number for number, unit in enumerate(page.units) if name.first <= unit.token <= name.last]
        if name.label == "LOC" or not within:
            continue
        before = page.units[within[0] - 1].folded if within[0] else ""
        if before in words.within and name.first == name.last:
            continue
        for number in within:
            page.taken[number] = True


def _run(page: _Page, first: int) -> int:
    """The last unit of the run of capitalised words that starts here; first - 1 where none does."""
    last = first - 1
    for number in range(first, min(first + _LONGEST, len(page.units))):
        if page.taken[number] or not capital(page.units, number, first):
            break
        last = number
    return last


def _longest(
    page: _Page, first: int, last: int, words: PlaceWords, spoken: Counter[str], told: dict[str, Place]
) -> tuple[PlaceMention, int] | None:
    for end in range(last, first - 1, -1):
        larger = larger_place(page.units, end, page.index, words)
        chosen = choose(page.sentence, page.units, first, end, page.names, words, spoken, larger)
        if chosen is not None:
            page.taken[first : end + 1] = [True] * (end + 1 - first)
            place = _as_told(page, first, end, chosen[0], larger, spoken, told)
            return _mention(page, first, end, place, words, chosen[1]), end + 1
    return None


def _as_told(
    page: _Page,
    first: int,
    last: int,
    place: Place,
    larger: Larger | None,
    spoken: Counter[str],
    told: dict[str, Place],
) -> Place:
    """The place, or the one that the article has said before to be called so; a place of a country that is named once
    may be a namesake of what was meant ("Georgia")."""
    name = " ".join(unit.folded for unit in page.units[first : last + 1])
    if larger is None:
        return told.get(name, place)
    if spoken[place.country or ""] > 1:
        told.setdefault(name, place)
    return place


def _opens(page: _Page, row: list[int], words: PlaceWords) -> bool:
    """Whether the row opens with a word like "Kota" or "Negara Bagian" that is no part of the name."""
    first = page.units[row[0]].folded
    return cued(first, words) or (len(row) > 1 and f"{first} {page.units[row[1]].folded}" in words.region)


def _only_heard(
    page: _Page, text: str, words: PlaceWords, spoken: Counter[str], told: dict[str, Place]
) -> Iterator[PlaceMention]:
    """Places that the gazetteer does not have: named as printed, in the country most spoken of, without a point."""
    country = spoken.most_common(1)[0][0] if spoken else None
    for name in page.names:
        row = [number for number, unit in enumerate(page.units) if name.first <= unit.token <= name.last]
        while row and (not page.units[row[0]].text[:1].isupper() or _opens(page, row, words)):
            row = row[1:]
        if name.label != "LOC" or not row or row[0] == 0 or common(page.units, row[0], row[-1], words):
            continue
        before = page.units[row[0] - 1].folded
        if not (before in words.within or cued(before, words)):
            continue  # the ear alone is wrong more often than not
        after = page.units[row[-1] + 1].text if row[-1] + 1 < len(page.units) else ""
        if not after[:1].isupper() and not any(page.taken[number] for number in row):
            span = Span(page.units[row[0]].start, page.units[row[-1]].end)
            larger = larger_place(page.units, row[-1], page.index, words)
            place = larger.part(span.within(text)) if larger is not None else Place(span.within(text), country)
            place = _as_told(page, row[0], row[-1], place, larger, spoken, told)
            yield PlaceMention(span, page.number, place, False, "place.heard")
