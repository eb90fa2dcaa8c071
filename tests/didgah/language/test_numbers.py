"""Digits of three scripts, number words, ordinals."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from didgah.language.number_words import PERSIAN
from didgah.language.numbers import (
    format_number,
    format_percent,
    number_of,
    ordinal_of,
    parse_int,
    to_digits,
)


@given(st.integers(-(10**12), 10**12), st.sampled_from(("fa", "ar", "ru", "en")))
def test_a_formatted_number_reads_back(number, language):
    assert parse_int(format_number(number, language).replace("\u00a0", "")) == number


def test_numbers_are_written_as_each_language_does():
    assert format_number(1491, "fa") == "۱٬۴۹۱"
    assert format_number(1491, "en") == "1,491"
    assert format_number(1491, "ru") == "1\u00a0491"
    assert format_number(12.345, "fa", 1) == "۱۲٫۳"
    assert to_digits("سال 2021 و ٢٠٢٢", "fa") == "سال ۲۰۲۱ و ۲۰۲۲"
    assert to_digits("سال ۲۰۲۱", "en") == "سال 2021"


@pytest.mark.parametrize(("text", "value"), [
    ("۱٬۴۹۱", 1491), ("١٢", 12), ("1 000 000", 10**6), ("12,34", None), ("۳.۵", None), ("", None),
])
def test_parse_int_takes_whole_numbers_only(text, value):
    assert parse_int(text) == value


@pytest.mark.parametrize(("words", "value"), [
    ("دو هزار و بیست و یک", 2021), ("هزار و چهارصد", 1400), ("پانزده", 15),
    ("بیست\u200cو\u200cچهار", 24), ("صد و بیست", 120), ("یک میلیون و دویست هزار", 1_200_000),
    ("چهار و بیست", None), ("بیست بیست", None), ("و", None), ("کتاب", None),
])
def test_persian_number_words(words, value):
    assert number_of(words, "fa") == value


@pytest.mark.parametrize(("words", "value"), [
    ("هشتم", 8), ("سی‌ام", 30), ("سي ام", 30), ("بیست و چهارم", 24), ("اول", 1), ("۲۴م", 24),
    ("بیست و دوم", 22), ("مردم", None), ("کدام", None), ("", None),
])
def test_persian_ordinals(words, value):
    assert ordinal_of(words) == value


@pytest.mark.parametrize(("words", "language", "value"), [
    ("three", "en", 3), ("twenty-one", "en", 21), ("two thousand and five", "en", 2005),
    ("three hundred and five", "en", 305), ("twenty and one", "en", None),
    ("двух", "ru", 2), ("двадцать четыре", "ru", 24), ("двадцати пяти", "ru", 25),
    ("две тысячи двадцать один", "ru", 2021), ("четыре двадцать", "ru", None),
    ("ثلاثة", "ar", 3), ("خمسة عشر", "ar", 15), ("خمسة وعشرين", "ar", 25),
    ("ألفين وأربعة عشر", "ar", 2014), ("ثلاث مئة وخمسون", "ar", 350),
    ("عشرين خمسة", "ar", None), ("كتاب", "ar", None), ("", "en", None),
])
def test_number_words_in_other_languages(words, language, value):
    assert number_of(words, language) == value


@given(st.integers(0, 999_999))
def test_persian_numbers_are_read_as_they_are_said(number):
    assert number_of(_said(number), "fa") == number


def _said(number):
    """The words of a number, each part by its own rule: a second, naive reading of the words."""
    by_value = {}
    for word, value in PERSIAN.items():
        by_value.setdefault(value, word)
    if number in by_value:
        return by_value[number]
    if number >= 1000:
        head = "" if number < 2000 else _said(number // 1000) + " "
        return head + "هزار" + (" و " + _said(number % 1000) if number % 1000 else "")
    step = 100 if number > 100 else 10
    return by_value[number - number % step] + " و " + _said(number % step)


@pytest.mark.parametrize(("share", "language", "decimals", "words"), [
    (0.874, "en", 0, "87%"), (0.874, "fa", 0, "۸۷٪"), (0.8746, "en", 1, "87.5%"),
    (1, "fa", 0, "۱۰۰٪"),
])
def test_shares_are_said_per_cent(share, language, decimals, words):
    assert format_percent(share, language, decimals) == words
