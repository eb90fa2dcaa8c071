"""Two sides set against each other, counted by loops over the articles."""

from __future__ import annotations

import math
from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings

from didgah.filters import Filters
from didgah.queries import keyness
from tests.didgah.queries import asked

_CALM = settings(max_examples=15, deadline=None,
                 suppress_health_check=[HealthCheck.function_scoped_fixture])


def _counted(naive, filters: Filters) -> Counter[str]:
    counts: Counter[str] = Counter()
    for one in naive.within(filters):
        if one.language == "fa":
            counts.update(one.terms)
    return counts


@_CALM
@given(one=asked.light, other=asked.light)
def test_the_words_of_one_side_are_those_used_more_than_on_the_other(
    small_snapshot, naive, one, other
):
    rows = keyness.contrast(small_snapshot, one, other, "fa", n=999)
    here, there, whole = (_counted(naive, side) for side in (one, other, Filters()))
    if not here or not there:
        assert rows.empty
        assert rows.attrs["message"] == "words.nothing_to_compare"
        return
    prior = {term: 500 * n / whole.total() for term, n in whole.items()}

    def odds(counts, term):
        n = counts[term] + prior[term]
        return math.log(n / (counts.total() + 500 - n))

    expected = {
        term: (odds(here, term) - odds(there, term))
        / math.sqrt(1 / (n + prior[term]) + 1 / (there[term] + prior[term]))
        for term, n in here.items() if n >= 3
    }
    expected = {term: z for term, z in expected.items() if z > 1e-12}
    assert dict(zip(rows.term, rows.z, strict=True)) == pytest.approx(expected)
    assert all(row.n_there == there[row.term] for row in rows.itertuples())


def test_no_word_marks_both_sides(small_snapshot):
    one, other = Filters(outlets=("irna",)), Filters(outlets=("mehr",))
    first = keyness.contrast(small_snapshot, one, other, "fa", n=999)
    second = keyness.contrast(small_snapshot, other, one, "fa", n=999)
    assert len(first)
    assert not set(first.term) & set(second.term)
