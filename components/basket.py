"""Putting things aside for a briefing: a button at each of them, and what the frame says of it.

The buttons are plain HTML that carries its item as JSON; one component in the frame listens for
them all. So a press reruns the frame's own fragment and nothing of the page below. What comes
back from the browser is read like any other input.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from html import escape
from pathlib import Path

import streamlit as st

from components import access, briefing_store, data, links
from components.shell.pages import BY_NAME
from didgah.briefing import log
from didgah.briefing.items import BriefingError, Item, item_row, read_item
from didgah.describe import isolated
from didgah.filters import Filters
from didgah.highlight import inert
from didgah.language.calendars import format_date
from didgah.language.messages import text
from didgah.language.numbers import format_number
from didgah.language.writing import direction
from didgah.store.layout import StoreError
from didgah.store.locks import Held

MOST = 60  # items of a briefing; more cannot be presented
_TOLD = "basket_told"
_LONGEST = 40_000  # characters of what a browser may send

_listener = st.components.v2.component(
    "didgah_basket",
    html="<div class='basket-told' role='status' aria-live='polite' hidden><span></span>"
         "<button type='button' class='undo'></button>"
         "<button type='button' class='update'></button></div>",
    css=Path(__file__).with_suffix(".css").read_text(encoding="utf-8"),
    js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8"),
)


def open_to() -> bool:
    """True when this visitor can put things aside: not in a frame, and allowed to edit."""
    return not st.context.is_embedded and access.may_edit()


def put(kind: str, about: Mapping[str, str] | None = None, filters: Filters | None = None) -> None:
    """Draw the button of one item (see `items.Item`), under the page's filters unless told."""
    if open_to():
        st.html(button(kind, about, filters, words=True), width="content")


def button(
    kind: str, about: Mapping[str, str] | None = None, filters: Filters | None = None, *,
    words: bool = False,
) -> str:
    """The same as safe HTML to stand in a line; a sign alone without `words`; "" when closed."""
    if not open_to():
        return ""
    state = links.current()
    item = {
        "kind": kind, "filters": (state.filters if filters is None else filters).to_query(),
        "about": {name: value for name, value in (about or {}).items() if value},
    }
    sent = json.dumps({name: value for name, value in item.items() if value}, ensure_ascii=False)
    label = escape(text("basket.add", state.language))
    shown = f"<span>{label}</span>" if words else ""
    return (f"<button type='button' class='put' title='{label}' aria-label='{label}' "
            f"data-put='{escape(sent)}'>"
            f"<i aria-hidden='true'></i>{shown}</button>")


def passage(article: str, start: int, end: int, kind: str = "passage") -> str:
    """The button of `Article.text[start:end]`, whatever the filters it was found under."""
    return button(kind, {"article": article, "start": str(start), "end": str(end)}, Filters())


@st.fragment
def frame() -> None:
    """The link to the briefings with the count of the one in hand, and what was just done."""
    language = links.current().language
    try:
        held = briefing_store.in_hand()
    except (BriefingError, OSError, StoreError):  # their page says what is wrong
        held = None
    title = text("briefing.title", language)
    if held is not None and held.items:
        title = text("basket.count", language, title=title,
                     n=format_number(len(held.items), language))
    with st.container(key="basket", horizontal=True, width="content", wrap=False, gap=None):
        links.link("briefing", title, icon=BY_NAME["briefing"].icon)
        if open_to():
            with st.container(key="basket_box"):
                _listener(
                    key="basket_listener", on_put_change=_put, on_undo_change=_undo,
                    on_update_change=_update,
                    data={"told": st.session_state.get(_TOLD), "direction": direction(language)},
                )


def _put() -> None:
    sent = st.session_state["basket_listener"].put
    language = links.current().language
    try:
        item = _read(sent)
    except (BriefingError, ValueError):
        return  # not from one of our buttons
    try:
        held = briefing_store.in_hand()
        if held is not None and len(held.items) >= MOST:
            _tell(item.id, text("basket.full", language, n=format_number(MOST, language)))
            return
        name, title, version = (held.id, held.title, held.version) if held else _begin(language)
        briefing_store.write("added", name, item=item_row(item))
    except (BriefingError, OSError, Held, StoreError) as error:
        _tell(item.id, text("basket.failed", language, reason=str(error)))
        return
    briefing_store.take(name)
    served = data.snapshot().version
    said = text("basket.added", language, title=isolated(inert(title)))
    if version and version != served:
        _tell(item.id, f"{said} {text('basket.other_data', language)}", name, served)
    else:
        _tell(item.id, said, name)


def _read(sent: object) -> Item:
    if not isinstance(sent, str) or len(sent) > _LONGEST:
        raise ValueError("no item")
    row = json.loads(sent)
    if not isinstance(row, dict):
        raise ValueError("no item")
    return read_item(row | {"id": log.new_id(), "headline": "", "notes": ""})


def _begin(language: str) -> tuple[str, str, str]:
    """A new briefing on the data that is looked at: id, title, version."""
    name, version = log.new_id(), data.snapshot().version
    title = new_title(language)
    briefing_store.keep(version)
    briefing_store.write("created", name, title=title, language=language, version=version)
    return name, title, version


def new_title(language: str) -> str:
    """What a briefing is called until its presenter names it."""
    today: date = datetime.now(UTC).date()
    return text("briefing.new_title", language, day=format_date(today, language))


def _tell(stamp: str, words: str, briefing: str = "", update: str = "") -> None:
    """What the frame says next; `update` is the version that can be changed to."""
    language = links.current().language
    st.session_state[_TOLD] = {
        "stamp": stamp, "words": words, "item": stamp if briefing else "", "briefing": briefing,
        "version": update, "undo": text("basket.undo", language) if briefing else "",
        "update": text("basket.update", language) if update else "",
    }


def _undo() -> None:
    told = st.session_state.get(_TOLD) or {}
    if told.get("item"):
        _after("removed", told, item=told["item"])


def _update() -> None:
    told = st.session_state.get(_TOLD) or {}
    if told.get("version"):
        _after("updated", told, version=told["version"])


def _after(action: str, told: Mapping[str, str], **value: str) -> None:
    language = links.current().language
    try:
        if action == "updated":
            briefing_store.keep(value["version"])
        briefing_store.write(action, told["briefing"], **value)
    except (BriefingError, OSError, Held, StoreError) as error:
        _tell(log.new_id(), text("basket.failed", language, reason=str(error)))
        return
    _tell(log.new_id(), text(f"basket.{action}", language))
