"""Capitals and the Kremlin as places of meetings."""

import pytest

from didgah.annotate.lexicons import load_lexicons
from didgah.annotate.names.registered import NameMatcher
from didgah.annotate.sentences.background import background_of
from didgah.annotate.sentences.seats import find_seats, load_seats
from didgah.annotate.sentences.skeleton import plain
from didgah.registry import load


def places(text, language):
    registry = load()
    mentions = NameMatcher(registry).find(text, language)
    found = find_seats(plain(text), mentions, load_lexicons().syntax[language],
                       background_of(registry))
    return [one.entity for one in found]


@pytest.mark.parametrize(("language", "text", "place"), [
    ("fa", "این دیدار در پایتخت مصر برگزار شد.", "cairo"),
    ("fa", "این دیدار در کرملین برگزار شد.", "moscow"),
    ("ru", "Встреча прошла в столице Татарстана.", "kazan"),
    ("ru", "Встреча прошла в египетской столице.", "cairo"),
    ("ru", "Встреча прошла в Кремле.", "moscow"),
    ("ru", "Встреча прошла в Казанском кремле.", "kazan"),
    ("ar", "عقد اللقاء في العاصمة السعودية.", "riyadh"),
    ("ar", "عقد اللقاء في العاصمة المصرية.", "cairo"),
    ("ar", "عقد اللقاء في الكرملين.", "moscow"),
    ("en", "They met in the capital of Tatarstan.", "kazan"),
    ("en", "They met in the Egyptian capital.", "cairo"),
    ("en", "They met at the Kremlin.", "moscow"),
])
def test_cities_told_by_what_they_are(language, text, place):
    assert places(text, language) == [place]


@pytest.mark.parametrize(("language", "text"), [
    ("ru", "В Кремле сообщили, что переговоры продолжаются."),
    ("ru", "О встрече сообщили в Кремле."),
    ("en", "The Kremlin said talks went on."),
    ("en", "Russian capital investment grew."),
])
def test_who_speaks_there_is_no_place(language, text):
    assert places(text, language) == []


def test_every_capital_is_a_city_of_its_country():
    places = {e.id: e for e in load().entities.values() if e.kind == "place"}
    for country, city in load_seats().capitals.items():
        assert places[city].type == "city", city
        assert places[country].country == places[city].country, country
