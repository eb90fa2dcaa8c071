"""What the text of an article answers when one points at it: cards of names, sentence links."""

from __future__ import annotations

from collections import Counter
from datetime import date
from html import escape
from pathlib import Path

import streamlit as st

from components import basket, data, links
from didgah.describe import isolated
from didgah.highlight import Mark, Paragraph, segments, to_html
from didgah.language.messages import plural, text
from didgah.language.writing import comma
from didgah.model import LANGUAGES, Entity, Span
from didgah.queries.articles import ArticleView
from didgah.registry import label

_VARIANTS = 6

_component = st.components.v2.component(
    "didgah_reader_text", js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
)


def answers(found: ArticleView, language: str) -> None:
    """Cards for the names in the article and copying at its sentences; once per page."""
    _component(
        key="reader_text",
        data={
            "cards": cards(found, language),
            "explicit": {"lang": language, "version": data.snapshot().version},
            "done": text("copylink.done", language), "failed": text("copylink.failed", language),
        },
    )


def cards(found: ArticleView, language: str) -> dict[str, dict[str, str]]:
    """Registry key → name, kind, other spellings, office on the day, times in the article."""
    registry = data.snapshot().registry
    counts = Counter(
        f"{m.kind}:{m.entity}" for m in (*found.annotation.mentions, *found.annotation.references)
    )
    made = {}
    for key, n in counts.items():
        entity = registry.entities.get(key)
        if entity is None:
            continue
        made[key] = {
            "name": label(entity, language),
            "kind": text(f"kind.{entity.kind}", language),
            "office": office_on(entity, found.published.value, language),
            "variants": comma(language).join(map(isolated, spellings(entity, language))),
            "times": text("reader.here_times", language,
                          times=plural("reader.times", language, n)),
        }
    return made


def office_on(entity: Entity, day: date | None, language: str) -> str:
    """The offices held on `day`, as the registry words them; "" without a day or an office."""
    if day is None:
        return ""
    held = [
        one.title.get(language) or one.title.get("en", "") for one in entity.offices
        if (one.since is None or one.since <= day) and (one.until is None or day <= one.until)
    ]
    return comma(language).join(filter(None, held))


def spellings(entity: Entity, language: str) -> tuple[str, ...]:
    """How else it is written: its names in the other languages, then variants, a few."""
    names = [entity.names[one] for one in LANGUAGES if one != language and one in entity.names]
    variants = [one for spoken in LANGUAGES for one in entity.variants.get(spoken, ())]
    own = label(entity, language)
    return tuple(one for one in dict.fromkeys((*names, *variants)) if one != own)[:_VARIANTS]


def paragraph_html(found: ArticleView, part: Paragraph, over, leads, language: str) -> str:
    """A paragraph as HTML, each sentence with a link to it.

    `over` are the marks of the article, `leads` says where each leads (see `to_html`).
    """
    whole = found.article.text
    inside: list[Mark] = [one for one in over if one.start < part.end and one.end > part.start]
    drawn, at = [], part.start
    for sentence in _sentences(found.annotation.sentences, part):
        drawn.append(to_html(whole, segments(whole, inside, at, sentence.start), leads))
        drawn.append(to_html(whole, segments(whole, inside, sentence.start, sentence.end), leads))
        drawn.append(_link(found.article.id, sentence, language))
        drawn.append(basket.passage(found.article.id, sentence.start, sentence.end))
        at = sentence.end
    drawn.append(to_html(whole, segments(whole, inside, at, part.end), leads))
    return "".join(drawn)


def _sentences(sentences: tuple[Span, ...], part: Paragraph) -> list[Span]:
    """The sentences that end in the paragraph, in order and apart."""
    found, last = [], part.start
    for one in sorted(sentences, key=lambda s: s.start):
        if one.start >= last and one.end <= part.end:
            found.append(one)
            last = one.end
    return found


def _link(article: str, sentence: Span, language: str) -> str:
    said = escape(text("reader.copy_sentence", language))
    address = links.url_for("reader", article=article, at=str(sentence.start))
    return (f'<a class="sentence-link" href="{escape(address)}" target="_self" title="{said}" '
            f'aria-label="{said}"></a>')
