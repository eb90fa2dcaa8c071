"""Words found by classes of characters against the pattern that says what a word is."""

from __future__ import annotations

import itertools
import re

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from didgah.language import runs
from didgah.language.runs import classes, classes_in, spans

_WORD = re.compile(r"[^\W\d_]+(?:[\u0301\u064b\u0640]+[^\W\d_]*)*|\d+|[-.«»]")
_TABLE = classes(r"^\W\d_", r"\u0301\u064b\u0640", r"\d", "-.«»")
_TEXTS = st.text(st.sampled_from("اب cД12۱½_ـ\u064b\u0301\u200c-.«»\n\ud800😀é"), max_size=30)


def _places(found: tuple[np.ndarray, np.ndarray]) -> list[tuple[int, int]]:
    return list(zip(found[0].tolist(), found[1].tolist(), strict=True))


@given(_TEXTS)
def test_words_are_those_of_the_pattern(text):
    found = spans(classes_in(text, _TABLE))
    assert _places(found) == [match.span() for match in _WORD.finditer(text)]


@given(_TEXTS, st.sets(st.integers(0, 30)))
def test_no_word_goes_over_a_cut(text, places):
    cuts = sorted({0, len(text), *(place for place in places if place < len(text))})
    found = spans(classes_in(text, _TABLE), np.array(cuts))
    assert _places(found) == [
        match.span() for first, last in itertools.pairwise(cuts)
        for match in _WORD.finditer(text, first, last)
    ]


def test_a_long_text_is_read_in_pieces(monkeypatch):
    text = "یک two 3 " * 50
    whole = classes_in(text, _TABLE)
    monkeypatch.setattr(runs, "_AT_ONCE", 7)
    assert np.array_equal(classes_in(text, _TABLE), whole)
