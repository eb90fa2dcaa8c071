"""Small charts of names over time, one under the other, on one axis and one scale.

Time runs from left to right.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from didgah.charts import axis, theme
from didgah.charts import gaps as gap_marks
from didgah.charts.entity_shares import MARGIN, THIN, THIN_OPACITY, interval_words, share_words
from didgah.charts.hover import bidi, escape, lines, span_words, wrap
from didgah.language.messages import text
from didgah.language.numbers import format_number
from didgah.language.writing import mirrored

_TREND_NAME = 24
_TREND = 58
_TOLD_LINE, _TOLD_WIDTH = 14, 54  # pixels of a line and letters of what happened then
_DAY_MS = 86_400_000


def trend(
    frame: pd.DataFrame, order: Sequence[str], names: Mapping[str, str], *,
    window: tuple[date, date], unit: str, measure: str = "share", language: str,
    dark: bool = False, colours: Mapping[str, str] | None = None,
    peaks: pd.DataFrame | None = None, gaps: Sequence[tuple[date, date]] = (),
) -> go.Figure:
    """One small chart per entity under its name, all on one time axis and one scale.

    Parameters
    ----------
    frame : columns entity, period, until, n, denominator, share, open.
    order : registry keys from top to bottom.
    colours : registry key → colour; without one, the place gives it.
    peaks : columns entity, period, until, n, told, open: what happened when a name stood
        highest, written on a line of its own over its chart, with a mark on the bar.
    gaps : stretches of days without any article, shaded.
    measure : "n" or "share", the height of the bars. Periods with fewer than `THIN`
        articles are drawn paler, because their shares jump about.
    """
    look = theme.colours(dark)
    fig = go.Figure(layout=theme.base_layout(language, dark))
    told = {} if peaks is None else {row.entity: row for row in peaks.itertuples()}
    room = max((_TOLD_LINE * len(wrap(row.told, _TOLD_WIDTH)) + 8 for row in told.values()),
               default=0)
    step = _TREND_NAME + _TREND + room
    heights = frame[measure].astype(float).fillna(0)
    highest = max(heights, default=0) or 1
    palette = theme.sequence(dark)
    begins = pd.to_datetime(frame["period"])
    days = (pd.to_datetime(frame["until"]) - begins).dt.days + 1
    middle = begins + pd.to_timedelta(days / 2, unit="D")
    for place, key in enumerate(order):
        rows = frame[frame["entity"] == key]
        floor = (len(order) - 1 - place) * step
        colour = (colours or {}).get(key, palette[place % len(palette)])
        fig.add_bar(
            x=middle[rows.index], y=heights[rows.index] / highest * (_TREND - 4), base=floor,
            width=days[rows.index] * _DAY_MS * 0.86, name=key,
            marker={"color": colour, "opacity": [THIN_OPACITY if few else 1 for few in
                                                 rows["denominator"] < THIN]},
            customdata=[[value, key] for value in rows["open"]],
            hovertext=[_trend_hover(row, names, unit, language) for row in rows.itertuples()],
            hovertemplate="%{hovertext}<extra></extra>",
        )
        fig.add_shape(type="line", xref="paper", x0=0, x1=1, y0=floor, y1=floor,
                      line={"color": look["line"], "width": 1})
        if key in told:
            _tell(fig, told[key], rows, heights / highest * (_TREND - 4), (floor, room), colour,
                  language, look)
        peak = _peak(highest, measure, unit, language)
        _trend_name(fig, floor + step, names.get(key, key), colour, language, look,
                    peak if place == 0 else "")
    height = max(len(order), 1) * step
    fig.update_layout(
        height=height + axis.LABELS_HEIGHT + 12, barmode="overlay", showlegend=False,
        margin=MARGIN | {"b": axis.LABELS_HEIGHT}, dragmode=False, hovermode="closest",
        xaxis={"anchor": "y"},
        yaxis={"visible": False, "fixedrange": True, "range": [0, height], "anchor": "x"},
    )
    axis.draw(fig, *window, language=language, dark=dark)
    gap_marks.shade(fig, gaps, dark=dark)
    return fig


def _tell(
    fig: go.Figure, peak: Any, rows: pd.DataFrame, heights: pd.Series, place: tuple[float, float],
    colour: str, language: str, look: dict[str, str],
) -> None:
    """A mark on the highest bar of a small chart, and in words what happened then.

    `place`: where the chart stands, and the room above it for the words.
    """
    floor, room = place
    at = rows.index[rows["period"] == peak.period]
    if at.empty:
        return
    flip = mirrored(language)
    middle = peak.period + (peak.until - peak.period + pd.Timedelta(days=1)) / 2
    hover = lines((*span_words(peak.period, peak.until, "days", language), peak.told), language)
    fig.add_scatter(
        x=[middle], y=[floor + float(heights[at[0]]) + 5], mode="markers", name="peak",
        marker={"symbol": "triangle-down", "size": 9, "color": colour, "opacity": 1,
                "line": {"width": 1, "color": look["background"]}},
        customdata=[[peak.open, peak.entity]], hovertext=[hover], cliponaxis=False,
        hovertemplate="%{hovertext}<extra></extra>",
    )
    fig.add_annotation(
        xref="paper", x=1 if flip else 0, xanchor="right" if flip else "left",
        y=floor + _TREND + room, yanchor="top", showarrow=False,
        align="right" if flip else "left", font={"size": 11, "color": look["muted"]},
        bgcolor=look["background"],
        text="<br>".join(bidi(escape(one), language) for one in
                          wrap(peak.told, _TOLD_WIDTH)),
    )


def _peak(highest: float, measure: str, unit: str, language: str) -> str:
    if measure == "n":
        return format_number(int(highest), language)
    if unit == "articles":
        return share_words(highest, language)
    key = "entities.per_article" if unit == "mentions" else "entities.sentences_per_article"
    return text(key, language, n=format_number(highest, language, 1))


def _trend_name(
    fig: go.Figure, y: float, name: str, colour: str, language: str, look: dict[str, str],
    peak: str,
) -> None:
    flip = mirrored(language)
    fig.add_annotation(
        xref="paper", x=1 if flip else 0, xanchor="right" if flip else "left", y=y - 1,
        yanchor="top", showarrow=False, font={"size": 13, "color": colour},
        text=bidi(f"<b>{escape(name)}</b>", language), bgcolor=look["background"],
    )
    if peak:
        fig.add_annotation(
            xref="paper", x=0 if flip else 1, xanchor="left" if flip else "right",
            y=y - 3, yanchor="top", showarrow=False, bgcolor=look["background"],
            font={"size": 11, "color": look["muted"]},
            text=bidi(text("entities.scale", language, top=peak), language),
        )


def _trend_hover(row: Any, names: Mapping[str, str], unit: str, language: str) -> str:
    return lines(
        (*span_words(row.period, row.until, "days", language),
         text(f"entities.trend_{unit}", language, n=format_number(row.n, language),
              total=format_number(row.denominator, language)),
         share_words(row.share, language) if unit == "articles" and row.denominator else "",
         interval_words(row, language)),
        language, bold=names.get(row.entity, row.entity),
    )
