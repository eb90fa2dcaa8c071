"""Ranks over time and names by language: every mark opens, every name is written whole."""

from __future__ import annotations

import pandas as pd
import pytest

from didgah.charts import entity_languages, ranks

NAMES = {"person:a": "Alpha", "person:b": "Beta", "person:c": "Gamma of a rather long name"}
COLOURS = {"person:a": "#111111", "person:b": "#222222", "person:c": "#333333"}
RANKS = pd.DataFrame(
    [("person:a", 2020, 9, 1), ("person:c", 2020, 4, 2), ("person:b", 2021, 7, 1),
     ("person:a", 2021, 3, 2)], columns=["entity", "year", "n", "rank"],
).assign(
    period=lambda rows: pd.to_datetime(rows["year"].astype(str) + "-01-01"),
    until=lambda rows: pd.to_datetime(rows["year"].astype(str) + "-12-31"),
    denominator=20, open=lambda rows: rows["entity"] + "-" + rows["year"].astype(str),
)
SPOKEN = pd.DataFrame(
    [("person:a", "fa", 30, 60, .5, .38, .62), ("person:a", "ru", 0, 5, 0.0, 0.0, .43)],
    columns=["entity", "language", "n", "denominator", "share", "low", "high"],
).assign(open=["one", "two"])


def test_labels_stand_at_the_last_rank_and_absent_names_below() -> None:
    assert ranks.label_slots(RANKS) == {"person:b": 1, "person:a": 2, "person:c": 3}
    fig = ranks.figure(RANKS, NAMES, grain="year", unit="articles", language="en",
                       colours=COLOURS)
    dots = {one.name: one for one in fig.data if one.name in NAMES}
    assert [one[0] for one in dots["person:a"].customdata] == ["person:a-2020", "person:a-2021"]
    assert list(dots["person:a"].y) == [1, 2]
    assert {one.marker.color for one in dots.values()} == set(COLOURS.values())
    written = [one.text.replace("<br>", " ") for one in fig.layout.annotations]
    assert sorted(written) == sorted(NAMES.values())
    assert [one.y for one in fig.layout.annotations] == [1, 2, 3]
    assert fig.layout.xaxis.ticktext == ("2020", "2021")


@pytest.mark.parametrize(("grain", "words"), [
    ("year", "۲۰۲۱"), ("solar_year", "۱۳۹۹"), ("quarter", "ژانویه"), ("week", "دی"),
])
def test_periods_are_named_in_their_calendar(grain: str, words: str) -> None:
    label = ranks.period_label(pd.Timestamp(2021, 1, 1), pd.Timestamp(2021, 3, 31), grain, "fa")
    assert words in label


def test_languages_share_a_scale_and_say_how_sure_they_are() -> None:
    fig = entity_languages.figure(SPOKEN, ["person:a"], NAMES, language="en", colours=COLOURS)
    bars = next(one for one in fig.data if one.name == "bars")
    assert list(bars.base) == [0, 1]
    assert bars.x[0] / .5 == pytest.approx((bars.x[0] + bars.error_x.array[0]) / .62)
    assert [one[0] for one in bars.customdata] == ["one", ""]  # nothing to open
    assert bars.marker.opacity[0] == 1 > bars.marker.opacity[1]
    assert "30 of 60 articles" in bars.hovertext[0]
    assert "38.0% to 62.0%" in bars.hovertext[0]
    written = " ".join(one.text for one in fig.layout.annotations)
    assert "50.0%" in written
    assert "Alpha" in written
