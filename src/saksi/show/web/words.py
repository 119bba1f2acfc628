"""What codes are called in the interface. The English words here are the messages of the catalogues."""

from typing import Any

from saksi.keep.shown import ClaimRow, IncidentRow, Person
from saksi.show.web.tongue import Tongue
from saksi.world.countries import countries, country_called
from saksi.world.tables import local_labels

TYPES = {
    "AGREE": "Agreement", "CONSULT": "Talks", "SUPPORT": "Support", "CONCEDE": "Concession", "COOPERATE": "Cooperation",
    "AID": "Aid", "RETREAT": "Withdrawal", "REQUEST": "Demand", "ACCUSE": "Accusation", "REJECT": "Refusal",
    "THREATEN": "Threat", "PROTEST": "Protest", "SANCTION": "Sanction", "MOBILIZE": "Mobilisation",
    "COERCE": "Coercion", "ASSAULT": "Attack", "direct": "Quote", "indirect": "Statement",
}  # fmt: skip
FAMILIES = {
    "AGREE": "words", "CONSULT": "words", "SUPPORT": "words", "CONCEDE": "words", "COOPERATE": "deeds", "AID": "deeds",
    "RETREAT": "deeds", "REQUEST": "demands", "ACCUSE": "demands", "REJECT": "demands", "THREATEN": "demands",
    "PROTEST": "force", "SANCTION": "force", "MOBILIZE": "force", "COERCE": "force", "ASSAULT": "force",
}  # fmt: skip
"""PLOVER's four classes: verbal and material cooperation, verbal and material conflict."""
FAMILY_NAMES = {
    "words": "Cooperation in words", "deeds": "Cooperation in deeds", "demands": "Conflict in words",
    "force": "Conflict in deeds",
}  # fmt: skip
MEASURES = {
    "killed": "killed", "wounded": "wounded", "killed_or_wounded": "killed or wounded", "captured": "captured",
    "neutralised": "“neutralised”", "missing": "missing", "displaced": "displaced", "migrants": "migrants",
    "detained": "detained", "strikes": "strikes", "personnel": "personnel", "participants": "participants",
    "weapons": "weapons", "money": "money", "other": "other count",
}  # fmt: skip
STATUSES = {"actual": "happened", "future": "planned", "hypothetical": "supposed", "negated": "denied"}
STEPS = {
    "planned": "planned", "postponed": "postponed", "cancelled": "cancelled", "held": "held", "not_held": "not held",
    "sought": "sought", "failed": "failed", "reached": "reached", "in_force": "in force", "violated": "violated",
    "ended": "ended", "promised": "promised", "kept": "kept", "overdue": "overdue",
}  # fmt: skip
GRADES = {
    "confirmed": "confirmed", "fair": "fair", "weak": "weak", "contested": "contested", "discounted": "discounted",
}  # fmt: skip
KINDS = {
    "incident": "Incident", "talks": "Talks", "agreement": "Agreement", "promise": "Promise", "event": "Event",
    "figure": "Figure", "statement": "Statement",
}  # fmt: skip
ROLES = {
    "actor": "did", "recipient": "was met by", "claimant": "said so", "of": "was counted", "by": "caused",
    "speaker": "spoke",
}  # fmt: skip
REVIEWS = {"accepted": "accepted", "corrected": "corrected", "rejected": "rejected"}
STANCES = {"for": "for", "against": "against", "disputed": "disputed", "open": "open"}
SECTORS = {
    "GOV": "government", "MIL": "armed forces", "COP": "police", "JUD": "courts", "LEG": "parliament",
    "PTY": "parties", "REB": "rebels", "SPY": "intelligence", "PRM": "militias", "UAF": "gunmen",
    "UNK": "unknown", "CVL": "civilians", "REF": "refugees", "OPP": "opposition", "SOC": "activists", "JRN": "media",
    "BUS": "business", "MED": "medics", "EDU": "teachers and students", "REL": "clergy", "LAB": "workers",
    "AGR": "farmers", "CRM": "criminals", "ELI": "elites", "PRE": "prisoners", "IGO": "international body",
    "NGO": "aid organisations",
}  # fmt: skip
CHANNELS = {"phone": "phone", "visit": "visit", "delegation": "delegation", "meeting": "meeting"}
LEVELS = {"leader": "leaders", "minister": "ministers", "technical": "officials"}
PRECISIONS = {"country": "whole country", "region": "region", "city": "city", "site": "site", "sea": "sea"}
QUALIFIERS = {
    "at_least": "at least {number}", "more_than": "more than {number}", "at_most": "up to {number}",
    "less_than": "less than {number}", "about": "about {number}",
}  # fmt: skip
VAGUE = {
    "several": "several", "teens": "11–19", "dozens": "dozens", "hundreds": "hundreds", "thousands": "thousands",
    "millions": "millions",
}  # fmt: skip
EXACTNESS = {
    "exact": "exactly", "at_least": "at least", "more_than": "more than", "at_most": "at most",
    "less_than": "less than", "about": "about", "between": "between",
} | VAGUE  # fmt: skip
FIELDS = {
    "type": "type", "actors": "who did it", "recipients": "to whom", "date": "date", "place": "place",
    "status": "status", "claimants": "on whose word", "low": "lowest", "high": "highest", "measure": "measure",
    "qualifier": "qualifier", "of": "who is counted", "by": "caused by", "period": "period", "speaker": "speaker",
    "evidence": "words", "kind": "kind", "modes": "modes", "contexts": "contexts", "trigger": "word of the act",
    "via": "through", "cue": "word of saying", "content": "what was said",
}  # fmt: skip
MODES = {
    "visit": "visit", "third-party": "through a third party", "multilateral": "several sides", "phone": "by phone",
    "withdraw": "withdrawal", "release": "release", "disarm": "disarming", "ceasefire": "ceasefire",
    "access": "letting in", "resign": "stepping down", "assist": "help", "change": "change", "yield": "giving way",
    "meet": "meeting", "disapprove": "blame", "investigate": "investigation", "allege": "allegation",
    "restrict": "restriction", "arrest": "arrest", "relations": "breaking relations", "expel": "expulsion",
    "territory": "taking land", "violence": "violence", "demo": "demonstration", "riot": "riot", "strike": "strike",
    "hunger": "hunger strike", "boycott": "boycott", "obstruct": "blockade", "vandalize": "vandalism",
    "convict": "conviction", "discontinue": "breaking off", "troops": "troops", "weapons": "weapons",
    "police": "police", "militia": "militia", "seize": "seizure", "censor": "censorship", "curfew": "curfew",
    "martial-law": "martial law", "deport": "deportation", "withhold": "withholding",
    "misinformation": "misinformation", "cyber": "cyber attack", "abduct": "abduction", "beat": "beating",
    "torture": "torture", "sexual": "sexual violence", "targeted": "targeted killing", "destroy": "destruction",
    "primitive": "blades and fire", "firearms": "firearms", "explosives": "explosives",
    "suicide-attack": "suicide attack", "aerial": "air strike", "drone": "drone", "heavy-weapons": "heavy weapons",
    "artillery": "artillery", "crowd-control": "crowd control", "unconventional": "unconventional weapons",
}  # fmt: skip
ABOUT = {
    "copy": "one report", "incident": "one incident", "merge": "merged", "split": "taken out", "actor": "one actor",
    "dispute": "contradiction", "review": "review",
}  # fmt: skip
VERDICTS = {"same": "yes", "different": "no", "unsure": "not sure"}
COMPARED = {
    "actors": "actors", "recipients": "recipients", "type": "type", "date": "date", "place": "place",
    "places": "places", "modes": "modes", "topics": "topics", "words": "words", "figures": "figures", "kind": "kind",
    "quotes": "quotes", "members": "members", "credited": "agency", "copies": "copies", "article": "article",
    "published": "published", "name": "name", "planned": "planned", "claims": "claims", "denial": "denial",
    "blame": "who is to blame",
}  # fmt: skip
SCORES = {
    "events": "events found", "roles": "who did it to whom", "status": "whether it happened",
    "statements": "statements found", "speakers": "who spoke", "figures": "figures found", "places": "places",
    "times": "times", "claimants": "on whose word",
}  # fmt: skip
MINISTRIES = {
    "Ministry of Foreign Affairs": "Ministry of Foreign Affairs", "Ministry of Defence": "Ministry of Defence",
    "Ministry of Internal Affairs": "Ministry of Internal Affairs", "Ministry of Finance": "Ministry of Finance",
    "Ministry of Justice": "Ministry of Justice", "Ministry of Health": "Ministry of Health",
    "Ministry of Education": "Ministry of Education", "Ministry of Energy": "Ministry of Energy",
    "Ministry of Oil": "Ministry of Oil", "Ministry of Commerce": "Ministry of Commerce",
    "Ministry of Agriculture": "Ministry of Agriculture", "Ministry of Intelligence": "Ministry of Intelligence",
    "Ministry of Information": "Ministry of Information", "Ministry of Security": "Ministry of Security",
    "Ministry of National Security": "Ministry of National Security",
    "Ministry of Unification": "Ministry of Unification",
    "Ministry of Emergency Situations": "Ministry of Emergency Situations",
    "Ministry of Transport": "Ministry of Transport",
}  # fmt: skip
SIDES = {
    "Northern": "Northern {place}", "Southern": "Southern {place}", "Eastern": "Eastern {place}",
    "Western": "Western {place}", "Central": "Central {place}", "Northeastern": "Northeastern {place}",
    "Northwestern": "Northwestern {place}", "Southeastern": "Southeastern {place}",
    "Southwestern": "Southwestern {place}",
}  # fmt: skip
SHAPES = {
    "str": "text", "float": "number", "int": "whole number", "bool": "true or false", "null": "null", "array": "list",
    "object": "object",
}  # fmt: skip
TABLES: dict[str, dict[str, str]] = {
    "type": TYPES, "measure": MEASURES, "status": STATUSES, "step": STEPS, "grade": GRADES, "kind": KINDS,
    "role": ROLES, "review": REVIEWS, "stance": STANCES, "sector": SECTORS, "channel": CHANNELS, "level": LEVELS,
    "precision": PRECISIONS, "field": FIELDS, "family": FAMILY_NAMES, "qualifier": QUALIFIERS, "exactness": EXACTNESS,
    "mode": MODES, "about": ABOUT, "verdict": VERDICTS, "compared": COMPARED, "score": SCORES, "ministry": MINISTRIES,
    "side": SIDES, "shape": SHAPES,
}  # fmt: skip


def word(tongue: Tongue, table: str, code: str | None) -> str:
    """What a code of a table is called; the code itself where the table does not know it."""
    known = TABLES[table].get(code or "")
    return tongue.say(known) if known else (code or "").replace("_", " ")


def who(tongue: Tongue, label: str | None) -> str:
    """An actor's label: country and sector codes become words, a name is told as the tongue tells it."""
    known = called(tongue, label)
    if known != (label or ""):
        return known
    parts = known.split()
    sector = parts[-1] if parts and parts[-1] in SECTORS else None
    owner = parts[:-1] if sector else parts
    named = " ".join(tongue.country(part) if part in countries() else part for part in owner)
    if sector is None or (sector == "GOV" and named):
        return named
    kind = word(tongue, "sector", sector)
    return tongue.say("{owner} ({sector})", owner=named, sector=kind) if named else kind


def called(tongue: Tongue, name: str | None) -> str:
    """What the tongue calls a body, region, country or ministry by its English name; any other name as it is."""
    name = name or ""
    if tongue.code == "en" or name.isupper():
        return name
    for table in ("organisations", "regions"):
        if found := local_labels(table, tongue.code).get(name):
            return name if found.casefold() == name.casefold() else found
    side, _, rest = name.partition(" ")
    if side in SIDES:
        return tongue.say(SIDES[side], place=called(tongue, rest))
    for ministry in MINISTRIES:
        owner = name.removeprefix(f"{ministry} of ")
        if owner != name:
            return f"{tongue.say(ministry)} {tongue.country(country_called(owner)) or owner}"
    code = country_called(name)
    return tongue.country(code) if code and countries()[code].name == name else name


def people(row: ClaimRow | IncidentRow, *roles: str) -> list[Person]:
    """The people of some roles, each once, named ones first."""
    found = {person.id: person for role in roles for person in row.named(role)}
    return sorted(found.values(), key=lambda person: (person.name is None, person.label))


def amount(tongue: Tongue, row: Any) -> str:
    """A number with its qualifier: "at least 30", "dozens", "5–10". row: has low, high and perhaps qualifier."""
    low, high = row.low, row.high
    qualifier = str(getattr(row, "qualifier", "") or "")
    if qualifier in VAGUE and low != high:
        return tongue.say(VAGUE[qualifier])
    if low is not None and high is not None and low != high:
        return f"{tongue.number(low)}–{tongue.number(high)}"
    number = tongue.number(low if low is not None else high)
    if qualifier in QUALIFIERS:
        return tongue.say(QUALIFIERS[qualifier], number=number)
    if high is None and low is not None:
        return f"{number}+"
    return f"≤ {number}" if low is None and high is not None else number or "?"
