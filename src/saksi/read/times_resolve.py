"""What the forms of time expressions mean against the day of publication and the times named before.

A resolver takes an Expression and returns its EDTF value, or None where nothing fixes one.
"""

from collections.abc import Callable
from datetime import date, timedelta
from math import ceil

from saksi.read.times_calendar import (
    day_value,
    make_day,
    month_value,
    move_month,
    nearest_day,
    span_value,
    start_of,
    week_value,
    weekday_after,
    weekday_before,
    year_value,
)
from saksi.read.times_expression import Expression

_AHEAD, _BEHIND = 1, -1
_HOURS = 24
_LAST_MONTH = 12
_DAYS = {"day": 1, "night": 1, "week": 7}
_HOURLY = {"hour": 1.0, "minute": 1 / 60, "second": 1 / 3600}
_MONTHS = {"month": 1, "quarter": 3, "semester": 6}
_YEARS = {"year": 1, "decade": 10, "century": 100}


def read_date(at: Expression) -> str | None:
    """A day of a month, with or without weekday and year."""
    day, month = at.number("day"), at.month()
    if day is None or month is None or not make_day(2000, month, day):
        return None
    year = at.year()
    if year is not None:
        found = make_day(year, month, day)
        return day_value(found) if found else None
    published = at.calendar.published
    if published is None:
        return f"XXXX-{month:02}-{day:02}"
    shift = at.shift()
    if at.has("year_word") and shift is not None:
        found = make_day(published.year + shift, month, day)
    else:
        found = nearest_day(published, month, day, at.side(), at.weekday())
    return day_value(found) if found else None


def read_dates(at: Expression) -> str | None:
    """Two days of one month: "3-5 Mei"."""
    last, month, first = at.number("day2"), at.month(), at.number("day")
    if last is None or month is None or first is None:
        return None
    published, year = at.calendar.published, at.year()
    if year is None and published is None:
        return span_value(f"XXXX-{month:02}-{first:02}", f"XXXX-{month:02}-{last:02}")
    if year is None and published is not None:
        near = nearest_day(published, month, last, at.side())
        year = near.year if near else published.year
    end = make_day(year or 0, month, last)
    if end is None:
        return None
    from_year, from_month = (end.year, month) if first <= last else move_month(end.year, month, -1)
    start = make_day(from_year, from_month, first)
    return span_value(day_value(start), day_value(end)) if start else None


def read_day_number(at: Expression) -> str | None:
    """A day whose month is not said: "tanggal 24"."""
    day, published = at.number("day"), at.calendar.published
    if day is None or published is None:
        return None
    near = [move_month(published.year, published.month, by) for by in (-1, 0, 1)]
    days = [found for year, month in near if (found := make_day(year, month, day))]
    side = at.side()
    fitting = [found for found in days if (found - published).days * side >= 0] or days
    found = min(fitting, key=lambda found: abs((found - published).days), default=None)
    return day_value(found) if found else None


def read_weekday(at: Expression) -> str | None:
    """A weekday: the latest one unless the words around it look ahead."""
    weekday, published = at.weekday(), at.calendar.published
    if weekday is None or published is None:
        return None
    shift = at.shift()
    monday = published - timedelta(published.weekday())
    if at.has("week_word") and shift is not None:
        return day_value(monday + timedelta(7 * shift + weekday - 1))
    if shift == _BEHIND:
        return day_value(weekday_before(published, weekday, strictly=True))
    if shift == _AHEAD:
        return day_value(weekday_after(published, weekday, strictly=True))
    if shift == 0 and not at.has("part"):
        return day_value(monday + timedelta(weekday - 1))
    if at.direction() == _AHEAD:
        return day_value(weekday_after(published, weekday))
    return day_value(weekday_before(published, weekday))


def _month_near(at: Expression, month: int, published: date) -> int:
    shift, here = at.shift(), published.month
    if at.has("year_word") and shift is not None:
        return published.year + shift
    if at.has("later") and at.calendar.last:
        year, last = int(at.calendar.last[:4]), at.calendar.last[5:7]
        return year + (month <= int(last or _LAST_MONTH))
    if shift == 0:
        return published.year
    if at.side() == _AHEAD:
        return published.year + (month < here)
    return published.year - (month > here)


def read_month(at: Expression) -> str | None:
    """A month, with or without a year."""
    month, year, published = at.month(), at.year(), at.calendar.published
    if month is None:
        return None
    if year is None and published is None:
        return f"XXXX-{month:02}"
    if year is None and published is not None:
        year = _month_near(at, month, published)
    return month_value(year or 0, month)


def read_months(at: Expression) -> str | None:
    """Two months of one year: "April dan Mei tahun lalu"."""
    first, last, published = at.month(), at.month("month2"), at.calendar.published
    year = at.year()
    if first is None or last is None:
        return None
    if year is None and published is None:
        return span_value(f"XXXX-{first:02}", f"XXXX-{last:02}")
    if year is None and published is not None:
        year = _month_near(at, last, published)
    return span_value(month_value((year or 0) - (first > last), first), month_value(year or 0, last))


def _portion_of_year(at: Expression, year: int) -> str:
    if at.has("start"):
        return span_value(month_value(year, 1), month_value(year, 3))
    if at.has("end"):
        return span_value(month_value(year, 10), month_value(year, 12))
    return year_value(year)


def read_year(at: Expression) -> str | None:
    """A year, or a part of one."""
    year = at.year()
    return _portion_of_year(at, year) if year is not None else None


def read_years(at: Expression) -> str | None:
    """Two years: "2015-16"."""
    first, last = at.year(), at.number("year2")
    if first is None or last is None:
        return None
    last = last if last >= 1000 else first - first % 100 + last
    return span_value(year_value(first), year_value(last)) if first < last else None


def read_decade(at: Expression) -> str | None:
    """Ten years: "1990-an". Early, middle or late in them stays open."""
    year = at.year()
    if year is None or year % 10 or at.has("start", "middle", "end"):
        return None
    return span_value(year_value(year), year_value(year + 9))


def read_century(at: Expression) -> str | None:
    """A hundred years: "abad ke-20"."""
    number = at.number("n") or _roman(at.field_words("roman"))
    if not number or at.has("start", "middle", "end"):
        return None
    return span_value(year_value(number * 100 - 99), year_value(number * 100))


def _roman(words: list[str]) -> int:
    values = {"i": 1, "v": 5, "x": 10}
    digits = [values.get(letter, 0) for letter in "".join(words)]
    return sum(-one if one < after else one for one, after in zip(digits, [*digits[1:], 0], strict=True))


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
    return _portion_of_year(at, published.year + shift) if unit == "year" else None


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
    if unit == "month" and len(last) >= 7:
        return month_value(*move_month(int(last[:4]), int(last[5:7]), by))
    return day_value(date.fromisoformat(last) + timedelta(by)) if unit == "day" and len(last) == 10 else None


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
    return _portion_of_year(at, published.year) if unit == "year" else None


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
    if at.has("later", "before_it"):
        base = at.calendar.last or ""
        if len(start_of(base)) != 10 or not base[:4].isdigit():
            return None
        value = _moved(date.fromisoformat(start_of(base)), unit, count if at.has("later") else -count)
    elif published is None:
        return None
    else:
        value = _moved(published, unit, -count if at.has("ago") else count)
    return f"{value}~" if value and at.has("about") and len(value) == 10 else value


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


def read_next_day(at: Expression) -> str | None:
    """The day after the day named last."""
    return _beside_last(at, "day", 1)


def read_previous_day(at: Expression) -> str | None:
    """The day before the day named last."""
    return _beside_last(at, "day", -1)


def read_nothing(_: Expression) -> str | None:
    """Expressions without a place in the calendar: "beberapa pekan lalu", "30 hari"."""
    return None


Resolver = Callable[[Expression], str | None]

RESOLVERS: dict[str, Resolver] = {
    "date": read_date,
    "dates": read_dates,
    "day_number": read_day_number,
    "weekday": read_weekday,
    "month": read_month,
    "months": read_months,
    "year": read_year,
    "years": read_years,
    "decade": read_decade,
    "century": read_century,
    "unit": read_unit,
    "edge": read_edge,
    "relative": read_relative,
    "stretch": read_stretch,
    "named_day": read_named_day,
    "today": read_today,
    "last_night": read_last_night,
    "next_day": read_next_day,
    "previous_day": read_previous_day,
    "that_day": read_nothing,
    "vague": read_nothing,
    "duration": read_nothing,
    "set": read_nothing,
    "clock": read_nothing,
}
