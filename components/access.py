"""Who is looking, and what they may do. Pages hide what is not allowed; tasks refuse it."""

from __future__ import annotations

import os

import streamlit as st

from didgah import access
from didgah.access import Policy


def policy() -> Policy:
    """The operator's settings. Raises AccessError for some that contradict each other."""
    return access.read(os.environ)


def name() -> str:
    """Who is there: as the proxy says or the identity provider, "" when nobody says so."""
    found = policy()
    if found.header:
        sent = {header.lower(): value for header, value in st.context.headers.items()}
        return found.named(sent)
    if found.asks_names and st.user.is_logged_in:
        return access.of_claims(st.user.to_dict())
    return ""


def may_read() -> bool:
    """True when the pages are open to this visitor."""
    return policy().may_read(name())


def may_edit() -> bool:
    """True when this visitor may change the corpus, its decisions and its briefings."""
    return policy().may_edit(name())
