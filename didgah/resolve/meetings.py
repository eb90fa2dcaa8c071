"""Reports of all articles joined into meetings.

A report that the chronology knows joins there. The rest are grouped: sessions by series,
encounters by pair of parties; within a group by day and place, never across years. The
result depends on the reports alone, not on their order.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from didgah.annotate.sentences.ranks import level_of
from didgah.model import (
    KnownMeeting,
    Meeting,
    MeetingReport,
    Participant,
    Published,
    Registry,
    ReportRef,
    Status,
)
from didgah.resolve.agreement import EXACT, Told, told
from didgah.resolve.grouping import clusters
from didgah.resolve.naming import meeting_names
from didgah.resolve.spelling import consonants


def resolve_meetings(
    reports: Iterable[tuple[str, Published, MeetingReport]], registry: Registry
) -> tuple[Meeting, ...]:
    """Every meeting reported, and every known one whether or not anybody reported it.

    `reports` gives (article id, its publication, report), all reports of an article in the
    order of its annotation. Sorted by first day, undated last.
    """
    counts: Counter[str] = Counter()
    rows: list[Told] = []
    for article, published, report in reports:
        ref = ReportRef(article, counts[article])
        counts[article] += 1
        day = published.value if published.precision == "day" else None
        if report.known is not None and report.known not in registry.meetings:
            report = replace(report, known=None)
        rows.append(told(ref, day, report, registry))
    known: dict[str, list[Told]] = {}
    others: list[list[Told]] = []
    for cluster in clusters(rows):
        ident = next((t.report.known for t in cluster if t.report.known), None)
        if ident:
            known[ident] = cluster
        else:
            others.append(cluster)
    meetings = [_known(m, known.get(m.id, []), registry) for m in registry.meetings.values()]
    taken: set[str] = set()
    for cluster in sorted(others, key=lambda c: c[0].order):
        meetings.append(_reported(cluster, taken, registry))
    return tuple(sorted(meetings, key=lambda m: (m.first or date.max, m.id)))


def _known(known: KnownMeeting, reports: list[Told], registry: Registry) -> Meeting:
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
        status=_status(reports) if known.status == "announced" and reports else known.status,
        place=known.place,
        country=known.country,
        participants=_ranked(_merged(known.participants, reports), known.first, registry),
        reports=tuple(sorted((t.ref for t in reports), key=lambda r: (r.article, r.index))),
        confidence=known.confidence,
        titles_only=known.titles_only,
        sources=known.sources,
    )


def _reported(cluster: list[Told], taken: set[str], registry: Registry) -> Meeting:
    cluster = sorted(cluster, key=lambda t: t.order)
    reports = [t.report for t in cluster]
    dated = [r for r in reports if r.first]
    exact = [r for r in dated if r.precision in EXACT] or dated
    first, last, precision = _commonest(
        [(r.first, r.last, r.precision) for r in exact]) or (None, None, "unknown")
    place, country = _commonest(
        [(r.place, r.country) for r in reports if r.place]) or ("", "")
    series = _commonest([r.series for r in reports if r.series]) or ""
    kind = _commonest([r.kind for r in reports]) or "meeting"
    participants = _ranked(_merged((), cluster), first, registry)
    return Meeting(
        id=_identity(series, kind, place, first, participants, cluster, taken),
        known=False,
        series=series,
        kind=kind,
        names=meeting_names(series, kind, place, first, participants, registry),
        first=first,
        last=last,
        precision=precision,
        status=_status(cluster),
        place=place,
        country=country,
        participants=participants,
        reports=tuple(sorted((t.ref for t in cluster), key=lambda r: (r.article, r.index))),
    )


def _commonest[T](values: list[T]) -> T | None:
    """The value met most often; of equals the one met first."""
    return Counter(values).most_common(1)[0][0] if values else None


def _status(cluster: list[Told]) -> Status:
    """What was told last, by day of publication; what is over is not announced again."""
    by_day = sorted(cluster, key=lambda t: (t.published or date.min, t.order))
    status: Status = by_day[0].report.status
    for told_ in by_day[1:]:
        if told_.report.status != "announced" or status == "postponed":
            status = told_.report.status
    return status


def _stranger(one: Participant) -> str:
    """One key for a name in four spellings; the first that was read is shown."""
    return consonants(one.name) or one.name


def _merged(known: tuple[Participant, ...], cluster: list[Told]) -> tuple[Participant, ...]:
    """Known participants, then whom the reports add, each in each role once."""
    found: dict[tuple[str, str, str], Participant] = {}
    for one in (*known, *(p for row in cluster for p in row.report.participants)):
        found.setdefault((one.kind, one.entity or _stranger(one), one.role), one)
    plain = {
        (kind, entity) for kind, entity, role in found if role != "participant"
    }
    return tuple(
        one for (kind, entity, role), one in found.items()
        if role != "participant" or (kind, entity) not in plain or one in known
    )


def _ranked(
    participants: tuple[Participant, ...], day: date | None, registry: Registry
) -> tuple[Participant, ...]:
    """Everybody with a level: as reported, else of the office held that day or as worded."""
    return tuple(
        one if one.level or one.kind != "person" else replace(one, level=level_of(
            registry.entities.get(f"person:{one.entity}"), day,
            [(office, language) for language, office in one.offices.items()],
        ))
        for one in participants
    )


def _identity(
    series: str, kind: str, place: str, first: date | None,
    participants: tuple[Participant, ...], cluster: list[Told], taken: set[str],
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
