"""Pairs that belong together, put into groups that hang together around one member."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from operator import itemgetter

from didgah.resolve.resemblance import Shared

_MUCH = 0.5  # of the longer text


def forest(n: int, pairs: Iterable[tuple[int, int]]) -> list[int]:
    """For each of `n` the least number it is connected with by `pairs`."""
    parent = list(range(n))

    def root(one: int) -> int:
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    for a, b in pairs:
        low, high = sorted((root(a), root(b)))
        parent[high] = low
    return [root(one) for one in range(n)]


def clusters_of(
    n: int, edges: Mapping[tuple[int, int], Shared], related: Callable[[int, int], object]
) -> list[list[int]]:
    """All of `range(n)` in groups. `edges` are the pairs that are one text.

    The strongest pairs are joined first (Kruskal). One joins a group when it is `related` to
    its centre, the member with most of the others in it; two groups join when their centres
    are a pair. So no group is a chain whose ends have nothing in common.
    """
    weight: dict[int, float] = defaultdict(float)
    for (a, b), found in edges.items():
        weight[a] += found.contained
        weight[b] += found.contained
    group = {one: [one] for one in range(n)}
    centre = list(range(n))
    ordered = sorted(edges.items(), key=lambda item: (
        -item[1].contained, -item[1].jaccard, item[0]))
    for (a, b), _ in ordered:
        one, other = group[a], group[b]
        if one is other or not _may_join(one, other, a, b, centre, edges, related):
            continue
        both = sorted(one + other)
        middle = max(both, key=lambda member: (weight[member], -member))
        for member in both:
            group[member] = both
            centre[member] = middle
    return [list(members) for members in sorted({tuple(one) for one in group.values()},
                                                key=itemgetter(0))]


def _may_join(
    one: list[int], other: list[int], a: int, b: int, centre: list[int],
    edges: Mapping[tuple[int, int], Shared], related: Callable[[int, int], object],
) -> bool:
    if len(one) > 1 and len(other) > 1:
        return tuple(sorted((centre[a], centre[b]))) in edges
    if len(one) == len(other) == 1:
        return True
    new, held, members = (a, b, other) if len(one) == 1 else (b, a, one)
    middle = centre[held]
    found = edges.get((min(new, middle), max(new, middle)))
    if found is None:
        return bool(related(new, middle))
    # A digest holds several texts; what stands in it is tied to the others only by more.
    return found.covering >= _MUCH or any(
        related(new, member) for member in members if member != middle)
