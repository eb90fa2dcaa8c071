"""A pattern that is not tried would not have matched: checked on patterns made at random."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from didgah.annotate.lexicons import load_lexicons
from didgah.annotate.matching.needed import Sieve, fewest, needs
from didgah.annotate.sentences.skeleton import ACTOR

_pieces = st.sampled_from([
    "ab", "abc", "ba", " c", "a?", "(?:ab|cd)", "(?:ab|)", "(?:abc|ab)d", "[a-d]", "(?:ba){2}",
    "(?:cd)*", "(?P<x>dc|ca+)?", "(?!ab)", "(?<=b)", "(?>ab|ba)", "(?:cab)++", "[x-y]{2}", ".",
    "(?i:AB)", "[x-y]+?", "(?:[x-y]|[x-y]a)",
])
_texts = st.text("abcdxy ", max_size=14)


def test_a_pattern_needs_its_letters_and_one_of_each_choice() -> None:
    pattern = re.compile(r"met (?:with )?[\w ]+?(?:king|queen|queens)$")
    assert needs(pattern) == [frozenset(("met ",)), frozenset(("king", "queen"))]


def test_where_case_does_not_matter_nothing_is_needed() -> None:
    assert needs(re.compile("met", re.IGNORECASE)) == []


def test_sets_that_hold_other_characters_are_no_signs() -> None:
    assert fewest(re.compile("[x-y][x-z](?:[x-y]|[x-y][x-y])[x-y]{2,3}[x-y]*"), "x", "y") == 4


@given(st.lists(_pieces, min_size=1, max_size=5), _texts)
def test_what_matches_has_what_the_pattern_needs(pieces: list[str], text: str) -> None:
    try:
        pattern = re.compile("".join(pieces))
    except re.error:  # two groups of one name
        return
    found = pattern.search(text)
    if found:
        assert all(any(one in text for one in need) for need in needs(pattern))
        assert fewest(pattern, "x", "y") <= sum(c in "xy" for c in found[0])


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
