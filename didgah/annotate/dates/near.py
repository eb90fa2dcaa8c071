"""Readings of what is near the publication, or near the date told before."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from didgah.annotate.dates import relative, values
from didgah.annotate.dates.reader import PRECISIONS, Found, parted
from didgah.annotate.dates.values import FUTURE, PAST, Value
from didgah.model import Calendar, Precision

_TODAY = re.compile(r"(?<!\w)(?:امروز|ال[يی]وم|сегодня|today)(?!\w)")
_NEAR = 40  # characters


def weekday(found: Found) -> Value | None:
    """A weekday alone, with last or next, or of a week so named."""
    number = found.value("wd")
    published, customs = found.published, found.customs
    offset = found.value("which")
    if found.token("ofweek"):
        return _week(found, offset or 0, number)
    if offset is not None and offset != 0:
        value = relative.weekday(published, number, FUTURE if offset > 0 else PAST, True)
        week = relative.week(published, 0, customs.week_begins)
        if week.first and week.last and value.first and week.first <= value.first <= week.last:
            # Said on Friday, "last Tuesday" is of this week or of the one before.
            return replace(value, assumed=("week",))
        return value
    rel = found.value("rel")
    if rel is not None:  # «امروز چهارشنبه»
        value = relative.relative_day(published, rel[0])
        if value.first is None or value.first.weekday() == number:
            return value
        near = relative.weekday(published, number, FUTURE if rel[0] > 0 else PAST)
        return replace(near, assumed=("day",))
    return relative.weekday(published, number, FUTURE if found.side == FUTURE else PAST)


def _week(found: Found, offset: int, day: int | None = None) -> Value:
    """A week counted from that of the publication, or a day of it; where weeks begin with
    several days, that it is our week is assumed."""
    customs = found.customs
    value = relative.week(found.published, offset, customs.week_begins, day)
    if customs.weeks_vary and value.first is not None:
        return replace(value, assumed=("week",))
    return value


def weekdays(found: Found) -> Value | None:
    """From one weekday to another: «شنبه تا دوشنبه»."""
    first, last = found.value("wd"), found.value("wd2")
    offset = found.value("which")
    if found.published is None or first == last:
        return values.unresolved("days", "relative")
    if found.token("ofweek"):
        begin = _week(found, offset or 0, first).first
    else:
        begin = relative.weekday(
            found.published, first, FUTURE if found.side == FUTURE else PAST
        ).first
    assert begin is not None
    end = begin + timedelta((last - first) % 7)
    return Value(begin, end, "days", "relative", () if found.token("ofweek") else ("week",))


def relative_day(found: Found) -> Value | None:
    """Yesterday, today, tomorrow. "Today" may mean these days, or a speaker's today: assumed."""
    offset, loose = found.value("rel")
    start, end = found.span()
    if not loose and not found.text.endswith("شب", start, end):
        # «امروز داعش و فردا القاعده»: beside "today", tomorrow may be any day to come.
        loose = bool(_TODAY.search(found.text, max(0, start - _NEAR), end + _NEAR))
    return relative.relative_day(found.published, offset, ("day",) if loose else ())


def relative_night(found: Found) -> Value | None:
    """Last night, this morning: a part of a day near the publication."""
    offset = found.value("which")
    behind = found.kinds()[0] == "d"  # «شب گذشته»; «عصر حاضر» is the present age
    if found.value("night") not in ("night", "morning", "evening", "day") or (
        (behind or offset < 0) and (found.value("night") != "night" or offset >= 0)
    ):
        return None
    return relative.relative_day(found.published, offset, () if offset else ("day",))


def relative_unit(found: Found) -> Value | None:
    """Last, this or next week, month or year."""
    this = found.value("this")
    value: Value | None
    unit, plural = ("year", False) if this is not None else found.value("unit")
    offset = this if this is not None else found.value("which")
    precision = PRECISIONS[unit]
    if found.customs.home == "gregorian" and found.token("which", "a") and not plural and (
        unit in ("day", "week", "month", "year")
    ):  # "неделю назад" is no "last week", as «هفته پیش» is
        value = relative.ago(found.published, 1, precision, False)
        return value and replace(value, approximate=unit in ("week", "month"))
    if plural or offset is None:
        return parted(found, values.unresolved(precision, "relative"))
    published, customs = found.published, found.customs
    if unit == "day":
        if offset == 0:
            return relative.relative_day(published, 0, ("day",))
        told = customs.home != "solar_hijri" or "F" in found.kinds()
        # «روز بعد», "the next day" is the day after the one told of; «روز گذشته» is yesterday.
        if told:
            return back(found, "day", offset)
        # «نسبت به روز قبل» may be the day before another day.
        assumed = ("day",) if found.token("which", "a") else ()
        return relative.relative_day(published, offset, assumed)
    if unit == "week":
        return parted(found, _week(found, offset))
    if unit in ("decade", "century"):
        return parted(found, relative.decade_or_century(published, unit, offset, customs.home))
    if unit not in ("month", "year"):
        return values.unresolved(precision, "relative")
    kinds = found.kinds()
    if "F" in kinds and found.side != FUTURE and this is None:
        return parted(found, values.unresolved(precision, "relative"))
    era = found.value("era")
    assumed = ("calendar",) if customs.home != "gregorian" and not era else ()
    value = relative.unit_by_offset(published, precision, offset, era or customs.home, assumed)
    return parted(found, value)


def part_of_now(found: Found) -> Value | None:
    """The end of the year, the beginning of the month: of the one that runs."""
    unit, plural = found.value("unit")
    if plural:
        return values.unresolved(PRECISIONS[unit], "relative")
    if unit not in ("month", "year"):
        return None
    value = relative.unit_by_offset(
        found.published, PRECISIONS[unit], 0, found.customs.home, (unit,)
    )
    return parted(found, value)


def anaphora(found: Found) -> Value | None:
    """The same day, that year: of the date told before."""
    unit, plural = found.value("unit") or found.value("unitb")
    if plural or unit not in ("day", "month", "year"):
        return parted(found, values.unresolved(PRECISIONS[unit], "relative"))
    offset = found.value("same") or found.value("sameb") or 0
    return back(found, PRECISIONS[unit], offset)


def back(found: Found, unit: Precision, offset: int, about: bool = False) -> Value:
    """What points back at the date told before, resolved when that is known."""

    def made(before: Value | None, home: Calendar) -> Value:
        calendar = home if before is None or before.calendar == "relative" else before.calendar
        value = values.unit_of(before, unit, offset, calendar)
        if about:
            value = replace(value, approximate=True)
        return parted(found, value) or value

    return replace(values.unresolved(unit, "relative"), back=made)


def this_plural(found: Found) -> Value | None:
    """«این روزها», "these days": about now; a single one without a year is nobody's."""
    tokens = found.words()
    unit, plural = tokens[-1][0].value
    return values.unresolved(PRECISIONS[unit], "relative") if plural else None


def open_day(found: Found) -> Value | None:
    """The first Monday of May, «آخرین جمعه ماه رمضان»: a day that is not worked out."""
    return values.unresolved("day", "relative")


def open_date(found: Found) -> Value | None:
    """A date that nobody can fix: "in recent days", «چند سال پیش»."""
    unit = found.value("unit") or found.value("unitb")
    precision: Precision = "year" if unit is None else PRECISIONS[unit[0]]
    return values.unresolved(precision, "relative")
