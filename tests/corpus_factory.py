"""Small corpora made by hand: articles whose annotations are known because they were written.

A body is plain text with marks: `{person:putin}` puts the entity's name in the article's
language, `{person:putin|Путина}` the words given, `{person:putin@office|…}` and
`@pronoun` a reference instead of a mention, `<person:putin|said|words>` the words and a
statement. Terms are the tokens outside names, and each name as one term.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from didgah import registry as registry_tables
from didgah.model import (
    Annotation,
    Article,
    Meeting,
    MeetingReport,
    Mention,
    Participant,
    Published,
    Reference,
    Registry,
    ReportRef,
    Span,
    Statement,
    Term,
    ThemeHit,
)
from didgah.store.annotations import AnnotationCache, annotator_version
from didgah.store.build import build
from didgah.store.publish import Manifest
from didgah.textquery import located

_MARK = re.compile(r"\{(\w+):(\w+)(?:@(\w+))?(?:\|([^}]*))?\}|<(\w+):(\w+)\|([^|]*)\|([^>]*)>")
_SENTENCE = re.compile(r"[^\n.؟!]+[.؟!]?")


@dataclass(frozen=True)
class Written:
    """An article together with what is to be read out of it."""

    article: Article
    annotation: Annotation


@dataclass
class Source:
    """Stands in for the archive: a list of articles that a test may change."""

    written: list[Written] = field(default_factory=list)

    def articles(self) -> Iterable[Article]:
        return [one.article for one in self.written]

    def rejected(self) -> Iterable[object]:
        return []

    def digest(self) -> str:
        return str(sorted(one.article.id for one in self.written))


def write(
    registry: Registry,
    language: str,
    day: date | None,
    outlet: str,
    title: str,
    body: str,
    meetings: Sequence[MeetingReport | str] = (),
    themes: Sequence[str] = (),
    precision: str = "day",
    outlet_name: str = "",
    url: str = "",
) -> Written:
    """One article. `meetings` are reports, or ids of the chronology to report as they are."""
    text, mentions, references, statements = "", [], [], []
    raw = f"{title}\n{body}"
    at = 0
    for mark in _MARK.finditer(raw):
        text += raw[at : mark.start()]
        at = mark.end()
        start = len(text)
        if mark[5]:
            text += mark[8]
            statements.append(
                Statement(mark[6], mark[5], "", "indirect", start, len(text), mark[7],
                          0 if meetings else None)
            )
            continue
        kind, one, how = mark[1], mark[2], mark[3]
        surface = mark[4] or registry_tables.label(registry.entities[f"{kind}:{one}"], language)
        text += surface
        if how:
            references.append(Reference(one, kind, surface, start, len(text), how))
        else:
            mentions.append(Mention(one, kind, surface, start, len(text)))
    text += raw[at:]
    title, _, body = text.partition("\n")
    published = Published(day, precision if day else "unknown", "stated" if day else "unknown")
    article = Article(title, body, url=url, outlet=outlet, language=language,
                      published=published, origin="by hand")
    sentences = tuple(
        Span(found.start() + len(found.group()) - len(found.group().lstrip()), found.end())
        for found in _SENTENCE.finditer(article.text)
        if found.group().strip()
    )
    body_sentences = [one for one in sentences if one.start > len(title)]
    evidence = tuple(body_sentences[:1])
    reports = tuple(
        _known(registry, one, evidence) if isinstance(one, str) else one for one in meetings
    )
    hits = tuple(
        ThemeHit(theme, "…", sentences[0].start, sentences[0].end) for theme in themes
    )
    stopped = Counter(token for token, _ in located(article.text) if len(token) <= 2)
    known_outlet = registry.entities.get(f"outlet:{outlet}")
    return Written(article, Annotation(
        article=article.id, language=language, outlet=outlet if known_outlet else "",
        outlet_name=outlet_name or (
            registry_tables.label(known_outlet, language) if known_outlet else outlet),
        mentions=tuple(mentions), references=tuple(references), meetings=reports,
        statements=tuple(statements), terms=_terms(article.text, mentions), themes=hits,
        sentences=sentences, stopped=tuple(stopped.most_common()),
    ))


def _known(registry: Registry, id_: str, evidence: tuple[Span, ...]) -> MeetingReport:
    known = registry.meetings[id_]
    return MeetingReport(known.series, id_, known.kind, known.place, known.country, known.first,
                         known.last, known.precision, (), known.status, known.participants,
                         evidence)


def _terms(text: str, mentions: Sequence[Mention]) -> tuple[Term, ...]:
    names = {one: text[one.start : one.end] for one in mentions}
    forms: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for surface in names.values():
        forms[surface.casefold(), "name"][surface] += 1
    for token, span in located(text):
        if not any(one.start <= span.start < one.end for one in mentions) and len(token) > 2:
            forms[token, "word"][text[span.start : span.end]] += 1
    return tuple(
        Term(lemma, sum(found.values()), tuple(found.most_common()), kind)
        for (lemma, kind), found in forms.items()
    )


def join_reports(
    reports: Iterable[tuple[str, Published, MeetingReport]], registry: Registry
) -> tuple[Meeting, ...]:
    """Reports of one known meeting are one meeting; others join by series, place and day."""
    counts: Counter[str] = Counter()
    joined: dict[str, list[tuple[ReportRef, MeetingReport]]] = defaultdict(list)
    for article, _, report in reports:
        ref = ReportRef(article, counts[article])
        counts[article] += 1
        day = report.first.isoformat() if report.first else "undated"
        joined[report.known or f"r-{report.series}-{report.place}-{day}"].append((ref, report))
    meetings = []
    for id_, known in registry.meetings.items():
        refs = tuple(ref for ref, _ in joined.pop(id_, ()))
        meetings.append(Meeting(
            id_, True, known.series, known.kind, known.names, known.first, known.last,
            known.precision, known.status, known.place, known.country, known.participants,
            refs, known.confidence, known.titles_only, known.sources))
    for id_, found in joined.items():
        first = found[0][1]
        meetings.append(Meeting(
            id_, False, first.series, first.kind, {}, first.first, first.last, first.precision,
            first.status, first.place, first.country, first.participants,
            tuple(ref for ref, _ in found)))
    return tuple(meetings)


def publish(folder: Path, registry: Registry, source: Source) -> Manifest:
    """Build a store of hand-made articles: their annotations go straight into the cache."""
    folder.mkdir(parents=True, exist_ok=True)
    with AnnotationCache(folder, annotator_version(), registry.version) as cache:
        cache.put(one.annotation for one in source.written)
    return build(folder, registry, source=source)


def invited(*keys: str, role: str = "participant") -> tuple[Participant, ...]:
    """Participants by registry key."""
    return tuple(
        Participant(id_, kind, role) for kind, _, id_ in (key.partition(":") for key in keys)
    )
