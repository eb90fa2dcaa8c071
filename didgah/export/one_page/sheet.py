"""The sheet: three findings, the timeline, one chart, three statements, what it rests on.

It is as long as A4 and no longer: the page's script measures it and shortens what does not
fit, step by step, and then says on the sheet that it did.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from didgah.addresses import is_web
from didgah.briefing.slides import Chart, Deck, Evidence, Quote, Quotes, Slide, Timeline
from didgah.export.deck_page.page import colours_of
from didgah.export.document import document
from didgah.export.figures import lanes, plot
from didgah.export.markup import camera, colour_rules, paper_rules, said, spoken, told
from didgah.language.calendars import format_pair
from didgah.language.messages import plural, text

_HERE = Path(__file__).parent
_FINDINGS = _STATEMENTS = 3
_MARKS = 90  # on the strip; more would lie on each other


def to_html(deck: Deck) -> str:
    """The sheet as one HTML page with everything inside, to be printed or looked at."""
    language = deck.language
    parts = (_head(deck), _findings(deck), _strip(deck), _chart(deck), _statements(deck),
             _foot(deck))
    content = f'<div id="sheet">{"".join(parts)}</div>'
    css = (_HERE / "sheet.css").read_text(encoding="utf-8")
    style = paper_rules() + colour_rules(colours_of(deck)) + css
    script = (_HERE / "fit.js").read_text(encoding="utf-8")
    return document(deck.title, language, content, style, script)


def _head(deck: Deck) -> str:
    as_of = text("deck.as_of", deck.language, day=deck.as_of)
    return (
        f'<header><p class="kind">{told(text("one_page.kind", deck.language))}</p>'
        f'<h1 class="cut">{told(deck.title)}</h1><p>{told(as_of)}</p></header>'
    )


def _findings(deck: Deck) -> str:
    """What the presenter put first."""
    found = [one for one in deck.slides if one.body is not None][:_FINDINGS]
    lines = "".join(
        f'<li><b><bdi class="cut">{told(one.headline)}</bdi></b> '
        f'<span class="cut">{told(one.reading)}</span> '
        f'<small><bdi class="cut">{told(one.n_words)}</bdi></small></li>' for one in found
    )
    return _part("findings", f"<ol>{lines}</ol>", deck.language) if found else ""


def _strip(deck: Deck) -> str:
    slide = _first(deck, Timeline)
    if slide is None:
        return ""
    strip = _one_lane(slide.body, slide.headline)
    drawn = lanes.draw(strip, deck.language, slide.headline)
    if not drawn:
        return ""
    if len(strip.marks) < len(slide.body.marks):
        shown = plural("one_page.shown", deck.language, len(strip.marks))
        slide = replace(slide, n_words=f"{slide.n_words} · {shown}")
    return _figure("strip", slide, drawn)


def _one_lane(timeline: Timeline, lane: str) -> Timeline:
    """All marks in one lane; of too many for a strip those that articles report."""
    dated = [one for one in timeline.marks if one.first]
    if len(dated) > _MARKS:
        dated = [one for one in dated if one.articles] or dated
    dated.sort(key=lambda one: one.first)
    return replace(timeline, lanes=(lane,), marks=tuple(replace(one, lane=lane) for one in dated))


def _chart(deck: Deck) -> str:
    slide = _first(deck, Chart)
    if slide is None:
        return ""
    return _figure("chart", slide, plot.draw(slide.body, deck.language, slide.headline))


def _first(deck: Deck, kind: type) -> Slide | None:
    return next((one for one in deck.slides if isinstance(one.body, kind)), None)


def _figure(name: str, slide: Slide, drawn: str) -> str:
    return (
        f'<section class="{name}"><h2><bdi class="cut">{told(slide.headline)}</bdi> '
        f'<small><bdi class="cut">{told(slide.n_words)}</bdi></small></h2>{drawn}'
        f'<p class="scope cut">{told(slide.scope)}</p></section>'
    )


def _statements(deck: Deck) -> str:
    chosen: list[str] = []
    seen: set[str] = set()
    for quote in _said(deck):
        if quote.text not in seen and len(chosen) < _STATEMENTS:
            seen.add(quote.text)
            chosen.append(_statement(quote))
    return _part("statements", "".join(chosen), deck.language) if chosen else ""


def _said(deck: Deck) -> Iterable[Quote]:
    """Statements first, then passages, then sentences that numbers rest on."""
    spoken_first = sorted(
        (one for one in deck.slides if isinstance(one.body, Quotes) and not one.body.aligned),
        key=lambda one: one.kind != "statement")
    for slide in spoken_first:
        yield from slide.body.quotes
    for slide in deck.slides:
        yield from map(_quoted, slide.evidence)


def _quoted(one: Evidence) -> Quote:
    return Quote(one.text, one.language, one)


def _statement(quote: Quote) -> str:
    who = " · ".join(filter(None, (quote.who, quote.office, quote.how)))
    speaker = f"<figcaption>{told(who)}</figcaption>" if who else ""
    return (
        f'<figure>{speaker}<blockquote class="cut" {spoken(quote.language, quote.text)}>'
        f'{said(quote.text)}</blockquote>'
        f'<p class="cited cut">{told(quote.evidence.cited)}</p></figure>'
    )


def _foot(deck: Deck) -> str:
    language = deck.language
    sources = dict.fromkeys(one.source for one in deck.slides if one.source)
    lines = [*sources, text("downloads.version", language, version=deck.version),
             text("deck.made", language, day=format_pair(deck.made.date(), language))]
    facts = " · ".join(lines)
    methods = "".join(f"<span>{told(one)} </span>" for one in deck.methods)
    link = (f'<p class="link"><a dir="ltr" href="{said(deck.link)}">{said(deck.link)}</a></p>'
            if is_web(deck.link) else "")
    shortened = told(text("one_page.shortened", language))
    return (
        f'<footer><div><p id="shortened" hidden>{shortened}</p><p class="cut">{told(facts)}</p>'
        f'<p class="methods">{methods}</p>{link}</div>{camera(deck.link)}</footer>'
    )


def _part(name: str, inner: str, language: str) -> str:
    return (f'<section class="{name}"><h2>{told(text(f"one_page.{name}", language))}</h2>'
            f"{inner}</section>")
