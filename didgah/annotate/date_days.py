"""Readings of days and months: "24 November 2021", «اواخر آذر», 24.11.2021."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from didgah.annotate import date_values as values
from didgah.annotate.date_reader import (
    Found,
    believable_year,
    completed,
    parted,
    plausible,
    which_of,
    with_assumed,
    year_of,
)
from didgah.annotate.date_values import FUTURE, PAST, UNTOLD, Value
from didgah.language.column_dates import parse_date
from didgah.language.conversion import to_calendar
from didgah.model import Calendar


def calendar_days(found: Found) -> Value | None:
    """A day, or a run of days, of a named month, with or without year and weekday."""
    named = _month(found)
    if named is None:
        return values.unresolved("day", "relative")
    later = _month(found, "mon2") or named
    first, last = found.value("d"), found.value("d2")
    calendar, number = named
    if last is None:
        last = first
    if not (1 <= first <= 31 and 1 <= last <= 31) or not believable_year(found):
        return None
    if later[0] != calendar:
        return values.unresolved("days", calendar)
    year, assumed = year_of(found)
    year2 = year
    if year is not None:
        if assumed:
            year = year2 = completed(year, calendar, found.published)
        if not plausible(year, calendar) or found.value("era") not in (None, calendar):
            return values.unresolved("day", calendar)
        started = year_of(found, "y1")[0]
        year = started or (year - 1 if later[1] < number else year)
    elif calendar in found.customs.foreign_months:
        return None
    offset, of_year = which_of(found)
    side: int | None = None
    if year is None and offset is not None:
        if found.published is None:
            return values.unresolved("day", calendar)
        if of_year:
            year = year2 = to_calendar(found.published, calendar)[0] + offset
        else:
            side = (PAST, UNTOLD, FUTURE)[offset + 1]
    if year is None and side is None:
        side = found.side
    weekday = found.value("wd")
    value = values.days(
        calendar, (year, number, first), (year2, later[1], last), found.published,
        UNTOLD if side is None else side, weekday,
    )
    # 30 February is meant for a date; only nobody can say which.
    return with_assumed(value, assumed) or values.unresolved("day", calendar)


def weekday_behind(found: Found) -> Value | None:
    """A day with its weekday behind it: "24 ноября, в среду"; not one of another clause."""
    groups = dict(found.groups)
    groups["wd"] = groups.pop("wdb")
    value = calendar_days(replace(found, groups=groups))
    return None if value is None or "day" in value.assumed else value


def numeric(found: Found) -> Value | None:
    """A date in figures: 1400/09/03, 24.11.2021."""
    text = re.sub(r"\s+", "", found.value("x")).replace("\\", "/")
    era = found.token("era")
    calendar = era.value if era else None
    if found.customs.two_digit_years and calendar is None:
        short = re.fullmatch(r"(\d{1,2})[-./](\d{1,2})[-./](\d{2})", text)
        if short and int(short[3]) >= 50:  # ۱۹/۶/۸۵
            text = f"{short[1]}/{short[2]}/13{short[3]}"
            value = numeric_value(text, "solar_hijri", found)
            return with_assumed(value, ("century",))
    return numeric_value(text, calendar, found)


_ERA_WORDS = {"solar_hijri": " ه.ش", "lunar_hijri": " ه.ق", "gregorian": " میلادی", None: ""}


def numeric_value(text: str, calendar: Calendar | None, found: Found) -> Value | None:
    """The value of figures without spaces, unresolved when they can be two days or none."""
    read = parse_date(text + _ERA_WORDS[calendar], found.customs.day_first)
    if read is not None and read.precision == "day":
        return Value(read.value, read.value, "day", read.calendar)
    parts = [int(part) for part in re.split(r"[-./]", text)]
    whole = [part for part in parts if part > 31]
    meant = len(whole) == 1 and all(1 <= part <= 31 for part in parts if part <= 31)
    return values.unresolved("day", calendar or "gregorian") if meant else None


def whole_month(found: Found) -> Value | None:
    """A month with or without a year, or the beginning, middle or end of it."""
    named = _month(found)
    if named is None:
        return values.unresolved("month", "relative")
    calendar, number = named
    if not believable_year(found):
        return None
    year, assumed = year_of(found)
    if year is not None:
        if assumed:
            year = completed(year, calendar, found.published)
        if not plausible(year, calendar) or found.value("era") not in (None, calendar):
            return values.unresolved("month", calendar)
    elif calendar in found.customs.foreign_months:
        return None
    offset, of_year = which_of(found)
    side: int | None = None
    if year is None and offset is not None:
        if found.published is None:
            return values.unresolved("month", calendar)
        if of_year:
            year = to_calendar(found.published, calendar)[0] + offset
        elif offset == 0:
            side = UNTOLD
        else:
            return parted(found, with_assumed(_month_beside(found, named, offset), ()))
    if year is None and side is None:
        side = found.side
    value = values.month(
        calendar, year, number, found.published, UNTOLD if side is None else side
    )
    return parted(found, with_assumed(value, assumed))


def _month_beside(found: Found, named: tuple[Calendar, int], offset: int) -> Value | None:
    """Last March: the latest that is over; next March: the first still to come."""
    published = found.published
    assert published is not None
    calendar, number = named
    this = to_calendar(published, calendar)[0]
    near = [values.month(calendar, this + n, number, published) for n in (-1, 0, 1)]
    over = [v for v in near if v and v.first and v.last and (
        v.last < published if offset < 0 else v.first > published
    )]
    return (over[-1] if offset < 0 else over[0]) if over else None


def months(found: Found) -> Value | None:
    """A run of months: «فروردین تا خرداد ۱۴۰۰»."""
    start, end = _month(found), _month(found, "mon2")
    if start is None or end is None or start[0] != end[0] or not believable_year(found):
        return values.unresolved("month", "relative")
    calendar = start[0]
    year, assumed = year_of(found)
    if year is None:
        return values.unresolved("month", calendar)
    if assumed:
        year = completed(year, calendar, found.published)
    if not plausible(year, calendar):
        return values.unresolved("month", calendar)
    begun = year_of(found, "y1")[0] or (year - 1 if end[1] < start[1] else year)
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


def _month(found: Found, name: str = "mon") -> tuple[Calendar, int] | None:
    """Calendar and number of the month; None when it is named twice and differently."""
    low, high = found.groups.get(name, (0, 0))
    if not high:
        other = {"mon": "monb", "monb": "monc"}.get(name)
        return _month(found, other) if other else None
    kinds, at = found.cluster.kinds, found.cluster.at
    month = found.cluster.tokens[at[low]].value
    # «تموز/يوليو» names one month twice.
    twice = (
        kinds[low + 1:low + 2] in ("/", "(") and kinds[low + 2:low + 3] in ("M", "m")
        and high + 2 <= found.end
    )
    return None if twice and found.cluster.tokens[at[low + 2]].value != month else month
