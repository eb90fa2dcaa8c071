"""The page of briefings: which there are, and the one in hand with its title and language."""

from __future__ import annotations

from functools import partial
from html import escape
from urllib.parse import urlencode

import streamlit as st

from components import (
    access,
    basket,
    briefing_deck,
    briefing_forms,
    briefing_history,
    briefing_items,
    briefing_store,
    briefing_update,
    data,
    links,
    states,
)
from components.briefing_changes import change, failed
from components.shell import present
from didgah.briefing import log, saved
from didgah.briefing.items import Briefing, BriefingError
from didgah.highlight import inert
from didgah.language.calendars import format_date
from didgah.language.messages import INTERFACE_LANGUAGES, plural, text
from didgah.queries.data_day import as_of


def show(state: links.State) -> None:
    """The briefings beside the one that is open, or how to begin one."""
    language = state.language
    try:
        found = briefing_store.load()
    except (BriefingError, OSError) as error:
        states.problem(text("briefing.damaged", language),
                       text("briefing.damaged_advice", language), detail=str(error))
        return
    failed()
    asked = links.view("briefing", "")
    if asked and asked not in {one.id for one in saved.current(found)}:
        states.block(text("briefing.gone", language), text("briefing.gone_advice", language))
    held = briefing_store.in_hand()
    beside, main = st.columns([3, 10], gap="large")
    with beside:
        _all(found, held, language)
    with main:
        if held is None:
            states.block(text("briefing.none", language), text("briefing.none_advice", language))
            return
        briefing_store.take(held.id)
        links.view("briefing", held.id)  # so that a copied link says it
        _one(held, found[held.id], language)


def _all(found: saved.Saved, held: Briefing | None, language: str) -> None:
    st.subheader(text("briefing.all", language))
    for one in saved.current(found):
        count = plural("briefing.items", language, len(one.items))
        if held is not None and one.id == held.id:
            st.html(f"<p class='briefing-here' aria-current='true'><bdi>"
                    f"{escape(inert(one.title))}</bdi><br><small>{escape(count)}</small></p>")
        else:
            href = escape(links.url_for("briefing", briefing=one.id))
            st.html(f"<p class='briefing-other'><a href='{href}' target='_self'><bdi>"
                    f"{escape(inert(one.title))}</bdi></a><br><small>{escape(count)}</small></p>")
    if not access.may_edit():
        return
    st.button(text("briefing.new", language), key="briefing_new", icon=":material/add:",
              type="tertiary", on_click=_begin, args=(language,))
    gone = saved.deleted(found)
    if gone:
        with st.expander(text("briefing.deleted", language), icon=":material/delete:"):
            for one in gone:
                st.button(
                    links.plain(text("briefing.restore", language, title=one.title)),
                    key=f"restore_{one.id}", type="tertiary", on_click=_open,
                    args=("restored", one.id))


def _begin(language: str) -> None:
    name, version = log.new_id(), data.snapshot().version
    if change("created", name, title=basket.new_title(language), language=language,
              version=version, pinned=version):
        links.set_view(briefing=name)


def _open(action: str, name: str, **value: str) -> None:
    if change(action, name, **value):
        links.set_view(briefing=name)


def _one(briefing: Briefing, past: tuple[saved.State, ...], language: str) -> None:
    shown, kept = briefing_deck.snapshot_of(briefing)
    if access.may_edit():
        _head(briefing, language)
    else:
        st.html(f"<h2><bdi>{escape(inert(briefing.title))}</bdi></h2>")
    states.note(text("briefing.as_of", language, day=as_of(shown, language), version=shown.version,
                     changed=format_date(briefing.changed.date(), language)))
    if not kept:
        states.note(text("briefing.data_lost", language))
    if not briefing.items:
        states.block(text("briefing.empty", language), text("briefing.empty_advice", language))
    else:
        deck = briefing_deck.deck(briefing, shown)
        _present(briefing, shown.version, language)
        briefing_forms.offer(deck, briefing.id, language)
        briefing_update.show(briefing, deck, language)
        briefing_items.show(briefing, deck, language)
    briefing_history.show(briefing, past, language)


def _present(briefing: Briefing, version: str, language: str) -> None:
    """A link to the page that is shown in a room, in a tab of its own."""
    chosen = links.current().calendar
    asked = urlencode({"version": version} | ({"calendar": chosen} if chosen else {}))
    st.link_button(text("deck.present", language), f"{present.PATH}/{briefing.id}?{asked}",
                   icon=":material/slideshow:", type="primary")


def _head(briefing: Briefing, language: str) -> None:
    title, spoken = f"briefing_title_{briefing.id}", f"briefing_language_{briefing.id}"
    st.session_state[title], st.session_state[spoken] = briefing.title, briefing.language
    with st.container(horizontal=True, vertical_alignment="bottom", key="briefing_head"):
        st.text_input(
            text("briefing.name", language), key=title, max_chars=log.MAX_TITLE, width="stretch",
            on_change=lambda: change("renamed", briefing.id, title=st.session_state[title]))
        st.segmented_control(
            text("briefing.language", language), INTERFACE_LANGUAGES, key=spoken, required=True,
            format_func=lambda one: text("shell.language_name", one),
            on_change=lambda: change("language", briefing.id, language=st.session_state[spoken]))
    with st.container(horizontal=True, key="briefing_tools"):
        st.button(
            text("briefing.duplicate", language), key="briefing_duplicate", type="tertiary",
            icon=":material/content_copy:", on_click=partial(
                _open, "duplicated", log.new_id(), of=briefing.id,
                title=text("briefing.copy_of", language, title=briefing.title)[:log.MAX_TITLE]))
        st.button(
            text("briefing.delete", language), key="briefing_delete", type="tertiary",
            icon=":material/delete:", on_click=_delete, args=(briefing.id,))


def _delete(name: str) -> None:
    if change("deleted", name):
        links.set_view(briefing=None)
