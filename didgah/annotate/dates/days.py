"""Readings of days of months: "24 November 2021", «پنجم ماه جاری»."""

from __future__ import annotations

from dataclasses import replace

from didgah.annotate.dates import relative, values
from didgah.annotate.dates.months import month_of, year_beside
from didgah.annotate.dates.reader import (
    Found,
    believable_year,
    parted,
    which_of,
    with_assumed,
    year_now,
    year_of,
)
from didgah.annotate.dates.values import FUTURE, PAST, UNTOLD, Value
from didgah.language.conversion import to_calendar
from didgah.model import Calendar, Precision


def calendar_days(found: Found) -> Value | None:
    """A day, or a run of days, of a named month, with or without year and weekday."""
    named = month_of(found)
    if named is None:
        return values.unresolved("day", "relative")
    later = month_of(found, "mon2") or named
    first, last = found.value("d"), found.value("d2")
    calendar, number = named
    if last is None:
        last = first
    elif "-" in found.kinds() and _figures(found, "d") != _figures(found, "d2"):
        return None  # "the eighth – 15 May" is no run of days
    if not (1 <= first <= 31 and 1 <= last <= 31) or not believable_year(found):
        return None
    if later[0] != calendar:
        return None  # one day in two calendars
    told = year_beside(found, calendar, "day")
    if told is None or isinstance(told, Value):
        return told
    year, assumed = told
    year2 = year
    if year is not None:
        started = year_of(found, "y1")[0]
        year = started or (year - 1 if later[1] < number else year)
    offset, of_year = which_of(found)
    side: int | None = None
    if year is None and offset is not None:
        now = year_now(found, calendar)
        if now is None:
            return values.unresolved("day", calendar)
        if of_year:
            year = year2 = now + offset
        else:
            side = (PAST, UNTOLD, FUTURE)[offset + 1]
    if year is None and side is None:
        side = found.side_of_event
    weekday = found.value("wd")
    if year is None and offset is None and weekday is None and _famous(found, named, first):
        return values.unresolved("day", calendar)
    value = values.days(
        calendar, (year, number, first), (year2, later[1], last), found.published,
        UNTOLD if side is None else side, weekday,
    )
    # 30 February is meant for a date; only nobody can say which.
    return with_assumed(value, assumed) or values.unresolved("day", calendar)


# Days that have become names: (month, day) and the year in which they did.
_FAMOUS = {(9, 11): 2001, (10, 7): 2024}


def _figures(found: Found, name: str) -> bool:
    """Whether a day is written in figures."""
    token = found.token(name)
    return token is not None and found.text[token.start].isdecimal()


def _famous(found: Found, month: tuple[Calendar, int], day: int) -> bool:
    """11 September without a year is the one of 2001 unless it has just been or is near."""
    published, (calendar, number) = found.published, month
    since = _FAMOUS.get((number, day)) if calendar == "gregorian" else None
    if since is None or published is None or published.year < since:
        return False
    return abs((published - published.replace(month=number, day=day)).days) > 30


def weekday_behind(found: Found) -> Value | None:
    """A day with its weekday behind it: "24 ноября, в среду"; not one of another clause."""
    groups = dict(found.groups)
    groups["wd"] = groups.pop("wdb")
    value = calendar_days(replace(found, groups=groups))
    return None if value is None or "day" in value.assumed else value


def in_year_told(found: Found) -> Value | None:
    """A day or month of a year told before: «مارس همان سال», "24 ноября того же года"."""
    named = month_of(found)
    if named is None:
        return None
    offset = found.value("same") or found.value("sameb") or 0
    first = found.value("d")
    last = found.value("d2") or first
    unit: Precision = "month" if first is None else "day" if first == last else "days"

    def made(before: Value | None, home: Calendar) -> Value:
        year = values.unit_of(before, "year", offset, named[0])
        if year.first is None:
            return values.unresolved(unit, named[0])
        number = to_calendar(year.first, named[0])[0]
        if first is None:
            value = values.month(named[0], number, named[1], None)
        else:
            value = values.days(
                named[0], (number, named[1], first), (number, named[1], last), None
            )
        value = with_assumed(value, ("anaphora",)) or values.unresolved(unit, named[0])
        return parted(found, value) or value

    return replace(values.unresolved(unit, named[0]), back=made)


def day_of_month_told(found: Found) -> Value | None:
    """«پنجم ماه جاری», "the 5th of last month", «22-го числа»: of that month, else of the one told.

    Months are those of the language's own calendar, as in "last month".
    """
    first = found.value("d", "no")
    last = found.value("d2", "no") or first
    if not 1 <= first <= last <= 31:
        return None
    unit: Precision = "day" if first == last else "days"
    offset, named = which_of(found)

    def of_month(month: Value | None, calendar: Calendar, assumed: tuple[str, ...]) -> Value:
        value = None
        if month is not None and month.first is not None:
            year, number, _ = to_calendar(month.first, calendar)
            value = values.days(calendar, (year, number, first), (year, number, last), None)
        return with_assumed(value, assumed) or values.unresolved(unit, calendar)

    if not named:
        def told(before: Value | None, home: Calendar) -> Value:
            calendar = home if before is None or before.calendar == "relative" else before.calendar
            return of_month(values.unit_of(before, "month", 0, calendar), calendar, ("anaphora",))

        return replace(values.unresolved(unit, "relative"), back=told)
    home = found.customs.home
    if found.published is None or offset is None:
        return values.unresolved(unit, home)
    month = relative.unit_by_offset(found.published, "month", offset, home)
    return of_month(month, home, ("calendar",) if home != "gregorian" else ())
