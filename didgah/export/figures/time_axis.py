"""A time axis under a drawing: two rows of labels, one for each calendar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from didgah.charts.axis import calendars, ticks
from didgah.export.markup import told

_EDGE = 8.0  # per cent within which a label would stick out
_ROOM = 9.0  # per cent that a label needs at least
_UNEQUAL = 1.15  # 31 days for 28
_NARROW = 2  # on a phone every second label is shown


def shares(days: Sequence[date]) -> tuple[list[tuple[float, float]], date]:
    """Where each period stands (left and right edge in per cent), and the last day of all.

    `days` are first days of periods in order. Periods in which nothing was may be missing, so
    that none is taken to be longer than the shortest by more than months differ.
    """
    gaps = [(after - day).days for day, after in pairwise(days)]
    longest = max(1, round(_UNEQUAL * min(gaps, default=1)))
    lengths = [min(gap, longest) for gap in gaps]
    lengths.append(lengths[-1] if lengths else 1)
    last = days[-1] + timedelta(lengths[-1] - 1)
    spots = []
    for day, length in zip(days, lengths, strict=True):
        left = place(day, days[0], last)
        spots.append((left, left + 100 * length / ((last - days[0]).days + 1)))
    return spots, last


def place(day: date, first: date, last: date) -> float:
    """Where `day` begins between `first` and the end of `last`, in per cent."""
    return 100 * (day - first).days / ((last - first).days + 1)


def labels(first: date, last: date, language: str) -> str:
    """The two rows of labels as one SVG."""
    rows = []
    for row, calendar in enumerate(calendars(language)):
        found = ticks(first, last, calendar, language)
        free, shown = -_ROOM, 0
        for day, words in zip(found.days, found.labels, strict=True):
            x = place(day, first, last)
            if x - free < _ROOM:
                continue
            free = x
            minor = " minor" if shown % _NARROW else ""
            shown += 1
            rows.append(
                f'<text class="tick row{row}{minor}" x="{x:.2f}%" y="{14 + 16 * row}" '
                f'text-anchor="{_anchor(x)}">{told(words)}</text>'
            )
    return f'<svg class="time" direction="ltr" aria-hidden="true">{"".join(rows)}</svg>'


def grid(first: date, last: date, language: str) -> str:
    """Upright lines where the labels of the first row stand."""
    found = ticks(first, last, calendars(language)[0], language)
    return "".join(
        f'<line class="grid" x1="{x:.2f}%" x2="{x:.2f}%" y1="0" y2="100%"/>'
        for x in (place(day, first, last) for day in found.days)
    )


def _anchor(x: float) -> str:
    return "start" if x < _EDGE else "end" if x > 100 - _EDGE else "middle"
