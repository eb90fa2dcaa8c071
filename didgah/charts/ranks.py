"""Who stands before whom from period to period, every line named at its end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from didgah.charts import theme
from didgah.charts.hover import bidi, escape, lines, span_words, wrap
from didgah.language.calendars import format_interval
from didgah.language.messages import text
from didgah.language.numbers import format_number, to_digits

_DOT = 22
_LABELS = 118  # pixels for the names at the right end
_WRAP = 15
_LINE = 16
_BELOW, _BELOW_YEARS = 58, 26  # pixels for the periods, which are three words or a figure


def figure(
    frame: pd.DataFrame, names: Mapping[str, str], *, grain: str, unit: str, language: str,
    colours: Mapping[str, str], dark: bool = False,
) -> go.Figure:
    """A dot for each name and period at the height of its rank, joined between neighbours.

    Parameters
    ----------
    frame : columns entity, period, until, n, denominator, rank, open; not empty.
    grain : of the periods, as `queries.periods` calls it.
    colours : registry key → colour.

    A name that the last period does not have stands below those it has, with a dotted line
    to its last dot. Time runs from left to right in every language.
    """
    look = theme.colours(dark)
    spans = frame[["period", "until"]].drop_duplicates().sort_values("period")
    column = {start: n for n, start in enumerate(spans["period"])}
    slots = label_slots(frame)
    written = {key: wrap(names.get(key, key).partition(" (")[0], _WRAP) for key in slots}
    row_height = max(30, _LINE * max(map(len, written.values())) + 6)
    below = _BELOW_YEARS if grain in ("year", "solar_year") else _BELOW
    last = len(column) - 1
    fig = go.Figure(layout=theme.base_layout(language, dark))
    for key, slot in slots.items():
        mine = frame[frame["entity"] == key]
        _line(fig, mine, key, slot, column, colours[key])
    for key in slots:
        mine = frame[frame["entity"] == key]
        fig.add_scatter(
            x=[column[start] for start in mine["period"]], y=mine["rank"], name=key,
            mode="markers+text", text=[format_number(int(one), language) for one in mine["rank"]],
            textfont={"size": 11, "color": look["background"]}, textposition="middle center",
            marker={"size": _DOT, "color": colours[key], "opacity": 1, "line": {"width": 0}},
            customdata=[[value, key] for value in mine["open"]],
            hovertext=[_hover(row, names, unit, language) for row in mine.itertuples()],
            hovertemplate="%{hovertext}<extra></extra>", cliponaxis=False,
        )
    fig.layout.annotations = [
        go.layout.Annotation(
            x=1, xref="paper", xshift=8, xanchor="left", y=slot, yref="y", yanchor="middle",
            showarrow=False, align="left", font={"size": 12, "color": colours[key]},
            text="<br>".join(bidi(escape(one), language) for one in written[key]),
        ) for key, slot in slots.items()
    ]
    fig.update_layout(
        height=row_height * len(slots) + below + 8, showlegend=False, dragmode=False,
        hovermode="closest",
        margin={"t": 8, "b": below, "l": 6, "r": _LABELS, "autoexpand": False},
        xaxis={"range": [-0.45, last + 0.45], "fixedrange": True, "showgrid": False,
               "tickmode": "array", "tickvals": list(range(len(column))), "tickangle": 0,
               "ticktext": [period_label(row.period, row.until, grain, language)
                            for row in spans.itertuples()],
               "tickfont": {"size": 10, "color": look["text"]}, "side": "bottom"},
        yaxis={"range": [len(slots) + 0.5, 0.5], "fixedrange": True, "visible": False},
    )
    return fig


def label_slots(frame: pd.DataFrame) -> dict[str, int]:
    """The row of each name's label: its rank in the last period, absent ones after these."""
    final = frame[frame["period"] == frame["period"].max()]
    slots = {row.entity: int(row.rank) for row in final.itertuples()}
    gone = frame[~frame["entity"].isin(slots)]
    latest = gone.groupby("entity")["period"].max()
    order: Sequence[str] = sorted(latest.index, key=lambda key: (-latest[key].value, key))
    return slots | {key: len(slots) + n for n, key in enumerate(order, 1)}


def period_label(start: pd.Timestamp, until: pd.Timestamp, grain: str, language: str) -> str:
    """A period in as few words as name it, on lines of one word."""
    if grain in ("year", "solar_year"):
        calendar = "gregorian" if grain == "year" else "solar_hijri"
        words = format_interval(start.date(), start.date(), "year", language, calendar)
        return to_digits(words, language)
    precision = "day" if grain in ("day", "week") else "month"
    calendar = None if precision == "day" else "gregorian"
    end = start if grain in ("day", "week") else until
    words = format_interval(start.date(), end.date(), precision, language, calendar)
    return "<br>".join(bidi(one, language) for one in wrap(words, 8))


def _line(
    fig: go.Figure, mine: pd.DataFrame, key: str, slot: int, column: Mapping[Any, int],
    colour: str,
) -> None:
    ranks = {column[row.period]: row.rank for row in mine.itertuples()}
    count = len(column)
    fig.add_scatter(
        x=list(range(count)), y=[ranks.get(n) for n in range(count)], mode="lines",
        line={"color": colour, "width": 2.5}, hoverinfo="skip", name=f"{key} line",
        connectgaps=False,
    )
    if (at := max(ranks)) < count - 1:
        fig.add_scatter(
            x=[at, count - 0.6], y=[ranks[at], slot], mode="lines", hoverinfo="skip",
            line={"color": colour, "width": 1, "dash": "dot"}, opacity=0.5, name=f"{key} gone",
        )


def _hover(row: Any, names: Mapping[str, str], unit: str, language: str) -> str:
    return lines(
        (*span_words(row.period, row.until, "days", language),
         text("entities.rank", language, n=format_number(int(row.rank), language)),
         text(f"entities.trend_{unit}", language, n=format_number(row.n, language),
              total=format_number(row.denominator, language))),
        language, bold=names.get(row.entity, row.entity),
    )
