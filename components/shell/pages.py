"""The pages there are: their addresses, files and where their titles are written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from didgah.language import messages

_FOLDER = Path(__file__).resolve().parents[2] / "pages"


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One page: `name` is its address (`url_path`) and the stem of its file and messages."""

    name: str
    icon: str
    filtered: bool = True  # whether the shared filters speak about it

    @property
    def path(self) -> Path:
        """The page's script."""
        return _FOLDER / f"{self.name}.py"


PAGES: tuple[PageEntry, ...] = (
    PageEntry("overview", ":material/dashboard:"),
    PageEntry("meetings", ":material/handshake:"),
    PageEntry("entities", ":material/groups:"),
    PageEntry("words", ":material/text_fields:"),
    PageEntry("reader", ":material/article:"),
    PageEntry("briefing", ":material/co_present:", filtered=False),
    PageEntry("corpus", ":material/database:", filtered=False),
    PageEntry("method", ":material/rule:", filtered=False),
)
BY_NAME: dict[str, PageEntry] = {entry.name: entry for entry in PAGES}
HOME = PAGES[0]


def streamlit_page(entry: PageEntry, language: str, *, alias: bool = False) -> st.Page:
    """The `st.Page` of an entry, titled in `language`. Equal addresses are the same page.

    The home page answers at "/", where Streamlit puts it; its `alias` answers at its own
    name, so that a typed "/overview" works too. No icon here: Streamlit would fetch it
    from Google as the icon of the browser's tab.
    """
    at_root = entry is HOME and not alias
    return st.Page(
        entry.path,
        title=messages.text(f"{entry.name}.title", language),
        url_path="home" if at_root else entry.name,  # reserved, though served at "/"
        default=at_root,
        visibility="hidden" if alias else "visible",
        help=messages.text(f"{entry.name}.purpose", language),
    )
