"""Dates counted from a date told, weekdays beside a day, days of a month so named."""

from datetime import date

import pytest

from didgah.annotate.dates.expressions import find_dates

FRIDAY = date(2024, 11, 15)
TOLD = [
    ("en", "Talks were held on 3 May 2024. A day later the envoys left.", "A day later",
     "2024-05-04"),
    ("en", "The pact was signed on 3 May 2024; two days earlier the text was agreed.",
     "two days earlier", "2024-05-01"),
    ("ru", "Встреча состоялась 3 мая 2024 года. Днём позже делегация улетела.", "Днём позже",
     "2024-05-04"),
    ("ar", "عقد الاجتماع في 3 مايو 2024، وبعد ذلك بيومين غادر الوفد", "بعد ذلك بيومين",
     "2024-05-05"),
    ("fa", "نشست ۳ آذر ۱۴۰۲ برگزار شد و دو روز پیش از آن هیئت رسید", "دو روز پیش از آن",
     "2023-11-22"),
    ("ar", "في الخامس من الشهر الجاري", "الخامس من الشهر الجاري", "2024-11-05"),
    ("en", "on the 20th of last month", "20th of last month", "2024-10-20"),
    ("ar", "وصل السبت الماضي، ويغادر السبت المقبل", "السبت المقبل", "2024-11-16"),
]


@pytest.mark.parametrize(("language", "text", "span", "day"), TOLD)
def test_counted(language, text, span, day):
    (found,) = [d for d in find_dates(text, language, FRIDAY) if d.text == span]
    assert found.first == found.last == date.fromisoformat(day)


def test_a_day_and_its_weekday_in_brackets_are_two():
    found = find_dates("دیروز (پنجشنبه) دیدار کردند", "fa", FRIDAY)
    assert [(d.text, d.first) for d in found] == [
        ("دیروز", date(2024, 11, 14)), ("پنجشنبه", date(2024, 11, 14)),
    ]


def test_an_ordinal_before_a_dash_begins_no_run_of_days():
    (found,) = find_dates("восьмая – 15 мая 2024 года", "ru", FRIDAY)
    assert (found.text, found.first) == ("15 мая 2024 года", date(2024, 5, 15))


def test_a_publication_before_the_lunar_tables_leaves_lunar_months_open():
    assert all(d.first is None for d in find_dates("شوال الماضي", "ar", date(1701, 1, 1)))
