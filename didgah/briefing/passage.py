"""A sentence of an article."""

from __future__ import annotations

from didgah.briefing.context import Context
from didgah.briefing.frame import passage_of, slide
from didgah.briefing.items import Item
from didgah.briefing.slides import Evidence, Quote, Quotes, Slide
from didgah.describe import isolated
from didgah.language.messages import plural, text
from didgah.model import Span
from didgah.queries.articles import ArticleView
from didgah.store.article_rows import sentence_at


def compose(item: Item, context: Context) -> Slide:
    """The sentence around `about["start"]` to `["end"]`, which is marked when it is shorter."""
    view, span = passage_of(item, context)
    evidence, hit = widened(view, span, context)
    language = context.language
    quote = Quote(evidence.text, view.annotation.language, evidence,
                  hit=(0, 0) if hit == (0, len(evidence.text)) else hit)
    return slide(
        item, context, page="reader",
        view={"article": view.article.id, "at": str(span.start)},
        headline=text("briefing.headline.passage", language, outlet=isolated(evidence.outlet)),
        reading=evidence.cited, n=1, n_words=plural("briefing.n.articles", language, 1),
        body=Quotes((quote,)), evidence=(evidence,),
    )


def widened(
    view: ArticleView, span: Span, context: Context
) -> tuple[Evidence, tuple[int, int]]:
    """The sentence that a span stands in, and where in its text the span is."""
    sentence = sentence_at(view.article.text, view.annotation.sentences, span)
    start, end = min(sentence.start, span.start), max(sentence.end, span.end)
    evidence = context.evidence(view.article, view.annotation, start, end)
    return evidence, (span.start - start, span.end - start)
