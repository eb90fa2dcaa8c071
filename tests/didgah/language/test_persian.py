"""Persian tokens: as hazm spaces them, found where words can be joined at all."""

import re

import pytest
from hazm.normalizer import Normalizer
from hazm.word_tokenizer import WordTokenizer
from hypothesis import given, settings
from hypothesis import strategies as st

from didgah.language.persian import pieces
from didgah.language.persian_joins import hazm_tokens, joined

ZWNJ = "\u200c"
WORDS = [*(
    "می نمی شود رود سال است اند بود شده نشده گفته رفته خواهد نخواهند شد شدند باشد کرد "
    "ها های هایی ی ای تر تری ترین گر ام اش ات شان مان خانه کتاب کشور جمعه همکاری بین المللی "
    "گفت و گو گوهای وگو جست جو حل فصل رفت آمد هم کوششی اندیشی گرا گرایی افراط سیاست گذاری "
    "رئیس جمهور جمهوری یک دو سی میلیون هزار که در به تشکیل مینی بوس صاحب نظران فوق العاده "
    "تهران 20 1400 BBC خانهها جمعهها"
).split(), f"می{ZWNJ}شود", f"همکاری{ZWNJ}های", f"تشکیل{ZWNJ}شده", f"گفت{ZWNJ}و"]
runs = st.lists(st.sampled_from(WORDS), min_size=1, max_size=10)


@pytest.fixture(scope="module")
def hazm():
    """hazm itself, with what `pieces` does not want of it turned off."""
    normalizer = Normalizer(
        remove_diacritics=False, remove_specials_chars=False, decrease_repeated_chars=False,
        persian_style=False, persian_numbers=False, unicodes_replacement=False,
        seperate_mi=False,
    )
    tokenizer = WordTokenizer()
    return lambda text: tokenizer.tokenize(normalizer.normalize(text))


@settings(max_examples=400, deadline=None)
@given(words=runs)
def test_words_are_spaced_as_hazm_spaces_them(hazm, words):
    theirs = [token.strip(ZWNJ) for token in hazm(" ".join(words) + " ؛")]
    ours = [token.strip(ZWNJ) for token in hazm_tokens(words, more=True)]
    if theirs[-1].endswith("_؛"):  # hazm joins «خواهد» to the punctuation mark
        theirs[-1:] = [theirs[-1].removesuffix("_؛"), "؛"]
    assert [*ours, "؛"] == theirs


@settings(max_examples=400, deadline=None)
@given(words=runs, stop=st.sampled_from(("", ".", "\n", " »")))
def test_no_word_that_could_be_joined_is_passed_over(words, stop):
    text = " ".join(words) + stop
    whole = joined(tuple(words), more=stop in (".", " »"))
    assert list(pieces(text)) == [(piece.start, piece.end, piece.form) for piece in whole]


@settings(max_examples=200, deadline=None)
@given(words=runs, marks=st.lists(st.sampled_from(("", "\u200f", "\u064e", "ـ")), max_size=10))
def test_marks_change_no_form_and_spans_hold_the_marks(words, marks):
    marked = [
        word[0] + mark + word[1:] if word[0].isalpha() else word
        for word, mark in zip(words, (marks * 10 + [""] * 10), strict=False)
    ]
    text = " ".join(marked)
    found = list(pieces(text))
    assert [form for _, _, form in found] == [form for _, _, form in pieces(" ".join(words))]
    for start, end, form in found:
        letters = re.sub(f"[ _{ZWNJ}\u200f\u064eـ]", "", text[start:end])
        assert letters == re.sub(f"[_{ZWNJ}]", "", form)


def test_punctuation_parts_words_and_so_does_a_tatweel_alone():
    assert [form for *_, form in pieces("کتاب. ها")] == ["کتاب", "ها"]
    assert [form for *_, form in pieces("بین ـ المللی")] == ["بین", "المللی"]
    assert [form for *_, form in pieces("بین المللی")] == [f"بین{ZWNJ}المللی"]


def test_a_line_of_endings_takes_time_in_its_length():
    assert len(list(pieces("ها " * 2000))) < 2000
    assert len(list(pieces("خواهد " * 2000))) >= 2000 // 16
