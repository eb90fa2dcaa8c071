"""Reports of all articles joined into meetings.

A report that the chronology knows joins there. The rest are grouped: sessions by series,
encounters by pair of parties; within a group by day and place, never across years. The
result depends on the reports alone, not on their order.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from didgah.model import (
    KnownMeeting,
    Meeting,
    MeetingReport,
    Participant,
    Precision,
    Published,
    Registry,
    ReportRef,
    Status,
)
from didgah.resolve.naming import meeting_names

_PAIRED = ("bilateral", "visit", "call", "message")
_SAME_SESSION = timedelta(days=3)
_SAME_ENCOUNTER = timedelta(days=1)
_FRESH = timedelta(days=4)  # an undated report tells of a meeting at most this old
_EXACT: tuple[Precision, ...] = ("day", "days")


@dataclass(frozen=True, slots=True)
class _Told:
    """A report and where it stands."""

    ref: ReportRef
    published: date | None
    report: MeetingReport

    @property
    def order(self) -> tuple:
        first = self.report.first or date.max
        return (first, self.report.last or date.max, self.published or date.max,
                self.ref.article, self.ref.index)


def resolve_meetings(
    reports: Iterable[tuple[str, Published, MeetingReport]], registry: Registry
) -> tuple[Meeting, ...]:
    """Every meeting reported, and every known one whether or not anybody reported it.

    `reports` gives (article id, its publication, report), all reports of an article in the
    order of its annotation. Sorted by first day, undated last.
    """
    known: dict[str, list[_Told]] = defaultdict(list)
    groups: dict[tuple[str, ...], list[_Told]] = defaultdict(list)
    counts: Counter[str] = Counter()
    for article, published, report in reports:
        ref = ReportRef(article, counts[article])
        counts[article] += 1
        day = published.value if published.precision == "day" else None
        told = _Told(ref, day, report)
        if report.known in registry.meetings:
            known[report.known].append(told)
        else:
            groups[_group(report)].append(told)
    meetings = [_known(m, known.get(m.id, [])) for m in registry.meetings.values()]
    taken: set[str] = set()
    for key in sorted(groups):
        for cluster in _clusters(groups[key]):
            meetings.append(_reported(cluster, taken, registry))
    return tuple(sorted(meetings, key=lambda m: (m.first or date.max, m.id)))


def _group(report: MeetingReport) -> tuple[str, ...]:
    """What reports of one meeting must have in common."""
    if report.kind not in _PAIRED:
        return ("session", report.series)
    family = "bilateral" if report.kind == "visit" and len(_parties(report)) > 1 else report.kind
    return (family, *_parties(report))


def _parties(report: MeetingReport) -> list[str]:
    """The two sides that tell an encounter from others, persons first."""
    keys = {f"{p.kind}:{p.entity or p.name}" for p in report.participants}
    return sorted(keys, key=lambda k: (not k.startswith("person:"), k))[:2]


def _clusters(group: list[_Told]) -> Iterator[list[_Told]]:
    """Split a group into meetings: exact days first, coarser dates and undated ones after."""
    group = sorted(group, key=lambda t: t.order)
    exact = [t for t in group if t.report.first and t.report.precision in _EXACT]
    coarse = [t for t in group if t.report.first and t.report.precision not in _EXACT]
    undated = [t for t in group if not t.report.first]
    clusters: list[list[_Told]] = []
    for told in exact:
        home = next((c for c in reversed(clusters) if _same_days(c[0], told)), None)
        _put(clusters, home, told)
    for told in coarse:
        inside = [c for c in clusters if _within(c[0].report, told.report)
                  and _places_agree(c[0].report, told.report)]
        _put(clusters, inside[0] if len(inside) == 1 else None, told)
    for told in undated:
        near = [c for c in clusters if _told_of(c[0], told)]
        _put(clusters, near[0] if len(near) == 1 else None, told)
    yield from clusters


def _put(clusters: list[list[_Told]], home: list[_Told] | None, told: _Told) -> None:
    if home is None:
        clusters.append([told])
    else:
        home.append(told)


def _same_days(one: _Told, other: _Told) -> bool:
    a, b = one.report, other.report
    if not (a.first and b.first and a.last and b.last):
        return False
    slack = _SAME_ENCOUNTER if a.kind in _PAIRED else _SAME_SESSION
    return (
        a.first.year == b.first.year
        and a.first - slack <= b.last and b.first - slack <= a.last
        and _places_agree(a, b)
    )


def _within(fine: MeetingReport, coarse: MeetingReport) -> bool:
    """Whether a coarse date ("in May 2014") covers a finer or equal one."""
    if not fine.first or not fine.last or not coarse.first or not coarse.last:
        return False
    return coarse.first <= fine.first and fine.last <= coarse.last


def _told_of(dated: _Told, undated: _Told) -> bool:
    if not _places_agree(dated.report, undated.report):
        return False
    if undated.published is None:
        # Nothing tells reports without any day apart; they stand together, undated.
        return dated.published is None and dated.report.first is None
    first = dated.report.first or dated.published
    last = dated.report.last or dated.published
    if first is None or last is None or first.year != undated.published.year:
        return False
    early = _FRESH if undated.report.status == "announced" else timedelta(0)
    return first - early <= undated.published <= last + _FRESH


def _places_agree(one: MeetingReport, other: MeetingReport) -> bool:
    if one.country and other.country and one.country != other.country:
        return False
    if not one.place or not other.place or one.place == other.place:
        return True
    return False if one.kind in _PAIRED else one.country == other.country == ""


def _known(known: KnownMeeting, reports: list[_Told]) -> Meeting:
    reports = sorted(reports, key=lambda t: t.order)
    return Meeting(
        id=known.id,
        known=True,
        series=known.series,
        kind=known.kind,
        names=known.names,
        first=known.first,
        last=known.last,
        precision=known.precision,
        status=known.status,
        place=known.place,
        country=known.country,
        participants=_merged(known.participants, reports),
        reports=tuple(sorted((t.ref for t in reports), key=lambda r: (r.article, r.index))),
        confidence=known.confidence,
        titles_only=known.titles_only,
        sources=known.sources,
    )


def _reported(cluster: list[_Told], taken: set[str], registry: Registry) -> Meeting:
    cluster = sorted(cluster, key=lambda t: t.order)
    reports = [t.report for t in cluster]
    dated = [r for r in reports if r.first]
    exact = [r for r in dated if r.precision in _EXACT] or dated
    first, last, precision = _commonest(
        [(r.first, r.last, r.precision) for r in exact]) or (None, None, "unknown")
    place, country = _commonest(
        [(r.place, r.country) for r in reports if r.place]) or ("", "")
    series = _commonest([r.series for r in reports if r.series]) or ""
    kind = _commonest([r.kind for r in reports]) or "meeting"
    participants = _merged((), cluster)
    return Meeting(
        id=_identity(series, kind, place, first, participants, cluster, taken),
        known=False,
        series=series,
        kind=kind,
        names=meeting_names(series, kind, place, first, participants, registry),
        first=first,
        last=last,
        precision=precision,
        status=_status(reports),
        place=place,
        country=country,
        participants=participants,
        reports=tuple(sorted((t.ref for t in cluster), key=lambda r: (r.article, r.index))),
    )


def _commonest[T](values: list[T]) -> T | None:
    """The value met most often; of equals the one met first."""
    return Counter(values).most_common(1)[0][0] if values else None


def _status(reports: list[MeetingReport]) -> Status:
    """What happened in the end: somebody who saw it held knows best."""
    told = {r.status for r in reports}
    for status in ("held", "cancelled", "postponed"):
        if status in told:
            return status
    return "announced"


def _merged(known: tuple[Participant, ...], cluster: list[_Told]) -> tuple[Participant, ...]:
    """Known participants, then whom the reports add, each in each role once."""
    found: dict[tuple[str, str, str], Participant] = {}
    for one in (*known, *(p for told in cluster for p in told.report.participants)):
        found.setdefault((one.kind, one.entity or one.name, one.role), one)
    plain = {
        (kind, entity) for kind, entity, role in found if role != "participant"
    }
    return tuple(
        one for (kind, entity, role), one in found.items()
        if role != "participant" or (kind, entity) not in plain or one in known
    )


def _identity(
    series: str, kind: str, place: str, first: date | None,
    participants: tuple[Participant, ...], cluster: list[_Told], taken: set[str],
) -> str:
    people = sorted({f"{p.kind}:{p.entity or p.name}" for p in participants
                     if p.kind == "person"})[:2]
    when = first.isoformat() if first else "undated " + min(
        (t.published.isoformat() for t in cluster if t.published), default=""
    )
    parts = [series, kind, place, when, *people]
    name = _digest(parts)
    if name in taken:  # two undated meetings told of on one day: the articles tell them apart
        name = _digest([*parts, cluster[0].ref.article, str(cluster[0].ref.index)])
    taken.add(name)
    return name


def _digest(parts: list[str]) -> str:
    return "r-" + hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:12]
