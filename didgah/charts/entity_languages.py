"""The same names in the coverage of each language, on one scale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from didgah.charts import theme
from didgah.charts.entity_shares import THIN, interval_words, share_words
from didgah.charts.hover import bidi, escape, lines, wrap
from didgah.language.messages import plural, text
from didgah.language.names import language_name
from didgah.language.numbers import format_number
from didgah.language.writing import mirrored

_NAME = 46  # characters of a name on one line
_ROW, _LINE, _BAR, _HEAD = 46, 17, 12, 44
_BARS = 0.44  # of a column; the rest is for the figure at the bar's end
_PALE = 0.45


def figure(
    frame: pd.DataFrame, order: Sequence[str], names: Mapping[str, str], *, language: str,
    colours: Mapping[str, str], dark: bool = False,
) -> go.Figure:
    """A row for each name, in it a bar for each language; all bars measured alike.

    Parameters
    ----------
    frame : columns entity, language, n, denominator, share, low, high, open.
    order : registry keys from top to bottom.
    colours : registry key → colour.

    Bars in languages with fewer than `THIN` articles are paler.
    """
    look = theme.colours(dark)
    flip = mirrored(language)
    spoken = theme.language_order(frame["language"].unique())
    written = {key: wrap(names.get(key, key), _NAME) for key in order}
    foot, y = {}, 0.0
    for key in order:
        y += _ROW + _LINE * (len(written[key]) - 1)
        foot[key] = y
    rows = frame[frame["entity"].isin(order)]
    highest = max(rows["high"].fillna(0), default=0) or 1
    scale = _BARS / highest
    place = {one: n for n, one in enumerate(spoken)}
    base = [place[one] for one in rows["language"]]
    levels = [foot[key] - 14 for key in rows["entity"]]
    shared: dict[str, Any] = {
        "orientation": "h", "base": base, "y": levels,
        "customdata": [[value if n else "", key] for value, key, n in
                       zip(rows["open"], rows["entity"], rows["n"], strict=True)],
        "hovertext": [_hover(row, names, language) for row in rows.itertuples()],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
    fig = go.Figure(layout=theme.base_layout(language, dark))
    fig.add_bar(x=[0.97] * len(rows), width=26, name="cells",
                marker={"color": "rgba(0,0,0,0)", "line": {"width": 0}}, **shared)
    fig.add_bar(
        x=rows["share"].fillna(0) * scale, width=_BAR, name="bars",
        marker={"color": [colours[key] for key in rows["entity"]], "cornerradius": 2,
                "opacity": [_PALE if of < THIN else 1 for of in rows["denominator"]]},
        error_x={"type": "data", "symmetric": False, "thickness": 1.2, "width": 3,
                 "array": list((rows["high"] - rows["share"]).fillna(0) * scale),
                 "arrayminus": list((rows["share"] - rows["low"]).fillna(0) * scale),
                 "color": look["text"]}, **shared,
    )
    start = {"x": 1 if flip else 0, "xref": "paper", "xanchor": "right" if flip else "left",
             "align": "right" if flip else "left", "showarrow": False, "yref": "y"}
    side = {"xref": "x", "yref": "y", "showarrow": False,
            "xanchor": "right" if flip else "left", "align": "right" if flip else "left"}
    totals = frame.drop_duplicates("language").set_index("language")["denominator"]
    fig.layout.annotations = [
        *(go.layout.Annotation(
            x=place[one], y=-_HEAD, yanchor="top", font={"size": 12, "color": look["text"]},
            text=f"{bidi(f'<b>{escape(language_name(one, language))}</b>', language)}<br>"
                 f"<span style='font-size:11px;color:{look['muted']}'>"
                 f"{bidi(plural('meetings.articles', language, int(totals[one])), language)}"
                 "</span>", **side) for one in spoken),
        *(go.layout.Annotation(
            y=foot[key] - _ROW - _LINE * (len(written[key]) - 1) + 3, yanchor="top",
            font={"size": 13, "color": look["text"]},
            text="<br>".join(bidi(escape(one), language) for one in written[key]), **start)
          for key in order),
        *(go.layout.Annotation(
            x=place[row.language] + (row.high if row.high == row.high else 0) * scale,
            y=foot[row.entity] - 14, yanchor="middle", xshift=-4 if flip else 4,
            font={"size": 11, "color": look["muted"]},
            text=bidi(share_words(row.share, language) if row.n else
                      format_number(0, language), language), **side)
          for row in rows.itertuples()),
    ]
    fig.update_layout(
        height=int(y) + _HEAD + 10, barmode="overlay", bargap=0, showlegend=False, dragmode=False,
        hovermode="closest", margin={"t": 4, "b": 4, "l": 4, "r": 4, "autoexpand": False},
        xaxis={"visible": False, "fixedrange": True,
               "range": [len(spoken), 0] if flip else [0, len(spoken)]},
        yaxis={"visible": False, "fixedrange": True, "range": [y, -_HEAD],
               "side": "right" if flip else "left"},
    )
    return fig


def _hover(row: Any, names: Mapping[str, str], language: str) -> str:
    return lines(
        (language_name(row.language, language),
         text("entities.of_articles", language, n=format_number(row.n, language),
              total=format_number(row.denominator, language)),
         share_words(row.share, language) if row.denominator else "",
         interval_words(row, language)),
        language, bold=names.get(row.entity, row.entity),
    )
