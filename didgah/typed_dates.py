"""Dates as people type them into a filter: any of the three calendars, any digits."""

from __future__ import annotations

from datetime import date
from typing import Literal

from didgah.language.calendars import civil_calendar, home_calendar, parse_date, span, to_calendar
from didgah.language.numbers import to_digits
from didgah.model import Language


def read_day(typed: str, edge: Literal["first", "last"]) -> date | None:
    """The first or last day of what `typed` names («1400», «آذر ۱۴۰۰», "2021-11-24").

    None when it names no day that can be told.
    """
    parsed = parse_date(typed.strip())
    if parsed is None:
        return None
    first, last = span(parsed.value, parsed.precision)
    return first if edge == "first" else last


def write_day(day: date | None, language: Language) -> str:
    """`day` in figures, as the reader would type it: «۱۴۰۰/۰۹/۰۳», "2021-11-24"; None is ""."""
    if day is None:
        return ""
    # A lunar day in figures would be read back as a solar one.
    calendar = civil_calendar(language) if home_calendar(language) == "lunar_hijri" else (
        home_calendar(language))
    if calendar == "gregorian":
        return day.isoformat()
    year, month, number = to_calendar(day, calendar)
    return to_digits(f"{year:04d}/{month:02d}/{number:02d}", language)
