"""Diverging bars carry their side and word and share one scale."""

from __future__ import annotations

import pandas as pd
import pytest

from didgah.charts.word_sides import diverging, side_colours


def _side(*rows):
    frame = pd.DataFrame(rows, columns=["term", "label", "z"])
    return frame.assign(gloss="", n=4, articles=2)


FIRST = _side(("fa:الف", "الف", 3.0), ("fa:ب", "ب<b>", 2.0))
SECOND = _side(("ru:мир", "мир", 1.5))


@pytest.mark.parametrize(("language", "start"), [("fa", 1), ("en", -1)])
def test_the_first_side_grows_towards_where_reading_starts(language, start):
    first, second = diverging(FIRST, SECOND, language).data
    assert list(first.x) == [3 * start, 2 * start]
    assert list(second.x) == [-1.5 * start]
    assert [one[0] for one in first.customdata] == ["a fa:الف", "a fa:ب"]
    assert [one[0] for one in second.customdata] == ["b ru:мир"]
    assert (first.marker.color, second.marker.color) == side_colours()


def test_every_bar_has_its_word_as_text_and_an_empty_side_is_no_fault():
    fig = diverging(FIRST, SECOND.head(0), "en")
    assert len(fig.layout.annotations) == 2
    assert "&lt;b&gt;" in fig.layout.annotations[1].text
    low, high = fig.layout.xaxis.range
    assert low == -high
    assert high > 3
