"""Readings of years, their runs, quarters and halves."""

from __future__ import annotations

import re
from dataclasses import replace

from didgah.annotate.dates import parts, values
from didgah.annotate.dates.reader import (
    Found,
    believable_year,
    calendar_of,
    completed,
    parted,
    which_of,
    with_assumed,
    year_of,
)
from didgah.annotate.dates.values import Value
from didgah.language.conversion import to_calendar
from didgah.model import Calendar

SCHOOL = ("school", False)  # years of schools and budgets, which begin in their own month


def years_of(found: Found) -> tuple[Calendar, int, int, tuple[str, ...]] | Value | None:
    """Calendar, first and last year, and what was assumed."""
    first, assumed = year_of(found)
    last, _ = year_of(found, "y2")
    if first is None:
        return None
    era = found.token("era")
    if era is not None and era.value is None:
        return values.unresolved("year", "relative")
    calendar: Calendar
    if assumed and not believable_year(found):
        return None
    if _of_school(found):
        return values.unresolved("year", "relative")
    if assumed:
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


def _of_school(found: Found) -> bool:
    return any(token.value == SCHOOL for token, kind in found.words() if kind == "Y")


def whole_years(found: Found) -> Value | None:
    """A year or a run of years: «سال ۲۰۰۶», "2014–2016"."""
    read = years_of(found)
    if read is None or isinstance(read, Value):
        return read
    calendar, first, last, assumed = read
    # «سال‌های ۱۹۹۵-۱۹۹۱», typed from the right
    if last < first and found.customs.old_years != "gregorian":
        first, last = last, first
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


def named_years(found: Found) -> Value | None:
    """A year behind what happened in it: «توافق هسته‌ای ۲۰۱۵», «جنگ ۲۰۰۸»."""
    token = found.token("y")
    assert token is not None
    begin = max(0, token.start - _NAME_REACH)
    event = found.customs.events.search(found.text[begin:token.start])
    return bare_years(found) if event else None


_NAME_REACH = 45  # characters of a thing's name before its year
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
    glued = found.token("first", "J")
    if glued is not None and not found.text.startswith("ماهه", glued.start):
        return None  # «۳ روزه», «۵ ساله»
    held = {found.cluster.kinds[i]: found.cluster.tokens[found.cluster.at[i]].value
            for i in range(low, high)}
    count, which = held["n"], held.get("o", 1)  # «۹ ماهه امسال»
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
        read = years_of(found)
        if read is None or isinstance(read, Value):
            return read
        return read[0], read[1], read[3]
    offset, _ = which_of(found)
    if found.published is None or _of_school(found):
        return values.unresolved("season", "relative")
    calendar = found.customs.home
    assumed = ("year",) if offset is None else ()  # «نیمهٔ دوم سال»: of this year
    return calendar, to_calendar(found.published, calendar)[0] + (offset or 0), assumed
