"""What an article becomes in the tables."""

import json
from collections import defaultdict
from dataclasses import replace
from datetime import date

import pytest

from didgah.filters import Filters
from didgah.model import (
    Annotation,
    Article,
    MeetingReport,
    Mention,
    Published,
    Reference,
    Span,
    Term,
)
from didgah.store import article_rows
from didgah.store.article_rows import language_group, lead, outlet_key, sentence_at

ARTICLE = Article("عنوان", "جملهٔ نخست. جملهٔ دوم.\nبند دوم.",
                  published=Published(date(2021, 5, 1), "day", "stated"))
FOUND = Annotation(
    article=ARTICLE.id, language="fa", outlet="irna", outlet_name="ایرنا",
    sentences=(Span(0, 5), Span(6, 17), Span(18, 28), Span(29, 37)),
)


def _rows(article, annotation):
    batch = defaultdict(list)
    article_rows.add(batch, 7, article, annotation)
    return batch


@pytest.mark.parametrize(("language", "group"), [
    ("fa", "fa"), ("en", "en"), ("de", "und"), ("und", "und"), ("", "und"),
])
def test_other_languages_are_one_group(language, group):
    assert language_group(language) == group


@pytest.mark.parametrize(("id_", "name", "key"), [
    ("irna", "IRNA", "irna"), ("", "My  paper", "name:My paper"), ("", "", "unknown"),
    ("", " \n ", "unknown"), ("", "a\x00b\u202ec\td", "name:a b c d"),
    ("", "x" * 900, "name:" + "x" * 200), ("", "«كيهان نو»", "name:کیهان نو"),
])
def test_every_outlet_has_a_key_that_a_link_can_carry(id_, name, key):
    found = outlet_key(replace(FOUND, outlet=id_, outlet_name=name))
    assert found == key
    assert Filters.from_query(Filters(outlets=(found,)).to_query()).outlets == (found,)


def test_a_lead_is_one_line_cut_at_a_word():
    assert lead("  one\n two  ") == "one two"
    cut = lead("word " * 200)
    assert cut.endswith("word…")
    assert len(cut) <= 281


def test_a_span_belongs_to_the_sentence_it_begins_in_or_to_its_line():
    text = ARTICLE.text
    assert sentence_at(text, FOUND.sentences, Span(8, 30)) == Span(6, 17)
    assert text[slice(*_ends(sentence_at(text, (), Span(31, 32))))] == "بند دوم."
    assert text[slice(*_ends(sentence_at(text, (), Span(0, 1))))] == "عنوان"


def _ends(span):
    return span.start, span.end


def test_offices_count_as_mentions_pronouns_and_series_do_not():
    found = replace(
        FOUND,
        mentions=(Mention("putin", "person", "پوتین", 6, 11),
                  Mention("svg", "series", "گروه", 12, 16)),
        references=(Reference("putin", "person", "رئیس‌جمهور", 18, 22, "office"),
                    Reference("putin", "person", "وی", 23, 25, "pronoun")),
    )
    rows = _rows(ARTICLE, found)
    assert [row[:4] for row in rows["ae"]] == [(7, "person:putin", "person", 2)]
    assert sorted(rows["raw_entity_forms"]) == [
        ("person:putin", "fa", "رئیس‌جمهور", 1), ("person:putin", "fa", "پوتین", 1)]
    assert rows["art"] == [(7, ARTICLE.id, date(2021, 5, 1), "fa", "irna", "day", 2,
                            "unsure")]


def test_a_word_that_is_also_a_name_is_one_term():
    found = replace(FOUND, terms=(Term("ایران", 2, (("ایران", 2),)),
                                  Term("ایران", 1, (("جمهوری ایران", 1),), "name")))
    rows = _rows(ARTICLE, found)
    assert rows["raw_terms"] == [(7, date(2021, 5, 1), "fa", "irna", "ایران", 3, True)]
    assert len(rows["raw_forms"]) == 2


def test_evidence_is_kept_as_whole_sentences_each_once():
    report = MeetingReport("", None, "call", "", "", None, None, "unknown", (), "held", (),
                           (Span(8, 10), Span(12, 17), Span(29, 31)))
    rows = _rows(ARTICLE, replace(FOUND, meetings=(report,)))
    text = ARTICLE.text
    expected = [[6, 17, text[6:17]], [29, 37, text[29:37]]]
    assert json.loads(rows["reports"][0][5]) == expected


def test_every_row_fits_its_table():
    for name, rows in _rows(ARTICLE, replace(
        FOUND, terms=(Term("a", 1, (("a", 1),)),), stopped=(("و", 2),),
    )).items():
        for row in rows:
            assert len(row) == len(article_rows.SHAPES[name]), name
