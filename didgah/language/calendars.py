"""The three calendars as people read them: converting days and writing them in words.

`format_*` write in the reader's language, calendar and digits. What is known only to a
month or a year of one calendar is written in another as the months or years it spans,
never as one it only partly covers.
"""

from __future__ import annotations

from contextvars import ContextVar
from datetime import date, timedelta

from didgah.language.column_dates import ParsedDate, day_first_of, parse_date
from didgah.language.conversion import (
    from_calendar,
    from_lunar,
    from_solar,
    month_end,
    months_on,
    to_calendar,
    to_lunar,
    to_solar,
)
from didgah.language.months import NAMES, RUSSIAN_GENITIVE, SEASONS
from didgah.language.numbers import to_digits
from didgah.model import Calendar, Precision

__all__ = [
    "WRITTEN", "ParsedDate", "choose", "civil_calendar", "day_first_of", "format_date",
    "format_interval", "format_interval_pair", "format_pair", "from_calendar", "from_lunar",
    "from_solar", "home_calendar", "in_order", "month_end", "months_on", "parse_date",
    "second_calendar", "span",
    "to_calendar", "to_lunar", "to_solar",
]

WRITTEN: tuple[Calendar, ...] = ("solar_hijri", "gregorian", "lunar_hijri")
"""The calendars that dates are written in, in the order in which they are offered."""

# What the visitor of this run chose; a thread runs one script for one visitor.
_chosen: ContextVar[Calendar | None] = ContextVar("chosen_calendar", default=None)

_UNKNOWN = {
    "fa": "تاریخ نامعلوم", "en": "date unknown", "ru": "дата неизвестна",
    "ar": "التاريخ غير معروف",
}
_WEEK = {"fa": "هفتهٔ {}", "en": "week of {}", "ru": "неделя с {}", "ar": "أسبوع {}"}
_DECADE = {"fa": "دههٔ {}", "en": "{}s", "ru": "{}-е годы", "ar": "عقد {}"}
_ERA = {  # said where the calendar is not the language's own
    "lunar_hijri": {"fa": " قمری", "en": " AH", "ru": " г. х.", "ar": " هـ"},
}
_SEASON_MONTHS = {"gregorian": 3, "solar_hijri": 1}  # the month in which spring begins


def choose(calendar: Calendar | None) -> None:
    """Write dates in `calendar` first from here on in this thread; None: the language's own."""
    _chosen.set(calendar)


def civil_calendar(language: str) -> Calendar:
    """The calendar that readers of `language` live by."""
    return "solar_hijri" if language == "fa" else "gregorian"


def home_calendar(language: str) -> Calendar:
    """The calendar that dates are written in first: the chosen one, or the language's own."""
    return _chosen.get() or civil_calendar(language)


def in_order(language: str) -> tuple[Calendar, ...]:
    """All calendars, `home_calendar` first."""
    home = home_calendar(language)
    return (home, *(one for one in WRITTEN if one != home))


def second_calendar(language: str) -> Calendar:
    """The calendar that is written beside the first: Gregorian, beside which Arabic has the
    lunar Hijri and the others the Solar Hijri."""
    if home_calendar(language) != "gregorian":
        return "gregorian"
    return "lunar_hijri" if language == "ar" else "solar_hijri"


def format_date(
    day: date | None, language: str, calendar: Calendar | None = None,
    precision: Precision = "day",
) -> str:
    """`day`, the first day of a span of `precision`, in words: «۳ آذر ۱۴۰۰».

    `calendar` None is the language's own. None or precision "unknown" gives words for that.
    """
    if day is None or precision == "unknown":
        return _UNKNOWN.get(language, _UNKNOWN["en"])
    return format_interval(*span(day, precision), precision, language, calendar)


def format_pair(day: date | None, language: str, precision: Precision = "day") -> str:
    """The date in two calendars, the reader's own first: «۳ آذر ۱۴۰۰ (۲۴ نوامبر ۲۰۲۱)»."""
    if day is None or precision == "unknown":
        return format_date(None, language)
    return format_interval_pair(*span(day, precision), precision, language)


def format_interval_pair(
    first: date | None, last: date | None, precision: Precision, language: str
) -> str:
    """An interval in `home_calendar` and, in brackets, `second_calendar`."""
    text = format_interval(first, last, precision, language)
    if first is None or precision == "unknown":
        return text
    other = format_interval(first, last, precision, language, second_calendar(language))
    return f"{text} ({other})"


def format_interval(
    first: date | None, last: date | None, precision: Precision, language: str,
    calendar: Calendar | None = None,
) -> str:
    """A closed interval of days in words: «۲۸ تا ۳۰ ژوئیهٔ ۲۰۲۱», "28–30 July 2021".

    Precision "month", "season", "year" and "decade" write the months or years of `calendar`
    that the interval touches. `calendar` None is the language's own.
    """
    if first is None or precision == "unknown":
        return format_date(None, language)
    last = last or first
    calendar = calendar or home_calendar(language)
    try:
        start, end = to_calendar(first, calendar), to_calendar(last, calendar)
    except ValueError:  # outside the Umm al-Qura tables
        return format_interval(first, last, precision, language, "gregorian")
    if precision in ("day", "days", "week"):
        text = _days(start, end, language, calendar)
        week = precision == "week" and last - first == timedelta(6)
        if week and language != "ar":
            text = _WEEK.get(language, _WEEK["en"]).format(
                _days(start, start, language, calendar)
            )
    else:
        text = _longer(first, last, precision, language, calendar)
    return to_digits(text + _ERA.get(calendar, {}).get(language, ""), language)


def span(day: date, precision: Precision) -> tuple[date, date]:
    """The days of the month, year, … that begins on `day`.

    The calendar is the one in which such a span begins that day (Gregorian, then Solar
    Hijri, then lunar); when it begins in none, the Gregorian span that `day` lies in.
    """
    if precision in ("day", "days", "unknown"):
        return day, day
    if precision == "week":
        return day, day + timedelta(6)
    months = {"month": 1, "season": 3, "year": 12, "decade": 120}[precision]
    calendars: tuple[Calendar, ...] = ("gregorian", "solar_hijri", "lunar_hijri")
    for calendar in calendars:
        try:
            year, month, number = to_calendar(day, calendar)
        except ValueError:
            continue
        if number != 1 or (months >= 12 and month != 1) or (months == 120 and year % 10):
            continue
        try:
            return day, month_end(calendar, *months_on(year, month, months - 1))
        except ValueError:
            continue
    year = day.year - day.year % 10 if precision == "decade" else day.year
    month = 1 if months >= 12 else day.month
    return date(year, month, 1), month_end("gregorian", *months_on(year, month, months - 1))


def _days(
    start: tuple[int, int, int], end: tuple[int, int, int], language: str, calendar: Calendar
) -> str:
    (y1, m1, d1), (y2, m2, d2) = start, end
    dash = " تا " if language == "fa" else "–"
    last = f"{d2} {_month(m2, language, calendar, of=True)} {y2}"
    if start == end:
        return last
    if (y1, m1) == (y2, m2):
        return f"{d1}{dash}{last}"
    dash = dash if language == "fa" else f" {dash} "
    left = f"{d1} {_month(m1, language, calendar, of=y1 != y2, day=True)}"
    return f"{left} {y1}{dash}{last}" if y1 != y2 else f"{left}{dash}{last}"


def _longer(
    first: date, last: date, precision: Precision, language: str, calendar: Calendar
) -> str:
    (y1, m1, d1), (y2, m2, _) = to_calendar(first, calendar), to_calendar(last, calendar)
    whole = d1 == 1 and to_calendar(last + timedelta(1), calendar)[2] == 1
    if precision in ("year", "decade"):
        if precision == "decade" and whole and (m1, m2, y1 % 10, y2 - y1) == (1, 12, 0, 9):
            return _DECADE.get(language, _DECADE["en"]).format(y1)
        return str(y1) if y1 == y2 else f"{y1}–{y2}"
    spring = _SEASON_MONTHS.get(calendar)
    if precision == "season" and spring and whole and (m2 - m1) % 12 == 2:
        season, off = divmod((m1 - spring) % 12, 3)
        if off == 0:
            name = SEASONS.get(language, SEASONS["en"])[season]
            # A northern winter begins in one Gregorian year and ends in the next.
            return f"{name} {y1}" if y1 == y2 else f"{name} {y1}–{y2}"
    end = f"{_month(m2, language, calendar, of=True, day=False)} {y2}"
    if (y1, m1) == (y2, m2):
        return end
    if y1 == y2:
        return f"{_month(m1, language, calendar, day=False)}–{end}"
    return f"{_month(m1, language, calendar, of=True, day=False)} {y1} – {end}"


def _month(n: int, language: str, calendar: Calendar, of: bool = False, day: bool = True) -> str:
    """A month's name: genitive after a Russian day, with ezafe before a Persian year (`of`)."""
    if language == "ru" and day:
        return RUSSIAN_GENITIVE[calendar][n - 1]
    table = NAMES[calendar]
    name = table.get(language, table["en"])[n - 1]
    # ژوئیهٔ، ژانویهٔ، ذی‌الحجهٔ; in مه the ه is sounded and takes no mark.
    return name + "ٔ" if language == "fa" and of and name.endswith("ه") and name != "مه" else name
