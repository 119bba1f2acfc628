"""The closed vocabularies of the record: PLOVER's event types and sectors, status, measures, qualifiers.

Source of the PLOVER codes: openeventdata/PLOVER, manual of 2023. Modes and contexts depend on the type and are data:
see `saksi.world.codebook`.
"""

from enum import StrEnum


class EventType(StrEnum):
    """PLOVER's sixteen event types."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


MUTUAL = frozenset({EventType.AGREE, EventType.CONSULT, EventType.COOPERATE})
"""Types in which both sides are actors and nobody is a recipient."""
SPOKEN = frozenset(
    {
        EventType.ACCUSE,
        EventType.CONCEDE,
        EventType.REJECT,
        EventType.REQUEST,
        EventType.SUPPORT,
        EventType.THREATEN,
    }
)
"""Types whose acts are done by speaking: who does them says so."""


class Status(StrEnum):
    """PLOVER's auxiliary modes: how real the event is said to be."""

    ACTUAL = "actual"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"


class Sector(StrEnum):
    """PLOVER's sectors of actors."""

    GOV = "GOV"
    MIL = "MIL"
    COP = "COP"
    JUD = "JUD"
    LEG = "LEG"
    PTY = "PTY"
    REB = "REB"
    SPY = "SPY"
    PRM = "PRM"
    UAF = "UAF"
    UNK = "UNK"
    CVL = "CVL"
    REF = "REF"
    OPP = "OPP"
    SOC = "SOC"
    JRN = "JRN"
    BUS = "BUS"
    MED = "MED"
    EDU = "EDU"
    REL = "REL"
    LAB = "LAB"
    AGR = "AGR"
    CRM = "CRM"
    ELI = "ELI"
    PRE = "PRE"
    IGO = "IGO"
    NGO = "NGO"


class Measure(StrEnum):
    """What a figure counts."""

    KILLED = "killed"
    WOUNDED = "wounded"
    KILLED_OR_WOUNDED = "killed_or_wounded"
    CAPTURED = "captured"
    NEUTRALISED = "neutralised"
    MISSING = "missing"
    DISPLACED = "displaced"
    MIGRANTS = "migrants"
    DETAINED = "detained"
    STRIKES = "strikes"
    PERSONNEL = "personnel"
    PARTICIPANTS = "participants"
    WEAPONS = "weapons"
    MONEY = "money"
    OTHER = "other"


class Qualifier(StrEnum):
    """How exact a number is said to be."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    ABOUT = "about"
    BETWEEN = "between"
    SEVERAL = "several"
    TEENS = "teens"
    DOZENS = "dozens"
    HUNDREDS = "hundreds"
    THOUSANDS = "thousands"
    MILLIONS = "millions"


class Voice(StrEnum):
    """Whether a statement gives the speaker's words or their sense."""

    DIRECT = "direct"
    INDIRECT = "indirect"
