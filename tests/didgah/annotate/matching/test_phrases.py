"""The phrase tree, against a naive search on keys."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from didgah.annotate.matching.phrases import (
    TOKEN,
    Phrase,
    PhraseTree,
    leftmost_longest,
    token_spans,
    tokens_of,
)
from didgah.language.fold import key

WORDS = ["راه", "آهن", "بین", "المللی", "شهر", "نو"]


def spans_of(tree: PhraseTree[str], text: str) -> list[tuple[str, str]]:
    return [
        (matches[0].phrase.what, text[matches[0].start : matches[0].end])
        for matches in leftmost_longest(tree.matches(tokens_of(text)))
    ]


def test_tokens_keep_their_marks_and_part_at_half_spaces() -> None:
    text = "عُمان می‌خانف x_y ـ"
    assert [text[a:b] for a, b in token_spans(text)] == ["عُمان", "می", "خانف", "x", "y"]


@given(st.text(st.sampled_from("اب cД12۱½_ـ\u064b\u0301\u200c-.«\n\ud800😀é"), max_size=30))
def test_tokens_are_those_of_the_pattern(text) -> None:
    found = tokens_of(text)
    assert list(zip(found.starts, found.ends, strict=True)) == token_spans(text)
    assert found.words == TOKEN.findall(text)


def test_the_longest_of_overlapping_phrases_wins() -> None:
    tree = PhraseTree("en", [Phrase(t, t, "en") for t in ("bank", "bank of russia", "russia")])
    assert spans_of(tree, "the Bank of Russia and Russia") == [
        ("bank of russia", "Bank of Russia"), ("russia", "Russia"),
    ]


def test_commas_are_bridged_only_by_phrases_that_have_one() -> None:
    tree = PhraseTree("en", [Phrase("w", "Washington, D.C.", "en"), Phrase("x", "one two", "en")])
    assert spans_of(tree, "in Washington, D.C.") == [("w", "Washington, D.C")]
    assert spans_of(tree, "one, two") == []


def test_acronyms_and_capitals_are_kept() -> None:
    tree = PhraseTree("en", [
        Phrase("oic", "OIC", "en", acronym=True), Phrase("mali", "Mali", "en", capital=True),
    ])
    assert spans_of(tree, "OIC oic Oic Mali MALI mali") == [
        ("oic", "OIC"), ("mali", "Mali"), ("mali", "MALI"),
    ]


def test_a_loose_phrase_may_be_written_without_its_spaces() -> None:
    tree = PhraseTree("fa", [Phrase("p", "مینی خانف", "fa", loose=True)])
    for text in ("مینی خانف", "مینی‌خانف", "مینیخانف"):
        assert spans_of(tree, f"گفت {text} آمد") == [("p", text)]
    strict = PhraseTree("fa", [Phrase("p", "کتابخانه مرکزی", "fa")])
    assert spans_of(strict, "کتابخانهمرکزی") == []


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=3), min_size=1, max_size=5),
    st.lists(st.sampled_from([*WORDS, "دیگر"]), max_size=12),
)
def test_the_tree_finds_what_a_naive_search_finds(
    phrases: list[list[str]], words: list[str]
) -> None:
    wanted = {tuple(key(w) for w in phrase) for phrase in phrases}
    tree = PhraseTree(
        "en", [Phrase(" ".join(p), " ".join(p), "en") for p in sorted(wanted)]
    )
    text = " ".join(words)
    keys = [key(w) for w in words]
    expected, at = [], 0
    while at < len(keys):
        longest = max(
            (n for n in (1, 2, 3) if tuple(keys[at : at + n]) in wanted and at + n <= len(keys)),
            default=0,
        )
        if longest:
            expected.append(" ".join(keys[at : at + longest]))
        at += longest or 1
    assert [what for what, _ in spans_of(tree, text)] == expected
