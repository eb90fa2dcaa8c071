"""Names that the registry does not have: a list to choose from, and the open one."""

from __future__ import annotations

import streamlit as st

from components import candidate_decisions, candidate_panel, data, links, states, tables
from components.downloads import downloads
from didgah.language import fold
from didgah.language.messages import text
from didgah.language.names import language_name
from didgah.language.numbers import format_number
from didgah.queries import candidates

LISTS = ("known", "unlisted")
KINDS = ("person", "organisation", "place")
_PAGE = 30
_FILE = 5_000  # names of a download


def switch(language: str) -> str:
    """The choice between names of the registry and names outside it; what is chosen."""
    st.session_state["entities_list"] = value = links.view("list", LISTS[0], LISTS)
    st.segmented_control(
        text("entities.list", language), LISTS, key="entities_list", required=True,
        label_visibility="collapsed",
        format_func=lambda one: text(f"entities.list_{one}", language),
        on_change=lambda: links.set_view(
            list=st.session_state["entities_list"], candidate=None, unlisted=None,
            open_top=None, open_trend=None, open_pairs=None,
        ),
    )
    return value


def show(state: links.State) -> None:
    """The list with the open name beside it, then the decisions made."""
    language = state.language
    st.subheader(text("unlisted.title", language))
    st.caption(text("unlisted.note", language))
    candidate_decisions.under_way(language)
    kinds = _kinds(language)
    chosen = links.view("candidate", "")
    if chosen:
        candidate_panel.show(chosen, state)
    _table(kinds, chosen, state)
    candidate_decisions.made(language)


def _kinds(language: str) -> tuple[str, ...]:
    options = ("all", *KINDS)
    st.session_state["unlisted_kind"] = value = links.view("unlisted", options[0], options)
    st.segmented_control(
        text("entities.kind", language), options, key="unlisted_kind", required=True,
        format_func=lambda one: text("unlisted.all" if one == "all" else f"kinds.{one}", language),
        on_change=lambda: links.set_view(
            unlisted=st.session_state["unlisted_kind"], candidate=None),
    )
    return KINDS if value == "all" else (value,)


def _table(kinds: tuple[str, ...], chosen: str, state: links.State) -> None:
    language = state.language
    total = data.ask(candidates.listing, state.filters, kinds, n=1).attrs["total"]
    if not total:
        states.empty(state.filters, language, title=text("unlisted.empty", language),
                     key="unlisted")
        return
    pages = -(-total // _PAGE)
    key = f"unlisted_page_{'_'.join(kinds)}_{state.filters.to_query()}"
    number = st.session_state.get(key, 1) if pages > 1 else 1
    first = (number - 1) * _PAGE
    rows = data.ask(candidates.listing, state.filters, kinds, n=_PAGE, offset=first)
    header = [text(f"unlisted.{name}", language) for name in ("name", "kind", "spellings",
                                                              "language")]
    header += [text(f"entities.{name}", language) for name in ("articles", "mentions")]
    tables.short(header, [_row(row, chosen, state) for row in rows.to_dict("records")])
    st.caption(text(
        "unlisted.shown", language, first=format_number(first + 1, language),
        last=format_number(first + len(rows), language), all=format_number(total, language),
    ))
    if pages > 1:
        st.pagination(pages, key=key)
    _downloads(kinds, state)


def _row(row: dict, chosen: str, state: links.State) -> list[str | tables.Cell]:
    language = state.language
    view = {name: value for name, value in state.view.items() if name != "candidate"}
    href = links.url_for("entities", **view, candidate=row["candidate"])
    name = row["name"] if row["candidate"] != chosen else f"▸ {row['name']}"
    return [
        tables.Cell(name, href=href), text(f"kind.{row['kind']}", language), others(row),
        language_name(row["language"], language),
        tables.Cell(format_number(row["articles"], language), number=True, href=links.url_for(
            "reader", state.filters.narrow(row["open"]))),
        tables.Cell(format_number(row["mentions"], language), number=True),
    ]


def others(row: dict) -> str:
    """The spellings that a reader can tell from the name and from each other."""
    told = {fold.key(one): one for one in reversed(row["spellings"].split(" · "))}
    told.pop(fold.key(row["name"]), None)
    return " · ".join(reversed(told.values()))


def _downloads(kinds: tuple[str, ...], state: links.State) -> None:
    language = state.language
    frame = data.ask(candidates.listing, state.filters, kinds, n=_FILE)
    downloads(
        frame.assign(kind=[text(f"kind.{one}", language) for one in frame["kind"]]), None,
        "unlisted-names", text("unlisted.title", language),
        note=text("unlisted.note", language),
        columns={
            "candidate": "id", "name": text("unlisted.name", language),
            "kind": text("unlisted.kind", language), "spellings": text("entities.form", language),
            "language": text("unlisted.language", language),
            "articles": text("entities.articles", language),
            "mentions": text("entities.mentions", language),
        },
    )
