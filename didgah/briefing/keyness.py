"""The words that set a selection apart from the rest of its language."""

from __future__ import annotations

from didgah.briefing import words
from didgah.briefing.context import Context
from didgah.briefing.items import Item
from didgah.briefing.slides import Slide
from didgah.cloud.shown import ASKED
from didgah.queries import keyness


def compose(item: Item, context: Context) -> Slide:
    """Words sized by the z-score of their log-odds (`queries.keyness`)."""
    tongue = words.spoken(item)
    found = keyness.keyness(context.snapshot, item.filters, tongue, n=ASKED)
    return words.cloud(item, context, found, "marked", tongue)
