"""The honest twins of the cloud: words in order of rank, of one side or of two."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import plotly.graph_objects as go

from didgah.charts import theme
from didgah.charts.hover import bidi, escape, lines
from didgah.highlight import direction
from didgah.language.messages import plural, text
from didgah.language.numbers import format_number
from didgah.language.writing import mirrored

_ROW = 24  # pixels a bar and its gap take
_LONGEST = 30  # characters of a label; pointing at the bar shows all
_ROOM = 1.3  # of the longest bar: its number stands behind it


def kind_colours(dark: bool = False) -> dict[str, str]:
    """Hex colour of each kind of term; names stand out, both reach 4.5:1 on the page."""
    look = theme.colours(dark)
    return {"name": look["accent"], "word": look["text"]}


def ranked(
    frame: pd.DataFrame, value: str, language: str, dark: bool = False, chosen: str = ""
) -> go.Figure:
    """Horizontal bars, the largest on top, from the right in Persian.

    `frame` has the columns term, label, kind, n, articles, open and the one named by
    `value` ("n" or "z"); each bar carries its `term`. The bar of `chosen` is full, the
    others a little faded while one is chosen.
    """
    rtl = mirrored(language)
    look, fill = theme.colours(dark), kind_colours(dark)
    fig = go.Figure(layout=theme.base_layout(language, dark))
    faded = [0.45 if chosen and term != chosen else 0.9 for term in frame["term"]]
    fig.add_bar(
        orientation="h",
        # Positions, not labels: two terms may be written the same way.
        y=list(range(len(frame))), x=frame[value], customdata=frame[["term"]],
        marker={"color": [fill[kind] for kind in frame["kind"]], "opacity": faded},
        text=[_value(one, value, language) for one in frame[value]],
        textposition="outside", cliponaxis=False, textfont={"color": look["muted"], "size": 12},
        # Plotly fails on a click on bars with an opacity each and text, unless told this.
        selected={"textfont": {"color": look["muted"]}},
        unselected={"textfont": {"color": look["muted"]}},
        hovertext=[_told(row, value, language) for row in frame.to_dict("records")],
        hoverinfo="text",
    )
    most = max(frame[value].max(), 0) if len(frame) else 0
    fig.update_layout(
        height=_ROW * len(frame) + 16, bargap=0.28, showlegend=False, dragmode=False,
        margin={"t": 4, "b": 12, "l": 8, "r": 8},
        xaxis={"range": [_ROOM * most, 0] if rtl else [0, _ROOM * most], "visible": False,
               "fixedrange": True},
        yaxis={
            "side": "right" if rtl else "left", "autorange": "reversed", "automargin": True,
            "tickmode": "array", "tickvals": list(range(len(frame))),
            "ticktext": [own_way(_short(label)) for label in frame["label"]],
            "tickfont": {"size": 13, "color": look["text"]}, "showgrid": False,
            "fixedrange": True, "showline": False, "ticks": "", "ticklabelstandoff": 6,
        },
    )
    return fig


def own_way(label: str) -> str:
    """`label` for a chart, in its own direction whatever that of the page."""
    return bidi(escape(label), "fa" if direction(label) == "rtl" else "en")


def _short(label: str) -> str:
    return label if len(label) <= _LONGEST else label[: _LONGEST - 1].rstrip() + "…"


def _value(number: float, value: str, language: str) -> str:
    return format_number(int(number) if value == "n" else round(float(number), 1), language)


def _told(row: Mapping[str, object], value: str, language: str) -> str:
    said = [
        plural("words.uses", language, int(row["n"])),
        plural("words.in_articles", language, int(row["articles"])),
    ]
    if value != "n":
        said.append(text("words.z_is", language, z=_value(row[value], value, language)))
    return lines(said, language, bold=str(row["label"]))
