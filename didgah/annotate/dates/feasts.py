"""Readings of feasts whose day is fixed in their calendar."""

from __future__ import annotations

from dataclasses import replace

from didgah.annotate.dates import relative, values
from didgah.annotate.dates.reader import Found, calendar_of, which_of, year_of
from didgah.annotate.dates.values import Value
from didgah.language.conversion import to_calendar
from didgah.model import Calendar


def feast(found: Found) -> Value | None:
    """A feast whose day is fixed in its calendar; moon feasts are a day more or less."""
    calendar, number, day, alone = found.value("feast")
    year, _ = year_of(found)
    offset, of_year = which_of(found)
    if year is None and offset is None and not (alone or found.kinds()[0] == "D"):
        return None
    if year is not None:
        era = found.value("era")
        other = era or ("solar_hijri" if found.customs.home == "solar_hijri" and year < 1500
                        else calendar_of(year, found))
        if other != calendar:
            # The day of a lunar feast in a solar or common year: the one that falls in it.
            span = values.years(other, year, year) if other else None
            return _feast_within(calendar, number, day, span)
    elif offset is not None and of_year and found.published is not None:
        span = relative.unit_by_offset(found.published, "year", offset, found.customs.home)
        return _feast_within(calendar, number, day, span)
    value = values.days(
        calendar, (year, number, day), (year, number, day), found.published, found.side_of_event,
    )
    if value is not None and calendar == "lunar_hijri":
        value = replace(value, approximate=True)
    return value


def _feast_within(calendar: Calendar, number: int, day: int, span: Value | None) -> Value | None:
    if span is None or span.first is None or span.last is None:
        return values.unresolved("day", calendar)
    try:
        years = {to_calendar(end, calendar)[0] for end in (span.first, span.last)}
    except ValueError:
        return values.unresolved("day", calendar)
    fitting = [
        v for y in sorted(years)
        if (v := values.days(calendar, (y, number, day), (y, number, day), None))
        and v.first and span.first <= v.first <= span.last
    ]
    if len(fitting) != 1:
        return values.unresolved("day", calendar)
    return replace(fitting[0], approximate=calendar == "lunar_hijri")
