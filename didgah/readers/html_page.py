"""A saved web page: the article in it by trafilatura, what it states of itself from its head."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from copy import deepcopy

import lxml.html
from lxml import etree

from didgah.readers.clean import clean, has_words
from didgah.readers.html_text import markup_to_text, text_of
from didgah.readers.reading import Item, Reading, Source
from didgah.readers.row import article_of
from didgah.readers.text import whole_text
from didgah.readers.unreadable import Unreadable

# Head entries by property, name or itemprop, best first.
_META = {
    "title": ("og:title", "headline", "twitter:title", "dc.title", "title"),
    "date": ("article:published_time", "og:published_time", "datepublished", "date",
             "pubdate", "publish_date", "publishdate", "dc.date", "dc.date.issued",
             "dcterms.issued", "dcterms.created", "citation_publication_date",
             "article:published"),
    "outlet": ("og:site_name", "application-name", "dc.publisher"),
    "url": ("og:url",),
    "abstract": (),
}

# trafilatura drops what it takes for unprintable, the Persian half-space among it. Such
# characters pass through it as hieroglyphs.
_UNPRINTABLE = (
    *(0x00AD, 0x061C), *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2066, 0x206A)
)
_HIDE = {code: chr(0x13000 + n) for n, code in enumerate(_UNPRINTABLE)}
logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # we report in our own words
_SHOW = {ord(stand_in): chr(char) for char, stand_in in _HIDE.items()}


def read_page(source: Source, reading: Reading) -> Iterator[Item]:
    """One article from one .html file.

    Date, title, outlet, address and language are only taken where the page states them
    (meta elements, JSON-LD, time[pubdate], link[rel=canonical]); none is guessed.
    """
    markup = whole_text(source, reading)
    values: dict[str, object] = dict(page_values(markup))
    if not has_words(str(values.get("body", ""))):
        raise Unreadable("rejected.page_without_text")
    yield from article_of(values, source.name, None, reading.options)


def page_values(markup: str) -> dict[str, str]:
    """Field → text for a page: what `row.article_of` takes."""
    try:
        tree = lxml.html.document_fromstring(
            _undeclared(markup), parser=lxml.html.HTMLParser(remove_comments=True, remove_pis=True)
        )
    except etree.ParserError:
        return {}
    values = _stated(tree)
    values["body"] = _body(markup, tree)
    lines = values["body"].split("\n")
    if lines[0].strip() == values.get("title", "").strip():
        values["body"] = "\n".join(lines[1:])
    return values


def _undeclared(markup: str) -> str:
    """Without the XML declaration, which lxml refuses in text."""
    markup = markup.lstrip()
    return markup.partition("?>")[2] if markup.startswith("<?xml") else markup


def _stated(tree: lxml.html.HtmlElement) -> dict[str, str]:
    meta: dict[str, str] = {}
    for node in tree.iter("meta"):
        name = node.get("property") or node.get("name") or node.get("itemprop") or ""
        content = (node.get("content") or "").strip()
        if content:
            meta.setdefault(name.strip().lower(), content)
    values = {
        field: meta[name]
        for field, names in _META.items()
        for name in reversed(names) if name in meta
    }
    values |= {k: v for k, v in _json_ld(tree).items() if k not in values}
    for element in tree.iter("time"):
        if "date" not in values and ("pubdate" in element.attrib or
                                     element.get("itemprop") == "datePublished"):
            values["date"] = element.get("datetime") or element.text_content()
    for element in tree.iter("link"):
        if (element.get("rel") or "").lower() == "canonical" and element.get("href"):
            values["url"] = element.get("href").strip()
    if "title" not in values:
        heading = next((h for h in tree.iter("h1") if has_words(h.text_content())), None)
        head = tree.find(".//title")
        best = heading if heading is not None else head
        if best is not None:
            values["title"] = best.text_content()
    language = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
    if language:
        values["language"] = language
    return values


def _json_ld(tree: lxml.html.HtmlElement) -> dict[str, str]:
    """Headline, date and publisher of the first schema.org article that states its date."""
    for node in tree.iter("script"):
        source = node.text or ""
        if node.get("type") != "application/ld+json" or source.count("{") > 500:
            continue
        try:
            data = json.loads(source)
        except (ValueError, RecursionError):
            continue
        graph = data.get("@graph", [data]) if isinstance(data, dict) else data
        for item in graph if isinstance(graph, list) else []:
            if isinstance(item, dict) and isinstance(item.get("datePublished"), str):
                publisher = item.get("publisher")
                found = {
                    "title": item.get("headline"), "date": item["datePublished"],
                    "outlet": publisher.get("name") if isinstance(publisher, dict) else None,
                }
                return {k: v for k, v in found.items() if isinstance(v, str) and v.strip()}
    return {}


def _body(markup: str, tree: lxml.html.HtmlElement) -> str:
    from trafilatura import extract  # slow to import, and needed for pages alone

    hidden = deepcopy(tree)
    for node in hidden.iter():
        node.text = node.text and clean(node.text)[0].translate(_HIDE)
        node.tail = node.tail and clean(node.tail)[0].translate(_HIDE)
    found = extract(hidden, include_comments=False, fast=True)
    if found and has_words(found):
        return found.translate(_SHOW)
    for tag in ("article", "main"):
        node = tree.find(f".//{tag}")
        if node is not None and has_words(text_of(node)):
            return text_of(node)
    return markup_to_text(markup)
