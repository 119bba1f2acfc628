"""What times with a name or number mean: days, weekdays, months, years, decades, centuries.

A resolver takes an Expression and returns its EDTF value, or None where nothing fixes one.
"""

from datetime import date, timedelta

from saksi.read.times_calendar import (
    day_value,
    make_day,
    month_value,
    move_month,
    nearest_day,
    portion_of_year,
    span_value,
    weekday_after,
    weekday_before,
    year_value,
)
from saksi.read.times_expression import Expression

_AHEAD, _BEHIND = 1, -1
_LAST_MONTH = 12
_LONG_AGO = 5  # days back from which a bare weekday is rather the coming one
_FAR = 4  # times as far ahead as behind may a month be that the words around it put ahead


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
    """A weekday: the latest one, unless the words around it look ahead or, where they do not tell, it is long ago."""
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
    direction, back = at.direction(), weekday_before(published, weekday)
    if direction == _AHEAD or (direction != _BEHIND and (published - back).days >= _LONG_AGO):
        return day_value(weekday_after(published, weekday))
    return day_value(back)


def _month_near(at: Expression, month: int, published: date) -> int:
    shift, here = at.shift(), published.month
    if at.has("year_word") and shift is not None:
        return published.year + shift
    if at.has("later") and at.calendar.last:
        year, last = int(at.calendar.last[:4]), at.calendar.last[5:7]
        return year + (month <= int(last or _LAST_MONTH))
    if shift == 0:
        return published.year
    side = at.side()
    ahead = (month - here) % _LAST_MONTH
    if side == _AHEAD and ahead <= _FAR * (_LAST_MONTH - ahead):
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


def read_year(at: Expression) -> str | None:
    """A year, or a part of one."""
    year = at.year()
    return portion_of_year(year, *at.portion()) if year is not None else None


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
    if not at.has("year", "year_word", "unit"):
        return None  # "30-an orang"
    if at.calendar.published and year > at.calendar.published.year:
        year -= 100  # "tahun 40-an"
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
