"""The question: one form for one meaning, into the address and back, narrowed and loosened."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from didgah.filters import MAX_LENGTH, Filters
from tests.didgah.queries import asked


@given(asked.filters)
def test_a_question_goes_into_the_address_and_back(filters):
    assert Filters.from_query(filters.to_query()) == filters
    assert Filters.read(filters.to_pairs()) == (filters, ())


@given(st.lists(st.sampled_from(asked.KEYS)), st.randoms())
def test_order_and_repetition_mean_nothing(keys, chance):
    shuffled = [*keys, *keys]
    chance.shuffle(shuffled)
    once, twice = Filters(entities=tuple(keys)), Filters(entities=tuple(shuffled))
    assert (once, once.to_query()) == (twice, twice.to_query())


def test_half_of_a_character_pair_is_taken_out_of_a_query():
    filters = Filters(query="Jeddah \ud800")
    assert filters.query == "Jeddah ?"
    assert Filters.from_query(filters.to_query()) == filters


def test_the_default_asks_about_all_and_leaves_the_address_alone():
    assert Filters().is_default
    assert Filters().to_query() == ""
    assert not Filters(undated=True).is_default


@given(st.lists(st.tuples(
    st.sampled_from([*(item.name for item in fields(Filters)), "lang", "meeting"]),
    st.text(max_size=20),
)))
def test_no_address_breaks_the_reading_and_nothing_is_dropped_in_silence(pairs):
    filters, ignored = Filters.read(pairs)
    assert Filters.read(filters.to_pairs()) == (filters, ())
    names = {item.name for item in fields(Filters)}
    for name, value in pairs:
        if name in names and value and f"{name}={value}" not in ignored:
            assert name in dict(filters.to_pairs()) or not value.strip()


@pytest.mark.parametrize(
    "pair",
    ["since=tomorrow", "undated=yes", "languages=tlh", "status=likely", "entities=putin",
     "also=putin", "excluded=putin", "excluded=language:tlh",
     "excluded=topic:perhaps", "excluded=year:20x1", "excluded=person:", "terms=halal",
     "outlets=a%00b", "query=" + "x" * (MAX_LENGTH + 1)],
)
def test_what_makes_no_sense_is_named(pair):
    [(name, value)] = parse_qsl(pair)
    filters, ignored = Filters.read([(name, value)])
    assert filters.is_default
    assert ignored == (f"{name}={value[:80]}",)


def test_days_in_the_wrong_order_are_turned():
    found = Filters.from_query("since=2022-01-01&until=2021-01-01")
    assert (found.since, found.until) == (date(2021, 1, 1), date(2022, 1, 1))


def test_more_values_than_anybody_asks_for_are_left_out():
    filters, ignored = Filters.read([("outlets", f"o{n}") for n in range(60)])
    assert (len(filters.outlets), len(ignored)) == (50, 10)


def test_a_mark_inside_a_filter_on_one_name_asks_for_both():
    inside = Filters(entities=("person:putin",), since=date(2021, 1, 1))
    both = inside.narrow("entities=person%3Alavrov&since=2020-01-01&until=2021-12-31")
    assert (both.entities, both.also) == (("person:putin",), ("person:lavrov",))
    assert (both.since, both.until) == (date(2021, 1, 1), date(2021, 12, 31))
    assert inside.narrow("entities=person%3Aputin") == inside
    assert inside.narrow("places=kazan").narrow("places=moscow").also == ("place:moscow",)


def test_a_language_replaces_ours_and_queries_must_both_hold():
    found = Filters(languages=("fa", "ru"), query="a OR b").narrow("languages=ru&query=c")
    assert found == Filters(languages=("ru",), query="(a OR b) AND (c)")


@given(asked.filters, asked.light)
def test_narrowing_twice_by_the_same_mark_is_narrowing_once(filters, mark):
    once = filters.narrow(mark.to_query())
    assert once.narrow(mark.to_query()).also == once.also


@given(asked.filters)
def test_taking_everything_out_leaves_the_default(filters):
    for name, value in filters.to_pairs():
        filters = filters.without(name, value)
    assert filters.is_default
