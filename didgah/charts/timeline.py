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
from typing import Any
from urllib.parse import quote

import pandas as pd
import plotly.graph_objects as go

from didgah.charts import axis, mark_forms, theme
from didgah.charts import coverage as coverage_chart
from didgah.charts.hover import bidi, escape, lines
from didgah.charts.lanes import MARK, Lane
from didgah.language.messages import plural, text
from didgah.language.numbers import format_number
from didgah.language.writing import mirrored

COVERAGE_HEIGHT = 96
_HEADER = 26  # pixels of a lane's title line
_ROW = 19
_LANE_GAP = 6
_TOP = 8
_WIDE = 100  # an interval wider than one part in so many of the window is drawn as a bar
_COARSE = ("week", "month", "season", "year", "decade", "unknown")
_BAR_STATUS = {"postponed": "/", "cancelled": "x"}


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
    return max(sum(_lane_height(lane) for lane in lanes), 60)


def _lane_height(lane: Lane) -> int:
    return _HEADER + lane.rows * _ROW + _LANE_GAP


def figure(
    marks: pd.DataFrame, lanes: Sequence[Lane], labels: dict[str, str], coverage: pd.DataFrame,
    *, window: tuple[date, date], today: date, language: str, dark: bool = False,
    selected: str = "", backwards: bool = False,
) -> go.Figure:
    """The timeline of `window`.

    Parameters
    ----------
    marks, lanes : what `lanes.lay_out` returned; marks with the columns `title`, `hover`
        (`didgah.charts.hover`) and `level` besides.
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
    placed = marks.assign(
        y=[tops[lane] + _HEADER + row * _ROW + _ROW / 2 - 2
           for lane, row in zip(marks["lane"], marks["row"], strict=True)]
    )
    _marks(fig, placed, window, language, dark, look, selected)
    if window[0] <= today <= window[1]:
        _today(fig, today, language, look)
    if backwards:
        fig.for_each_xaxis(lambda one: one.update(range=list(one.range)[::-1]))
    return fig


def _lane_tops(lanes: Sequence[Lane]) -> dict[str, float]:
    tops, y = {}, 0.0
    for lane in lanes:
        tops[lane.key] = y
        y += _lane_height(lane)
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
                y0=top, y1=top + _lane_height(lane), fillcolor=look["band"], line_width=0,
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


def _marks(
    fig: go.Figure, placed: pd.DataFrame, window: tuple[date, date], language: str, dark: bool,
    look: dict[str, str], selected: str,
) -> None:
    days = (window[1] - window[0]).days + 1
    least = pd.Timedelta(days / _WIDE, unit="D")
    begins = placed["begins"].clip(lower=pd.Timestamp(window[0]))
    ends = (placed["ends"] + pd.Timedelta(1, unit="D")).clip(
        upper=pd.Timestamp(window[1]) + pd.Timedelta(1, unit="D")
    )
    placed = placed.assign(
        start=begins, length=ends - begins, middle=begins + (ends - begins) / 2,
        colour=[theme.series_colour(series, dark) if articles else look["uncovered"]
                for series, articles in zip(placed["series"], placed["articles"], strict=True)],
        coarse=placed["precision"].isin(_COARSE),
    )
    alone = placed["stack"] == ""
    wide = placed["length"] > least
    _bars(fig, placed[alone & wide], look)
    _points(fig, placed[alone & ~wide], look)
    _stacks(fig, placed[~alone], language, look)
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
            "line": {"width": [2 if one else 1 for one in hollow],
                     "color": [colour if one else look["background"]
                               for one, colour in zip(hollow, rows["colour"], strict=True)]},
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
            x=[one / pd.Timedelta(1, unit="ms") for one in some["length"]],
            width=[(MARK - 4 if coarse else MARK) for _ in some.index],
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
    """Counted stacks; a stack carries the days it covers, so that opening it zooms in."""
    if rows.empty:
        return
    groups = [group for _, group in rows.groupby(["lane", "stack"], sort=True)]
    fig.add_scatter(
        x=[group["middle"].min() + (group["middle"].max() - group["middle"].min()) / 2
           for group in groups],
        y=[group["y"].iloc[0] for group in groups], mode="markers+text", name="stacks",
        text=["+" + format_number(len(group), language) for group in groups],
        textfont={"size": 10, "color": look["text"]},
        marker={"symbol": "square", "size": MARK + 9, "color": look["stack"],
                "line": {"width": 1, "color": look["line"]}},
        customdata=[[f"since={group['begins'].min():%Y-%m-%d}&until={group['ends'].max():%Y-%m-%d}"]
                    for group in groups],
        hovertext=[_stack_hover(group, language) for group in groups],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _stack_hover(group: pd.DataFrame, language: str) -> str:
    titles = [str(one) for one in group["title"].head(8)]
    return lines(
        (*titles, "…" if len(group) > len(titles) else "", text("meetings.stack_open", language)),
        language, bold=plural("meetings.count", language, len(group)),
    )


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
