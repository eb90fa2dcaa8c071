"""Dates standing alone in a column."""

from datetime import date

import pytest

from didgah.language.column_dates import day_first_of, parse_date

NOV_24 = date(2021, 11, 24)


@pytest.mark.parametrize("text", [
    "۳ آذر ۱۴۰۰", "1400/09/03", "۱۴۰۰/۰۹/۰۳ - ۱۰:۳۰", "14000903", "03/09/1400", "1400-9-3",
    "چهارشنبه ۳ آذر ۱۴۰۰", "سوم آذر ۱۴۰۰", "سوم آذرماه ۱۴۰۰", "۳ آذر ماه سال ۱۴۰۰",
    "تاریخ انتشار: ۰۳ آذر ۱۴۰۰ - ۱۰:۳۰", "1400/9/3 ه.ش", "چهار شنبه، ٣ آذر ١٤٠٠ ساعت ۱۲:۳۰",
])
def test_solar_hijri_values(text):
    found = parse_date(text)
    assert (found.value, found.precision, found.calendar) == (NOV_24, "day", "solar_hijri")


@pytest.mark.parametrize("text", [
    "2021-11-24", "2021/11/24", "20211124", "2021-11-24T10:00:00Z", "2021-11-24T23:59:00+03:30",
    "2021-11-24 10:00:00.000", "Wed, 24 Nov 2021 10:00:00 +0330", "Wed, 24 Nov 2021 10:00 GMT",
    "24 نوامبر 2021", "24 ноября 2021 года", "24 ноября 2021 г., 12:00", "November 24, 2021",
    "Nov. 24th, 2021", "24-Nov-2021", "24/11/2021", "11/24/2021", "24.11.2021, 15:30 МСК",
    "٢٤ تشرين الثاني ٢٠٢١", "24 نوفمبر/تشرين الثاني 2021", "الأربعاء، ٢٤ نوفمبر ٢٠٢١ - ١٠:٣٠",
    "12:30 2021/11/24",
])
def test_gregorian_values(text):
    found = parse_date(text)
    assert (found.value, found.precision, found.calendar) == (NOV_24, "day", "gregorian")


@pytest.mark.parametrize("text", ["١٨ شوال ١٤٤٣", "18 شوال 1443 هـ", "1443/10/18 هـ",
                                  "1443/10/18 ه.ق", "۱۸ شوال ۱۴۴۳ قمری", "18 Shawwal 1443 AH"])
def test_lunar_values(text):
    found = parse_date(text)
    assert (found.value, found.calendar) == (date(2022, 5, 19), "lunar_hijri")


@pytest.mark.parametrize(("text", "value", "precision"), [
    ("آذر ۱۴۰۰", date(2021, 11, 22), "month"), ("1400/09", date(2021, 11, 22), "month"),
    ("2021-11", date(2021, 11, 1), "month"), ("11.2021", date(2021, 11, 1), "month"),
    ("ноябрь 2021", date(2021, 11, 1), "month"), ("۱۴۰۰", date(2021, 3, 21), "year"),
    ("2021", date(2021, 1, 1), "year"), ("Ramadan 1443", date(2022, 4, 2), "month"),
])
def test_months_and_years(text, value, precision):
    found = parse_date(text)
    assert (found.value, found.precision) == (value, precision)


@pytest.mark.parametrize("text", [
    "", "hello", "1637712000", "1637712000000", "44524", "1400/12/30", "2021-02-29",
    "30 February 2021", "2021-13-01", "2021-00-10", "24 November 1400", "3 آذر 2021",
    "00/09/03", "24 Nov 21", "1200/01/01", "2500-01-01", "November", "3 آذر", "5",
    "24 Nov 2021 and 25 Nov 2021", "18 شوال 2021", "x" * 5000, "2021/1121/3",
])
def test_what_is_no_certain_date_is_refused(text):
    assert parse_date(text) is None


def test_a_day_month_order_in_doubt_needs_the_column():
    assert parse_date("03/04/2021") is None
    column = ["03/04/2021", "25/04/2021", "01/02/2021"]
    assert day_first_of(column) is True
    assert parse_date("03/04/2021", day_first=True).value == date(2021, 4, 3)
    assert day_first_of(["04/25/2021"]) is False
    assert parse_date("03/04/2021", day_first=False).value == date(2021, 3, 4)
    assert day_first_of(["25/04/2021", "04/25/2021"]) is None
    assert parse_date("03.04.2021").value == date(2021, 4, 3)
