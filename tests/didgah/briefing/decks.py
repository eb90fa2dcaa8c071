"""Slides of single items, for tests."""

from datetime import UTC, date, datetime

from didgah.briefing import compose
from didgah.briefing.context import Context
from didgah.briefing.items import Briefing, Item
from didgah.filters import Filters

MADE = datetime(2026, 11, 24, tzinfo=UTC)
TODAY = date(2026, 11, 24)


def deck(snapshot, language, *items):
    """The deck of these items."""
    context = Context(snapshot, language, "https://didgah.example/", TODAY)
    return compose.deck(Briefing("b1", "t", language, "", items, MADE, MADE), context, MADE)


def slide(snapshot, language, kind, filters=None, /, **about):
    """The slide of one item."""
    item = Item("a1", kind, filters or Filters(), about)
    return deck(snapshot, language, item).slides[0]


def at(row):
    """What an item says of the passage in a row of statements."""
    return {"article": row["article"], "start": str(row["start"]), "end": str(row["end"])}
