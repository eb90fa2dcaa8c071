"""The page itself: everything in one file, under a policy that lets it ask for nothing.

The texts are HTML already, so that the page can be read where no script runs (a phone's
preview of an attachment); the script adds what is done with it.
"""

from __future__ import annotations

import dataclasses
import json
import re
from datetime import date, datetime
from pathlib import Path

from didgah.addresses import is_web
from didgah.briefing.slides import Body, Chart, Cloud, Deck, Slide, Timeline
from didgah.export.deck_page.bodies import body, evidence, live, numbers
from didgah.export.document import document
from didgah.export.markup import camera, colour_rules, theme_rules, told
from didgah.language.calendars import format_pair
from didgah.language.messages import plural, text
from didgah.language.numbers import format_number

_HALVES = re.compile("[\ud800-\udfff]")
_HERE = Path(__file__).parent
_SCRIPTS = ("figures.js", "room.js")
# What the script says. Its own digits come with them.
_SAID = ("black", "elapsed_of", "offline", "position")


def to_html(deck: Deck, *, room: bool, note: str = "") -> str:
    """`deck` as one page; it begins in room mode when `room`.

    `note` is said above everything (that these are not the data asked for), "" for nothing.
    Nothing is asked of any address until the reader follows a link.
    """
    language = deck.language
    slides = "".join(_slide(one, n, deck) for n, one in enumerate(deck.slides, 1))
    content = (
        f"{_head(deck, note)}<main>{slides}{_methods(deck)}</main>{_bar(deck)}"
        '<div id="black" hidden></div><div id="tip" role="status" hidden></div>'
        '<p id="say" role="status" class="quiet"></p>'
    )
    data = _inert_json(_data(deck))
    content += f'<script type="application/json" id="deck">{data}</script>'
    script = "\n".join((_HERE / name).read_text(encoding="utf-8") for name in _SCRIPTS)
    return document(deck.title, language, content, _style(deck), script, "room" if room else "")


def _style(deck: Deck) -> str:
    css = (_HERE / "deck.css").read_text(encoding="utf-8")
    return theme_rules() + colour_rules(colours_of(deck)) + css


def colours_of(deck: Deck) -> set[str]:
    """Every colour that a body of the deck has, as hex."""
    return {colour for one in deck.slides for colour in _colours(one.body)}


def _colours(found: Body | None) -> set[str]:
    match found:
        case Chart():
            return {one.colour for one in found.series}
        case Timeline():
            return {one.colour for one in found.marks}
        case Cloud():
            return {one.colour for one in found.words}
    return set()


def _head(deck: Deck, note: str) -> str:
    language = deck.language
    said = [text("deck.as_of", language, day=deck.as_of),
            text("downloads.version", language, version=deck.version),
            text("deck.made", language, day=format_pair(deck.made.date(), language))]
    if deck.sample:
        said.append(text("downloads.source_sample", language))
    lines = "".join(f"<span>{told(one)}</span>" for one in said)
    link = live(deck.link, told(text("deck.open", language))) if is_web(deck.link) else ""
    warning = f'<p class="notice" role="alert">{told(note)}</p>' if note else ""
    return (
        f'<header id="title">{warning}<h1>{told(deck.title)}</h1>'
        f'<p class="as-of">{lines}</p><p class="tools">'
        f'<button type="button" id="present">{told(text("deck.present", language))}</button>'
        f'{link}</p><p class="keys quiet">{told(text("deck.keys", language))}</p>'
        f"{camera(deck.link)}</header>"
    )


def _slide(slide: Slide, n: int, deck: Deck) -> str:
    language = deck.language
    parts = [one for one in (slide.n_words, slide.scope, slide.source) if one]
    foot = "".join(f"<span>{told(one)}</span>" for one in parts)
    link = live(slide.link, told(text("deck.in_dashboard", language))) if is_web(
        slide.link) else ""
    return (
        f'<section class="slide" id="s{n}" aria-labelledby="h{n}" data-kind="{told(slide.kind)}">'
        f'<div class="face"><h2 id="h{n}" tabindex="-1"><span class="place" aria-hidden="true">'
        f"{format_number(n, language)}</span> <bdi>{told(slide.headline)}</bdi></h2>"
        f'<p class="reading">{told(slide.reading)}</p>'
        f'<div class="body">{body(slide, language)}</div>'
        f'<p class="foot">{foot}{f"<span>{link}</span>" if link else ""}</p></div>'
        f"{_behind(slide, language)}</section>"
    )


def _behind(slide: Slide, language: str) -> str:
    passages = "".join(evidence(one, language) for one in slide.evidence)
    table = numbers(slide.body, language)
    if not passages and not table:
        return ""
    shown = f'<ol class="evidence">{passages}</ol>' if passages else ""
    label = plural("deck.evidence", language, len(slide.evidence)) if passages else text(
        "deck.numbers", language)
    numbered = (f"<h3>{told(text('deck.numbers', language))}</h3>{table}" if table else "")
    back = told(text("deck.back", language))
    return (
        f"<details><summary><span>{told(label)}</span></summary>"
        f'<div class="behind"><button type="button" class="back">{back}</button>'
        f'<p class="chosen"></p>{shown}{numbered}</div></details>'
    )


def _methods(deck: Deck) -> str:
    lines = "".join(f"<li>{told(one)}</li>" for one in deck.methods)
    return (
        f'<section class="slide methods" id="s{len(deck.slides) + 1}" aria-labelledby="methods">'
        f'<div class="face"><h2 id="methods" tabindex="-1">'
        f"{told(text('deck.methods', deck.language))}</h2>"
        f'<p class="reading">{told(text("deck.as_of", deck.language, day=deck.as_of))}</p>'
        f'<div class="body"><ul class="lines-of">{lines}</ul></div></div></section>'
    )


def _bar(deck: Deck) -> str:
    """What is at hand in the room; quiet, at the foot."""
    def button(name: str, key: str) -> str:
        label = told(text(f"deck.{name}", deck.language))
        return f'<button type="button" id="{name}" title="{label} ({key})">{label}</button>'

    timer, bar = (told(text(f"deck.{one}", deck.language)) for one in ("timer", "bar"))
    return (
        f'<nav id="bar" aria-label="{bar}">' + button("previous", "PageUp")
        + '<span id="position"></span>' + button("next", "PageDown")
        + button("overview", "o") + button("full", "f")
        + f'<span id="timer" role="timer" aria-label="{timer}" hidden></span>'
        + button("leave", "q") + "</nav>"
    )


def _data(deck: Deck) -> dict[str, object]:
    """What the script says, and the deck's numbers as numbers for whoever reads the file."""
    language = deck.language
    words = {one: text(f"deck.{one}", language) for one in _SAID}
    digits = "".join(format_number(n, language) for n in range(10))
    return {
        "words": words, "digits": digits, "version": deck.version,
        "slides": [
            {"id": one.id, "kind": one.kind, "n": one.n,
             "body": dataclasses.asdict(one.body) if one.body else None}
            for one in deck.slides
        ],
    }


def _inert_json(data: dict[str, object]) -> str:
    """JSON that no HTML parser finds an end of a script in."""
    def plain(value: object) -> str:
        if isinstance(value, date | datetime):
            return value.isoformat()
        raise TypeError(type(value).__name__)

    written = json.dumps(data, default=plain, separators=(",", ":"), ensure_ascii=False)
    written = _HALVES.sub("\ufffd", written)
    return written.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
