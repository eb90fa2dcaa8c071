"""How every number is made, told with the figures of the snapshot that is served."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from html import escape

import streamlit as st

from components import data, links, tables
from components.method_scores import ANCHOR
from didgah.filters import Filters
from didgah.language.messages import text
from didgah.language.numbers import format_number
from didgah.language.words import stop_words
from didgah.queries import keyness, overview
from didgah.store.reader import Snapshot

# In the order a reader asks: what is counted, when, who, where they met, what was said,
# which words, and how a number can be checked and cited.
SECTIONS = (
    "articles", "dates", "names", "meetings", "chronology", "statements", "words", "telling",
    "shares", "search", "links", "limits",
)


def figures(language: str) -> None:
    """The state that all numbers of the dashboard are about, in one table."""
    served, found = data.snapshot(), data.ask(overview.summary, Filters())
    values = {
        "version": served.version,
        "articles": found.articles, "undated": found.undated, "rejected": served.manifest.rejected,
        "outlets": found.outlets, "mentions": found.mentions, "statements": found.statements,
        "meetings_reported": found.meetings_reported, "meetings_known": found.meetings_known,
        "people": _of_kind(served, "person"), "organisations": _of_kind(served, "organisation"),
        "places": _of_kind(served, "place"),
    }
    tables.short(
        [text("method.column_what", language), text("method.column_value", language)],
        [[text(f"method.figure_{name}", language), _value(value, language)]
         for name, value in values.items()],
        caption=text("method.figures", language),
    )
    links.link("corpus", text("method.to_corpus", language), icon=":material/database:")


def chapters(language: str) -> None:
    """The explanations, one short chapter each."""
    values = {name: _number(value, language)
              for name, value in _values(data.snapshot()).items()}
    contents = "".join(
        f"<li><a href='#{name}'>{escape(text(f'method.{name}.title', language))}</a></li>"
        for name in SECTIONS
    ) + f"<li><a href='#{ANCHOR}'>{escape(text('scores.title', language))}</a></li>"
    body = "".join(
        f"<section id='{name}'><h2>{escape(text(f'method.{name}.title', language))}</h2>"
        + _paragraphs(text(f"method.{name}.body", language, **values)) + "</section>"
        for name in SECTIONS
    )
    st.html(f"<article class='prose'><ul class='contents'>{contents}</ul>{body}</article>")


def _paragraphs(words: str) -> str:
    return "".join(f"<p>{escape(one)}</p>" for one in words.split("\n") if one.strip())


def _values(served: Snapshot) -> dict[str, int]:
    """What the chapters quote; each body takes what it needs."""
    meetings = served.registry.meetings.values()
    sure = Counter(one.confidence for one in meetings)
    return {
        "known": len(meetings), "high": sure["high"], "medium": sure["medium"],
        "low": sure["low"], "titles_only": sum(one.titles_only for one in meetings),
        "gists": len(served.registry.statements),
        "sources": len(_addresses(one.sources for one in meetings)),
        "entities": len(served.registry.entities), "series": len(served.registry.series),
        "stop_fa": len(stop_words("fa")), "prior": keyness.PRIOR_WORDS,
        "recent_days": overview.RECENT_DAYS,
    }


def _addresses(sources: Iterable[tuple[str, ...]]) -> set[str]:
    return {address for one in sources for address in one}


def _of_kind(served: Snapshot, kind: str) -> int:
    return sum(one.kind == kind for one in served.registry.entities.values())


def _value(value: str | int, language: str) -> str:
    return value if isinstance(value, str) else _number(value, language)


def _number(value: int, language: str) -> str:
    return format_number(value, language)
