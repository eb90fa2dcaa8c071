"""What the slides about words share: of which language, which kinds, which left out."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from didgah.briefing.context import Context
from didgah.briefing.frame import NothingToShow, choice, slide, unreadable, viewed
from didgah.briefing.items import Item
from didgah.briefing.slides import Cloud, Slide, Word
from didgah.charts.words import kind_colours
from didgah.cloud import shown
from didgah.cloud.glosses import glosses
from didgah.cloud.kinds import names
from didgah.describe import isolated
from didgah.filters import Filters
from didgah.highlight import inert
from didgah.language.messages import plural, text
from didgah.language.numbers import format_number
from didgah.model import LANGUAGES

APART = "|"  # between words in an address
MOST = 60  # words that there is room for on a slide


def spoken(item: Item) -> str:
    """The language of the words. Raises NothingToShow for another than the four."""
    asked = item.filters.languages
    return choice(item, "tongue", LANGUAGES, asked[0] if len(asked) == 1 else LANGUAGES[0])


def term_of(item: Item) -> tuple[str, str]:
    """Language and lemma of `about["term"]`. Raises NothingToShow."""
    written = item.about.get("term", "")
    tongue, _, lemma = written.partition(":")
    if tongue not in LANGUAGES or not lemma:
        raise unreadable("term", written)
    return tongue, lemma


def within(filters: Filters, tongue: str) -> Filters:
    """The articles of one language that words are counted in."""
    return replace(filters, languages=(tongue,))


def of_frame(
    item: Item, context: Context, frame: pd.DataFrame, measure: str, tongue: str
) -> pd.DataFrame:
    """The counted words as the page shows them under this item's choices."""
    written = item.about.get("kinds") or "-".join(shown.KINDS)
    kinds = tuple(one for one in shown.KINDS if one in written.split("-")) or shown.KINDS
    served, language = context.snapshot, context.language
    known = served.remembered(f"names:{tongue}", lambda: names(served.registry, tongue))
    said = served.remembered(
        f"glosses:{tongue}:{language}", lambda: glosses(served.registry, tongue, language))
    stops = item.about.get("stop", "").split(APART)
    return shown.shown(frame, measure, kinds, stops, known, said, MOST)


def cloud(
    item: Item, context: Context, frame: pd.DataFrame, measure: str, tongue: str
) -> Slide:
    """The slide of the words in `frame`; its `n` are the articles they were counted in."""
    language = context.language
    rows = of_frame(item, context, frame, measure, tongue)
    if rows.empty:
        raise NothingToShow(frame.attrs.get("message", "briefing.reading.no_words"))
    value = "n" if measure == "count" else "z"
    colours = kind_colours()
    words = tuple(
        Word(row.label, float(getattr(row, value)),
             format_number(int(row.n) if value == "n" else round(float(row.z), 1), language),
             colours[row.kind], row.gloss)
        for row in rows.itertuples()
    )
    n, first = int(frame.attrs["in_articles"]), rows.iloc[0]
    own = within(item.filters, tongue)
    return slide(
        item, context, page="words", filters=own,
        view={"tongue": tongue, "by": measure} | viewed(item, "kinds", "stop", "form"),
        headline=text(f"words.heading.{measure}", language,
                      spoken=text(f"language.{tongue}", language)),
        reading=plural(f"briefing.reading.{item.kind}", language, int(first["n"]),
                       word=isolated(inert(first["label"]))),
        n=n, n_words=plural("briefing.n.articles", language, n),
        body=Cloud(words, tongue, text(f"briefing.unit.{item.kind}", language)),
        evidence=context.passages(own.narrow(first["open"])),
    )
