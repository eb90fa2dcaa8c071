"""The map of meetings: marks over land that is drawn from local shapes.

How to read a mark:
    size     the meetings at the place, or at the places that stand too near to be apart
    halo     the articles that report them
    fill     solid: the place is known; hollow: no finer than a region or a country
    colour   that of places, or of the series when only one is asked for

No part of it is fetched: Plotly's own maps load their shapes from the network.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from didgah.charts import map_view, shapes, theme
from didgah.charts.hover import bidi, lines
from didgah.charts.map_view import Disc, Room, View
from didgah.cloud import shaping
from didgah.language.messages import plural, text
from didgah.language.numbers import format_number
from didgah.model import Registry
from didgah.registry import label

_MOST = 460  # characters of an address that say which places are open
_NAMED = 8  # places of a mark named when it is pointed at
_COUNTED = 10.0  # pixels of radius from which a mark has room for its number
_FONT_SIZE = 13
_SEA_SIZE = 11
_SEAS = ("caspian", "blacksea", "persiangulf", "redsea", "mediterranean", "omansea")


WIDE = Room("wide", 880, 1350, 580)
NARROW = Room("narrow", 300, 880, 420)
_CARD = Room("card", 300, 700, 150)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A map and how many meetings lie at its edge, in sight in a wide room only, or outside."""

    figure: go.Figure
    outside: int


def figure(
    spots: pd.DataFrame, registry: Registry, *, region: str, room: Room, language: str,
    dark: bool = False, series: str = "", opened: str = "",
) -> Drawn:
    """The map of `region` (`map_view.REGIONS` or `map_view.FIT`).

    Parameters
    ----------
    spots : rows with spot, level, meetings, articles, latitude, longitude, and in words name,
        hover (lines separated by line breaks); only such as have coordinates.
    series : the series whose colour the marks take, when the filters ask for one.
    opened : the value that the open mark carries; it gets a ring.
    """
    look = theme.colours(dark)
    points = list(zip(spots["longitude"], spots["latitude"], strict=True))
    view = map_view.view(region if points else "core", points, room)
    x, y = view.place(spots["longitude"], spots["latitude"])
    pixels = list(zip(x, y, strict=True))
    sure = np.array([view.sees(*one) for one in pixels], dtype=bool)
    seen = np.array([view.reaches(*one) for one in pixels], dtype=bool)
    shown = spots[seen].reset_index(drop=True)
    discs = map_view.cluster(
        x[seen].tolist(), y[seen].tolist(), shown["meetings"].tolist(),
        shown["spot"].tolist(), _MOST,
    )
    fig = _base(view, room.height, language, dark)
    colour = theme.series_colour(series, dark) if series else theme.kind_colour("place", dark)
    _marks(fig, shown, discs, colour, language, look, opened)
    _labels(fig, shown, discs, view, registry, language, look)
    return Drawn(fig, int(spots["meetings"][~sure].sum()))


def locator(
    point: tuple[float, float], *, exact: bool, language: str, dark: bool = False,
    span: float = 26.0,
) -> go.Figure:
    """A small map around `point` (longitude, latitude); a hollow mark when not `exact`."""
    look, colour = theme.colours(dark), theme.kind_colour("place", dark)
    view = map_view.close_up(point, span if exact else 2 * span, _CARD)
    fig = _base(view, _CARD.height, language, dark)
    fig.add_scatter(
        x=[0], y=[0], mode="markers", hoverinfo="skip",
        marker={"size": 13 if exact else 20, "opacity": 1, "line": {
            "width": 2, "color": look["background"] if exact else colour},
            "color": colour if exact else _sheer(colour)},
    )
    return fig


def _base(view: View, height: int, language: str, dark: bool) -> go.Figure:
    """Sea, land and borders; axes in pixels of the smallest room, as high as they are wide."""
    look = theme.colours(dark)
    fig = go.Figure(layout=theme.base_layout(language, dark))
    axis = {"visible": False, "fixedrange": True, "showgrid": False, "constrain": "range"}
    fig.update_layout(
        template="none",  # everything is said here, and Plotly's own weighs as much as the marks
        height=height, margin={"t": 0, "b": 0, "l": 0, "r": 0}, showlegend=False,
        dragmode=False, hovermode="closest", plot_bgcolor=look["surface"],
        xaxis=axis | {"range": [-view.across[0] / 2, view.across[0] / 2]},
        yaxis=axis | {"range": [-view.across[1] / 2, view.across[1] / 2],
                      "scaleanchor": "x", "scaleratio": 1},
    )
    line = {"type": "path", "layer": "below", "xref": "x", "yref": "y"}
    asked = (view.project, view.scale, view.middle, view.box())
    fig.layout.shapes = (
        {**line, "path": shapes.land(*asked), "fillcolor": look["grid"], "fillrule": "evenodd",
         "line": {"width": 0}},
        {**line, "path": shapes.borders(*asked), "line": {"width": 0.9, "color": look["surface"]}},
    )
    return fig


def _marks(
    fig: go.Figure, shown: pd.DataFrame, discs: Sequence[Disc], colour: str, language: str,
    look: dict[str, str], opened: str,
) -> None:
    x, y = [one.x for one in discs], [one.y for one in discs]
    fig.add_scatter(
        x=x, y=y, mode="markers", hoverinfo="skip", name="articles",
        marker={"size": [2 * (one.radius + _halo(shown, one)) for one in discs],
                "color": colour, "opacity": 0.26, "line": {"width": 0}},
    )
    hollow = [_hollow(shown, one) for one in discs]
    counts = [int(shown["meetings"].iloc[list(one.members)].sum()) for one in discs]
    carried = [",".join(shown["spot"].iloc[n] for n in one.members) for one in discs]
    fig.add_scatter(
        x=x, y=y, mode="markers+text", name="places", customdata=[[one] for one in carried],
        text=[f"<b>{format_number(n, language)}</b>" if one.radius >= _COUNTED else ""
              for n, one in zip(counts, discs, strict=True)],
        textposition="middle center",
        textfont={"size": 11.5, "color": [colour if one else look["background"]
                                          for one in hollow]},
        marker={
            "size": [2 * one.radius for one in discs], "opacity": 1,
            "color": [look["background"] if one else colour for one in hollow],
            "line": {"width": [2 if one else 1 for one in hollow],
                     "color": [colour if one else look["background"] for one in hollow]},
        },
        hovertext=[_hover(shown, one, n, language) for one, n in zip(discs, counts, strict=True)],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    ring = [n for n, one in enumerate(carried) if one == opened]
    fig.add_scatter(
        x=[x[n] for n in ring], y=[y[n] for n in ring], mode="markers", hoverinfo="skip",
        name="selected",
        marker={"symbol": "circle-open", "size": [2 * discs[n].radius + 10 for n in ring],
                "color": look["accent"], "line": {"width": 2.5}},
    )


def _halo(shown: pd.DataFrame, disc: Disc) -> float:
    """Pixels by which the halo of articles goes beyond the mark."""
    articles = int(shown["articles"].iloc[list(disc.members)].sum())
    return float(min(1.6 * np.sqrt(articles), 10.0)) if articles else 0.0


def _hollow(shown: pd.DataFrame, disc: Disc) -> bool:
    return not (shown["level"].iloc[list(disc.members)] == "exact").any()


def _hover(shown: pd.DataFrame, disc: Disc, count: int, language: str) -> str:
    rows = shown.iloc[list(disc.members)]
    if len(rows) == 1:
        return str(rows["hover"].iloc[0])
    said = [
        text("map.of_many", language, place=name,
             meetings=plural("meetings.count", language, int(n)))
        for name, n in zip(rows["name"][:_NAMED], rows["meetings"][:_NAMED], strict=True)
    ]
    if len(rows) > _NAMED:
        said.append(plural("map.more", language, len(rows) - _NAMED))
    head = text("map.together", language, meetings=plural("meetings.count", language, count),
                places=plural("map.places", language, len(rows)))
    return lines(said, language, bold=head)


def _labels(
    fig: go.Figure, shown: pd.DataFrame, discs: Sequence[Disc], view: View, registry: Registry,
    language: str, look: dict[str, str],
) -> None:
    words = [_words(shown, one, language) for one in discs]
    boxes = [(_width(one, _FONT_SIZE), _FONT_SIZE * 1.5) for one in words]
    haloes = [_halo(shown, one) for one in discs]
    seas = [sea for name in _SEAS if (sea := registry.entities.get(f"place:{name}"))]
    east, north = view.place([sea.longitude for sea in seas], [sea.latitude for sea in seas])
    names = [label(sea, language) for sea in seas]
    placed, free = map_view.place_labels(
        discs, boxes, view.across, haloes,
        [(x, y, _width(name, _SEA_SIZE), _SEA_SIZE * 1.5)
         for x, y, name in zip(east, north, names, strict=True)],
    )
    for one in placed:
        disc = discs[one.disc]
        fig.add_annotation(
            x=disc.x, y=disc.y, xshift=one.xshift, yshift=one.yshift, xanchor=one.xanchor,
            yanchor=one.yanchor, showarrow=False, borderpad=0, name="place",
            text=bidi(words[one.disc], language),
            font={"size": _FONT_SIZE, "color": look["text"], "shadow": "auto"},
        )
    for n in free:
        fig.add_annotation(
            x=float(east[n]), y=float(north[n]), showarrow=False, name="sea", borderpad=0,
            text=bidi(names[n], language),
            font={"size": _SEA_SIZE, "color": look["muted"], "style": "italic"},
        )


def _words(shown: pd.DataFrame, disc: Disc, language: str) -> str:
    name = str(shown["name"].iloc[disc.members[0]])
    if len(disc.members) == 1:
        return name
    others = format_number(len(disc.members) - 1, language)
    return text("map.and_others", language, place=name, n=others)


def _width(words: str, size: int) -> float:
    """Pixels that the words take, with some to spare for a browser's own font."""
    font = shaping.font(shaping.font_path(words, bold=False), size)
    return font.getlength(shaping.drawable(words)) * 1.12 + 4


def _sheer(colour: str) -> str:
    red, green, blue = (int(colour[n:n + 2], 16) for n in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.2)"
