"""What stands under the title on paper alone: the day it was printed and the data version."""

from __future__ import annotations

from datetime import date
from html import escape

import streamlit as st

from didgah.language.calendars import format_date, in_order
from didgah.language.messages import text


def head(language: str, day: date, version: str) -> None:
    """One line: `day` in all three calendars, the reader's own first, and the data version."""
    days = " · ".join(format_date(day, language, one) for one in in_order(language))
    said = text("shell.printed", language, day=days,
                version=text("downloads.version", language, version=version))
    st.html(f"<p class='printed'>{escape(said)}</p>")
