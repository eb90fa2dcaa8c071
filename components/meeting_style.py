"""How records look: of meetings, series and names."""

from __future__ import annotations

from functools import cache
from html import escape
from pathlib import Path

import streamlit as st


@cache
def _sheet() -> str:
    return Path(__file__).with_suffix(".css").read_text(encoding="utf-8")


def apply() -> None:
    """Add the stylesheet of records to the page. Twice is once."""
    st.html(f"<style>{_sheet()}</style>")


def heading(words: str) -> None:
    """A small heading inside a record."""
    st.html(f"<h4 class='record-heading'>{escape(words)}</h4>")
