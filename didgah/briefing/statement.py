"""What somebody said, in the words of an article."""

from __future__ import annotations

from didgah.briefing.context import Context
from didgah.briefing.frame import NothingToShow, passage_of, slide
from didgah.briefing.items import Item
from didgah.briefing.slides import Quote, Quotes, Slide
from didgah.charts.meeting_words import place_name
from didgah.describe import isolated
from didgah.highlight import inert
from didgah.language.messages import plural, text
from didgah.registry import label, office_title


def compose(item: Item, context: Context) -> Slide:
    """The statement at `about["start"]` to `["end"]` of an article, with who, in which office."""
    view, span = passage_of(item, context)
    said = next((one for one in view.annotation.statements
                 if (one.start, one.end) == (span.start, span.end)), None)
    if said is None:
        raise NothingToShow("briefing.reading.no_statement")
    language, registry = context.language, context.snapshot.registry
    speaker = registry.entities.get(f"{said.kind}:{said.speaker}")
    who = label(speaker, language) if speaker else inert(said.surface)
    office = office_title(speaker, said.office, language) if speaker else ""
    where = place_name(said.place, registry, language) if said.place else ""
    evidence = context.evidence(view.article, view.annotation, span.start, span.end)
    quote = Quote(
        evidence.text, view.annotation.language, evidence, who=who,
        office=text("meetings.list_comma", language).join(filter(None, (office, where))),
        how=text(f"mode.{said.mode}", language),
    )
    return slide(
        item, context, page="reader",
        view={"article": view.article.id, "at": str(span.start)},
        headline=text("briefing.headline.statement", language, who=isolated(who)),
        reading=evidence.cited, n=1, n_words=plural("briefing.n.statements", language, 1),
        body=Quotes((quote,)), evidence=(evidence,),
    )
