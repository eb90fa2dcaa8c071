"""How records look: of meetings, series and names."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st


@cache
def _sheet() -> str:
    return Path(__file__).with_suffix(".css").read_text(encoding="utf-8")


def apply() -> None:
    """Add the stylesheet of records to the page. Twice is once."""
    st.html(f"<style>{_sheet()}</style>")
