"""Words of articles as HTML: language, direction, escaping; nothing lost, nothing added."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from components.article_words import attributes, block, highlighted, marked, shortened, title
from didgah.highlight import inert
from didgah.model import LANGUAGES, Span
from tests.pages.opening import Markup


def test_spans_are_marked_and_the_rest_is_escaped():
    read = Markup(highlighted("<b>پوتین</b> گفت", [Span(3, 8)]))
    assert read.words == ["<b>", "پوتین", "</b> گفت"]
    assert [tag for tag, _ in read.elements] == ["mark"]


def test_overlapping_and_unordered_spans_are_drawn_once():
    read = Markup(highlighted("ab cd ef gh", [Span(6, 8), Span(0, 5), Span(3, 5)]))
    assert "".join(read.words) == "ab cd ef gh"
    assert read.words[-1] == " gh"


def test_overrides_of_direction_do_not_reach_the_page():
    assert "\u202e" not in marked("a\u202ecba", "en", [Span(0, 1)])
    assert "[RLO]" in title("\u202e \u2067", "fa", "en")


def test_a_missing_title_is_said_in_the_language_of_the_reader():
    (tag, attrs), = Markup(title(" \u2067 ", "fa", "en", "reader?article=1")).elements
    assert (tag, attrs["lang"], attrs["href"]) == ("a", "en", "reader?article=1")
    assert "(no title)" in title(" \u2067 ", "fa", "en")


def test_the_direction_is_that_of_most_letters_and_else_of_the_language():
    assert attributes("TASS: وزیران در پایتخت دیدار کردند", "fa") == 'lang="fa" dir="rtl"'
    assert attributes("Встреча", "fa") == 'lang="fa" dir="ltr"'
    assert attributes("۱۴۰۳", "fa") == 'lang="fa" dir="rtl"'
    assert attributes("2024", "und") == 'lang="" dir="auto"'


def test_what_is_too_long_is_cut_before_a_word():
    assert shortened("one two three", 9) == "one two…"
    assert shortened("one two", 7) == "one two"


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 45), st.integers(0, 45))),
       st.sampled_from([*LANGUAGES, "und", '"><script>']))
def test_no_character_is_lost_and_no_other_tag_appears(sentence, pairs, spoken):
    spans = [Span(min(a, b), min(max(a, b), len(sentence))) for a, b in pairs
             if min(a, b) <= len(sentence)]
    read = Markup(marked(sentence, spoken, spans))
    assert "".join(read.words) == inert(sentence)
    assert {tag for tag, _ in read.elements} <= {"p", "mark"}
    assert Markup(block(sentence, spoken)).words == ([inert(sentence)] if sentence else [])
