"""Bars and trends of names: every row drawn, openable, whole and mirrored in Persian."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from didgah.charts import entity_ranking, entity_trend, theme
from didgah.charts.entity_shares import share_words

NAMES = {"person:a": "Alpha", "person:b": "Beta", "organisation:c":
         "International Economic Forum Russia and the Islamic World of Kazan in Tatarstan"}
TOP = pd.DataFrame({
    "entity": list(NAMES), "kind": ["person", "person", "organisation"], "n": [30, 12, 1],
    "denominator": [3120] * 3, "share": [30 / 3120, 12 / 3120, 1 / 3120],
    "open": ["entities=person%3Aa", "entities=person%3Ab", "entities=organisation%3Ac"],
})


def trace(fig: go.Figure, name: str) -> Any:
    return next(one for one in fig.data if one.name == name)


def test_each_row_is_a_bar_that_opens_from_anywhere_in_the_row() -> None:
    fig = entity_ranking.top(TOP, NAMES, unit="articles", language="en")
    assert list(trace(fig, "bars").x) == [30, 12, 1]
    for name in ("bars", "rows"):
        assert [one[0] for one in trace(fig, name).customdata] == list(TOP["open"])
    assert trace(fig, "rows").x[2] > trace(fig, "bars").x[2]


def test_denominator_is_said_and_no_name_is_cut() -> None:
    fig = entity_ranking.top(TOP, NAMES, unit="articles", language="en")
    assert "30 of 3,120 articles" in trace(fig, "bars").hovertext[0]
    written = " ".join(one.text.replace("<br>", " ") for one in fig.layout.annotations)
    for name in NAMES.values():
        assert name in written
    assert "30 · 1.0%" in written


def test_bars_grow_from_the_right_in_persian_with_persian_digits() -> None:
    persian = entity_ranking.top(TOP, NAMES, unit="articles", language="fa")
    english = entity_ranking.top(TOP, NAMES, unit="articles", language="en")
    assert persian.layout.xaxis.range[0] > persian.layout.xaxis.range[1]
    assert english.layout.xaxis.range[0] < english.layout.xaxis.range[1]
    assert any("۳۰ · ۱٫۰٪" in one.text for one in persian.layout.annotations)


def test_colour_is_that_of_the_kind() -> None:
    fig = entity_ranking.top(TOP, NAMES, unit="articles", language="en")
    assert list(trace(fig, "bars").marker.color) == [
        theme.kind_colour("person"), theme.kind_colour("person"),
        theme.kind_colour("organisation"),
    ]


@pytest.mark.parametrize(
    ("share", "words"), [(0.0686, "۶٫۹٪"), (0.0004, "۰٫۰۴٪"), (0, "۰٫۰٪"), (1, "۱۰۰٫۰٪")]
)
def test_small_shares_are_not_rounded_away(share: float, words: str) -> None:
    assert share_words(share, "fa") == words


def _trend() -> pd.DataFrame:
    rows = []
    for key, counts in (("person:a", (2, 8)), ("person:b", (0, 4))):
        for year, n, of in zip((2020, 2021), counts, (4, 16), strict=True):
            rows.append({
                "entity": key, "period": pd.Timestamp(year, 1, 1),
                "until": pd.Timestamp(year, 12, 31), "n": n, "denominator": of, "share": n / of,
                "open": f"{key}-{year}",
            })
    return pd.DataFrame(rows)


def test_trends_share_one_scale_and_fade_thin_periods() -> None:
    fig = entity_trend.trend(
        _trend(), ["person:a", "person:b"], NAMES, window=(date(2020, 1, 1), date(2021, 12, 31)),
        unit="articles", language="en",
    )
    alpha, beta = fig.data
    assert alpha.y[0] == alpha.y[1] == max(alpha.y)  # two of four, eight of sixteen
    assert beta.y[0] == 0
    assert beta.y[1] == pytest.approx(alpha.y[1] / 2)
    assert alpha.marker.opacity[0] < alpha.marker.opacity[1] == 1
    assert [one[0] for one in alpha.customdata] == ["person:a-2020", "person:a-2021"]
    assert any("Alpha" in one.text for one in fig.layout.annotations)


def test_periods_without_articles_are_gaps_not_faults() -> None:
    rows = _trend()
    rows.loc[0, ["n", "denominator", "share"]] = [0, 0, float("nan")]
    fig = entity_trend.trend(rows, ["person:a"], NAMES, unit="articles", language="fa",
                         window=(date(2020, 1, 1), date(2021, 12, 31)))
    assert fig.data[0].y[0] == 0
