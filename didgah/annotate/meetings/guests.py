"""Whether somebody met several others together, or each of them on his own."""

from __future__ import annotations

from collections.abc import Sequence

from didgah.annotate.meetings.drafts import Draft, Key, compatible


def apart(draft: Draft, persons: list[Key]) -> list[Draft]:
    """The meetings of one person with each of the others, where sentences tell of two such.

    Empty when they may have sat together.
    """
    told = {pair: sorted(indexes) for pair, indexes in draft.pairs.items() if pair <= set(persons)}
    hosts = [one for one in persons if sum(one in pair for pair in told) > 1]
    if len(hosts) != 1 or not all(hosts[0] in pair for pair in told):
        return []
    host, parts = hosts[0], []
    for guest in persons:
        if guest == host:
            continue
        part = draft.only(host, guest)
        part.present = dict(draft.present) if not parts else {}
        told_of = told.get(frozenset((host, guest)), [])
        part.evidence = [i for i in draft.evidence if i in told_of] or list(draft.evidence)
        parts.append(part)
    return parts


def other_guest(one: Draft, other: Draft) -> bool:
    """Whether somebody met other people than those of another draft."""
    a, b = ({key for key in draft.members if key[0] == "person"} for draft in (one, other))
    return not one.series and min(len(a), len(b)) > 1 and len(a & b) < 2


def told_apart(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without the headline «X met A, B and C» when others tell of each.

    Those become what the article is about; guests of whom nothing more is told stay in it.
    """
    kept = []
    for draft in drafts:
        persons = {key for key in draft.members if key[0] == "person"}
        pairs = [
            other for other in drafts
            if other.kind == draft.kind == "bilateral" and not other.series and not draft.series
            and len(other.members) == 2 and other.members.keys() < persons
            and compatible(other, draft.when, draft.where)
        ] if len(persons) > 2 else []
        host = set(persons).intersection(*(set(other.members) for other in pairs))
        left = persons.difference(*(set(other.members) for other in pairs))
        if len(pairs) < 2 or len(host) != 1:
            kept.append(draft)
            continue
        for other in pairs:
            other.focus = other.focus or draft.focus
            other.date(draft.when)
            other.place(draft.where)
        kept += [draft.only(host_key, guest) for host_key in host for guest in sorted(left)]
    return kept
