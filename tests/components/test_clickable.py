"""What a click on a chart carries, whatever shape the browser sends it in."""

from __future__ import annotations

import pytest

from components.charts import carried


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ([], None),
        ([{"x": 1}], None),
        ([{"customdata": ["entities=a", "a"]}], "entities=a"),
        ([{"customdata": {"0": "entities=a", "1": "a"}}], "entities=a"),
        ([{"customdata": "entities=a"}], "entities=a"),
        ([{"customdata": [None]}, {"customdata": ["b"]}], "b"),
        ([{"customdata": [7]}], None),
        ([{"customdata": []}], None),
    ],
)
def test_carried(points: list[dict], expected: str | None) -> None:
    assert carried(points) == expected
