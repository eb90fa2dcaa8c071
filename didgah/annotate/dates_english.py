"""English date expressions: their patterns, and what the words mean."""

from __future__ import annotations

import re

from didgah.annotate import date_rules as rules
from didgah.language.fold import key
from didgah.language.months import spellings, weekday_spellings
from didgah.language.numbers import number_of


def _any(words: list[str] | tuple[str, ...]) -> str:
    return "(?:" + "|".join(map(re.escape, sorted(set(words), key=len, reverse=True))) + ")"


# Capital letters tell a month from a verb ("march", "may"): `(?-i:…)` turns case back on.
_MONTHS = _any([n for n, _, _ in spellings("en")] + [
    n.upper() for n, calendar, _ in spellings("en") if calendar == "gregorian"
])
_MONTH = rf"(?P<mon>(?-i:{_MONTHS}))\b(?:\.(?= \d))?"
_MONTH2 = _MONTH.replace("<mon>", "<mon2>")
_GREGORIAN = _any([n for n, calendar, _ in spellings("en") if calendar == "gregorian"])
_DAY = r"(?<![\d.,])\d{1,2}(?!\d)(?:st|nd|rd|th)?"
_YEAR = r"(?<!\d)\d{4}(?!\d)"
_WD = rf"(?P<wd>(?-i:{_any([n for n, _ in weekday_spellings('en')])}))\b(?:(?<=\b\w{{3}})\.)?"
_WEEKDAY = rf"(?:\b{_WD},? )?"
_OF_YEAR = rf"(?:,? (?:of )?(?P<y>{_YEAR}))"
_WHICH = r"last|past|previous|this|current|next|coming|upcoming"
_THROUGH = r"(?: ?[–—-] ?| to | through | until )"
_TO = rf"(?:{_THROUGH}| and | or )"
_PART = (
    r"(?:(?P<part>early|mid|middle of|late|the beginning of|the end of|the start of"
    r"|end of)[ -](?:in )?)"
)
_ABOUT = r"(?:(?P<about>about|around|some|nearly|almost|approximately|roughly|more than|over) )"
_UNITS = {"day": "day days", "week": "week weeks", "month": "month months",
          "year": "year years", "decade": "decade decades"}
_UNIT = rf"(?P<unit>{_any([w for words in _UNITS.values() for w in words.split()])})\b"
_NUMBER = (
    r"\b(?P<n>\d{1,4}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"fifteen|twenty|thirty)"
)
_SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"

READER = rules.Reader(
    months={key(name): (calendar, number) for name, calendar, number in spellings("en")},
    weekdays={key(name): number for name, number in weekday_spellings("en")},
    number=lambda text: number_of(re.sub(r"(?:st|nd|rd|th)$", "", text.lower()), "en"),
    units={w: unit for unit, words in _UNITS.items() for w in words.split()},  # type: ignore[misc]
    which={"last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1,
           "coming": 1, "upcoming": 1},
    parts={"early": 0, "the beginning of": 0, "the start of": 0, "mid": 1, "middle of": 1,
           "late": 2, "the end of": 2, "end of": 2},
    seasons={"spring": 0, "summer": 1, "autumn": 2, "fall": 2, "winter": 3},
    days={"today": 0, "tonight": 0, "yesterday": -1, "the day before yesterday": -2,
          "tomorrow": 1, "the day after tomorrow": 2},
    week_begins=0,
    needs_year=frozenset(
        (calendar, n) for calendar in ("solar_hijri", "lunar_hijri") for n in range(1, 13)
    ),
    day_first=None,
)

RULES: tuple[tuple[str, rules.Reading], ...] = (
    # 28 July – 2 August 2021; July 28 – August 2, 2021
    ((rf"{_WEEKDAY}(?P<d>{_DAY}) (?:of )?{_MONTH}(?: (?P<y1>\d{{4}}))?{_THROUGH}(?P<d2>{_DAY}"
     rf") {_MONTH2}{_OF_YEAR}?"),
     rules.calendar_days),
    ((rf"{_WEEKDAY}\b{_MONTH} (?P<d>{_DAY})(?:, (?P<y1>\d{{4}}))?{_THROUGH}{_MONTH2} "
     rf"(?P<d2>{_DAY}){_OF_YEAR}?"),
     rules.calendar_days),
    ((rf"{_WEEKDAY}(?:the )?(?P<d>{_DAY})(?:(?:, ?{_DAY}){{0,4}}{_TO}(?P<d2>{_DAY}))? "
      rf"(?:of )?{_MONTH}"
     rf"{_OF_YEAR}?"),
     rules.calendar_days),
    ((rf"{_WEEKDAY}\b{_MONTH} (?P<d>{_DAY})(?:(?:, ?{_DAY}){{0,4}}{_TO}(?P<d2>{_DAY}))?"
     rf"(?! ?%){_OF_YEAR}?"),
     rules.calendar_days),
    (r"(?P<date>(?<![\d./-])(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[./]\d{1,2}[./]\d{4})(?![\d/-]))",
     rules.numeric),
    (rf"\b{_PART}?{_MONTH},? (?P<y>{_YEAR})", rules.whole_month),
    ((rf"\b(?:in |since |by |until |during )?(?P<span>{_PART}(?P<mon>(?-i:{_GREGORIAN})))\b"
     rf"(?!-)"), rules.whole_month),
    (rf"\b(?:in|since|by|until|during) (?P<span>(?P<mon>(?-i:{_GREGORIAN})))\b(?!-)",
     rules.whole_month),
    (rf"\b(?:in )?(?P<which>{_WHICH}) (?P<mon>(?-i:{_GREGORIAN}))\b", rules.whole_month),
    ((rf"\b(?:in|since|from|by|until|during|of|year|before|after) (?:the year )?(?P<span>"
     rf"(?:{_PART}|{_ABOUT})?"
     r"(?P<y>(?:19|20)\d{2})(?![\d,.]\d|\d)(?: ?(?:[–—-]|to|and) ?(?P<y2>(?:19|20)\d{2})(?!\d))?)"
     r"(?! (?:people|soldiers|men|women|children|cases|companies|countries|dollars|tonnes))"),
     rules.whole_years),
    (r"\b(?P<y>(?:19|20)\d{2})[–—-](?P<y2>(?:19|20)\d{2})\b", rules.whole_years),
    (r"\b(?:the )?(?P<y>\d{3}0)'?s\b", rules.decade),
    (rf"\b(?:in )?(?:the )?{_SEASON} (?:of )?(?P<y>{_YEAR})", rules.season),
    (rf"\b(?P<which>last|this|next) {_SEASON}\b", rules.season),
    (rf"\b(?P<rel>yesterday|today|tomorrow),? {_WD}", rules.weekday),
    ((rf"\b(?:(?P<which>last|this|next|this past|this coming) )?{_WD}(?:,? "
     rf"(?P<ofweek>)this week)?"), rules.weekday),
    (rf"\b{_WD} (?P<which>last|this|next) (?P<ofweek>week)\b", rules.weekday),
    ((r"\b(?P<rel>the day before yesterday|the day after tomorrow|yesterday|today|tonight"
     r"|tomorrow)\b"),
     rules.relative_day),
    (rf"\b{_PART}?(?P<which>{_WHICH}) (?P<unit>week|month|year)\b", rules.relative_unit),
    (rf"{_ABOUT}?{_NUMBER} {_UNIT} ago\b", rules.ago),
    ((rf"\b(?:the |over the |in the |for the )(?P<which>last|past|next|coming) {_NUMBER}"
     rf" {_UNIT}"), rules.stretch),
)

TRIGGERS = ("week", "month", "year")

FUTURE_CUES = r"\b(?:will|shall|is to|are to|scheduled|is due|are due|plans to)\b|'ll\b"
PAST_CUES = (
    r"\b(?:was|were|had|held|met|took place|attended|visited|signed|hosted|gathered|opened|"
    r"concluded|participated|discussed)\b"
)
