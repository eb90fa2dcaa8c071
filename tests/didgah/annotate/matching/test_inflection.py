"""Inflected forms and clitics of single tokens."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from didgah.annotate.matching.inflection import plural_forms, readings, russian_forms, same_word
from didgah.language.fold import key


@pytest.mark.parametrize(("word", "forms"), [
    ("путин", ["путина", "путину", "путиным", "путине"]),
    ("лавров", ["лаврова", "лавровым"]),
    ("казань", ["казани", "казанью"]),
    ("грозный", ["грозного", "грозном"]),
    ("саудовская", ["саудовской", "саудовскую"]),
    ("аравия", ["аравии", "аравию", "аравией"]),
    ("египет", ["египта", "египте"]),
    ("эмираты", ["эмиратов", "эмиратах"]),
    ("сергей", ["сергея", "сергеем"]),
    ("юрий", ["юрия", "юрию"]),
    ("захарова", ["захаровой", "захарову"]),
    ("видение", ["видения"]),
    ("кремль", ["кремля", "кремле"]),
])
def test_russian_case_forms_of_names(word: str, forms: list[str]) -> None:
    assert {word, *forms} <= russian_forms(word)


def test_russian_plurals_are_for_common_words_only() -> None:
    assert "санкциями" in plural_forms("санкция", "ru")
    assert "боевиков" in plural_forms("боевик", "ru")
    assert "боевиков" not in russian_forms("боевик")


@pytest.mark.parametrize(("surface", "word", "front"), [
    ("وبوتين", "بوتين", 1), ("لبوتين", "بوتين", 1), ("وبالرياض", "الرياض", 2),
    ("للرياض", "الرياض", 1), ("بوتين", "بوتين", 0),
])
def test_arabic_clitics(surface: str, word: str, front: int) -> None:
    assert (key(word), front) in [(r.word, r.front) for r in readings(surface, "ar")]


@pytest.mark.parametrize(("surface", "word", "back"), [
    ("سازمانهای", "سازمان", 3), ("آمریکای", "آمریکا", 1), ("پوتین", "پوتین", 0),
])
def test_persian_suffixes_glued_to_a_name(surface: str, word: str, back: int) -> None:
    assert (key(word), back) in [(r.word, r.back) for r in readings(surface, "fa")]


@pytest.mark.parametrize(("form", "surface", "language", "same"), [
    ("آلمان", "المان", "fa", False), ("آلمان", "آلمان", "fa", True),
    ("تركيا", "تركيًا", "ar", False), ("جدة", "جده", "ar", False), ("جدة", "جدة", "ar", True),
    ("علي خامنئي", "على خامنئي", "ar", False), ("Erdogan", "Erdoğan", "en", True),
])
def test_differences_that_make_another_word(
    form: str, surface: str, language: str, same: bool
) -> None:
    assert same_word(form, surface, language) is same


@given(
    st.text(min_size=1, max_size=12).filter(lambda s: bool(key(s))),
    st.sampled_from(["fa", "ar", "ru"]),
)
def test_readings_never_cut_more_than_the_token(surface: str, language: str) -> None:
    for reading in readings(surface, language):
        assert 0 <= reading.front + reading.back < max(len(surface), 1)
        assert reading.word
