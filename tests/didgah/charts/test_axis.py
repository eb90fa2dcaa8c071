"""The axis labels both calendars where their own years and months begin."""

from __future__ import annotations

from datetime import date, timedelta

import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from didgah.charts import axis
from didgah.language.conversion import to_calendar


def test_decade_is_labelled_by_years_of_each_calendar() -> None:
    solar = axis.ticks(date(2016, 6, 1), date(2025, 6, 1), "solar_hijri", "fa")
    assert solar.labels[:2] == ("۱۳۹۶", "۱۳۹۷")
    assert solar.days[0] == date(2017, 3, 21)  # Nowruz 1396
    plain = axis.ticks(date(2016, 6, 1), date(2025, 6, 1), "gregorian", "en")
    assert plain.labels[0] == "2017"
    assert plain.days[0] == date(2017, 1, 1)


def test_single_year_is_labelled_by_months() -> None:
    found = axis.ticks(date(2021, 3, 21), date(2022, 3, 20), "solar_hijri", "fa")
    assert found.labels == ("۱۴۰۰", "خرداد", "مرداد", "مهر", "آذر", "بهمن")
    assert found.days[4] == date(2021, 11, 22)


def test_few_days_are_labelled_one_by_one() -> None:
    found = axis.ticks(date(2021, 11, 20), date(2021, 11, 25), "solar_hijri", "fa")
    assert found.labels[0] == "۲۹ آبان ۱۴۰۰"
    assert found.labels[-1] == "۴ آذر"


@settings(max_examples=120, deadline=None)
@given(
    st.dates(date(1950, 1, 1), date(2060, 1, 1)), st.integers(0, 40_000),
    st.sampled_from(["gregorian", "solar_hijri"]), st.sampled_from(["fa", "en"]),
)
def test_labels_fit_on_a_phone_and_lie_inside(
    first: date, days: int, calendar: str, language: str
) -> None:
    last = first + timedelta(days)
    found = axis.ticks(first, last, calendar, language)  # type: ignore[arg-type]
    assert len(found.labels) == len(found.days) <= 12
    assert all(first <= day <= last for day in (*found.days, *found.minor))
    assert list(found.days) == sorted(set(found.days))
    if days > 400:
        assert found.days
        assert all(to_calendar(day, calendar)[2] == 1 for day in found.days)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("language", "above", "beneath"), [("fa", "۱۴۰۱", "۲۰۲۲"), ("en", "2022", "1401")]
)
def test_the_readers_calendar_stands_above(language: str, above: str, beneath: str) -> None:
    fig = go.Figure()
    axis.draw(fig, date(2019, 1, 1), date(2026, 1, 1), language=language, dark=False)
    assert above in fig.layout.xaxis.ticktext
    lower = [one for one in fig.layout.annotations if one.text == beneath]
    assert lower
    assert lower[0].yshift < 0
