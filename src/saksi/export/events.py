"""Events as flat rows: PLOVER/POLECAT-like, ACLED-like, UCDP-like. One row for each incident, not for each report."""

from collections.abc import Iterable, Iterator
from typing import Any

from saksi.export.countries import english, numeric
from saksi.keep.shown import IncidentRow, IncidentView, Person
from saksi.keep.view import View
from saksi.model.days import iso

Row = dict[str, Any]

POLECAT = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name",
    "Actor Country", "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw",
    "Wikipedia Actor ID", "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector",
    "Recipient Sectors", "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City",
    "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type",
    "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip
"""The 40 columns of POLECAT's weekly files, in their order (Harvard Dataverse, doi:10.7910/DVN/AJGVIT)."""

ACLED = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso",
    "region",
    "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source",
    "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
"""The 31 columns of ACLED's export since 20 March 2023, in their order (acleddata.com, "Guide to 2023 ACLED column
changes"; the data of the R package acledR has the same)."""

UCDP = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
    "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
    "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office", "source_date",
    "source_headline", "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity",
    "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high",
    "low", "gwnoa", "gwnob",
)  # fmt: skip
"""The 49 columns of UCDP's georeferenced event dataset, in their order (ucdp.uu.se, GED 20.1 and later)."""

_QUAD = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 1, "COOPERATE": 2, "AID": 2, "RETREAT": 2, "REQUEST": 3,
    "ACCUSE": 3,
    "REJECT": 3, "THREATEN": 3, "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
_ACLED_TYPES = {
    "aerial": ("Explosions/Remote violence", "Air/drone strike"),
    "drone": ("Explosions/Remote violence", "Air/drone strike"),
    "artillery": ("Explosions/Remote violence", "Shelling/artillery/missile attack"),
    "heavy-weapons": ("Explosions/Remote violence", "Shelling/artillery/missile attack"),
    "explosives": ("Explosions/Remote violence", "Remote explosive/landmine/IED"),
    "suicide": ("Explosions/Remote violence", "Suicide bomb"),
    "crowd-control": ("Riots", "Violent demonstration"),
    "abduct": ("Violence against civilians", "Abduction/forced disappearance"),
    "sexual": ("Violence against civilians", "Sexual violence"),
}


_DISORDERS = {"Protests": "Demonstrations", "Strategic developments": "Strategic developments"}
_INTER = {
    "GOV": "State forces", "MIL": "State forces", "COP": "State forces", "SPY": "State forces", "REB": "Rebel group",
    "PRM": "Political militia", "UAF": "Political militia", "CRM": "Political militia", "CVL": "Civilians",
    "REF": "Civilians", "MED": "Civilians", "JRN": "Civilians", "EDU": "Civilians",
}  # fmt: skip


def _inter(person: Person | None) -> str | None:
    """ACLED's type of an actor, in the words that its columns hold since 2024."""
    return _INTER.get(person.sector or "", "External/Other forces") if person else None


def _first(people: Iterable[Person]) -> Person | None:
    return next(iter(people), None)


def _joined(values: Iterable[str | None]) -> str:
    return "; ".join(dict.fromkeys(value for value in values if value))


def planned_as_agreed(row: IncidentRow) -> tuple[str, str]:
    """Type and mode as PLOVER prescribes: a meeting that is only planned is written as AGREE, mode meet."""
    if row.type == "CONSULT" and row.status == "future":
        return "AGREE", "meet"
    return row.type, _joined(row.modes)


def polecat(view: View) -> Iterator[Row]:
    """Rows in POLECAT's columns."""
    for row in view.every_incident():
        type_, mode = planned_as_agreed(row)
        one, two = _first(row.named("actor")), _first(row.named("recipient"))
        if two is None and len(row.named("actor")) > 1:
            two = row.named("actor")[1]
        found: Row = dict.fromkeys(POLECAT)
        found |= {
            "Event ID": row.id, "Event Date": iso(row.day_from), "Event Type": type_, "Event Mode": mode,
            "Quad Code": _QUAD.get(type_), "Contexts": "; ".join(row.contexts), "Placename": row.place,
            "City": row.place if row.precision == "city" else None, "Country": row.country, "Latitude": row.lat,
            "Longitude": row.lon, "Publication Date": row.first_published, "Feature Type": row.precision,
            "Version": "saksi",
        }  # fmt: skip
        for name, person, role in (("Actor", one, "actor"), ("Recipient", two, "recipient")):
            if person:
                found |= {
                    f"{name} Name": person.label, f"{name} Country": person.country,
                    f"Primary {name} Sector": person.sector,
                    f"{name} Sectors": _joined(each.sector for each in row.named(role)) or person.sector,
                    f"{name} Name Raw": person.label,
                }  # fmt: skip
        yield found


def _incidents(view: View, *types: str) -> Iterator[IncidentView]:
    for row in view.every_incident():
        if row.type in types and row.status == "actual" and (whole := view.incident(row.id)):
            yield whole


def killed(whole: IncidentView) -> tuple[float | None, float | None, float | None]:
    """Lowest, best and highest number of dead over independent claimants: best is the one with most sources."""
    lines = [line for line in whole.ledger if line.measure == "killed" and line.latest and not line.running]
    lows = [value for line in lines if (value := line.low if line.low is not None else line.high) is not None]
    highs = [value for line in lines if (value := line.high if line.high is not None else line.low) is not None]
    best = max(lines, key=lambda line: (line.sources, line.told or ""), default=None)
    middle = (best.low if best.low is not None else best.high) if best else None
    return (min(lows) if lows else None), middle, (max(highs) if highs else None)


def acled(view: View) -> Iterator[Row]:
    """Rows in ACLED's columns: violence and protest that is told to have happened. Fatalities are the lowest number."""
    for whole in _incidents(view, "ASSAULT", "PROTEST", "COERCE"):
        row = whole.row
        one, two = _first(row.named("actor")), _first(row.named("recipient"))
        kind, sub = _acled_type(row)
        low, _, _ = killed(whole)
        civilians = any(person.sector in ("CVL", "REF", "MED", "EDU", "JRN") for person in row.named("recipient"))
        found: Row = dict.fromkeys(ACLED)
        found |= {
            "event_id_cnty": row.id, "event_date": iso(row.day_from), "year": (iso(row.day_from) or "")[:4],
            "time_precision": _time_precision(row), "event_type": kind, "sub_event_type": sub,
            "disorder_type": _DISORDERS.get(kind, "Political violence"),
            "actor1": one.label if one else "Unidentified Armed Group", "actor2": two.label if two else None,
            "assoc_actor_1": _joined(person.label for person in row.named("actor")[1:]),
            "assoc_actor_2": _joined(person.label for person in row.named("recipient")[1:]),
            "civilian_targeting": "Civilian targeting" if civilians else None,
            "iso": numeric(row.country), "country": english(row.country), "inter1": _inter(one), "inter2": _inter(two),
            "location": row.place, "latitude": row.lat, "longitude": row.lon,
            "geo_precision": {"city": 1, "site": 1, "region": 2}.get(row.precision or "", 3),
            "source": _joined(article.outlet for family in whole.sources for article in family),
            "notes": whole.claims[0].sentence if whole.claims else None, "fatalities": int(low or 0),
            "tags": _joined([row.grade, *row.modes]), "timestamp": row.updated_at,
        }  # fmt: skip
        yield found


def _acled_type(row: IncidentRow) -> tuple[str, str]:
    if row.type == "PROTEST":
        return "Protests", "Peaceful protest"
    if row.type == "COERCE":
        return "Strategic developments", "Other"
    found = next((_ACLED_TYPES[mode] for mode in row.modes if mode in _ACLED_TYPES), None)
    civilians = any(person.sector == "CVL" for person in row.named("recipient"))
    return found or (("Violence against civilians", "Attack") if civilians else ("Battles", "Armed clash"))


def _time_precision(row: IncidentRow) -> int:
    if row.day_from is None or row.day_to is None:
        return 3
    return 1 if row.day_from == row.day_to else (2 if row.day_to - row.day_from < 8 else 3)


def ucdp(view: View) -> Iterator[Row]:
    """Rows in UCDP GED's columns: attacks with at least one death. best, low and high over independent claimants."""
    for whole in _incidents(view, "ASSAULT"):
        row = whole.row
        low, best, high = killed(whole)
        if not best:
            continue
        one, two = _first(row.named("actor")), _first(row.named("recipient"))
        side_a, side_b = (one.label if one else "Unknown"), (two.label if two else "Unknown")
        state = one is not None and one.sector in ("GOV", "MIL", "COP")
        found: Row = dict.fromkeys(UCDP)
        found |= {
            "id": row.id, "year": (iso(row.day_from) or "")[:4], "code_status": row.grade,
            "type_of_violence": 3 if two and two.sector == "CVL" else (1 if state else 2),
            "dyad_name": f"{side_a} - {side_b}", "side_a": side_a, "side_b": side_b, "number_of_sources": row.sources,
            "source_article": _joined(article.id for family in whole.sources for article in family),
            "source_office": _joined(article.outlet for family in whole.sources for article in family),
            "source_date": row.first_published, "source_headline": whole.sources[0][0].title if whole.sources else None,
            "where_prec": {"city": 1, "site": 1, "region": 4, "country": 6}.get(row.precision or "", 7),
            "where_coordinates": row.place, "where_description": row.place, "latitude": row.lat, "longitude": row.lon,
            "geom_wkt": f"POINT ({row.lon} {row.lat})" if row.lat is not None else None,
            "country": english(row.country),
            "event_clarity": 1 if row.date else 2, "date_prec": _time_precision(row), "date_start": iso(row.day_from),
            "date_end": iso(row.day_to or row.day_from), "best": int(best), "low": int(low or best),
            "high": int(high or best),
        }  # fmt: skip
        found |= _deaths(whole)
        yield found


def _deaths(whole: IncidentView) -> Row:
    """Dead civilians, where the ledger counts them apart."""
    lines = [line for line in whole.ledger if line.measure == "killed" and line.latest and not line.running]
    civilians = [line.low or line.high or 0 for line in lines if line.counted and "CVL" in line.counted]
    return {"deaths_civilians": int(max(civilians)) if civilians else None}
