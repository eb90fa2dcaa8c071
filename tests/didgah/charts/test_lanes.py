"""Lanes keep their order, marks keep their day, and none is lost when weeks are dense."""

from __future__ import annotations

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from didgah.charts import lane_layout, lanes
from tests.didgah.charts.meeting_frames import daily, frame, meeting

YEAR = (date(2021, 1, 1), date(2021, 12, 31))


def test_series_lanes_follow_the_registry_then_size() -> None:
    rows = frame(
        *(meeting(f"a{n}", date(2021, 1, 1 + n), series="a") for n in range(5)),
        *(meeting(f"b{n}", date(2021, 2, 1 + n), series="b") for n in range(3)),
        *(meeting(f"c{n}", date(2021, 3, 1 + n), series="c") for n in range(4)),
    )
    keys = lanes.lane_keys(rows, "series")
    _, order = lanes.gather(keys, {"series:b": 1})
    assert order == ["series:b", "series:a", "series:c"]


def test_small_lanes_are_gathered_and_the_order_does_not_depend_on_the_window() -> None:
    rows = frame(
        *daily(date(2020, 1, 1), 4, series="big"),
        meeting("x", date(2021, 5, 1), series="small"),
        meeting("y", date(2021, 6, 1), series="other"),
        meeting("z", date(2021, 6, 2), series=""),
    )
    keys, order = lanes.gather(lanes.lane_keys(rows, "series"))
    assert order == ["series:big", lanes.OTHERS, lanes.UNKNOWN]
    _, drawn = lane_layout.lay_out(rows, keys, order, YEAR)
    assert [lane.key for lane in drawn] == [lanes.OTHERS, lanes.UNKNOWN]
    assert [lane.meetings for lane in drawn] == [2, 1]


def test_a_lane_of_others_with_one_member_stays_itself() -> None:
    rows = frame(*daily(date(2021, 1, 1), 4, series="big"),
                 meeting("x", date(2021, 5, 1), series="alone"))
    _, order = lanes.gather(lanes.lane_keys(rows, "series"))
    assert order == ["series:big", "series:alone"]


def test_rare_places_go_to_their_country() -> None:
    rows = frame(*daily(date(2021, 1, 1), 3, place="kazan"),
                 meeting("u", date(2021, 2, 1), place="ufa"),
                 meeting("n", date(2021, 2, 2), place="", country=""))
    assert list(lanes.lane_keys(rows, "place")) == [
        "place:kazan", "place:kazan", "place:kazan", "country:RU", lanes.UNKNOWN,
    ]


@pytest.mark.parametrize(
    ("parties", "country", "lane"),
    [
        ({"RU", "IR"}, "RU", "pair:RU+IR"),
        ({"IR", "SA"}, "", "pair:IR+SA"),
        ({"RU"}, "MY", "pair:RU+MY"),  # the host of a visit
        ({"RU"}, "RU", lanes.UNKNOWN),
        ({"RU", "IR", "TR"}, "RU", lanes.MANY),
        ({"RU", "organisation:oic"}, "SA", "pair:RU+organisation:oic"),
        (set(), "SA", lanes.UNKNOWN),
    ],
)
def test_pairs_of_parties(parties: set[str], country: str, lane: str) -> None:
    rows = frame(meeting("m", date(2021, 1, 1), country=country))
    assert list(lanes.lane_keys(rows, "pair", [parties])) == [lane]


def test_unknown_kind_of_lane_is_refused() -> None:
    with pytest.raises(ValueError, match="colour"):
        lanes.lane_keys(frame(meeting("m", date(2021, 1, 1))), "colour")


def test_undated_meetings_are_not_placed() -> None:
    rows = frame(meeting("dated", date(2021, 1, 1)), meeting("undated", None))
    keys, order = lanes.gather(lanes.lane_keys(rows, "series"))
    marks, _ = lane_layout.lay_out(rows, keys, order, YEAR)
    assert list(marks["meeting"]) == ["dated"]


def test_marks_that_would_touch_get_rows_of_their_own() -> None:
    rows = frame(*daily(date(2021, 3, 1), 3), meeting("far", date(2021, 9, 1)))
    keys, order = lanes.gather(lanes.lane_keys(rows, "series"))
    marks, drawn = lane_layout.lay_out(rows, keys, order, YEAR)
    assert list(marks["row"]) == [0, 1, 2, 0]
    assert drawn[0].rows == 3
    assert set(marks["stack"]) == {""}


def test_a_dense_week_becomes_a_counted_stack() -> None:
    rows = frame(*(meeting(f"m{n}", date(2021, 3, 1)) for n in range(12)))
    keys, order = lanes.gather(lanes.lane_keys(rows, "series"))
    marks, drawn = lane_layout.lay_out(rows, keys, order, YEAR)
    assert drawn[0].rows == 5
    assert (marks["stack"] == "").sum() == 4
    assert marks.loc[marks["stack"] != "", "stack"].nunique() == 1


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 400), st.integers(0, 40)), max_size=60))
def test_every_meeting_of_the_window_is_placed_once(spans: list[tuple[int, int]]) -> None:
    start = date(2020, 10, 1)
    rows = frame(meeting("always", date(2021, 5, 5)), *(
        meeting(f"m{n}", start + timedelta(offset), start + timedelta(offset + length))
        for n, (offset, length) in enumerate(spans)
    ))
    keys, order = lanes.gather(lanes.lane_keys(rows, "series"))
    marks, drawn = lane_layout.lay_out(rows, keys, order, YEAR)
    expected = [
        row["meeting"] for row in rows.to_dict("records")
        if row["first"] <= pd.Timestamp(YEAR[1]) and row["last"] >= pd.Timestamp(YEAR[0])
    ]
    assert sorted(marks["meeting"]) == sorted(expected)
    assert sum(lane.meetings for lane in drawn) == len(marks)
    # Marks of one row that are no stack do not overlap in time.
    for _, group in marks[marks["stack"] == ""].groupby("row"):
        ordered = group.sort_values("begins")
        assert (ordered["begins"].shift(-1).dropna() >= ordered["ends"].iloc[:-1]).all()


def test_thousands_of_meetings_collapse_into_stacks_and_none_is_lost() -> None:
    rows = frame(*(
        one for n in range(18) for one in daily(date(2003, 1, 1), 280, step=30, series=f"s{n}")))
    keys, order = lanes.gather(lanes.lane_keys(rows, "series"))
    marks, drawn = lane_layout.lay_out(rows, keys, order, (date(2003, 1, 1), date(2026, 1, 1)))
    assert len(marks) == len(rows) == sum(one.meetings for one in drawn)
    assert (marks["stack"] == "").sum() <= 600
    sizes = marks[marks["stack"] != ""].groupby(["lane", "stack"]).size()
    assert sizes.min() > 1


def test_an_open_stack_stands_beneath_its_place_and_the_rest_of_the_lane_stays() -> None:
    rows = frame(*(meeting(f"m{n}", date(2021, 3, 1)) for n in range(9)),
                 *(meeting(f"x{n}", date(2021, 9, 1)) for n in range(9)))
    keys, order = lanes.gather(lanes.lane_keys(rows, "series"))
    closed, _ = lane_layout.lay_out(rows, keys, order, YEAR)
    opened = lane_layout.Opened(order[0], date(2021, 3, 1), date(2021, 3, 1))
    marks, drawn = lane_layout.lay_out(rows, keys, order, YEAR, opened)
    assert sorted(marks["meeting"]) == sorted(closed["meeting"])
    members = marks[marks["open"]]
    assert set(members["meeting"]) == set(
        closed["meeting"][(closed["stack"] != "") & closed["meeting"].str.startswith("m")])
    assert list(members["row"]) == [5, 6, 7, 8, 9]
    assert set(members["stack"]) == {""}
    assert drawn[0].rows == 10
    others = marks[~marks["open"]]
    assert others[["row", "stack"]].equals(closed.loc[others.index, ["row", "stack"]])


def test_what_an_open_stack_cannot_hold_stays_a_stack() -> None:
    rows = frame(*(meeting(f"m{n:02}", date(2021, 3, 1)) for n in range(40)))
    keys, order = lanes.gather(lanes.lane_keys(rows, "series"))
    opened = lane_layout.Opened(order[0], date(2021, 3, 1), date(2021, 3, 1))
    marks, drawn = lane_layout.lay_out(rows, keys, order, YEAR, opened)
    rest = marks[marks["stack"] == "rest"]
    assert len(marks) == 40
    assert drawn[0].rows == 5 + 12
    assert set(rest["row"]) == {16}
    assert len(rest) == 40 - 4 - 11
