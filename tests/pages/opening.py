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
        self.feed(text)
        self.close()

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def links(self) -> list[str]:
        """The addresses of all links."""
        return [attrs["href"] or "" for tag, attrs in self.elements if "href" in attrs]
