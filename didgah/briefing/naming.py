"""What the slides about names share: what is counted, and under which filters."""

from __future__ import annotations

from dataclasses import replace

from didgah.briefing.context import Context
from didgah.briefing.frame import NothingToShow, choice
from didgah.briefing.items import Item
from didgah.filters import Filters
from didgah.language.numbers import format_number
from didgah.queries import sentences

KINDS = ("person", "organisation", "place", "outlet")
UNITS = ("articles", "sentences", "mentions")
COPIES = ("once", "all")


def counted_under(item: Item) -> Filters:
    """The item's filters, every text once unless every printing of it is asked for.

    Raises NothingToShow for another choice.
    """
    filters = item.filters
    if filters.reprints or choice(item, "copies", COPIES, COPIES[0]) == "all":
        return filters
    return replace(filters, reprints="first")


def check_unit(unit: str, filters: Filters, context: Context) -> None:
    """Raises NothingToShow when sentences are asked for in more articles than can be read."""
    if unit == "sentences" and not sentences.readable(context.snapshot, filters):
        most = format_number(sentences.MOST, context.language)
        raise NothingToShow("entities.too_many", n=most)
