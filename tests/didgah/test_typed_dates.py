"""Dates typed into the filter bar."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from didgah.typed_dates import read_day, write_day


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2021-11-24", date(2021, 11, 24), date(2021, 11, 24)),
        ("1400/9/3", date(2021, 11, 24), date(2021, 11, 24)),
        ("۱۴۰۰/۰۹/۰۳", date(2021, 11, 24), date(2021, 11, 24)),
        ("  ۳ آذر ۱۴۰۰ ", date(2021, 11, 24), date(2021, 11, 24)),
        ("آذر ۱۴۰۰", date(2021, 11, 22), date(2021, 12, 21)),
        ("1400", date(2021, 3, 21), date(2022, 3, 20)),
        ("2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("November 2021", date(2021, 11, 1), date(2021, 11, 30)),
    ],
)
def test_day_month_or_year_in_any_calendar(typed, first, last):
    assert (read_day(typed, "first"), read_day(typed, "last")) == (first, last)


@pytest.mark.parametrize("typed", ["", "دیروز", "1400/13/1", "<script>", "9" * 200])
def test_what_is_no_date_is_none(typed):
    assert read_day(typed, "first") is None


@given(st.dates(date(1930, 1, 1), date(2070, 12, 31)), st.sampled_from(["fa", "en"]))
def test_written_days_are_read_back(day, language):
    assert read_day(write_day(day, language), "first") == day


def test_persian_readers_get_their_calendar_and_digits():
    assert write_day(date(2021, 11, 24), "fa") == "۱۴۰۰/۰۹/۰۳"
    assert write_day(date(2021, 11, 24), "en") == "2021-11-24"
    assert write_day(None, "fa") == ""
