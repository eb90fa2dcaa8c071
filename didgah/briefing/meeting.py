"""One meeting's record."""

from __future__ import annotations

from didgah.briefing.context import Context
from didgah.briefing.frame import NothingToShow, slide
from didgah.briefing.items import Item
from didgah.briefing.slides import Evidence, Fact, Record, Slide
from didgah.charts import hover, meeting_words
from didgah.filters import Filters
from didgah.language.calendars import format_interval, format_interval_pair, in_order
from didgah.language.messages import plural, text
from didgah.language.names import language_name
from didgah.model import Participant
from didgah.queries import articles, meetings
from didgah.queries.meetings import MeetingRecord
from didgah.registry import label

_EVIDENCE = 5


def compose(item: Item, context: Context) -> Slide:
    """When, where, who, at which level, and what it led to; `n` are the articles that report it."""
    found = meetings.record(context.snapshot, item.about.get("meeting", ""), item.filters)
    if found is None:
        raise NothingToShow("briefing.reading.no_meeting")
    language, one = context.language, found.meeting
    n = len({view.article for view in found.reports})
    place = meeting_words.where(one.place, one.country, context.snapshot.registry, language)
    when = format_interval_pair(one.first, one.last, one.precision, language)
    return slide(
        item, context, page="meetings", view={"meeting": one.id},
        headline=label(one, language),
        reading=plural("briefing.reading.meeting", language, n, when=when, where=place,
                       status=text(f"status.{one.status}", language)),
        n=n, n_words=plural("briefing.n.articles", language, n),
        body=Record(tuple(fact for fact in _facts(found, place, n, item.filters, context)
                          if fact.value)),
        evidence=_evidence(found, context),
    )


def _facts(
    found: MeetingRecord, place: str, n: int, filters: Filters, context: Context
) -> list[Fact]:
    language, registry, one = context.language, context.snapshot.registry, found.meeting
    comma = text("meetings.list_comma", language)

    def fact(key: str, value: str, link: str = "") -> Fact:
        return Fact(text(f"meetings.{key}", language), value, link)

    facts = [
        fact(f"calendar_{calendar}",
             format_interval(one.first, one.last, one.precision, language, calendar))
        for calendar in in_order(language)
    ] if one.first else [fact("date", format_interval(None, None, "unknown", language))]
    facts += [
        fact("column_where", place),
        fact("column_series", meeting_words.series_name(one.series, registry, language)),
        fact("status", text(f"status.{one.status}", language)),
        Fact(text("briefing.fact.kind", language), text(f"meeting_kind.{one.kind}", language)),
        fact("column_participants", comma.join(_people(found, context))),
        fact("level", meeting_words.levels(
            ((side.country, side.level) for side in found.sides), registry, language)),
    ]
    if found.known is not None:
        facts += [fact(name, meeting_words.in_words(getattr(found.known, name), language))
                  for name in ("venue", "theme", "outcome")]
    spoken = comma.join(dict.fromkeys(
        language_name(view.language, language) for view in found.reports))
    reports = plural("briefing.n.articles", language, n) + (f" ({spoken})" if spoken else "")
    facts += [
        fact("column_articles", reports,
             context.address("reader", filters.narrow(f"meetings={one.id}"))),
        fact("column_grounds", hover.grounds(
            found.known is not None, one.confidence, one.titles_only, language)),
    ]
    return facts


def _people(found: MeetingRecord, context: Context) -> list[str]:
    """Everybody once, in the order of the record; those who stayed away are said to have."""
    language = context.language
    roles: dict[str, list[Participant]] = {}
    for one in found.meeting.participants:
        entity = context.snapshot.registry.entities.get(f"{one.kind}:{one.entity}")
        name = label(entity, language) if entity else one.names.get(language) or one.name
        roles.setdefault(name, []).append(one)
    absent = text("role.absent", language)
    return [
        f"{name} ({absent})" if all(one.role == "absent" for one in those) else name
        for name, those in roles.items()
    ]


def _evidence(found: MeetingRecord, context: Context) -> tuple[Evidence, ...]:
    """The first sentence of each report, the first reports first."""
    told = []
    for view in found.reports:
        article = articles.get(context.snapshot, view.article) if view.passages else None
        if article is not None:
            passage = view.passages[0]
            told.append(context.evidence(
                article.article, article.annotation, passage.start, passage.end))
        if len(told) == _EVIDENCE:
            break
    return tuple(dict.fromkeys(told))
