"""Days, months, years and spans that date expressions stand for.

Pure arithmetic: what a text says (a day and a month, a weekday, "last week") and the day it
was published give a closed interval, its precision, and what had to be assumed. Nothing here
knows a word of any language.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from didgah.language.conversion import from_calendar, month_end, months_on, to_calendar
from didgah.model import Calendar, DateType, Precision

# Which side of the publication date an expression without a year lies on.
PAST, UNTOLD, FUTURE = -1, 0, 1

# A day so little ahead is meant rather than last year's, whatever the tense of some verb.
_SOON = 14
# The years of each calendar that are converted.
RANGE: dict[Calendar, tuple[int, int]] = {
    "gregorian": (1, 2200), "solar_hijri": (1, 1600), "lunar_hijri": (1343, 1500),
}


@dataclass(frozen=True, slots=True)
class Value:
    """What an expression resolves to; `first` and `last` are None when it stays open.

    `back` makes the value of what points back («همان سال») from the date told before.
    """

    first: date | None
    last: date | None
    precision: Precision
    calendar: Calendar
    assumed: tuple[str, ...] = ()
    approximate: bool = False
    type: DateType = "date"
    back: Callable[[Value | None, Calendar], Value] | None = None


NOTHING = Value(None, None, "unknown", "relative", ("nothing",))


def typed(kind: DateType) -> Value:
    """A time of day, a length or a repetition: no interval."""
    return Value(None, None, "unknown", "relative", type=kind)


def unit_of(before: Value | None, unit: Precision, offset: int, calendar: Calendar) -> Value:
    """The day, month or year of the resolved date `before`, or the one `offset` units on.

    A week is the seven days around the day so many weeks on. Unresolved when `before` is open,
    not as fine, or in no one month or year of `calendar`.
    """
    open_ = unresolved(unit, "relative")
    if before is None or before.first is None or before.last is None:
        return open_
    if unit in ("day", "week"):
        if before.precision != "day":
            return open_
        try:
            day = before.first + timedelta(offset * (7 if unit == "week" else 1))
            reach = timedelta(3 if unit == "week" else 0)
            return Value(day - reach, day + reach, unit, "relative", ("anaphora",), unit == "week")
        except OverflowError:
            return open_
    if unit not in ("month", "year"):
        return open_
    try:
        year, number, _ = to_calendar(before.first, calendar)
        end = to_calendar(before.last, calendar)
    except ValueError:
        return open_
    found: Value | None = None
    if unit == "month" and (year, number) == end[:2]:
        found = month(calendar, *months_on(year, number, offset), None)
    elif unit == "year" and year == end[0]:
        found = years(calendar, year + offset, year + offset)
    if found is None or found.first is None:
        return open_
    return replace(found, assumed=("anaphora",))


def unresolved(precision: Precision, calendar: Calendar) -> Value:
    """An expression that is a date for certain, though not which."""
    return Value(None, None, precision, calendar)


def days(
    calendar: Calendar, first: tuple[int | None, int, int], last: tuple[int | None, int, int],
    published: date | None, side: int = UNTOLD, weekday: int | None = None,
) -> Value | None:
    """From one (year or None, month, day) to another; None when there is no such day.

    Without a year it is the one that the weekday fits, else the nearest on the side told.
    """
    precision: Precision = "day" if first == last else "days"
    if first[0] is not None:
        start, end = _day(calendar, *first), _day(calendar, *last)
        if start is None or end is None or end < start:
            # A lunar day outside the Umm al-Qura tables is a day we cannot convert.
            known = calendar != "lunar_hijri" or 1343 <= first[0] <= 1500
            return None if known else unresolved(precision, calendar)
        conflict = weekday is not None and weekday not in (start.weekday(), end.weekday())
        return Value(start, end, precision, calendar, ("day",) if conflict else ())
    if published is None:
        # Some year must have it: 1403 and 1444 are leap years of their calendars, as 2024 is.
        leap = {"gregorian": 2024, "solar_hijri": 1403, "lunar_hijri": 1445}[calendar]
        there = _day(calendar, leap, *first[1:]) or _day(calendar, leap - 1, *first[1:])
        return unresolved(precision, calendar) if there else None
    spans = [
        (start, end)
        for year in _years_near(calendar, published, 1 if weekday is None else 3)
        if (start := _day(calendar, year, *first[1:]))
        and (end := _day(calendar, year + (last[1] < first[1]), *last[1:]))
        and start <= end
    ]
    # «سه‌شنبه ۱۲ تا ۱۴ اردیبهشت» may give the weekday of either end.
    fitting = [span for span in spans if weekday in (day.weekday() for day in span)]
    chosen = _nearest(fitting or spans, published, UNTOLD if fitting else side)
    if chosen is None:
        return None
    assumed = ("year", "day") if weekday is not None and not fitting else ("year",)
    return Value(*chosen, precision, calendar, assumed)


def month(
    calendar: Calendar, year: int | None, number: int, published: date | None,
    side: int = UNTOLD,
) -> Value | None:
    """A month, of the year that is nearest on the side told when none is given."""
    if year is not None:
        span = _month(calendar, year, number)
        if span is None:
            return unresolved("month", calendar) if calendar == "lunar_hijri" else None
        return Value(*span, "month", calendar)
    if published is None:
        return unresolved("month", calendar)
    near = _years_near(calendar, published, 1)
    spans = [span for y in near if (span := _month(calendar, y, number))]
    chosen = _nearest(spans, published, side)
    return Value(*chosen, "month", calendar, ("year",)) if chosen else None


def years(calendar: Calendar, first: int, last: int) -> Value | None:
    """Whole years of a calendar, from the first day of one to the last of another."""
    low, high = RANGE[calendar]
    if first > last:
        return None
    if not (low <= first and last <= high):
        return unresolved("year", calendar) if calendar == "lunar_hijri" else None
    return Value(
        from_calendar(calendar, first, 1, 1), month_end(calendar, last, 12), "year", calendar
    )


def decade(calendar: Calendar, first: int) -> Value | None:
    """The ten years from `first`."""
    value = years(calendar, first, first + 9)
    return replace(value, precision="decade") if value else None


def season(calendar: Calendar, year: int, number: int) -> Value | None:
    """A northern season (0 spring … 3 winter) of a solar or Gregorian year.

    Persian seasons are quarters of the solar year; others the customary three whole months,
    a winter beginning in December of the year before.
    """
    if calendar == "solar_hijri":
        begin = (year, 1 + 3 * number)
    else:
        begin = (year, 3 + 3 * number) if number < 3 else (year - 1, 12)
    low, high = RANGE[calendar]
    if not low <= year <= high:
        return None
    first = from_calendar(calendar, *begin, 1)
    return Value(first, month_end(calendar, *months_on(*begin, 2)), "season", calendar)


def _day(calendar: Calendar, year: int, number: int, day: int) -> date | None:
    low, high = RANGE[calendar]
    try:
        return from_calendar(calendar, year, number, day) if low <= year <= high else None
    except ValueError:
        return None


def _month(calendar: Calendar, year: int, number: int) -> tuple[date, date] | None:
    first = _day(calendar, year, number, 1)
    return (first, month_end(calendar, year, number)) if first else None


def _years_near(calendar: Calendar, published: date, reach: int) -> range:
    try:
        year = to_calendar(published, calendar)[0]
    except ValueError:
        return range(0)
    return range(year - reach, year + reach + 1)


def _nearest(
    spans: list[tuple[date, date]], published: date, side: int
) -> tuple[date, date] | None:
    """The span nearest to the publication: begun by then (PAST), not over by then (FUTURE)."""
    soon = published + timedelta(_SOON)
    told = [
        span for span in spans
        if (side == PAST and span[0] <= soon) or (side == FUTURE and span[1] >= published)
    ]

    def distance(span: tuple[date, date]) -> int:
        if span[0] <= published <= span[1]:
            return 0
        return min(abs((span[0] - published).days), abs((span[1] - published).days))

    return min(told or spans, key=distance, default=None)
