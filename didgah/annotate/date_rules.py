"""From the named parts of a match to a value: one reading for all languages.

The pattern modules (`dates_persian` and its sisters) name the parts of what they find alike:
`wd` a weekday, `d`…`d2` days, `mon`, `mon2` months, `y`, `y2` years, `era`, `n` a number,
`unit`, `which` (last, this, next), `about`, `part` (beginning, middle, end). A `Reader` says
what each word means in its language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from didgah.annotate import date_values as values
from didgah.annotate.date_values import FUTURE, PAST, UNTOLD, Value
from didgah.language.column_dates import parse_date
from didgah.language.fold import key
from didgah.model import Calendar, Precision


@dataclass(frozen=True)
class Reader:
    """What a language's words mean, and its customs. All tables are keyed by `fold.key`."""

    months: Mapping[str, tuple[Calendar, int]]
    weekdays: Mapping[str, int]
    number: Callable[[str], int | None]  # digits, number words or ordinals
    units: Mapping[str, Precision] = field(default_factory=dict)
    which: Mapping[str, int] = field(default_factory=dict)  # last -1, this 0, next 1
    parts: Mapping[str, int] = field(default_factory=dict)  # beginning 0, middle 1, end 2
    eras: Mapping[str, Calendar] = field(default_factory=dict)
    seasons: Mapping[str, int] = field(default_factory=dict)
    days: Mapping[str, int] = field(default_factory=dict)  # yesterday -1
    loose_days: frozenset[str] = frozenset()  # of these, those that need not mean that very day
    week_begins: int = 0
    home: Calendar = "gregorian"  # the calendar of "last year"
    old_years: Calendar = "gregorian"  # the calendar of a bare year of 1250–1500
    # Months that are read only with a year beside them.
    needs_year: frozenset[tuple[Calendar, int]] = frozenset()
    day_first: bool | None = True


@dataclass(frozen=True, slots=True)
class Context:
    """What a reading may lean on besides the match: publication day, tense of the sentence."""

    published: date | None
    side: int
    reader: Reader


Reading = Callable[[re.Match[str], Context], Value | None]


def _part(match: re.Match[str], name: str) -> str:
    return (match.groupdict().get(name) or "").strip()


def _month(
    match: re.Match[str], context: Context, name: str = "mon",
) -> tuple[Calendar, int] | None:
    word = key(_part(match, name))
    months = context.reader.months
    # «تشرين الثاني/نوفمبر» names one month twice.
    return months.get(word) or months.get(re.split(r"[/(]", word)[0].strip())


def _year(
    match: re.Match[str], context: Context, name: str = "y",
) -> tuple[int | None, tuple[str, ...]]:
    """A year as written; two digits are completed, and the century said to be assumed."""
    text = _part(match, name) or _part(match, name + "b")  # two places a pattern may find it
    if not text:
        return None, ()
    year = context.reader.number(text)
    if year is not None and year < 100:
        return year, ("century",)
    return year, ()


def _completed(year: int, calendar: Calendar, published: date | None) -> int:
    """A two-digit year: in the Solar Hijri calendar 50–99 are 1350–1399, the rest 1400–1449."""
    if calendar == "solar_hijri":
        return year + (1300 if year >= 50 else 1400)
    pivot = (published.year if published else 2030) % 100 + 10
    return year + (2000 if year <= pivot else 1900)


def _which(match: re.Match[str], context: Context) -> tuple[int | None, bool]:
    """Last, this or next as -1, 0, 1, and whether it is said of the year («سال گذشته»)."""
    word = _part(match, "which") or _part(match, "whichb")
    offset = context.reader.which.get(key(word)) if word else None
    return offset, bool(_part(match, "ofyear") or _part(match, "whichb"))


def _plausible(year: int, calendar: Calendar) -> bool:
    if calendar == "gregorian":
        return 1500 < year <= 2200
    return 1200 <= year <= 1500


def _with(value: Value | None, assumed: tuple[str, ...]) -> Value | None:
    if value is None or value.first is None or not assumed:
        return value
    return replace(value, assumed=(*value.assumed, *assumed))


def calendar_days(match: re.Match[str], context: Context) -> Value | None:
    """A day, or a run of days, of a named month, with or without year and weekday."""
    reader = context.reader
    named = _month(match, context)
    if named is None:
        return None
    calendar, number = named
    later = _month(match, context, "mon2") or named
    if later[0] != calendar:
        return None
    first = reader.number(_part(match, "d"))
    last = reader.number(_part(match, "d2")) if _part(match, "d2") else first
    if first is None or last is None or not (1 <= first <= 31 and 1 <= last <= 31):
        return None
    year, assumed = _year(match, context)
    year2 = year
    if year is not None:
        if assumed:
            year = year2 = _completed(year, calendar, context.published)
        if not _plausible(year, calendar):
            return values.unresolved("day", calendar)
        started = _year(match, context, "y1")[0]
        year = started or (year - 1 if later[1] < number else year)
    elif named in reader.needs_year:
        return None
    side = context.side
    offset, of_year = _which(match, context)
    if year is None and offset is not None:
        if context.published is None:
            return values.unresolved("day", calendar)
        if of_year:
            year = year2 = values.to_calendar(context.published, calendar)[0] + offset
        else:
            side = (PAST, UNTOLD, FUTURE)[offset + 1]
    weekday = reader.weekdays.get(key(_part(match, "wd")))
    value = values.days(
        calendar, (year, number, first), (year2, later[1], last),
        context.published, side, weekday,
    )
    # 30 February is meant for a date; only nobody can say which.
    return _with(value, assumed) or values.unresolved("day", calendar)


def numeric(match: re.Match[str], context: Context) -> Value | None:
    """A date in figures: 1400/09/03, 24.11.2021."""
    era = _part(match, "era")
    text = re.sub(r"\s+", "", _part(match, "date")).replace("\\", "/") + (f" {era}" if era else "")
    found = parse_date(text, context.reader.day_first)
    if found is None or found.precision != "day":
        doubtful = re.fullmatch(r"(\d{1,2})[-./](\d{1,2})[-./](?:19|20)\d{2}", text)
        months = doubtful and all(1 <= int(n) <= 12 for n in doubtful.groups())
        return values.unresolved("day", "gregorian") if months else None
    return Value(found.value, found.value, "day", found.calendar)


def whole_month(match: re.Match[str], context: Context) -> Value | None:
    """A month with or without a year, or the beginning, middle or end of it."""
    named = _month(match, context)
    if named is None:
        return None
    calendar, number = named
    year, assumed = _year(match, context)
    side = context.side
    if year is not None:
        if assumed:
            year = _completed(year, calendar, context.published)
        if not _plausible(year, calendar):
            return values.unresolved("month", calendar)
    elif named in context.reader.needs_year:
        return None
    offset, of_year = _which(match, context)
    if year is None and offset is not None:
        if context.published is None:
            return values.unresolved("month", calendar)
        if of_year:
            year = values.to_calendar(context.published, calendar)[0] + offset
        else:
            side = (PAST, UNTOLD, FUTURE)[offset + 1]
    value = _with(values.month(calendar, year, number, context.published, side), assumed)
    return _parted(match, context, value)


def _parted(match: re.Match[str], context: Context, value: Value | None) -> Value | None:
    if value is None:
        return None
    third = context.reader.parts.get(key(_part(match, "part")))
    if third is not None:
        return values.part(value, third)
    half = _part(match, "half")
    if half:
        return values.half(value, 0 if context.reader.number(half) == 1 else 1)
    return value


def _bare_calendar(year: int, match: re.Match[str], context: Context) -> Calendar | None:
    era = context.reader.eras.get(key(_part(match, "era")))
    if era:
        return era
    if 1250 <= year <= 1500:
        return context.reader.old_years
    return "gregorian" if 1500 < year <= 2200 else None


def whole_years(match: re.Match[str], context: Context) -> Value | None:
    """A year or a run of years: «سال ۲۰۰۶», "2014–2016"."""
    first, assumed = _year(match, context)
    last, _ = _year(match, context, "y2")
    if first is None:
        return None
    if assumed:
        calendar = context.reader.eras.get(key(_part(match, "era")), context.reader.old_years)
        first = _completed(first, calendar, context.published)
        last = _completed(last, calendar, context.published) if last is not None else None
    else:
        found = _bare_calendar(first, match, context)
        if found is None:
            return None
        calendar = found
    last = first if last is None else last
    about = 1 if _part(match, "about") else 0
    value = _with(values.years(calendar, first - about, last + about), assumed)
    if value and about:
        value = replace(value, approximate=True)
    return _parted(match, context, value)


def decade(match: re.Match[str], context: Context) -> Value | None:
    """«دههٔ ۱۹۹۰», "the 1990s"; two figures mean the last such decade."""
    year, assumed = _year(match, context)
    if year is None or year % 10:
        return None
    era = context.reader.eras.get(key(_part(match, "era")))
    if assumed:
        calendar = era or context.reader.old_years
        assumed = ("century",) if era else ("century", "calendar")
        year += 1900 if calendar == "gregorian" else 1300
    else:
        found = _bare_calendar(year, match, context)
        if found is None:
            return None
        calendar = found
    return _with(values.decade(calendar, year), assumed)


def season(match: re.Match[str], context: Context) -> Value | None:
    """A season of a year, given or counted from the publication."""
    number = context.reader.seasons.get(key(_part(match, "season")))
    if number is None:
        return None
    year, assumed = _year(match, context)
    if year is not None:
        if assumed:
            year = _completed(year, context.reader.old_years, context.published)
        calendar = _bare_calendar(year, match, context)
        if calendar not in ("gregorian", "solar_hijri"):
            return None
        return _with(values.season(calendar, year, number), assumed)
    if context.published is None:
        return values.unresolved("season", "relative")
    calendar = context.reader.home
    offset, of_year = _which(match, context)
    offset = offset or 0
    this = values.to_calendar(context.published, calendar)[0]
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
    number = reader.weekdays.get(key(_part(match, "wd")))
    if number is None:
        return None
    offset = reader.which.get(key(_part(match, "which")))
    if match.groupdict().get("ofweek"):
        return values.week(context.published, offset or 0, reader.week_begins, number)
    if offset is not None and offset != 0:
        return values.weekday(context.published, number, FUTURE if offset > 0 else PAST, True)
    relative = reader.days.get(key(_part(match, "rel")))
    if relative is not None:
        return values.relative_day(context.published, relative)
    return values.weekday(context.published, number, FUTURE if context.side == FUTURE else PAST)


def relative_day(match: re.Match[str], context: Context) -> Value | None:
    """Yesterday, today, tomorrow. "Today" may mean these days, or a speaker's today: assumed."""
    word = key(_part(match, "rel"))
    offset = context.reader.days.get(word)
    if offset is None:
        return None
    loose = offset == 0 or word in context.reader.loose_days
    return values.relative_day(context.published, offset, ("day",) if loose else ())


def relative_unit(match: re.Match[str], context: Context) -> Value | None:
    """Last, this or next week, month or year."""
    reader = context.reader
    unit = reader.units.get(key(_part(match, "unit")))
    offset = reader.which.get(key(_part(match, "which")))
    if unit is None or offset is None:
        return None
    if unit == "week":
        return values.week(context.published, offset, reader.week_begins)
    if unit not in ("month", "year"):
        return None
    era = reader.eras.get(key(_part(match, "era")))
    assumed = ("calendar",) if reader.home != "gregorian" and not era else ()
    value = values.unit_by_offset(context.published, unit, offset, era or reader.home, assumed)
    return _parted(match, context, value)


def ago(match: re.Match[str], context: Context) -> Value | None:
    """So many units before or after the publication, perhaps roughly."""
    unit = context.reader.units.get(key(_part(match, "unit")))
    text = _part(match, "n")
    count = context.reader.number(text) if text else 1
    if unit is None or count is None or not 0 < count <= 3000:
        return None
    ahead = bool(match.groupdict().get("ahead"))
    return values.ago(
        context.published, -count if ahead else count, unit, bool(_part(match, "about"))
    )


def stretch(match: re.Match[str], context: Context) -> Value | None:
    """«سه سال گذشته», "the past three years": up to the publication."""
    unit = context.reader.units.get(key(_part(match, "unit")))
    count = context.reader.number(_part(match, "n"))
    if unit is None or count is None or not 0 < count <= 3000:
        return None
    offset = context.reader.which.get(key(_part(match, "which")), -1)
    return values.stretch(context.published, count, unit, offset > 0)
