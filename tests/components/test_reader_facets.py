"""Facets: what a browser sends is checked, and each choice becomes the right filter."""

from __future__ import annotations

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.reader_facets import FACETS, choose, left_out, read, selected
from didgah.filters import Filters
from tests.didgah.queries import asked

_FACET = {one.name: one for one in FACETS}
_VALUES = {"language": "ru", "outlet": "tass", "person": "person:putin", "place": "kazan",
           "year": "2021", "organisation": "organisation:svg", "series": "svg",
           "theme": "halal", "topic": "off", "cites": "tass"}


@pytest.mark.parametrize("came", [
    None, 3, "", "[]", "{}", '["language"]', '["nothing", "x", "in"]', '["year", "20x1", "in"]',
    '["year", "0000", "in"]', '["person", "place:kazan", "in"]', '["language", "ru", "perhaps"]',
    '["language", 7, "in"]', '[["language"], "ru", "in"]',
])
def test_what_makes_no_sense_is_passed_over(came):
    assert read(came) is None


@given(asked.filters, st.sampled_from(sorted(_VALUES)), st.sampled_from(("in", "out", "")))
def test_a_choice_is_what_the_filters_then_say(filters, name, state):
    facet, value = _FACET[name], _VALUES[name]
    came = read(json.dumps([name, value, state]))
    assert came == (facet, value, state)
    found = choose(filters, *came)
    assert (value in selected(facet, found)) == (state == "in")
    assert (value in left_out(facet, found)) == (state == "out")
    assert Filters.from_query(found.to_query()) == found


def test_a_choice_leaves_the_other_values_alone():
    filters = Filters(entities=("person:lavrov", "organisation:svg"), excluded=("place:kazan",))
    found = choose(filters, _FACET["person"], "person:putin", "in")
    assert found.entities == ("organisation:svg", "person:lavrov", "person:putin")
    assert found.excluded == ("place:kazan",)


def test_a_year_is_a_span_of_days_and_goes_as_it_came():
    found = choose(Filters(), _FACET["year"], "2021", "in")
    assert (found.since, found.until) == (date(2021, 1, 1), date(2021, 12, 31))
    assert choose(found, _FACET["year"], "2021", "").is_default


def test_a_language_that_is_none_is_dropped():
    assert choose(Filters(), _FACET["language"], "tlh", "in").is_default
    assert choose(Filters(), _FACET["language"], "tlh", "out").is_default
