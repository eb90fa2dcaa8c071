"""Readings of counts of days, weeks, months and years: «سه روز پیش», "a week after that"."""

from __future__ import annotations

import re
from dataclasses import replace

from didgah.annotate.dates import relative, values
from didgah.annotate.dates.near import back
from didgah.annotate.dates.reader import PRECISIONS, Found
from didgah.annotate.dates.values import FUTURE, PAST, Value

ALWAYS = 2  # of words that count from the speaker's day, whatever the tense: «دیگر»


# Behind a count: not from now nor from a date told, but from what is named here.
_OF_SOMETHING = re.compile(r" (?:после|от|со дня|с момента|из|من|از|after|of|from)(?!\w)")


_CONJUNCTION = re.compile(r"[ \u200c]?که(?!\w)")


def ago(found: Found) -> Value | None:
    """So many units before or after the publication, perhaps roughly."""
    unit, plural = found.value("unit")
    low, high = found.groups.get("n", (0, 0))
    text = found.cluster.kinds[low:high]
    count = found.value("n", "nyu") if text else (0 if plural else 1)
    if not count or not 0 < count <= 3000:
        return values.unresolved(PRECISIONS[unit], "relative")
    about = found.token("about") is not None or found.token("aboutb") is not None
    if len(text) > 1 or "b" in found.kinds() or unit not in ("day", "week", "month", "year"):
        return replace(values.unresolved(PRECISIONS[unit], "relative"), approximate=about)
    value = relative.ago(found.published, count, PRECISIONS[unit], about)
    if value is None or value.first is None:
        return value
    if not text and unit == "day":  # «روز قبل» may be the day before another day
        return replace(value, assumed=("day",))
    if found.customs.home != "gregorian" and unit in ("month", "year"):
        value = replace(value, assumed=("calendar",))
    # A week ago is some day of these seven, thirty years ago a round number.
    round_ = count >= 10 and count % 5 == 0 and unit != "day"
    return replace(value, approximate=about or round_ or unit in ("week", "month"))


def ahead(found: Found) -> Value | None:
    """In three days: counted from the publication when the sentence speaks of what is to come."""
    counted = found.token("n") is not None
    value = found.value("n", "nyu") if counted else 1
    unit, plural = found.value("unit")
    from_now = next(token.value for token, kind in found.words() if kind == "F")
    if (plural and not counted) or unit not in (
        "day", "week", "month", "year",
    ) or not value or value > 3000 or _OF_SOMETHING.match(found.text, found.span()[1]):
        return values.unresolved(PRECISIONS[unit], "relative")
    side = found.side
    if from_now != ALWAYS and (not from_now or side != FUTURE):
        if side == PAST:
            return back(found, PRECISIONS[unit], value)
        return values.unresolved(PRECISIONS[unit], "relative")
    found_ahead = relative.ago(
        found.published, -value, PRECISIONS[unit], found.token("about") is not None
    )
    if found_ahead and found_ahead.first and side != FUTURE:
        return replace(found_ahead, assumed=(unit,))
    return found_ahead


def in_time(found: Found) -> Value | None:
    """"In three days": from now when that is to come, else how long it took."""
    if found.side != FUTURE:
        return values.typed("duration")
    unit, _ = found.value("unit")
    return relative.ago(found.published, -found.value("n"), PRECISIONS[unit], False)


def stretch(found: Found) -> Value | None:
    """«سه سال گذشته», "the past three years": up to the publication."""
    unit, _ = found.value("unit")
    count = found.value("n", "ny")
    offset = found.value("which") or -1
    if count is None or not 0 < count <= 3000 or "b" in found.kinds() or unit not in (
        "day", "week", "month", "year", "decade",
    ):
        return values.unresolved(PRECISIONS[unit], "relative")
    return relative.stretch(found.published, count, PRECISIONS[unit], offset > 0)


def counted_on(found: Found) -> Value | None:
    """«یک هفته پس از آن», "a day earlier": counted from the date told before."""
    unit, plural = found.value("unit")
    low, high = found.groups.get("n", (0, 0))
    count = found.value("n", "nu") if high > low else (None if plural else 1)
    sign = found.value("after") or -1
    if _CONJUNCTION.match(found.text, found.span()[1]):
        return values.typed("duration")  # «یک روز پس از آن که …»
    if not count or not 0 < count <= 3000 or unit not in ("day", "week", "month", "year"):
        return values.unresolved(PRECISIONS[unit], "relative")
    return back(found, PRECISIONS[unit], sign * count, found.token("about") is not None)


def day_on(found: Found) -> Value | None:
    """"Днём позже": the word for "by day" is the one for a day."""
    return back(found, "day", found.value("after")) if found.value("one") == "day" else None
