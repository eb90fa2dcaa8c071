"""The timeline draws every meeting, says what it rests on by shape, and clips no lane's name."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from didgah.charts import lane_layout, lanes, theme, timeline
from tests.didgah.charts.meeting_frames import daily, frame, meeting

WINDOW = (date(2016, 1, 1), date(2025, 12, 31))
TODAY = date(2024, 6, 1)
NO_COVERAGE = pd.DataFrame(columns=["period", "until", "language", "articles", "open"])


def drawn(rows: pd.DataFrame, *, language: str = "en", coverage: pd.DataFrame = NO_COVERAGE,
          **other: Any) -> go.Figure:
    keys, order = lanes.gather(lanes.lane_keys(rows, "series"))
    marks, those = lane_layout.lay_out(rows, keys, order, WINDOW)
    labels = {key: f"Lane {key}" for key in order}
    settings = {"window": WINDOW, "today": TODAY, "language": language} | other
    return timeline.figure(marks, those, labels, coverage, **settings)


def carried(fig: go.Figure) -> list[str]:
    """What the marks of meetings and stacks carry."""
    return [data[0] for trace in fig.data if trace.yaxis in (None, "y")
            and trace.customdata is not None for data in trace.customdata]


def trace(fig: go.Figure, name: str) -> Any:
    return next(one for one in fig.data if one.name == name)


def test_every_meeting_is_one_mark_that_opens_it() -> None:
    rows = frame(*daily(date(2017, 1, 1), 30, step=90))
    assert sorted(carried(drawn(rows))) == [f"meetings=m{n:04}" for n in range(30)]


def test_a_day_is_a_point_and_a_month_or_year_a_bar_of_that_length() -> None:
    rows = frame(
        meeting("day", date(2018, 5, 1)),
        meeting("year", date(2019, 1, 1), date(2019, 12, 31), precision="year"),
        meeting("weeks", date(2021, 1, 1), date(2021, 4, 10)),
    )
    fig = drawn(rows)
    assert [one[0] for one in trace(fig, "points").customdata] == ["meetings=day"]
    bars = [one for one in fig.data if one.type == "bar"]
    lengths = {one.customdata[0][0]: one.x[0] / 86_400_000 for one in bars}
    assert lengths == {"meetings=year": 365, "meetings=weeks": 100}
    opacities = {one.customdata[0][0]: one.marker.opacity for one in bars}
    assert opacities["meetings=year"] < opacities["meetings=weeks"] == 1


def test_fill_tells_the_status() -> None:
    rows = frame(*(meeting(status, date(2018 + n, 5, 1), status=status)
                   for n, status in enumerate(("held", "announced", "postponed", "cancelled"))))
    fig = drawn(rows)
    points = trace(fig, "points")
    symbols = dict(zip([one[0] for one in points.customdata], points.marker.symbol, strict=True))
    assert symbols == {
        "meetings=held": "diamond", "meetings=announced": "diamond-open",
        "meetings=postponed": "diamond-open", "meetings=cancelled": "diamond-open",
    }
    struck = trace(fig, "struck")
    assert list(struck.marker.symbol) == ["line-ew-open", "x-thin-open"]
    assert not [one for one in fig.data if one.type == "bar"]


def test_long_meetings_show_their_status_by_pattern() -> None:
    rows = frame(*(meeting(status, date(2018 + n, 1, 1), date(2018 + n, 12, 1), status=status)
                   for n, status in enumerate(("postponed", "cancelled"))))
    patterns = {one.customdata[0][0]: one.marker.pattern.shape
                for one in drawn(rows).data if one.type == "bar"}
    assert patterns == {"meetings=postponed": "/", "meetings=cancelled": "x"}


def test_size_tells_the_level_and_shape_the_form() -> None:
    kinds = ("bilateral", "ministerial", "summit", "session", "call")
    rows = frame(
        *(meeting(f"{level}.{kind}", date(2016 + n, 5 + m, 1), kind=kind, level=level)
          for n, kind in enumerate(kinds)
          for m, level in enumerate(("head_of_state", "minister", "ambassador"))),
    )
    points = trace(drawn(rows), "points")
    look = {one[0].partition("=")[2]: (symbol, size) for one, symbol, size in zip(
        points.customdata, points.marker.symbol, points.marker.size, strict=True)}
    assert len({look[f"minister.{kind}"][0] for kind in kinds}) == len(kinds)
    for kind in kinds:
        high, middle, low = (
            look[f"{one}.{kind}"][1] for one in ("head_of_state", "minister", "ambassador"))
        assert high > 1.3 * middle > 1.3 * 1.3 * low


def test_time_can_run_from_right_to_left() -> None:
    rows = frame(*daily(date(2018, 1, 1), 4, step=200))
    first, last = drawn(rows, backwards=True).layout.xaxis.range
    assert first > last


def test_colour_tells_covered_from_uncovered_and_shape_where_it_is_known_from() -> None:
    rows = frame(
        meeting("covered", date(2018, 5, 1), series="kazanforum", articles=3),
        meeting("uncovered", date(2019, 5, 1), series="kazanforum"),
        meeting("reported", date(2020, 5, 1), series="kazanforum", known=False, articles=1),
    )
    points = trace(drawn(rows), "points")
    assert list(points.marker.color) == [
        theme.series_colour("kazanforum"), theme.colours()["uncovered"],
        theme.series_colour("kazanforum"),
    ]
    assert list(points.marker.symbol) == ["diamond", "diamond", "diamond-dot"]


@pytest.mark.parametrize(("language", "x", "anchor"), [("fa", 1, "right"), ("en", 0, "left")])
def test_lane_names_stand_whole_where_reading_begins(language: str, x: int, anchor: str) -> None:
    fig = drawn(frame(*daily(date(2018, 1, 1), 4, step=200)), language=language)
    names = [one for one in fig.layout.annotations if "Lane series:svg" in one.text]
    assert len(names) == 1
    assert (names[0].x, names[0].xanchor) == (x, anchor)
    assert fig.layout.margin.autoexpand is False


def test_time_runs_from_left_to_right_in_both_languages() -> None:
    rows = frame(*daily(date(2018, 1, 1), 4, step=200))
    for language in ("fa", "en"):
        first, last = drawn(rows, language=language).layout.xaxis.range
        assert first < last


def test_coverage_stands_above_on_the_same_days() -> None:
    coverage = pd.DataFrame({
        "period": pd.to_datetime(["2020-01-01", "2020-01-01", "2020-04-01"]),
        "until": pd.to_datetime(["2020-03-31", "2020-03-31", "2020-06-30"]),
        "language": ["fa", "ru", "fa"], "articles": [4, 2, 5], "open": ["a", "b", "c"],
    })
    fig = drawn(frame(*daily(date(2018, 1, 1), 4, step=200)), coverage=coverage)
    assert list(fig.layout.xaxis2.range) == list(fig.layout.xaxis.range)
    assert fig.layout.yaxis2.domain[0] > fig.layout.yaxis.domain[1]
    bars = [one for one in fig.data if one.yaxis == "y2"]
    assert {one.name: list(one.y) for one in bars} == {"Persian": [4, 5], "Russian": [2]}
    assert list(bars[1].base) == [4]  # Russian stands on Persian


def test_today_is_drawn_inside_the_window_only() -> None:
    rows = frame(*daily(date(2018, 1, 1), 4, step=200))
    inside = [one for one in drawn(rows).layout.annotations if "today" in (one.text or "")]
    outside = [one for one in drawn(rows, today=date(2030, 1, 1)).layout.annotations
               if "today" in (one.text or "")]
    assert (len(inside), len(outside)) == (1, 0)


def test_a_stack_carries_its_days_and_says_how_many() -> None:
    rows = frame(*(meeting(f"m{n}", date(2020, 5, 1 + n)) for n in range(9)))
    fig = drawn(rows)
    stacks = trace(fig, "stacks")
    assert list(stacks.text) == ["+5"]
    assert stacks.customdata[0][0] == "stack=series%3Asvg&since=2020-05-05&until=2020-05-09"
    assert len(carried(fig)) == 4 + 1


def test_the_open_meeting_has_a_ring() -> None:
    rows = frame(*daily(date(2018, 1, 1), 4, step=200))
    assert len(trace(drawn(rows, selected="m0002"), "selected").x) == 1
    assert len(trace(drawn(rows), "selected").x) == 0


def test_three_hundred_meetings_stay_in_their_lanes() -> None:
    rows = frame(*daily(date(2016, 1, 5), 320, step=11))
    keys, order = lanes.gather(lanes.lane_keys(rows, "series"))
    marks, those = lane_layout.lay_out(rows, keys, order, WINDOW)
    fig = timeline.figure(marks, those, {}, NO_COVERAGE, window=WINDOW, today=TODAY,
                          language="fa")
    low, high = sorted(fig.layout.yaxis.range)
    heights = [y for one in fig.data if one.name in ("points", "stacks") for y in one.y]
    assert heights
    assert low <= min(heights) <= max(heights) <= high
    assert fig.layout.height == timeline.height(those, with_coverage=False)


def test_hostile_names_stay_text() -> None:
    rows = frame(*daily(date(2018, 1, 1), 4, step=200))
    keys, order = lanes.gather(lanes.lane_keys(rows, "series"))
    marks, those = lane_layout.lay_out(rows, keys, order, WINDOW)
    fig = timeline.figure(marks, those, {"series:svg": "<a href='javascript:x'>y</a>"},
                          NO_COVERAGE, window=WINDOW, today=TODAY, language="en")
    name = next(one.text for one in fig.layout.annotations if "javascript" in one.text)
    assert "<a" not in name
    assert "&lt;a" in name


def test_the_picture_to_take_away_names_its_languages() -> None:
    coverage = pd.DataFrame({
        "period": pd.to_datetime(["2020-01-01"]), "until": pd.to_datetime(["2020-03-31"]),
        "language": ["fa"], "articles": [4], "open": ["a"],
    })
    fig = drawn(frame(*daily(date(2018, 1, 1), 4, step=200)), coverage=coverage)
    picture = timeline.with_legend(fig)
    assert [one.name for one in picture.data if one.showlegend] == ["Persian"]
    assert (picture.layout.showlegend, fig.layout.showlegend) == (True, False)
