"""Date expressions that the one behind or before them tells more of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from didgah.language.conversion import from_calendar, to_calendar
from didgah.model import DateExpression

# Behind these begins what somebody said.
CLAUSE_EDGE = re.compile(r"[.!?؟…]\s|\n|[,،:«»\"]|(?<!\w)(?:that|что|که|ان|انه|انها)(?!\w)")
# Between a day and its weekday: «دیروز (شنبه)», "накануне, в среду".
_BESIDE = re.compile(r" ?[(،,] ?(?:(?:روز|يوم|во?|on) )?")
_YEAR_AHEAD = 15  # characters between a year and the day of it told behind
_YEAR = 366  # days
_UNTIL = re.compile(r"(?<!\w)(?:تا|الی|لغایت|حتی|до|по|till|until|to|و|and|и)(?!\w)")
_DAYS_ASTRAY = 7  # between "tomorrow" and the day in brackets behind it
_YEAR_BEHIND = 40  # characters between a day and the year told behind it


def explained(found: list[DateExpression], folded: str) -> Iterator[DateExpression]:
    """`found`, in order, each with what stands beside it in `folded` taken into account.

    A weekday with its day in brackets, «جمعه (۲ مهر)», is that day, and so is one behind a day
    without a calendar, «دیروز (شنبه)»; a day without a year takes the year told soon after it,
    "14 марта в Казани в 2014 году", or just before it, «در سال ۷۸ در ۱۸ تیر».
    """
    named: DateExpression | None = None  # «دیروز» that a weekday may stand behind
    for before, one, after in zip_longest((None, *found), found, found[1:]):
        if one is None:
            return
        if named and one.assumed == ("week",) and one.precision == "day" and named.first and (
            one.first and named.first.weekday() == one.first.weekday()
            and _BESIDE.fullmatch(folded, named.end, one.start)
            and (" " not in named.text or "(" in folded[named.end:one.start])
        ):
            yield replace(one, first=named.first, last=named.last, assumed=named.assumed)
            named = None
            continue
        named = one if one.calendar == "relative" and one.precision == "day" and (
            one.assumed in ((), ("day",))
        ) else None
        between = folded[one.end:after.start] if after else ""
        if after and one.assumed == ("week",) and between == " (" and after.precision == "day" and (
            one.first and after.first and one.first.weekday() == after.first.weekday()
        ):
            yield replace(one, first=after.first, last=after.last, assumed=after.assumed)
        elif after and named and between == " (" and _told_otherwise(one, after):
            # «فردا (جمعه ۲۸ شهریور)» written three days before: the day told is meant.
            yield replace(one, first=after.first, last=after.last, assumed=("day",))
        elif after and one.assumed == ("year",) and after.precision == "year" and (
            len(between) <= _YEAR_BEHIND and not CLAUSE_EDGE.search(between)
            and one.calendar == after.calendar and not after.assumed
        ):
            yield _in_year(one, after)
        elif before and one.assumed == ("year",) and _year_ahead(before, one, folded):
            yield replace(_in_year(one, before), assumed=before.assumed)
        else:
            yield one


def _told_otherwise(one: DateExpression, after: DateExpression) -> bool:
    """Whether the day of a month `after` is another, but near, than `one` was counted to be."""
    return after.precision == "day" and after.calendar not in ("relative", "") and (
        one.first is not None and after.first is not None
        and 0 < abs((one.first - after.first).days) <= _DAYS_ASTRAY
    )


def _year_ahead(before: DateExpression, one: DateExpression, folded: str) -> bool:
    """Whether `before` is the year of `one`, which has none: «در سال ۷۸ غائلهٔ ۱۸ تیر»."""
    between = folded[before.end:one.start]
    if before.first is None or before.last is None or (before.last - before.first).days > _YEAR:
        return False
    return before.precision == "year" and before.assumed in ((), ("century",)) and (
        before.calendar == one.calendar and len(between) <= _YEAR_AHEAD
        and (between in (", ", "، ") or not CLAUSE_EDGE.search(between))
        and not _UNTIL.search(between)
    )


def _in_year(one: DateExpression, year: DateExpression) -> DateExpression:
    """`one`, whose year was assumed, in the single year that `year` tells; else as it is."""
    if year.first is None or year.last is None or one.first is None or one.last is None:
        return replace(one, first=None, last=None, assumed=())
    calendar = one.calendar
    try:
        told, last = (to_calendar(day, calendar)[0] for day in (year.first, year.last))
        number, *day = to_calendar(one.first, calendar)
        end, *end_day = to_calendar(one.last, calendar)
        if told != last:
            return one
        return replace(
            one, first=from_calendar(calendar, told, *day),
            last=from_calendar(calendar, told + end - number, *end_day), assumed=(),
        )
    except ValueError:
        return replace(one, first=None, last=None, assumed=())
