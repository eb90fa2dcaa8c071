"""A word with what stands around it, line by line."""

from __future__ import annotations

from functools import cache

from didgah.briefing import words
from didgah.briefing.context import Context
from didgah.briefing.frame import NothingToShow, choice, slide
from didgah.briefing.items import Item
from didgah.briefing.passage import widened
from didgah.briefing.slides import Quote, Quotes, Slide
from didgah.describe import isolated
from didgah.highlight import inert
from didgah.language.messages import plural, text
from didgah.model import Span
from didgah.queries import articles, concordance
from didgah.queries.concordance import ORDERS, ordered

LINES = 12  # that there is room for on a slide
_ASKED = 200  # lines that are put in order, as on the page


def compose(item: Item, context: Context) -> Slide:
    """The first lines of `about["term"]` in the order of the page; `n` are all its uses."""
    language = context.language
    tongue, lemma = words.term_of(item)
    order = choice(item, "order", ORDERS, ORDERS[0])
    found = concordance.concordance(context.snapshot, item.filters, tongue, lemma, n=_ASKED)
    n = int(found.attrs["total"])
    if not len(found):
        raise NothingToShow("briefing.reading.nothing")
    opened = cache(lambda one: articles.get(context.snapshot, one))
    quotes = []
    for row in ordered(found, order).head(LINES).itertuples():
        evidence, _ = widened(opened(row.article), Span(row.start, row.end), context)
        quotes.append(Quote(
            row.left + row.keyword + row.right, tongue, evidence,
            hit=(len(row.left), len(row.left) + len(row.keyword)),
        ))
    term, word = item.about["term"], isolated(inert(lemma))
    return slide(
        item, context, page="words", filters=words.within(item.filters, tongue),
        view={"tongue": tongue, "word": term, "order": order},
        headline=text("words.concordance_title", language, word=word),
        reading=plural("briefing.reading.concordance", language, n, word=word, articles=plural(
            "briefing.in_articles", language, int(found.attrs["articles"]))),
        n=n, n_words=plural("words.uses", language, n),
        body=Quotes(tuple(quotes), aligned=True),
        evidence=tuple(dict.fromkeys(one.evidence for one in quotes)),
    )
