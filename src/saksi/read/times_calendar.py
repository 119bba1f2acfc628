"""Days, weeks, months and years as EDTF (ISO 8601-2), and counting from one to another."""

import calendar
from datetime import date, timedelta

_MONTHS = 12
_WEIGHTS = {1: (1, 4), 0: (6, 1), -1: (12, 1)}  # of a distance ahead and of one behind, by direction


def day_value(day: date) -> str:
    """A day: "2020-02-27"."""
    return day.isoformat()


def month_value(year: int, month: int) -> str:
    """A month: "2020-02"."""
    return f"{year:04}-{month:02}"


def year_value(year: int) -> str:
    """A year: "2020"."""
    return f"{year:04}"


def portion_of_year(year: int, start: bool, end: bool) -> str:
    """A year, or its first or last quarter where only its start or end is meant."""
    if start:
        return span_value(month_value(year, 1), month_value(year, 3))
    if end:
        return span_value(month_value(year, 10), month_value(year, 12))
    return year_value(year)


def span_value(first: str, last: str) -> str:
    """An interval; one value alone where both ends are the same."""
    return first if first == last else f"{first}/{last}"


def start_of(value: str) -> str:
    """The start of an interval, or the value itself."""
    return value.partition("/")[0]


def end_of(value: str) -> str:
    """The end of an interval, or the value itself."""
    return value.rpartition("/")[2]


def make_day(year: int, month: int, day: int) -> date | None:
    """The day, None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def move_month(year: int, month: int, by: int) -> tuple[int, int]:
    """The month so many months later."""
    index = year * _MONTHS + month - 1 + by
    return index // _MONTHS, index % _MONTHS + 1


def week_value(day: date, by: int = 0) -> str:
    """The week from Monday to Sunday that holds the day, or so many weeks later."""
    monday = day - timedelta(day.weekday()) + timedelta(weeks=by)
    return span_value(day_value(monday), day_value(monday + timedelta(6)))


def weekday_before(day: date, weekday: int, *, strictly: bool = False) -> date:
    """The latest such weekday (1 is Monday) up to the day."""
    back = (day.isoweekday() - weekday) % 7
    return day - timedelta(back or (7 if strictly else 0))


def weekday_after(day: date, weekday: int, *, strictly: bool = False) -> date:
    """The earliest such weekday (1 is Monday) from the day on."""
    on = (weekday - day.isoweekday()) % 7
    return day + timedelta(on or (7 if strictly else 0))


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def nearest_day(published: date, month: int, day: int, direction: int, weekday: int | None = None) -> date | None:
    """The year's day that is meant near the day of publication.

    direction: 1 ahead, -1 behind, 0 unknown; the other side must then be so many times nearer. A weekday that some year
    within five fits decides alone.
    """
    years = range(published.year - 5, published.year + 6)
    days = [found for year in years if (found := make_day(year, month, day))]
    fitting = [found for found in days if found.isoweekday() == weekday]
    if fitting:
        return min(fitting, key=lambda found: abs((found - published).days))
    ahead, behind = _WEIGHTS[direction]

    def distance(found: date) -> int:
        away = (found - published).days
        return away * ahead if away > 0 else -away * behind

    return min(days, key=distance, default=None)


def follows(first: str, last: str) -> bool:
    """Whether the second day, month or year comes right after the first."""
    if first.startswith("X") or last.startswith("X"):
        return False
    if len(first) == len("2020"):
        return int(last) - int(first) == 1
    if len(first) == len("2020-02"):
        return move_month(int(first[:4]), int(first[5:]), 1) == (int(last[:4]), int(last[5:]))
    return date.fromisoformat(last) - date.fromisoformat(first) == timedelta(1)
