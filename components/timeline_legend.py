"""How to read the timeline, drawn with the same shapes and set in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from html import escape
from pathlib import Path

import streamlit as st

from didgah.charts import mark_forms, theme
from didgah.language.calendars import home_calendar, second_calendar
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
    forms = "".join(
        f"<li>{form_drawn(symbol, 13)}{escape(text(f'meetings.form_{form}', language))}</li>"
        for form, (_, symbol) in mark_forms.FORMS.items()
    )
    sizes = "".join(
        f"<li>{form_drawn('circle', size)}{escape(text(f'meetings.step_{step}', language))}</li>"
        for step, size in mark_forms.SIZES.items()
    )
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
    first, second = (
        text(f"meetings.calendar_{one}", language)
        for one in (home_calendar(language), second_calendar(language)))
    axis = escape(text("meetings.legend_axis", language, first=first, second=second))
    between = escape(text("meetings.legend_between", language))
    st.html(f"<style>{_style()}</style>")
    st.html(
        f"<div class='timeline-legend' style='{variables}' role='note'>"
        f"{_group('size', sizes, language)}{_group('form', forms, language)}"
        f"{_group('fill', marks, language)}{_group('bars', spoken, language)}"
        f"<p>{axis}</p><p>{between}</p></div>"
    )


def _group(name: str, items: str, language: str) -> str:
    title = escape(text(f"meetings.legend_{name}", language))
    return f"<section><b>{title}</b><ul>{items}</ul></section>"


def form_drawn(symbol: str, size: float) -> str:
    """The shape of a mark as safe HTML, `size` pixels across, in the colour `--covered`."""
    return f"<i class='form form-{symbol}' style='inline-size:{size}px;block-size:{size}px'></i>"
