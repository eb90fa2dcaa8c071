"""Which year, century or half a date is of, as far as the words beside it tell."""

from __future__ import annotations

from datetime import date

import pytest

from didgah.annotate.dates.expressions import find_dates
from didgah.model import DateExpression

SUNDAY = date(2016, 5, 1)  # 12 Ordibehesht 1395


def only(text: str, published: date = SUNDAY) -> DateExpression:
    (found,) = (d for d in find_dates(text, "fa", published) if d.type == "date")
    return found


@pytest.mark.parametrize(("text", "span", "first", "last"), [
    ("در ۹ ماهه نخست سال ۱۳۹۴ ثبت شد", "۹ ماهه نخست سال ۱۳۹۴", "2015-03-21", "2015-12-21"),
    ("در پنج ماهه سال گذشته ثبت شد", "پنج ماهه سال گذشته", "2015-03-21", "2015-08-22"),
    ("در ۱۰ ماهه سال ۹۴ ثبت شد", "۱۰ ماهه سال ۹۴", "2015-03-21", "2016-01-20"),
])
def test_the_first_months_of_a_year(text: str, span: str, first: str, last: str) -> None:
    found = only(text)
    assert found.text == span
    assert (str(found.first), str(found.last)) == (first, last)


def test_so_many_days_are_not_the_first_months_of_a_year() -> None:
    found = find_dates("دورهٔ ۳ روزه امسال برگزار شد", "fa", SUNDAY)
    assert [d.text for d in found] == ["۳ روزه", "امسال"]


@pytest.mark.parametrize(("text", "year"), [
    ("قیام ۱۵ خرداد سال ۴۲ در یادها ماند", 1963), ("نقشه‌های سال ۴۱ یافت شد", 1962),
    ("پیش‌نویس سال ۹۴ آماده شد", 2015),
])
def test_two_figures_are_not_of_a_far_future(text: str, year: int) -> None:
    found = only(text)
    assert found.first is not None
    assert found.first.year == year
    assert found.assumed


def test_a_weekday_may_be_that_of_the_last_day() -> None:
    found = only("مراسم سه‌شنبه ۱۲ لغایت ۱۴ اردیبهشت برگزار می‌شود")
    assert (found.first, found.last) == (date(2016, 5, 1), date(2016, 5, 3))


def test_what_is_announced_is_not_past_with_the_announcement() -> None:
    found = only("رئیس اتاق از برگزاری همایش در ماه خرداد خبر داد")
    assert found.first == date(2016, 5, 21)


def test_from_is_outside_the_span() -> None:
    assert only("نمایشگاه از روز یکشنبه ۱۲ اردیبهشت برپاست").text == "روز یکشنبه ۱۲ اردیبهشت"


@pytest.mark.parametrize(("text", "sure"), [
    ("مسافران فردا می‌رسند", True), ("امروز نوبت ماست و فردا نوبت دیگران", False),
    ("شاخص نسبت به روز قبل کاهش یافت", False), ("شاخص روز گذشته کاهش یافت", True),
])
def test_days_that_may_be_any_are_assumed(text: str, sure: bool) -> None:
    found = find_dates(text, "fa", SUNDAY)[-1]
    assert found.first is not None
    assert (found.assumed == ()) == sure


@pytest.mark.parametrize("text", ["در ۲۷ سالگی به شهر آمد", "به امامت جمعه شهر منصوب شد"])
def test_ages_and_offices_are_no_dates(text: str) -> None:
    assert find_dates(text, "fa", SUNDAY) == ()


@pytest.mark.parametrize(("language", "text", "span", "first"), [
    ("ru", "В 2022 году 24 февраля открыли школу", "24 февраля", "2022-02-24"),
    ("ru", "В 2023 году в июне открыли школу", "июне", "2023-06-01"),
    ("fa", "در سال ۷۸ ماجرای ۱۸ تیر رخ داد", "۱۸ تیر", "1999-07-09"),
    ("fa", "همایش به ۸ مهر موکول شد", "۸ مهر", "2016-09-29"),
    ("ru", "С 2010 года до 3 июня всё менялось", "3 июня", "2016-06-03"),
])
def test_the_year_may_stand_before_the_day(
    language: str, text: str, span: str, first: str
) -> None:
    (found,) = (d for d in find_dates(text, language, SUNDAY) if d.text == span)
    assert str(found.first) == first


def test_a_day_in_brackets_corrects_the_day_counted() -> None:
    # Written on another day than it was published.
    found, told = find_dates("نشست فردا (چهارشنبه ۱۵ اردیبهشت) برپا می‌شود", "fa", SUNDAY)
    assert found.first == told.first == date(2016, 5, 4)
    assert found.assumed == ("day",)


def test_last_night_beside_today_is_last_night() -> None:
    assert find_dates("از دیشب و صبح امروز", "fa", SUNDAY)[0].assumed == ()


def test_the_last_wednesday_of_the_year_is_a_feast() -> None:
    assert find_dates("با نزدیک شدن چهارشنبه آخر سال", "fa", SUNDAY) == ()


@pytest.mark.parametrize(("language", "text", "first"), [
    ("ru", "Форум, открывшийся 13 мая, продлится ещё три дня.", date(2025, 5, 13)),
    ("en", "The forum opened May 13 and will run for a week.", date(2025, 5, 13)),
    ("ru", "В октябре делегация побывала в Ашхабаде.", date(2024, 10, 1)),
])
def test_the_word_just_before_a_date_tells_that_it_has_been(language, text, first) -> None:
    found = [d for d in find_dates(text, language, date(2025, 5, 14)) if d.type == "date"]
    assert [(d.first, d.assumed) for d in found] == [(first, ("year",))]
