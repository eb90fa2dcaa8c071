"""From a briefing to its deck: every item becomes a slide by the composer of its kind."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from didgah.briefing import (
    cloud,
    concordance,
    coverage,
    keyness,
    meeting,
    passage,
    ranking,
    statement,
    timeline,
    trend,
    word_trend,
)
from didgah.briefing.context import Context
from didgah.briefing.frame import NothingToShow, nothing
from didgah.briefing.items import Briefing, Item
from didgah.briefing.slides import Deck, Slide
from didgah.language.messages import text
from didgah.queries.data_day import as_of
from didgah.textquery import QueryError

Composer = Callable[[Item, Context], Slide]
# One for each of `items.KINDS`; a test holds the two together.
COMPOSERS: dict[str, Composer] = {
    "coverage": coverage.compose,
    "timeline": timeline.compose,
    "ranking": ranking.compose,
    "trend": trend.compose,
    "cloud": cloud.compose,
    "keyness": keyness.compose,
    "word_trend": word_trend.compose,
    "meeting": meeting.compose,
    "statement": statement.compose,
    "passage": passage.compose,
    "concordance": concordance.compose,
}


def deck(briefing: Briefing, context: Context, made: datetime) -> Deck:
    """The briefing as it is shown and written out; counts on the snapshot of `context`."""
    slides = tuple(slide(item, context) for item in briefing.items)
    return deck_of(briefing.title, slides, context, made,
                   context.address("briefing", briefing=briefing.id))


def slide(item: Item, context: Context) -> Slide:
    """The slide of one item; one that cannot be made says why."""
    try:
        return COMPOSERS[item.kind](item, context)
    except NothingToShow as why:
        return nothing(item, context, text(why.key, context.language, **why.values))
    except QueryError:
        return nothing(item, context, text("briefing.reading.query", context.language))


def deck_of(
    title: str, slides: tuple[Slide, ...], context: Context, made: datetime, link: str
) -> Deck:
    """Any slides as a deck, with what holds for all of them."""
    return Deck(
        title=title, language=context.language, slides=slides,
        version=context.snapshot.version,
        as_of=as_of(context.snapshot, context.language),
        made=made,
        methods=tuple(text(f"briefing.method.{one}", context.language) for one in _METHODS),
        link=link, sample=context.snapshot.is_sample,
    )


_METHODS = ("unit", "reprints", "dates", "meetings", "intervals", "reading")
