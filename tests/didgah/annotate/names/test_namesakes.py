"""Whose surname it is: strangers of the same surname, and surnames that come first."""

from __future__ import annotations

import pytest

from didgah.annotate.names.registered import NameMatcher
from didgah.registry import load


@pytest.fixture(scope="module")
def matcher() -> NameMatcher:
    return NameMatcher(load())


def people(matcher: NameMatcher, text: str, language: str) -> list[tuple[str, str]]:
    return [(m.entity, m.surface) for m in matcher.find(text, language) if m.kind == "person"]


@pytest.mark.parametrize(("text", "language"), [
    ("غلامحسین تسخیری امروز در رودبار سخن گفت. تسخیری افزود: نشست برگزار می‌شود.", "fa"),
    ("بهروز لاریجانی به کرمان رفت. لاریجانی در بازگشت گفت که راه باز است.", "fa"),
    ("Hamid Lavrov opened the shop. Lavrov said it was open daily.", "en"),
])
def test_a_stranger_keeps_his_surname(matcher: NameMatcher, text: str, language: str) -> None:
    assert people(matcher, text, language) == []


def test_the_surname_is_ours_again_once_ours_is_named_in_full(matcher: NameMatcher) -> None:
    text = ("بهروز لاریجانی به کرمان رفت. لاریجانی بازگشت. علی لاریجانی به مسکو رفت. "
            "لاریجانی با میزبان دیدار کرد.")
    assert people(matcher, text, "fa") == [
        ("larijani", "علی لاریجانی"), ("larijani", "لاریجانی"),
    ]


def test_who_was_spoken_of_before_the_stranger_stays_who_he_is(matcher: NameMatcher) -> None:
    text = "Путин прибыл в Казань. Гостей встретила Людмила Путина. Путин выступил на форуме."
    assert people(matcher, text, "ru") == [("putin", "Путин"), ("putin", "Путин")]


def test_but_is_no_first_name(matcher: NameMatcher) -> None:
    assert people(matcher, "نشست پایان یافت، ولی لاوروف در تهران ماند.", "fa") == [
        ("lavrov", "لاوروف"),
    ]


@pytest.mark.parametrize(("text", "expected"), [
    ("Лица Токаев Касым-Жомарт Кемелевич Статус материала",
     [("tokayev", "Токаев Касым-Жомарт Кемелевич")]),
    ("Президент Ирана Масуд Пезешкиан Пезешкиан Масуд Президент Ирана",
     [("pezeshkian", "Масуд Пезешкиан"), ("pezeshkian", "Пезешкиан Масуд")]),
    ("Председатель Правительства Мишустин Михаил Владимирович",
     [("mishustin", "Мишустин Михаил Владимирович")]),
    ("Кириллу Патриарху передали письмо", [("kirill", "Кириллу")]),
])
def test_the_surname_may_come_first(
    matcher: NameMatcher, text: str, expected: list[tuple[str, str]]
) -> None:
    assert people(matcher, text, "ru") == expected


@pytest.mark.parametrize(("text", "named"), [
    ("Шойгу выступил. Как сообщило Министерство обороны, учения завершены.", True),
    ("Шойгу выступил. Как сообщило Министерство обороны Эстонии, учения завершены.", False),
    ("Шойгу выступил. Как сообщило эстонское Министерство обороны, учения завершены.", False),
    ("Шойгу выступил. О выводах эстонского Министерства обороны он не говорил.", False),
])
def test_a_ministry_beside_another_country_is_that_country_s(
    matcher: NameMatcher, text: str, named: bool
) -> None:
    assert named == ("defence_ru" in {m.entity for m in matcher.find(text, "ru")})


@pytest.mark.parametrize(("text", "language", "entity"), [
    ("تیم صبای قم در لیگ ماند", "fa", "qom"), ("گسترش فولاد تبریز به اردو رفت", "fa", "tabriz"),
    ("استقلال تهران پیروز شد", "fa", "tehran"), ("Матч выиграл «Рубин» Казань", "ru", "kazan"),
])
def test_a_city_in_the_name_of_a_club_is_the_club(
    matcher: NameMatcher, text: str, language: str, entity: str
) -> None:
    assert entity not in {m.entity for m in matcher.find(text, language)}


def test_a_country_s_independence_is_no_club(matcher: NameMatcher) -> None:
    found = matcher.find("استقلال فلسطین به رسمیت شناخته شد", "fa")
    assert [m.entity for m in found] == ["palestine"]


@pytest.mark.parametrize(("text", "language", "entity"), [
    ("В Уфу прибыли послы Коморских Островов", "ru", "comoros"),
    ("نماینده اوآیسی در نشست بود", "fa", "oic"),
    ("در آستانه، سران سازمان شانگهای دیدار کردند", "fa", "astana"),
    ("يزور الوفد المدينة ومكة", "ar", "medina"),
    ("Putin hosted Erdogan and Rouhani", "en", "rouhani"),
])
def test_company_tells(matcher: NameMatcher, text: str, language: str, entity: str) -> None:
    assert entity in {m.entity for m in matcher.find(text, language)}


@pytest.mark.parametrize(("text", "language", "entity"), [
    ("سازمان شانگهای در آستانه نشست بیانیه داد", "fa", "astana"),
    ("به نوشته روزنامه قدس راه باز است", "fa", "jerusalem"),
    ("Chad Smith sang in the hall", "en", "chad"),
    ("وزارت امور خارجه آلمان پاسخ داد. نماینده کشورمان نیامد", "fa", "mfa_ir"),
])
def test_company_forbids(matcher: NameMatcher, text: str, language: str, entity: str) -> None:
    assert entity not in {m.entity for m in matcher.find(text, language)}
