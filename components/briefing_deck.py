"""The deck of a briefing: on the data version that it is pinned to, made once."""

from __future__ import annotations

from datetime import UTC, date, datetime
from urllib.parse import urlsplit

import streamlit as st

from components import data
from didgah.briefing import compose
from didgah.briefing.context import Context
from didgah.briefing.items import Briefing
from didgah.briefing.slides import Deck
from didgah.language import calendars
from didgah.store.reader import Snapshot

_DECKS = 12  # a few hundred kilobytes each


def snapshot_of(briefing: Briefing) -> tuple[Snapshot, bool]:
    """The snapshot a briefing counts on, and whether it is the one it was made on."""
    found = data.kept(briefing.version)
    return found or data.snapshot(), bool(found) or not briefing.version


def deck(briefing: Briefing, snapshot: Snapshot) -> Deck:
    """Every item counted on `snapshot`, in the language of the deck."""
    return counted(briefing, Context(snapshot, briefing.language, base(), date.today()))


def counted(briefing: Briefing, context: Context) -> Deck:
    """The deck in this context, also outside a visit; dates are in the calendar chosen."""
    calendar = calendars.home_calendar(briefing.language)
    key = repr((briefing, context.base, context.today, calendar))
    return _deck(key, context.snapshot.version, briefing, context)


def base() -> str:
    """The dashboard's own address as the visitor sees it, with "/" at its end."""
    found = urlsplit(st.context.url or "")
    if not found.netloc:
        return ""
    return f"{found.scheme}://{found.netloc}{found.path.rpartition('/')[0]}/"


@st.cache_resource(max_entries=_DECKS, show_spinner=False)
def _deck(key: str, version: str, _briefing: Briefing, _context: Context) -> Deck:
    return compose.deck(_briefing, _context, datetime.now(UTC))
