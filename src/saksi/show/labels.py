"""Values in words: actors, days, places, numbers as a person reads them."""

from collections.abc import Iterable

from saksi.model.actor import Actor
from saksi.model.claim import Figure
from saksi.model.codes import Measure, Qualifier, Sector
from saksi.model.place import Place
from saksi.world.countries import countries

_SECTORS = {
    Sector.GOV: "government", Sector.MIL: "armed forces", Sector.COP: "police", Sector.JUD: "courts",
    Sector.LEG: "parliament", Sector.PTY: "parties", Sector.REB: "rebels", Sector.SPY: "intelligence",
    Sector.PRM: "militias", Sector.UAF: "gunmen", Sector.UNK: "unknown", Sector.CVL: "civilians",
    Sector.REF: "refugees", Sector.OPP: "opposition", Sector.SOC: "activists", Sector.JRN: "media",
    Sector.BUS: "business", Sector.MED: "medics", Sector.EDU: "teachers and students", Sector.REL: "clergy",
    Sector.LAB: "workers", Sector.AGR: "farmers", Sector.CRM: "criminals", Sector.ELI: "elites",
    Sector.PRE: "prisoners", Sector.IGO: "international body", Sector.NGO: "aid organisations",
}  # fmt: skip
_BEFORE = {
    Qualifier.AT_LEAST: "at least ", Qualifier.MORE_THAN: "more than ", Qualifier.AT_MOST: "up to ",
    Qualifier.LESS_THAN: "less than ", Qualifier.ABOUT: "about ",
}  # fmt: skip
_VAGUE = {
    Qualifier.SEVERAL: "several", Qualifier.TEENS: "11-19", Qualifier.DOZENS: "dozens",
    Qualifier.HUNDREDS: "hundreds", Qualifier.THOUSANDS: "thousands", Qualifier.MILLIONS: "millions",
}  # fmt: skip

_WITH_UNIT = frozenset({Measure.MONEY, Measure.WEAPONS, Measure.OTHER})


def country_name(code: str | None) -> str:
    """The English name of a country by its code; the code itself where it is not known."""
    country = countries().get(code or "")
    return country.name if country else code or ""


def actor(who: Actor) -> str:
    """An actor in words: "Sergei Lavrov (Russia)", "armed forces of Sudan", "Turkey"."""
    country = country_name(who.country)
    if who.name:
        belongs = who.organisation or country
        return f"{who.name} ({belongs})" if belongs and belongs not in who.name else who.name
    if who.sector in (Sector.GOV, None):
        return country or who.organisation or ("a government" if who.sector else "someone")
    kind = _SECTORS[who.sector]
    owner = who.organisation or country
    return f"{kind} of {owner}" if owner else kind


def actors(several: Iterable[Actor]) -> str:
    """Several actors, each once."""
    return ", ".join(dict.fromkeys(actor(each) for each in several))


def day(value: str | None) -> str:
    """An EDTF value as it is read: open ranges in words."""
    if not value:
        return ""
    start, slash, end = value.partition("/")
    if not slash:
        return value.removeprefix("XXXX-")
    if end in ("..", ""):
        return f"since {start}"
    return f"until {end}" if start in ("..", "") else f"{start} to {end}"


def place(where: Place | None) -> str:
    """A place with its country."""
    if where is None:
        return ""
    country = country_name(where.country)
    return where.name if not country or country == where.name else f"{where.name}, {country}"


def number(figure: Figure) -> str:
    """A figure's number with its qualifier: "at least 30", "dozens", "5-10"."""
    vague = _VAGUE.get(figure.qualifier)
    low, high = _digits(figure.low), _digits(figure.high)
    if vague and not (figure.low and figure.high and figure.low == figure.high):
        return vague
    if figure.low is not None and figure.high is not None and figure.low != figure.high:
        text = f"{low}-{high}"
    else:
        text = low or high or "?"
    text = _BEFORE.get(figure.qualifier, "") + text
    return f"{text} {figure.unit}" if figure.unit and figure.measure in _WITH_UNIT else text


def _digits(value: float | None) -> str:
    return "" if value is None else f"{value:,.0f}" if value == int(value) else f"{value:,}"


def measure(which: Measure) -> str:
    """What a figure counts, in words."""
    return which.value.replace("_", " ")
