"""Pieces laid end to end are the text; nothing in them can reorder or run."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from didgah.highlight import (
    Mark,
    direction,
    inert,
    marks_of,
    paragraphs,
    segments,
    to_html,
    whole_words,
)
from didgah.model import (
    Annotation,
    DateExpression,
    Mention,
    Reference,
    Span,
    Statement,
)

LAYERS = ("person", "organisation", "place", "date", "statement", "hit")
ALPHABET = "ابپی‌ نةمه\u0651\u0640aBя1۲.,\n<>&\"'\u202e\u2067\u200d"


@st.composite
def marked_texts(draw):
    text = draw(st.text(alphabet=ALPHABET, min_size=1, max_size=60))
    number = st.integers(-3, len(text) + 3)
    marks = draw(st.lists(st.builds(Mark, number, number, st.sampled_from(LAYERS)), max_size=8))
    return text, marks


@given(marked_texts())
def test_pieces_laid_end_to_end_are_the_text(case):
    text, marks = case
    pieces = segments(text, marks)
    assert "".join(text[p.start : p.end] for p in pieces) == text
    assert all(p.start < p.end for p in pieces)


@given(marked_texts())
def test_every_character_carries_exactly_the_marks_that_cover_its_word(case):
    text, marks = case
    expected = [set() for _ in text]  # one character at a time, the slow and plain way
    for mark in marks:
        if 0 <= mark.start < mark.end <= len(text):
            first, last = whole_words(text, mark.start, mark.end)
            for position in range(first, last):
                expected[position].add(mark)
    drawn = [set(p.marks) for p in segments(text, marks) for _ in range(p.start, p.end)]
    assert drawn == expected


@given(marked_texts())
def test_no_piece_ends_between_two_letters_of_a_word(case):
    text, marks = case
    for piece in segments(text, marks):
        if piece.end < len(text):
            pair = text[piece.end - 1 : piece.end + 1]
            assert not re.fullmatch(r"[^\W_]{2}", pair), (text, piece)


@given(marked_texts())
def test_paragraphs_hold_every_character_but_blank_lines_and_line_ends(case):
    text, marks = case
    kept = "".join(text[s.start : s.end] for p in paragraphs(text, marks) for s in p.segments)
    assert kept == "".join(line for line in text.split("\n") if line.strip())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words, self.tags = "", []

    def handle_data(self, data):
        self.words += data

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))


@given(marked_texts())
def test_html_reads_back_as_the_inert_text(case):
    text, marks = case
    reader = _Reader()
    reader.feed(to_html(text, segments(text, marks), lambda mark: ("", text)))
    reader.close()
    assert reader.words == inert(text)
    assert {tag for tag, _ in reader.tags} <= {"mark"}


def test_half_a_word_is_drawn_whole_but_keeps_its_true_offsets():
    text = "والرئيس بوتين"
    pieces = segments(text, [Mark(3, 7, "person", "person:putin")])
    assert text[pieces[0].start : pieces[0].end] == "والرئيس"
    assert 'data-start="3" data-end="7"' in to_html(text, pieces)


def test_half_space_is_an_edge_and_a_diacritic_is_not():
    assert whole_words("کتاب‌ها", 0, 4) == (0, 4)
    assert whole_words("محمّد", 0, 3) == (0, 5)
    assert whole_words("a\u0301b c", 0, 1) == (0, 3)


def test_nested_and_crossing_marks():
    text = "پوتین در جده گفت"
    outer, inner, crossing = Mark(0, 12, "statement"), Mark(9, 12, "place"), Mark(6, 16, "hit")
    pieces = segments(text, [outer, inner, crossing])
    assert [(text[p.start : p.end], [m.layer for m in p.marks]) for p in pieces] == [
        ("پوتین ", ["statement"]),
        ("در ", ["hit", "statement"]),
        ("جده", ["place", "hit", "statement"]),
        (" گفت", ["hit"]),
    ]


def test_direction_goes_by_most_letters_not_by_the_first():
    assert direction("TASS: پوتین در جده سخن گفت") == "rtl"
    assert direction("Путин отправил послание «جده»") == "ltr"
    assert direction("۱۲ − 34") == "auto"


def test_override_characters_become_visible_and_embeddings_vanish():
    assert inert("a\u202egpj.exe\u202c") == "a[RLO]gpj.exe"
    assert inert("\u2067می‌شود\u2069\u200f") == "می‌شود\u200f"
    assert inert("x\x00\ud800y\u2028z") == "x\ufffd\ufffdy z"


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        '"><a href="javascript:alert(1)">',
        "[x](javascript:alert(1)) $\\href{javascript:alert(1)}{x}$ :material/home:",
    ],
)
def test_hostile_text_is_written_as_text(hostile):
    text = f"پیش {hostile} پس"
    piece = segments(text, [Mark(0, len(text), "hit")])
    written = to_html(text, piece, lambda mark: ("javascript:alert(1)", hostile))
    reader = _Reader()
    reader.feed(written)
    assert html.unescape(re.sub(r"^<mark[^>]*>|</mark>$", "", written)) == text
    assert [(tag, set(attrs)) for tag, attrs in reader.tags] == [
        ("mark", {"class", "data-start", "data-end", "title"})
    ]


def test_marks_of_an_annotation_and_the_choice_of_layers():
    annotation = Annotation(
        article="a", language="fa", outlet="", outlet_name="",
        mentions=(
            Mention("putin", "person", "پوتین", 0, 5),
            Mention("svg", "series", "گروه", 20, 24),
        ),
        references=(Reference("putin", "person", "وی", 6, 8, "pronoun"),),
        dates=(
            DateExpression("سه روز", 0, 6, None, None, "unknown", "relative", type="duration"),
            DateExpression("دیروز", 9, 14, None, None, "unknown", "relative"),
        ),
        statements=(Statement("putin", "person", "پوتین", "indirect", 0, 19, "گفت"),),
    )  # fmt: skip
    every = marks_of(annotation, hits=[Span(15, 18)])
    assert [(m.start, m.layer, m.ref) for m in every] == [
        (0, "statement", "person:putin"),
        (0, "person", "person:putin"),
        (6, "person", "person:putin"),
        (9, "date", "date:1"),
        (15, "hit", ""),
        (20, "organisation", "series:svg"),
    ]
    assert {m.layer for m in marks_of(annotation, layers=["date"])} == {"date"}
