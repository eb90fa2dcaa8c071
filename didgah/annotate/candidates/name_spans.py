"""A span that looks like a name, and choosing among those that overlap."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from didgah.model import CandidateKind


@dataclass(frozen=True, slots=True)
class NameSpan:
    """`text[start:end]` looks like the name of a person, an organisation or a place."""

    start: int
    end: int
    kind: CandidateKind
    found_by: Literal["model", "rule"] = "model"


def disjoint(spans: Iterable[NameSpan]) -> list[NameSpan]:
    """`spans` in order without overlaps: of two, the longer one, then the earlier given."""
    starts: list[int] = []
    taken: list[NameSpan] = []
    for one in sorted(spans, key=lambda span: span.start - span.end):
        at = bisect_left(starts, one.start)
        if at and taken[at - 1].end > one.start:
            continue
        if at < len(taken) and taken[at].start < one.end:
            continue
        starts.insert(at, one.start)
        taken.insert(at, one)
    return taken
