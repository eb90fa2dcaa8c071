"""«با همتای ایرانی خود», "Putin's aide": who is meant by somebody else's name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from didgah import registry
from didgah.annotate.pipeline import annotate, load_lexicons
from didgah.model import Article, Published

DAY = date(2024, 11, 12)


@cache
def world():
    """The registry without its chronology: what is read is read from the text."""
    return replace(registry.load(), meetings={}, statements={}), load_lexicons()


def parties(language: str, body: str, day: date | None = DAY) -> set[str]:
    """Those of the one meeting told; countries by id, strangers by name."""
    published = Published(day, "day", "stated") if day else Published()
    told = annotate(Article("", body, language=language, published=published), *world()).meetings
    assert len(told) <= 1
    return {one.entity or one.name for report in told for one in report.participants}


@pytest.mark.parametrize(("language", "body"), [
    ("fa", "سرگئی لاوروف با همتای ایرانی خود در مسکو دیدار کرد."),
    ("fa", "سرگئی لاوروف با همتای ایرانی‌اش در مسکو دیدار کرد."),
    ("ar", "التقى سيرغي لافروف نظيره الإيراني في موسكو."),
    ("ru", "Сергей Лавров встретился в Москве со своим иранским коллегой."),
    ("en", "Sergey Lavrov met his Iranian counterpart in Moscow."),
])
def test_a_counterpart_is_the_holder_of_the_same_office(language, body):
    assert parties(language, body) == {"lavrov", "araghchi"}


def test_a_king_is_the_counterpart_of_a_president():
    assert parties("fa", "ولادیمیر پوتین با همتای قطری خود در مسکو دیدار کرد.") == {
        "putin", "tamim"}


def test_where_the_holder_is_not_known_it_is_the_country():
    assert parties("fa", "سرگئی لاوروف با همتای بلژیکی خود در مسکو دیدار کرد.") == {
        "lavrov", "belgium"}
    assert parties("fa", "سرگئی لاوروف با همتای ایرانی خود در مسکو دیدار کرد.", None) == {
        "lavrov", "iran"}


def test_a_word_that_is_no_nation_makes_no_counterpart():
    assert parties("fa", "سرگئی لاوروف با همتای سابق خود در مسکو دیدار کرد.") == set()


def test_a_counterpart_with_a_name_is_who_is_named():
    assert parties("fa", "سرگئی لاوروف با همتای ایرانی خود عباس عراقچی در مسکو دیدار کرد.") == {
        "lavrov", "araghchi"}


def test_the_office_is_that_of_the_subject_in_play_where_nobody_is_named():
    body = ("سرگئی لاوروف درباره سوریه سخن گفت.\n"
            "در دیدار با همتای ترکیه‌ای خود نیز گفت که همکاری ادامه دارد.")
    assert parties("fa", body) == {"lavrov", "fidan"}


@pytest.mark.parametrize(("language", "body"), [
    ("fa", "عباس عراقچی با دستیار پوتین در مسکو دیدار کرد."),
    ("fa", "عباس عراقچی با نماینده ویژه پوتین در مسکو دیدار کرد."),
])
def test_an_aide_is_not_the_one_whose_he_is(language, body):
    assert parties(language, body) == {"araghchi", "russia"}


def test_an_aide_named_behind_is_that_person():
    told = parties("fa", "عباس عراقچی با دستیار پوتین یوری اوشاکوف در مسکو دیدار کرد.")
    assert told == {"araghchi", "ushakov"}
