"""What is written between the marks of a lane where there is room: the days from round to
round of a series, and who met.

Room is reckoned for the narrowest chart there is, so that nothing written touches a mark; on
a narrower screen the page shows a list in its place.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import groupby

import pandas as pd
import plotly.graph_objects as go

from didgah.charts import theme
from didgah.charts.hover import bidi, escape
from didgah.charts.lane_layout import STACK_MARK, WIDTH
from didgah.language.messages import plural

_SIZE = 10.5
_LETTER = 6.0  # pixels that a letter of that size takes at most, on average, in any script
_PAD = 5  # between a mark and what is written beside it
NARROW = 640  # pixels of the narrowest chart
_BESIDE = 560  # the same with a record beside it

_COLUMNS = ["meeting", "left", "right", "stack", "between", "gap", "before", "lane", "y"]


@dataclass(frozen=True, slots=True)
class Note:
    """Words of `kind` "gap" or "parties", `at` so many pixels of `WIDTH` from the left."""

    kind: str
    words: str
    at: float  # the middle of a gap, the beginning of parties
    y: float


def notes(placed: pd.DataFrame, language: str, width: float = NARROW) -> list[Note]:
    """What there is room for beside the marks of `placed`.

    Parameters
    ----------
    placed : what `lane_layout.lay_out` returned, with the heights `y`, and `between` (the
        parties in words, "" when not to be written), `gap` and `before` (days since the round
        before, and its id).
    width : pixels of the narrowest chart that it must fit.

    Gaps are written on lanes of a series only, and parties where they are not those that the
    lane mostly has.
    """
    scale = WIDTH / width
    placed = placed.assign(between=_telling(placed))
    found: list[Note] = []
    # Lanes lie above each other, so that equal heights are the same row of the same lane.
    in_rows = placed[_COLUMNS].sort_values(["y", "left"]).itertuples(index=False)
    for _, row in groupby(in_rows, key=lambda one: one.y):
        found += _of_row(list(row), language, scale)
    return found


def _telling(placed: pd.DataFrame) -> pd.Series:
    usual = {
        lane: those.mode().iloc[0] for lane, those in placed.groupby("lane")["between"]
        if those.value_counts().iloc[0] * 2 > len(those)
    }
    return placed["between"].mask(placed["between"] == placed["lane"].map(usual), "")


def _of_row(marks: list, language: str, scale: float) -> list[Note]:
    stacks: dict[str, list[float]] = {}
    for one in marks:
        if one.stack:
            stacks.setdefault(one.stack, []).append((one.left + one.right) / 2)
    boxes = [(one.left, one.right, one) for one in marks if not one.stack]
    for middles in stacks.values():
        middle = (min(middles) + max(middles)) / 2
        boxes.append((middle - STACK_MARK / 2, middle + STACK_MARK / 2, None))
    boxes.sort(key=lambda box: box[0])
    found: list[Note] = []
    for (_, right, one), (left, _, after) in zip(
        boxes, [*boxes[1:], (float(WIDTH), 0.0, None)], strict=True
    ):
        if one is None:
            continue
        pad = _PAD * scale
        begin, room = right + pad, left - right - 2 * pad
        gap = (plural("meetings.days", language, int(after.gap))
               if after is not None and after.before == one.meeting
               and one.lane.startswith("series:") else "")
        wide = len(gap) * _LETTER * scale
        if wide > room:
            gap, wide = "", 0.0
        kept = wide + pad if gap else 0.0
        long = len(one.between) * _LETTER * scale
        if one.between and long + kept <= room:
            found.append(Note("parties", one.between, begin, one.y))
            begin += long + pad
        if gap:
            found.append(Note("gap", gap, (begin + left - pad) / 2, one.y))
    return found


def add(
    fig: go.Figure, placed: pd.DataFrame, window: tuple[date, date], *, language: str,
    dark: bool, backwards: bool, beside: bool,
) -> None:
    """Write the notes of `placed` into `fig`.

    `backwards` when time runs from right to left, `beside` when a record is open beside it.
    """
    look = theme.colours(dark)
    found = notes(placed, language, _BESIDE if beside else NARROW)
    days = (window[1] - window[0]).days + 1
    for kind, position in (("gap", "middle center"),
                           ("parties", f"middle {'left' if backwards else 'right'}")):
        some = [one for one in found if one.kind == kind]
        fig.add_scatter(
            x=[pd.Timestamp(window[0]) + pd.Timedelta(days * one.at / WIDTH, unit="D")
               for one in some],
            y=[one.y for one in some], text=[bidi(escape(one.words), language) for one in some],
            mode="text", name=kind, textposition=position, hoverinfo="skip",
            textfont={"size": _SIZE,
                      "color": look["muted"] if kind == "gap" else look["text"]},
        )
