"""The articles that the filters leave: a list with the sentence that answers the question."""

from __future__ import annotations

from html import escape

import streamlit as st

from components import article_words, data, evidence, links, reader_keys, states
from components.downloads import downloads
from didgah.describe import Namer, isolated
from didgah.filters import Filters
from didgah.highlight import inert
from didgah.language import writing
from didgah.language.messages import plural, text
from didgah.language.numbers import format_number
from didgah.queries import articles, reprints, snippets
from didgah.queries.reprints import Mark
from didgah.queries.snippets import Snippet

ORDERS: tuple[str, ...] = ("newest", "oldest", "relevance")
PAGE = 20  # articles at a time
MOST = 10_000  # rows of the list as a file


def order_of(filters: Filters) -> str:
    """The order in the URL; the best match first makes sense only for a text query."""
    return links.view("order", "newest", ORDERS if filters.query else ORDERS[:2])


def results(filters: Filters, language: str) -> None:
    """Number, order, and one page of the list."""
    total = data.ask(articles.count, filters)
    if not total:
        states.empty(filters, language, key="reader")
        return
    order = order_of(filters)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.html(f'<p><strong>{plural("reader.found", language, total)}</strong></p>')
        _order(order, filters, language)
        reader_keys.keys(language, listed=True, near=_near())
    pages = -(-total // PAGE)
    number = _number(pages)
    rows = data.ask(articles.page, filters, offset=(number - 1) * PAGE, limit=PAGE, order=order)
    sentences = data.ask(snippets.snippets, tuple(rows["id"]), filters)
    printed = data.ask(reprints.marks, tuple(rows["id"]))
    with st.container(key="reader_results", gap=None):
        for row in rows.itertuples():
            _result(row, sentences.get(row.id), printed.get(row.id), filters, order, language)
    if pages > 1:
        _turn(number, pages)
    _take_away(filters, total, order, language)


def _near() -> str:
    """The article that the reader comes back from."""
    near = links.view("near", "")
    return near if near.isascii() and near.isalnum() else ""


def page_of(position: int) -> str | None:
    """The page of the list that holds the article at `position` (from 1); None for the first."""
    number = -(-position // PAGE)
    return str(number) if number > 1 else None


def beside(
    article: str, position: int, total: int, filters: Filters, order: str, language: str
) -> None:
    """The page of the list around an open article, small, to go on reading from."""
    if not position:
        return
    offset = (position - 1) // PAGE * PAGE
    rows = data.ask(articles.page, filters, offset=offset, limit=PAGE, order=order)
    kept = {"order": None if order == "newest" else order,
            "marks": links.current().view.get("marks")}
    items = []
    for row in rows.itertuples():
        here = ' aria-current="true"' if row.id == article else ""
        title = article_words.title(row.title, row.language, language,
                                    links.url_for("reader", article=row.id, **kept))
        items.append(f'<li{here}>{title}<span>{evidence.meta(row, language)}</span></li>')
    said = text(
        "reader.beside", language, first=format_number(offset + 1, language),
        last=format_number(offset + len(items), language), total=format_number(total, language),
    )
    st.html(f'<nav class="reader-beside" aria-label="{escape(said)}" '
            f'dir="{writing.direction(language)}"><p class="small">{escape(said)}</p>'
            f'<ol>{"".join(items)}</ol></nav>')


def _take_away(filters: Filters, total: int, order: str, language: str) -> None:
    """The list as a file, all pages of it."""
    cut = "" if total <= MOST else text(
        "reader.list_cut", language, n=format_number(MOST, language),
        all=format_number(total, language),
    )
    downloads(
        lambda: data.ask(articles.page, filters, offset=0, limit=MOST, order=order),
        None, "articles", text("reader.title", language),
        columns={"id": "id"} | {
            name: text(f"reader.column_{name}", language)
            for name in ("title", "outlet_name", "language", "day", "url", "lead")
        },
        note=cut,
    )


def _number(pages: int) -> int:
    wanted = links.view("list", "1")
    readable = wanted.isascii() and wanted.isdecimal() and len(wanted) < 9
    return min(max(int(wanted), 1), pages) if readable else 1


def _order(order: str, filters: Filters, language: str) -> None:
    st.session_state["reader_order"] = order
    st.segmented_control(
        text("reader.order", language), ORDERS if filters.query else ORDERS[:2],
        key="reader_order", label_visibility="collapsed", required=True,
        format_func=lambda one: text(f"reader.order.{one}", language),
        on_change=lambda: links.set_view(
            order=st.session_state["reader_order"], list=None
        ),
    )


def _turn(number: int, pages: int) -> None:
    key = f"reader_page_{number}"  # a page reached by its address is where the widget begins
    st.pagination(
        pages, default=number, key=key,
        on_change=lambda: links.set_view(list=str(st.session_state[key])),
    )


def _result(
    row, sentence: Snippet | None, printed: Mark | None,
    filters: Filters, order: str, language: str,
) -> None:
    shown = None if order == "newest" else order
    title = article_words.title(
        row.title, row.language, language,
        links.url_for("reader", filters, article=row.id, order=shown))
    drawn = article_words.marked(
        sentence.text, row.language, sentence.marks, name="result-sentence") if sentence else ""
    way = article_words.attributes(f"{row.title} {sentence.text if sentence else ''}", row.language)
    st.html(
        f'<div class="result" data-article="{escape(row.id)}" {way}><p class="result-title">{title}'
        f'</p><p class="result-meta" lang="{language}" dir="{writing.direction(language)}">'
        f"{evidence.meta(row, language)}{_printed(printed, language)}</p>{drawn}</div>"
    )


def _printed(mark: Mark | None, language: str) -> str:
    """«بازنشر از ایرنا» or «+۳ بازنشر», each a link to what it says."""
    if mark is None:
        return ""
    if mark.first:
        said = plural("reader.copies", language, mark.others)
        address = links.url_for("reader", Filters(texts=(mark.original,), reprints="again"))
    else:
        outlet = Namer(data.snapshot().registry, language)("outlets", mark.outlet)
        key = "reader.reprint_of" if mark.sure else "reader.same_as"
        said = text(key, language, outlet=isolated(inert(outlet)))
        address = links.url_for("reader", article=mark.original)
    return f' · <a href="{escape(address)}" target="_self">{escape(said)}</a>'
