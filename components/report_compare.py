"""Two reports of one meeting, or a reprint and its first text, side by side."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from components import article_words, data, links, report_facts, report_texts, states
from components.byline import byline
from components.outlet_names import outlet_name
from didgah.describe import isolated
from didgah.highlight import inert
from didgah.language.calendars import format_date
from didgah.language.messages import text
from didgah.model import Span
from didgah.queries import articles, companions, reprints
from didgah.queries.articles import ArticleView
from didgah.queries.companions import Companion
from didgah.queries.report_facts import Fact, compared, shared
from didgah.store.article_rows import named, outlet_key


def show(found: ArticleView, language: str) -> None:
    """The article of the page beside the one that the URL's `diff` names."""
    here = found.article.id
    copies = {one.article for one in data.ask(reprints.group_of, here)} - {here}
    told = data.ask(companions.of, here)
    links.link("reader", text("reader.back_to_text", language), article=here,
               icon=":material/article:")
    other = links.view("diff", "")
    first = articles.get(data.snapshot(), other) if other != here else None
    meetings = shared(first, found) if first else ()
    if first is None or not (meetings or other in copies):
        states.note(text("reader.no_such_pair", language))
        return
    _choose(here, other, told, language)
    sides = (first, found)
    _heads(sides, language)
    facts = compared(first, found, meetings) if meetings else ()
    if facts:
        report_facts.show(facts, sides, _titles(sides, language), language)
    report_texts.show(
        sides, other in copies, (_only(facts, 0, first), _only(facts, 1, found)), language)


def _choose(here: str, other: str, told: tuple[Companion, ...], language: str) -> None:
    """Boxes to lay other reports of the same meetings side by side; the choice is in the URL."""
    if len(told) < 2:
        return
    labels = {one.article: _offered(one, language) for one in told}
    options = [*labels] if other in labels else [other, *labels]
    st.session_state["report_other"] = other
    st.selectbox(
        text("reader.other_report", language), options, key="report_other", width=560,
        format_func=lambda one: labels.get(one, one),
        on_change=lambda: links.set_view(diff=st.session_state["report_other"]),
        help=text("reader.other_report_cut", language) if len(told) == companions.MOST else None,
    )


def _offered(one: Companion, language: str) -> str:
    """Outlet, day and title of a report, in one line of the reader's language."""
    day = format_date(one.day, language) if one.day else text(
        "reader.published_unknown", language)
    title = inert(one.title).strip() or text("reader.untitled", language)
    parts = (outlet_name(one.outlet, language), text(f"language.{one.language}", language), day,
             title)
    return " · ".join(isolated(inert(part)) for part in parts)


def _heads(sides: Sequence[ArticleView], language: str) -> None:
    heads = "".join(
        f"<div class='side side-{name}'><p class='article-meta'>{_byline(one, language)}</p>"
        f"<p class='side-title'>{_title(one, language)}</p></div>"
        for name, one in zip(("first", "second"), sides, strict=True)
    )
    st.html(f"<div class='sides sides-heads'>{heads}</div>")


def _byline(one: ArticleView, language: str) -> str:
    when = one.published
    return byline(outlet_key(one.annotation), when.value, when.precision,
                  one.annotation.language, language)


def _title(one: ArticleView, language: str) -> str:
    return article_words.title(
        one.article.title, one.annotation.language, language,
        links.url_for("reader", article=one.article.id))


def _titles(sides: tuple[ArticleView, ArticleView], language: str) -> tuple[str, str]:
    """What the columns are called: the outlets, with the days where one outlet wrote both."""
    names = [isolated(inert(outlet_name(outlet_key(one.annotation), language))) for one in sides]
    if names[0] == names[1]:
        names = [
            f"{name} ({format_date(one.published.value, language)})" if one.published.value
            else f"{name} ({n})"
            for n, (name, one) in enumerate(zip(names, sides, strict=True), 1)
        ]
    return names[0], names[1]


def _only(facts: tuple[Fact, ...], side: int, view: ArticleView) -> list[Span]:
    """Where `view` names somebody or something, or says words, that the other report does not."""
    alone = [one for one in facts if not (one.first, one.second)[1 - side]]
    keys = {one.value for one in alone if one.kind in ("participant", "place", "name")}
    return [
        Span(one.start, one.end) for one in named(view.annotation)
        if f"{one.kind}:{one.entity}" in keys
    ] + [
        Span(passage.start, passage.end) for one in alone if one.kind == "statement"
        for passage in (one.first, one.second)[side]
    ]
