"""Rounds of a series in order, with the days between them."""

from __future__ import annotations

from datetime import date

from didgah.charts.rounds import Gap, around, gaps, rounds
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


def test_gaps_stay_within_a_series_and_name_the_round_before() -> None:
    rows = frame(
        meeting("a1", date(2020, 1, 1), series="a"),
        meeting("b1", date(2020, 1, 5), series="b"),
        meeting("a2", date(2020, 1, 11), date(2020, 1, 20), series="a"),
        meeting("a3", date(2020, 1, 15), series="a"),
        meeting("alone1", date(2020, 1, 2), series=""),
        meeting("alone2", date(2020, 1, 3), series=""),
    )
    assert gaps(rows) == {"a2": Gap(10, "a1"), "a3": Gap(0, "a2")}
