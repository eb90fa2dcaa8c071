"""Theme terms: whole words, simple inflection, the longest at each place."""

from __future__ import annotations

import pytest

from didgah.annotate.topics.themes import find_themes
from didgah.registry import load


@pytest.mark.parametrize(("text", "language", "expected"), [
    ("مبارزه با تروریسم", "fa", [("counterterrorism", "مبارزه با تروریسم")]),
    ("افراط گرایی و افراط‌گرایی و افراطگرایی", "fa",
     [("counterterrorism", "افراط گرایی"), ("counterterrorism", "افراط‌گرایی"),
      ("counterterrorism", "افراطگرایی")]),
    ("صكوك و بانكداري اسلامي", "fa",
     [("islamic_finance_halal", "صكوك"), ("islamic_finance_halal", "بانكداري اسلامي")]),
    ("международного терроризма", "ru", [("counterterrorism", "международного терроризма")]),
    ("против санкций и боевиков", "ru",
     [("economy_trade", "санкций"), ("counterterrorism", "боевиков")]),
    ("ومكافحة الإرهاب", "ar", [("counterterrorism", "مكافحة الإرهاب")]),
    ("mosques and a memorandum of understanding", "en",
     [("interfaith", "mosques"), ("economy_trade", "memorandum of understanding")]),
])
def test_terms_are_found_in_their_forms(
    text: str, language: str, expected: list[tuple[str, str]]
) -> None:
    hits = find_themes(text, language, load())
    assert [(h.theme, text[h.start : h.end]) for h in hits] == expected


@pytest.mark.parametrize(("text", "language"), [
    ("کتابخانهٔ آستان قدس رضوی", "fa"), ("دانشکدهٔ شریعت", "fa"), ("حجاب در خانواده", "fa"),
    ("كلية الشريعة", "ar"), ("هذه القاعدة العامة", "ar"), ("المضاربة في العقار", "ar"),
    ("новый набор сотрудников, вербовка кадров", "ru"),
])
def test_what_sounds_like_a_topic_is_none(text: str, language: str) -> None:
    assert [h.term for h in find_themes(text, language, load())] == []


def test_a_place_is_told_from_a_common_noun_by_its_capital() -> None:
    text = "Поставки газа и сектор Газа"
    hits = [(h.theme, text[h.start:h.end]) for h in find_themes(text, "ru", load())]
    assert ("energy", "газа") in hits
    assert ("palestine", "газа") not in hits
    assert any(theme == "palestine" for theme, _ in hits)


@pytest.mark.parametrize(("text", "language", "theme"), [
    ("سرمایه‌گذاران به بازار حلال آمدند", "fa", "islamic_finance_halal"),
    ("گروه‌های تروریستی و عملیات انتحاری", "fa", "counterterrorism"),
    ("کریدور شمال جنوب", "fa", "transport_corridors"),
    ("والمنتجات المتوافقة مع الشريعة", "ar", "islamic_finance_halal"),
    ("وبتنظيم القاعدة", "ar", "counterterrorism"), ("الأراضي المحتلة", "ar", "palestine"),
    ("террористических актов", "ru", "counterterrorism"),
    ("инвесторами из стран Залива", "ru", "economy_trade"),
    ("межконфессионального согласия", "ru", "interfaith"),
    ("a two-state solution", "en", "palestine"), ("Islamic banks", "en", "islamic_finance_halal"),
])
def test_the_lexicon_has_what_a_newsroom_writes(text: str, language: str, theme: str) -> None:
    assert theme in {h.theme for h in find_themes(text, language, load())}


def test_a_term_inside_a_word_is_none() -> None:
    assert find_themes("گازوئیل و نفتالین", "fa", load()) == ()
    assert find_themes("unhalal gasoline", "en", load()) == ()


def test_a_term_of_two_themes_hits_once_for_each() -> None:
    hits = find_themes("در سوریه", "fa", load())
    assert len({h.theme for h in hits}) == len(hits)
    shared = [
        (a.id, b.id, term)
        for a in load().themes.values() for b in load().themes.values() if a.id < b.id
        for term in set(a.terms.get("fa", ())) & set(b.terms.get("fa", ()))
    ]
    for one, other, term in shared:
        assert {h.theme for h in find_themes(term, "fa", load())} == {one, other}


def test_every_term_of_the_lexicon_finds_itself() -> None:
    registry = load()
    for theme in registry.themes.values():
        for language, terms in theme.terms.items():
            for term in terms:
                found = find_themes(f"… {term} …", language, registry)
                assert any(h.theme == theme.id for h in found), (theme.id, language, term)
