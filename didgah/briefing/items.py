"""What a briefing holds: questions to the corpus with the presenter's words, never numbers.

An item says which piece of which page was put aside and under which filters; its numbers are
asked anew of the data version that the briefing is pinned to. So they are the same in every
form it leaves in, and each opens.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, get_args
from urllib.parse import parse_qsl

from didgah.filters import Filters
from didgah.model import Language

Kind = Literal[
    "coverage",  # articles over time by language
    "timeline",  # meetings on lanes
    "ranking",  # the commonest names with their shares
    "trend",  # names over time
    "cloud",  # the commonest words of a language
    "keyness",  # the words that set a selection apart
    "word_trend",  # words over time
    "meeting",  # one meeting's record
    "statement",  # what somebody said
    "passage",  # a sentence of an article
    "concordance",  # a word with what stands around it
]
KINDS: tuple[str, ...] = get_args(Kind)
MAX_WORDS = 2000  # characters of a headline or of notes


class BriefingError(ValueError):
    """An item or a briefing that makes no sense; the message says where and why."""


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of a briefing.

    `filters` are those it was seen under. `about` says which piece it is: by kind, what its
    composer in `didgah.briefing` reads ("meeting": id; "article", "start", "end": offsets of a
    passage; "entities": registry keys parted by a space; "term": "language:lemma"; …) and what
    the page's address says of the view it came from. `headline` and `notes` are the
    presenter's, "" for none.
    """

    id: str
    kind: Kind
    filters: Filters = field(default_factory=Filters)
    about: Mapping[str, str] = field(default_factory=dict)
    headline: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Briefing:
    """Items in the order of presenting, all on one data version ("" follows the latest).

    `language` is that of the deck; `made` and `changed` are in UTC.
    """

    id: str
    title: str
    language: Language
    version: str
    items: tuple[Item, ...]
    made: datetime
    changed: datetime


def item_row(item: Item) -> dict[str, object]:
    """The item as JSON values; `read_item` takes them back."""
    return {
        "id": item.id, "kind": item.kind, "filters": item.filters.to_query(),
        "about": dict(item.about), "headline": item.headline, "notes": item.notes,
    }


def read_item(row: Mapping[str, object]) -> Item:
    """The item of a row of JSON. Raises BriefingError for anything `item_row` cannot write."""
    texts = {name: row.get(name, "") for name in ("id", "kind", "filters", "headline", "notes")}
    about = row.get("about", {})
    if not all(isinstance(one, str) for one in texts.values()):
        raise BriefingError("an item has a part that is no text")
    if not texts["id"] or not (texts["id"].isascii() and texts["id"].isalnum()):
        raise BriefingError(f"no name of an item: {texts['id'][:40]!r}")
    if texts["kind"] not in KINDS:
        raise BriefingError(f"no kind of item: {texts['kind'][:40]!r}")
    if max(len(texts["headline"]), len(texts["notes"])) > MAX_WORDS:
        raise BriefingError(f"more than {MAX_WORDS} characters of a headline or of notes")
    if not isinstance(about, Mapping) or not all(
        isinstance(name, str) and isinstance(value, str) for name, value in about.items()
    ):
        raise BriefingError("what an item is about is no table of texts")
    try:
        " ".join((*texts.values(), *about, *about.values())).encode("utf-8")
    except UnicodeEncodeError as error:
        raise BriefingError("an item has half of a character pair") from error
    filters, ignored = Filters.read(parse_qsl(texts["filters"], max_num_fields=1000))
    if ignored:
        raise BriefingError(f"filters that make no sense: {', '.join(ignored)[:200]}")
    return Item(texts["id"], texts["kind"], filters, dict(about),  # type: ignore[arg-type]
                texts["headline"], texts["notes"])
