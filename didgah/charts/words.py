"""The honest twins of the cloud: words in order of rank, and words over time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pandas as pd
import plotly.graph_objects as go

from didgah.charts import axis, theme
from didgah.charts.hover import bidi, escape, lines
from didgah.highlight import direction
from didgah.language.calendars import format_interval
from didgah.language.messages import plural, text
from didgah.language.numbers import format_number

_ROW = 24  # pixels a bar and its gap take
_LONGEST = 30  # characters of a label; pointing at the bar shows all
_RTL = ("fa", "ar")


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
    rtl = language in _RTL
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
        xaxis={"range": [1.16 * most, 0] if rtl else [0, 1.16 * most], "visible": False,
               "fixedrange": True},
        yaxis={
            "side": "right" if rtl else "left", "autorange": "reversed", "automargin": True,
            "tickmode": "array", "tickvals": list(range(len(frame))),
            "ticktext": [_own_way(_short(label)) for label in frame["label"]],
            "tickfont": {"size": 13, "color": look["text"]}, "showgrid": False,
            "fixedrange": True, "showline": False, "ticks": "", "ticklabelstandoff": 6,
        },
    )
    return fig


def _own_way(label: str) -> str:
    # The direction of the word, not of the page: the corpus speaks other languages too.
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


def trend(
    frame: pd.DataFrame, labels: Mapping[str, str], language: str, dark: bool = False,
) -> go.Figure:
    """One line per term over time; `labels` (term → label) gives terms and their order.

    `frame` has the columns term, period, until (dates), n (uses), articles, denominator
    (the period's articles in that language), share (NaN where there are none), open. The
    height is the share: with articles
    alone, every word would seem to rise when more is collected.
    """
    look = theme.colours(dark)
    fig = go.Figure(layout=theme.base_layout(language, dark))
    colours = theme.sequence(dark)
    for number, (term, label) in enumerate(labels.items()):
        rows = frame[frame["term"] == term].sort_values("period")
        fig.add_scatter(
            x=rows["period"], y=100 * rows["share"], name=_own_way(label),
            mode="lines+markers", customdata=rows[["open"]],
            line={"color": colours[number % len(colours)], "width": 2,
                  "dash": ("solid", "dot", "dash")[number // len(colours) % 3]},
            marker={"size": 6, "symbol": number % 8},
            hovertext=[_point(row, label, language) for row in rows.to_dict("records")],
            hoverinfo="text",
        )
    fig.update_layout(
        height=300, hovermode="closest", dragmode=False,
        showlegend=True,
        margin={"t": 34, "b": axis.LABELS_HEIGHT, "l": 8, "r": 8},
        yaxis={
            "rangemode": "tozero", "automargin": True, "fixedrange": True, "nticks": 5,
            "gridcolor": look["grid_faint"],
        },
    )
    if len(frame):
        axis.draw(
            fig, _day(frame["period"].min()), _day(frame["until"].max()),
            language=language, dark=dark,
        )
        _percent_ticks(fig, 100 * float(frame["share"].max()), language)
    return fig


def _percent_ticks(fig: go.Figure, most: float, language: str) -> None:
    step = next((s for s in (0.5, 1, 2, 5, 10, 20, 25) if most / s <= 5), 25)
    ticks = [step * i for i in range(int(most / step) + 2)]
    shown = [format_number(t if step < 1 else int(t), language) for t in ticks]
    sign = "٪" if language in _RTL else "%"
    fig.update_yaxes(tickmode="array", tickvals=ticks, ticktext=[one + sign for one in shown])


def _point(row: Mapping[str, object], label: str, language: str) -> str:
    when = format_interval(_day(row["period"]), _day(row["until"]), "days", language)
    share = text(
        "words.in_share", language, n=format_number(int(row["articles"]), language),
        all=format_number(int(row["denominator"]), language),
    )
    uses = plural("words.uses", language, int(row["n"]))
    return lines((when, share, uses), language, bold=label)


def _day(value: date | pd.Timestamp) -> date:
    return pd.Timestamp(value).date()
