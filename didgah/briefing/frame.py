"""What every slide has around its body, and what an item may ask of its composer."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from didgah.briefing.context import Context
from didgah.briefing.items import Item
from didgah.briefing.slides import Body, Evidence, Slide
from didgah.describe import isolated
from didgah.filters import Filters
from didgah.highlight import inert
from didgah.language.messages import text
from didgah.model import Span
from didgah.queries import articles
from didgah.queries.articles import ArticleView
from didgah.registry import label

_TOLD = 60  # characters of a value that cannot be read


class NothingToShow(Exception):
    """An item that has no slide on these data; `key` is the message that says why."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key, self.values = key, values


def slide(
    item: Item, context: Context, *, headline: str, reading: str, n: int, n_words: str,
    body: Body, page: str, view: dict[str, str] | None = None, filters: Filters | None = None,
    evidence: tuple[Evidence, ...] = (),
) -> Slide:
    """A slide on `item`, whose link opens `page` with `view`; the presenter's headline first.

    `filters` are those that were counted under, when they are not the item's own; the link
    carries the item's.
    """
    return Slide(
        id=item.id, kind=item.kind, headline=item.headline or headline, reading=reading, n=n,
        n_words=n_words, scope=context.scope(item.filters if filters is None else filters),
        source=context.source, link=context.address(page, item.filters, **(view or {})),
        body=body, evidence=evidence, notes=item.notes,
    )


def nothing(item: Item, context: Context, reading: str) -> Slide:
    """The slide of an item that has nothing to show; `reading` says why."""
    language = context.language
    return Slide(
        id=item.id, kind=item.kind,
        headline=item.headline or text(f"briefing.kind.{item.kind}", language), reading=reading,
        n=0, n_words="", scope=context.scope(item.filters), source=context.source,
        link=context.address("briefing"), body=None, notes=item.notes,
    )


def choice(item: Item, name: str, allowed: Collection[str], default: str) -> str:
    """`item.about[name]`, or `default` without one. Raises NothingToShow for another value."""
    value = item.about.get(name) or default
    if value not in allowed:
        raise unreadable(name, value)
    return value


def viewed(item: Item, *parts: str) -> dict[str, str]:
    """What the page's address said of these parts of its view."""
    return {name: item.about.get(name, "") for name in parts}


def numbers(column: Iterable[float]) -> tuple[float | None, ...]:
    """A column of a frame as a series of a chart has it: None where it has no number."""
    return tuple(None if one != one else float(one) for one in column)


def unreadable(name: str, value: str) -> NothingToShow:
    """What to raise for a value that no view of the pages has."""
    said = inert(f"{name}={value}"[:_TOLD])
    return NothingToShow("briefing.reading.unreadable", what=isolated(said))


def names(keys: Collection[str], context: Context) -> dict[str, str]:
    """Registry key → name in the deck's language; a key the registry lacks keeps its id."""
    known = context.snapshot.registry.entities
    return {
        key: label(known[key], context.language) if key in known else key.partition(":")[2] or key
        for key in keys
    }


def passage_of(item: Item, context: Context) -> tuple[ArticleView, Span]:
    """The article and the offsets that an item names. Raises NothingToShow."""
    view = articles.get(context.snapshot, item.about.get("article", ""))
    if view is None:
        raise NothingToShow("briefing.reading.no_article")
    length = len(view.article.text)
    numbers = [item.about.get(name, "") for name in ("start", "end")]
    for name, value in zip(("start", "end"), numbers, strict=True):
        if not (value.isascii() and value.isdecimal() and len(value) < 10):
            raise unreadable(name, value)
    span = Span(*map(int, numbers))
    if not span.start < span.end <= length:
        raise unreadable("end", numbers[1])
    return view, span
