"""What the names page counts (articles, sentences or mentions; each text once or every
printing of it) and the list that opens behind a mark, which is as long as the mark says."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from html import escape

import streamlit as st

from components import charts, data, links, states
from components.evidence import evidence
from components.outlet_names import outlet_name
from components.statement_list import isolated, quoted
from didgah.briefing.naming import COPIES
from didgah.charts import theme
from didgah.filters import Filters
from didgah.highlight import inert
from didgah.language.calendars import format_pair
from didgah.language.messages import plural, text
from didgah.language.names import language_name
from didgah.language.numbers import format_number
from didgah.queries import articles, entity_search, sentences
from didgah.registry import label

_PAGE = 10


def filters_in_force(filters: Filters) -> Filters:
    """The page's filters, reprints left out unless the reader wants every printing."""
    if filters.reprints or links.view("copies", "once", COPIES) == "all":
        return filters
    return replace(filters, reprints="first")


def says_copies(filters: Filters, language: str) -> str:
    """How many printings are left out, in a sentence; "" when none are."""
    counted = filters_in_force(filters)
    if counted == filters:
        return ""
    kept, every = data.ask(articles.count, counted), data.ask(articles.count, filters)
    return plural("entities.left_out", language, every - kept) if kept < every else ""


def names(keys: list[str], language: str) -> dict[str, str]:
    """Registry key → name in `language`; a key the registry lacks keeps itself."""
    known = data.snapshot().registry.entities
    return {key: label(known[key], language) if key in known else key for key in keys}


def colours(keys: list[str], dark: bool) -> dict[str, str]:
    """Registry key → colour: by its place among the names of its kind in the whole corpus, so
    that filters do not change it. Names far down share one; labels tell them apart."""
    kinds = {key.partition(":")[0] for key in keys}
    return theme.ranked_colours(keys, {
        kind: list(data.ask(entity_search.options, (kind,))["key"]) for kind in kinds}, dark)


def drawer(opened: str, words: str, key: str, *, once: bool = True) -> None:
    """The articles behind the open mark of chart `key`, brought into view.

    `once`: the mark was counted with `filters_in_force`.
    """
    charts.reveal(key, opened)
    if once:
        counted = filters_in_force(links.current().filters)
        opened = replace(Filters.from_query(opened), reprints=counted.reprints).to_query()
    evidence(opened, words, key=key, on_close=partial(charts.close, key))


def passages(opened: str, keys: tuple[str, ...], words: str, key: str) -> None:
    """The sentences behind the open mark of chart `key`: those that name all of `keys`."""
    state = links.current()
    language = state.language
    within = _without_other_names(filters_in_force(state.filters), opened)
    charts.reveal(key, opened)
    total, times = data.ask(sentences.count, within, keys)
    name = f"evidence_{key}"
    with st.container(border=True, key=name):
        with st.container(horizontal=True, vertical_alignment="center"):
            said = " · ".join((plural("entities.sentences_n", language, total),
                               plural("entities.mentions_n", language, times)))
            st.html(f"<p class='drawer-title'><strong><bdi>{escape(inert(words))}</bdi></strong>"
                    f" · {escape(said)}</p>")
            st.button(text("evidence.close", language), key=f"{name}_close",
                      icon=":material/close:", type="tertiary", on_click=charts.close, args=(key,))
        if total:
            _pages(within, keys, total, name)


def _without_other_names(filters: Filters, opened: str) -> Filters:
    """The scope of a mark: its dates and languages; its names are asked of each sentence."""
    return filters.narrow(replace(Filters.from_query(opened), entities=(), also=()).to_query())


@st.fragment
def _pages(within: Filters, keys: tuple[str, ...], total: int, name: str) -> None:
    language = links.current().language
    pages = -(-total // _PAGE)
    number = st.pagination(pages, key=f"{name}_{within.to_query()}") if pages > 1 else 1
    found = data.ask(sentences.page, within, keys, offset=(number - 1) * _PAGE, limit=_PAGE)
    st.html("".join(_item(one, language) for one in found))


def _item(one: sentences.Passage, language: str) -> str:
    parts = (outlet_name(one.outlet, language), format_pair(one.day, language),
             language_name(one.language, language))
    told = " · ".join(f"<bdi>{escape(inert(part))}</bdi>" for part in parts)
    return (quoted(one.text, one.language, one.article, one.start, language, one.marks)
            + f"<p class='item-meta'>{told}</p>")


def can_read(filters: Filters, language: str) -> bool:
    """True when sentences can be counted in this scope; says so on the page when not."""
    if data.ask(sentences.readable, filters):
        return True
    states.note(text("entities.too_many", language, n=format_number(sentences.MOST, language)))
    return False


def switch(
    name: str, options: tuple[str, ...], words: str, *, default: str = "",
    clear: tuple[str, ...] = (),
) -> str:
    """A segmented switch kept in the URL as `name`; options are said by `words` and themselves.

    Changing it takes the views `clear` out of the URL.
    """
    language = links.current().language
    key = f"entities_{name}"
    st.session_state[key] = value = links.view(name, default or options[0], options)
    st.segmented_control(
        text(f"entities.{name}", language), options, key=key, required=True,
        format_func=lambda one: isolated(format_number(int(one), language), language)
        if one.isdigit() else text(f"{words}{one}", language),
        on_change=lambda: links.set_view(
            **{name: st.session_state[key]}, **dict.fromkeys(clear)),
    )
    return value
