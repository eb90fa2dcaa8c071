"""An annotation as plain JSON values, and back.

The keys are an interface that others read; `from` and `to` are closed intervals of ISO
days, offsets count Unicode characters of `article.text`.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from didgah.annotate.candidates.plain_names import plain_names
from didgah.annotate.published import publication_of
from didgah.model import (
    Annotation,
    Article,
    Attribution,
    Candidate,
    DateExpression,
    MeetingReport,
    Mention,
    Participant,
    Reference,
    Registry,
    Screen,
    ScreenReason,
    Span,
    Statement,
    Term,
    ThemeHit,
)

Json = dict[str, Any]


def annotation_to_json(
    article: Article, annotation: Annotation, registry: Registry | None = None
) -> Json:
    """One article with everything read out of it.

    `names` is derived from mentions and candidates: one span per name, none overlapping.
    With a registry each joined meeting also tells the known interval, `known_from` and
    `known_to`, beside the reported one.
    """
    published = publication_of(article)
    return {
        "article": {
            "id": article.id,
            "title": article.title,
            "text": article.text,
            "language": annotation.language,
            "outlet": annotation.outlet,
            "outlet_name": annotation.outlet_name,
            "attribution": [
                {"outlet": a.outlet, "name": a.name, "role": a.role,
                 "start": a.start, "end": a.end}
                for a in annotation.attribution
            ],
            "published": {
                "value": _iso(published.value),
                "precision": published.precision,
                "known_from": published.known_from,
            },
            "url": article.url,
        },
        "mentions": [
            {"entity": m.entity, "kind": m.kind, "surface": m.surface,
             "start": m.start, "end": m.end}
            for m in annotation.mentions
        ],
        "references": [
            {"entity": r.entity, "kind": r.kind, "surface": r.surface, "start": r.start,
             "end": r.end, "how": r.how}
            for r in annotation.references
        ],
        "dates": [
            {"text": d.text, "start": d.start, "end": d.end, "from": _iso(d.first),
             "to": _iso(d.last), "precision": d.precision, "calendar": d.calendar,
             "assumed": list(d.assumed), "approximate": d.approximate, "type": d.type}
            for d in annotation.dates
        ],
        "meetings": [_meeting(m, registry) for m in annotation.meetings],
        "statements": [
            {"speaker": s.speaker, "kind": s.kind, "surface": s.surface, "mode": s.mode,
             "start": s.start, "end": s.end, "verb": s.verb, "meeting": s.meeting,
             "office": s.office, "place": s.place}
            for s in annotation.statements
        ],
        "terms": [
            {"lemma": t.lemma, "count": t.count, "forms": [list(f) for f in t.forms],
             "kind": t.kind}
            for t in annotation.terms
        ],
        "themes": [
            {"theme": t.theme, "term": t.term, "start": t.start, "end": t.end}
            for t in annotation.themes
        ],
        "sentences": [_span(s) for s in annotation.sentences],
        "stopped": [list(pair) for pair in annotation.stopped],
        "screen": _screen(annotation.screen),
        "candidates": [
            {"name": c.name, "kind": c.kind, "surface": c.surface, "start": c.start,
             "end": c.end, "found_by": c.found_by}
            for c in annotation.candidates
        ],
        "names": [
            {"start": n.start, "end": n.end, "kind": n.kind, "entity": n.entity}
            for n in plain_names(
                article.text, annotation.language, annotation.mentions, annotation.candidates
            )
        ],
    }


def annotation_from_json(value: Json) -> Annotation:
    """The annotation that `annotation_to_json` wrote.

    Raises `KeyError`, `TypeError` or `ValueError` for anything else.
    """
    article = value["article"]
    return Annotation(
        article=article["id"],
        language=article["language"],
        outlet=article["outlet"],
        outlet_name=article["outlet_name"],
        attribution=tuple(Attribution(**a) for a in article["attribution"]),
        mentions=tuple(Mention(**m) for m in value["mentions"]),
        references=tuple(Reference(**r) for r in value["references"]),
        dates=tuple(
            DateExpression(
                d["text"], d["start"], d["end"], _day(d["from"]), _day(d["to"]),
                d["precision"], d["calendar"], tuple(d["assumed"]), d["approximate"],
                d["type"],
            )
            for d in value["dates"]
        ),
        meetings=tuple(_report(m) for m in value["meetings"]),
        statements=tuple(Statement(**s) for s in value["statements"]),
        terms=tuple(
            Term(t["lemma"], t["count"], tuple((f, n) for f, n in t["forms"]), t["kind"])
            for t in value["terms"]
        ),
        themes=tuple(ThemeHit(**t) for t in value["themes"]),
        sentences=tuple(Span(**s) for s in value["sentences"]),
        stopped=tuple((lemma, n) for lemma, n in value["stopped"]),
        candidates=tuple(Candidate(**c) for c in value["candidates"]),
        screen=None if (told := value["screen"]) is None else Screen(
            told["topic"], told["score"], tuple(ScreenReason(**r) for r in told["reasons"])),
    )


def _screen(screen: Screen | None) -> Json | None:
    return None if screen is None else {
        "topic": screen.topic, "score": screen.score,
        "reasons": [
            {"reason": r.reason, "weight": r.weight, "start": r.start, "end": r.end}
            for r in screen.reasons
        ],
    }


def _meeting(report: MeetingReport, registry: Registry | None) -> Json:
    value: Json = {
        "series": report.series,
        "known": report.known,
        "kind": report.kind,
        "place": report.place,
        "country": report.country,
        "from": _iso(report.first),
        "to": _iso(report.last),
        "precision": report.precision,
        "assumed": list(report.assumed),
        "status": report.status,
        "participants": [
            {"entity": p.entity, "kind": p.kind, "role": p.role, "name": p.name,
             "office": p.office, "level": p.level}
            for p in report.participants
        ],
        "evidence": [_span(s) for s in report.evidence],
        "focus": report.focus,
        "status_evidence": _span(report.status_evidence) if report.status_evidence else None,
    }
    if registry is not None:
        known = registry.meetings.get(report.known or "")
        value["known_from"] = _iso(known.first) if known else None
        value["known_to"] = _iso(known.last) if known else None
    return value


def _report(value: Json) -> MeetingReport:
    return MeetingReport(
        series=value["series"],
        known=value["known"],
        kind=value["kind"],
        place=value["place"],
        country=value["country"],
        first=_day(value["from"]),
        last=_day(value["to"]),
        precision=value["precision"],
        assumed=tuple(value["assumed"]),
        status=value["status"],
        participants=tuple(Participant(**p) for p in value["participants"]),
        evidence=tuple(Span(**s) for s in value["evidence"]),
        focus=value["focus"],
        status_evidence=Span(**told) if (told := value["status_evidence"]) else None,
    )


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
