"""One page in somebody else's page: no bar and no controls of the frame, and the way out."""

from __future__ import annotations

from html import escape

import streamlit as st

from components import data, links
from components.shell.pages import PageEntry
from didgah.language.messages import text


def foot(entry: PageEntry, state: links.State) -> None:
    """Whose numbers these are, on which data, and a link to the same view in the dashboard."""
    address = escape(links.url_for(entry.name, **state.view))
    opens = escape(text("embedded.open", state.language))
    version = escape(text("downloads.version", state.language, version=data.snapshot().version))
    st.html(f"<p class='note'>{version} · "
            f"<a href='{address}' target='_blank' rel='noopener'>{opens}</a></p>")
