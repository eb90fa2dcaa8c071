"""Facts that two reports tell, in three columns: one, both, the other; each opens its sentences."""

from __future__ import annotations

from html import escape

import streamlit as st

from components import article_words, data, links
from didgah.charts import meeting_words
from didgah.highlight import inert
from didgah.language.calendars import format_interval_pair
from didgah.language.messages import plural, text
from didgah.model import Registry
from didgah.queries.accounts import Passage
from didgah.queries.articles import ArticleView
from didgah.queries.report_facts import KINDS, Fact
from didgah.registry import label


def show(
    facts: tuple[Fact, ...], sides: tuple[ArticleView, ArticleView],
    titles: tuple[str, str], language: str,
) -> None:
    """Draw the facts; `titles` name the two reports."""
    registry = data.snapshot().registry
    counts = " · ".join((
        plural("reader.facts_both", language, sum(bool(f.first and f.second) for f in facts)),
        *(plural("reader.facts_only", language, n, outlet=title) for n, title in zip(
            (sum(not f.second for f in facts), sum(not f.first for f in facts)), titles,
            strict=True)),
    ))
    heads = tuple(map(escape, (
        text("reader.facts_side", language, outlet=titles[0]),
        text("reader.facts_in_both", language),
        text("reader.facts_side", language, outlet=titles[1]),
    )))
    head = "".join(f"<div class='fact-head'>{words}</div>" for words in heads)
    rows = "".join(_kind(kind, facts, sides, heads, registry, language) for kind in KINDS)
    unlisted = any(f.name for f in facts) and (
        sides[0].annotation.language != sides[1].annotation.language)
    note = f"<p class='small'>{escape(text('reader.facts_unlisted', language))}</p>" if (
        unlisted) else ""
    title = f"<h3 class='sides-title'>{escape(text('reader.facts', language))}</h3>"
    st.html(f"{title}<p>{escape(counts)}</p><div class='facts-told'>{head}{rows}</div>{note}")


def _kind(
    kind: str, facts: tuple[Fact, ...], sides: tuple[ArticleView, ArticleView],
    heads: tuple[str, ...], registry: Registry, language: str,
) -> str:
    """The facts of one kind in their columns; each cell says its head where columns are stacked."""
    mine = [one for one in facts if one.kind == kind]
    if not mine:
        return ""
    columns = (
        [one for one in mine if not one.second],
        [one for one in mine if one.first and one.second],
        [one for one in mine if not one.first],
    )
    titled = f"<h4>{escape(text(f'reader.fact.{kind}', language))}</h4>"
    return titled + "".join(
        f"<div class='fact-cell' data-head='{head}'>"
        + "".join(_fact(one, sides, registry, language) for one in found) + "</div>"
        for head, found in zip(heads, columns, strict=True)
    )


def _fact(
    fact: Fact, sides: tuple[ArticleView, ArticleView], registry: Registry, language: str
) -> str:
    told = "".join(
        _sentence(passage, view)
        for view, passages in zip(sides, (fact.first, fact.second), strict=True)
        for passage in passages
    )
    named = _named(fact, registry, language)
    return f"<details><summary><bdi>{named}</bdi></summary>{told}</details>"


def _sentence(passage: Passage, view: ArticleView) -> str:
    href = links.url_for("reader", article=view.article.id, at=str(passage.start))
    return article_words.block(passage.text, view.annotation.language, "a", href=href)


def _named(fact: Fact, registry: Registry, language: str) -> str:
    """The fact in the reader's words, as safe HTML."""
    if fact.kind == "date":
        first, last, precision = fact.value  # type: ignore[misc]
        said = format_interval_pair(first, last, precision, language)
    elif fact.kind == "status":
        said = text(f"status.{fact.value}", language)
    elif fact.kind == "theme":
        theme = registry.themes.get(str(fact.value))
        said = label(theme, language) if theme else str(fact.value)
    elif fact.kind == "place":
        said = meeting_words.place_name(str(fact.value).removeprefix("place:"), registry, language)
    else:
        entity = registry.entities.get(str(fact.value))
        said = label(entity, language) if entity else fact.name or str(fact.value)
    return escape(inert(said))
