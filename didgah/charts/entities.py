"""How often names occur: ranked bars and small trends.

Every name stands on a line of its own above its bar, so that it is whole on a phone too.
Bars grow from the side where the language begins; time runs from left to right.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from didgah.charts import axis, theme
from didgah.charts import gaps as gap_marks
from didgah.charts.hover import bidi, escape, lines, span_words, wrap
from didgah.language.messages import text
from didgah.language.numbers import format_number, format_percent
from didgah.language.writing import mirrored

_NAME = 46  # characters of a name on one line
_ROW = 42  # pixels of a name and its bar
_LINE = 17  # and of every further line of the name
_ROOM = 1.4  # the axis is longer than the longest bar, for the figures at its end
_BAR = 12
_TREND_NAME = 24
_TREND = 58
_TOLD_LINE, _TOLD_WIDTH = 14, 54  # pixels of a line and letters of what happened then
THIN = 10  # articles in a period below which a share says little
_THIN_OPACITY = 0.45
_DAY_MS = 86_400_000
_MARGIN = {"t": 6, "b": 6, "l": 4, "r": 4, "autoexpand": False}


def share_words(share: float, language: str) -> str:
    """A share between 0 and 1 in percent: «۶٫۹٪», "6.9%"; small ones are not rounded to 0."""
    percent = 100 * share
    words = format_number(percent, language, 1 if percent >= 0.1 or percent == 0 else 2)
    return f"{words}{format_percent(0, language)[1:]}"


def top(
    frame: pd.DataFrame, names: Mapping[str, str], *, unit: str, language: str,
    dark: bool = False, selected: str = "", forms: pd.DataFrame | None = None,
) -> go.Figure:
    """Ranked bars, one row of `frame` each, in its order; the whole row can be clicked.

    Parameters
    ----------
    frame : columns entity, kind, n, denominator, share, open; with low and high (of the
        share) each bar gets a whisker. Counts below `THIN` are drawn paler.
    names : registry key → name in `language`.
    unit : "articles", "sentences" or "mentions", what `n` counts.
    forms : columns entity, surface, share: the spellings told when a bar is pointed at.
    selected : registry key of the entity whose record is open.
    """
    look = theme.colours(dark)
    flip = mirrored(language)
    fig = go.Figure(layout=theme.base_layout(language, dark))
    ends_at = _upper(frame)
    highest = max(ends_at, default=0) or 1
    written = [wrap(names.get(key, key), _NAME) for key in frame["entity"]]
    heights = [_ROW + _LINE * (len(parts) - 1) for parts in written]
    tops = [sum(heights[:n]) for n in range(len(heights))]
    ends = [top + height for top, height in zip(tops, heights, strict=True)]
    spelled = {} if forms is None else dict(iter(forms.groupby("entity")))
    hovers = [_top_hover(row, names, unit, language, spelled.get(row.entity))
              for row in frame.itertuples()]
    carried = [[value, key] for value, key in zip(frame["open"], frame["entity"], strict=True)]
    shared = {"orientation": "h", "customdata": carried, "hovertext": hovers,
              "hovertemplate": "%{hovertext}<extra></extra>"}
    fig.add_bar(  # the row itself, so that a short bar is as easy to hit as a long one
        x=[highest * _ROOM] * len(frame), name="rows",
        y=[(top + end) / 2 for top, end in zip(tops, ends, strict=True)],
        width=[height - 2 for height in heights],
        marker={"color": [look["band"] if key == selected else "rgba(0,0,0,0)"
                          for key in frame["entity"]], "line": {"width": 0}}, **shared,
    )
    fig.add_bar(
        x=frame["n"], y=[end - 12 for end in ends], width=_BAR, name="bars",
        marker={"color": [theme.kind_colour(kind, dark) for kind in frame["kind"]],
                "opacity": [_THIN_OPACITY if n < THIN else 1 for n in frame["n"]],
                "cornerradius": 3}, error_x=_whiskers(frame, ends_at, look), **shared,
    )
    written_on = [_name(top, parts, language, look)
                  for top, parts in zip(tops, written, strict=True)]
    written_on += [
        go.layout.Annotation(
            x=reach, y=end - 12, xref="x", yref="y", showarrow=False, yanchor="middle",
            xanchor="right" if flip else "left", xshift=-4 if flip else 4,
            text=bidi(_figures(row, language), language),
            font={"size": 12, "color": look["muted"]},
        )
        for end, row, reach in zip(ends, frame.itertuples(), ends_at, strict=True)
    ]
    total = sum(heights)
    fig.update_layout(
        height=total + 12, barmode="overlay", showlegend=False, margin=_MARGIN,
        annotations=written_on, dragmode=False, hovermode="closest", bargap=0,
        xaxis={"visible": False, "fixedrange": True, "anchor": "y",
               "range": [highest * _ROOM, 0] if flip else [0, highest * _ROOM]},
        yaxis={"visible": False, "fixedrange": True, "range": [total, 0],
               "side": "right" if flip else "left"},
    )
    return fig


def _upper(frame: pd.DataFrame) -> list[float]:
    """Where each bar with its whisker ends, in units of n."""
    if "high" not in frame:
        return list(frame["n"])
    return list((frame["high"] * frame["denominator"]).fillna(frame["n"]).clip(lower=frame["n"]))


def _whiskers(
    frame: pd.DataFrame, ends_at: Sequence[float], look: dict[str, str]
) -> dict[str, object]:
    if "high" not in frame or frame["high"].isna().all():
        return {"visible": False}
    below = frame["n"] - frame["low"] * frame["denominator"]
    return {"type": "data", "symmetric": False, "array": list(ends_at - frame["n"]),
            "arrayminus": list(below), "thickness": 1.2, "width": 3, "color": look["text"]}


def _figures(row: Any, language: str) -> str:
    told = f"{format_number(row.n, language)} · {share_words(row.share, language)}"
    return f"{told} · {_few(language)}" if row.n < THIN else told


def _few(language: str) -> str:
    """«n<10» from left to right also in a line that runs from right to left."""
    return f"\u202an&lt;{format_number(THIN, language)}\u202c"


def interval_words(row: Any, language: str) -> str:
    """The interval of a share in words; "" when the row has none."""
    low, high = getattr(row, "low", None), getattr(row, "high", None)
    if low is None or pd.isna(low):
        return ""
    return text("entities.interval", language, low=share_words(low, language),
                high=share_words(high, language))


def _name(
    y: float, parts: Sequence[str], language: str, look: dict[str, str]
) -> go.layout.Annotation:
    flip = mirrored(language)
    side = "right" if flip else "left"
    return go.layout.Annotation(
        x=1 if flip else 0, xref="paper", xanchor=side, align=side, y=y + 3, yref="y",
        yanchor="top", showarrow=False, font={"size": 13, "color": look["text"]},
        text="<br>".join(bidi(escape(one), language) for one in parts),
    )


def _top_hover(
    row: Any, names: Mapping[str, str], unit: str, language: str, forms: pd.DataFrame | None
) -> str:
    written = [] if forms is None else [
        text("entities.form_share", language, form=one.surface,
             share=share_words(one.share, language)) for one in forms.itertuples()
    ]
    return lines(
        (text(f"entities.of_{unit}", language, n=format_number(row.n, language),
              total=format_number(row.denominator, language)),
         share_words(row.share, language), interval_words(row, language),
         text("entities.forms_in_corpus", language) if written else "", *written),
        language, bold=names.get(row.entity, row.entity),
    )


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
            marker={"color": colour, "opacity": [_THIN_OPACITY if few else 1 for few in
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
        margin=_MARGIN | {"b": axis.LABELS_HEIGHT}, dragmode=False, hovermode="closest",
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
