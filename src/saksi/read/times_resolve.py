"""Which resolver reads which form of time expressions."""

from collections.abc import Callable

from saksi.read.times_expression import Expression
from saksi.read.times_named import (
    read_century,
    read_date,
    read_dates,
    read_day_number,
    read_decade,
    read_month,
    read_months,
    read_weekday,
    read_year,
    read_years,
)
from saksi.read.times_relative import (
    read_edge,
    read_last_night,
    read_named_day,
    read_next_day,
    read_nothing,
    read_previous_day,
    read_relative,
    read_stretch,
    read_that_day,
    read_today,
    read_unit,
)

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
    "that_day": read_that_day,
    "vague": read_nothing,
    "nothing": read_nothing,
    "duration": read_nothing,
    "set": read_nothing,
    "clock": read_nothing,
}
