"""The bars and lines say what the frame says, and carry what opens it."""

from __future__ import annotations

import pandas as pd
import pytest

from didgah.charts.theme import colours
from didgah.charts.word_trend import trend
from didgah.charts.words import kind_colours, ranked

FRAME = pd.DataFrame(
    {
        "term": ["fa:روسیه", "fa:همکاری", "fa:شیر", "fa:شیر#2"],
        "label": ["روسیه", "همکاری‌ها", "شیر", "شیر<b>"],
        "kind": ["name", "word", "word", "name"],
        "n": [1491, 70, 7, 7], "articles": [30, 20, 5, 5], "z": [9.26, 3.1, 1.0, 0.4],
        "open": ["a", "b", "c", "d"],
    }
)


def test_bars_run_from_the_right_in_persian_and_from_the_left_in_english():
    persian, english = ranked(FRAME, "n", "fa"), ranked(FRAME, "n", "en")
    assert persian.layout.xaxis.range[0] > persian.layout.xaxis.range[1] == 0
    assert english.layout.xaxis.range[1] > english.layout.xaxis.range[0] == 0
    assert (persian.layout.yaxis.side, english.layout.yaxis.side) == ("right", "left")


def test_each_bar_has_its_number_its_term_and_the_colour_of_its_kind():
    bar = ranked(FRAME, "n", "fa").data[0]
    assert list(bar.x) == [1491, 70, 7, 7]
    assert [one[0] for one in bar.customdata] == list(FRAME["term"])
    assert bar.text[0] == "۱٬۴۹۱"
    assert list(bar.marker.color) == [kind_colours()[kind] for kind in FRAME["kind"]]
    assert ranked(FRAME, "z", "en").data[0].text[0] == "9.3"


def test_equal_labels_are_two_bars_and_markup_in_a_label_is_text():
    fig = ranked(FRAME, "n", "fa")
    assert len(set(fig.data[0].y)) == 4
    assert "شیر&lt;b&gt;" in fig.layout.yaxis.ticktext[3]


def test_the_chosen_word_stands_out():
    opacity = ranked(FRAME, "n", "fa", chosen="fa:همکاری").data[0].marker.opacity
    assert opacity[1] > max(opacity[0], *opacity[2:])


def test_bars_with_text_say_how_their_text_looks_when_one_is_clicked():
    # Where each bar has its own opacity Plotly has no default for this and the click fails.
    bars = ranked(FRAME, "n", "fa").data[0]
    assert bars.selected.textfont.color
    assert bars.unselected.textfont.color


@pytest.mark.parametrize("dark", [False, True])
def test_word_colours_reach_aa_on_the_page(dark):
    def light(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    page = light(colours(dark)["background"])
    for colour in kind_colours(dark).values():
        bright, dim = sorted((light(colour), page), reverse=True)
        assert (bright + 0.05) / (dim + 0.05) >= 4.5


def test_trend_draws_shares_in_percent_and_keeps_gaps():
    frame = pd.DataFrame(
        {
            "term": ["fa:الف"] * 3,
            "period": pd.to_datetime(["2020-01-01", "2021-01-01", "2022-01-01"]),
            "until": pd.to_datetime(["2020-12-31", "2021-12-31", "2022-12-31"]),
            "n": [3, 0, 8], "articles": [2, 0, 4], "denominator": [8, 0, 16],
            "share": [0.25, float("nan"), 0.25], "open": ["x", "y", "z"],
        }
    )
    fig = trend(frame, {"fa:الف": "الف"}, "fa")
    line = fig.data[0]
    assert line.y[0] == 25
    assert pd.isna(line.y[1])
    assert [one[0] for one in line.customdata] == ["x", "y", "z"]
    assert fig.layout.yaxis.ticktext[1].endswith("٪")
    assert "در ۲ خبر از ۸ خبر" in line.hovertext[0]


def test_thin_years_are_faint_and_each_line_has_its_name_at_its_end():
    frame = pd.DataFrame(
        {
            "term": ["fa:الف"] * 3 + ["fa:ب"] * 3,
            "period": pd.to_datetime(["2020-01-01", "2021-01-01", "2022-01-01"] * 2),
            "until": pd.to_datetime(["2020-12-31", "2021-12-31", "2022-12-31"] * 2),
            "n": 4, "articles": 2, "denominator": [2, 10, 20] * 2, "share": [1.0, 0.2, 0.1] * 2,
            "open": list("uvwxyz"),
        }
    )
    fig = trend(frame, {"fa:الف": "الف", "fa:ب": "ب"}, "en")
    points, strong = fig.data[:2]
    assert list(points.marker.opacity) == [0.45, 1.0, 1.0]
    assert points.marker.symbol[0].endswith("-open")
    assert pd.isna(strong.y[0])
    assert list(strong.y[1:]) == [20, 10]
    assert "fewer than 10 articles" in points.hovertext[0]
    named = [one for one in fig.layout.annotations if one.xref == "paper" and one.text != "●"]
    assert len(named) >= 2
    assert len({one.y for one in named}) == len(named)
    assert not fig.layout.showlegend


def test_nothing_to_draw_is_an_empty_figure():
    assert len(ranked(FRAME.head(0), "n", "fa").data[0].x) == 0
    columns = ["term", "period", "until", "n", "articles", "denominator", "share", "open"]
    assert trend(pd.DataFrame(columns=columns), {}, "en").data == ()
