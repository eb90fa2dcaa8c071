"""Who is named beside whom, as a network: names as nodes, the strongest pairs as edges.

The layout is worked out here, from the numbers alone, so that the same filters give the
same picture. It is made for the narrowest screen and only ever stretched sideways, so
boxes of names that are apart there stay apart.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from didgah.charts import theme
from didgah.charts.hover import bidi, escape, wrap
from didgah.charts.pairs import pair_hover
from didgah.language.numbers import format_number

EDGES = 18  # the strongest; more would be a thicket
WIDTH, HEIGHT = 340, 540  # pixels the layout is made for
_WRAP = 15
_CHARACTER, _LINE = 7.0, 16  # pixels of a letter and of a line of 12 px text
_NODE = 12
_GAP = 16  # pixels between two boxes
_BADGE = 20  # pixels across of the number on an edge
_ROUNDS = 300


@dataclass(frozen=True, slots=True)
class Box:
    """Pixels of a node with its name beneath; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: Box) -> bool:
        """True when the two have room in common."""
        return (self.left < other.right and other.left < self.right
                and self.top < other.bottom and other.top < self.bottom)


def figure(
    frame: pd.DataFrame, order: Sequence[str], names: Mapping[str, str], *,
    within: str = "article", language: str, dark: bool = False,
    colours: Mapping[str, str] | None = None,
) -> go.Figure:
    """Nodes for `order` and an edge with its number for each of the strongest pairs.

    Parameters
    ----------
    frame : columns a, b, n, open, commonest first.
    within : "article" or "sentence", what `n` counts.
    colours : registry key → colour of the node.
    """
    look = theme.colours(dark)
    written = {key: wrap(names.get(key, key).partition(" (")[0], _WRAP) for key in order}
    kept = frame[frame["a"].isin(order) & frame["b"].isin(order)].head(EDGES)
    at, boxes = layout(kept, [_size(written[key]) for key in order], order)
    badges = _badges(kept, at, list(boxes.values()))
    highest = max(kept["n"], default=1)
    fig = go.Figure(layout=theme.base_layout(language, dark))
    for row in kept.itertuples():
        (x0, y0), (x1, y1) = at[row.a], at[row.b]
        fig.add_scatter(x=[x0, x1], y=[y0, y1], mode="lines", hoverinfo="skip", name="edge",
                        line={"color": look["line"], "width": 1 + 5 * row.n / highest},
                        opacity=0.25 + 0.45 * row.n / highest)
    fig.add_scatter(
        x=[at[key][0] for key in order], y=[at[key][1] for key in order], mode="markers",
        marker={"size": _NODE, "color": [(colours or {}).get(key, look["accent"])
                                         for key in order],
                "line": {"width": 1.5, "color": look["background"]}},
        hoverinfo="skip", name="nodes",
    )
    fig.add_scatter(
        x=[x for x, _ in badges], y=[y for _, y in badges], mode="markers+text", name="pairs",
        marker={"size": _BADGE, "color": look["surface"], "opacity": 1,
                "line": {"width": 1, "color": look["line"]}},
        text=[format_number(n, language) for n in kept["n"]],
        textfont={"size": 11, "color": look["text"]}, textposition="middle center",
        customdata=[[one] for one in kept["open"]],
        hovertext=[pair_hover(row, names, within, language) for row in kept.itertuples()],
        hovertemplate="%{hovertext}<extra></extra>", cliponaxis=False,
    )
    fig.layout.annotations = [
        go.layout.Annotation(
            x=at[key][0], y=at[key][1] + _NODE / 2, xanchor="center", yanchor="top",
            showarrow=False, align="center", borderpad=0, bgcolor=look["background"],
            opacity=0.92, font={"size": 12, "color": look["text"]},
            text="<br>".join(bidi(escape(one), language) for one in written[key]),
        ) for key in order
    ]
    fig.update_layout(
        height=HEIGHT + 8, showlegend=False, dragmode=False, hovermode="closest",
        margin={"t": 4, "b": 4, "l": 4, "r": 4, "autoexpand": False},
        xaxis={"visible": False, "fixedrange": True, "range": [0, WIDTH]},
        yaxis={"visible": False, "fixedrange": True, "range": [HEIGHT, 0]},
    )
    return fig


def layout(
    frame: pd.DataFrame, sizes: Sequence[tuple[float, float]], order: Sequence[str]
) -> tuple[dict[str, tuple[float, float]], dict[str, Box]]:
    """Where nodes stand and what room each takes, no two of them the same.

    `frame` has the columns a, b, n; `sizes` are (width, height) of the boxes in `order`.
    Names that are often together are drawn together: gradient descent on the stress of
    Kamada and Kawai (1989) from a circle, then boxes are pushed apart.
    """
    at = _fitted(_relaxed(frame, order), sizes)
    at = _apart(at, sizes)
    boxes = [_box(x, y, size) for (x, y), size in zip(at, sizes, strict=True)]
    if any(one.meets(other) for one, other in combinations(boxes, 2)):
        at = _in_rows(at, sizes)
        boxes = [_box(x, y, size) for (x, y), size in zip(at, sizes, strict=True)]
    places = {key: (float(x), float(y)) for key, (x, y) in zip(order, at, strict=True)}
    return places, dict(zip(order, boxes, strict=True))


def _size(parts: Sequence[str]) -> tuple[float, float]:
    return (max(_CHARACTER * max(map(len, parts)), _NODE) + _GAP,
            _NODE + _LINE * len(parts) + _GAP)


def _box(x: float, y: float, size: tuple[float, float]) -> Box:
    width, height = size
    return Box(x - width / 2, y - _NODE / 2, x + width / 2, y - _NODE / 2 + height)


def _relaxed(frame: pd.DataFrame, order: Sequence[str]) -> np.ndarray:
    count = len(order)
    place = {key: n for n, key in enumerate(order)}
    wanted = np.full((count, count), 2.2)
    highest = max(frame["n"], default=1)
    for row in frame.itertuples():
        one, other = place[row.a], place[row.b]
        wanted[one, other] = wanted[other, one] = 1.8 - 0.6 * (row.n / highest) ** 0.5
    angles = 2 * np.pi * np.arange(count) / max(count, 1)
    at = np.stack([np.cos(angles), np.sin(angles)], axis=1)
    weights = wanted ** -2
    np.fill_diagonal(weights, 0)
    for step in range(_ROUNDS):
        apart = at[:, None] - at[None, :]
        lengths = np.maximum(np.linalg.norm(apart, axis=2), 1e-6)
        pull = (weights * (wanted / lengths - 1))[:, :, None] * apart
        at = at + 0.25 * (1 - step / _ROUNDS) * pull.sum(axis=1)
    return at


def _fitted(at: np.ndarray, sizes: Sequence[tuple[float, float]]) -> np.ndarray:
    low, high = at.min(axis=0), at.max(axis=0)
    return _inside((at - low) / np.maximum(high - low, 1e-6) * [WIDTH, HEIGHT], sizes)


def _inside(at: np.ndarray, sizes: Sequence[tuple[float, float]]) -> np.ndarray:
    width, height = np.array(sizes).T
    return np.stack([
        np.clip(at[:, 0], width / 2, WIDTH - width / 2),
        np.clip(at[:, 1], _NODE / 2, HEIGHT - height + _NODE / 2),
    ], axis=1)


def _apart(at: np.ndarray, sizes: Sequence[tuple[float, float]]) -> np.ndarray:
    for _ in range(_ROUNDS):
        moved = False
        for one, other in combinations(range(len(at)), 2):
            mine, theirs = _box(*at[one], sizes[one]), _box(*at[other], sizes[other])
            if not mine.meets(theirs):
                continue
            moved = True
            across = min(mine.right, theirs.right) - max(mine.left, theirs.left)
            down = min(mine.bottom, theirs.bottom) - max(mine.top, theirs.top)
            axis, by = (0, across) if across < down else (1, down)
            sign = 1 if at[one][axis] >= at[other][axis] else -1
            at[one][axis] += sign * (by / 2 + 0.5)
            at[other][axis] -= sign * (by / 2 + 0.5)
        at = _inside(at, sizes)
        if not moved:
            break
    return at


def _in_rows(at: np.ndarray, sizes: Sequence[tuple[float, float]]) -> np.ndarray:
    """Two names a row, as they stood from top to bottom: room enough for any of them."""
    rows = -(-len(at) // 2)
    found = np.array(at)
    for n, one in enumerate(sorted(range(len(at)), key=lambda k: (at[k][1], at[k][0]))):
        found[one] = ((n % 2 + 0.5) * WIDTH / 2, (n // 2) * HEIGHT / rows + _NODE)
    return found


def _badges(
    frame: pd.DataFrame, at: Mapping[str, tuple[float, float]], taken: list[Box]
) -> list[tuple[float, float]]:
    """A place for the number of each edge: on it, or else close beside it, free of names and
    other numbers where such a place is."""
    found = []
    shares = [0.5 + sign * step / 40 for step in range(15) for sign in (1, -1)]
    for row in frame.itertuples():
        (x0, y0), (x1, y1) = at[row.a], at[row.b]
        length = max(np.hypot(x1 - x0, y1 - y0), 1e-6)
        aside = ((y1 - y0) / length, (x0 - x1) / length)
        places = [(x0 + (x1 - x0) * t + by * aside[0], y0 + (y1 - y0) * t + by * aside[1])
                  for by in (0, 12, -12, 24, -24, 36, -36) for t in shares]
        half = _BADGE / 2
        boxes = [Box(x - half, y - half, x + half, y + half) for x, y in places]
        meets = [sum(box.meets(one) for one in taken) for box in boxes]
        best = meets.index(min(meets))
        taken.append(boxes[best])
        found.append(places[best])
    return found
