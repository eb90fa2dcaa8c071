"""Readings of years, their parts and runs: quarters, seasons, decades, centuries, feasts."""

from __future__ import annotations

import re
from dataclasses import replace

from didgah.annotate import date_parts as parts
from didgah.annotate import date_values as values
from didgah.annotate.date_reader import (
    Found,
    believable_year,
    calendar_of,
    completed,
    parted,
    which_of,
    with_assumed,
    year_of,
)
from didgah.annotate.date_values import Value
from didgah.language.conversion import to_calendar
from didgah.model import Calendar


def _years(found: Found) -> tuple[Calendar, int, int, tuple[str, ...]] | Value | None:
    """Calendar, first and last year, and what was assumed."""
    first, assumed = year_of(found)
    last, _ = year_of(found, "y2")
    if first is None:
        return None
    era = found.token("era")
    if era is not None and era.value is None:
        return values.unresolved("year", "relative")
    calendar: Calendar
    if assumed:
        if not believable_year(found):
            return None
        calendar = era.value if era else found.customs.old_years
        if calendar == "lunar_hijri" or not found.customs.two_digit_years:
            return values.unresolved("year", calendar)
        first = completed(first, calendar, found.published)
        last = completed(last, calendar, found.published) if last is not None else None
    else:
        told = calendar_of(first, found)
        if told is None:
            return None
        calendar = told
        if last is not None and last < 100:  # 2014–16
            last += first - first % 100
    return calendar, first, first if last is None else last, assumed


def whole_years(found: Found) -> Value | None:
    """A year or a run of years: «سال ۲۰۰۶», "2014–2016"."""
    read = _years(found)
    if read is None or isinstance(read, Value):
        return read
    calendar, first, last, assumed = read
    about = 1 if found.token("about") else 0
    if found.kinds() == "y-y" and 1250 <= first <= 1500:
        return values.unresolved("year", "relative")  # years of a life, of either era
    if first <= 1500 < last and found.kinds().count("Y") == 1 and not found.token("era"):
        calendar, first = "gregorian", last  # 1382-1962 is one year in two calendars
    elif found.token("y2") and "-" in found.kinds() and (
        not 1200 < first < last <= 2200 or last - first > 300
    ):
        return None
    value = values.years(calendar, first - about, last + about)
    value = with_assumed(value, assumed) if value else values.unresolved("year", calendar)
    if value and about:
        value = replace(value, approximate=True)
    return parted(found, value)


def bare_years(found: Found) -> Value | None:
    """A year without a word for it: "in 2014"; not a number of things: "in 2000 towns"."""
    token = found.token("y2") or found.token("y")
    first = found.value("y")
    assert token is not None
    old = 1300 <= first <= 1420 and found.customs.old_years == "solar_hijri"
    figures = found.text[token.start:token.start + 4]
    if not (1800 <= first <= 2100 or old) or not figures.isdecimal():
        return None
    if _counts(found, token.end, strict=first % 100 == 0):
        return None
    return whole_years(found)


_COUNTED = re.compile(r" ?([^\W\d_]{3,})")


def _counts(found: Found, end: int, strict: bool) -> bool:
    """Whether a noun follows, so that the number counts it; only round ones do as a rule."""
    if not strict:
        return False
    place = found.end
    if found.cluster.kinds[place:place + 1] in tuple("ptfj"):
        return False
    return _COUNTED.match(found.text, end) is not None


def part_of_year(found: Found) -> Value | None:
    """A quarter or half of a year: «سه‌ماههٔ دوم ۱۴۰۰», "the first half of 2021"."""
    number = found.value("q", "no")
    low, high = found.groups["q"]
    size = 3 if "Q" in found.cluster.kinds[low:high] else 6
    if number is None or not 1 <= number <= 12 // size:
        return None
    told = _year_told(found)
    if told is None or isinstance(told, Value):
        return told
    calendar, year, assumed = told
    value = parts.months_of_year(calendar, year, size * (number - 1) + 1, size)
    return parted(found, with_assumed(value, assumed))


def first_months(found: Found) -> Value | None:
    """«شش ماه نخست سال ۱۴۰۰», "the first nine months of 2021"."""
    low, high = found.groups["first"]
    held = {found.cluster.kinds[i]: found.cluster.tokens[found.cluster.at[i]].value
            for i in range(low, high)}
    count, which = held["n"], held["o"]
    if (which != 1 and (which, count) != (2, 6)) or not 1 <= count <= 11:
        return None
    told = _year_told(found)
    if told is None or isinstance(told, Value):
        return told
    calendar, year, assumed = told
    value = parts.months_of_year(calendar, year, 1 + count * (which - 1), count)
    if value is not None and found.token("part"):
        value = replace(value, approximate=True)
    return with_assumed(value, assumed)


def _year_told(found: Found) -> tuple[Calendar, int, tuple[str, ...]] | Value | None:
    """Calendar and year beside a quarter or half, as written or counted from the publication."""
    if found.token("y"):
        if not believable_year(found):
            return None
        read = _years(found)
        if read is None or isinstance(read, Value):
            return read
        return read[0], read[1], read[3]
    offset, _ = which_of(found)
    if found.published is None:
        return values.unresolved("season", "relative")
    calendar = found.customs.home
    assumed = ("year",) if offset is None else ()  # «نیمهٔ دوم سال»: of this year
    return calendar, to_calendar(found.published, calendar)[0] + (offset or 0), assumed


def decade(found: Found) -> Value | None:
    """«دههٔ ۱۹۹۰», "the 1990s"; two figures mean the last such decade."""
    z = found.value("z")
    era = found.token("era")
    if z is not None:
        year, figures = z
    else:
        year = found.value("y", "ny") or found.value("yb", "ny")
        figures = 2 if year < 100 else 4
    if year is None or year % 10:
        return None
    hundred = found.value("g", "no")
    if hundred is None and found.token("wg"):  # the eighties of the last century
        hundred = 20 if found.value("wg", "k") == -1 else None
        if hundred is None:
            return values.unresolved("decade", "gregorian")
    if hundred is not None:
        if not 15 <= hundred <= 21:
            return values.unresolved("decade", "relative")
        return parted(found, values.decade("gregorian", 100 * (hundred - 1) + year % 100))
    assumed: tuple[str, ...] = ()
    calendar: Calendar | None
    if figures == 2:
        calendar = era.value if era else found.customs.old_years
        if calendar is None or calendar == "lunar_hijri":
            calendar = "gregorian"
        assumed = ("century",) if era or found.customs.home == calendar == "gregorian" else (
            "century", "calendar")
        year += 1900 if calendar == "gregorian" else 1300
        if calendar == "gregorian" and year < 1930:
            year += 100
    else:
        calendar = calendar_of(year, found)
        if calendar is None:
            return None
    return parted(found, with_assumed(values.decade(calendar, year), assumed))


def century(found: Found) -> Value | None:
    """«قرن نوزدهم», "the 19th century"; where it begins is taken loosely."""
    number = found.value("g", "no")
    era = found.token("era")
    calendar: Calendar | None = era.value if era else (
        "gregorian" if number > 14 or found.customs.old_years == "gregorian" else None
    )
    if calendar is None or not 1 <= number <= 22:
        return values.unresolved("year", "relative")
    value = values.years(calendar, 100 * (number - 1) + 1, 100 * number)
    value = replace(value, approximate=True) if value else values.unresolved("year", calendar)
    return parted(found, value)


def season(found: Found) -> Value | None:
    """A season of a year, given or counted from the publication."""
    number = next(token.value for token, kind in found.words() if kind == "S")
    year, assumed = year_of(found)
    if year is not None:
        if not believable_year(found):
            return None
        read = _years(found)
        if read is None or isinstance(read, Value):
            return read
        calendar, year, _, assumed = read
        if calendar == "lunar_hijri":
            return None
        return parted(found, with_assumed(values.season(calendar, year, number), assumed))
    published = found.published
    if published is None:
        return values.unresolved("season", "relative")
    calendar = found.customs.home
    offset, of_year = which_of(found)
    offset = offset or 0
    this = to_calendar(published, calendar)[0]
    if of_year or offset == 0:
        value = values.season(calendar, this + offset, number)
    else:  # "last spring" is the latest one that is over
        near = [values.season(calendar, this + n, number) for n in (-1, 0, 1)]
        over = [v for v in near if v and v.first and v.last and (
            v.last < published if offset < 0 else v.first > published
        )]
        value = (over[-1] if offset < 0 else over[0]) if over else None
    return parted(found, replace(value, calendar="relative")) if value else None
