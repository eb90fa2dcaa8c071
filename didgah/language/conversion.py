"""Days in the three calendars, converted by persiantools and hijridate.

Solar Hijri is Iran's civil calendar (persiantools' arithmetic table). Lunar Hijri is
the Umm al-Qura calendar of Saudi Arabia for 1343–1500 AH (1924–2077); Iran's own
sighting can differ from it by a day.
"""

from __future__ import annotations

from datetime import date

from hijridate import Gregorian, Hijri
from persiantools.jdatetime import JalaliDate

from didgah.model import Calendar

Day = tuple[int, int, int]  # year, month, day

_LUNAR_SPAN = (date(1924, 8, 1), date(2077, 11, 16))
# persiantools counts from year 1; these bounds keep month arithmetic inside datetime.date.
_SOLAR_FIRST = date(622, 3, 22)
_SOLAR_LAST = date(9990, 1, 1)


def to_solar(day: date) -> Day:
    """(year, month, day) in the Solar Hijri calendar. Raises ValueError before 622 CE."""
    if not _SOLAR_FIRST <= day <= _SOLAR_LAST:
        raise ValueError(f"no Solar Hijri date for {day.isoformat()}")
    solar = JalaliDate.to_jalali(day.year, day.month, day.day)
    return solar.year, solar.month, solar.day


def from_solar(year: int, month: int, day: int) -> date:
    """The day of a Solar Hijri date. Raises ValueError when there is no such day."""
    found = JalaliDate(year, month, day).to_gregorian()
    return date(found.year, found.month, found.day)


def to_lunar(day: date) -> Day:
    """(year, month, day), Umm al-Qura. Raises ValueError outside 1343–1500 AH."""
    if not _LUNAR_SPAN[0] <= day <= _LUNAR_SPAN[1]:
        raise ValueError(f"no Umm al-Qura date for {day.isoformat()}")
    return Gregorian(day.year, day.month, day.day).to_hijri().datetuple()


def from_lunar(year: int, month: int, day: int) -> date:
    """The day of a lunar Hijri date, Umm al-Qura. Raises ValueError when there is none."""
    try:
        found = Hijri(year, month, day).to_gregorian()
    except OverflowError as error:
        raise ValueError(str(error)) from error
    return date(found.year, found.month, found.day)


def to_calendar(day: date, calendar: Calendar) -> Day:
    """(year, month, day) of `day` in `calendar`. Raises ValueError when out of its range."""
    if calendar == "solar_hijri":
        return to_solar(day)
    if calendar == "lunar_hijri":
        return to_lunar(day)
    return day.year, day.month, day.day


def from_calendar(calendar: Calendar, year: int, month: int, day: int) -> date:
    """The inverse of `to_calendar`. Raises ValueError when there is no such day."""
    if calendar == "solar_hijri":
        return from_solar(year, month, day)
    if calendar == "lunar_hijri":
        return from_lunar(year, month, day)
    return date(year, month, day)


def month_end(calendar: Calendar, year: int, month: int) -> date:
    """The last day of a month. Raises ValueError when out of the calendar's range."""
    for length in (31, 30, 29, 28):
        try:
            return from_calendar(calendar, year, month, length)
        except ValueError:
            continue
    raise ValueError(f"no month {year}-{month} in {calendar}")


def months_on(year: int, month: int, by: int) -> tuple[int, int]:
    """(year, month) `by` months later; calendars all have twelve."""
    count = year * 12 + month - 1 + by
    return count // 12, count % 12 + 1
