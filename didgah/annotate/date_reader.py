"""What the words of a language mean, and how the named parts of a match are read.

The pattern modules (`dates_persian` and its sisters) name the parts of what they find alike:
`wd` a weekday, `d`…`d2` days, `mon`, `mon2` months, `y`, `y2` years, `era`, `n` a number,
`unit`, `which` (last, this, next), `about`, `part` (beginning, middle, end). A `Reader` says
what each word means in its language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from didgah.annotate.date_values import Value
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


def part_of(match: re.Match[str], name: str) -> str:
    """What the group `name` matched, trimmed; "" when the pattern has no such group."""
    return (match.groupdict().get(name) or "").strip()


def month_of(
    match: re.Match[str], context: Context, name: str = "mon",
) -> tuple[Calendar, int] | None:
    """Calendar and number (1–12) of the month in group `name`; None for no month."""
    word = key(part_of(match, name))
    months = context.reader.months
    # «تشرين الثاني/نوفمبر» names one month twice.
    return months.get(word) or months.get(re.split(r"[/(]", word)[0].strip())


def year_of(
    match: re.Match[str], context: Context, name: str = "y",
) -> tuple[int | None, tuple[str, ...]]:
    """A year as written; two digits are completed, and the century said to be assumed."""
    text = part_of(match, name) or part_of(match, name + "b")  # two places a pattern may find it
    if not text:
        return None, ()
    year = context.reader.number(text)
    if year is not None and year < 100:
        return year, ("century",)
    return year, ()


def completed(year: int, calendar: Calendar, published: date | None) -> int:
    """A two-digit year: in the Solar Hijri calendar 50–99 are 1350–1399, the rest 1400–1449."""
    if calendar == "solar_hijri":
        return year + (1300 if year >= 50 else 1400)
    pivot = (published.year if published else 2030) % 100 + 10
    return year + (2000 if year <= pivot else 1900)


def which_of(match: re.Match[str], context: Context) -> tuple[int | None, bool]:
    """Last, this or next as -1, 0, 1, and whether it is said of the year («سال گذشته»)."""
    word = part_of(match, "which") or part_of(match, "whichb")
    offset = context.reader.which.get(key(word)) if word else None
    return offset, bool(part_of(match, "ofyear") or part_of(match, "whichb"))


def plausible(year: int, calendar: Calendar) -> bool:
    """Whether news would name this year in this calendar."""
    if calendar == "gregorian":
        return 1500 < year <= 2200
    return 1200 <= year <= 1500


def calendar_of(year: int, match: re.Match[str], context: Context) -> Calendar | None:
    """The calendar of a year: by the era beside it, else by its size; None for neither."""
    era = context.reader.eras.get(key(part_of(match, "era")))
    if era:
        return era
    if 1250 <= year <= 1500:
        return context.reader.old_years
    return "gregorian" if 1500 < year <= 2200 else None
