"""A figure is drawn once for the same question, and is its caller's own."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go
import pytest
import streamlit as st

from components import charts
from didgah.language import calendars


@pytest.fixture
def drawings(monkeypatch):
    """Counts how often the figure is really drawn."""
    st.cache_resource.clear()
    made: list[str] = []

    def make(frame: pd.DataFrame, name: str, *, dark: bool) -> go.Figure:
        made.append(name)
        return go.Figure(go.Bar(x=frame["x"], y=frame["n"], name=name),
                         {"title": str(dark), "template": "none"})

    yield made, make
    st.cache_resource.clear()


def frame(first: str = "a", n: int = 1) -> pd.DataFrame:
    return pd.DataFrame({"x": [first, "b"], "n": [n, 2], "open": [["k"], []]})


def test_the_same_question_is_drawn_once(drawings) -> None:
    made, make = drawings
    one = charts.drawn(make, frame(), "n", dark=False)
    again = charts.drawn(make, frame("".join(["", "a"])), "n", dark=False)
    assert made == ["n"]
    assert one.to_json() == again.to_json()
    assert go.Figure(one.to_dict()).to_json() == make(frame(), "n", dark=False).to_json()


def test_anything_else_is_another_drawing(drawings) -> None:
    made, make = drawings
    for args in ((frame(), "n"), (frame(n=3), "n"), (frame(), "m"), (frame("c"), "n")):
        charts.drawn(make, *args, dark=False)
    charts.drawn(make, frame(), "n", dark=True)
    charts.drawn(make, frame().rename(columns={"open": "way"}), "n", dark=True)
    assert len(made) == 6


def test_what_a_caller_changes_is_its_own(drawings) -> None:
    _, make = drawings
    one = charts.drawn(make, frame(), "n", dark=False)
    one.update_layout(meta={"open": "here"})
    one.data[0].y = [7, 7]
    other = charts.drawn(make, frame(), "n", dark=False)
    assert other.layout.meta is None
    assert go.Figure(other.to_dict()).to_json() == make(frame(), "n", dark=False).to_json()


def test_another_calendar_is_another_drawing(drawings, monkeypatch) -> None:
    made, make = drawings
    for one in calendars.WRITTEN:
        state = charts.links.read([("calendar", one)])
        monkeypatch.setattr(charts.links, "current", lambda state=state: state)
        charts.drawn(make, frame(), "n", dark=False)
    assert len(made) == len(calendars.WRITTEN)
