"""Where each meeting's mark stands within its lane.

A lane is as high as its densest spot needs: marks that would touch at the assumed
drawing width go to rows of their own, and what still does not fit is gathered into a
counted stack, which opens in its place: rows of its own beneath it. Time itself is never
shifted.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

WIDTH = 760  # pixels assumed for the window: between a small desk's 560 and a wide one's 1,100
MARK = 13  # pixels across a point mark
STACK_MARK = MARK + 9
_MAX_ROWS = 5
_OPEN_ROWS = 12  # of a stack that is open; what does not fit stays a stack
_MAX_MARKS = 600  # more are slow to draw, and nobody reads them: lanes get fewer rows
_GAP = 2
_STACK = 3 * MARK  # a stack gathers marks that begin within as many pixels


@dataclass(frozen=True, slots=True)
class Lane:
    """One lane: its key ("series:…", "place:…", "country:…", "pair:RU+IR"), marks and rows."""

    key: str
    meetings: int
    covered: int
    rows: int


@dataclass(frozen=True, slots=True)
class Opened:
    """A stack to be drawn open: its lane, and the first and last day it spans."""

    lane: str
    since: date
    until: date


def lay_out(
    frame: pd.DataFrame, keys: pd.Series, order: list[str], window: tuple[date, date],
    opened: Opened | None = None,
) -> tuple[pd.DataFrame, tuple[Lane, ...]]:
    """The dated meetings that touch `window`, each with its place.

    Columns added: lane, row, begins, ends, left and right (pixels of `WIDTH`, of the mark),
    stack and open. `stack` is "" for a mark of its own, else the name of the counted stack it
    joins; all members of a stack share one row. `open` marks the members of the stack that is
    `opened`, which stand in the rows beneath the stack's own. Lanes without a mark in the
    window are left out.
    """
    start, end = pd.Timestamp(window[0]), pd.Timestamp(window[1])
    shown = frame[frame["first"].notna()].copy()
    shown["lane"] = keys.reindex(shown.index)
    shown["begins"] = pd.to_datetime(shown["first"])
    shown["ends"] = pd.to_datetime(shown["last"]).fillna(shown["begins"])
    shown = shown[(shown["begins"] <= end) & (shown["ends"] >= start)]
    shown = shown.sort_values(["begins", "ends", "meeting"], kind="stable")
    left, right = _pixels(shown, start, end)
    places = {key: at for key, at in shown.groupby("lane", sort=False).indices.items()}
    fitted = [(key, places[key], _first_fit(left[places[key]], right[places[key]] + _GAP,
                                            _MAX_ROWS))
              for key in order if key in places]
    for most in range(_MAX_ROWS, 0, -1):
        stacks = [_stack(left[at], rows, most) for _, at, rows in fitted]
        if sum(int((names == "").sum()) for names in stacks) <= _MAX_MARKS:
            break
    row, stack = np.zeros(len(shown), int), np.full(len(shown), "", object)
    is_open = np.zeros(len(shown), bool)
    covered = (shown["articles"] > 0).to_numpy()
    lanes = []
    for (key, at, rows), names in zip(fitted, stacks, strict=True):
        row[at], stack[at] = np.minimum(rows, most - 1), names
        if opened and key == opened.lane:
            members = at[(names != "") & _within(shown.iloc[at], opened)]
            row[members], stack[members] = _open(left[members], right[members], most)
            is_open[members] = True
        lanes.append(Lane(key, len(at), int(covered[at].sum()), int(row[at].max()) + 1))
    return shown.assign(
        left=left, right=right, row=row, stack=stack, open=is_open,
    ), tuple(lanes)


def _pixels(
    shown: pd.DataFrame, start: pd.Timestamp, end: pd.Timestamp
) -> tuple[np.ndarray, np.ndarray]:
    per_day = WIDTH / max((end - start).days + 1, 1)
    left = (shown["begins"].clip(lower=start) - start).dt.days.to_numpy() * per_day
    right = ((shown["ends"].clip(upper=end) - start).dt.days.to_numpy() + 1) * per_day
    middle, half = (left + right) / 2, np.maximum(right - left, MARK) / 2
    return middle - half, middle + half


def _first_fit(left: np.ndarray, right: np.ndarray, most: int) -> np.ndarray:
    """The first row of `most` that is free at each span, in order; `most` where none is."""
    free = [float("-inf")] * most  # where each row is free again
    placed = []
    for begins, ends in zip(left.tolist(), right.tolist(), strict=True):
        row = 0
        while row < most and free[row] > begins:
            row += 1
        if row < most:
            free[row] = ends
        placed.append(row)
    return np.array(placed, int)


def _stack(left: np.ndarray, rows: np.ndarray, most: int) -> np.ndarray:
    """Names of stacks for marks in the last of `most` rows and beyond, "" for the others.

    A mark that would be a stack of its own stays a mark.
    """
    names = np.full(len(rows), "", object)
    if rows.max() < most:
        return names
    dense = np.flatnonzero(rows >= most - 1)
    begins = left[dense]
    at, number = 0, 0
    while at < len(dense):
        after = int(np.searchsorted(begins, begins[at] + _STACK, side="right"))
        if after - at > 1:
            names[dense[at:after]] = f"stack{number}"
        at, number = after, number + 1
    return names


def _within(members: pd.DataFrame, opened: Opened) -> np.ndarray:
    begins = members["begins"]
    return ((begins >= pd.Timestamp(opened.since))
            & (begins <= pd.Timestamp(opened.until))).to_numpy()


def _open(left: np.ndarray, right: np.ndarray, most: int) -> tuple[np.ndarray, np.ndarray]:
    """Rows beneath the last of `most`, and the stack of what is beyond `_OPEN_ROWS` of them."""
    rows = _first_fit(left, right + _GAP, _OPEN_ROWS)
    beyond = rows >= _OPEN_ROWS
    if beyond.any():  # the last row is that of the stack alone
        beyond = rows >= _OPEN_ROWS - 1
    return most + np.minimum(rows, _OPEN_ROWS - 1), np.where(beyond, "rest", "")
