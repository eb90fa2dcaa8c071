"""Three calendars: conversion there and back, and dates in words."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from didgah.language import calendars as cal
from didgah.language.months import NAMES, spellings

DAYS = st.dates(date(1871, 3, 21), date(2121, 3, 20))
UMM_AL_QURA = st.dates(date(1924, 8, 1), date(2077, 11, 16))


@given(st.dates(date(622, 3, 22), date(9989, 12, 31)))
def test_solar_hijri_goes_there_and_back(day):
    assert cal.from_solar(*cal.to_solar(day)) == day


@given(UMM_AL_QURA)
def test_lunar_hijri_goes_there_and_back(day):
    assert cal.from_lunar(*cal.to_lunar(day)) == day


@given(
    DAYS, st.sampled_from(("gregorian", "solar_hijri")), st.sampled_from(("fa", "en", "ar", "ru"))
)
def test_a_written_day_reads_back(day, calendar, language):
    read = cal.parse_date(cal.format_date(day, language, calendar))
    assert read == cal.ParsedDate(day, "day", calendar)


@given(UMM_AL_QURA, st.sampled_from(("fa", "en", "ar", "ru")))
def test_a_written_lunar_day_reads_back(day, language):
    read = cal.parse_date(cal.format_date(day, language, "lunar_hijri"))
    assert read == cal.ParsedDate(day, "day", "lunar_hijri")


@given(DAYS, st.sampled_from(("gregorian", "solar_hijri")))
def test_months_follow_one_another(day, calendar):
    year, month, _ = cal.to_calendar(day, calendar)
    last = cal.month_end(calendar, year, month)
    assert cal.to_calendar(last + timedelta(1), calendar) == (*cal.months_on(year, month, 1), 1)


@given(DAYS, st.sampled_from(("day", "week", "month", "season", "year", "decade")))
def test_a_span_holds_its_first_day(day, precision):
    first, last = cal.span(day, precision)
    assert first <= day <= last


def test_known_days_agree_in_all_calendars():
    day = date(2021, 11, 24)
    assert cal.to_solar(day) == (1400, 9, 3)
    assert cal.to_lunar(day) == (1443, 4, 19)
    assert cal.from_lunar(1443, 10, 18) == date(2022, 5, 19)


@pytest.mark.parametrize("bad", [(1400, 12, 30), (1400, 13, 1), (1400, 0, 1), (0, 1, 1)])
def test_an_impossible_solar_day_raises(bad):
    with pytest.raises(ValueError):  # noqa: PT011 - the libraries word it, we pass it on
        cal.from_solar(*bad)


@pytest.mark.parametrize("bad", [(1342, 1, 1), (1501, 1, 1), (1443, 10, 31)])
def test_an_impossible_lunar_day_raises(bad):
    with pytest.raises(ValueError):  # noqa: PT011
        cal.from_lunar(*bad)


def test_days_are_written_for_their_reader():
    day = date(2021, 11, 24)
    assert cal.format_date(day, "fa") == "۳ آذر ۱۴۰۰"
    assert cal.format_pair(day, "fa") == "۳ آذر ۱۴۰۰ (۲۴ نوامبر ۲۰۲۱)"
    assert cal.format_pair(day, "en") == "24 November 2021 (3 Azar 1400)"
    assert cal.format_date(day, "ru") == "24 ноября 2021"
    assert cal.format_date(day, "fa", "lunar_hijri") == "۱۹ ربیع‌الثانی ۱۴۴۳ قمری"
    assert cal.format_date(None, "fa") == "تاریخ نامعلوم"


def test_a_month_of_one_calendar_spans_two_of_the_other():
    assert cal.format_pair(date(2021, 11, 1), "fa", "month") == "آبان–آذر ۱۴۰۰ (نوامبر ۲۰۲۱)"
    assert cal.format_pair(date(2021, 11, 22), "fa", "month") == "آذر ۱۴۰۰ (نوامبر–دسامبر ۲۰۲۱)"
    assert cal.format_pair(date(2006, 1, 1), "fa", "year") == "۱۳۸۴–۱۳۸۵ (۲۰۰۶)"
    assert cal.format_pair(date(2021, 3, 21), "en", "year") == "2021–2022 (1400)"


def test_intervals_are_written_once_per_shared_part():
    def write(first, last, language):
        return cal.format_interval(first, last, "days", language, "gregorian")

    assert write(date(2021, 7, 28), date(2021, 7, 30), "en") == "28–30 July 2021"
    assert write(date(2021, 7, 28), date(2021, 7, 30), "fa") == "۲۸ تا ۳۰ ژوئیهٔ ۲۰۲۱"
    assert write(date(2021, 7, 28), date(2021, 8, 2), "ru") == "28 июля – 2 августа 2021"
    assert write(date(2021, 12, 28), date(2022, 1, 2), "fa") == (
        "۲۸ دسامبر ۲۰۲۱ تا ۲ ژانویهٔ ۲۰۲۲"
    )


def test_no_spelling_of_a_month_stands_for_two():
    from didgah.language.fold import key

    seen = {}
    for language in ("fa", "ar", "ru", "en"):
        for name, calendar, month in spellings(language):
            assert seen.setdefault(key(name), (calendar, month)) == (calendar, month), name
    assert all(len(names) == 12 for table in NAMES.values() for names in table.values())


@pytest.mark.parametrize(("language", "chosen", "words"), [
    ("fa", None, "۳ آذر ۱۴۰۰ (۲۴ نوامبر ۲۰۲۱)"),
    ("fa", "gregorian", "۲۴ نوامبر ۲۰۲۱ (۳ آذر ۱۴۰۰)"),
    ("fa", "lunar_hijri", "۱۹ ربیع‌الثانی ۱۴۴۳ قمری (۲۴ نوامبر ۲۰۲۱)"),
    ("ru", "solar_hijri", "3 азара 1400 (24 ноября 2021)"),
    ("ar", None, "٢٤ نوفمبر ٢٠٢١ (١٩ ربيع الآخر ١٤٤٣ هـ)"),
])  # fmt: skip
def test_chosen_calendar_is_written_first(language, chosen, words):
    cal.choose(chosen)
    try:
        assert cal.format_pair(date(2021, 11, 24), language) == words
    finally:
        cal.choose(None)
