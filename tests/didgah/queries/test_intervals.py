"""Wilson's interval against published values and its own definition."""

from math import isnan, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from didgah.queries.intervals import Z95, wilson


@pytest.mark.parametrize(("n", "total", "low", "high"), [
    # Newcombe 1998, Statistics in Medicine 17:857, table I, method 3
    (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611),
    (1, 29, 0.0061, 0.1718),
])
def test_published_values(n, total, low, high):
    assert wilson(n, total) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(1, 10**6).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_ends_are_z_standard_errors_from_the_share(asked):
    n, total = asked
    low, high = wilson(n, total)
    assert 0 <= low <= n / total + 1e-12
    assert n / total - 1e-12 <= high <= 1
    for end in (low, high):
        if 1e-9 < end < 1 - 1e-9:
            away = abs(n / total - end) / sqrt(end * (1 - end) / total)
            assert away == pytest.approx(Z95, rel=1e-5)


def test_a_share_of_nothing_has_none():
    assert all(isnan(end) for end in wilson(0, 0))
