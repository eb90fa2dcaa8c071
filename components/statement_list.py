"""A list of statements, each with who said it, in which words, where, and the way to the text."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from components import article_words, basket, data, links
from components.outlet_names import outlet_name
from didgah.highlight import inert
from didgah.language.calendars import format_pair
from didgah.language.messages import text
from didgah.language.names import language_name
from didgah.language.writing import mirrored
from didgah.model import Span
from didgah.registry import label, office_title

if TYPE_CHECKING:
    import pandas as pd

_PAGE = 6
_LONG = 420  # characters shown of words that may be a whole speech


def paged[T](items: Sequence[T], key: str) -> Sequence[T]:
    """The items of the page that the reader has turned to; `key` names the pager."""
    pages = -(-len(items) // _PAGE)
    number = st.pagination(pages, key=f"{key}_page") if pages > 1 else 1
    return items[(number - 1) * _PAGE: number * _PAGE]


@st.fragment
def show(frame: pd.DataFrame, key: str) -> None:
    """Rows of `queries.statements.statements`, a page at a time."""
    state = links.current()
    rows = paged(frame.to_dict("records"), key)
    st.html("".join(_item(row, state.language) for row in rows))


def isolated(words: str, language: str) -> str:
    """Words that may hold digits alone, which would otherwise run from left to right."""
    return f"\u200f{words}" if mirrored(language) else words


def quoted(
    words: str, spoken: str, article: str, start: int, language: str, marks: Sequence[Span] = (),
    kind: str = "passage",
) -> str:
    """Words of an article in `spoken` as safe HTML, with the way to their place in it.

    Very long ones are cut. `marks` are highlighted; `language` is the reader's; `kind` is what
    they are in a briefing.
    """
    aside = basket.passage(article, start, start + len(words), kind)
    words = article_words.shortened(words, _LONG)
    href = escape(links.url_for("reader", article=article, at=str(start)))
    hint = escape(text("meetings.in_text", language))
    inner = (f"{article_words.highlighted(words, marks)} "
             f"<a href='{href}' target='_self' title='{hint}' aria-label='{hint}'>↗</a>{aside}")
    return article_words.block(words, spoken, "blockquote", name="record-evidence", inner=inner)


def speaker(key: str, surface: str, language: str) -> str:
    """The speaker's name as safe HTML, linked to the record when the registry has one."""
    entity = data.snapshot().registry.entities.get(key)
    if entity is None:
        return f"<bdi>{escape(inert(surface))}</bdi>"
    href = escape(links.url_for("entities", entity=entity.key))
    return f"<a href='{href}' target='_self'><bdi>{escape(label(entity, language))}</bdi></a>"


def circumstances(key: str, office: str, place: str, language: str) -> list[str]:
    """In which office and where something was said, as far as it is known, in words."""
    entities = data.snapshot().registry.entities
    person, where = entities.get(key), entities.get(f"place:{place}")
    title = office_title(person, office, language) if person else ""
    return ([title] if title else []) + ([label(where, language)] if where else [])


def _item(row: dict[str, object], language: str) -> str:
    day = row["day"]
    when = format_pair(None if day != day else day.date(), language)
    parts = [
        *circumstances(str(row["speaker"]), str(row["office"]), str(row["place"]), language),
        text(f"mode.{row['mode']}", language),
        outlet_name(str(row["outlet"]), language),
        when, language_name(str(row["language"]), language),
    ]
    return (quoted(str(row["text"]), str(row["language"]), str(row["article"]),
                   int(row["start"]), language, kind="statement")
            + "<p class='item-meta'>"
            + " · ".join(f"<bdi>{escape(inert(one))}</bdi>" for one in parts)
            + "</p>")
