"""What is told of a pattern holds for all that it matches: checked on patterns made at random."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from didgah.annotate.matching import literals
from didgah.annotate.matching.literals import fewest, needs

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


def test_what_stands_side_by_side_is_needed_as_one_string() -> None:
    pattern = re.compile(r"(?<!\w)t(?:alk|ea)s?(?! no)(?:ed|ing)")
    assert needs(pattern) == [frozenset(
        first + last for first in ("talk", "talks", "tea", "teas") for last in ("ed", "ing"))]


def test_a_set_with_thousands_of_strings_is_told_in_parts() -> None:
    many = "(?:" + "|".join(f"{n}x" for n in range(10, 99)) + ")"
    assert [len(one) for one in needs(re.compile(many * 2))] == [89]


@pytest.mark.parametrize("change", [
    {"sre_parser": None, "sre": None},  # a Python without that module
    {"sre_parser": object()},  # one whose module has no parser
    {"sre": object()},  # one that names the parts of a pattern otherwise
])
def test_where_the_parser_is_another_nothing_is_told(
    change: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in change.items():
        monkeypatch.setattr(literals, name, value)
    assert needs(re.compile("(?:met|spoke) with")) == []
    assert fewest(re.compile("[x-y]+"), "x", "y") == 0
