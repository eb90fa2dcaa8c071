"""Ranked bars of names, each with its share and the interval of the share.

Every name stands on a line of its own above its bar, so that it is whole on a phone too.
Bars grow from the side where the language begins.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from didgah.charts import theme
from didgah.charts.entity_shares import MARGIN, THIN, THIN_OPACITY, interval_words, share_words
from didgah.charts.hover import bidi, escape, lines, wrap
from didgah.language.messages import text
from didgah.language.numbers import format_number
from didgah.language.writing import mirrored

_NAME = 46  # characters of a name on one line
_ROW = 42  # pixels of a name and its bar
_LINE = 17  # and of every further line of the name
_ROOM = 1.4  # the axis is longer than the longest bar, for the figures at its end
_BAR = 12


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
                "opacity": [THIN_OPACITY if n < THIN else 1 for n in frame["n"]],
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
        height=total + 12, barmode="overlay", showlegend=False, margin=MARGIN,
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
