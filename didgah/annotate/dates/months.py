"""Readings of months, their parts and runs: «اواخر آذر», "from May to June 2021"."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from didgah.annotate.dates import values
from didgah.annotate.dates.reader import (
    Found,
    believable_year,
    completed,
    parted,
    plausible,
    which_of,
    with_assumed,
    year_now,
    year_of,
)
from didgah.annotate.dates.values import FUTURE, PAST, UNTOLD, Value
from didgah.language.conversion import to_calendar
from didgah.model import Calendar, Precision


def year_beside(
    found: Found, calendar: Calendar, precision: Precision
) -> tuple[int | None, tuple[str, ...]] | Value | None:
    """The year told beside a month of `calendar`, if any, and what was assumed in it.

    A date that stays open when no such year can be meant; None for a month that says nothing
    without its year.
    """
    year, assumed = year_of(found)
    if year is None:
        return None if calendar in found.customs.foreign_months else (None, ())
    if assumed:
        year = completed(year, calendar, found.published)
    if not plausible(year, calendar) or found.value("era") not in (None, calendar):
        return values.unresolved(precision, calendar)
    return year, assumed


def whole_month(found: Found) -> Value | None:
    """A month with or without a year, or the beginning, middle or end of it."""
    named = month_of(found)
    if named is None:
        return values.unresolved("month", "relative")
    calendar, number = named
    if not believable_year(found):
        return None
    told = year_beside(found, calendar, "month")
    if told is None or isinstance(told, Value):
        return told
    year, assumed = told
    offset, of_year = which_of(found)
    side: int | None = None
    if year is None and offset is not None:
        now = year_now(found, calendar)
        if now is None:
            return values.unresolved("month", calendar)
        if of_year:
            year = now + offset
        elif offset == 0:
            side = UNTOLD
        else:
            return parted(found, with_assumed(_month_beside(found, named, offset), ()))
    if year is None and side is None:
        side = found.side_of_event
    value = values.month(
        calendar, year, number, found.published, UNTOLD if side is None else side
    )
    return parted(found, with_assumed(value, assumed))


def _month_beside(found: Found, named: tuple[Calendar, int], offset: int) -> Value | None:
    """Last March: the latest that is over; next March: the first still to come."""
    published = found.published
    assert published is not None
    calendar, number = named
    this = year_now(found, calendar)
    assert this is not None
    near = [values.month(calendar, this + n, number, published) for n in (-1, 0, 1)]
    over = [v for v in near if v and v.first and v.last and (
        v.last < published if offset < 0 else v.first > published
    )]
    return (over[-1] if offset < 0 else over[0]) if over else None


def month_beside_told(found: Found) -> Value | None:
    """"The previous December": the last one before the date told before, or the next after it."""
    calendar, number = month_of(found) or ("gregorian", 1)
    offset = found.value("same")
    if not offset:
        return None
    open_ = values.unresolved("month", calendar)

    def made(before: Value | None, home: Calendar) -> Value:
        if before is None or before.first is None or before.last is None:
            return open_
        try:
            told = to_calendar(before.first if offset < 0 else before.last, calendar)
        except ValueError:
            return open_
        year = told[0] + (offset if (number - told[1]) * offset <= 0 else 0)
        return with_assumed(values.month(calendar, year, number, None), ("anaphora",)) or open_

    return replace(open_, back=made)


def months(found: Found) -> Value | None:
    """A run of months: «فروردین تا خرداد ۱۴۰۰», "in September or October"."""
    start, end = month_of(found), month_of(found, "mon2")
    if start is None or end is None or start[0] != end[0] or not believable_year(found):
        return values.unresolved("month", "relative")
    calendar = start[0]
    year, assumed = year_of(found)
    offset, of_year = which_of(found)
    if year is not None and assumed:
        year = completed(year, calendar, found.published)
    elif calendar in found.customs.foreign_months:
        return values.unresolved("month", calendar)
    elif year is None:
        now = year_now(found, calendar)
        if now is None:
            return values.unresolved("month", calendar)
        year = now + (offset or 0) if of_year else None
    if year is not None and not plausible(year, calendar):
        return values.unresolved("month", calendar)
    if year is None:
        side = found.side_of_event if offset is None else (PAST, UNTOLD, FUTURE)[offset + 1]
        first = values.month(calendar, None, start[1], found.published, side)
        if first is None or first.first is None:
            return values.unresolved("month", calendar)
        year = to_calendar(first.first, calendar)[0] + (end[1] < start[1])
        assumed = ("year",) if offset is None else ()
    begun = year_of(found, "y1")[0]
    if begun is not None and begun < 100:
        begun = completed(begun, calendar, found.published)
    begun = begun or (year - 1 if end[1] < start[1] else year)
    first = values.month(calendar, begun, start[1], None)
    last = values.month(calendar, year, end[1], None)
    if not (first and last and first.first and last.last) or first.first > last.last:
        return values.unresolved("month", calendar)
    return Value(first.first, last.last, "month", calendar, assumed)


def week_of_month(found: Found) -> Value | None:
    """The first, second … week of a month, in sevens of days, roughly."""
    value = whole_month(found)
    number = found.value("week", "no")
    if value is None or not 1 <= number <= 5:
        return None
    if value.first is None or value.last is None:
        return replace(value, precision="week")
    first = value.first + timedelta(7 * (number - 1))
    if first > value.last:
        return None
    last = min(first + timedelta(6), value.last)
    return replace(value, first=first, last=last, precision="week", approximate=True)


def month_of(found: Found, name: str = "mon") -> tuple[Calendar, int] | None:
    """Calendar and number of the month; None when it is named twice and differently."""
    low, high = found.groups.get(name, (0, 0))
    if not high:
        other = {"mon": "monb", "monb": "monc"}.get(name)
        return month_of(found, other) if other else None
    kinds, at = found.cluster.kinds, found.cluster.at
    month = found.cluster.tokens[at[low]].value
    # «تموز/يوليو» names one month twice.
    twice = (
        kinds[low + 1:low + 2] in ("/", "(") and kinds[low + 2:low + 3] in ("M", "m")
        and high + 2 <= found.end
    )
    return None if twice and found.cluster.tokens[at[low + 2]].value != month else month
