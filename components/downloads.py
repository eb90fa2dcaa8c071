"""What can be taken away from a chart or a table, with everything it needs to stand alone.

Pictures are drawn in the visitor's browser by Plotly's own library (served from the
installed package), because drawing them on the server would need a browser there. Title
and caption are set around the chart, and the interface's font is embedded, so that a
picture looks the same on a machine without it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from components import data, links
from didgah.charts import theme
from didgah.describe import describe
from didgah.export.csv_text import to_csv
from didgah.language.messages import plural, text
from didgah.language.writing import direction
from didgah.queries import articles

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go

    from didgah.filters import Filters

WIDTH = 1200  # pixels of a picture, before doubling for PNG

_pictures = st.components.v2.component(
    "didgah_pictures",
    html="<div class='pictures'></div>",
    css=Path(__file__).with_suffix(".css").read_text(encoding="utf-8"),
    js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8"),
)


def downloads(
    frame: pd.DataFrame | Callable[[], pd.DataFrame],
    figure: go.Figure | Callable[[], go.Figure] | None,
    name: str,
    title: str,
    *,
    columns: Mapping[str, str] | None = None,
    svg: str | None = None,
    note: str = "",
    scope: Filters | None = None,
) -> None:
    """A small menu: CSV of `frame`, PNG and SVG of `figure` (or of a ready `svg`).

    A frame or a figure that costs something is given as a function, called when the menu is
    opened.
    `name` is the stem of the files and tells menus on one page apart, `title` stands on
    each. `columns` chooses columns of the frame and names them in words. `note` is one
    more line of the caption, for what the reader must know (a sample, a unit).
    `scope` are the filters it was counted under, when they are not the page's own.
    """
    language = links.current().language
    with st.container(width="content"):
        _menu(frame, figure, name, title, columns, svg, note, scope, language)


@st.fragment
def _menu(
    frame: pd.DataFrame | Callable[[], pd.DataFrame],
    figure: go.Figure | Callable[[], go.Figure] | None, name: str,
    title: str, columns: Mapping[str, str] | None, svg: str | None, note: str,
    scope: Filters | None, language: str,
) -> None:
    label = text("downloads.menu", language)
    with st.popover(label, icon=":material/download:", type="tertiary", key=f"take_{name}",
                    on_change="rerun") as menu:
        # Made when somebody looks: a page has many menus and few of them are opened.
        if not menu.open:
            return
        lines = about(note, scope)
        rows = frame() if callable(frame) else frame
        st.download_button(
            text("downloads.csv", language), to_csv(rows, columns, (title, *lines)),
            f"{name}.csv", "text/csv", key=f"csv_{name}", icon=":material/table:",
            on_click="ignore", width="stretch",
        )
        if figure is not None or svg:
            picture = figure() if callable(figure) else figure
            _picture_buttons(picture, svg, name, title, lines, language)
        st.html("<p class='note'>" + "<br>".join(map(escape, lines)) + "</p>")


def about(note: str = "", scope: Filters | None = None) -> tuple[str, ...]:
    """The caption: filters in words, n, source and data version; `note` first when given.

    `scope` as in `downloads`.
    """
    state, served = links.current(), data.snapshot()
    language = state.language
    filters = state.filters if scope is None else scope
    n = data.ask(articles.count, filters)
    source = "downloads.source_sample" if served.is_sample else "downloads.source"
    said = describe(filters, language, served.registry)
    lines = (
        text("downloads.filters", language, filters=said),
        plural("downloads.n", language, n),
        text(source, language),
        text("downloads.version", language, version=served.version),
    )
    return (note, *lines) if note else lines


def _picture_buttons(
    figure: go.Figure | None, svg: str | None, name: str, title: str, lines: tuple[str, ...],
    language: str,
) -> None:
    dark = st.context.theme.type == "dark"
    look = theme.colours(dark)
    height = 0
    if figure is not None:
        height = int(figure.layout.height or 460)
    _pictures(
        key=f"pictures_{name}",
        data={
            "figure": figure.to_json() if figure is not None else None,
            "svg": svg, "name": name, "title": title, "lines": list(lines),
            "width": WIDTH, "height": height, "font": theme.FONT,
            "background": look["background"], "text": look["text"], "muted": look["muted"],
            "direction": direction(language), "language": language,
            "labels": {one: text(f"downloads.{one}", language) for one in ("png", "svg")},
            "failed": text("downloads.failed", language),
        },
    )
