"""The drawer under a chart: exactly the articles behind a mark."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

import streamlit as st

from components import data, links
from components.outlet_names import outlet_name
from didgah.highlight import Mark, inert, segments, to_html
from didgah.language.calendars import format_date, format_pair
from didgah.language.messages import plural, text
from didgah.model import Span
from didgah.queries import articles

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
    sentences = data.ask(articles.snippets, tuple(rows["id"]), filters)
    for row in rows.itertuples():
        _item(row, sentences.get(row.id), state, filters)


def _item(row, sentence, state: links.State, filters) -> None:
    with st.container(gap=None):
        links.link("reader", titled(row.title, state.language), filters, article=row.id)
        st.html(f"<p class='item-meta'>{meta(row, state.language)}</p>"
                + (f"<p class='item-sentence' dir='auto'>{marked(*sentence)}</p>"
                   if sentence else ""))


def meta(row, language: str) -> str:
    """Outlet and date of a row of `articles.page` as safe HTML; lunar Hijri date on hover."""
    day = None if row.day != row.day or row.day is None else row.day.date()  # NaT is not itself
    when = format_pair(day, language, row.precision)
    lunar = format_date(day, language, "lunar_hijri", row.precision) if day else ""
    spoken = text(f"language.{row.language}", language)
    parts = [f"<bdi>{escape(inert(outlet_name(row.outlet, language)))}</bdi>",
             f"<span title='{escape(lunar)}'>{escape(when)}</span>", escape(spoken)]
    return " · ".join(parts)


def titled(title: str, language: str) -> str:
    """An article's title to be shown in a list; words that say so when it has none."""
    return inert(title).strip() or text("reader.untitled", language)


def marked(sentence: str, spans: Sequence[Span]) -> str:
    """`sentence` as safe HTML with `spans` (relative to it) highlighted, over whole words."""
    marks = [Mark(span.start, span.end, "hit") for span in spans]
    return to_html(sentence, segments(sentence, marks))
