"""The network of names: the same picture every time, no name on another."""

from __future__ import annotations

from itertools import combinations

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from didgah.charts import network

KEYS = [f"person:{n}" for n in range(10)]
PAIRS = list(combinations(KEYS, 2))
_numbers = st.lists(st.integers(0, 200), min_size=len(PAIRS), max_size=len(PAIRS))
_sizes = st.lists(st.tuples(st.floats(40, 130), st.floats(33, 92)), min_size=10, max_size=10)


def _frame(numbers: list[int]) -> pd.DataFrame:
    rows = [(a, b, n, f"also={a}&also={b}") for (a, b), n in zip(PAIRS, numbers, strict=True) if n]
    return pd.DataFrame(rows, columns=["a", "b", "n", "open"]).sort_values(
        "n", ascending=False, kind="stable")


@settings(max_examples=25, deadline=None)
@given(numbers=_numbers, sizes=_sizes)
def test_boxes_of_names_never_meet_and_stay_in_the_picture(numbers, sizes) -> None:
    _, boxes = network.layout(_frame(numbers), sizes, KEYS)
    for one, other in combinations(boxes.values(), 2):
        assert not one.meets(other)
    for box in boxes.values():
        assert box.left >= -1e-6
        assert box.right <= network.WIDTH + 1e-6
        assert box.top >= -1e-6
        assert box.bottom <= network.HEIGHT + 1e-6


def test_the_strongest_pairs_are_drawn_with_their_numbers_and_open() -> None:
    frame = _frame([200 - n for n in range(len(PAIRS))])
    names = {key: f"Name number {key[-1]} of the corpus" for key in KEYS}
    fig = network.figure(frame, KEYS, names, language="en")
    again = network.figure(frame, KEYS, names, language="en")
    assert fig.to_json() == again.to_json()
    pairs = next(one for one in fig.data if one.name == "pairs")
    strongest = frame.head(network.EDGES)
    assert list(pairs.text) == [str(n) for n in strongest["n"]]
    assert [one[0] for one in pairs.customdata] == list(strongest["open"])
    assert sum(one.name == "edge" for one in fig.data) == network.EDGES
    written = " ".join(one.text.replace("<br>", " ") for one in fig.layout.annotations)
    assert all(name in written for name in names.values())
