"""A plain reading of names in Persian text: the registry's and the model's in one list.

What the registry has is sure and stays; the model adds what it does not have. For a list of
spans without identities the longer of two nested names is right: «وزارت خارجه روسیه» is one
organisation, and the country inside it no place of its own.
"""

from __future__ import annotations

from collections.abc import Sequence

from didgah.model import Candidate, CandidateKind, EntityKind, Mention

_KINDS: dict[EntityKind, CandidateKind] = {
    "person": "person", "place": "place", "organisation": "organisation",
    "outlet": "organisation",
}


def general_names(
    mentions: Sequence[Mention], candidates: Sequence[Candidate]
) -> tuple[tuple[int, int, CandidateKind], ...]:
    """(start, end, kind) of every name, in order, none overlapping.

    `mentions` are of the registry (series name no person, body or place and are left out),
    `candidates` of `didgah.annotate.candidates.sequence.find_names` in the same text. Of two that
    overlap the mention stays, unless the candidate is longer and an organisation, or of its
    kind; a place never holds several of the registry.
    """
    known = [(m.start, m.end, _KINDS[m.kind]) for m in mentions if m.kind in _KINDS]
    names = []
    first = 0
    for found in sorted(candidates, key=lambda c: c.start):
        while first < len(known) and known[first][1] <= found.start:
            names.append(known[first])
            first += 1
        last = first
        while last < len(known) and known[last][0] < found.end:
            last += 1
        inside = known[first:last]
        neighbours = found.kind == "place" and len(inside) > 1  # «مونیخ آلمان» are two places
        if not neighbours and all(
            found.start <= start and end <= found.end and (
                kind == found.kind
                or (found.kind == "organisation" and (start, end) != (found.start, found.end))
            )
            for start, end, kind in inside
        ):
            names.append((found.start, found.end, found.kind))
            first = last
    return (*names, *known[first:])
