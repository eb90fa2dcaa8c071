"""Datelines and stamps give a day and place where the telling gives none."""

from datetime import date

import pytest

from tests.didgah.annotate.small_world import scene

DAY = date(2021, 5, 13)


def test_stamp_under_a_headline_dates_and_places_what_it_tells():
    told = scene(
        "Встреча с Эрдоганом\nВладимир Путин встретился с Эрдоганом. "
        "13 мая 2021 года 16:30 Москва, Кремль Добрый день!", "ru",
        dates={"13 мая 2021 года": DAY}, published=DAY,
    )
    report, = told.meetings
    assert (report.first, report.place, report.assumed) == (DAY, "moscow", ())


@pytest.mark.parametrize(("language", "text"), [
    ("ar", "جدة (واس): التقى لافروف فيصل بن فرحان."),
    ("ar", "واس- جدة: التقى لافروف فيصل بن فرحان."),
    ("fa", "جده - خبرگزاری: لاوروف با فیصل بن فرحان دیدار کرد."),
    ("en", "Jeddah (SPA) - Lavrov met Faisal bin Farhan."),
])
def test_place_of_the_dateline_is_assumed(language, text):
    report, = scene("\n" + text, language).meetings
    assert report.place == "jeddah"
    assert "place" in report.assumed


def test_place_in_the_telling_goes_before_the_dateline():
    report, = scene("\nجدة (واس): التقى بوتين أردوغان في موسكو.", "ar").meetings
    assert (report.place, report.assumed) == ("moscow", ())


def test_a_call_has_no_place():
    report, = scene("\nMoscow (TASS) - Putin spoke by phone with Erdogan.", "en").meetings
    assert (report.kind, report.place) == ("call", "")
