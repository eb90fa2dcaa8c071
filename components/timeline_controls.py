"""What the reader sets of the timeline: lanes, length and direction of time, status, steps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

import streamlit as st

from components import links, remembered
from components.view_switch import view_switch
from didgah.charts import lanes, window
from didgah.language.messages import text
from didgah.language.numbers import format_number
from didgah.language.writing import mirrored
from didgah.model import STATUSES

_WAYS = ("ltr", "rtl")
_WAY = "timeline_direction"


def controls(state: links.State) -> str:
    """Lane switch, length of time, status, covered only; the length of time chosen."""
    language = state.language
    bounded = bool(state.filters.since or state.filters.until)
    span = links.view("span", "all" if bounded else window.DEFAULT, tuple(window.SPANS))
    with st.container(horizontal=True, vertical_alignment="bottom", key="meetings_controls"):
        _switch("lane", "series", lanes.KINDS, "meetings.lane", language)
        _switch("span", span, tuple(window.SPANS), "meetings.span", language)
        _switch("time", "rtl" if backwards() else "ltr", _WAYS, "meetings.time", language)
        st.session_state["meetings_status"] = list(state.filters.status)
        st.pills(
            text("meetings.status", language), STATUSES, selection_mode="multi",
            format_func=lambda one: text(f"status.{one}", language), key="meetings_status",
            on_change=_take_status,
        )
        st.session_state["meetings_covered"] = bool(links.view("covered", "", ("1",)))
        st.toggle(text("meetings.covered_only", language), key="meetings_covered",
                  on_change=_take_covered)
    remembered.keep(_WAY, _WAYS)
    return span


def _switch(
    name: str, default: str, options: tuple[str, ...], label: str, language: str,
) -> None:
    view_switch(name, default, options, label, language, key=f"meetings_{name}",
                on_choice=partial(_take_switch, name, default))


def _take_switch(name: str, before: str, chosen: str) -> None:
    links.set_view(**{name: chosen})
    if name == "span":  # zooming keeps the middle of what was shown
        end = window.moved(at(), before, chosen)
        links.set_view(at=end.isoformat() if end else None)
    if name == "time":
        remembered.choose(_WAY, chosen)


def backwards() -> bool:
    """Whether time runs from right to left: as the link says, else as this browser chose before."""
    return links.view("time", remembered.value(_WAY, _WAYS[0]), _WAYS) == "rtl"


def _take_status() -> None:
    chosen = tuple(st.session_state["meetings_status"])
    links.set_filters(replace(links.current().filters, status=chosen))


def _take_covered() -> None:
    links.set_view(covered="1" if st.session_state["meetings_covered"] else None)


def at() -> date | None:
    """The day that the window ends on, as the link says."""
    try:
        return date.fromisoformat(links.view("at", ""))
    except ValueError:
        return None


def steps(shown: window.Window, language: str) -> None:
    """Buttons to the earlier and the later, on the side where time goes in the chart."""
    ways = [
        ("earlier", shown.earlier, shown.before, ":material/west:"),
        ("later", shown.later, shown.after, ":material/east:"),
    ]
    if backwards():
        icons = [one[3] for one in ways]
        ways = [(*one[:3], icon) for one, icon in zip(ways, icons[::-1], strict=True)]
    if mirrored(language) != backwards():  # the row runs with the page, time with the chart
        ways.reverse()
    with st.container(horizontal=True, horizontal_alignment="distribute", key="meetings_steps"):
        for name, day, count, icon in ways:
            label = text(f"meetings.{name}" if count else f"meetings.no_{name}", language,
                         n=format_number(count, language))
            st.button(
                label, key=f"meetings_{name}", disabled=day is None, icon=icon, type="tertiary",
                on_click=links.set_view, kwargs={"at": day.isoformat() if day else None},
            )
