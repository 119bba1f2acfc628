"""Personal names that the ear hears together with the place of an office: "Gubernur wilayah Sumy | X Y"."""

from collections.abc import Iterator
from dataclasses import replace

from saksi.languages.loader import load
from saksi.languages.shape import PlaceWords
from saksi.model.span import Span
from saksi.model.syntax import Name, Parse
from saksi.read.places_choice import cued
from saksi.world.gazetteer import gazetteer

_FEWEST = 3
"""Tokens of a name that may open with a place: the place, a first name and a surname."""


def parted(parse: Parse, language: str) -> Iterator[Name]:
    """The names heard, those of persons without a place of the gazetteer that they open with behind "wilayah" and the
    like."""
    words = load(language, "places", PlaceWords)
    for name in parse.names:
        tokens = parse.sentences[name.sentence].tokens
        before = tokens[name.first - 1].text.lower() if name.first else ""
        long = name.label == "PER" and name.last - name.first + 1 >= _FEWEST
        if long and cued(before, words) and gazetteer().named(tokens[name.first].text):
            first = name.first + 1
            yield replace(name, first=first, span=Span(tokens[first].start, name.span.end))
        else:
            yield name
