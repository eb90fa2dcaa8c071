"""Candidates of all languages: what the registry leaves, how it is listed, odd texts."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from didgah.annotate.candidates import proposed as candidates
from didgah.annotate.candidates.name_spans import NameSpan
from didgah.annotate.candidates.proposed import find_candidates
from didgah.annotate.names.registered import NameMatcher
from didgah.language.sentences import sentences
from didgah.model import LANGUAGES
from tests.didgah.annotate.small_world import small_registry

MATCHER = NameMatcher(small_registry())
PIECES = (
    "Владимир Путин", "А. Сидоров", "Комитет", "«", "»", "\n", " ", ". ", "رضا محمدی", "دانشگاه",
    "کازان", "وزارة الخارجية", "بن", "محمد", "Bank", "Maria Petersen", "of", "\u200c", "\u202e",
    "\ud800", "12", "(", ")", "Казань", "Темы", "События", "\u0640", "ل", "А", "и",
)


def found(text, language):
    mentions = MATCHER.find(text, language)
    return mentions, find_candidates(text, language, sentences(text, language), mentions)


def test_persian_names_are_listed_in_persian_letters_and_tied():
    text = "علي رضايي رئيس دانشگاه كرج است. رضايي گفت كه كار ادامه دارد."
    names = [(one.kind, one.name) for one in found(text, "fa")[1]]
    assert names[0] == names[-1] == ("person", "علی رضایی")
    assert ("organisation", "دانشگاه کرج") in names


@pytest.mark.parametrize("text", ["ولاد پوتین", "(ولاد) پوتین", "«ولاد» پوتین", "ولاد «پوتین»"])
def test_a_first_name_before_a_registry_person_is_part_of_that_name(monkeypatch, text):
    start = text.index("ولاد")
    first = NameSpan(start, start + 4, "person", "rule")
    read = ([first], lambda text, span: text[span.start : span.end])
    monkeypatch.setitem(candidates._READERS, "fa", lambda *_: read)
    assert found(text, "fa")[1] == ()
    other = text.replace("پوتین", "کازان")  # a place is no surname
    assert [one.name for one in found(other, "fa")[1]] == ["ولاد"]
    apart = f"{text[: start + 4]}، پوتین"
    assert [one.name for one in found(apart, "fa")[1]] == ["ولاد"]


def test_a_language_without_a_reader_has_none():
    assert find_candidates("Lorem Ipsum", "tt", (), ()) == ()


def test_the_same_text_gives_the_same_names():
    text = "Встреча с Алексеем Сидоровым прошла в Комитете по туризму."
    assert found(text, "ru") == found(text, "ru")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30), st.sampled_from(LANGUAGES))
def test_candidates_are_disjoint_and_only_bodies_hold_names_of_the_registry(pieces, language):
    text = " ".join(pieces)
    mentions, names = found(text, language)
    end = 0
    for one in names:
        assert end <= one.start < one.end <= len(text)
        assert text[one.start : one.end] == one.surface
        assert one.name.strip()
        end = one.end
        for mention in mentions:
            if mention.start < one.end and one.start < mention.end:
                assert one.kind == "organisation"
                assert one.start <= mention.start
                assert mention.end <= one.end
                assert mention.kind in ("place", "person")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_as_long_as_a_book_takes_seconds(language):
    chance = random.Random(7)
    text = " ".join(chance.choices([one for one in PIECES if one != "\ud800"], k=60_000))
    _, names = found(text, language)
    assert 290_000 < names[-1].end <= 300_000 < len(text)  # a book is read so far
