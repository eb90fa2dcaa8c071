"""The stretch of time shown: sensible at first, steppable, never outside the filters."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from didgah.charts import window
from tests.didgah.charts.meeting_frames import daily, frame, meeting

TODAY = date(2026, 1, 1)
ROWS = frame(*daily(date(2003, 1, 1), 100, step=80), meeting("undated", None))


def test_default_ends_with_the_newest_meeting_and_counts_the_rest() -> None:
    found = window.choose(ROWS, "10y", None, TODAY)
    newest = ROWS["last"].max().date()
    assert found.last >= newest
    assert found.after == 0
    assert found.later is None
    assert found.before == int((ROWS["last"].dt.date < found.first).sum()) > 0


def test_all_shows_all() -> None:
    found = window.choose(ROWS, "all", None, TODAY)
    assert (found.before, found.after) == (0, 0)
    assert found.first <= date(2003, 1, 1)


@pytest.mark.parametrize("span", ["1y", "3y", "10y"])
def test_steps_reach_the_first_meeting_and_come_back(span: str) -> None:
    at = None
    for _ in range(200):
        found = window.choose(ROWS, span, at, TODAY)
        if found.earlier is None:
            break
        at = found.earlier
    assert found.before == 0
    for _ in range(200):
        if found.later is None:
            break
        found = window.choose(ROWS, span, found.later, TODAY)
    assert found.after == 0


def test_filters_bound_the_window() -> None:
    since, until = date(2010, 1, 1), date(2012, 12, 31)
    found = window.choose(ROWS, "all", None, TODAY, since, until)
    assert found.days == (since, until)


def test_nothing_dated_still_gives_a_window() -> None:
    found = window.choose(frame(meeting("undated", None)), "3y", None, TODAY)
    assert found.first < found.last
    assert (found.before, found.after, found.earlier, found.later) == (0, 0, None, None)


def test_zooming_keeps_the_middle() -> None:
    at = date(2021, 12, 31)
    month = window.moved(at, "1y", "1m")
    assert abs((window.moved(month, "1m", "1y") - at).days) <= 1
    assert abs((at - month).days - (365 - 30) / 2) < 2
    assert window.moved(at, "all", "1m") is None
    assert window.moved(None, "1y", "1m") is None


def test_a_solar_year_runs_from_nowruz_to_its_eve_and_steps_to_years_with_meetings() -> None:
    rows = frame(meeting("old", date(2015, 6, 1)), meeting("now", date(2021, 11, 24)))
    shown = window.choose(rows, "nowruz", date(2021, 11, 24), date(2026, 1, 1))
    assert shown.days == (date(2021, 3, 21), date(2022, 3, 20))
    assert (shown.before, shown.after) == (1, 0)
    assert (shown.earlier, shown.later) == (date(2015, 6, 1), None)


def test_a_step_from_a_week_passes_over_empty_ones() -> None:
    rows = frame(meeting("old", date(2015, 6, 1)), meeting("now", date(2021, 11, 24)))
    shown = window.choose(rows, "1w", date(2021, 11, 24), date(2026, 1, 1))
    before = window.choose(rows, "1w", shown.earlier, date(2026, 1, 1))
    assert before.first <= date(2015, 6, 1) <= before.last
    after = window.choose(rows, "1w", before.later, date(2026, 1, 1))
    assert after.first <= date(2021, 11, 24) <= after.last


@pytest.mark.parametrize("days", [1, 7, 20, 80, 300, 900, 3000])
def test_the_days_of_a_stack_lie_in_the_window_that_opens_them(days: int) -> None:
    first = date(2012, 3, 1)
    last = first + timedelta(days - 1)
    span, at = window.around(first, last)
    shown = window.choose(ROWS, span, at, TODAY)
    assert shown.first <= first
    assert last <= shown.last
