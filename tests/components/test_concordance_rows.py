"""The concordance as HTML: columns in order, isolated pieces, nothing that runs."""

from __future__ import annotations

from html.parser import HTMLParser

import pandas as pd

from components.concordance import rows

FRAME = pd.DataFrame(
    {
        "article": ["a1", "a2"], "title": ["عنوان", '"><script>alert(1)</script>'],
        "outlet_name": ["میز نمونه", "<b>x</b>"], "day": pd.to_datetime(["2021-11-24", None]),
        "left": ["در این ", "A \u202e"], "keyword": ["نشست", "<i>نشست</i>"],
        "right": [" گفته شد", " & after"], "start": [7, 3], "end": [11, 7],
    }
)


class _Cells(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.cells: list[tuple[str, str]] = []
        self.tags: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        if tag in ("span", "a"):
            self.cells.append((dict(attrs)["class"], ""))

    def handle_data(self, data):
        if self.cells:
            name, words = self.cells[-1]
            self.cells[-1] = name, words + data


def test_each_line_has_its_four_columns_in_order():
    html = rows(FRAME, "fa", "fa", lambda article, at: f"reader?article={article}&at={at}")
    cells = _Cells(html).cells
    assert [name for name, _ in cells] == ["from", "before", "keyword", "after"] * 2
    assert [words.strip() for _, words in cells[1:4]] == ["در این", "نشست", "گفته شد"]
    assert 'href="reader?article=a1&amp;at=7"' in html
    assert "۳ آذر ۱۴۰۰" in cells[0][1]
    assert '<div class="kwic" lang="fa" dir="rtl"' in html


def test_hostile_pieces_are_text():
    html = rows(FRAME, "en", "en", lambda article, at: "reader")
    assert set(_Cells(html).tags) <= {"div", "span", "bdi", "a"}
    assert "\u202e" not in html
    assert "[RLO]" in html
    assert "Date unknown" in html or "unknown" in html.lower()
