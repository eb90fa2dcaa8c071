"""The drawer under a chart: exactly the articles behind a mark."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import streamlit as st

from components import article_words, basket, data, links
from components.byline import byline
from didgah.highlight import inert
from didgah.language.messages import plural, text
from didgah.queries import articles, snippets
from didgah.queries.snippets import Snippet

PAGE = 10  # articles at a time


def evidence(
    open: str,  # noqa: A002, the name every mark's fragment has
    label: str,
    *,
    on_close: Callable[[], None] | None = None,
    key: str = "",
) -> None:
    """List the articles that the filters and the mark's query string `open` leave together.

    `label` says which mark it is. `on_close` gives the drawer a button to close it. The
    list is as long as the number on the mark.
    """
    state = links.current()
    filters = state.filters.narrow(open)
    total = data.ask(articles.count, filters)
    name = f"evidence_{key or 'drawer'}"
    with st.container(border=True, key=name):
        with st.container(horizontal=True, vertical_alignment="center"):
            n = plural("evidence.articles", state.language, total)
            st.html(f"<p class='drawer-title'><strong><bdi>{escape(inert(label))}</bdi></strong> · "
                    f"{escape(n)}</p>")
            links.link("reader", text("evidence.read_all", state.language), filters,
                       icon=":material/article:")
            if on_close:
                st.button(text("evidence.close", state.language), key=f"{name}_close",
                          icon=":material/close:", type="tertiary", on_click=on_close)
        if total:
            _pages(open, total, name)


@st.fragment
def _pages(mark: str, total: int, name: str) -> None:
    # Turning pages reruns this list alone, not the chart above it.
    state = links.current()
    filters = state.filters.narrow(mark)
    pages = -(-total // PAGE)
    number = 1
    if pages > 1:
        # A new mark starts on its first page.
        number = st.pagination(pages, key=f"{name}_{filters.to_query()}")
    rows = data.ask(articles.page, filters, offset=(number - 1) * PAGE, limit=PAGE)
    sentences = data.ask(snippets.snippets, tuple(rows["id"]), filters)
    for row in rows.itertuples():
        _item(row, sentences.get(row.id), state, filters)


def _item(row, sentence: Snippet | None, state: links.State, filters) -> None:
    href = links.url_for("reader", filters, article=row.id)
    title = article_words.title(row.title, row.language, state.language, href)
    told = _told(row, sentence) if sentence else ""
    st.html(f"<div class='listed'><p class='listed-title'>{title}</p>"
            f"<p class='item-meta'>{meta(row, state.language)}</p>{told}</div>")


def _told(row, sentence: Snippet) -> str:
    """The sentence as safe HTML, with its button for the briefing."""
    words = article_words.highlighted(sentence.text, sentence.marks)
    aside = basket.passage(row.id, sentence.start, sentence.start + len(sentence.text))
    return article_words.block(sentence.text, row.language, "p", name="item-sentence",
                               inner=f"{words} {aside}")


def meta(row, language: str) -> str:
    """The byline of a row of `articles.page`."""
    day = None if row.day != row.day or row.day is None else row.day.date()  # NaT is not itself
    return byline(row.outlet, day, row.precision, row.language, language)
