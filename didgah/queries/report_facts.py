"""What two reports of one meeting tell, fact by fact, each with the sentences that tell it.

Names, days, offices and themes have one form in every language, so reports can be compared
across languages. A name outside the registry has not: it is the same only as written.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from didgah.language.fold import key
from didgah.model import MeetingReport, Span
from didgah.queries.accounts import Passage
from didgah.queries.articles import ArticleView
from didgah.store.article_rows import named, sentence_at

Kind = Literal["participant", "date", "place", "status", "statement", "name", "theme"]
KINDS: tuple[Kind, ...] = get_args(Kind)
_PASSAGES = 3  # sentences shown for one fact of one report


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that at least one of two reports tells.

    `value` is a registry key for a known participant, speaker, place or name, (first, last,
    precision) for a date, an id for a status or a theme; `name` is set in its place for who
    is outside the registry. `first` and `second` are the sentences of the two reports, ()
    where one does not tell it.
    """

    kind: Kind
    value: Hashable
    name: str
    first: tuple[Passage, ...]
    second: tuple[Passage, ...]


_Told = tuple[Kind, Hashable, str]


def compared(
    first: ArticleView, second: ArticleView, meetings: Collection[str]
) -> tuple[Fact, ...]:
    """The facts of both about `meetings`, by kind; what both tell goes first within a kind."""
    ours, theirs = _told(first, meetings), _told(second, meetings)
    # Somebody who took part or spoke for one report is more than a name in it for the other.
    parts = {
        (kind, value) for kind, value, _ in (*ours, *theirs) if kind in ("participant", "place")
    }
    known = {value for _, value in parts}
    facts = [
        Fact(kind, value, name, ours.get((kind, value, name), ()),
             theirs.get((kind, value, name), ()))
        for kind, value, name in dict.fromkeys((*ours, *theirs))
        if kind != "name" or value not in known
    ]
    return tuple(sorted(
        facts, key=lambda one: (KINDS.index(one.kind), not (one.first and one.second),
                                not one.first)))


def shared(first: ArticleView, second: ArticleView) -> tuple[str, ...]:
    """The ids of the meetings that both report."""
    return tuple(dict.fromkeys(one for one in first.meetings if one and one in second.meetings))


def _told(view: ArticleView, meetings: Collection[str]) -> dict[_Told, tuple[Passage, ...]]:
    """Each fact of one article with its first sentences, in the order of the text."""
    found: dict[_Told, dict[Span, None]] = {}
    for told, span in _facts(view, meetings):
        found.setdefault(told, {})[span] = None
    text = view.article.text
    return {
        told: tuple(
            Passage(text[one.start:one.end], one.start, one.end)
            for one in sorted(spans, key=lambda s: s.start)[:_PASSAGES]
        )
        for told, spans in found.items()
    }


def _facts(view: ArticleView, meetings: Collection[str]) -> Iterator[tuple[_Told, Span]]:
    told = view.annotation
    indexes = {at for at, one in enumerate(view.meetings) if one in meetings}
    for at in sorted(indexes):
        yield from _of_report(view, told.meetings[at])
    for one in told.statements:
        if one.meeting is None or one.meeting in indexes:
            who = f"{one.kind}:{one.speaker}" if one.speaker else ""
            yield ("statement", who or key(one.surface), "" if who else one.surface), Span(
                one.start, one.end)
    for one in named(told):
        if one.kind != "outlet":
            yield ("name", f"{one.kind}:{one.entity}", ""), _sentence(view, one)
    for one in told.themes:
        yield ("theme", one.theme, ""), _sentence(view, one)


def _of_report(view: ArticleView, report: MeetingReport) -> Iterator[tuple[_Told, Span]]:
    for one in report.participants:
        if one.role == "absent":
            continue
        who = f"{one.kind}:{one.entity}" if one.entity else ""
        for span in _naming(view, report, who) if who else _written(view, report, one.name):
            yield ("participant", who or key(one.name), "" if who else one.name), span
    if report.place:
        place = f"place:{report.place}"
        for span in _naming(view, report, place):
            yield ("place", place, ""), span
    if report.first and report.last:
        days = [
            _sentence(view, one) for one in view.annotation.dates
            if (one.first, one.last) == (report.first, report.last)
        ]
        for span in _best(days, view, report):
            yield ("date", (report.first, report.last, report.precision), ""), span
    told = report.status_evidence
    for span in [_sentence(view, told)] if told else _best([], view, report):
        yield ("status", report.status, ""), span


def _naming(view: ArticleView, report: MeetingReport, entity: str) -> list[Span]:
    spans = [_sentence(view, one) for one in named(view.annotation)
             if f"{one.kind}:{one.entity}" == entity]
    return _best(spans, view, report)


def _written(view: ArticleView, report: MeetingReport, name: str) -> list[Span]:
    at = view.article.text.find(name) if name else -1
    return _best([_sentence(view, Span(at, at + len(name)))] if at >= 0 else [], view, report)


def _best(spans: list[Span], view: ArticleView, report: MeetingReport) -> list[Span]:
    """The sentences of `spans` that are evidence of the meeting, else all of them, else the
    evidence, else the title: every fact of a report opens into something."""
    evidence = [_sentence(view, one) for one in report.evidence]
    return [one for one in spans if one in evidence] or spans or evidence[:1] or [
        Span(0, len(view.article.title))]


def _sentence(view: ArticleView, span) -> Span:
    return sentence_at(view.article.text, view.annotation.sentences, Span(span.start, span.end))
