"""What is counted, and under which label."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from didgah.annotate.topics.terms import count_terms, find_terms, stopped_words
from didgah.language.words import words_in
from didgah.model import Mention

SAMPLE = Path(__file__).parents[5] / "shared" / "samples" / "putin-message-jeddah.txt"


def mention(text, surface, entity, kind="organisation", at=0):
    start = text.index(surface, at)
    return Mention(entity, kind, surface, start, start + len(surface))


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12)), max_size=5))
def test_words_that_share_a_letter_with_a_name_are_not_counted_again(places):
    text = "کتاب تازه درخت بزرگ سفر دراز باران"
    names, free = [], 0
    for start, length in sorted(places):
        surface = text[start:start + length]
        if free <= start and len(surface) == length and " " in surface.strip():
            free = start + length
            names.append(Mention("x", "organisation", surface, start, free))
    found = find_terms(text, "fa", names, {("organisation", "x"): "یک نام"})
    assert [(one.start, one.end) for one in found if one.lemma != "یک نام"] == [
        (start, end) for word, start, end in words_in(text, "fa")
        if not word.is_stop and not any(n.start < end and start < n.end for n in names)
    ]


def test_words_count_by_lemma_with_their_forms():
    text = "همکاریها و همکاری ها و همكاري‌ها؛ همکاری کشورها"
    terms = {t.lemma: t for t in count_terms(text, "fa", [], {})}
    assert terms["همکاری"].count == 4
    assert terms["همکاری"].forms[0] == ("همکاری‌ها", 2)
    assert sum(n for _, n in terms["همکاری"].forms) == 4


def test_a_name_of_several_words_is_one_term():
    text = "سازمان همکاری اسلامی از همکاری اسلامی گفت"
    names = {("organisation", "oic"): "سازمان همکاری اسلامی"}
    found = count_terms(text, "fa", [mention(text, "سازمان همکاری اسلامی", "oic")], names)
    assert {(t.lemma, t.count, t.kind) for t in found} == {
        ("سازمان همکاری اسلامی", 1, "name"), ("همکاری", 1, "word"), ("اسلامی", 1, "word"),
    }


def test_a_short_form_counts_under_the_whole_name():
    text = "پوتین و ولادیمیر پوتین"
    mentions = [mention(text, "پوتین", "putin", "person"),
                mention(text, "ولادیمیر پوتین", "putin", "person")]
    (term,) = count_terms(text, "fa", mentions, {("person", "putin"): "ولادیمیر پوتین"})
    assert (term.lemma, term.count, term.kind) == ("ولادیمیر پوتین", 2, "name")


def test_a_long_form_of_a_one_word_name_joins_that_word():
    text = "جمهوری اسلامی ایران و ایران"
    mentions = [mention(text, "جمهوری اسلامی ایران", "ir", "place"),
                mention(text, "ایران", "ir", "place", at=20)]
    (term,) = count_terms(text, "fa", mentions, {("place", "ir"): "ایران"})
    assert (term.lemma, term.count, term.kind) == ("ایران", 2, "word")


def test_verbs_stop_words_digits_and_letters_are_left_out_and_told():
    text = "این نشست در سال ۲۰۲۱ برگزار شد و ب 12 می شود"
    assert [t.lemma for t in count_terms(text, "fa", [], {})] == ["نشست"]
    assert {"این", "در", "سال", "و"} <= {lemma for lemma, _ in stopped_words(text, "fa")}


def test_order_is_by_count_then_alphabet():
    terms = count_terms("форум встреча форум", "ru", [], {})
    assert [(t.lemma, t.count) for t in terms] == [("форум", 2), ("встреча", 1)]


@pytest.mark.skipif(not SAMPLE.is_file(), reason="the shared sample article is not here")
def test_the_first_article_is_about_russia():
    terms = {t.lemma: t.count for t in count_terms(SAMPLE.read_text("utf-8"), "fa", [], {})}
    assert terms["روسیه"] == 20
    assert terms["همکاری"] == 11
    assert not {"که", "این", "برای", "یک", "است", "کرد", "گفت"} & set(terms)
