"""Pairs of names: one cell each, openable, mirrored in Persian."""

from __future__ import annotations

import pandas as pd

from didgah.charts.pairs import comention

NAMES = {"person:a": "Alpha", "person:b": "Beta", "organisation:c": "Forum (of Kazan)"}


def test_pairs_are_cells_below_the_diagonal() -> None:
    pairs = pd.DataFrame({
        "a": ["person:a", "organisation:c", "person:a"],
        "b": ["person:b", "person:b", "person:zz"], "n": [9, 4, 1], "open": ["x", "y", "z"],
    })
    fig = comention(pairs, list(NAMES), NAMES, language="en")
    cells = fig.data[0]
    assert list(zip(cells.base, cells.x, cells.text, strict=True)) == [
        (1, 0.5, "9"), (2, 1.5, "4"),
    ]
    assert [one[0] for one in cells.customdata] == ["x", "y"]
    assert len(fig.layout.annotations) == len(NAMES)


def test_matrix_is_mirrored_in_persian() -> None:
    pairs = pd.DataFrame({"a": ["person:a"], "b": ["person:b"], "n": [1], "open": ["x"]})
    fig = comention(pairs, list(NAMES), NAMES, language="fa")
    assert fig.layout.xaxis.range[0] > fig.layout.xaxis.range[1]
