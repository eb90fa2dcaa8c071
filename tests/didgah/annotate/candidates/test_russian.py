"""Names in Russian texts: the model's spans and what rules make of them."""

import pytest

from didgah.annotate.candidates.proposed import find_candidates
from didgah.language.sentences import sentences
from didgah.model import Mention


def names(text: str, *mentions: Mention) -> list[tuple[str, str, str]]:
    found = find_candidates(text, "ru", sentences(text, "ru"), mentions)
    assert all(text[one.start : one.end] == one.surface for one in found)
    return [(one.kind, one.surface, one.name) for one in found]


def mention(text: str, surface: str, kind: str = "place") -> Mention:
    at = text.index(surface)
    return Mention(surface.lower(), kind, surface, at, at + len(surface))


def test_titles_stay_outside_a_name():
    found = names("Участников приветствовал Президент Семён Кузнецкий.")
    assert found == [("person", "Семён Кузнецкий", "Семён Кузнецкий")]


def test_a_person_is_listed_in_the_nominative():
    found = names("Делегация встретилась с Алексеем Петровичем Сидоровым и Марией Ивановой.")
    assert [(kind, name) for kind, _, name in found] == [
        ("person", "Алексей Сидоров"), ("person", "Мария Иванова"),
    ]


def test_a_surname_or_initials_stand_for_whom_the_article_named_in_full():
    text = (
        "В зале выступил Алексей Сидоров. По словам Сидорова, работа продолжится.\n"
        "А.Сидоров: Спасибо."
    )
    assert {name for _, _, name in names(text)} == {"Алексей Сидоров"}
    assert [surface for _, surface, _ in names(text)] == [
        "Алексей Сидоров", "Сидорова", "А.Сидоров",
    ]


def test_a_surname_of_two_people_is_left_alone():
    text = "Пришли Алексей Сидоров и Борис Сидоров. Затем говорил Сидоров."
    assert names(text)[-1][1:] == ("Сидоров", "Сидоров")


def test_the_form_of_a_surname_tells_the_man_from_the_woman():
    text = "Пришли Алексей Сидоров и Марина Сидорова. Затем говорил Сидоров."
    assert names(text)[-1][1:] == ("Сидоров", "Алексей Сидоров")


def test_the_order_surname_first_is_one_person():
    text = "Сидоров Алексей Петрович открыл вечер. Алексей Сидоров поблагодарил гостей."
    assert {name for kind, _, name in names(text) if kind == "person"} == {"Алексей Сидоров"}


def test_a_quotation_mark_that_was_opened_is_closed():
    found = names("Гости посетили завод АО «Северный луч» и вернулись.")
    assert found == [("organisation", "АО «Северный луч»", "АО «Северный луч»")]


def test_regions_and_bodies_are_listed_by_their_head():
    text = "В Костромской области открылся Костромской государственный университет."
    assert ("place", "Костромской области", "Костромская область") in names(text)
    assert "Костромской государственный университет" in {name for _, _, name in names(text)}


def test_page_labels_are_no_names():
    text = (
        "Встреча с Алексеем Сидоровым События Алексей Сидоров приехал. "
        "Темы Регионы Статус материала"
    )
    assert {name for _, _, name in names(text)} == {"Алексей Сидоров"}


def test_the_registry_wins_and_the_rest_of_a_list_stays():
    text = "Делегации прибыли из стран: Иран Бразилия Аргентина."
    found = names(text, mention(text, "Иран"), mention(text, "Аргентина"))
    assert found == [("place", "Бразилия", "Бразилия")]


def test_a_body_named_after_a_place_stands_beside_it():
    text = "Соглашение подписано Фондом науки Казани."
    assert names(text, mention(text, "Казани")) == [
        ("organisation", "Фондом науки Казани", "Фонд науки Казани")
    ]


def test_a_known_person_is_no_candidate_in_any_length():
    text = "В Казань прибыл Владимир Владимирович Путин."
    assert names(text, mention(text, "Путин", "person"), mention(text, "Казань")) == []


@pytest.mark.parametrize("text", [
    "", "\n", "А", "«", "Б. ", "А.Б.В.Г.", "Иван " * 400, "Я" * 5000, "\ud800 Иван \udfff Петров",
    "\u202eИван Петров\u202c", "[Иван] (Петров) «Сидоров", "12 000 Иванов-Петров-Сидоров-",
])
def test_nothing_is_too_odd(text):
    for _, surface, name in names(text):
        assert surface.strip()
        assert name.strip()
