"""Stretches without any article, shaded behind a chart over time."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

import plotly.graph_objects as go

from didgah.charts import theme


def shade(
    fig: go.Figure, gaps: Iterable[tuple[date, date]], *, dark: bool, x: str = "x", y: str = "y"
) -> None:
    """Hatch the closed intervals of days `gaps` of axis `x` behind the marks of `fig`."""
    colour = theme.colours(dark)["stack"]
    # All at once: plotly checks every shape there is with each one that is added.
    fig.layout.shapes = (*fig.layout.shapes, *(
        go.layout.Shape(
            type="rect", xref=x, x0=f"{first}", x1=f"{last + timedelta(1)}",
            yref=f"{y} domain", y0=0, y1=1, layer="below", line_width=0, fillcolor=colour,
            opacity=0.7,
        )
        for first, last in gaps
    ))
