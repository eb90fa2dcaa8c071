"""The timeline, or the map, and beside it, the record of the meeting that is open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import streamlit as st

from components import charts, links, meeting_record, timeline


@cache
def _style() -> str:
    return Path(__file__).with_suffix(".css").read_text(encoding="utf-8")


def show(
    state: links.State, today: date,
    draw: Callable[[links.State, date, bool], None] = timeline.show,
) -> None:
    """Draw the timeline, or what `draw` draws, with the open record beside it, or above it
    on a phone.
    """
    dark = st.context.theme.type == "dark"
    opened = links.view("meeting", "")
    if not opened:
        draw(state, today, dark)
        return
    st.html(f"<style>{_style()}</style>")
    with st.container(key="meetings_split"):
        chart, record = st.columns([8, 5], gap="medium")
        with record, st.container(key="meetings_side"):
            charts.reveal("meeting", opened, below=1000)
            meeting_record.show(opened, state, on_close=_close)
        with chart:
            draw(state, today, dark)


def _close() -> None:
    links.set_view(meeting=None)
