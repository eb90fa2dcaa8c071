"""The commonest words of a language of articles."""

from __future__ import annotations

from didgah.briefing import words
from didgah.briefing.context import Context
from didgah.briefing.items import Item
from didgah.briefing.slides import Slide
from didgah.cloud.shown import ASKED
from didgah.queries import terms


def compose(item: Item, context: Context) -> Slide:
    """Words sized by how often they are used."""
    tongue = words.spoken(item)
    found = terms.frequencies(context.snapshot, item.filters, tongue, n=ASKED)
    return words.cloud(item, context, found, "count", tongue)
