"""RSS 0.9 to 2.0 and Atom: each item is an article.

Elements are known by their local names, so that a feed in an unusual namespace still reads.
Entities are not resolved and nothing is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from didgah.readers.clean import one_line
from didgah.readers.reading import Item, Reading, Source, refused
from didgah.readers.row import article_of, is_address
from didgah.readers.unreadable import Unreadable

_ITEMS = ("item", "entry")
_DATES = ("pubdate", "published", "issued", "date", "created", "updated", "modified")
_BODIES = ("encoded", "content", "fulltext", "body")
_SUMMARIES = ("description", "summary", "subtitle")
# «خبرگزاری مهر | اخبار ایران و جهان»: the name comes before the first divider.
_DIVIDER = re.compile(r"\s*(?:\||::|؛|،|\s[-–—]\s)\s*")
# What WordPress puts under each item.
_FOOTER = re.compile(
    r"(?:<p>\s*)?(?:The post|نوشته) <a .{1,2000}?"
    r"(?:first appeared on|appeared first on|اولین بار در)\s.{1,500}\Z", re.DOTALL
)
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def read_feed(source: Source, reading: Reading) -> Iterator[Item]:
    """Articles of a feed, in its order. A feed that is not well-formed is read as far as it is.

    Raises Unreadable when there is no item in it.
    """
    limits = reading.options.limits
    if source.size > limits.file_bytes:
        raise Unreadable("rejected.file_too_large")
    about: dict[str, str] = {}
    count = 0
    parser = etree.iterparse(
        source.stream, events=("start", "end"), recover=True, resolve_entities=False,
        no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True,
    )
    inside = 0
    try:
        for event, node in parser:
            name = _local(node)
            if event == "start":
                inside += name in _ITEMS
                continue
            if name in _ITEMS:
                inside -= 1
                count += 1
                values = _item(node, about, reading)
                yield from article_of(values, source.name, node.sourceline, reading.options,
                                      known_from="feed")
                _forget(node)
            elif not inside:
                _note(node, name, about)
    except etree.XMLSyntaxError as error:
        if not count:
            raise Unreadable("rejected.broken_xml", str(error)) from error
        yield refused(source.name, error.lineno, "rejected.broken_xml", error.msg)
        return
    problem = next((e for e in parser.error_log if e.level >= etree.ErrorLevels.ERROR), None)
    if not count:
        raise Unreadable("rejected.broken_xml" if problem else "rejected.no_items",
                         problem.message if problem else "", problem.line if problem else None)
    if problem:
        yield refused(source.name, problem.line, "noted.feed_repaired", problem.message)


def _local(node: etree._Element) -> str:
    return node.tag.rpartition("}")[2].lower() if isinstance(node.tag, str) else ""


def _forget(node: etree._Element) -> None:
    """Free an item and what came before it: memory does not grow with the feed."""
    node.clear(keep_tail=False)
    while node.getprevious() is not None:
        del node.getparent()[0]


def _note(node: etree._Element, name: str, about: dict[str, str]) -> None:
    """What the feed says of itself: title, language."""
    parent = _local(node.getparent()) if node.getparent() is not None else ""
    if name in ("title", "language") and parent in ("channel", "feed", "rdf"):
        about.setdefault(name, _text(node))


def _item(node: etree._Element, about: dict[str, str], reading: Reading) -> dict[str, object]:
    found: dict[str, str] = {}
    for child in node:
        name = _local(child)
        if name == "link" and not (child.text or "").strip():
            if child.get("rel", "alternate") == "alternate" and child.get("href"):
                found.setdefault("link", child.get("href", "").strip())
        elif name == "guid":
            if child.get("isPermaLink", "true").lower() == "true":
                found.setdefault(name, _text(child).strip())
        elif name not in found or not found[name].strip():
            found[name] = _text(child)
    parent = node.getparent()
    # Atom's `source` is an element with children; RSS's is the outlet's name.
    source = found.get("source", "") if node.find("{*}source/{*}id") is None else ""
    link = found.get("link", "").strip()
    guid = found.get("guid", "")
    language = node.get(_XML_LANG) or (parent.get(_XML_LANG) if parent is not None else None)
    return {
        "title": found.get("title", ""),
        "body": _first(found, _BODIES),
        "abstract": _first(found, _SUMMARIES),
        "date": _first(found, _DATES),
        "url": link or (guid if is_address(guid, reading.options.limits) else ""),
        "outlet": one_line(source) or _outlet(about.get("title", "")),
        "language": language or about.get("language", ""),
    }


def _first(found: dict[str, str], names: tuple[str, ...]) -> str:
    text = next((found[name] for name in names if found.get(name, "").strip()), "")
    return _FOOTER.sub("", text.rstrip())


def _text(node: etree._Element) -> str:
    """Text of an element; XHTML inside it as markup, to be reduced like any other."""
    if len(node) == 0:
        return node.text or ""
    inner = [node.text or ""]
    for child in node:
        inner.append(etree.tostring(child, encoding="unicode", method="html", with_tail=True))
    return "".join(inner)


def _outlet(title: str) -> str:
    """The outlet's name in a feed's title."""
    return _DIVIDER.split(one_line(title), maxsplit=1)[0]
