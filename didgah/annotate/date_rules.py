"""From the named parts of a match to a value: one reading for all languages."""

from __future__ import annotations

import re
from dataclasses import replace

from didgah.annotate import date_relative as relative
from didgah.annotate import date_values as values
from didgah.annotate.date_reader import (
    Context,
    Reader,
    Reading,
    calendar_of,
    completed,
    month_of,
    part_of,
    plausible,
    which_of,
    year_of,
)
from didgah.annotate.date_values import FUTURE, PAST, UNTOLD, Value
from didgah.language.column_dates import parse_date
from didgah.language.conversion import to_calendar
from didgah.language.fold import key

__all__ = [
    "Context", "Reader", "Reading", "ago", "calendar_days", "decade", "numeric", "relative_day",
    "relative_unit", "season", "stretch", "weekday", "whole_month", "whole_years",
]


def _with(value: Value | None, assumed: tuple[str, ...]) -> Value | None:
    if value is None or value.first is None or not assumed:
        return value
    return replace(value, assumed=(*value.assumed, *assumed))


def calendar_days(match: re.Match[str], context: Context) -> Value | None:
    """A day, or a run of days, of a named month, with or without year and weekday."""
    reader = context.reader
    named = month_of(match, context)
    if named is None:
        return None
    calendar, number = named
    later = month_of(match, context, "mon2") or named
    if later[0] != calendar:
        return None
    first = reader.number(part_of(match, "d"))
    last = reader.number(part_of(match, "d2")) if part_of(match, "d2") else first
    if first is None or last is None or not (1 <= first <= 31 and 1 <= last <= 31):
        return None
    year, assumed = year_of(match, context)
    year2 = year
    if year is not None:
        if assumed:
            year = year2 = completed(year, calendar, context.published)
        if not plausible(year, calendar):
            return values.unresolved("day", calendar)
        started = year_of(match, context, "y1")[0]
        year = started or (year - 1 if later[1] < number else year)
    elif named in reader.needs_year:
        return None
    side = context.side
    offset, of_year = which_of(match, context)
    if year is None and offset is not None:
        if context.published is None:
            return values.unresolved("day", calendar)
        if of_year:
            year = year2 = to_calendar(context.published, calendar)[0] + offset
        else:
            side = (PAST, UNTOLD, FUTURE)[offset + 1]
    weekday = reader.weekdays.get(key(part_of(match, "wd")))
    value = values.days(
        calendar, (year, number, first), (year2, later[1], last),
        context.published, side, weekday,
    )
    # 30 February is meant for a date; only nobody can say which.
    return _with(value, assumed) or values.unresolved("day", calendar)


def numeric(match: re.Match[str], context: Context) -> Value | None:
    """A date in figures: 1400/09/03, 24.11.2021."""
    era = part_of(match, "era")
    text = re.sub(r"\s+", "", part_of(match, "date")).replace("\\", "/")
    text += f" {era}" if era else ""
    found = parse_date(text, context.reader.day_first)
    if found is None or found.precision != "day":
        doubtful = re.fullmatch(r"(\d{1,2})[-./](\d{1,2})[-./](?:19|20)\d{2}", text)
        months = doubtful and all(1 <= int(n) <= 12 for n in doubtful.groups())
        return values.unresolved("day", "gregorian") if months else None
    return Value(found.value, found.value, "day", found.calendar)


def whole_month(match: re.Match[str], context: Context) -> Value | None:
    """A month with or without a year, or the beginning, middle or end of it."""
    named = month_of(match, context)
    if named is None:
        return None
    calendar, number = named
    year, assumed = year_of(match, context)
    side = context.side
    if year is not None:
        if assumed:
            year = completed(year, calendar, context.published)
        if not plausible(year, calendar):
            return values.unresolved("month", calendar)
    elif named in context.reader.needs_year:
        return None
    offset, of_year = which_of(match, context)
    if year is None and offset is not None:
        if context.published is None:
            return values.unresolved("month", calendar)
        if of_year:
            year = to_calendar(context.published, calendar)[0] + offset
        else:
            side = (PAST, UNTOLD, FUTURE)[offset + 1]
    value = _with(values.month(calendar, year, number, context.published, side), assumed)
    return _parted(match, context, value)


def _parted(match: re.Match[str], context: Context, value: Value | None) -> Value | None:
    if value is None:
        return None
    third = context.reader.parts.get(key(part_of(match, "part")))
    if third is not None:
        return values.part(value, third)
    half = part_of(match, "half")
    if half:
        return values.half(value, 0 if context.reader.number(half) == 1 else 1)
    return value


def whole_years(match: re.Match[str], context: Context) -> Value | None:
    """A year or a run of years: «سال ۲۰۰۶», "2014–2016"."""
    first, assumed = year_of(match, context)
    last, _ = year_of(match, context, "y2")
    if first is None:
        return None
    if assumed:
        calendar = context.reader.eras.get(key(part_of(match, "era")), context.reader.old_years)
        first = completed(first, calendar, context.published)
        last = completed(last, calendar, context.published) if last is not None else None
    else:
        found = calendar_of(first, match, context)
        if found is None:
            return None
        calendar = found
    last = first if last is None else last
    about = 1 if part_of(match, "about") else 0
    value = _with(values.years(calendar, first - about, last + about), assumed)
    if value and about:
        value = replace(value, approximate=True)
    return _parted(match, context, value)


def decade(match: re.Match[str], context: Context) -> Value | None:
    """«دههٔ ۱۹۹۰», "the 1990s"; two figures mean the last such decade."""
    year, assumed = year_of(match, context)
    if year is None or year % 10:
        return None
    era = context.reader.eras.get(key(part_of(match, "era")))
    if assumed:
        calendar = era or context.reader.old_years
        assumed = ("century",) if era else ("century", "calendar")
        year += 1900 if calendar == "gregorian" else 1300
    else:
        found = calendar_of(year, match, context)
        if found is None:
            return None
        calendar = found
    return _with(values.decade(calendar, year), assumed)


def season(match: re.Match[str], context: Context) -> Value | None:
    """A season of a year, given or counted from the publication."""
    number = context.reader.seasons.get(key(part_of(match, "season")))
    if number is None:
        return None
    year, assumed = year_of(match, context)
    if year is not None:
        if assumed:
            year = completed(year, context.reader.old_years, context.published)
        calendar = calendar_of(year, match, context)
        if calendar not in ("gregorian", "solar_hijri"):
            return None
        return _with(values.season(calendar, year, number), assumed)
    if context.published is None:
        return values.unresolved("season", "relative")
    calendar = context.reader.home
    offset, of_year = which_of(match, context)
    offset = offset or 0
    this = to_calendar(context.published, calendar)[0]
    if of_year or offset == 0:
        value = values.season(calendar, this + offset, number)
    else:  # "last spring" is the latest one that is over
        near = [values.season(calendar, this + n, number) for n in (-1, 0, 1)]
        over = [v for v in near if v and v.first and v.last and (
            v.last < context.published if offset < 0 else v.first > context.published
        )]
        value = (over[-1] if offset < 0 else over[0]) if over else None
    return replace(value, calendar="relative") if value else None


def weekday(match: re.Match[str], context: Context) -> Value | None:
    """A weekday alone, with last or next, or of a week so named."""
    reader = context.reader
    number = reader.weekdays.get(key(part_of(match, "wd")))
    if number is None:
        return None
    offset = reader.which.get(key(part_of(match, "which")))
    if match.groupdict().get("ofweek"):
        return relative.week(context.published, offset or 0, reader.week_begins, number)
    if offset is not None and offset != 0:
        return relative.weekday(context.published, number, FUTURE if offset > 0 else PAST, True)
    beside = reader.days.get(key(part_of(match, "rel")))  # «امروز چهارشنبه»
    if beside is not None:
        return relative.relative_day(context.published, beside)
    return relative.weekday(context.published, number, FUTURE if context.side == FUTURE else PAST)


def relative_day(match: re.Match[str], context: Context) -> Value | None:
    """Yesterday, today, tomorrow. "Today" may mean these days, or a speaker's today: assumed."""
    word = key(part_of(match, "rel"))
    offset = context.reader.days.get(word)
    if offset is None:
        return None
    loose = offset == 0 or word in context.reader.loose_days
    return relative.relative_day(context.published, offset, ("day",) if loose else ())


def relative_unit(match: re.Match[str], context: Context) -> Value | None:
    """Last, this or next week, month or year."""
    reader = context.reader
    unit = reader.units.get(key(part_of(match, "unit")))
    offset = reader.which.get(key(part_of(match, "which")))
    if unit is None or offset is None:
        return None
    if unit == "week":
        return relative.week(context.published, offset, reader.week_begins)
    if unit not in ("month", "year"):
        return None
    era = reader.eras.get(key(part_of(match, "era")))
    assumed = ("calendar",) if reader.home != "gregorian" and not era else ()
    value = relative.unit_by_offset(context.published, unit, offset, era or reader.home, assumed)
    return _parted(match, context, value)


def ago(match: re.Match[str], context: Context) -> Value | None:
    """So many units before or after the publication, perhaps roughly."""
    unit = context.reader.units.get(key(part_of(match, "unit")))
    text = part_of(match, "n")
    count = context.reader.number(text) if text else 1
    if unit is None or count is None or not 0 < count <= 3000:
        return None
    ahead = bool(match.groupdict().get("ahead"))
    return relative.ago(
        context.published, -count if ahead else count, unit, bool(part_of(match, "about"))
    )


def stretch(match: re.Match[str], context: Context) -> Value | None:
    """«سه سال گذشته», "the past three years": up to the publication."""
    unit = context.reader.units.get(key(part_of(match, "unit")))
    count = context.reader.number(part_of(match, "n"))
    if unit is None or count is None or not 0 < count <= 3000:
        return None
    offset = context.reader.which.get(key(part_of(match, "which")), -1)
    return relative.stretch(context.published, count, unit, offset > 0)
