"""The timeline of meetings: lanes of marks beneath the volume of coverage, on one time axis.

How to read a mark:
    width    how long the meeting took, or how finely its date is known: a point is a day,
             a solid bar an interval of days, a long pale bar a month or a year
    fill     status: solid held, outline announced, hatched postponed, crossed out cancelled
    colour   that of the series when this corpus covers the meeting, grey when it does not
    size     the highest level present, from heads of state down (`didgah.charts.mark_forms`)
    shape    the form: talks of two sides, ministers, summit, session or forum, from afar
    dot      in the middle of what is known from coverage alone
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pandas as pd
import plotly.graph_objects as go

from didgah.charts import axis, theme, timeline_marks, timeline_notes
from didgah.charts import coverage as coverage_chart
from didgah.charts.hover import bidi, escape
from didgah.charts.lane_layout import Lane
from didgah.charts.timeline_marks import ROW
from didgah.language.messages import text
from didgah.language.numbers import format_number
from didgah.language.writing import mirrored

COVERAGE_HEIGHT = 96
_HEADER = 26  # pixels of a lane's title line
_LANE_GAP = 6
_TOP = 8


def height(lanes: Sequence[Lane], with_coverage: bool) -> int:
    """Pixels the figure needs so that every lane and row has its room."""
    return int(_TOP + _lanes_height(lanes) + axis.LABELS_HEIGHT
               + (COVERAGE_HEIGHT + axis.LABELS_HEIGHT + 8 if with_coverage else 0))


def with_legend(fig: go.Figure) -> go.Figure:
    """A copy for taking away, where no page beside it says which language has which colour."""
    spoken = {trace.name for trace in fig.data if trace.yaxis == "y2"}
    picture = go.Figure(fig)
    picture.for_each_trace(lambda one: one.update(showlegend=one.name in spoken))
    room = 30 if spoken else 0
    return picture.update_layout(
        showlegend=bool(spoken), height=fig.layout.height + room, margin_t=_TOP + room,
        legend_y=1,
    )


def _lanes_height(lanes: Sequence[Lane]) -> float:
    return max(sum(lane_height(lane) for lane in lanes), 60)


def lane_height(lane: Lane) -> int:
    """Pixels from the top of a lane to the top of the next."""
    return _HEADER + lane.rows * ROW + _LANE_GAP


def figure(
    marks: pd.DataFrame, lanes: Sequence[Lane], labels: dict[str, str], coverage: pd.DataFrame,
    *, window: tuple[date, date], today: date, language: str, dark: bool = False,
    selected: str = "", backwards: bool = False,
) -> go.Figure:
    """The timeline of `window`.

    Parameters
    ----------
    marks, lanes : what `lane_layout.lay_out` returned; marks with the columns `title`, `hover`
        (`didgah.charts.hover`), `level`, `between` (the parties in words, "" for many), `gap`
        and `before` besides.
    labels : lane key → its name in `language`.
    coverage : columns period, until, language, articles, open; may be empty.
    today : drawn as a line when inside the window.
    selected : id of the meeting whose record is open; gets a ring.
    backwards : time runs from right to left.
    """
    look = theme.colours(dark)
    fig = go.Figure(layout=theme.base_layout(language, dark))
    total, below = height(lanes, not coverage.empty), axis.LABELS_HEIGHT
    inner = total - _TOP - below
    lanes_top = _lanes_height(lanes) / inner
    fig.update_layout(
        height=total, barmode="overlay", showlegend=False, dragmode=False, hovermode="closest",
        margin={"t": _TOP, "b": below, "l": 4, "r": 4, "autoexpand": False},
        yaxis={"domain": [0, lanes_top], "range": [_lanes_height(lanes), 0], "visible": False,
               "fixedrange": True},
        xaxis={"anchor": "y"},
    )
    tops = _lane_tops(lanes)
    _bands(fig, lanes, tops, labels, language, look)
    axis.draw(fig, *window, language=language, dark=dark, x="x", y="y")
    if not coverage.empty:
        fig.update_layout(
            xaxis2={"anchor": "y2"},
            yaxis2={"domain": [1 - COVERAGE_HEIGHT / inner, 1], "anchor": "x2"},
        )
        axis.draw(fig, *window, language=language, dark=dark, x="x2", y="y2")
        coverage_chart.add_bars(fig, coverage, language=language, dark=dark, x="x2", y="y2")
    y = marks["lane"].map(tops) + _HEADER + marks["row"] * ROW + ROW / 2 - 2
    placed = marks.assign(y=y.astype(float))
    timeline_marks.add(
        fig, placed, window, language=language, dark=dark, selected=selected)
    timeline_notes.add(fig, placed, window, language=language, dark=dark,
                       backwards=backwards, beside=bool(selected))
    if window[0] <= today <= window[1]:
        _today(fig, today, language, look)
    if backwards:
        fig.for_each_xaxis(lambda one: one.update(range=list(one.range)[::-1]))
    return fig


def _lane_tops(lanes: Sequence[Lane]) -> dict[str, float]:
    tops, y = {}, 0.0
    for lane in lanes:
        tops[lane.key] = y
        y += lane_height(lane)
    return tops


def _bands(
    fig: go.Figure, lanes: Sequence[Lane], tops: dict[str, float], labels: dict[str, str],
    language: str, look: dict[str, str],
) -> None:
    right = mirrored(language)
    shapes, names = [], []
    for n, lane in enumerate(lanes):
        top, striped = tops[lane.key], n % 2 == 0
        if striped:
            shapes.append(go.layout.Shape(
                type="rect", xref="paper", x0=0, x1=1, yref="y", layer="below",
                y0=top, y1=top + lane_height(lane), fillcolor=look["band"], line_width=0,
            ))
        name = escape(labels.get(lane.key, lane.key))
        count = format_number(lane.meetings, language)
        names.append(go.layout.Annotation(
            xref="paper", x=1 if right else 0, xanchor="right" if right else "left",
            xshift=-6 if right else 6, yref="y", y=top + 2, yanchor="top", showarrow=False,
            align="right" if right else "left", borderpad=0,
            bgcolor=look["band"] if striped else look["background"],
            text=bidi(f"<b>{name}</b>  <span style='color:{look['muted']}'>{count}</span>",
                      language),
            font={"size": 12.5, "color": look["text"]},
        ))
    fig.layout.shapes += tuple(shapes)
    fig.layout.annotations += tuple(names)


def _today(fig: go.Figure, today: date, language: str, look: dict[str, str]) -> None:
    fig.add_shape(
        type="line", xref="x", x0=f"{today}", x1=f"{today}", yref="paper", y0=0, y1=1,
        line={"color": look["accent"], "width": 1.2, "dash": "dot"},
    )
    fig.add_annotation(
        x=f"{today}", xref="x", y=0, yref="paper", yanchor="bottom", xanchor="right", xshift=-3,
        text=bidi(text("meetings.today", language), language), showarrow=False,
        font={"size": 10.5, "color": look["accent"]},
    )
