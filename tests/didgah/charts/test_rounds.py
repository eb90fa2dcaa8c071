"""Rounds of a series in order, with the days between them."""

from __future__ import annotations

from datetime import date

from didgah.charts.rounds import around, rounds
from tests.didgah.charts.meeting_frames import frame, meeting

ROWS = frame(
    meeting("c", date(2022, 5, 19), date(2022, 5, 21)),
    meeting("a", date(2020, 6, 18), date(2020, 6, 20)),
    meeting("cancelled", date(2021, 1, 1), status="cancelled"),
    meeting("b", date(2021, 7, 28), date(2021, 7, 30)),
    meeting("vague", date(2023, 1, 1), date(2023, 12, 31), precision="year"),
    meeting("d", date(2024, 5, 14), date(2024, 5, 19)),
    meeting("undated", None),
)


def test_gaps_count_from_the_last_round_that_stood() -> None:
    found = {one.meeting: one.gap for one in rounds(ROWS, "en")}
    assert found == {
        "a": None, "cancelled": None, "b": (date(2021, 7, 28) - date(2020, 6, 20)).days,
        "c": (date(2022, 5, 19) - date(2021, 7, 30)).days, "vague": None, "d": None,
    }


def test_neighbours_of_a_round() -> None:
    found = rounds(ROWS, "en")
    assert [one.meeting for one in around(found, "b", each=1)] == ["cancelled", "b", "c"]
    assert around(found, "no-such") == ()
