"""Names without the words that the ear hears with them: "Gubernur wilayah Sumy | X Y", "Trump | mengerahkan"."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from saksi.languages.loader import load
from saksi.languages.shape_numbers import Times
from saksi.languages.shape_places import PlaceWords
from saksi.model.span import Span
from saksi.model.syntax import Name, Parse
from saksi.read.places_choice import cued
from saksi.world.gazetteer import gazetteer

_FEWEST = 3
"""Tokens of a name that may open with a place: the place, a first name and a surname."""


def parted(parse: Parse, language: str) -> Iterator[Name]:
    """The names heard without the verbs that end them, and without a place of the gazetteer that a person's name opens
    with behind "wilayah" and the like; the name of a day is nobody's."""
    words, days = load(language, "places", PlaceWords), load(language, "times", Times).weekdays
    for name in (_ended(parse, name) for name in parse.names if not _is_day(parse, name, days)):
        tokens = parse.sentences[name.sentence].tokens
        before = tokens[name.first - 1].text.lower() if name.first else ""
        long = name.label == "PER" and name.last - name.first + 1 >= _FEWEST
        over = cued(before, words) or before in words.governed
        if long and over and gazetteer().named(tokens[name.first].text):
            first = name.first + 1
            yield replace(name, first=first, span=Span(tokens[first].start, name.span.end))
        else:
            yield name


def _is_day(parse: Parse, name: Name, days: Collection[str]) -> bool:
    return name.first == name.last and parse.sentences[name.sentence].tokens[name.first].text.lower() in days


def _ended(parse: Parse, name: Name) -> Name:
    """A name up to its last word that is no verb in small letters: "Trump | mengerahkan"."""
    tokens, last = parse.sentences[name.sentence].tokens, name.last
    while last > name.first and tokens[last].upos == "VERB" and tokens[last].text.islower():
        last -= 1
    return replace(name, last=last, span=Span(name.span.start, tokens[last].end)) if last < name.last else name
