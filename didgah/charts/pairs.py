"""Who is named beside whom: a triangle of cells, one a pair."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go
from plotly.colors import sample_colorscale

from didgah.charts import theme
from didgah.charts.hover import bidi, escape, lines, wrap
from didgah.language.messages import text
from didgah.language.numbers import format_number
from didgah.language.writing import mirrored

_CELL = 34  # pixels of a row
_NAME_CELLS = 6  # columns left free for the lowest names


def comention(
    frame: pd.DataFrame, order: Sequence[str], names: Mapping[str, str], *,
    within: str = "article", language: str, dark: bool = False,
) -> go.Figure:
    """A triangle of cells: in how many articles (or sentences, as `within` says) both the
    row's and the column's name occur.

    Each name stands in its row where the triangle leaves room, numbered, and its number
    heads its column. Cells of pairs that never meet stay empty.

    Parameters
    ----------
    frame : columns a, b, n, open; one row for each pair.
    order : registry keys from top to bottom.
    """
    look = theme.colours(dark)
    flip = mirrored(language)
    place = {key: n for n, key in enumerate(order)}
    pairs = [
        (max(place[row.a], place[row.b]), min(place[row.a], place[row.b]), row)
        for row in frame.itertuples() if row.a in place and row.b in place and row.a != row.b
    ]
    fig = go.Figure(layout=theme.base_layout(language, dark))
    highest = max((row.n for _, _, row in pairs), default=1)
    low, high = (look["grid_faint"], look["accent"])
    strength = [(row.n / highest) ** 0.5 for _, _, row in pairs]
    fills = sample_colorscale([[0, low], [1, high]], strength) if pairs else []
    fig.add_bar(
        x=[column + 0.5 for _, column, _ in pairs], y=[1] * len(pairs),
        base=[line for line, _, _ in pairs], width=0.94,
        marker={"color": fills, "line": {"width": 1.5, "color": look["background"]}},
        text=[format_number(row.n, language) for _, _, row in pairs], textposition="inside",
        insidetextanchor="middle", textangle=0, constraintext="inside",
        textfont={"size": 12, "color": [_ink(one, dark, look) for one in strength]},
        customdata=[[row.open] for _, _, row in pairs], name="cells",
        hovertext=[pair_hover(row, names, within, language) for _, _, row in pairs],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    count, right = len(order), len(order) + _NAME_CELLS
    fig.layout.annotations = [
        go.layout.Annotation(
            x=n, y=n + 0.5, xref="x", yref="y", xanchor="right" if flip else "left",
            yanchor="middle", xshift=-6 if flip else 6, showarrow=False,
            align="right" if flip else "left", font={"size": 12.5, "color": look["text"]},
            text=_diagonal(names.get(key, key), format_number(n + 1, language), n, count,
                           language, look),
        )
        for key, n in place.items()
    ]
    fig.update_layout(
        height=count * _CELL + 40, barmode="overlay", bargap=0, showlegend=False,
        dragmode=False, hovermode="closest",
        margin={"t": 2, "b": 26, "l": 4, "r": 4, "autoexpand": False},
        xaxis={"range": [right, 0] if flip else [0, right], "fixedrange": True,
               "showgrid": False, "tickmode": "array", "tickvals": [n + 0.5 for n in range(count)],
               "ticktext": [format_number(n + 1, language) for n in range(count)],
               "tickfont": {"size": 11, "color": look["muted"]}, "tickangle": 0,
               "showline": False, "ticks": ""},
        yaxis={"visible": False, "range": [count, 0], "fixedrange": True,
               "side": "right" if flip else "left"},
    )
    return fig


def _diagonal(
    name: str, number: str, place: int, count: int, language: str, look: dict[str, str]
) -> str:
    """A name beside the diagonal, wrapped the narrower the lower it stands."""
    short = name.partition(" (")[0]  # the hover text has the whole name
    parts = wrap(short, 18 + int(26 * (1 - place / max(count, 1))))
    head = f"<span style='color:{look['muted']}'>{number}</span> {escape(parts[0])}"
    return "<br>".join([bidi(head, language), *(bidi(escape(one), language) for one in parts[1:])])


def _ink(strength: float, dark: bool, look: dict[str, str]) -> str:
    if dark:
        return look["background"] if strength > 0.55 else look["text"]
    return "#FFFFFF" if strength > 0.5 else look["text"]


def pair_hover(row: Any, names: Mapping[str, str], within: str, language: str) -> str:
    """What a pair says when pointed at: `row` has a, b and n, counted `within` what."""
    key = "entities.both" if within == "article" else "entities.both_sentence"
    return lines(
        (text(key, language, n=format_number(row.n, language)),), language,
        bold=f"{names.get(row.a, row.a)} – {names.get(row.b, row.b)}",
    )
