"""What a run of figures in a text is: a day, a year, a date, a clock, a decade, a quantity."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from didgah.language.fold import ZWNJ

_DATE = re.compile(
    r"(?P<y>\d{4}) ?(?P<m>[-/.\\]) ?\d{1,2} ?(?P=m) ?\d{1,2}(?![\d/]|[.-]\d)"
    r"|\d{1,2} ?(?P<n>[-/.\\]) ?\d{1,2} ?(?P=n) ?(?:\d{4}|\d{2})(?![\d/]|[.-]\d)"
)
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4]) ?: ?[0-5]\d(?: ?: ?[0-5]\d)?(?![\d:])")
_QUANTITY = re.compile(r"\d+(?:[.,٫٬:/]\d+)+|\d+ ?[%٪°$€₽]")
_YEARS = re.compile(r"\W{0,2}год")
# What may stand before a dash and a figure: "14th–16th", "mid-2021"; not "Су-35".
_NUMBER_OR_MID = re.compile(r"(?:\d[^\W\d_]{1,3}|(?<!\w)mid)$")
_ENDINGS = {
    "en": re.compile(r"(?P<o>st|nd|rd|th)\b|(?P<z>['’]?s)\b"),
    "ru": re.compile(
        r"[-‑–]?(?:(?P<z>е|х)|(?P<o>го|й|я|ой|ый|ая|ое|ом|м|му|ого|ому|ю|ье|ья))(?!\w)"
        r"|[-‑–]?(?P<j>(?:дневн|недельн|месячн|летн|часов|минутн)\w{2,3})(?!\w)"
        r"|[-‑–]?(?P<q>лети\w+)"
    ),
    "fa": re.compile(rf"[ {ZWNJ}]?(?P<o>امین|مین|ام|اُم)(?!\w)|(?P<s>م)(?!\w)"),
    "ar": re.compile("(?!)"),
}


class Token(NamedTuple):
    """A word, phrase or figure `text[start:end]`, its kind and what it stands for."""

    kind: str
    start: int
    end: int
    value: Any = None


def figure(folded: str, start: int, end: int, language: str) -> Token:
    """The token of figures that begin at `start`: dates and clocks in figures are one."""
    before = folded[start - 1:start]
    if before in ("№", "#", "$", "€") or (before.isascii() and before.isalpha()) or (
        before in ("-", "‑", "–") and folded[start - 2:start - 1].isalpha()
        and not _NUMBER_OR_MID.search(folded, max(0, start - 6), start - 1)
    ):
        return Token("q", start, end)  # «F16», "Су-35"
    length = end - start
    if length <= 4:
        found = _DATE.match(folded, start)
        if found and (length == 4 or length < 3):
            return Token("X", start, found.end(), found[0])
        found = _CLOCK.match(folded, start)
        if found:
            return Token("T", start, found.end())
    found = _QUANTITY.match(folded, start)
    if found:
        return Token("q", start, found.end())
    if length > 4:
        return Token("q", start, end)
    number = int(folded[start:end])
    ending = _ENDINGS[language].match(folded, end)
    if ending:
        what = ending.lastgroup
        if what == "z" and number % 10 == 0 and length in (2, 4) and (
            number > 31 or _YEARS.match(folded, ending.end())
        ):  # "30-е годы"; "30-е января" is a day
            return Token("Z", start, ending.end(), (number, length))
        if what == "j":
            return Token("J", start, ending.end(), True)
        if what == "q":
            return Token("q", start, ending.end())
        if what == "o" or what == "z" or (what == "s" and length < 3):
            return Token("y" if length == 4 else "o", start, ending.end(), number)
    return Token("y" if length == 4 else "n", start, end, number)
