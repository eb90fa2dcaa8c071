"""Where, when and whether: what a sentence says of the meeting it speaks of."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from didgah.annotate.meetings.encounter_rules import BEFORE, EncounterRules
from didgah.annotate.sentences.background import Background
from didgah.annotate.sentences.ranks import rank_of
from didgah.annotate.sentences.reading import Reading
from didgah.annotate.sentences.skeleton import DATE, PLACE, Actor, Skeleton
from didgah.language.calendars import from_solar
from didgah.model import DateExpression, Mention, Precision, Span, Status

_RANK = {"day": 0, "days": 0, "week": 1, "month": 2, "season": 3, "year": 4}
_DATE = re.compile(DATE)
# The day of a dateline: "KAZAN, 24 October -", «جدة، 3 مايو (واس)».
_LINE = re.compile(rf"[\s\"]*(?:{PLACE}(?: ?[,،/] ?{PLACE})? ?[,،.]? ?)?({DATE}) ?[-/(:]")
_BYLINE = 25  # characters up to which "MOSCOW, 8 May." and "/TASS/." are no telling
# Between a day and what is said of another
_STOP = re.compile(r"[,;:،؛]|(?<!\w)(?:شد|شدند|کرد|کردند|یافت|داد|گرفت) و ")
_RANGE = 24  # characters between the two days of a range
_LINKS = 3  # words between them
_WEEK = timedelta(days=7)
_LONGEST = timedelta(days=31)  # that a gathering lasts
_NEAR_DAYS = 4  # two named days further apart than this are not one meeting


@dataclass(frozen=True, slots=True)
class When:
    """An interval of days, how finely it is known and what was assumed; dates None if unknown."""

    first: date | None = None
    last: date | None = None
    precision: Precision = "unknown"
    assumed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Where:
    """A place id and its country, "" for what is not said; `narrow` for a city or site."""

    place: str = ""
    country: str = ""
    narrow: bool = False


def when_in(
    skeleton: Skeleton, at: int, rules: EncounterRules, barred: Sequence[Span] = ()
) -> When:
    """The interval that the dates of a sentence give, the finest one nearest to `at`.

    Years since which something lasts and "about" dates do not date a meeting, nor do dates
    inside a `barred` span (somebody's words). The day of a dateline counts when no other does.
    """
    found: list[tuple[int, int, int, DateExpression]] = []
    ahead = rules.announced.search(skeleton.text)
    line = _LINE.match(skeleton.text)
    for match in _DATE.finditer(skeleton.text):
        position = match.start()
        unit = skeleton.units.get(match.group())
        if not isinstance(unit, DateExpression) or unit.first is None or unit.last is None:
            continue
        if unit.precision not in _RANK or unit.approximate:
            continue
        if _is_background(skeleton.text, position, unit, rules):
            continue
        if any(b.start <= unit.start < b.end for b in barred):
            continue
        if ahead and rules.told_on.search(skeleton.text, max(0, position - BEFORE), position):
            continue  # "he will come, his office said on Saturday"
        found.append((_RANK[unit.precision], abs(position - at), position, unit))
    if line and len(found) > 1:
        found = [one for one in found if one[2] != line.start(1)]
    if not found:
        return When()
    rank, _, position, best = min(found, key=lambda f: f[:3])
    first, last, precision = best.first, best.last, best.precision
    assumed = set(best.assumed)
    for other_rank, _, other_position, other in found:
        # «۲۷ مارس و ۲۸ مارس», "10 May – 12 May": neighbours with no other word between them.
        between = skeleton.text[min(position, other_position) + 1:max(position, other_position)]
        if other is best or other_rank or rank or len(between.split()) > 3 or len(between) > 14:
            continue
        if not (first and last and other.first and other.last):
            continue
        if abs((other.first - first).days) <= _NEAR_DAYS:
            first, last = min(first, other.first), max(last, other.last)
            precision = "days" if first < last else precision
            assumed |= set(other.assumed)
    return When(first, last, precision, tuple(sorted(assumed)))


def still_to_come(
    when: When, skeleton: Skeleton, published: date | None, rules: EncounterRules,
    start: int = 0, end: int = sys.maxsize,
) -> When:
    """A weekday before the publication as the one after it, where it is said to be to come.

    Where is `[start, end)` of the skeleton.
    """
    if when.first is None or when.last is None or published is None or (
        when.assumed != ("week",) or not when.last < published <= when.last + _WEEK
    ):
        return when
    text = skeleton.text
    places = [m.start() for m in _DATE.finditer(text, start, end)
              if isinstance(unit := skeleton.units.get(m.group()), DateExpression)
              and unit.first == when.first]
    for pattern in (rules.announced, rules.postponed, rules.cancelled):
        for said in pattern.finditer(text, start, end):
            for place in places:
                between = text[min(place, said.end()):max(place, said.start())]
                if not _STOP.search(between):
                    return replace(when, first=when.first + _WEEK, last=when.last + _WEEK)
    return when


def lasting(when: When, skeleton: Skeleton, rules: EncounterRules) -> When:
    """One day of what lasts as all of its days: of "a two-day visit", or until a day told.

    The length counts where it is said to begin or to end that day.
    """
    further = going_on(when, skeleton, rules)
    if further != when:
        return further
    if when.first is None or when.precision != "day" or not (
        length := rules.length.search(skeleton.text)
    ):
        return when
    more = timedelta(days=rules.lengths[length["n"]] - 1)
    if rules.ending.search(skeleton.text):
        return replace(when, first=when.first - more, precision="days")
    if rules.beginning.search(skeleton.text):
        return replace(when, last=when.first + more, precision="days")
    return when


def going_on(when: When, skeleton: Skeleton, rules: EncounterRules) -> When:
    """What began on `when` up to the day until which the sentence says that it goes on."""
    until = _until(when, skeleton, rules)
    return when if until is None else replace(when, last=until, precision="days")


def _until(when: When, skeleton: Skeleton, rules: EncounterRules) -> date | None:
    """The day until which the sentence says that what began on `when` goes on."""
    if when.first is None or when.precision != "day":
        return None
    for match in rules.last_day.finditer(skeleton.text):
        unit = skeleton.units.get(match["until"])
        if isinstance(unit, DateExpression) and unit.last is not None and unit.precision in (
            "day", "days"
        ) and when.first < unit.last <= when.first + _LONGEST:
            return unit.last
    return None


def year_of(year: int) -> When:
    """The year in the name of a round; years of the thirteen and fourteen hundreds are solar."""
    if year < 1500:
        return When(from_solar(year, 1, 1), from_solar(year + 1, 1, 1) - timedelta(1), "year")
    return When(date(year, 1, 1), date(year, 12, 31), "year")


def in_year(when: When, year: When) -> When:
    """`when` if it can lie in `year` (unknown: any), else the year itself."""
    if year.first is None or year.last is None:
        return when
    if when.first is None or when.last is None or when.precision == "year":
        return year
    return when if when.first <= year.last and year.first <= when.last else year


def _is_background(
    text: str, position: int, found: DateExpression, rules: EncounterRules
) -> bool:
    """Whether it is "since 2006" or "after Monday", and not "from 18 to 20 June"."""
    if not rules.since.search(text, max(0, position - BEFORE), position):
        return False
    if found.precision in ("day", "days"):
        return found.first == found.last and not _in_range(text, position)
    return True


def _in_range(text: str, position: int) -> bool:
    """Whether another day stands by the one at `position`: "from Monday to Friday"."""
    for other in _DATE.finditer(text, max(0, position - _RANGE), position + _RANGE):
        between = text[min(position, other.start()) + 1:max(position, other.start())]
        if other.start() != position and len(between.split()) <= _LINKS and not (
            _STOP.search(between)
        ):
            return True
    return False


def where_in(
    skeleton: Skeleton, at: int, rules: EncounterRules, background: Background,
    barred: Sequence[Span] = (),
) -> Where:
    """The place of the meeting: behind a preposition of place, or the one that hosts it.

    A city is preferred to a country, then the one nearest to `at`; not one inside a `barred`
    span (somebody's words).
    """
    found = [
        (position, place) for position, place in places_in(skeleton, rules)
        if not any(b.start <= place.start < b.end for b in barred)
    ]
    if not found:
        return Where()
    best = min(found, key=lambda f: (_fineness(f[1], background), abs(f[0] - at)))[1]
    return place_of(best.entity, background)


def places_in(skeleton: Skeleton, rules: EncounterRules) -> list[tuple[int, Mention]]:
    """(position, place) of each place where something is said to happen."""
    choices: list[tuple[int, Mention]] = []
    for pattern in (rules.host_place, rules.at_place):
        for match in pattern.finditer(skeleton.text):
            unit = skeleton.units.get(match["p"])
            if not isinstance(unit, Mention) or rules.topic.search(
                skeleton.text, max(0, match.start() - BEFORE), match.start()
            ) or _accredited(skeleton, match.start(), rules):
                continue
            position = match.start("p")
            choices.append((position, unit))
            following = skeleton.units.get(skeleton.text[position + 2:position + 3])
            if isinstance(following, Mention) and following.kind == "place":
                choices.append((position, following))
    return choices


def _accredited(skeleton: Skeleton, at: int, rules: EncounterRules) -> bool:
    """Whether an ambassador stands just before: "the ambassador of Qatar in Russia"."""
    before = skeleton.units.get(skeleton.text[:at].rstrip()[-1:])
    return isinstance(before, Actor) and before.office != "" and (
        rank_of(before.office, rules.syntax.language) == "ambassador")


def place_of(place: str, background: Background) -> Where:
    """The whereabouts that a place id stands for."""
    country = background.country_of.get(f"place:{place}", "")
    return Where(place, country, place not in background.broad)


def _fineness(place: Mention, background: Background) -> int:
    if place.entity in background.countries:
        return 2
    return 1 if place.entity in background.broad else 0


def status_in(
    skeleton: Skeleton, when: When, published: date | None, rules: EncounterRules,
    start: int = 0, end: int = sys.maxsize,
) -> tuple[Status, Span | None]:
    """Held unless the sentence says otherwise or the day is still to come; the words for it.

    What is to come is told in `[start, end)` of the skeleton.
    """
    for status, pattern in (("cancelled", rules.cancelled), ("postponed", rules.postponed)):
        if said := pattern.search(skeleton.text):
            return status, Span(*skeleton.span(*said.span()))  # type: ignore[return-value]
    ahead = rules.announced.search(skeleton.text, start, end)
    words = Span(*skeleton.span(*ahead.span())) if ahead else None
    if when.first is not None and published is not None and when.precision in ("day", "days"):
        if when.first > published:
            return "announced", words
        if when.last is not None and (when.last < published or when.first < published):
            return "held", None  # over, or under way
    return ("announced", words) if ahead else ("held", None)


def is_focus(reading: Reading, index: int) -> bool:
    """Whether sentence `index` is the title or one of the first two of the body."""
    if reading.is_title(index):
        return True
    body = next(
        (i for i, s in enumerate(reading.sentences) if s.start >= reading.title_end), index
    )
    told = sum(s.end - s.start > _BYLINE for s in reading.sentences[body:index])
    return index - body < 2 or (told < 2 and index - body < 5)
