"""One article: its words with the marks over them, and what was read out of it."""

from __future__ import annotations

from html import escape
from urllib.parse import urlsplit

import streamlit as st

from components import (
    article_words,
    data,
    links,
    marks,
    reader_keys,
    reader_list,
    reader_text,
    report_compare,
    states,
)
from components.article_aside import aside
from components.byline import dated
from components.outlet_names import outlet_name
from didgah import textquery
from didgah.addresses import is_web
from didgah.citation import STYLES, cite
from didgah.filters import Filters
from didgah.highlight import Layer, Mark, inert, marks_of, paragraphs
from didgah.language import writing
from didgah.language.messages import plural, text
from didgah.language.numbers import format_number
from didgah.language.writing import mirrored
from didgah.model import Annotation, Article, Span
from didgah.queries import articles
from didgah.queries.articles import ArticleView
from didgah.store.article_rows import outlet_key

_jump = st.components.v2.component(
    "didgah_jump",
    js="""
export default function ({ data }) {
  if (window.didgahJumped === data.to) return
  window.didgahJumped = data.to
  const look = (left) => {
    const there = document.querySelector(data.selector)
    if (there) there.scrollIntoView({ block: "center" })
    else if (left) setTimeout(look, 100, left - 1)
  }
  look(30)
}
""",
)


def article(article_id: str, filters: Filters, order: str, language: str) -> None:
    """The article beside its list, with its way back and on, or a word on why there is none."""
    place = data.ask(articles.neighbours, filters, article_id, order)
    if links.view("diff", ""):  # two texts already stand side by side
        _main(article_id, place, filters, order, language)
        return
    beside, main = st.columns([3, 10], gap="medium")
    with beside:
        reader_list.beside(article_id, place[2], place[3], filters, order, language)
    with main:
        _main(article_id, place, filters, order, language)


def _main(
    article_id: str, place: tuple[str | None, str | None, int, int], filters: Filters,
    order: str, language: str,
) -> None:
    _way(article_id, place, order, language)
    # Not through `data.ask`: bodies are large, and read one at a time.
    found = articles.get(data.snapshot(), article_id)
    if found is None:
        states.problem(
            text("reader.missing", language), text("reader.missing_advice", language)
        )
        return
    if links.view("diff", ""):
        report_compare.show(found, language)
        return
    shown = marks.chosen_layers(language)
    words, beside = st.columns([5, 2], gap="large")
    with words:
        _text(found, filters, shown, language)
        _foot(found, language)
    with beside:
        aside(found, language)


def _way(
    article_id: str, place: tuple[str | None, str | None, int, int], order: str, language: str
) -> None:
    before, after, position, total = place
    kept = None if order == "newest" else order
    with st.container(horizontal=True, vertical_alignment="center", key="reader_way"):
        with st.container(key="reader_go_back", width="content"):
            links.link(
                "reader", text("reader.back", language), icon=":material/list:", order=kept,
                list=reader_list.page_of(position), near=article_id if position else None,
            )
        if not position:
            st.html(f'<p class="small">{text("reader.outside", language)}</p>', width="content")
            reader_keys.keys(language, listed=False)
            return
        back, on = ("right", "left") if mirrored(language) else ("left", "right")
        for target, name, side in ((before, "previous", back), (after, "next", on)):
            if target:
                with st.container(key=f"reader_go_{name}", width="content"):
                    links.link(
                        "reader", text(f"reader.{name}", language), article=target, order=kept,
                        icon=f":material/chevron_{side}:",
                        marks=links.current().view.get("marks"),
                    )
        said = text(
            "reader.position", language, position=format_number(position, language),
            total=format_number(total, language),
        )
        st.html(f'<p class="small">{said}</p>', width="content")
        reader_keys.keys(language, listed=False, near=article_id)


def _text(
    found: ArticleView, filters: Filters, shown: tuple[Layer, ...], language: str
) -> None:
    whole = found.article.text
    over = [
        *marks_of(found.annotation, _hits(found, filters), found.meetings, shown),
        *_here(found.annotation),
    ]
    registry = data.snapshot().registry
    leads = marks.leads_to(found.annotation, registry, language)
    title = found.article.title
    drawn = []
    for part in paragraphs(whole, over):
        tag = "h2" if part.start < len(title) else "p"
        inner = reader_text.paragraph_html(found, part, over, leads, language)
        drawn.append(article_words.block(
            whole[part.start:part.end], found.annotation.language, tag, inner=inner))
        if tag == "h2" and part.end >= len(title):
            drawn.append(_meta(found, language))
    if not title.strip():
        drawn.insert(0, _meta(found, language))
    st.html(f'<article class="article">{"".join(drawn)}</article>')
    reader_text.answers(found, language)
    at = links.view("at", "")
    if at:
        _jump(key="reader_jump", data={"selector": ".hl-here", "to": f"{found.article.id}@{at}"})


def _hits(found: ArticleView, filters: Filters) -> list[Span]:
    """Where the article answers the filters: words of the query, names asked for."""
    try:
        spans = list(textquery.spans(textquery.parse(filters.query), found.article.text)
                     if filters.query else ())
    except textquery.QueryError:
        spans = []  # the filter bar says what is wrong with it
    asked = {*filters.entities, *filters.also, *(f"place:{one}" for one in filters.places)}
    spans += [
        Span(m.start, m.end)
        for m in (*found.annotation.mentions, *found.annotation.references)
        if f"{m.kind}:{m.entity}" in asked
    ]
    return spans


def _here(annotation: Annotation) -> list[Mark]:
    """The sentence that the link points into."""
    at = links.view("at", "")
    if not (at.isascii() and at.isdecimal()) or len(at) > 9:
        return []
    return [
        Mark(span.start, span.end, "here")
        for span in annotation.sentences
        if span.start <= int(at) < span.end
    ]


def _meta(found: ArticleView, language: str) -> str:
    when = found.published
    told = text(f"reader.known_from.{when.known_from}", language)
    spoken = text(f"language.{found.annotation.language}", language)
    parts = [
        f"<bdi>{escape(inert(outlet_name(outlet_key(found.annotation), language)))}</bdi>",
        dated(when.value, when.precision, language, told),
        f'<span class="badge">{escape(spoken)}</span>',
    ]
    cited = [a.name for a in found.annotation.attribution if a.role == "source"]
    if cited:
        names = text("reader.list_comma", language).join(map(inert, dict.fromkeys(cited)))
        parts.append(escape(text("reader.cites", language, outlets=names)))
    way = writing.direction(language)
    return f'<p class="article-meta" dir="{way}">{" · ".join(parts)}</p>'


def _foot(found: ArticleView, language: str) -> None:
    one: Article = found.article
    if is_web(one.url):
        st.html(
            f'<p class="original"><a href="{escape(one.url)}" target="_blank" '
            f'rel="noopener noreferrer nofollow">{text("reader.original", language)}</a> '
            f'<bdi class="small" dir="ltr">{escape(inert(one.url))}</bdi></p>'
        )
    if one.sources:
        states.note(text("reader.sample", language))
        items = "".join(f'<li dir="ltr">{_source(address)}</li>' for address in one.sources)
        st.html(
            f'<p class="small">{text("reader.sources", language)}</p>'
            f'<ul class="sources">{items}</ul>'
        )
    if len(found.versions) > 1:
        st.html(f'<p class="small">{plural("reader.versions", language, len(found.versions))}</p>')
    with st.expander(text("reader.cite", language), icon=":material/format_quote:"):
        st.caption(text("reader.cite_how", language))
        for style in (language, *(s for s in STYLES if s != language)):
            st.caption(text(f"reader.cite_style.{style}", language))
            key = outlet_key(found.annotation)
            name = "" if key == "unknown" else outlet_name(key, style)
            with st.container(key=f"cite_{style}"):
                st.code(cite(one, name, style), language=None, wrap_lines=True)


def _source(address: str) -> str:
    if not is_web(address):
        return escape(inert(address))
    host = urlsplit(address).hostname or address
    return (
        f'<a href="{escape(address)}" target="_blank" rel="noopener noreferrer nofollow" '
        f'title="{escape(inert(address))}">{escape(host.removeprefix("www."))}</a>'
    )
