"""The marks of the timeline: points, bars, counted stacks, and the ring of the open one."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import quote

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from didgah.charts import mark_forms, theme
from didgah.charts.hover import lines
from didgah.charts.lane_layout import MARK, STACK_MARK
from didgah.language.messages import plural, text
from didgah.language.numbers import format_number

ROW = 19  # pixels from row to row
_WIDE = 100  # an interval wider than one part in so many of the window is drawn as a bar
_COARSE = ("week", "month", "season", "year", "decade", "unknown")
_BAR_STATUS = {"postponed": "/", "cancelled": "x"}
_TITLES = 8  # of a stack that pointing at it tells
_DAY = pd.Timedelta(1, unit="D")


def add(
    fig: go.Figure, placed: pd.DataFrame, window: tuple[date, date], *, language: str,
    dark: bool, selected: str,
) -> None:
    """Add the marks of `placed` (of `lane_layout.lay_out`, with heights `y`) to `fig`."""
    look = theme.colours(dark)
    days = (window[1] - window[0]).days + 1
    begins = placed["begins"].clip(lower=pd.Timestamp(window[0]))
    ends = (placed["ends"] + _DAY).clip(upper=pd.Timestamp(window[1]) + _DAY)
    colour = {one: theme.series_colour(one, dark) for one in placed["series"].unique()}
    placed = placed.assign(
        start=begins, length=ends - begins, middle=begins + (ends - begins) / 2,
        colour=placed["series"].map(colour).where(placed["articles"] > 0, look["uncovered"]),
        coarse=placed["precision"].isin(_COARSE),
    )
    alone = placed["stack"] == ""
    wide = placed["length"] > pd.Timedelta(days / _WIDE, unit="D")
    _bars(fig, placed[alone & wide], look)
    _points(fig, placed[alone & ~wide], look)
    _stacks(fig, placed[~alone], language, look)
    _handle(fig, placed[placed["open"]], language, look)
    ring = placed[placed["meeting"] == selected]
    fig.add_scatter(
        x=ring["middle"], y=ring["y"], mode="markers", hoverinfo="skip", name="selected",
        marker={"symbol": "circle-open", "size": MARK + 11, "color": look["accent"],
                "line": {"width": 2.5}},
    )


def _points(fig: go.Figure, rows: pd.DataFrame, look: dict[str, str]) -> None:
    hollow = rows["status"] != "held"
    fig.add_scatter(
        x=rows["middle"], y=rows["y"], mode="markers", name="points",
        marker={
            "symbol": [mark_forms.symbol(kind, status, known) for kind, status, known in zip(
                rows["kind"], rows["status"], rows["known"], strict=True)],
            "color": rows["colour"], "opacity": 1,
            "size": [mark_forms.size(level, kind) for level, kind in zip(
                rows["level"], rows["kind"], strict=True)],
            "line": {"width": np.where(hollow, 2, 1),
                     "color": rows["colour"].where(hollow, look["background"])},
        },
        **_carried(rows),
    )
    struck = rows[rows["status"].isin(list(mark_forms.STRUCK))]
    fig.add_scatter(
        x=struck["middle"], y=struck["y"], mode="markers", name="struck", hoverinfo="skip",
        marker={
            "symbol": [mark_forms.STRUCK[one] for one in struck["status"]], "size": MARK - 3,
            "color": struck["colour"], "line": {"width": 2, "color": struck["colour"]},
        },
    )


def _bars(fig: go.Figure, rows: pd.DataFrame, look: dict[str, str]) -> None:
    """Marks whose width says something: one trace a kind of fill."""
    for status, coarse in sorted(set(zip(rows["status"], rows["coarse"], strict=True))):
        some = rows[(rows["status"] == status) & (rows["coarse"] == coarse)]
        hollow = status != "held"
        pattern = {"shape": _BAR_STATUS[status], "fgcolor": some["colour"], "size": 6,
                   "bgcolor": look["background"], "solidity": 0.35, "fillmode": "replace",
                   } if status in _BAR_STATUS else None
        fig.add_bar(
            orientation="h", base=some["start"], y=some["y"], name=f"{status} bars",
            x=some["length"] / pd.Timedelta(1, unit="ms"),
            width=MARK - 4 if coarse else MARK,
            marker={
                "color": look["background"] if status == "announced" else some["colour"],
                "opacity": 0.38 if coarse and status == "held" else 1,
                "cornerradius": 4, "pattern": pattern,
                "line": {"width": 1.5 if hollow else 0, "color": some["colour"]},
            },
            **_carried(some),
        )


def _carried(rows: pd.DataFrame) -> dict[str, Any]:
    """What every mark carries: the key that opens it, and its hover text."""
    return {
        "customdata": [[f"meetings={quote(one)}"] for one in rows["meeting"]],
        "hovertext": rows["hover"], "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _stacks(fig: go.Figure, rows: pd.DataFrame, language: str, look: dict[str, str]) -> None:
    """Counted stacks; a stack carries its lane and the days it spans, to be opened by."""
    if rows.empty:
        return
    groups = rows.groupby(["lane", "stack"], sort=True)
    found = groups.agg(
        since=("begins", "min"), until=("begins", "max"), y=("y", "first"),
        left=("middle", "min"), right=("middle", "max"), n=("meeting", "size"),
        titles=("title", lambda titles: list(titles.iloc[:_TITLES])),
    ).reset_index()
    _squares(
        fig, "stacks", found["left"] + (found["right"] - found["left"]) / 2, found["y"], look,
        text=["+" + format_number(n, language) for n in found["n"]],
        customdata=[[_days(one)] for one in found.itertuples()],
        hovertext=[_stack_hover(one.titles, one.n, language) for one in found.itertuples()],
    )


def _days(stack: Any) -> str:
    # What an open stack could not hold opens by drawing nearer instead.
    where = "" if stack.stack == "rest" else f"stack={quote(stack.lane)}&"
    return f"{where}since={stack.since:%Y-%m-%d}&until={stack.until:%Y-%m-%d}"


def _stack_hover(titles: list[str], n: int, language: str) -> str:
    return lines(
        (*titles, "…" if n > len(titles) else "", text("meetings.stack_open", language)),
        language, bold=plural("meetings.count", language, n),
    )


def _handle(
    fig: go.Figure, members: pd.DataFrame, language: str, look: dict[str, str]
) -> None:
    """Where the stack was that is open: closes it again."""
    if members.empty:
        return
    first, last = members["middle"].min(), members["middle"].max()
    fold = text("meetings.stack_close", language)
    _squares(
        fig, "handle", [first + (last - first) / 2], [members["y"].min() - ROW], look,
        text=["−"], customdata=[["fold=1"]],
        hovertext=[lines([fold], language,
                         bold=plural("meetings.count", language, len(members)))],
    )


def _squares(
    fig: go.Figure, name: str, x: Any, y: Any, look: dict[str, str], **carried: Any
) -> None:
    fig.add_scatter(
        x=x, y=y, mode="markers+text", name=name, textfont={"size": 10, "color": look["text"]},
        marker={"symbol": "square", "size": STACK_MARK, "color": look["stack"],
                "line": {"width": 1, "color": look["line"]}},
        hovertemplate="%{hovertext}<extra></extra>", **carried,
    )
