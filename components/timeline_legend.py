"""How to read the timeline, drawn with the same shapes and set in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from html import escape
from pathlib import Path

import streamlit as st

from didgah.charts import theme
from didgah.language.messages import text
from didgah.language.names import language_name

_MARKS = (
    "covered", "uncovered", "reported", "announced", "postponed", "cancelled", "days", "coarse",
)


@cache
def _style() -> str:
    return Path(__file__).with_suffix(".css").read_text(encoding="utf-8")


def show(languages: Sequence[str], language: str, dark: bool) -> None:
    """The legend: marks, languages of the coverage above them, the two rows of dates."""
    marks = "".join(
        f"<li><i class='mark mark-{name}'></i>{escape(text(f'meetings.legend_{name}', language))}"
        "</li>" for name in _MARKS
    )
    spoken = "".join(
        f"<li><i class='swatch' style='background:{theme.language_colour(one, dark)}'></i>"
        f"{escape(language_name(one, language))}</li>" for one in languages
    )
    look = theme.colours(dark)
    variables = f"--covered:{theme.series_colour('kazanforum', dark)};--grey:{look['uncovered']}"
    axis = escape(text("meetings.legend_axis", language))
    st.html(f"<style>{_style()}</style>")
    st.html(
        f"<div class='timeline-legend' style='{variables}' role='note'>"
        f"<ul>{spoken}</ul><ul>{marks}</ul><p>{axis}</p></div>"
    )
