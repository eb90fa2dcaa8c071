"""Whom «министр», "the visitor" or «его собеседник» means, with the registry as it is."""

from datetime import date
from functools import cache

import pytest

from didgah.annotate.lexicons import load_lexicons
from didgah.annotate.pipeline import annotate
from didgah.model import Article, Published, Statement
from didgah.registry import load

DAY = date(2025, 8, 8)


@cache
def tools():
    return load(), load_lexicons()


def said(language: str, body: str, day: date = DAY) -> tuple[Statement, ...]:
    article = Article("*", body, language=language, published=Published(day, "day", "stated"))
    return annotate(article, *tools()).statements


@pytest.mark.parametrize(("language", "body", "speaker", "surface"), [
    ("ru", "В Москву прибыли послы, их принял Сергей Лавров. Встреча состоялась, отметил министр.",
     "lavrov", "министр"),
    ("ru", ("Сергей Лавров прибыл на форум. Глава внешнеполитического ведомства говорил, что форум "
     "открыт."), "lavrov", "Глава внешнеполитического ведомства"),
    ("ru", ("В апреле Сергей Лавров вёл приём. Министр принимал послов. Он заявил им, что приём "
     "окончен."), "lavrov", "Он"),
    ("ru", ("МОСКВА. Владимир Путин встретил в Кремле Мухаммеда бен Заида. Гость заявил, что "
     "встреча состоялась."), "mbz", "Гость"),
    ("ru", ("Сергей Лавров принял в Москве Аббаса Аракчи. Лавров назвал встречу своевременной. Его "
     "собеседник отметил, что она состоялась."), "araghchi", "Его собеседник"),
    ("ru", ("Рустам Минниханов беседовал с Хиссейном Брахимом Тахой. Генсек тепло отметил, что "
     "беседа состоялась."), "taha", "Генсек"),
    ("en", ("MOSCOW — Vladimir Putin met Mohamed bin Zayed in Moscow. The visitor said the meeting "
     "took place."), "mbz", "The visitor"),
    ("en", "Sergey Lavrov received Abbas Araghchi in Moscow. His host said the meeting took place.",
     "lavrov", "His host"),
    ("en", ("Sergey Lavrov met Abbas Araghchi in Moscow. The top Iranian diplomat said the meeting "
     "took place."), "araghchi", "The top Iranian diplomat"),
])
def test_a_bare_office_is_whoever_was_named_with_it(language, body, speaker, surface):
    last = said(language, body)[-1]
    assert (last.speaker, last.surface) == (speaker, surface)


@pytest.mark.parametrize(("language", "body"), [
    # Two ministers, neither of them in play.
    ("ru", ("Прошли переговоры Сергея Лаврова и Аббаса Аракчи. Министр сказал, что встреча "
     "состоялась.")),
    # Nobody of that nation has been named.
    ("ru", "Сергей Лавров прибыл на форум. Турецкий министр сказал, что форум открыт."),
    # Somebody whom the registry does not know holds the office, too.
    ("en", ("Sergey Lavrov met the minister of culture, Adam Novak. The minister said the meeting "
     "took place.")),
    # A name follows: the office is his.
    ("ru", "Сергей Лавров прибыл на форум. Министр Новак сказал, что форум открыт."),
])
def test_nobody_is_meant_where_two_or_none_could_be(language, body):
    found = said(language, body)
    assert found
    assert found[-1].speaker in ("", "novak")
