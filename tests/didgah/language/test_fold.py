"""fold keeps offsets; key makes spellings equal."""

from hypothesis import given
from hypothesis import strategies as st

from didgah.language.fold import fold, key, substitution


@given(st.text())
def test_fold_never_moves_a_character_and_is_stable(text):
    once = fold(text)
    assert len(once) == len(text)
    assert fold(once) == once


@given(st.text(alphabet="abcابپتيكىأإآةؤئءۀهـ\u200c\u064b\u0651 -\nёЁЙй", max_size=30))
def test_key_of_a_key_is_itself(text):
    assert key(key(text)) == key(text)


@given(st.text(alphabet="abcdxyz\u200c"))
def test_a_substitution_is_translate(text):
    table = str.maketrans({"a": "x", "b": "y", "\u200c": " ", "c": ""})
    assert substitution(table)(text) == text.translate(table)


def test_fold_maps_arabic_letters_digits_and_spaces():
    assert fold("كاخ رياست جمهوري ١٤٠٠ و ۱۴۰۰\u00a0.") == "کاخ ریاست جمهوری 1400 و 1400 ."
    assert fold("ﻛﺘﺎب") == "کتاب"
    assert fold("الأمة قائد مؤتمر آذر") == "الأمة قائد مؤتمر آذر"


def test_fold_leaves_ligatures_that_are_two_letters():
    assert fold("ﻻ") == "ﻻ"


def test_key_joins_spellings_of_one_name():
    assert key("مینی‌خانف") == key("ميني خانف")
    assert key("آيت‌الله") == key("ایت الله")
    assert key("الإسلاميّة") == key("الاسلامیه")
    assert key("Семён Багдасаров") == key("семен багдасаров")
    assert key("Mohammed bin Salmān") == key("mohammed BIN salman")
    assert key("вице-премьер") == key("вице премьер")


def test_key_keeps_letters_apart_that_are_letters():
    assert key("мой") != key("мои")
    assert key("روسیه") != key("روسی")
