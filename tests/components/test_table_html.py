"""Short tables as HTML: everything in them is text, and links lead nowhere unsafe."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from components.tables import Cell, _cell
from tests.pages.opening import Markup, shown


@pytest.mark.parametrize(
    "address",
    ["javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\nscript:x",
     "data:text/html,x", "//evil.example/x", "\\\\evil.example", "http:", "vbscript:x", "file:///etc",
     "http://["],
)
def test_unsafe_addresses_are_no_links(address):
    assert Markup(_cell(Cell("text", href=address))).links() == []


@pytest.mark.parametrize(
    "address", ["reader?article=1", "./?lang=en", "https://example.org/a?b=c", "http://x.example"]
)
def test_own_and_web_addresses_are_links(address):
    assert Markup(_cell(Cell("text", href=address))).links() == [address]


def test_links_that_leave_open_beside_and_own_ones_stay():
    outside = Markup(_cell(Cell("a", href="https://example.org"))).elements
    inside = Markup(_cell(Cell("a", href="reader"))).elements
    assert ("a", {"href": "https://example.org", "target": "_blank",
                  "rel": "noopener noreferrer"}) in outside
    assert next(attrs for tag, attrs in inside if tag == "a")["target"] == "_self"


def test_overrides_of_direction_do_not_leave_their_cell():
    assert "\u202e" not in _cell(Cell("\u202eabc", title="\u202eabc"))


def test_bars_stay_within_their_cell():
    assert "--bar:1.000" in _cell(Cell("9", bar=7.0))
    assert "--bar:0.000" in _cell(Cell("9", bar=-1.0))


def test_cells_header_and_caption_are_escaped():
    def page() -> None:
        from components import tables

        hostile = "<script>alert(1)</script>'\"&"
        tables.short([hostile], [[hostile, tables.Cell(hostile, title=hostile)]], caption=hostile)

    app = AppTest.from_function(page)
    app.run()
    read = Markup(shown(app))
    assert "script" not in {tag for tag, _ in read.elements}
    assert "".join(read.words).count("<script>alert(1)</script>'\"&") == 4
    assert {"title": "<script>alert(1)</script>'\"&", "class": ""} in [
        attrs for tag, attrs in read.elements if tag == "td"
    ]
