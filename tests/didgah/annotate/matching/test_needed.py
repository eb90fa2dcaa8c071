"""A pattern that is not tried would not have matched: checked on patterns made at random."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from didgah.annotate.lexicons import load_lexicons
from didgah.annotate.matching import literals
from didgah.annotate.matching.needed import Needed, Sieve, Sought
from didgah.annotate.sentences.skeleton import ACTOR

_pieces = st.sampled_from([
    "ab", "abc", "ba", " c", "a?", "(?:ab|cd)", "(?:ab|)", "(?:abc|ab)d", "[a-d]", "(?:ba){2}",
    "(?:cd)*", "(?P<x>dc|ca+)?", "(?!ab)", "(?<=b)", "(?>ab|ba)", "(?:cab)++", "[x-y]{2}", ".",
    "(?i:AB)", "[x-y]+?", "(?:[x-y]|[x-y]a)",
])
_texts = st.text("abcdxy ", max_size=14)


@given(st.lists(st.lists(_pieces, min_size=1, max_size=2), max_size=4), _texts)
def test_a_sieve_keeps_all_that_match_in_their_order(rows: list[list[str]], text: str) -> None:
    patterns = [(n, re.compile("".join(row).replace("(?P<x>", "(?:")))
                for n, row in enumerate(rows)]
    left = Sieve(patterns, ("x", "y")).possible(text, sum(c in "xy" for c in text))
    matching = [row for row in patterns if row[1].search(text)]
    assert [row for row in left if row[1].search(text)] == matching
    assert [n for n, _ in left] == sorted(n for n, _ in left)


@pytest.mark.parametrize("language", ["fa", "en", "ru", "ar"])
def test_a_sentence_without_words_of_meeting_tries_no_rule(language: str) -> None:
    rules = load_lexicons().encounters[language]  # type: ignore[index]
    assert rules.encounters.possible(f"{ACTOR[1]} {ACTOR[1]}", 2) == []
    assert rules.roles.possible(f"{ACTOR[1]} {ACTOR[1]}") == []


@given(st.lists(st.lists(_pieces, min_size=1, max_size=3), max_size=4), st.lists(_texts))
def test_what_is_sought_is_found_as_by_the_pattern(rows: list[list[str]], texts: list[str]) -> None:
    needed = Needed()
    patterns = [re.compile("".join(row).replace("(?P<x>", "(?:")) for row in rows]
    sought = [Sought(pattern, needed) for pattern in patterns]
    for text in texts:
        for one, pattern in zip(sought, patterns, strict=True):
            wanted = [m.span() for m in pattern.finditer(text, 1, 9)]
            assert [m.span() for m in one.finditer(text, 1, 9)] == wanted
            first = one.search(text, 1, 9)
            assert (first and first.span()) == (wanted[0] if wanted else None)


def test_a_pattern_is_not_run_where_its_words_are_missing() -> None:
    needed = Needed()
    bits = needed.bits_of(re.compile("took part|attended"))
    assert bits & ~needed.held("They talked.")
    assert not bits & ~needed.held("She took her part.")
    assert not bits & ~needed.held("Nobody unattended.")


def test_without_the_parser_every_pattern_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(literals, "sre_parser", None)
    row = (1, re.compile("[xy] met"))
    assert Sieve([row], ("x", "y")).possible("nobody") == [row]
    assert Sought(row[1], Needed()).search("x met")
