"""Publication dates from addresses and labelled lines."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from didgah.annotate.published import date_in_url, publication_of
from didgah.language.calendars import to_solar
from didgah.model import Article, Published


@pytest.mark.parametrize(("url", "day"), [
    ("https://a.example/2021/11/24/title", date(2021, 11, 24)),
    ("https://a.example/news/1400/09/03/title", date(2021, 11, 24)),
    ("https://a.example/2021-11-24-title.html", date(2021, 11, 24)),
    ("https://a.example/20211124/title", date(2021, 11, 24)),
    ("https://a.example/%DB%B1%DB%B4%DB%B0%DB%B0/%DB%B0%DB%B9/%DB%B0%DB%B3/", date(2021, 11, 24)),
    ("https://a.example/2021/13/24/", None),
    ("https://a.example/news/8203150021", None),
    ("https://a.example/2021/11/24/and/2020/01/02", None),
    ("https://a.example/?d=2021/11/24", None),
    ("https://[bad/2021/11/24", None),
])
def test_days_in_addresses(url, day):
    assert date_in_url(url) == day


@given(st.dates(date(1990, 1, 1), date(2079, 12, 31)), st.booleans())
def test_every_day_survives_an_address(day, solar):
    year, month, number = to_solar(day) if solar else (day.year, day.month, day.day)
    assert date_in_url(f"https://a.example/{year}/{month:02}/{number:02}/x") == day


def test_stated_date_wins():
    stated = Published(date(2020, 1, 1), "day", "stated")
    article = Article("t", "b", url="https://a.example/2021/11/24/", published=stated)
    assert publication_of(article) == stated


@pytest.mark.parametrize("line", [
    "تاریخ انتشار: ۳ آذر ۱۴۰۰", "Дата публикации: 24 ноября 2021 года, 10:15",
    "Published: 24 November 2021", "تاريخ النشر: 2021-11-24",
])
def test_labelled_line(line):
    found = publication_of(Article("title", f"Body.\n{line}\nMore."))
    assert found == Published(date(2021, 11, 24), "day", "inferred")


def test_a_date_in_the_lead_is_no_publication_date():
    body = "۳ آذر ۱۴۰۰ نشست برگزار شد. " + str(date(2021, 1, 1) + timedelta(3))
    assert publication_of(Article("t", body)).value is None
