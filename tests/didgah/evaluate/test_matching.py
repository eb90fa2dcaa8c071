"""Pairing spans, against trying every way to pair them."""

from collections import Counter
from itertools import combinations, permutations

from hypothesis import given

from didgah.evaluate.matching import overlapping, same_spans, shared, touching
from didgah.model import Span
from tests.didgah.evaluate.made import apart, loose


def spans(pairs) -> list[Span]:
    return [Span(*pair) for pair in pairs]


def most_pairs(expected: list[Span], found: list[Span]) -> int:
    """The largest number of disjoint overlapping pairs, by trying all."""
    for size in range(min(len(expected), len(found)), 0, -1):
        for some in combinations(range(len(expected)), size):
            for others in permutations(range(len(found)), size):
                if all(set(range(expected[i].start, expected[i].end))
                       & set(range(found[j].start, found[j].end))
                       for i, j in zip(some, others, strict=True)):
                    return size
    return 0


@given(apart(4), apart(4))
def test_as_many_pairs_as_possible(expected, found):
    expected, found = spans(expected), spans(found)
    pairs = overlapping(expected, found)
    assert len(pairs) == most_pairs(expected, found)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert all(shared(expected[i], found[j]) for i, j in pairs)
    assert pairs == sorted(pairs)


@given(loose(4), loose(4))
def test_as_many_pairs_as_possible_when_spans_overlap_one_another(expected, found):
    expected, found = spans(expected), spans(found)
    assert len(overlapping(expected, found)) == most_pairs(expected, found)


@given(loose(), loose())
def test_same_spans_are_the_common_part_of_two_bags(expected, found):
    pairs = same_spans(spans(expected), spans(found))
    assert len(pairs) == (Counter(expected) & Counter(found)).total()
    assert all(expected[i] == found[j] for i, j in pairs)
    assert len({j for _, j in pairs}) == len(pairs)


@given(apart(), apart())
def test_equal_spans_of_disjoint_ones_are_always_paired(expected, found):
    assert set(same_spans(spans(expected), spans(found))) <= set(
        overlapping(spans(expected), spans(found)))


@given(loose(), loose())
def test_touching_lists_every_near_pair_once(expected, found):
    expected, found = spans(expected), spans(found)

    def half(a, b):
        return 2 * shared(a, b) >= a.end - a.start

    assert sorted(touching(expected, found, half)) == [
        (i, j) for i, a in enumerate(expected) for j, b in enumerate(found)
        if shared(a, b) and half(a, b)]


def test_moving_a_pair_makes_room_for_another():
    # The long span of the other side could serve both; the second has nothing else.
    assert overlapping(spans([(0, 10), (11, 20)]), spans([(5, 15), (0, 2)])) == [(0, 1), (1, 0)]
