"""Scores the reader of times on the test set of IndoTimex (Mirza 2015): python benchmarks/indotimex.py FOLDER

FOLDER holds its gold files (*.tml). Recognition is strict: same first and last character. A value counts where it is
the annotated TIMEX3 value. Printed are precision, recall and F1 of recognition, and values right of those recognised
and of all annotated. Its annotators mark durations, clock times and vague references too, so this scores the scan
before `find_times` drops what has no place in the calendar, with values written as TIMEX3 has them.
"""

import argparse
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from saksi.read.times_expression import Expression
from saksi.read.times_scan import Timed, scan
from saksi.read.words import split_words

_TAG = re.compile(r"<TIMEX3[^>]*?value=\"([^\"]*)\"[^>]*>(.*?)</TIMEX3>", re.DOTALL)
_BODY = re.compile(r"<TEXT>(.*?)</TEXT>", re.DOTALL)
_PARTS = {
    "pagi": "MO", "subuh": "MO", "fajar": "MO", "dini": "MO", "siang": "AF", "sore": "AF",
    "petang": "EV", "senja": "EV", "malam": "NI",
}  # fmt: skip
_CLOCK = {"second": "S", "minute": "M", "hour": "H"}
_DAYS = {"day": "D", "night": "D", "week": "W", "month": "M", "quarter": "Q", "year": "Y", "decade": "DE"}
_SEASONS = {"hujan": "WI", "penghujan": "WI", "dingin": "WI", "salju": "WI", "panas": "SU", "semi": "SP", "gugur": "FA"}
_DAY = len("2014-12-29")

Marks = dict[tuple[int, int], str]


def gold(source: str) -> tuple[str, date, Marks]:
    """The text of a file without tags, its day of publication, and the values of its annotated spans."""
    published = date.fromisoformat(_TAG.findall(source)[0][0][:_DAY])
    body = _BODY.search(source)
    marked = body.group(1) if body else ""
    text, marks, at = "", {}, 0
    for match in _TAG.finditer(marked):
        text += marked[at : match.start()]
        marks[len(text), len(text) + len(match.group(2))] = match.group(1)
        text += match.group(2)
        at = match.end()
    return text + marked[at:], published, marks


def read(text: str, published: date) -> Marks:
    """The values that saksi gives to the spans of the text that it recognises."""
    words = split_words(text)
    day = published.isoformat()
    found: Marks = {}
    for timed in scan(words, published, "id"):
        if timed.value and len(timed.value) == _DAY:
            day = timed.value
        value = _value(timed, day, published)
        found[words[timed.first].start, words[timed.last].end] = value
    return found


def _value(timed: Timed, day: str, published: date) -> str:
    at = timed.expression
    words = [word.lower for word in at.words[timed.first : timed.last + 1]]
    if timed.reads in {"duration", "stretch"}:
        return _length(at)
    if timed.reads == "that_day":
        return day
    if timed.reads == "vague":
        return _vague(at, words, published)
    if timed.reads == "set":
        return f"P1{_DAYS.get(at.unit() or '', 'X')}"
    return _calendar(timed, words, day)


def _calendar(timed: Timed, words: list[str], day: str) -> str:
    value = (timed.value or day).rstrip("~")
    if timed.reads == "unit" and timed.expression.unit() == "week" and "/" in value:
        year, week, _ = date.fromisoformat(value[:_DAY]).isocalendar()
        return f"{year}-W{week:02}"
    if timed.reads == "decade":
        return value[:3]
    if timed.reads == "century":
        return value[:2]
    if "/" in value and timed.reads in {"year", "edge", "unit"}:
        value = value[:4]
    return value + _hour(words) if len(value) == _DAY else value


def _hour(words: list[str]) -> str:
    clock = next((word for word in words if re.fullmatch(r"\d{1,2}[.:]\d\d(?:[.:]\d\d)?", word)), None)
    if clock:
        hour, _, rest = clock.replace(".", ":").partition(":")
        return f"T{int(hour):02}:{rest}"
    part = next((_PARTS[word] for word in words if word in _PARTS), None)
    return f"T{part}" if part else ""


def _length(at: Expression) -> str:
    unit = at.unit() or ""
    if at.has("half"):
        return {"day": "PT12H", "hour": "PT30M", "year": "P6M"}.get(unit, "PXX")
    count = at.count() if at.has("number", "numeral", "fused") else None
    number = "X" if count is None else str(count)
    return f"PT{number}{_CLOCK[unit]}" if unit in _CLOCK else f"P{number}{_DAYS.get(unit, 'X')}"


def _vague(at: Expression, words: list[str], published: date) -> str:
    if at.has("season"):
        return f"{published.year}-{next((_SEASONS[word] for word in words if word in _SEASONS), 'XX')}"
    if at.has("while") or (at.has("few") and at.has("moment")):
        return "PXX"
    if at.has("long_units"):
        return "PX" + next((_DAYS[unit] for word in words if (unit := at.forms.times.units.get(word)) in _DAYS), "X")
    if at.has("few", "many"):
        return "PAST_REF" if at.has("ago") else _length(at)
    if at.has("now") or (at.has("moment") and at.has("this")):
        return "PRESENT_REF"
    return "PAST_REF"


def _files(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.glob("*.tml")):
        yield path.name, path.read_text(encoding="utf-8", errors="replace")


def main() -> None:
    """Scores a folder and prints the result."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--detail", action="store_true", help="print what is missed, invented or valued otherwise")
    arguments = parser.parse_args()
    hits = right = wanted = given = 0
    for name, source in _files(arguments.folder):
        text, published, marks = gold(source)
        found = read(text, published)
        both = marks.keys() & found.keys()
        hits, wanted, given = hits + len(both), wanted + len(marks), given + len(found)
        right += sum(marks[span] == found[span] for span in both)
        if arguments.detail:
            _show(name, text, marks, found)
    precision, recall = hits / given, hits / wanted
    print(f"expressions {wanted}, found {given}")
    print(f"recognition  P {precision:.4f}  R {recall:.4f}  F1 {2 * precision * recall / (precision + recall):.4f}")
    print(f"values right: {right / hits:.4f} of those recognised, {right / wanted:.4f} of all, ", end="")
    print(f"F1 {2 * right / (wanted + given):.4f}")


def _show(name: str, text: str, marks: Marks, found: Marks) -> None:
    print(name)
    for start, end in sorted(marks.keys() | found.keys()):
        values = marks.get((start, end)), found.get((start, end))
        if values[0] != values[1]:
            print("  ", repr(text[start:end]), values)


if __name__ == "__main__":
    main()
