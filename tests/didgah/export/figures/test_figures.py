"""Drawings are in proportion to what they show, and every mark says what it is."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from didgah.export.figures import lanes, plot, time_axis
from didgah.language.messages import INTERFACE_LANGUAGES
from tests.didgah.export import decks
from tests.didgah.export.page_reader import Page


def drawn(chart, language="fa"):
    return Page(plot.draw(chart, language, "نمودار"))


def number(attrs, name):
    return float(attrs[name].rstrip("%"))


counts = st.integers(1, 6).flatmap(lambda n: st.tuples(*[
    st.lists(st.integers(0, 5000), min_size=n, max_size=n).map(tuple)] * 2))


@given(counts)
def test_columns_are_as_high_as_their_values_and_stand_on_each_other(values):
    rects = [attrs for attrs, _ in drawn(decks.chart(values=values)).all("rect", "c")][2:]  # keys
    shown = [one.values[n] for n in range(len(values[0]))
             for one in decks.chart(values=values).series if one.values[n]]
    assert len(rects) == len(shown)
    heights = [number(one, "height") for one in rects]
    for value, height in zip(shown, heights, strict=True):
        ratio = value / shown[0]  # heights are written to a thousandth
        assert height == pytest.approx(heights[0] * ratio, abs=0.002 * (1 + ratio))
    tops = [number(one, "y") + number(one, "height") for one in rects]
    assert max(tops, default=100) == pytest.approx(100, abs=0.01)
    assert all(number(one, "y") >= 5.9 for one in rects)


@given(st.floats(1e-4, 1e9))
def test_the_lines_across_are_round_and_reach_above_the_highest(highest):
    steps = plot.round_steps(highest)
    assert steps[-1] >= highest * (1 - 1e-6)
    assert steps[-2] < highest
    assert 2 <= len(steps) <= 6
    assert f"{steps[1]:.0e}"[0] in "125" or f"{steps[1]:.1e}".startswith("2.5")


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_bars_grow_from_the_side_where_a_line_begins(language):
    bars = drawn(decks.chart("bars", ((0.5, 0.25),), percent=True), language).all("rect", "c")
    edges = [(number(one, "x"), number(one, "x") + number(one, "width")) for one, _ in bars]
    if language in ("fa", "ar"):
        assert edges == [(0, 100), (50, 100)]
    else:
        assert edges == [(0, 100), (0, 50)]


def test_a_whisker_spans_its_interval():
    read = drawn(decks.chart("bars", ((0.5, 0.25),), percent=True, bounds=True), "en")
    spans = [(number(one, "x1"), number(one, "x2")) for one, _ in read.all("line", "whisker")]
    assert spans == [pytest.approx((66.67, 100), abs=0.01), pytest.approx((33.33, 50), abs=0.01)]


def test_a_line_breaks_where_nothing_is_known():
    read = drawn(decks.chart("lines", ((1.0, None, 2.0, 3.0),)))
    assert len(read.all("circle", "c")) == 3
    assert len(read.all("line", "run")) == 1 + 1  # one run and the legend's


def test_lines_of_one_colour_differ_in_their_stroke():
    chart = decks.chart("lines")
    same = plot.Chart(chart.form, chart.categories, tuple(
        plot.Series(one.name, one.values, decks.BLUE) for one in chart.series), chart.unit,
        days=chart.days)
    assert not drawn(chart).all("line", "dashed")
    assert len(drawn(same).all("line", "dashed")) == 2 + 1


def test_a_mark_says_every_series_and_one_of_a_drawing_is_reached_by_tab():
    chart = decks.chart()
    hits = [attrs for attrs, _ in drawn(chart).all("rect", "hit")]
    assert [one["tabindex"] for one in hits] == ["0", "-1", "-1"]
    for n, one in enumerate(hits):
        assert one["data-tip"] == plot.tip_words(chart, n, "fa") == one["aria-label"]
        assert all(series.name in one["data-tip"] for series in chart.series)


days = st.lists(st.dates(date(1990, 1, 1), date(2030, 1, 1)), min_size=1, max_size=40, unique=True)


@given(days)
def test_periods_stand_in_order_within_the_axis(found):
    found = sorted(found)
    spots, last = time_axis.shares(found)
    assert last >= found[-1]
    assert spots[0][0] == 0
    assert spots[-1][1] == pytest.approx(100)
    for (left, right), (after, _) in pairwise(spots):
        assert left < right <= after + 1e-9


@given(st.dates(date(1990, 1, 1), date(2030, 1, 1)), st.integers(0, 9000),
       st.sampled_from(INTERFACE_LANGUAGES))
def test_labels_of_the_axis_do_not_lie_on_each_other(first, length, language):
    read = Page(time_axis.labels(first, first + timedelta(length), language))
    for row in ("row0", "row1"):
        places = [number(attrs, "x") for attrs, _ in read.all("text", row)]
        assert all(after - one >= 8.99 for one, after in pairwise(places))


def test_every_dated_meeting_has_its_mark_in_its_lane_and_says_itself():
    shown = decks.timeline()
    read = Page(lanes.draw(shown, "fa", "دیدارها"))
    marks = [attrs for attrs, _ in read.all("g", "hit")]
    assert [one["data-tip"] for one in marks] == [
        lanes.tip_words(one, "fa") for one in shown.marks if one.first]
    assert ["outlined" in one["class"] for one in marks] == [False, False, True, True]
    assert len(read.all("div", "lane")) == 2 + 1
    # Two of one day stand in two rows.
    first, second = (attrs["cy"] for attrs, _ in read.all("circle")[-3:-1])
    assert first != second


def test_a_timeline_without_a_day_is_not_drawn():
    assert lanes.draw(decks.Timeline((), (), None, None), "fa", "x") == ""
