"""Which span of one side stands for which of the other."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict, deque
from collections.abc import Callable, Sequence
from typing import Protocol


class Spanned(Protocol):
    """Anything with a half-open range of characters."""

    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


Pairs = list[tuple[int, int]]


def shared(one: Spanned, other: Spanned) -> int:
    """How many characters both cover, 0 when they are apart."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def same_spans(expected: Sequence[Spanned], found: Sequence[Spanned]) -> Pairs:
    """Index pairs of equal spans, one to one, in the order of `expected`."""
    places: dict[tuple[int, int], deque[int]] = defaultdict(deque)
    for j, span in enumerate(found):
        places[span.start, span.end].append(j)
    return [
        (i, places[span.start, span.end].popleft())
        for i, span in enumerate(expected) if places[span.start, span.end]
    ]


def overlapping(
    expected: Sequence[Spanned], found: Sequence[Spanned],
    enough: Callable[[Spanned, Spanned], bool] = lambda a, b: shared(a, b) > 0,
) -> Pairs:
    """Index pairs of overlapping spans, one to one and as many as possible.

    Of the ways to pair as many, spans are tried first with the one they share most with.
    `enough` may ask for more than a common character. Sorted by `expected`.
    """
    edges = _edges(expected, found, enough)
    owner: dict[int, int] = {}
    own: dict[int, int] = {}
    for i in range(len(expected)):
        _augment(i, edges, owner, own)
    return sorted(own.items())


def touching(
    expected: Sequence[Spanned], found: Sequence[Spanned],
    enough: Callable[[Spanned, Spanned], bool],
) -> Pairs:
    """All index pairs of spans for which `enough` holds, the largest overlap of each `i` first."""
    edges = _edges(expected, found, enough)
    return [(i, j) for i, near in enumerate(edges) for j in near]


def _edges(
    expected: Sequence[Spanned], found: Sequence[Spanned],
    enough: Callable[[Spanned, Spanned], bool],
) -> list[list[int]]:
    """For each of `expected` those of `found` that overlap it enough, the most first."""
    order = sorted(range(len(found)), key=lambda j: found[j].start)
    starts = [found[j].start for j in order]
    longest = max((span.end - span.start for span in found), default=0)
    edges = []
    for span in expected:
        low = bisect_left(starts, span.start - longest)
        high = bisect_left(starts, span.end)
        near = [j for j in order[low:high] if shared(span, found[j]) and enough(span, found[j])]
        edges.append(sorted(near, key=lambda j, span=span: -shared(span, found[j])))
    return edges


def _augment(
    start: int, edges: list[list[int]], owner: dict[int, int], own: dict[int, int]
) -> None:
    """Pair `start`, moving others to a later choice of theirs where that makes room for it."""
    asked_by: dict[int, int] = {}
    waiting = deque([start])
    while waiting:
        i = waiting.popleft()
        for j in edges[i]:
            if j in asked_by:
                continue
            asked_by[j] = i
            if j in owner:
                waiting.append(owner[j])
                continue
            while True:
                giver = asked_by[j]
                given_up = own.get(giver)
                owner[j], own[giver] = giver, j
                if given_up is None:
                    return
                j = given_up
