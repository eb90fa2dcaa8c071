"""Coverage bars add up to the articles and carry what opens them."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from didgah.charts import coverage

FRAME = pd.DataFrame({
    "period": pd.to_datetime(["2020-01-01", "2020-01-01", "2021-01-01"]),
    "until": pd.to_datetime(["2020-12-31", "2020-12-31", "2021-12-31"]),
    "language": ["ru", "fa", "de"], "articles": [5, 7, 2], "open": ["r", "f", "d"],
})
WINDOW = (date(2020, 1, 1), date(2021, 12, 31))


def test_bars_stand_on_each_other_and_sum_to_the_articles() -> None:
    fig = coverage.figure(FRAME, window=WINDOW, language="en")
    assert [one.name for one in fig.data] == ["Persian", "Russian", "German"]
    assert sum(sum(one.y) for one in fig.data) == FRAME["articles"].sum()
    assert list(fig.data[1].base) == [7]
    assert {one.customdata[0][0] for one in fig.data} == {"r", "f", "d"}


def test_nothing_to_draw_is_an_empty_axis() -> None:
    fig = coverage.figure(FRAME.iloc[:0], window=WINDOW, language="fa")
    assert len(fig.data) == 0
    assert fig.layout.xaxis.ticktext


@pytest.mark.parametrize(
    ("highest", "expected"), [(1, [1]), (3, [1, 2]), (10, [5, 10]), (777, [250, 500])]
)
def test_small_axis_has_two_round_numbers(highest: int, expected: list[int]) -> None:
    assert coverage.count_ticks(highest) == expected
