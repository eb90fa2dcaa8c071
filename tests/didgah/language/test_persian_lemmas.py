"""Our shorter way into simplemma's Persian dictionary against simplemma itself."""

from __future__ import annotations

import itertools

import pytest
import simplemma
from hypothesis import given
from hypothesis import strategies as st
from simplemma.strategies import DEFAULT_DICTIONARY_FACTORY

from didgah.language.persian_lemmas import by_simplemma

_PARTS = ("کتاب", "ها", "\u200c", "ی", "می", "رفت", "۱", "_", "-", "'", "Nur", "آ", "ا\u0653", "َ")


@given(st.lists(st.sampled_from(_PARTS), min_size=1, max_size=5).map("".join))
def test_any_word_has_the_lemma_simplemma_gives(word):
    assert by_simplemma(word) == simplemma.lemmatize(word, "fa")


def test_words_of_its_dictionary_have_the_lemma_simplemma_gives():
    known = DEFAULT_DICTIONARY_FACTORY.get_dictionary("fa")
    for word in itertools.islice(known, 0, None, 7):
        assert by_simplemma(word) == simplemma.lemmatize(word, "fa")


@pytest.mark.parametrize(("word", "lemma"), [("کتاب‌ها", "کتاب"), ("ناواژه‌ای", "ناواژه‌ای")])
def test_known_words_change_and_unknown_ones_stay(word, lemma):
    assert by_simplemma(word) == lemma
