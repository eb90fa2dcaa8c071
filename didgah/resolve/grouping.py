"""Reports drawn together into meetings: exact days first, then coarser dates and undated ones.

Sessions are compared within their series, encounters only where they share a party, so
that the work grows with the reports and not with their pairs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date

from didgah.resolve.agreement import (
    SAME_SESSION,
    Told,
    fresh,
    same_days,
    same_people,
    within,
)

Cluster = list[Told]


def clusters(reports: Iterable[Told]) -> list[Cluster]:
    """The reports of each meeting; the same whatever the order of `reports`.

    Reports that the chronology knows (`report.known`) stand for its meetings: those of one
    are together, and no cluster holds two of them.
    """
    found = _Clusters()
    ordered = sorted(reports, key=lambda one: one.order)
    for one in ordered:
        if one.report.known:
            found.put(one, found.of_known(one))
    rest = [one for one in ordered if not one.report.known]
    for one in rest:
        if one.exact:
            found.put(one, found.best(one, same_days))
    for one in rest:
        if not one.exact and one.report.first and "publication" not in one.report.assumed:
            found.put(one, found.only(one, within))
    for one in rest:
        if not one.report.first or "publication" in one.report.assumed:
            found.put(one, found.only(one, fresh))
    return found.all


class _Clusters:
    """The clusters so far, to be found by family and party."""

    def __init__(self) -> None:
        self.all: list[Cluster] = []
        self._by_key: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._known: dict[str, int] = {}

    def of_known(self, one: Told) -> int | None:
        """The cluster of the known meeting that a report was joined to."""
        return self._known.get(one.report.known or "")

    def put(self, one: Told, home: int | None) -> None:
        """Add a report to a cluster, or open one with it."""
        if home is None:
            home = len(self.all)
            self.all.append([])
        if one.report.known:
            self._known[one.report.known] = home
        self.all[home].append(one)
        for key in _keys(one):
            if not self._by_key[key] or self._by_key[key][-1] != home:
                self._by_key[key].append(home)

    def best(self, one: Told, agree: Callable[[Told, Told], bool]) -> int | None:
        """Of the clusters that agree the one with most parties in common, then the nearest day."""
        fitting = self._fitting(one, agree)
        return min(fitting, key=lambda at: self._rank(at, one), default=None)

    def only(self, one: Told, agree: Callable[[Told, Told], bool]) -> int | None:
        """The cluster that agrees, when no other does."""
        fitting = self._fitting(one, agree)
        return fitting[0] if len(fitting) == 1 else None

    def _fitting(self, one: Told, agree: Callable[[Told, Told], bool]) -> list[int]:
        near = dict.fromkeys(at for key in _keys(one) for at in self._recent(key, one))
        session = one.family.startswith("session")
        return [
            at for at in near
            if all(agree(other, one) for other in self._days(at))
            and (session or any(_encounter(other, one) for other in self.all[at]))
        ]

    def _days(self, at: int) -> Cluster:
        """Whom a newcomer must agree with: reports of the cluster that tell most."""
        members = self.all[at]
        dated = [one for one in members if one.exact]
        return dated[:1] + [m for m in dated[1:] if m.report.place][:1] or members[:1]

    def _recent(self, key: tuple[str, str], one: Told) -> list[int]:
        """Clusters of a key; for an exact day only those it could reach, the latest first."""
        found = self._by_key.get(key, [])
        if not one.exact or one.report.first is None:
            return found
        reach: list[int] = []
        for at in reversed(found):
            last = max((m.report.last for m in self.all[at] if m.report.last), default=date.max)
            known = self.all[at][0].report.known
            if last < one.report.first - SAME_SESSION and not known:
                break
            reach.append(at)
        return reach

    def _rank(self, at: int, one: Told) -> tuple[int, int, tuple]:
        members = self.all[at]
        shared = max(len(m.parties.keys() & one.parties.keys()) for m in members)
        first = one.report.first or date.max
        apart = min(abs(((m.report.first or date.max) - first).days) for m in members)
        return -shared, apart, members[0].order


def _keys(one: Told) -> list[tuple[str, str]]:
    if one.family.startswith("session"):
        return [(one.family, "")]
    return [(one.family, party) for party in one.parties] or [(one.family, "")]


def _encounter(one: Told, other: Told) -> bool:
    """Whether two encounters can be one by those who met."""
    if not one.parties and not other.parties:
        return one.report.kind == other.report.kind
    alone = len(one.parties) == 1 or len(other.parties) == 1
    if alone and one.parties.keys() != other.parties.keys():
        return False
    if alone and one.report.kind != other.report.kind:
        return False
    return same_people(one.parties, other.parties)
