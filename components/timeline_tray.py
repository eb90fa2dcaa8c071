"""The meetings that no day is known of: in sight beside the axis, never dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from components import links, states, tables
from didgah.language.messages import plural, text
from didgah.language.numbers import format_number

if TYPE_CHECKING:
    import pandas as pd

_ROWS = 6
_HEIGHT = 300


def show(undated: pd.DataFrame, state: links.State) -> None:
    """Draw them; nothing when there are none. Each opens its record."""
    if undated.empty:
        return
    language = state.language
    with st.container(border=True, key="meetings_undated"):
        count = plural("meetings.count", language, len(undated))
        st.markdown(f"**{text('meetings.undated', language)}** · {count}")
        states.note(text("meetings.undated_note", language))
        tall = len(undated) > _ROWS
        with st.container(height=_HEIGHT if tall else "content", border=False):
            tables.short(
                [text(f"meetings.column_{one}", language)
                 for one in ("meeting", "where", "articles")],
                [_undated(row, state) for row in undated.to_dict("records")],
            )


def _undated(row: dict[str, Any], state: links.State) -> list[str | tables.Cell]:
    href = links.url_for("meetings", state.filters, **(state.view | {"meeting": row["meeting"]}))
    return [
        tables.Cell(row["title"], href=href), row["where"],
        tables.Cell(format_number(int(row["articles"]), state.language), number=True),
    ]
