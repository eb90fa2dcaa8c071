"""Periods begin and end where calendars say, and leave no day out."""

from datetime import date, timedelta
from itertools import pairwise

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from didgah.language.calendars import to_solar
from didgah.queries import periods

_days = st.dates(date(1990, 1, 1), date(2040, 12, 31))


@given(day=_days, grain=st.sampled_from(periods.GRAINS))
def test_every_day_lies_in_its_period_and_the_next_one_follows(day, grain):
    start = periods.starts(pd.Series([pd.Timestamp(day)]), grain)[0].date()
    end = periods.until(start, grain)
    assert start <= day <= end
    after = pd.Series([pd.Timestamp(end + timedelta(days=1))])
    assert periods.starts(after, grain)[0].date() == end + timedelta(days=1)


@given(first=_days, span=st.integers(0, 1500), grain=st.sampled_from(periods.GRAINS))
def test_all_periods_between_two_days_touch_one_another(first, span, grain):
    last = first + timedelta(days=span)
    starts = periods.between(first, last, grain)
    assert starts[0] <= first <= periods.until(starts[0], grain)
    assert starts[-1] <= last <= periods.until(starts[-1], grain)
    for one, following in pairwise(starts):
        assert periods.until(one, grain) + timedelta(days=1) == following


@given(day=_days)
def test_a_solar_year_begins_on_the_first_of_farvardin(day):
    start = periods.starts(pd.Series([pd.Timestamp(day)]), "solar_year")[0].date()
    assert to_solar(start) == (to_solar(day)[0], 1, 1)


@pytest.mark.parametrize(("days", "grain"), [
    (0, "day"), (62, "day"), (63, "week"), (400, "week"), (500, "month"), (3000, "quarter"),
    (9000, "year"),
])
def test_the_grain_suits_the_span(days, grain):
    first = date(2001, 1, 1)
    assert periods.chosen("auto", first, first + timedelta(days=days)) == grain
    assert periods.chosen("solar_year", first, first + timedelta(days=days)) == "solar_year"


def test_without_any_day_there_is_still_a_grain():
    assert periods.chosen("auto", None, None) == "month"
