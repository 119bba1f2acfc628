"""What times relative to others mean: "pekan lalu", "dua hari kemudian", "48 jam terakhir".

A resolver takes an Expression and returns its EDTF value, or None where nothing fixes one.
"""

from datetime import date, timedelta
from math import ceil

from saksi.read.times_calendar import (
    day_value,
    month_value,
    move_month,
    portion_of_year,
    span_value,
    start_of,
    week_value,
    weekday_after,
    weekday_before,
    year_value,
)
from saksi.read.times_expression import Expression

_AHEAD = 1
_HOURS = 24
_DAYS = {"day": 1, "night": 1, "week": 7}
_HOURLY = {"hour": 1.0, "minute": 1 / 60, "second": 1 / 3600}
_MONTHS = {"month": 1, "quarter": 3, "semester": 6}
_YEARS = {"year": 1, "decade": 10, "century": 100}
_DAY_LENGTH = len("2020-02-27")


def read_unit(at: Expression) -> str | None:
    """This, the last or the next week, month or year, or a part of it."""
    unit, published, shift = at.unit(), at.calendar.published, at.shift()
    if at.has("later", "before_it"):
        return _beside_last(at, unit, 1 if at.has("later") else -1)
    if published is None or shift is None:
        return None
    if unit == "week":
        return _portion_of_week(at, published + timedelta(weeks=shift))
    if unit in {"day", "night"}:
        return day_value(published + timedelta(shift))
    if unit == "month":
        return month_value(*move_month(published.year, published.month, shift))
    return portion_of_year(published.year + shift, *at.portion()) if unit == "year" else None


def _portion_of_week(at: Expression, day: date) -> str:
    monday = day - timedelta(day.weekday())
    if at.has("start"):
        return span_value(day_value(monday), day_value(monday + timedelta(1)))
    if at.has("end"):
        return span_value(day_value(monday + timedelta(5)), day_value(monday + timedelta(6)))
    return week_value(day)


def _beside_last(at: Expression, unit: str | None, by: int) -> str | None:
    last = start_of(at.calendar.last or "")
    if not last or not last[:4].isdigit():
        return None
    if unit == "year":
        return year_value(int(last[:4]) + by)
    if unit == "month" and len(last) >= len("2020-02"):
        return month_value(*move_month(int(last[:4]), int(last[5:7]), by))
    return day_value(date.fromisoformat(last) + timedelta(by)) if unit == "day" and len(last) == _DAY_LENGTH else None


def read_edge(at: Expression) -> str | None:
    """The end or start of the running week, month or year: "akhir tahun"."""
    published, unit = at.calendar.published, at.unit()
    if published is None:
        return None
    if unit == "month":
        return month_value(published.year, published.month)
    if unit == "week" and at.has("end"):
        saturday = weekday_after(published, 6) if at.direction() == _AHEAD else weekday_before(published, 6)
        return span_value(day_value(saturday), day_value(saturday + timedelta(1)))
    return portion_of_year(published.year, *at.portion()) if unit == "year" else None


def _moved(day: date, unit: str | None, count: float) -> str | None:
    if unit in _HOURLY:
        return day_value(day + timedelta(round(count * _HOURLY[unit] / _HOURS)))
    if unit in _DAYS:
        return day_value(day + timedelta(count * _DAYS[unit]))
    if unit in _MONTHS:
        return month_value(*move_month(day.year, day.month, int(count * _MONTHS[unit])))
    year = day.year + int(count * _YEARS.get(unit or "", 0))
    return year_value(year) if unit in _YEARS and year > 0 else None


def read_relative(at: Expression) -> str | None:
    """So many days, weeks, months or years before or after: "dua hari lalu", "sehari sebelumnya"."""
    count, unit, published = at.count(), at.unit(), at.calendar.published
    if count is None:
        return None
    ahead = at.has("later", "after_it", "afterwards")
    if ahead or at.has("before_it"):
        base = at.calendar.last or ""
        if len(start_of(base)) != 10 or not base[:4].isdigit():
            return None
        value = _moved(date.fromisoformat(start_of(base)), unit, count if ahead else -count)
    elif published is None:
        return None
    else:
        value = _moved(published, unit, -count if at.has("ago") else count)
    return f"{value}~" if value and at.has("about") and len(value) == _DAY_LENGTH else value


def read_stretch(at: Expression) -> str | None:
    """The last or the coming so many hours, days, months: "48 jam terakhir"."""
    count, unit, published = at.count(), at.unit(), at.calendar.published
    if count is None or published is None:
        return None
    if unit in _HOURLY:
        count, unit = ceil(count * _HOURLY[unit] / _HOURS), "day"
    far = _moved(published, unit, -count if at.has("last") else count)
    near = _moved(published, unit, 0)
    if far is None or near is None:
        return None
    return span_value(far, near) if at.has("last") else span_value(near, far)


def read_named_day(at: Expression) -> str | None:
    """Yesterday, tomorrow."""
    published = at.calendar.published
    away = at.looked_up(at.forms.times.days, at.field_words("named"))
    return day_value(published + timedelta(away)) if published and away is not None else None


def read_today(at: Expression) -> str | None:
    """Today or a part of it."""
    return day_value(at.calendar.published) if at.calendar.published else None


def read_last_night(at: Expression) -> str | None:
    """The night before the day of publication."""
    return day_value(at.calendar.published - timedelta(1)) if at.calendar.published else None


def read_that_day(at: Expression) -> str | None:
    """The day named last: "pada hari yang sama"."""
    return _beside_last(at, "day", 0)


def read_next_day(at: Expression) -> str | None:
    """The day after the day named last."""
    return _beside_last(at, "day", 1)


def read_previous_day(at: Expression) -> str | None:
    """The day before the day named last."""
    return _beside_last(at, "day", -1)


def read_nothing(_: Expression) -> str | None:
    """Expressions without a place in the calendar: "beberapa pekan lalu", "30 hari"."""
    return None
