"""What was cut and added: told exactly on made texts, and never wrongly on any."""

from __future__ import annotations

import itertools
import random
import time

from hypothesis import given, settings
from hypothesis import strategies as st

from didgah.language.sentences import sentences
from didgah.model import Span
from didgah.resolve.reprint_diff import Difference, _longest_run, difference
from didgah.resolve.shingles import words

LINES = (
    "The two ministers met in the capital on Monday.",
    "They spoke about trade, energy and the transport corridor.",
    "A joint commission will gather before the end of the year.",
    "Both sides thanked the hosts for their welcome.",
)


def _told(first: str, reprint: str) -> Difference:
    return difference(first, sentences(first, "en"), reprint, sentences(reprint, "en"))


def _of(text: str, pieces, kind: str) -> list[str]:
    return [text[one.start:one.end] for one in pieces if one.kind == kind]


def test_a_text_does_not_differ_from_itself() -> None:
    text = "\n".join(LINES)
    told = _told(text, text)
    assert (told.cut, told.added) == (0, 0)
    assert told.kept == len(words(text))
    assert _of(text, told.first, "same") == [text[:-1]]


def test_a_cut_sentence_and_an_added_one() -> None:
    first, reprint = "\n".join(LINES), "\n".join((LINES[0], *LINES[2:], "Our reporter adds more."))
    told = _told(first, reprint)
    assert _of(first, told.first, "only") == [LINES[1].rstrip(".")]
    assert _of(reprint, told.reprint, "only") == ["Our reporter adds more"]
    assert (told.cut, told.added) == (len(words(LINES[1])), 4)


def test_changed_words_inside_a_sentence() -> None:
    reprint = LINES[0].replace("the capital", "Moscow")
    told = _told(LINES[0], reprint)
    assert _of(LINES[0], told.first, "only") == ["the capital"]
    assert _of(reprint, told.reprint, "only") == ["Moscow"]


def test_a_moved_paragraph_is_moved_not_cut() -> None:
    first, reprint = "\n".join(LINES), "\n".join((*LINES[1:], LINES[0]))
    told = _told(first, reprint)
    assert (told.cut, told.added) == (0, 0)
    assert _of(reprint, told.reprint, "moved") == [LINES[0].rstrip(".")]


def test_spelling_is_no_difference() -> None:
    first, reprint = "وزير خارجه در كازان مي‌گويد.", "وزیر خارجه در کازان می‌گوید!"
    told = difference(first, sentences(first, "fa"), reprint, sentences(reprint, "fa"))
    assert (told.cut, told.added) == (0, 0)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300), st.text(max_size=300), st.integers(0, 40))
def test_pieces_cover_every_word_in_order(first: str, reprint: str, cut: int) -> None:
    spans = (Span(0, min(cut, len(first))), Span(cut, len(first))) if cut < len(first) else ()
    told = difference(first, spans, reprint, sentences(reprint, "fa"))
    for text, pieces in ((first, told.first), (reprint, told.reprint)):
        assert all(a.end <= b.start for a, b in itertools.pairwise(pieces))
        inside = "".join("".join(words(text[one.start:one.end])) for one in pieces)
        assert inside == "".join(words(text))
    kept = ["".join(words(first[one.start:one.end])) for one in told.first if one.kind != "only"]
    same = [
        "".join(words(reprint[one.start:one.end])) for one in told.reprint if one.kind != "only"]
    assert sorted("".join(kept)) == sorted("".join(same))


@given(st.permutations(range(7)))
def test_the_run_in_order_is_longest(order: list[int]) -> None:
    pairs = [(a, b) for b, a in enumerate(order)]
    run = sorted(_longest_run(pairs), key=lambda pair: pair[1])
    assert [a for a, _ in run] == sorted(a for a, _ in run)
    longest = max(
        bin(mask).count("1") for mask in range(128)
         if [a for n, (a, _) in enumerate(pairs) if mask >> n & 1]
         == sorted(a for n, (a, _) in enumerate(pairs) if mask >> n & 1))
    assert len(run) == longest


def test_long_texts_are_compared_in_seconds() -> None:
    dice = random.Random(1)
    vocabulary = [f"w{n}" for n in range(3000)]
    lines = [" ".join(dice.choices(vocabulary, k=15)) + "." for _ in range(6000)]
    first, reprint = "\n".join(lines), "\n".join(lines[3000:] + lines[:2900])
    one_line = " ".join(lines)
    began = time.perf_counter()
    told = _told(first, reprint)
    assert told.cut <= 100 * 15
    difference(one_line, (), one_line[100:], ())
    assert time.perf_counter() - began < 30


def test_sentences_that_are_one_stand_side_by_side() -> None:
    first = "\n".join(LINES)
    reprint = "\n".join((LINES[0], "Nobody else wrote this line at all.", LINES[1], LINES[3]))
    rows = [
        (first[r.first.start:r.first.end].strip() if r.first else "",
         reprint[r.reprint.start:r.reprint.end].strip() if r.reprint else "")
        for r in _told(first, reprint).rows
    ]
    assert rows == [
        (LINES[0], LINES[0]), ("", "Nobody else wrote this line at all."),
        (LINES[1], LINES[1]), (LINES[2], ""), (LINES[3], LINES[3]),
    ]


@given(texts := st.lists(st.sampled_from((*LINES, "x", "«!", "")), max_size=6).map("\n".join),
       texts)
def test_the_rows_hold_every_word_of_both_once_and_in_order(first: str, reprint: str) -> None:
    rows = _told(first, reprint).rows
    for text, spans in ((first, [r.first for r in rows if r.first]),
                        (reprint, [r.reprint for r in rows if r.reprint])):
        assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
        held = [word for one in spans for word in words(text[one.start:one.end])]
        assert held == list(words(text))
