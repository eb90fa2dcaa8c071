"""The dossier of a meeting in one press, in every form a briefing leaves in."""

from __future__ import annotations

from datetime import UTC, date, datetime

import streamlit as st

from components import briefing_deck, briefing_forms, data, links, states
from didgah.briefing import compose
from didgah.briefing.context import Context
from didgah.briefing.dossier import dossier
from didgah.briefing.slides import Deck
from didgah.filters import Filters
from didgah.language.messages import text

_DECKS = 12  # a few hundred kilobytes each


@st.fragment
def menu(meeting_id: str, name: str, state: links.State, key: str) -> None:
    """A menu of forms, which reruns alone; the deck is made when somebody opens it."""
    label = text("dossier.button", state.language)
    with st.popover(label, icon=":material/folder_open:", type="tertiary",
                    key=f"{key}_dossier", on_change="rerun") as opened:
        if opened.open:
            states.note(text("dossier.note", state.language))
            briefing_forms.offer(
                _made(meeting_id, name, state), f"dossier-{meeting_id}", state.language)


def _made(meeting_id: str, name: str, state: links.State) -> Deck:
    context = Context(data.snapshot(), state.language, briefing_deck.base(), date.today())
    key = repr((meeting_id, name, state.filters, state.calendar, context.language, context.base,
                context.today))
    return _deck(key, context.snapshot.version, meeting_id, name, state.filters, context)


@st.cache_resource(max_entries=_DECKS, show_spinner=False)
def _deck(
    key: str, version: str, _meeting: str, _name: str, _filters: Filters, _context: Context
) -> Deck:
    title = text("dossier.title", _context.language, name=_name)
    return compose.deck_of(
        title, dossier(_meeting, _filters, _context), _context, datetime.now(UTC),
        _context.address("meetings", _filters, meeting=_meeting))
