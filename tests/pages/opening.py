"""Opening a page as a visitor does: through the real shell, by its address."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path

from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[2]
MAIN = ROOT / "components" / "shell" / "main.py"


def open_page(name: str, **params: str | list[str]) -> AppTest:
    """The page `name` with these query parameters, run once; DIDGAH_HOME must be set."""
    app = AppTest.from_file(str(MAIN), default_timeout=60)
    app.run()
    for key, value in params.items():
        app.query_params[key] = value
    app.switch_page(f"../../pages/{name}.py")
    app.run()
    return app


def shown(app: AppTest) -> str:
    """All HTML that the page puts out, its own style sheets aside."""
    blocks = [block.proto.body for block in app.get("html")]
    return "\n".join(one for one in blocks if not one.startswith("<style"))


def component(app: AppTest, name: str) -> dict:
    """What the component `name` is sent. Raises StopIteration when it is not on the page."""
    found = next(one for one in app.get("bidi_component") if one.proto.component_name == name)
    return json.loads(found.proto.json)


class Markup(HTMLParser):
    """Reads HTML as a browser does: its words, and its elements with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        # For each of `words` and of `elements`: the elements it stands in, outermost first.
        self.around: tuple[list[list[int]], list[list[int]]] = ([], [])
        self._open: list[int] = []
        self.feed(text)
        self.close()

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        self.around[0].append([*self._open])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.around[1].append([*self._open])
        if tag not in ("img", "br", "hr", "input"):
            self._open.append(len(self.elements))
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self.elements[self._open.pop()][0] != tag:
            pass

    def within(self, name: str) -> list[tuple[str, dict[str, str | None]]]:
        """The elements inside those of class `name`."""
        return [
            one for one, outer in zip(self.elements, self.around[1], strict=True)
            if any(name in (self.elements[at][1].get("class") or "").split() for at in outer)
        ]

    def spoken(self) -> list[tuple[str, str, str]]:
        """(words, `lang`, `dir`) of every run of words; "" where no element around says it."""
        return [
            (words, *(next((attrs[what] or "" for at in reversed(outer)
                            if what in (attrs := self.elements[at][1])), "")
                      for what in ("lang", "dir")))
            for words, outer in zip(self.words, self.around[0], strict=True)
        ]

    def links(self) -> list[str]:
        """The addresses of all links."""
        return [attrs["href"] or "" for tag, attrs in self.elements if "href" in attrs]
