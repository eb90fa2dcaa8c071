"""Words over time, each line with its name at its end."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pandas as pd
import plotly.graph_objects as go

from didgah.charts import axis, theme
from didgah.charts.hover import lines
from didgah.charts.words import own_way
from didgah.language.calendars import format_interval
from didgah.language.messages import plural, text
from didgah.language.numbers import format_number, format_percent

THIN = 10  # articles in a period below which a share says little
_HEIGHT = 320
_LABEL = 18  # pixels that a name at the end of its line takes
_LETTER = 7.5  # pixels, roughly, of a letter of a name
_LONGEST = 24


def trend(
    frame: pd.DataFrame, labels: Mapping[str, str], language: str, dark: bool = False,
) -> go.Figure:
    """One line per term over time; `labels` (term → label) gives terms and their order.

    `frame` has the columns term, period, until (dates), n (uses), articles, denominator
    (the period's articles in that language), share (NaN where there are none), open. The
    height is the share: with articles alone, every word would seem to rise when more is
    collected. Periods of fewer than `THIN` articles are faint, hollow and dotted.
    """
    look = theme.colours(dark)
    fig = go.Figure(layout=theme.base_layout(language, dark))
    colours = theme.sequence(dark)
    ends = []
    for number, (term, label) in enumerate(labels.items()):
        rows = frame[frame["term"] == term].sort_values("period")
        colour = colours[number % len(colours)]
        _line(fig, rows, label, colour, number % 8, language)
        met = rows[rows["share"].notna()]
        if len(met):
            ends.append((100 * float(met["share"].iloc[-1]), label, colour))
    longest = max((min(len(one), _LONGEST) for one in labels.values()), default=0)
    fig.update_layout(
        height=_HEIGHT, hovermode="closest", dragmode=False, showlegend=False,
        margin={"t": 12, "b": axis.LABELS_HEIGHT, "l": 8, "r": int(_LETTER * longest) + 28},
        yaxis={
            "rangemode": "tozero", "automargin": True, "fixedrange": True,
            "gridcolor": look["grid_faint"],
        },
    )
    if len(frame):
        axis.draw(
            fig, _day(frame["period"].min()), _day(frame["until"].max()),
            language=language, dark=dark,
        )
        most = 100 * float(frame["share"].max() if frame["share"].notna().any() else 0)
        _percent_ticks(fig, most, language)
        _names(fig, ends, max(most, 1), look["text"])
    return fig


def _line(
    fig: go.Figure, rows: pd.DataFrame, label: str, colour: str, symbol: int, language: str
) -> None:
    thin = rows["denominator"] < THIN
    fig.add_scatter(
        x=rows["period"], y=100 * rows["share"], name=own_way(label), mode="lines+markers",
        customdata=rows[["open"]], line={"color": colour, "width": 1, "dash": "dot"},
        marker={
            "size": [6 if one else 8 for one in thin],
            "symbol": [f"{_SYMBOLS[symbol]}-open" if one else _SYMBOLS[symbol] for one in thin],
            "opacity": [0.45 if one else 1.0 for one in thin], "color": colour,
        },
        opacity=0.9,
        # A click on marks with an opacity each fails in Plotly unless told these.
        selected={"marker": {"opacity": 1}}, unselected={"marker": {"opacity": 0.45}},
        hovertext=[_point(row, label, language) for row in rows.to_dict("records")],
        hoverinfo="text",
    )
    if (~thin).sum() > 1:
        fig.add_scatter(
            x=rows["period"], y=(100 * rows["share"]).mask(thin), mode="lines",
            line={"color": colour, "width": 2.5}, hoverinfo="skip",
        )


_SYMBOLS = ("circle", "square", "diamond", "triangle-up", "triangle-down", "pentagon", "hexagon",
            "star")


def _names(
    fig: go.Figure, ends: list[tuple[float, str, str]], most: float, ink: str
) -> None:
    """The name of each line at its end, moved apart as far as they would touch."""
    room = _HEIGHT - 12 - axis.LABELS_HEIGHT
    step = most * 1.04 * _LABEL / room
    at = -step
    for share, label, colour in sorted(ends):
        at = max(at + step, share)
        short = label if len(label) <= _LONGEST else label[: _LONGEST - 1].rstrip() + "…"
        place = {"x": 1, "xref": "paper", "xanchor": "left", "y": at, "yanchor": "middle",
                 "showarrow": False}
        fig.add_annotation(**place, text="●", xshift=4, font={"color": colour, "size": 11})
        fig.add_annotation(  # words in the colour of a line would be too pale to read
            **place, text=own_way(short), xshift=18, font={"color": ink, "size": 13}
        )


def _percent_ticks(fig: go.Figure, most: float, language: str) -> None:
    step = next((s for s in (0.5, 1, 2, 5, 10, 20, 25) if most / s <= 5), 25)
    ticks = [step * i for i in range(int(most / step) + 2) if step * i <= 100]
    fig.update_yaxes(
        tickmode="array", tickvals=ticks,
        ticktext=[format_percent(one / 100, language, int(step < 1)) for one in ticks],
    )


def _point(row: Mapping[str, object], label: str, language: str) -> str:
    when = format_interval(_day(row["period"]), _day(row["until"]), "days", language)
    share = text(
        "words.in_share", language, n=format_number(int(row["articles"]), language),
        all=format_number(int(row["denominator"]), language),
    )
    said = [when, share, plural("words.uses", language, int(row["n"]))]
    if row["denominator"] < THIN:
        said.append(text("words.thin", language, n=format_number(THIN, language)))
    return lines(said, language, bold=label)


def _day(value: date | pd.Timestamp) -> date:
    return pd.Timestamp(value).date()
