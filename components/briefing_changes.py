"""A change to a briefing made on its page, and what to say when it cannot be saved."""

from __future__ import annotations

import streamlit as st

from components import briefing_store, links, states
from didgah.briefing.items import BriefingError
from didgah.language.messages import text
from didgah.store.layout import StoreError
from didgah.store.locks import Held

_FAILED = "briefing_failed"


def change(action: str, briefing: str, *, pinned: str = "", **value: object) -> bool:
    """Save it; `pinned` is a data version to be kept from now on. True when it is saved."""
    try:
        if pinned:
            briefing_store.keep(pinned)
        briefing_store.write(action, briefing, **value)
    except (BriefingError, OSError, Held, StoreError) as error:
        st.session_state[_FAILED] = str(error)
        return False
    return True


def failed() -> None:
    """Say once, at the head of the page, what could not be saved."""
    reason = st.session_state.pop(_FAILED, "")
    if reason:
        language = links.current().language
        states.problem(text("briefing.failed", language), text("briefing.failed_advice", language),
                       detail=reason)
