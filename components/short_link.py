"""A short link to what is on the page, and its code for cameras."""

from __future__ import annotations

from urllib.parse import quote, urlencode

import streamlit as st

from components import access, briefing_deck, data, links, states
from components.shell.short_address import PATH
from didgah.export import qr
from didgah.language.messages import text
from didgah.store import publish, short_links
from didgah.store.layout import StoreError


@st.fragment
def menu(page: str, state: links.State, views: dict[str, str]) -> None:
    """A menu, which reruns alone; opening it gives the code and keeps the data version.

    `views` are the page's views with every value said (`links.explicit`).
    """
    with st.popover(text("short.menu", state.language), icon=":material/qr_code_2:",
                    type="tertiary", key="short_link", on_change="rerun") as opened:
        if opened.open:
            _show(_address(page, state, views), state.language)


def _address(page: str, state: links.State, views: dict[str, str]) -> str:
    more = {"lang": state.language, "version": data.snapshot().version}
    kept = [pair for pair in state.pairs(**(state.view | views)) if pair[0] not in more]
    return f"{page}?{urlencode([*kept, *more.items()], quote_via=quote)}"


def _show(address: str, language: str) -> None:
    served, base = data.snapshot(), briefing_deck.base()
    whole = base + address
    try:
        publish.pin(served.folder, served.version)
        if access.may_edit():
            whole = f"{base}{PATH}/{short_links.save(served.folder, address)}"
            states.note(text("short.note", language))
        else:
            states.note(text("short.long_only", language))
    except StoreError as error:
        states.note(text("short.failed", language, reason=str(error)))
    st.code(whole, language=None, wrap_lines=True)
    picture = qr.svg(whole)
    if picture is not None:
        st.image(picture.decode(), width=200, caption=text("short.picture", language))
        st.download_button(text("short.take", language), picture, "didgah-link.svg",
                           "image/svg+xml", key="short_link_svg", on_click="ignore",
                           icon=":material/download:")
