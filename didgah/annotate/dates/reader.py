"""What a reading of a date expression sees: the words matched, and what it may lean on."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from didgah.annotate.dates import parts
from didgah.annotate.dates.figures import Token
from didgah.annotate.dates.tokens import Cluster
from didgah.annotate.dates.values import UNTOLD, Value
from didgah.language.conversion import to_calendar
from didgah.model import Calendar, Precision

# The precision of each unit of time.
PRECISIONS: dict[str, Precision] = {
    "hour": "day", "day": "day", "week": "week", "month": "month", "quarter": "season",
    "season": "season", "year": "year", "school": "year", "decade": "decade", "century": "year",
}


@dataclass(frozen=True, slots=True)
class Customs:
    """How a language counts: its weeks, its calendar of "last year", its bare years."""

    week_begins: int = 0
    weeks_vary: bool = False  # whether its readers begin their weeks with several days
    home: Calendar = "gregorian"  # the calendar of "last year"
    old_years: Calendar = "gregorian"  # the calendar of a bare year of 1250–1500
    two_digit_years: bool = False  # whether «۳ آذر ۹۹» has a year
    day_first: bool | None = True  # 03/04/2021 is 3 April; None: nobody can tell
    # Months that are read only with a year beside them.
    foreign_months: frozenset[Calendar] = frozenset()
    events: re.Pattern[str] = re.compile("(?!)")  # nouns whose year stands bare behind them


@dataclass(frozen=True, slots=True)
class Found:
    """Where a rule fits a cluster of words, and the day and tense that its reading leans on."""

    cluster: Cluster
    start: int  # places in `cluster.kinds`
    end: int
    groups: Mapping[str, tuple[int, int]]
    text: str  # of the article, as `aligned` writes it
    published: date | None
    customs: Customs
    tense: Callable[..., int]

    def token(self, name: str, kinds: str = "") -> Token | None:
        """The first word of the group `name` (of one of `kinds`); None when there is none."""
        low, high = self.groups.get(name, (0, 0))
        cluster = self.cluster
        for place in range(low, high):
            if cluster.at[place] >= 0 and (not kinds or cluster.kinds[place] in kinds):
                return cluster.tokens[cluster.at[place]]
        return None

    def value(self, name: str, kinds: str = "") -> Any:
        """What the first word of the group `name` (of one of `kinds`) stands for, or None."""
        token = self.token(name, kinds)
        return token.value if token else None

    def words(self) -> list[tuple[Token, str]]:
        """Every word matched with its kind, without the marks between."""
        cluster = self.cluster
        return [
            (cluster.tokens[cluster.at[i]], cluster.kinds[i])
            for i in range(self.start, self.end) if cluster.at[i] >= 0
        ]

    def span(self) -> tuple[int, int]:
        """Offsets in the text of everything matched."""
        held = [at for at in self.cluster.at[self.start:self.end] if at >= 0]
        tokens = self.cluster.tokens
        return tokens[held[0]].start, tokens[held[-1]].end

    def kinds(self) -> str:
        """The kinds of everything matched."""
        return self.cluster.kinds[self.start:self.end]

    @property
    def side(self) -> int:
        """Which side of the publication the sentence speaks of (`date_values`)."""
        return self.tense(*self.span())

    @property
    def side_of_event(self) -> int:
        """As `side`, but a reporting verb tells nothing: "announced the opening in March"."""
        return self.tense(*self.span(), said=UNTOLD)


Reading = Callable[[Found], Value | None]


def year_of(found: Found, name: str = "y") -> tuple[int | None, tuple[str, ...]]:
    """A year as written; one of two figures is said to be assumed in its century."""
    token = found.token(name, "yn") or found.token(name + "b", "yn")
    if token is None:
        return None, ()
    return token.value, ("century",) if token.value < 100 else ()


def believable_year(found: Found, name: str = "y") -> bool:
    """Whether two figures after a month are its year: «۳ آذر ۹۹», not «۳ آذر ۱۲ نفر»."""
    token = found.token(name, "n")
    if token is None:
        return True
    low, high = found.groups.get(name, (0, 0))
    figures = found.text[token.start:token.end]
    kinds = found.cluster.kinds
    if "Y" in kinds[max(0, low - 2):high] or "E" in kinds[high:high + 1]:
        if kinds[high:high + 1] == "N":
            return False  # «در سال ۱۰ درصد»
        return token.value < 100 and (
            len(figures) == 2 if figures.isdecimal() else token.value >= 30
        )
    if len(figures) != 2 or not figures.isdecimal():
        return False
    if token.value < 50 and found.published and (
        1400 + token.value > to_calendar(found.published, "solar_hijri")[0] + 10
    ):
        return False
    behind = found.cluster.kinds[high:high + 1]
    if behind and behind in "NDKLYCGhJcrt":
        return False
    return token.value >= 50 or figures[0] == "0" or not _word_follows(found.text, token.end)


def _word_follows(text: str, end: int) -> bool:
    return text[end:end + 2].strip()[:1].isalpha()


def completed(year: int, calendar: Calendar, published: date | None) -> int:
    """A two-digit year: in the Solar Hijri calendar 50–99 are 1350–1399, the rest 1400–1449.

    What would lie more than ten years ahead of the publication is of the century before: «شهریور
    ۲۰» is 1320.
    """
    if calendar == "solar_hijri":
        now = to_calendar(published, calendar)[0] if published else 1449
        return year + (1300 if year >= 50 or 1400 + year > now + 10 else 1400)
    pivot = (published.year if published else 2030) % 100 + 10
    return year + (2000 if year <= pivot else 1900)


def which_of(found: Found) -> tuple[int | None, bool]:
    """Last, this or next as -1, 0, 1, and whether it is said of the year («سال گذشته»)."""
    for name in ("which", "whichb", "whichc"):
        value = found.value(name)
        if value is not None:
            return value, True
    return found.value("whichm"), False


def year_now(found: Found, calendar: Calendar) -> int | None:
    """The year of `calendar` in which the article came out; None when it is not known."""
    try:
        return to_calendar(found.published, calendar)[0] if found.published else None
    except ValueError:  # before the lunar calendar's tables
        return None


def plausible(year: int, calendar: Calendar) -> bool:
    """Whether news would name this year in this calendar."""
    if calendar == "gregorian":
        return 1500 < year <= 2200
    return 1200 <= year <= 1500


def calendar_of(year: int, found: Found) -> Calendar | None:
    """The calendar of a year: by the era beside it, else by its size; None for neither."""
    era = found.token("era")
    if era:
        return era.value or None
    if 1250 <= year <= 1500:
        return found.customs.old_years
    return "gregorian" if 1500 < year <= 2200 else None


def with_assumed(value: Value | None, assumed: tuple[str, ...]) -> Value | None:
    """`value` with what else a rule supplied; what is open assumes nothing."""
    if value is None or value.first is None or not assumed:
        return value
    return replace(value, assumed=(*value.assumed, *assumed))


def parted(found: Found, value: Value | None) -> Value | None:
    """The beginning, middle, end or half of `value`, when the words tell one."""
    if value is None:
        return None
    third = found.value("part")
    if third is not None:
        return parts.part(value, third)
    half = found.value("half", "no")
    if half is not None:
        return parts.half(value, 0 if half == 1 else 1) if half in (1, 2) else None
    return value
