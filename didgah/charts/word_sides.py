"""Two sides and their words: bars that part at the middle."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from didgah.charts import theme
from didgah.charts.hover import lines
from didgah.charts.words import own_way
from didgah.language.messages import plural, text
from didgah.language.numbers import format_number
from didgah.language.writing import mirrored

ROWS = 15  # words of each side
_ROW = 40  # pixels a pair of bars takes, with the words above them
_LONGEST = 22  # letters that half a phone has room for


def side_colours(dark: bool = False) -> tuple[str, str]:
    """Hex colours of the first and the second side."""
    return theme.sequence(dark)[:2]


def diverging(
    first: pd.DataFrame, second: pd.DataFrame, language: str, dark: bool = False
) -> go.Figure:
    """The most distinctive words of two sides, each with its z, the strongest on top.

    Both frames have the columns term, label, gloss, n, articles, z; the first side grows
    towards where reading starts. Each bar carries "a" or "b" and its term, with a space
    between. The scale is one for both sides.
    """
    look = theme.colours(dark)
    fig = go.Figure(layout=theme.base_layout(language, dark))
    sides = (first.head(ROWS), second.head(ROWS))
    start = 1 if mirrored(language) else -1
    most = max((float(side["z"].max()) for side in sides if len(side)), default=1.0)
    for name, side, way, colour in zip(
        "ab", sides, (start, -start), side_colours(dark), strict=True
    ):
        rows = list(range(len(side)))
        fig.add_bar(
            orientation="h", y=rows, x=way * side["z"], customdata=[
                [f"{name} {term}"] for term in side["term"]
            ],
            marker={"color": colour}, width=0.3,
            hovertext=[_told(row, language) for row in side.to_dict("records")],
            hoverinfo="text",
        )
        for row, one in zip(rows, side.to_dict("records"), strict=True):
            fig.add_annotation(
                x=0, y=row, text=_label(one, language), showarrow=False,
                xanchor="left" if way > 0 else "right", xshift=4 * way, yshift=15,
                font={"size": 13, "color": look["text"]},
            )
    reach = most * 1.05
    fig.update_layout(
        height=_ROW * max(map(len, sides)) + 24, barmode="overlay", showlegend=False,
        dragmode=False, margin={"t": 4, "b": 12, "l": 8, "r": 8},
        xaxis={"range": [-reach, reach], "visible": False, "fixedrange": True},
        yaxis={"autorange": "reversed", "visible": False, "fixedrange": True},
    )
    fig.add_vline(x=0, line={"color": look["line"], "width": 1})
    return fig


def _label(row: dict[str, object], language: str) -> str:
    label = str(row["label"])
    short = label if len(label) <= _LONGEST else label[: _LONGEST - 1].rstrip() + "…"
    z = format_number(round(float(row["z"]), 1), language)
    return f"{own_way(short)} <span style='font-size:12px'>{z}</span>"


def _told(row: dict[str, object], language: str) -> str:
    said = [
        *([str(row["gloss"])] if row["gloss"] else []),
        plural("words.uses", language, int(row["n"])),
        plural("words.in_articles", language, int(row["articles"])),
        text("words.z_is", language, z=format_number(round(float(row["z"]), 1), language)),
    ]
    return lines(said, language, bold=str(row["label"]))
