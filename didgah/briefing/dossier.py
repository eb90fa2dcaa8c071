"""Everything about one meeting in one press: the slides of its dossier."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import timedelta

from didgah.annotate.sentences.ranks import highest
from didgah.briefing import meeting
from didgah.briefing.context import Context
from didgah.briefing.frame import NothingToShow, nothing, slide
from didgah.briefing.items import Item
from didgah.briefing.slides import Body, Cell, Quote, Quotes, Slide, Table
from didgah.charts import meeting_words, theme
from didgah.charts.rounds import rounds
from didgah.filters import Filters
from didgah.highlight import inert
from didgah.language.calendars import format_interval_pair
from didgah.language.messages import plural, text
from didgah.language.names import language_name
from didgah.language.numbers import format_number
from didgah.outlets import outlet_name
from didgah.queries import articles, attendance, claims, meetings, overview
from didgah.queries.meetings import MeetingRecord
from didgah.registry import label, office_title

_STATEMENTS = 40  # the first by day; more are said to be left out
PARTS = ("coverage", "people", "statements", "outcome", "disagreements", "rounds", "outlets")


def dossier(meeting_id: str, filters: Filters, context: Context) -> tuple[Slide, ...]:
    """The record first, then a slide for each of `PARTS`, those without anything to say too.

    `filters` restrict which articles count as reports. Raises NothingToShow for an unknown id.
    """
    found = meetings.record(context.snapshot, meeting_id, filters)
    if found is None:
        raise NothingToShow("briefing.reading.no_meeting")
    record = meeting.compose(_item("record", meeting_id, filters), context)
    return (record, *(_part(name, found, filters, context) for name in PARTS))


def _part(name: str, found: MeetingRecord, filters: Filters, context: Context) -> Slide:
    item = _item(name, found.meeting.id, filters)
    n, key, body, said = _MAKERS[name](found, filters, context)
    if body is None:
        reading = text(f"dossier.no_{name}", context.language)
        made = nothing(item, context, reading)
        return _named(made, name, context)
    made = slide(
        item, context, page="meetings", view={"meeting": found.meeting.id}, headline="",
        reading=said, n=n, n_words=plural(key, context.language, n), body=body,
        filters=_reports(found, filters),
    )
    return _named(made, name, context)


def _named(made: Slide, name: str, context: Context) -> Slide:
    return replace(made, kind=name, headline=text(f"dossier.{name}", context.language))


def _item(name: str, meeting_id: str, filters: Filters) -> Item:
    return Item(f"dossier{name}", "meeting", filters, {"meeting": meeting_id})


def _reports(found: MeetingRecord, filters: Filters) -> Filters:
    return filters.narrow(Filters(meetings=(found.meeting.id,)).to_query())


Made = tuple[int, str, Body | None, str]  # n, key of its words, body, reading


def _coverage(found: MeetingRecord, filters: Filters, context: Context) -> Made:
    """Articles before, during and after it, by language; each number opens its list."""
    one, language = found.meeting, context.language
    if one.first is None or one.last is None:
        return 0, "", None, ""
    mine = _reports(found, filters)
    day = timedelta(1)
    spans = {"before": Filters(until=one.first - day), "during": Filters(one.first, one.last),
             "after": Filters(since=one.last + day), "undated": Filters(undated=True)}
    spoken = theme.language_order({view.language for view in found.reports})
    rows, counts = [], {}
    for name, span in spans.items():
        inside = mine.narrow(span.to_query())
        counts[name] = articles.count(context.snapshot, inside)
        rows.append((
            Cell(text(f"dossier.{name}", language)),
            *(_opening(inside.narrow(Filters(languages=(each,)).to_query()), context)
              for each in spoken),
            _opening(inside, context),
        ))
    n = articles.count(context.snapshot, mine)
    columns = (text("briefing.column.period", language),
               *(language_name(each, language) for each in spoken), text("dossier.all", language))
    said = {name: format_number(count, language) for name, count in counts.items()}
    return n, "briefing.n.articles", Table(columns, tuple(rows)) if n else None, text(
        "dossier.coverage_said", language, **said)


def _opening(filters: Filters, context: Context) -> Cell:
    n = articles.count(context.snapshot, filters)
    link = context.address("reader", filters) if n else ""
    return Cell(format_number(n, context.language), n, link=link)


def _people(found: MeetingRecord, filters: Filters, context: Context) -> Made:
    language, known = context.language, context.snapshot.registry.entities
    rows = []
    for (_, _, name), those in attendance.merged(found.meeting.participants).items():
        entity = known.get(f"{those[0].kind}:{those[0].entity}")
        level = highest(those)
        rows.append((
            Cell(label(entity, language) if entity else inert(
                     those[0].names.get(language) or name),
                 link=context.address("entities", entity=entity.key) if entity else ""),
            Cell(_listed((text(f"role.{one.role}", language) for one in those), language)),
            Cell(inert(attendance.office(entity, those, found, language))),
            Cell(text(f"level.{level}", language) if level else ""),
        ))
    columns = tuple(text(f"meetings.{one}", language)
                    for one in ("name", "role", "office", "level"))
    n = len(rows)
    return n, "dossier.n.people", Table(columns, tuple(rows)) if rows else None, plural(
        "dossier.people_said", language, n)


def _statements(found: MeetingRecord, filters: Filters, context: Context) -> Made:
    language, registry = context.language, context.snapshot.registry
    shown = found.statements[:_STATEMENTS]
    quotes = []
    for one in shown:
        view = articles.get(context.snapshot, one.article)
        if view is None:
            continue
        speaker = registry.entities.get(one.speaker)
        evidence = context.evidence(view.article, view.annotation, one.start, one.end)
        quotes.append(Quote(
            evidence.text, evidence.language, evidence,
            who=label(speaker, language) if speaker else inert(one.surface),
            office=office_title(speaker, one.office, language) if speaker else "",
            how=text(f"mode.{one.mode}", language),
        ))
    n = len(found.statements)
    said = plural("dossier.statements_said", language, n, shown=format_number(
        len(quotes), language))
    return n, "briefing.n.statements", Quotes(tuple(quotes)) if quotes else None, said


def _outcome(found: MeetingRecord, filters: Filters, context: Context) -> Made:
    """What the chronology holds of it: the outcome, and the gists of what was said there."""
    language, registry = context.language, context.snapshot.registry
    rows = []
    if found.known is not None:
        outcome = meeting_words.in_words(found.known.outcome, language)
        rows += [(Cell(text("meetings.outcome", language)), Cell(outcome))] if outcome else []
    for gist in found.gists:
        speaker = registry.entities.get(f"person:{gist.speaker}")
        who = label(speaker, language) if speaker else meeting_words.in_words(
            gist.speaker_names, language)
        rows.append((Cell(who), Cell(meeting_words.in_words(gist.gist, language))))
    columns = (text("briefing.column.fact", language), text("briefing.column.said", language))
    n = len(rows)
    return n, "dossier.n.lines", Table(columns, tuple(rows)) if rows else None, text(
        "dossier.outcome_said", language)


def _disagreements(found: MeetingRecord, filters: Filters, context: Context) -> Made:
    """Field, what is held, what is reported, and the sentence of the first report that says so."""
    language, registry = context.language, context.snapshot.registry
    views = {view.article: view for view in found.reports}
    rows = []
    for one in found.disagreements:
        for article in one.articles:
            view = views[article]
            passage = view.passages[0] if view.passages else None
            rows.append((
                Cell(text(f"meetings.disagree_{one.field}", language)),
                Cell(claims.said(one.field, one.held, registry, language)),
                Cell(claims.said(one.field, one.reported, registry, language)),
                Cell(inert(outlet_name(view.outlet, registry, language)),
                     link=context.address("reader", article=article)),
                Cell(passage.text if passage else "", language=view.language),
            ))
    columns = tuple(text(key, language) for key in (
        "meetings.about", "meetings.held_as", "meetings.reported_as",
        "overview.column_outlet", "briefing.column.words"))
    n = len(found.disagreements)
    return n, "dossier.n.disagreements", Table(columns, tuple(rows)) if rows else None, plural(
        "dossier.disagreements_said", language, n)


def _rounds(found: MeetingRecord, filters: Filters, context: Context) -> Made:
    """Every round of its series, with the days since the one before."""
    one, language = found.meeting, context.language
    if not one.series:
        return 0, "", None, ""
    frame = meetings.timeline(context.snapshot, Filters(series=(one.series,)))
    rows = [
        (
            Cell(f"● {each.title}" if each.meeting == one.id else each.title,
                 link=context.address("meetings", meeting=each.meeting)),
            Cell(format_interval_pair(each.first, each.last, each.precision, language)),
            Cell(text(f"status.{each.status}", language)),
            Cell("" if each.gap is None else format_number(each.gap, language), each.gap),
            Cell(format_number(each.articles, language), each.articles),
        )
        for each in rounds(frame, language)
    ]
    columns = (*(text(f"briefing.column.{name}", language)
                 for name in ("meeting", "when", "status")),
               text("dossier.gap", language), text("briefing.column.articles", language))
    n = len(rows)
    series = meeting_words.series_name(one.series, context.snapshot.registry, language)
    return n, "meetings.count", Table(columns, tuple(rows)) if n > 1 else None, text(
        "dossier.rounds_said", language, series=series)


def _outlets(found: MeetingRecord, filters: Filters, context: Context) -> Made:
    """Who reported it, in which language, how often; and how many texts are reprints."""
    language, mine = context.language, _reports(found, filters)
    frame = overview.outlets(context.snapshot, mine)
    rows = [
        (
            Cell(inert(outlet_name(row.outlet, context.snapshot.registry, language))),
            Cell(language_name(row.language, language)),
            Cell(format_number(int(row.articles), language), int(row.articles),
                 link=context.address("reader", mine.narrow(row.open))),
        )
        for row in frame.itertuples()
    ]
    n = int(frame["articles"].sum()) if rows else 0
    again = articles.count(context.snapshot, mine.narrow(Filters(reprints="again").to_query()))
    columns = tuple(text(f"briefing.column.{name}", language)
                    for name in ("outlet", "language", "articles"))
    return n, "briefing.n.articles", Table(columns, tuple(rows)) if rows else None, text(
        "dossier.outlets_said", language, outlets=format_number(frame["outlet"].nunique(),
                                                                language),
        again=format_number(again, language))


def _listed(words: Iterable[str], language: str) -> str:
    return text("meetings.list_comma", language).join(dict.fromkeys(words))


_MAKERS: dict[str, Callable[[MeetingRecord, Filters, Context], Made]] = {
    "coverage": _coverage, "people": _people, "statements": _statements, "outcome": _outcome,
    "disagreements": _disagreements, "rounds": _rounds, "outlets": _outlets,
}
