"""Markup to text: scripts dropped, references decoded, blocks on lines of their own."""

from __future__ import annotations

import re

import lxml.html
from lxml import etree

from didgah.readers.clean import clean

_TAGS = (
    "a abbr address article aside b blockquote body br button center code dd del div dl dt em "
    "figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input "
    "ins label li link main meta nav object ol p picture pre q s script section small source span "
    "strong style sub sup svg table tbody td template textarea tfoot th thead title tr u ul video"
)
_MARKUP = re.compile(
    rf"<!--|<!doctype|<!\[cdata|</?(?:{_TAGS.replace(' ', '|')})(?:\s[^<>]*|/)?>", re.IGNORECASE
)
_DROPPED = frozenset((
    "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "math",
    "head", "form", "button", "input", "select", "textarea", "audio", "video", "canvas",
))
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "br", "center", "dd", "div", "dl", "dt",
    "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html",
    "li", "main", "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "ul",
))
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_AROUND_BREAK = re.compile(r" *\n *")
_BREAKS = re.compile(r"\n{2,}")


def is_markup(text: str) -> bool:
    """True when there is an HTML tag in `text`; "a < b" and "<3" are none."""
    return "<" in text and _MARKUP.search(text) is not None


def markup_to_text(markup: str) -> str:
    """What a reader would see of `markup`: text with one newline between blocks."""
    source = markup.replace("<![CDATA[", "").replace("]]>", "").lstrip()
    if source.startswith("<?xml"):  # lxml refuses text that declares an encoding
        source = source.partition("?>")[2]
    try:
        tree = lxml.html.document_fromstring(
            source, parser=lxml.html.HTMLParser(remove_comments=True, remove_pis=True)
        )
    except etree.ParserError:  # nothing but comments and blanks
        return ""
    return text_of(tree)


def text_of(tree: lxml.html.HtmlElement) -> str:
    """The visible text below an element."""
    parts: list[str] = []
    skipping: lxml.html.HtmlElement | None = None
    for event, node in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            if skipping is None and node.tail:
                parts.append(_BLANKS.sub(" ", node.tail))
            continue
        tag = node.tag
        if event == "start":
            if skipping is None and tag in _DROPPED:
                skipping = node
            elif skipping is None:
                if tag in _BLOCKS:
                    parts.append("\n")
                if node.text:
                    parts.append(_BLANKS.sub(" ", node.text))
            continue
        if skipping is node:
            skipping = None
        elif skipping is None and tag in _BLOCKS:
            parts.append("\n")
        if skipping is None and node is not tree and node.tail:
            parts.append(_BLANKS.sub(" ", node.tail))
    text = _AROUND_BREAK.sub("\n", clean("".join(parts))[0])
    return _BREAKS.sub("\n", text).strip()
