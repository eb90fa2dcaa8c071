"""The matching sentence in the drawer: escaped, highlighted, nothing lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from components.evidence import marked, titled
from didgah.highlight import inert
from didgah.model import Span
from tests.pages.opening import Markup


def test_spans_are_marked_and_the_rest_is_escaped():
    read = Markup(marked("<b>پوتین</b> گفت", [Span(3, 8)]))
    assert read.words == ["<b>", "پوتین", "</b> گفت"]
    assert [tag for tag, _ in read.elements] == ["mark"]


def test_overlapping_and_unordered_spans_are_drawn_once():
    read = Markup(marked("ab cd ef gh", [Span(6, 8), Span(0, 5), Span(3, 5)]))
    assert "".join(read.words) == "ab cd ef gh"
    assert read.words[-1] == " gh"


def test_overrides_of_direction_do_not_reach_the_page():
    assert "\u202e" not in marked("a\u202ecba", [Span(0, 1)])
    assert titled("\u202e \u2067", "en") == "[RLO]"
    assert titled(" \u2067 ", "en") == "(no title)"


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 45), st.integers(0, 45))))
def test_no_character_is_lost_and_no_other_tag_appears(sentence, pairs):
    spans = [Span(min(a, b), min(max(a, b), len(sentence))) for a, b in pairs
             if min(a, b) <= len(sentence)]
    read = Markup(marked(sentence, spans))
    assert "".join(read.words) == inert(sentence)
    assert {tag for tag, _ in read.elements} <= {"mark"}
