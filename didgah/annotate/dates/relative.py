"""Days and spans counted from the day of publication: yesterday, last week, 15 years ago."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from didgah.annotate.dates.values import FUTURE, PAST, Value, unresolved, years
from didgah.language.conversion import from_calendar, month_end, months_on, to_calendar
from didgah.model import Calendar, Precision


def relative_day(published: date | None, offset: int, assumed: tuple[str, ...] = ()) -> Value:
    """A day counted from the publication: yesterday is -1."""
    if published is None:
        return unresolved("day", "relative")
    day = published + timedelta(offset)
    return Value(day, day, "day", "relative", assumed)


def weekday(
    published: date | None, number: int, side: int = PAST, named: bool = False,
) -> Value:
    """A weekday (Monday 0): the latest one up to the publication, or the next one after it.

    `named` is True when the text says last or next: then the day of publication is neither.
    """
    if published is None:
        return unresolved("day", "relative")
    if side == FUTURE:
        ahead = (number - published.weekday()) % 7 or (7 if named else 0)
        return relative_day(published, ahead, () if named else ("week",))
    back = (published.weekday() - number) % 7 or (7 if named else 0)
    return relative_day(published, -back, () if named else ("week",))


def week(published: date | None, offset: int, begins: int, day: int | None = None) -> Value:
    """A week before, of or after the publication, or one weekday of it.

    `begins` is the weekday that a week begins with: Saturday (5) in Iran, Monday (0) in Russia.
    """
    if published is None:
        return unresolved("week" if day is None else "day", "relative")
    start = published - timedelta((published.weekday() - begins) % 7) + timedelta(7 * offset)
    if day is not None:
        start += timedelta((day - begins) % 7)
        return Value(start, start, "day", "relative")
    return Value(start, start + timedelta(6), "week", "relative")


def unit_by_offset(
    published: date | None, unit: Precision, offset: int, calendar: Calendar,
    assumed: tuple[str, ...] = (),
) -> Value:
    """Last, this or next month, season or year, in whole units of `calendar`."""
    if published is None:
        return unresolved(unit, "relative")
    try:
        year, number, _ = to_calendar(published, calendar)
    except ValueError:  # before the lunar calendar's tables
        return unresolved(unit, "relative")
    if unit == "month":
        begin = months_on(year, number, offset)
        span = (from_calendar(calendar, *begin, 1), month_end(calendar, *begin))
    else:
        year += offset
        span = (from_calendar(calendar, year, 1, 1), month_end(calendar, year, 12))
    return Value(*span, unit, "relative", assumed)


def decade_or_century(
    published: date | None, unit: str, offset: int, calendar: Calendar
) -> Value:
    """Last, this or next decade or century; roughly, for people mean ten years as often."""
    precision: Precision = "decade" if unit == "decade" else "year"
    if published is None or (unit == "decade" and offset):  # "the past decade": which ten years?
        return unresolved(precision, "relative")
    size = 10 if unit == "decade" else 100
    year = to_calendar(published, calendar)[0]
    begin = year - year % size + offset * size + (0 if size == 10 else 1)
    found = years(calendar, begin, begin + size - 1)
    if found is None or found.first is None:
        return unresolved(precision, "relative")
    assumed = ("calendar",) if calendar != "gregorian" else ()
    return Value(found.first, found.last, precision, "relative", assumed, True)


def ago(published: date | None, count: int, unit: Precision, about: bool) -> Value | None:
    """`count` days, weeks, months, years or decades before (negative: after) the publication.

    A count of years means a Gregorian year; "about" widens by one unit to either side.
    """
    precision: Precision = "days" if unit == "day" and about else unit
    if published is None:
        return replace(unresolved(precision, "relative"), approximate=about)
    slack = 1 if about else 0
    try:
        if unit in ("day", "week"):
            size = 1 if unit == "day" else 7
            middle = published - timedelta(size * count)
            first = middle - timedelta(size * slack + (3 if unit == "week" else 0))
            last = middle + timedelta(size * slack + (3 if unit == "week" else 0))
        elif unit == "month":
            begin = months_on(published.year, published.month, -count - slack)
            end = months_on(published.year, published.month, -count + slack)
            first, last = date(*begin, 1), month_end("gregorian", *end)
        else:
            size = 10 if unit == "decade" else 1
            slack = size // 2 if unit == "decade" else slack
            year = published.year - size * count
            first, last = date(year - slack, 1, 1), date(year + slack, 12, 31)
    except (ValueError, OverflowError):
        return None
    return Value(first, last, precision, "relative", (), about)


def stretch(published: date | None, count: int, unit: Precision, forward: bool) -> Value | None:
    """The last (or next) `count` units up to (or from) the publication: «سه سال گذشته»."""
    if published is None:
        return unresolved(unit, "relative")
    try:
        if unit in ("day", "week"):
            length = timedelta(count * (7 if unit == "week" else 1))
            other = published + length if forward else published - length
        else:
            months = count * {"month": 1, "year": 12, "decade": 120}[unit]
            sign = 1 if forward else -1
            year, number = months_on(published.year, published.month, sign * months)
            other = date(year, number, min(published.day, month_end("gregorian", year, number).day))
    except (ValueError, OverflowError):
        return None
    return Value(min(published, other), max(published, other), unit, "relative", (), True)
