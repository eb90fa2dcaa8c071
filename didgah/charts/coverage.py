"""How many articles came out when, stacked by language."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from didgah.charts import axis, theme
from didgah.charts.hover import lines, span_words
from didgah.language.messages import plural
from didgah.language.names import language_name
from didgah.language.numbers import format_number
from didgah.language.writing import mirrored

_DAY_MS = 86_400_000
_TOP = 8
_NUMBERS = 34  # pixels beside the bars


def figure(
    frame: pd.DataFrame, *, window: tuple[date, date], language: str, dark: bool = False,
    height: int = 220,
) -> go.Figure:
    """Stacked bars of articles per period and language over `window`, every bar openable.

    Parameters
    ----------
    frame : columns period, until (first and last day), language, articles, open.
    height : pixels of the whole figure.
    """
    fig = go.Figure(layout=theme.base_layout(language, dark))
    fig.update_layout(
        height=height, barmode="overlay", showlegend=False, dragmode=False, hovermode="closest",
        margin={"t": _TOP, "b": axis.LABELS_HEIGHT, "l": 4, "r": 4, "autoexpand": False},
        xaxis={"anchor": "y"}, yaxis={"anchor": "x"},
    )
    axis.draw(fig, *window, language=language, dark=dark)
    add_bars(fig, frame, language=language, dark=dark)
    # Room beside the bars, so that the numbers of the axis stand over none of them.
    side = "l" if mirrored(language) else "r"
    fig.update_layout(
        {f"margin_{side}": _NUMBERS}, yaxis={"ticklabelposition": "outside", "ticklen": 4})
    return fig


def add_bars(
    fig: go.Figure, frame: pd.DataFrame, *, language: str, dark: bool, x: str = "x", y: str = "y"
) -> None:
    """Add the bars of `frame` (see `figure`) to the axes `x` and `y` of `fig`."""
    if frame.empty:
        return
    look = theme.colours(dark)
    begins = pd.to_datetime(frame["period"])
    days = (pd.to_datetime(frame["until"]) - begins).dt.days + 1
    filled: dict[object, float] = {}
    for one in theme.language_order(frame["language"].unique()):
        rows = frame[frame["language"] == one]
        base = [filled.get(period, 0) for period in rows["period"]]
        for period, n in zip(rows["period"], rows["articles"], strict=True):
            filled[period] = filled.get(period, 0) + n
        fig.add_bar(
            x=(begins + pd.to_timedelta(days / 2, unit="D"))[rows.index], y=rows["articles"],
            base=base, width=days[rows.index] * _DAY_MS * 0.88, xaxis=x, yaxis=y,
            name=language_name(one, language),
            marker={"color": theme.language_colour(one, dark), "line": {"width": 0}},
            customdata=[[value] for value in rows["open"]],
            hovertext=[_hover(row, language) for row in rows.itertuples()],
            hovertemplate="%{hovertext}<extra></extra>",
        )
    highest = max(filled.values())
    values = count_ticks(int(highest))
    fig.layout[f"yaxis{y[1:]}"].update(
        range=[0, highest * 1.15], fixedrange=True, tickmode="array", tickvals=values,
        ticktext=[format_number(n, language) for n in values], ticklabelposition="inside top",
        side="left" if mirrored(language) else "right", gridcolor=look["grid_faint"],
        tickfont={"size": 10, "color": look["muted"]}, zeroline=False, title=None,
    )


def _hover(row: Any, language: str) -> str:
    return lines(
        (plural("meetings.articles", language, row.articles),
         *span_words(row.period, row.until, "days", language)),
        language, bold=language_name(row.language, language),
    )


def count_ticks(highest: int) -> list[int]:
    """A round number up to `highest` and its half: enough to read a small axis by."""
    if highest < 2:
        return [highest]
    unit = 10 ** (len(str(highest)) - 1)
    top = next(unit * n for n in (5, 2, 1) if unit * n <= highest)
    return [top // 2, top]
