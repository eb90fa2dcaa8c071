"""Sentences as spans of the original."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from didgah.language.sentences import sentences


def cut(text, language):
    return [text[s.start:s.end] for s in sentences(text, language)]


@pytest.mark.parametrize(("text", "parts"), [
    ("تیتر خبر\nمتن خبر است. جملهٔ دوم؟ بله!", ["تیتر خبر", "متن خبر است.", "جملهٔ دوم؟", "بله!"]),
    ("رشد ۳.۵ درصد بود. پایان.", ["رشد ۳.۵ درصد بود.", "پایان."]),
    ("سفیر ج. ا. ایران آمد. وی رفت.", ["سفیر ج. ا. ایران آمد.", "وی رفت."]),
    ("او آمد.وی سخن گفت.", ["او آمد.", "وی سخن گفت."]),
    ("گفت «می‌آیم.» سپس رفت.", ["گفت «می‌آیم.»", "سپس رفت."]),
    ("۱. نخست\n۲. دوم", ["۱. نخست", "۲. دوم"]),
    ("در سال ۲۰۱۴. وی افزود", ["در سال ۲۰۱۴.", "وی افزود"]),
    ("نشانی www.example.ir است.", ["نشانی www.example.ir است."]),
    ("***\nمتن\n---", ["متن"]),
])
def test_persian_sentences(text, parts):
    assert cut(text, "fa") == parts


@pytest.mark.parametrize(("text", "parts"), [
    ("В. В. Путин и С.В. Лавров приехали. Они рады.",
     ["В. В. Путин и С.В. Лавров приехали.", "Они рады."]),
    ("В 2021 г. прошла встреча. Конец", ["В 2021 г. прошла встреча.", "Конец"]),
    ("Это было 24 ноября 2021 г. Президент заявил.",
     ["Это было 24 ноября 2021 г.", "Президент заявил."]),
    ("Улица им. Кирова. Дом", ["Улица им. Кирова.", "Дом"]),
    ("«Что?» — спросил он. Все молчали.", ["«Что?» — спросил он.", "Все молчали."]),
])
def test_russian_sentences(text, parts):
    assert cut(text, "ru") == parts


@pytest.mark.parametrize(("text", "parts"), [
    ("Mr. Lavrov met U.S. officials at 3.5 p.m. He left.",
     ["Mr. Lavrov met U.S. officials at 3.5 p.m.", "He left."]),
    ('"Yes." She left...', ['"Yes."', "She left..."]),
])
def test_english_sentences(text, parts):
    assert cut(text, "en") == parts


def test_arabic_sentences():
    text = "قال د. محمد إن الأمر مهم. وأضاف: نعم! هل؟"
    assert cut(text, "ar") == ["قال د. محمد إن الأمر مهم.", "وأضاف: نعم!", "هل؟"]


@given(st.text(alphabet="اب. !؟\n\r«»…aB1۲\u200c\u200f", max_size=60),
       st.sampled_from(("fa", "ru", "en", "ar", "und")))
def test_sentences_are_ordered_trimmed_and_lose_no_letter(text, language):
    spans = sentences(text, language)
    position = 0
    for span in spans:
        assert position <= span.start < span.end <= len(text)
        piece = text[span.start:span.end]
        assert piece == piece.strip()
        assert "\n" not in piece
        position = span.end
    assert sum(c.isalnum() for s in spans for c in text[s.start:s.end]) == sum(
        c.isalnum() for c in text
    )


@pytest.mark.parametrize("text", ["نشست برگزار شد و " * 600, "ا" * 9000, "1. " * 4000])
def test_an_endless_sentence_is_cut_and_nothing_of_it_is_lost(text):
    found = sentences(text, "fa")
    assert max(s.end - s.start for s in found) <= 3000
    assert "".join(text[s.start:s.end] for s in found).replace(" ", "") == text.replace(" ", "")
