"""The stretch of time shown: sensible at first, steppable, never outside the filters."""

from __future__ import annotations

from datetime import date

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
