"""A name typed in one script is sought in all, visibly, and each spelling can be taken out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from didgah import spellings, textquery
from didgah.filters import MAX_LENGTH
from didgah.registry import load


@pytest.fixture(scope="module")
def known():
    return spellings.table(load())


def _finds(query: str, words: str) -> bool:
    return textquery.matches(textquery.parse(query), textquery.tokens(words))


@pytest.mark.parametrize("typed", ["Putin", "putin", "Путин", "پوتین", "پوتين", "بوتين"])
def test_one_script_finds_the_others(known, typed):
    query = spellings.spread(typed, known)
    for words in ("Putin", "Путин", "о Путине", "پوتین", "بوتين"):
        assert _finds(query, words), words
    assert not _finds(query, "Lavrov")
    [group] = spellings.spreads(query, known)
    assert group.typed == typed


def test_every_spelling_can_be_taken_out_and_all_at_once(known):
    query = spellings.spread("Putin", known)
    [group] = spellings.spreads(query, known)
    less = spellings.without(query, group, "Путин")
    assert not _finds(less, "Путину")
    assert _finds(less, "پوتین")
    exact = spellings.exactly(query, [group])
    assert exact == '"Putin"'
    assert spellings.spread(exact, known) == exact
    while groups := spellings.spreads(query, known):
        query = spellings.without(query, groups[0], groups[0].others[0])
    assert query == '"Putin"'


def test_words_beside_a_name_stay(known):
    query = spellings.spread("Putin zzz AND Kazan", known)
    assert len(spellings.spreads(query, known)) == 2
    assert _finds(query, "Путин zzz کازان")
    assert not _finds(query, "Путин کازان")


@pytest.mark.parametrize("query", ['"Putin"', "Putin OR Lavrov", "NOT Putin", "Put*", "(Putin)",
                                   "«Putin»", "zzz", ""])
def test_what_its_writer_put_in_order_is_left_alone(known, query):
    assert spellings.spread(query, known) == query


@given(st.text(max_size=30) | st.sampled_from(["Putin Kazan", "Владимир Путин", "کازان"]))
def test_a_spread_query_can_be_read_and_is_spread_once(known, text):
    once = spellings.spread(text, known)
    assert spellings.spread(once, known) == once
    if once != text:
        textquery.parse(once)
        assert spellings.spreads(once, known)


def test_a_query_without_room_takes_in_what_fits_and_names_the_rest(known):
    typed = "Putin Lavrov Minnikhanov Kadyrov Erdogan Pezeshkian Raisi Kazan Jeddah"
    query = spellings.spread(typed, known)
    assert len(query) <= MAX_LENGTH
    assert _finds(query, f"پوتین {typed.removeprefix('Putin')}")
    crowded = spellings.crowded_out(query, known)
    assert crowded
    groups = {one.typed: one for one in spellings.spreads(query, known)}
    assert set(crowded) == {
        word for word in typed.split()
        if spellings.spread(word, known) != word
        and not (word in groups and spellings.complete(groups[word], known))
    }
    assert spellings.crowded_out(spellings.spread("Putin", known), known) == ()


def test_a_name_too_long_for_all_its_spellings_takes_some(known):
    typed = "International Islamic Business and Finance Summit"
    query = spellings.spread(typed, known)
    assert typed != query
    assert len(query) <= MAX_LENGTH
    [group] = spellings.spreads(query, known)
    assert not spellings.complete(group, known)
    assert spellings.crowded_out(query, known) == (typed,)


def test_taking_a_spelling_out_is_not_want_of_room(known):
    query = spellings.spread("Putin", known)
    [group] = spellings.spreads(query, known)
    assert spellings.complete(group, known)
    assert spellings.collapsed(query, [group]) == "Putin"
    less = spellings.without(query, group, "Путин")
    assert not spellings.complete(spellings.spreads(less, known)[0], known)
    assert spellings.crowded_out(less, known) == ()
