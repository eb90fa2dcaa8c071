"""A page read back by Python's own parser: its elements, its words, what it would load."""

from __future__ import annotations

import base64
import hashlib
from html.parser import HTMLParser

VOID = {"meta", "br", "img", "link", "input"}


class Page(HTMLParser):
    """Elements as (tag, attributes, words); raises AssertionError where they do not nest."""

    def __init__(self, written: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str], list[str]]] = []
        self._open: list[tuple[str, dict[str, str], list[str]]] = []
        self.feed(written)
        self.close()
        assert not self._open

    def handle_starttag(self, tag, attrs):
        one = (tag, {name: value or "" for name, value in attrs}, [])
        self.elements.append(one)
        if tag not in VOID:
            self._open.append(one)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, {name: value or "" for name, value in attrs}, []))

    def handle_endtag(self, tag):
        assert self._open.pop()[0] == tag

    def handle_data(self, data):
        for one in self._open:
            one[2].append(data)

    def all(self, tag: str, kind: str = "") -> list[tuple[dict[str, str], str]]:
        """Attributes and words of the elements of a tag, of a class when one is named."""
        return [(attrs, "".join(words)) for name, attrs, words in self.elements
                if name == tag and (not kind or kind in attrs.get("class", "").split())]

    def policy(self) -> str:
        return next(attrs["content"] for attrs, _ in self.all("meta")
                    if attrs.get("http-equiv") == "Content-Security-Policy")


def loads(page: Page) -> list[str]:
    """What the page would ask for without anybody following a link."""
    return [attrs[name] for tag, attrs, _ in page.elements for name in ("src", "srcset", "href")
            if name in attrs and tag != "a"]


def digest(written: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(written.encode()).digest()).decode()
