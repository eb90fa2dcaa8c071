"""The matching sentence in the drawer: escaped, highlighted, nothing lost."""

from __future__ import annotations

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from components.evidence import marked
from didgah.model import Span


def test_spans_are_marked_and_the_rest_is_escaped():
    assert marked("<b>پوتین</b> گفت", [Span(3, 8)]) == (
        "&lt;b&gt;<mark>پوتین</mark>&lt;/b&gt; گفت"
    )


def test_overlapping_and_unordered_spans_are_drawn_once():
    assert marked("abcdef", [Span(2, 5), Span(0, 3), Span(1, 2)]) == (
        "<mark>abc</mark><mark>de</mark>f"
    )


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(0, 45), st.integers(0, 45))))
def test_no_character_is_lost_and_no_other_tag_appears(sentence, pairs):
    spans = [Span(min(a, b), min(max(a, b), len(sentence))) for a, b in pairs
             if min(a, b) <= len(sentence)]
    drawn = marked(sentence, spans)
    assert html.unescape(re.sub(r"</?mark>", "", drawn)) == sentence
    assert re.findall(r"<[^>]*>", drawn) == re.findall(r"</?mark>", drawn)
