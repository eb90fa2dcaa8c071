"""Turns in which Russian and English newsrooms tell of talks and trips."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from didgah import registry
from didgah.annotate.pipeline import annotate, load_lexicons
from didgah.model import Article, MeetingReport, Published

FRIDAY = date(2025, 6, 20)


@cache
def world():
    """The registry without its chronology: what is read is read from the text."""
    return replace(registry.load(), meetings={}, statements={}), load_lexicons()


def reports(body: str, title: str = "") -> tuple[MeetingReport, ...]:
    language = "en" if body.isascii() else "ru"
    article = Article(
        title, body, language=language, published=Published(FRIDAY, "day", "stated"))
    return annotate(article, *world()).meetings


def sides(report: MeetingReport) -> set[str]:
    return {one.entity for one in report.participants}


@pytest.mark.parametrize(("body", "expected"), [
    ("Главы внешнеполитических ведомств России и Ирана провели в Дохе переговоры.",
     {"lavrov", "araghchi"}),
    ("Главы государств России и Ирана провели в Дохе переговоры.", {"putin", "pezeshkian"}),
    ("Главы парламентов России и Ирана провели в Дохе переговоры.", {"russia", "iran"}),
    ("Вице-премьеры России и Ирана провели в Дохе переговоры.", {"russia", "iran"}),
    ("Deputy prime ministers of Russia and Iran met in Doha on Thursday.", {"russia", "iran"}),
])
def test_holders_of_an_office_are_told_by_the_whole_office(body, expected):
    (told,) = reports(body)
    assert sides(told) == expected
    assert told.place == "doha"


@pytest.mark.parametrize("body", [
    "В четверг Рустам Минниханов провёл в Казани с министром торговли Катара переговоры.",
    "Рустам Минниханов прибыл в Доху.\nЗапланирована встреча с министром торговли Катара.",
])
def test_whom_the_talks_are_with_may_stand_on_either_side_of_the_talks(body):
    assert any(told.kind == "bilateral" and sides(told) == {"minnikhanov", "qatar"}
               for told in reports(body))


@pytest.mark.parametrize("body", [
    "Rustam Minnikhanov completed a working visit to the United Arab Emirates.",
    "Rustam Minnikhanov winds up a tour of the UAE.",
    "Rustam Minnikhanov left the UAE after a two-day visit.",
    "Рустам Минниханов пробудет в ОАЭ два дня.",
    "Делегация во главе с Рустамом Миннихановым находится в ОАЭ.",
])
def test_a_trip_to_a_country_with_an_article_or_told_by_its_end(body):
    (told,) = reports(body)
    assert (told.kind, told.place, sides(told)) == ("visit", "uae", {"minnikhanov"})


def test_a_trip_that_will_not_be_as_planned_is_cancelled():
    (told,) = reports("Sergey Lavrov will not travel to Doha on June 24 as planned.")
    assert (told.status, told.kind, told.first) == ("cancelled", "visit", date(2025, 6, 24))


def test_a_trip_that_was_never_planned_is_none():
    assert reports("Sergey Lavrov will not travel to Doha on June 24.") == ()


def test_a_plan_for_a_visit_is_to_come():
    (told,) = reports("В МИД рассказали о планах визита Сергея Лаврова в Доху.")
    assert told.status == "announced"


@pytest.mark.parametrize(("body", "countries"), [
    ("Russia, Iran open talks in Doha on Thursday.", {"russia", "iran"}),
    ("Россия и Иран провели в четверг в Дохе консультации.", {"russia", "iran"}),
    ("Переговоры России и Ирана прошли в четверг в Дохе.", {"russia", "iran"}),
    ("В четверг в Дохе прошли консультации между Россией, Ираном и Азербайджаном.",
     {"russia", "iran", "azerbaijan"}),
])
def test_countries_that_hold_talks_are_their_sides(body, countries):
    (told,) = reports(body)
    assert sides(told) == countries
    assert told.kind == ("bilateral" if len(countries) == 2 else "meeting")
    assert (told.place, told.first) == ("doha", date(2025, 6, 19))


@pytest.mark.parametrize("body", [
    "Россия и Иран провели консультации.",
    "Россия и Иран готовы к переговорам в Дохе.",
    "Russia and Iran called for talks in Doha on Thursday.",
])
def test_countries_met_where_talks_have_a_day_or_place_and_are_no_wish(body):
    assert reports(body) == ()


@pytest.mark.parametrize("body", [
    "Sergey Lavrov arrived in Doha on Monday for a visit. The visit will last until June 22.",
    "Сергей Лавров прибыл в Доху 16 июня. Визит продлится до 22 июня.",
])
def test_a_later_sentence_tells_until_when_a_trip_goes_on(body):
    (told,) = reports(body)
    assert (told.first, told.last) == (date(2025, 6, 16), date(2025, 6, 22))
