"""Readings of seasons, decades and centuries."""

from __future__ import annotations

from dataclasses import replace

from didgah.annotate.dates import values
from didgah.annotate.dates.reader import (
    Found,
    believable_year,
    calendar_of,
    parted,
    which_of,
    with_assumed,
    year_of,
)
from didgah.annotate.dates.values import FUTURE, Value
from didgah.annotate.dates.years import years_of
from didgah.language.conversion import to_calendar
from didgah.model import Calendar


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
        read = years_of(found)
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
        # People say "last summer" in the autumn, and also of the one before that.
        value = with_assumed(value, ("year",))
    return parted(found, replace(value, calendar="relative")) if value else None


def bare_season(found: Found) -> Value | None:
    """"Летом": the nearest summer on the side that the sentence speaks of."""
    token = found.words()[0][0]
    published = found.published
    if not found.text.startswith(_WHEN, token.start):
        return None
    if published is None:
        return values.unresolved("season", "relative")
    near = [values.season("gregorian", published.year + n, token.value) for n in (-1, 0, 1)]
    side = found.side
    begun = [v for v in near if v and v.first and v.last and (
        v.last >= published if side == FUTURE else v.first <= published
    )]
    chosen = (begun[0] if side == FUTURE else begun[-1]) if begun else None
    return with_assumed(chosen, ("year",)) if chosen else None


_WHEN = ("весной", "летом", "осенью", "зимой")


def season_in_year_told(found: Found) -> Value | None:
    """«تابستان همان سال», "летом того же года": of the year told before."""
    number = next(token.value for token, kind in found.words() if kind == "S")
    offset = found.value("same") or 0

    def made(before: Value | None, home: Calendar) -> Value:
        calendar = home if before is None or before.calendar == "relative" else before.calendar
        year = values.unit_of(before, "year", offset, calendar)
        value = None
        if year.first is not None and calendar != "lunar_hijri":
            value = values.season(calendar, to_calendar(year.first, calendar)[0], number)
        value = with_assumed(value, ("anaphora",)) or values.unresolved("season", calendar)
        return parted(found, value) or value

    return replace(values.unresolved("season", "relative"), back=made)
