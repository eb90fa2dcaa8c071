"""What is written between marks: the right days, the right parties, and touching nothing."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from didgah.charts import lane_layout, lanes, timeline_notes
from didgah.charts.lane_layout import WIDTH
from tests.didgah.charts.meeting_frames import frame, meeting

YEAR = (date(2021, 1, 1), date(2021, 12, 31))


def noted(rows, **other):
    keys, order = lanes.gather(lanes.lane_keys(rows, "series"))
    marks, _ = lane_layout.lay_out(rows, keys, order, YEAR)
    placed = marks.assign(y=marks["row"] * 19.0)
    return placed, timeline_notes.notes(placed, "en", **other)


def test_a_gap_stands_between_its_rounds_and_says_the_days() -> None:
    _, found = noted(frame(
        meeting("a", date(2021, 2, 1)),
        meeting("b", date(2021, 6, 1), gap=120, before="a"),
        meeting("c", date(2021, 12, 1), gap=183, before="not drawn"),
    ))
    assert [(one.kind, one.words) for one in found] == [("gap", "120 days")]
    share = found[0].at / WIDTH * 365
    assert share == pytest.approx((date(2021, 4, 2) - YEAR[0]).days, abs=2)


def test_gaps_are_for_lanes_of_a_series() -> None:
    rows = frame(meeting("a", date(2021, 2, 1)),
                 meeting("b", date(2021, 6, 1), gap=120, before="a"))
    marks, _ = lane_layout.lay_out(
        rows, lanes.lane_keys(rows, "place"), ["country:RU", "place:kazan"], YEAR)
    assert timeline_notes.notes(marks.assign(y=0.0), "en") == []


def test_parties_are_named_where_the_lane_does_not_say_them() -> None:
    usual = [meeting(f"u{n}", date(2021, 1 + 2 * n, 1), between="Russia – Iran")
             for n in range(3)]
    rows = frame(*usual, meeting("x", date(2021, 8, 1), between="Russia – Qatar"))
    _, found = noted(rows)
    assert [(one.kind, one.words) for one in found] == [("parties", "Russia – Qatar")]


def test_a_narrow_chart_gets_fewer_notes() -> None:
    rows = frame(meeting("a", date(2021, 2, 1)),
                 meeting("b", date(2021, 3, 15), gap=42, before="a"))
    assert len(noted(rows, width=900)[1]) == 1
    assert noted(rows, width=400)[1] == []


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 360), st.integers(0, 30)), min_size=2, max_size=25))
def test_notes_touch_neither_marks_nor_each_other(spans) -> None:
    days = sorted(spans)
    rows = frame(*(
        meeting(f"m{n}", YEAR[0] + timedelta(first), YEAR[0] + timedelta(first + length),
                gap=first - days[n - 1][0] if n else None, before=f"m{n - 1}" if n else "",
                between="Russia – Oman" if n % 3 else "")
        for n, (first, length) in enumerate(days)
    ))
    placed, found = noted(rows, width=WIDTH)
    boxes = [(one.y, one.left, one.right) for one in placed.itertuples() if not one.stack]
    for one in found:
        long = 6.0 * len(one.words)
        left = one.at - long / 2 if one.kind == "gap" else one.at
        for y, begin, end in boxes:
            assert y != one.y or end <= left or left + long <= begin
        boxes.append((one.y, left, left + long))
