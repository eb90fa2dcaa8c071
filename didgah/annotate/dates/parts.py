"""Parts of a month, season or year: thirds, halves, quarters."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from didgah.annotate.dates.values import RANGE, Value
from didgah.language.conversion import from_calendar, month_end, months_on, to_calendar
from didgah.model import Calendar, Precision


def months_of_year(calendar: Calendar, year: int, first: int, length: int) -> Value | None:
    """`length` months of a year from its month `first`: a quarter, a half."""
    low, high = RANGE[calendar]
    if not low <= year <= high:
        return None
    last = month_end(calendar, *months_on(year, first, length - 1))
    return Value(from_calendar(calendar, year, first, 1), last, "season", calendar)


def part(value: Value, third: int) -> Value:
    """The beginning (0), middle (1) or end (2) of a month, season or year, roughly."""
    if value.first is None or value.last is None or value.precision == "day":
        return replace(value, approximate=True)
    length = (value.last - value.first).days + 1
    first = value.first + timedelta(length * third // 3)
    last = value.first + timedelta(length * (third + 1) // 3 - 1)
    if value.precision == "month":  # the tens of a month
        first = value.first + timedelta(10 * third)
        last = value.last if third == 2 else first + timedelta(9)
    elif value.precision == "decade":  # the first four years, the next three, the last three
        year = value.first.year + (0, 4, 7)[third]
        first = value.first.replace(year=year)
        end = value.first.replace(year=value.first.year + (4, 7, 10)[third])
        last = end - timedelta(1)
        return replace(value, first=first, last=last, precision="year", approximate=True)
    elif value.precision == "year" and length < 370:
        if third != 1:  # the first and the last quarter of a year
            first = value.first + timedelta(length * 3 // 4) if third else value.first
            last = value.last if third else value.first + timedelta(length // 4)
        first, last = _whole_months(first, last)
    return replace(value, first=first, last=last, precision=_finer(value), approximate=True)


def _whole_months(first: date, last: date) -> tuple[date, date]:
    """The nearest whole months of the calendar in which `first` or `last` bounds one."""
    calendars: tuple[Calendar, ...] = ("gregorian", "solar_hijri")
    for calendar in calendars:
        year, number, day = to_calendar(first, calendar)
        after = to_calendar(last + timedelta(1), calendar)
        if day == 1 or after[2] == 1:
            if day > 15:
                year, number = months_on(year, number, 1)
            end = months_on(*after[:2], -1 if after[2] <= 15 else 0)
            return from_calendar(calendar, year, number, 1), month_end(calendar, *end)
    return first, last


def half(value: Value, number: int) -> Value:
    """The first (0) or second (1) half of a year or month."""
    if value.first is None or value.last is None:
        return value
    middle = value.first + timedelta((value.last - value.first).days // 2)
    span = (value.first, middle) if number == 0 else (middle + timedelta(1), value.last)
    if value.precision == "year":
        span = _whole_months(*span)
    return replace(value, first=span[0], last=span[1], precision=_finer(value))


def _finer(value: Value) -> Precision:
    """The precision of a part of `value`; a part of a century is some years."""
    if value.precision == "month":
        return "days"
    if value.precision != "year" or value.first is None or value.last is None:
        return value.precision
    return "season" if (value.last - value.first).days < 370 else "year"
