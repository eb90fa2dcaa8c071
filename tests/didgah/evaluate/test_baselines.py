"""Other libraries' readings come with spans into the same text."""

from __future__ import annotations

from datetime import date

import pytest

from didgah import registry
from didgah.evaluate.baselines import baselines
from didgah.evaluate.labels import GoldArticle, Labels
from didgah.model import Article, Published

TEXTS = {
    "fa": ("دیدار در کازان", "پوتین در کازان با وزیر خارجهٔ قطر دیدار کرد و ۵ آذر به جده رفت."),
    "ru": ("Встреча в Казани", "Сергей Лавров прибыл в Казань 5 мая 2025 года."),
}


def gold(language: str) -> GoldArticle:
    title, body = TEXTS[language]
    article = Article(title, body, language=language,
                      published=Published(date(2025, 5, 6), "day", "stated"))
    return GoldArticle(article.id, article, Labels(), language, "made:1")


@pytest.fixture(scope="module")
def systems():
    tables = registry.load()
    return {one.name: one.read for task in ("names", "dates")
            for one in baselines(task, tables, {"fa", "ru"})}


def words(found, text: str) -> set[str]:
    return {text[one.start : one.end] for one in found}


def test_string_match_finds_only_forms_as_listed(systems):
    text = gold("ru").article.text
    found = systems["string match"](gold("ru")).names
    assert "Казань" in words(found, text)
    assert "Казани" not in words(found, text)  # inflected
    entities = {name.entity for name in systems["string match"](gold("fa")).names}
    assert {"place:kazan", "place:jeddah"} <= entities


def test_natasha_reads_russian_only(systems):
    one = gold("ru")
    kinds = {one.article.text[name.start : name.end]: name.kind
             for name in systems["natasha"](one).names}
    assert kinds["Сергей Лавров"] == "person"
    assert kinds["Казань"] == "place"
    assert systems["natasha"](gold("fa")).names is None


def test_hazm_with_the_list_reads_persian_only(systems):
    one = gold("fa")
    found = systems["hazm + list"](one).names
    assert {"پوتین", "کازان"} <= words(found, one.article.text)
    assert systems["hazm + list"](gold("ru")).names is None


def test_dateparser_counts_from_the_day_of_the_article(systems):
    one = gold("ru")
    (found,) = systems["dateparser"](one).dates
    assert "5 мая 2025" in one.article.text[found.start : found.end]
    assert found.first == found.last == date(2025, 5, 5)


def test_no_baseline_for_other_tasks():
    assert list(baselines("meetings", registry.load(), {"fa"})) == []
