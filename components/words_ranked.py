"""The cloud's honest twins: bars in order, and the whole table."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from components import charts, links, tables
from components.downloads import downloads
from components.words_view import WordsView
from didgah.charts.words import ranked
from didgah.highlight import inert
from didgah.language.messages import text
from didgah.language.writing import comma

_BARS = 20
_COLUMNS = {
    "count": ("label", "gloss", "kind", "n", "articles"),
    "marked": ("label", "gloss", "kind", "n", "articles", "log_odds", "z", "g2"),
}


def bars(frame: pd.DataFrame, view: WordsView, language: str) -> None:
    """The first words as bars; a click opens the word, as in the cloud."""
    top = frame.head(_BARS)
    named = comma(language).join(top["label"].head(5))
    fig = charts.drawn(
        ranked, top, view.value, language, st.context.theme.type == "dark", view.word)
    charts.clickable(
        fig, "ranked", alt=text("words.bars_alt", language, words=inert(named)), param="word",
    )
    spoken = text(f"language.{view.tongue}", language)
    downloads(
        shown(frame, view, language), fig, f"didgah-words-{view.tongue}-{view.measure}",
        text(f"words.heading.{view.measure}", language, spoken=spoken),
        columns=titles(view, language), scope=view.scope(links.current().filters),
        note=text(f"words.ranked.{view.measure}", language),
    )


def table(frame: pd.DataFrame, view: WordsView, language: str) -> None:
    """Every word with its numbers, to sort and search."""
    with st.expander(
        text("words.table", language), icon=":material/table_rows:", on_change="rerun",
        key="words_table",
    ) as box:
        if box.open:
            rows = shown(frame, view, language)
            columns = {
                name: tables.number(title, language) if name in rows.select_dtypes("number")
                else title
                for name, title in titles(view, language).items()
            }
            tables.sortable(
                rows, columns, key="words_grid",
                language=language, height=420, alt=text("words.table", language),
            )


def titles(view: WordsView, language: str) -> dict[str, str]:
    """Columns of the table → their titles, in reading order."""
    return {name: text(f"words.column.{name}", language) for name in _COLUMNS[view.measure]}


def shown(frame: pd.DataFrame, view: WordsView, language: str) -> pd.DataFrame:
    """The table as people read it: kinds in words, figures rounded."""
    named = {kind: text(f"words.kinds.{kind}", language) for kind in ("name", "word")}
    columns = list(_COLUMNS[view.measure])
    return frame[columns].assign(kind=frame["kind"].map(named)).round(2)
