"""Dates as they stand alone in a column: read a value, or refuse it.

Any digits, any of the three calendars, month names of four languages, ISO 8601, RFC 2822.
A time of day and its zone are read past: the date is the one written. What could be two
different days, or a number of seconds, is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from didgah.language.conversion import from_calendar
from didgah.language.fold import fold, key
from didgah.language.months import by_name, weekday_names
from didgah.language.numbers import ordinal_of
from didgah.model import Calendar, Precision

_TIME = re.compile(
    r"(?:[T,،\s|-]|^|ساعت|الساعة|в|at)\s*\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?"
    r"\s*(?:a\.?m\.?|p\.?m\.?|ق\.?\s?ظ\.?|ب\.?\s?ظ\.?)?"
    r"\s*(?:Z|(?:UTC|GMT|MSK|МСК|EST|EDT)?\s?(?:[+-]\d{2}:?\d{2})?)?\b",
    re.IGNORECASE,
)
_NUMERIC = re.compile(r"(?<!\d)(\d{1,4})\s*([-/.])\s*(\d{1,2}|\d{4})(?:\s*\2\s*(\d{1,4}))?(?!\d)")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T\d{4,6}Z?)?")
_PIECE = re.compile(r"\d+|[^\W\d_]+", re.UNICODE)
_MONTH_WORD = re.compile(r"\b(\w{2,})ماه\b")  # «آذرماه», written solid
_ORDINAL_END = re.compile(r"(?<=\d)(?:st|nd|rd|th|-?го|-?е|ام|م)\b", re.IGNORECASE)
# An era after the date says which Hijri calendar is meant.
_LUNAR = re.compile(r"(?:\bهـ?\.?\s?ق\b|\bقمری\b|\bAH\b|\bг\.\s?х\b)\.?|(?<=\d)\s*هـ?(?=\W*$)")
_SOLAR = re.compile(r"(?:\bهـ?\.?\s?ش\b|\bشمسی\b|\bخورشیدی\b|\bSH\b|\bAP\b)\.?")
_COMMON = re.compile(r"\bمیلادیه?\b|\bم\b\.?|\bCE\b|\bAD\b|н\.\s?э\.?")
_NOISE = frozenset(key(word) for word in (
    "г г. год года году гг of the on date published posted updated дата опубликовано "
    "النشر نشر انتشار ماه سال روز مورخ مورخه تاریخ تاریخ عام سنة شهر يوم في من در "
    "ساعت الموافق هجری هجرية"
).split())


@dataclass(frozen=True, slots=True)
class ParsedDate:
    """A column value: the first day of its span, the span's size, and how it was written."""

    value: date
    precision: Precision
    calendar: Calendar


def parse_date(text: str, day_first: bool | None = None) -> ParsedDate | None:
    """The date that is all of `text`, or None when it is none, impossible or in doubt.

    A four-digit year of 1250–1500 is Solar Hijri unless a lunar month or era stands by it,
    one of 1700–2200 Gregorian. Gregorian "03/04/2021" is refused unless `day_first` (see
    `day_first_of`) tells its order; with dots it is day first.
    """
    if len(text) > 100:
        return None
    folded = fold(text).strip()
    era = _era(folded)
    for pattern in (_LUNAR, _SOLAR, _COMMON):
        folded = pattern.sub(" ", folded)
    folded = _TIME.sub(" ", folded).strip(" \n\u200e\u200f,،.؛|-")
    compact = _COMPACT.fullmatch(folded)
    if compact:
        return _made(int(compact[1]), int(compact[2]), int(compact[3]), era)
    words = [w for w in _PIECE.findall(folded) if not w.isdecimal()]
    if all(key(w) in weekday_names() or key(w) in _NOISE for w in words):
        numbers = _NUMERIC.search(folded)
        if numbers:
            rest = folded[:numbers.start()] + folded[numbers.end():]
            return None if re.search(r"\d", rest) else _numeric(numbers, era, day_first)
    return _worded(folded, era)


def day_first_of(values: Iterable[str]) -> bool | None:
    """Whether a column writes Gregorian days before months; None when no value tells.

    Also None when values contradict each other.
    """
    seen = set()
    for value in values:
        found = _NUMERIC.search(fold(value))
        if found and found[4] and len(found[1]) <= 2 and len(found[4]) == 4:
            first, second = int(found[1]), int(found[3])
            if first > 12 >= second:
                seen.add(True)
            elif second > 12 >= first:
                seen.add(False)
    return seen.pop() if len(seen) == 1 else None


def _era(folded: str) -> Calendar | None:
    if _SOLAR.search(folded):
        return "solar_hijri"
    if _LUNAR.search(folded):
        return "lunar_hijri"
    return "gregorian" if _COMMON.search(folded) else None


def _calendar(year: int, era: Calendar | None) -> Calendar | None:
    if 1250 <= year <= 1500:
        return None if era == "gregorian" else era or "solar_hijri"
    if 1700 <= year <= 2200:
        return "gregorian" if era in (None, "gregorian") else None
    return None


def _made(
    year: int, month: int | None, day: int | None, calendar: Calendar | None
) -> ParsedDate | None:
    calendar = _calendar(year, calendar)
    if calendar is None:
        return None
    precision: Precision = "day" if day else "month" if month else "year"
    try:
        return ParsedDate(from_calendar(calendar, year, month or 1, day or 1), precision, calendar)
    except ValueError:
        return None


def _numeric(
    found: re.Match[str], era: Calendar | None, day_first: bool | None
) -> ParsedDate | None:
    a, mark, b, c = found[1], found[2], int(found[3]), found[4]
    if c is None:
        year, month = (int(a), b) if len(a) == 4 else (b, int(a))
        return _made(year, month, None, era) if 1 <= month <= 12 else None
    if len(a) == 4 and len(c) <= 2 and b < 100:
        return _made(int(a), b, int(c), era) if b and int(c) else None
    if len(c) != 4 or len(a) > 2 or b > 99:
        return None  # a two-digit year is anybody's guess
    first, year = int(a), int(c)
    if not (first and b):
        return None
    if first > 12 or first == b or mark == "." or _calendar(year, era) != "gregorian":
        return _made(year, b, first, era)
    if b > 12:
        return _made(year, first, b, era)
    if day_first is None:
        return None
    return _made(year, b, first, era) if day_first else _made(year, first, b, era)


def _worded(folded: str, era: Calendar | None) -> ParsedDate | None:
    """Month names with a day and a year around them, or a bare year."""
    pieces = _PIECE.findall(_MONTH_WORD.sub(r"\1", _ORDINAL_END.sub("", folded)))
    month: tuple[Calendar, int] | None = None
    numbers: list[tuple[int, int]] = []  # (value, digits)
    i = 0
    while i < len(pieces):
        for width in (3, 2, 1):
            joined = key(" ".join(pieces[i:i + width]))
            if joined in by_name() and not (width == 1 and joined.isdecimal()):
                # «نوفمبر/تشرين الثاني» names one month twice; two months are no date.
                if month not in (None, by_name()[joined]):
                    return None
                month = by_name()[joined]
                break
        else:
            width = 1
            word = pieces[i]
            if word.isdecimal():
                numbers.append((int(word), len(word)))
            elif joined not in _NOISE and joined not in weekday_names():
                width, ordinal = _ordinal(pieces[i:])
                if ordinal is None:
                    compound = key(" ".join(pieces[i:i + 2]))
                    if compound not in weekday_names():
                        return None
                    width = 2
                else:
                    numbers.append((ordinal, 1))
        i += width
    years = [n for n, digits in numbers if digits == 4]
    days = [n for n, digits in numbers if digits <= 2]
    if len(years) != 1 or len(days) > 1 or len(numbers) > 2:
        return None
    if month is None:
        return _made(years[0], None, None, era) if not days else None
    if era and era != month[0]:
        return None
    if _calendar(years[0], month[0]) != month[0]:
        return None
    if days and not days[0]:
        return None
    return _made(years[0], month[1], days[0] if days else None, month[0])


def _ordinal(pieces: list[str]) -> tuple[int, int | None]:
    for width in (3, 2, 1):
        value = ordinal_of(" ".join(pieces[:width]))
        if value is not None and len(pieces) >= width:
            return width, value
    return 1, None
