"""Signing in: the closed door of a private dashboard, and the button in the bar."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import quote, urlsplit

import streamlit as st

from components import access, states
from components.links import plain
from components.shell.sign_in_return import COOKIE, MINUTES
from didgah.addresses import is_ours, is_web
from didgah.language.messages import text

_button = st.components.v2.component(
    "didgah_sign_in",
    html="<button type='button' class='sign-in'></button>",
    css=Path(__file__).with_suffix(".css").read_text(encoding="utf-8"),
    js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8"),
)


def door(language: str) -> bool:
    """True when this visitor may read; else say why not and how to get in."""
    if access.may_read():
        return True
    name = access.name()
    if name:
        states.block(text("access.not_you", language), text("access.not_you_advice", language),
                     detail=name)
        _leave(language, "door")
    else:
        states.block(text("access.closed", language), text("access.closed_advice", language))
        _enter(language, "door")
    return False


def menu(language: str) -> None:
    """In the bar: sign in, or who is signed in; nothing where names change nothing."""
    if not access.policy().asks_names:
        return
    name = access.name()
    if not name:
        _enter(language, "bar")
        return
    label = text("access.account", language)
    with st.popover(label, icon=":material/account_circle:", type="tertiary", key="account"):
        st.caption(plain(name))
        st.caption(text("access.editor" if access.may_edit() else "access.reader", language))
        _leave(language, "bar")


def _enter(language: str, where: str) -> None:
    label = text("access.sign_in", language)
    if not access.policy().header:
        _button(
            key=f"sign_in_{where}", data={"label": label, "cookie": COOKIE, "minutes": MINUTES},
            on_pressed_change=st.login,
        )
        return
    start = os.environ.get("DIDGAH_SIGN_IN", "").strip()  # an address of the proxy's
    if is_ours(start) or is_web(start):
        address = urlsplit(st.context.url or "")
        back = quote(address.path + ("?" + address.query if address.query else ""), safe="")
        st.link_button(label, start.replace("{back}", back), icon=":material/login:",
                       type="tertiary")


def _leave(language: str, where: str) -> None:
    if not access.policy().header:
        st.button(text("access.sign_out", language), key=f"sign_out_{where}", on_click=st.logout,
                  icon=":material/logout:", type="tertiary")
