"""The topic screen on short texts of our own in four languages, read with the real registry."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from didgah import registry as registry_tables
from didgah.annotate import pipeline
from didgah.annotate.topics.screen_rules import load_screen
from didgah.bundled import LEXICONS
from didgah.language.messages import text as message
from didgah.model import Article, Screen


@lru_cache(maxsize=1)
def _tools():
    return registry_tables.load(), pipeline.load_lexicons()


def _screen(title: str, body: str, language: str) -> Screen:
    found = pipeline.annotate(Article(title, body, language=language), *_tools()).screen
    assert found is not None
    return found


def _texts(topic: str) -> list[tuple[str, str, str]]:
    """(language, title, body) of the texts of `topics.tsv` that are of one kind."""
    rows = Path(__file__).with_name("topics.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [tuple(rest) for told, *rest in (row.split("\t") for row in rows) if told == topic]


OFF, ON = _texts("off"), _texts("on")


@pytest.mark.parametrize(("language", "title", "body"), OFF)
def test_other_matters_are_off_topic(language: str, title: str, body: str) -> None:
    found = _screen(title, body, language)
    assert found.topic == "off", found


@pytest.mark.parametrize(("language", "title", "body"), ON)
def test_relations_of_the_two_are_on_topic(language: str, title: str, body: str) -> None:
    found = _screen(title, body, language)
    assert found.topic == "on", found


@pytest.mark.parametrize(("language", "title", "body"), [*OFF, *ON])
def test_the_score_is_the_sum_of_its_reasons(language: str, title: str, body: str) -> None:
    found = _screen(title, body, language)
    weights = _tools()[1].screen[language].weights
    assert found.score == pytest.approx(
        weights["unsaid"] + sum(one.weight for one in found.reasons), abs=0.006)
    assert [one.start for one in found.reasons] == sorted(one.start for one in found.reasons)
    for one in found.reasons:
        assert 0 <= one.start < one.end <= len(title) + 1 + len(body)
        assert message(one.reason, "fa") != message(one.reason, "en")


def test_a_passing_word_of_the_other_side_is_not_the_topic() -> None:
    filler = " ".join("The committee of the parliament spoke about the roads of the country." for
                      _ in range(20))
    body = f"{filler} Russia and Iran were mentioned once. {filler}"
    assert _screen("Parliament speaks about roads", body, "en").topic == "off"


def test_a_kind_of_other_matter_weighs_no_more_than_its_most() -> None:
    rules = _tools()[1].screen["en"]
    words = "football goal match striker midfielder goalkeeper coach stadium referee penalty kick "
    found = _screen("Football match", words * 5, "en")
    sport = sum(one.weight for one in found.reasons if one.reason == "screen.sport")
    assert sport == pytest.approx(rules.against["sport"].most)


def test_every_word_is_of_one_kind_only() -> None:
    """Else a word would speak for and against at once."""
    for path in sorted((LEXICONS / "screen").glob("??.toml")):
        given = tomllib.loads(path.read_text(encoding="utf-8"))
        kinds = {"russia": given["russia"], "islamic": given["islamic"], "talks": given["talks"],
                 **given["against"]}
        seen: dict[str, str] = {}
        for kind, words in kinds.items():
            assert len(words) == len(set(words)), (path.name, kind, sorted(
                w for w in words if words.count(w) > 1))
            for word in words:
                assert word not in seen, (path.name, word, kind, seen.get(word))
                seen[word] = kind


def test_all_languages_have_all_kinds() -> None:
    rules = load_screen(LEXICONS / "screen")
    assert set(rules) == {"fa", "ru", "ar", "en"}
    assert len({frozenset(one.against) for one in rules.values()}) == 1


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=80), st.text(max_size=300), st.sampled_from(("fa", "ru", "ar", "en")))
def test_any_text_is_screened(title: str, body: str, language: str) -> None:
    found = _screen(title, body, language)
    assert found.topic in ("on", "off", "unsure")
