"""A calendar sheet beside a date field: Solar Hijri, Gregorian or lunar, in any browser."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import streamlit as st

from didgah.language.calendars import home_calendar
from didgah.language.messages import text
from didgah.language.months import NAMES, weekday_initials
from didgah.language.numbers import to_digits
from didgah.language.writing import direction

_HTML = """<div class="day-picker"><button type="button" aria-haspopup="dialog">
<svg viewBox="0 0 24 24" aria-hidden="true"><rect x="3.5" y="5" width="17" height="15.5" rx="2"/>
<path d="M3.5 10h17M8 2.8V7M16 2.8V7"/></svg></button><div popover role="dialog"></div></div>"""
# Sunday is 0, as browsers count. Iran's week begins on Saturday, as do most Arab ones.
FIRST_WEEKDAY = {"fa": 6, "ar": 6, "ru": 1, "en": 1}

_component = st.components.v2.component(
    "didgah_day_picker", html=_HTML,
    css=Path(__file__).with_suffix(".css").read_text(encoding="utf-8"),
    js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8"),
)


def day_picker(
    value: date | None, *, key: str, language: str, earliest: date,
    on_day: Callable[[date | None], None],
) -> None:
    """An icon that opens a month of the reader's calendar with `value` chosen.

    `on_day` gets the day that was picked, None when it was cleared. The list of years
    begins with `earliest`.
    """

    def picked() -> None:
        came = st.session_state[key].day
        try:
            day = None if came == "none" else date.fromisoformat(came)
        except (TypeError, ValueError):  # what comes back from a browser is not ours
            return
        on_day(day)

    calendar, first = home_calendar(language), FIRST_WEEKDAY[language]
    names = weekday_initials(language)
    _component(
        key=key,
        data={
            "value": value.isoformat() if value else "", "calendar": calendar,
            "first": earliest.isoformat(), "direction": direction(language),
            "months": NAMES[calendar][language], "digits": to_digits("0123456789", language),
            "weekdays": [*names[first:], *names[:first]], "firstWeekday": first,
            "labels": {name: text(f"filters.picker_{name}", language) for name in (
                "open", "previous", "next", "month", "year", "today", "clear")},
        },
        on_day_change=picked,
    )
