"""What was done to a briefing, and the way back to each of its states."""

from __future__ import annotations

from html import escape

import streamlit as st

from components import access
from components.briefing_changes import change
from didgah.briefing.items import Briefing
from didgah.briefing.saved import State
from didgah.highlight import inert
from didgah.language.calendars import format_date
from didgah.language.messages import plural, text
from didgah.language.numbers import to_digits

_SHOWN = 30  # the last ones


def show(briefing: Briefing, past: tuple[State, ...], language: str) -> None:
    """The states, newest first; those who may edit return to one with a press."""
    with st.expander(text("briefing.history", language), icon=":material/history:",
                     key="briefing_history", on_change="rerun") as box:
        if not box.open:
            return
        for state in past[-_SHOWN:][::-1]:
            with st.container(horizontal=True, vertical_alignment="center"):
                st.html(f"<p class='item-meta'>{_told(state, language)}</p>", width="stretch")
                if state.briefing is not briefing and access.may_edit() and not state.deleted:
                    st.button(
                        text("briefing.return", language), key=f"return_{state.event.id}",
                        type="tertiary", icon=":material/undo:", on_click=change,
                        args=("returned", briefing.id), kwargs={"to": state.event.id})


def _told(state: State, language: str) -> str:
    """When, what, and what it came to, as safe HTML."""
    event, held = state.event, state.briefing
    when = f"{format_date(event.at.date(), language)} {event.at:%H:%M} UTC"
    return " · ".join(f"<bdi>{escape(one)}</bdi>" for one in (
        to_digits(when, language), text(f"briefing.event.{event.action}", language),
        inert(held.title), plural("briefing.items", language, len(held.items)),
    ))
