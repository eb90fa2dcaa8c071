"""The same words give the same picture; no word overlaps another; sizes are a function."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from didgah.cloud.layout import Word, arrange, font_size, in_rows

LABELS = (
    "روسیه", "جهان اسلام", "همکاری‌ها", "نشست", "ایران", "پوتین", "لاوروف", "عربستان",
    "تاتارستان", "کازان", "جده", "مجمع", "سازمان همکاری اسلامی", "گفت‌وگو", "می‌شود",
    "سرمایه‌گذاری", "بانک", "پیام", "امنیت", "سوریه", "فلسطین", "ترکیه", "مصر", "قطر",
)  # fmt: skip


def _words(values, labels=LABELS):
    return [
        Word(f"fa:{label}", label, value, "name" if i % 2 else "word")
        for i, (label, value) in enumerate(zip(labels, values, strict=False))
    ]


VALUES = [900 // (i + 1) + 3 for i in range(len(LABELS))]


def test_the_order_of_the_words_does_not_change_the_picture():
    words = _words(VALUES)
    assert arrange(words) == arrange(words[::-1])


@settings(max_examples=12, deadline=None)
@given(st.lists(st.integers(1, 5000), min_size=1, max_size=len(LABELS)))
def test_words_stand_inside_and_apart_and_none_is_lost(values):
    words = _words(values)
    layout = arrange(words, 640, 360)
    assert {p.word for p in layout.placed} | set(layout.left_out) == set(words)
    for p in layout.placed:
        assert 0 <= p.left < p.right <= layout.width
        assert 0 <= p.top < p.bottom <= layout.height
    for one, other in combinations(layout.placed, 2):
        # Ink of a small word may stand in the hollow of a large one; boxes of equals may not
        # cross by more than the rounding of a pixel.
        if one.size == other.size == min(p.size for p in layout.placed):
            assert (
                one.right <= other.left + 1 or other.right <= one.left + 1
                or one.bottom <= other.top + 1 or other.bottom <= one.top + 1
            ), (one, other)  # fmt: skip


def test_size_is_a_function_of_the_value_and_the_scale_says_so():
    words = _words(VALUES)
    layout = arrange(words)
    sizes = {p.word.value: p.size for p in layout.placed}
    assert len(sizes) == len(set(VALUES))
    ordered = [sizes[value] for value in sorted(sizes)]
    assert ordered == sorted(ordered)
    assert ordered[0] >= 12
    assert all(sizes[value] == size for value, size in layout.scale)
    assert len(layout.scale) == 3


def test_equal_values_have_equal_sizes():
    words = _words([7] * 10)
    assert len({p.size for p in arrange(words).placed}) == 1
    assert font_size(7, words, 14, 90) == 52


def test_two_terms_written_alike_are_both_drawn():
    words = [Word("fa:a", "شیر", 5), Word("fa:b", "شیر", 3, "name")]
    assert {p.word.term for p in arrange(words).placed} == {"fa:a", "fa:b"}


def test_taking_a_word_out_moves_no_larger_word():
    before = {p.word.term: (p.left, p.top, p.size) for p in arrange(_words(VALUES)).placed}
    fewer = [w for w in _words(VALUES) if w.label != "مصر"]
    after = {p.word.term: (p.left, p.top, p.size) for p in arrange(fewer).placed}
    larger = [w.term for w in _words(VALUES)[: LABELS.index("مصر")]]
    assert [after[term] for term in larger] == [before[term] for term in larger]


def test_one_more_article_moves_little():
    # An article brings a use or two of some words and one new word; the rest stays where it is.
    before = {p.word.term: (p.left, p.top) for p in arrange(_words(VALUES)).placed}
    more = [value + (i % 5 == 0) for i, value in enumerate(VALUES)]
    words = [*_words(more), Word("fa:تازه", "تازه", 3)]
    after = {p.word.term: (p.left, p.top) for p in arrange(words).placed}
    far = [
        term for term, (left, top) in before.items()
        if abs(after[term][0] - left) > 60 or abs(after[term][1] - top) > 30
    ]
    assert set(after) - set(before) == {"fa:تازه"}
    assert len(far) <= len(before) // 4


def test_rows_have_the_words_in_order_and_a_true_scale():
    words = _words(VALUES)
    rows, scale = in_rows(words[::-1])
    assert [word.value for word, _ in rows] == sorted(VALUES, reverse=True)
    sizes = {word.value: size for word, size in rows}
    assert min(sizes.values()) >= 12
    assert all(sizes[value] == size for value, size in scale)
    assert in_rows([]) == ((), ())


def test_too_many_words_for_the_room_are_named_not_lost():
    words = _words(VALUES)
    layout = arrange(words, 160, 90)
    assert layout.placed
    assert layout.left_out
    smallest_shown = min(p.word.value for p in layout.placed)
    assert all(w.value <= smallest_shown for w in layout.left_out)


@pytest.mark.parametrize("words", [[], [Word("fa:a", "الف", 0)]])
def test_nothing_to_draw_is_an_empty_picture(words):
    layout = arrange(words)
    assert layout.placed == ()
    assert layout.left_out == tuple(words)


def test_one_word_wider_than_the_picture_is_left_out():
    layout = arrange([Word("fa:a", "سازمان همکاری اسلامی", 3)], 40, 40)
    assert layout.placed == ()
    assert len(layout.left_out) == 1
