"""Registry and candidates as one list of names."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from didgah.annotate.candidates.plain_names import plain_names
from didgah.model import Candidate, Mention


def at(text: str, surface: str, entity: str, kind: str) -> Mention:
    start = text.index(surface)
    return Mention(entity, kind, surface, start, start + len(surface))


def read(text: str, language: str, *found: Mention | Candidate) -> list[tuple[str, str, str]]:
    mentions = [one for one in found if isinstance(one, Mention)]
    candidates = [one for one in found if isinstance(one, Candidate)]
    return [
        (text[one.start : one.end], one.kind, one.entity)
        for one in plain_names(text, language, mentions, candidates)
    ]


def test_a_title_in_the_registrys_form_is_left_out():
    text = "استقبل الأمير ناصر بن حمد"
    assert read(text, "ar", at(text, "الأمير ناصر بن حمد", "nasser", "person")) == [
        ("ناصر بن حمد", "person", "person:nasser")
    ]


def test_initials_and_patronymics_are_taken_in():
    text = "В.Путин и Лавров Сергей Викторович"
    assert read(text, "ru", at(text, "Путин", "putin", "person"),
                at(text, "Лавров", "lavrov", "person")) == [
        ("В.Путин", "person", "person:putin"),
        ("Лавров Сергей Викторович", "person", "person:lavrov"),
    ]


def test_a_republic_and_a_ministry_of_a_country_are_one_name():
    text = "глава МИД России и Республика Беларусь"
    assert read(text, "ru", at(text, "МИД", "mfa", "organisation"),
                at(text, "России", "russia", "place"),
                at(text, "Беларусь", "belarus", "place")) == [
        ("МИД России", "organisation", "organisation:mfa"),
        ("Республика Беларусь", "place", "place:belarus"),
    ]


def test_a_seat_is_a_place_where_something_happens_in_it():
    text = "В Кремле сообщили; позиция, которую Кремль изложил"
    first = at(text, "Кремле", "kremlin", "organisation")
    second = at(text, "Кремль", "kremlin", "organisation")
    assert [one[1:] for one in read(text, "ru", first, second)] == [
        ("place", ""), ("organisation", "organisation:kremlin")
    ]


def test_outlets_and_series_are_bodies_and_a_candidate_takes_in_what_is_inside():
    text = "جامعة قازان حسب تاس ومنتدى الحوار"
    body = Candidate("جامعة قازان", "organisation", "جامعة قازان", 0, 11, "rule")
    assert read(text, "ar", at(text, "قازان", "kazan", "place"), body,
                at(text, "تاس", "tass", "outlet"), at(text, "منتدى الحوار", "forum", "series")) == [
        ("جامعة قازان", "organisation", ""), ("تاس", "organisation", "outlet:tass"),
        ("منتدى الحوار", "organisation", "series:forum"),
    ]


def test_in_persian_the_model_draws_the_edges():
    text = "دانشگاه صنعتی کازان با نشست کازان همکاری می‌کند."
    assert read(text, "fa", at(text, "کازان", "kazan", "place"),
                at(text, "نشست کازان", "forum", "series")) == [
        ("دانشگاه صنعتی کازان", "organisation", ""),
        ("نشست کازان", "organisation", "series:forum"),
    ]


@pytest.mark.parametrize(("language", "text", "surface", "kind", "expected"), [
    # Common nouns, corridors, events and formats are no names …
    ("ru", "визиты в исламские страны", "исламские страны", "place", []),
    ("fa", "سفر به كشورهاي اسلامي", "كشورهاي اسلامي", "place", []),
    ("en", "a North-South corridor", "North-South corridor", "organisation", []),
    ("fa", "جشنواره بین‌المللی فیلم کوتاه تهران پایان یافت", "تهران", "place", []),
    # … places in the names of bodies and buildings are part of them, …
    ("fa", "بورس تهران بسته شد", "تهران", "place", [("بورس تهران", "organisation", "")]),
    ("ar", "رئيس البرلمان في الشيشان", "الشيشان", "place",
     [("البرلمان في الشيشان", "organisation", "")]),
    # … where a body sits is a place, who works there is not, …
    ("fa", "دیدار در کرملین", "کرملین", "organisation", [("کرملین", "place", "")]),
    ("fa", "سخنگوی کرملین", "کرملین", "organisation", [("کرملین", "organisation", "it")]),
    # … and the place of an event stays.
    ("fa", "این جشنواره در تهران پایان یافت", "تهران", "place", [("تهران", "place", "it")]),
])
def test_what_is_a_name_and_what_is_part_of_one(language, text, surface, kind, expected):
    whole = [(words, of, entity and f"{of}:it") for words, of, entity in expected]
    assert read(text, language, at(text, surface, "it", kind)) == whole


def test_two_places_in_quotation_marks_are_a_format():
    for text, told in (("в формате «Азия – Россия»", []), ("торговля Азия – Россия", ["x", "y"])):
        names = read(text, "ru", at(text, "Азия", "x", "place"), at(text, "Россия", "y", "place"))
        assert [entity.removeprefix("place:") for _, _, entity in names] == told


def test_only_a_country_in_the_genitive_belongs_to_the_body():
    for text, names in (("МИД России", ["МИД России"]), ("при ОИС Россия", ["ОИС", "Россия"])):
        body, country = text.split()[-2:]
        found = read(text, "ru", at(text, body, "b", "organisation"),
                     at(text, country, "russia", "place"))
        assert [words for words, _, _ in found] == names


@given(
    st.text("АБВаб .«»Республика", max_size=60), st.sampled_from(["ru", "ar", "en", "fa", "tt"]),
    st.lists(st.tuples(st.integers(0, 59), st.integers(1, 12), st.booleans(), st.sampled_from(
        ["person", "place", "organisation"])), max_size=8),
)
def test_spans_are_disjoint_whatever_is_given(text, language, spans):
    mentions, candidates, end = [], [], 0
    for start, length, known, kind in sorted(spans):
        if start < end or start + length > len(text):
            continue
        end = start + length
        surface = text[start:end]
        if known:
            mentions.append(Mention("x", kind, surface, start, end))
        else:
            candidates.append(Candidate("x", kind, surface, start, end, "rule"))
    found = plain_names(text, language, mentions, candidates)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
