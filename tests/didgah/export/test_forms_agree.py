"""One dossier in every form: the same sentences and the same numbers, read back from the files."""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from datetime import UTC, date, datetime

import openpyxl
import pytest
from pptx import Presentation

from didgah.briefing import compose
from didgah.briefing.context import Context
from didgah.briefing.dossier import dossier
from didgah.briefing.items import Briefing, Item
from didgah.briefing.slides import Chart, Deck, Table
from didgah.export import one_page
from didgah.export.deck_json import to_json
from didgah.export.deck_page import to_html
from didgah.export.pptx.deck import to_pptx
from didgah.export.workbook import to_xlsx
from didgah.filters import Filters
from didgah.language.messages import text
from didgah.language.numbers import format_number
from didgah.queries import meetings
from tests.didgah.export.page_reader import Page
from tests.didgah.export.pdf_reader import browser, poppler, words_of

MADE = datetime(2026, 11, 24, tzinfo=UTC)
# Poppler sets figures and words of a line from right to left without the space between them, and
# a hamza behind the letter it stands on.
_WORD = re.compile(r"\d+|[^\W\d]+")
_ABOVE = str.maketrans("", "", "\u0654")
_MARKS = re.compile("[\u200e\u200f\u2066-\u2069\u202a-\u202e]")


def plain(words: str) -> str:
    """Words without marks of direction, in one line: forms differ in these alone."""
    return " ".join(_MARKS.sub("", words).split())


@pytest.fixture(params=["fa", "en"])
def made(request, small_snapshot) -> Deck:
    """A dossier and a few charts on one deck."""
    context = Context(small_snapshot, request.param, "https://didgah.example/", date(2026, 11, 24))
    frame = meetings.timeline(small_snapshot, Filters())
    most = frame.sort_values("articles", ascending=False).iloc[0]["meeting"]
    items = tuple(Item(f"a{n}", kind) for n, kind in enumerate(("coverage", "ranking")))
    charts = compose.deck(Briefing("b1", "t", request.param, "", items, MADE, MADE), context, MADE)
    slides = (*dossier(most, Filters(), context), *charts.slides)
    return compose.deck_of("t", slides, context, MADE, "https://didgah.example/")


def pages(deck: Deck) -> dict[str, list[str]]:
    """Form → what it says of each slide, in order; everything it says for those without parts."""
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(deck)))
    sheets = [plain(" ".join(str(cell.value) for row in sheet.iter_rows() for cell in row
                             if cell.value is not None))
              for sheet in book.worksheets[1: 1 + len(deck.slides)]]
    shown = plain(" ".join(_texts(to_pptx(deck))))
    page = plain(Page(to_html(deck, room=False)).all("body")[0][1])
    parts = [plain(json.dumps(one, ensure_ascii=False))
             for one in json.loads(to_json(deck))["deck"]["slides"]]
    everywhere = len(deck.slides)
    return {"xlsx": sheets, "pptx": [shown] * everywhere, "html": [page] * everywhere,
            "json": parts}


def _texts(presentation: bytes) -> list[str]:
    said = []
    for slide in Presentation(io.BytesIO(presentation)).slides:
        for shape in slide.shapes:
            if shape.has_text_frame:
                said.append(shape.text_frame.text)
            if shape.has_table:
                said += [cell.text for row in shape.table.rows for cell in row.cells]
    return said


def test_every_form_says_the_same_of_every_slide(made) -> None:
    for form, said in pages(made).items():
        for slide, words in zip(made.slides, said, strict=True):
            for part in (slide.headline, slide.reading, slide.n_words):
                if form == "xlsx" and part == slide.n_words and part:
                    assert str(slide.n) in words
                else:
                    assert plain(part) in words, (form, slide.kind, part)


def test_the_numbers_of_charts_and_tables_are_the_same(made) -> None:
    book = openpyxl.load_workbook(io.BytesIO(to_xlsx(made)))
    drawn = [shape.chart for slide in Presentation(io.BytesIO(to_pptx(made))).slides
             for shape in slide.shapes if shape.has_chart]
    parts = json.loads(to_json(made))["deck"]["slides"]
    checked = 0
    for place, slide in enumerate(made.slides):
        values = [cell.value for row in book.worksheets[place + 1].iter_rows() for cell in row
                  if isinstance(cell.value, int | float)]
        if isinstance(slide.body, Table):
            own = [cell.value for row in slide.body.rows for cell in row
                   if isinstance(cell.value, int | float)]
            assert values[-len(own):] == own if own else True
        if isinstance(slide.body, Chart):
            own = [value for one in slide.body.series for value in one.values]
            assert sorted(set(own) - set(values), key=str) == []
            said = [value for one in parts[place]["body"]["series"] for value in one["values"]]
            assert said == own
            chart = drawn.pop(0)
            shown = [value for one in chart.plots[0].series for value in one.values]
            assert sorted(shown) == pytest.approx(sorted(own))
            checked += 1
    assert checked == 2
    assert drawn == []


@pytest.mark.browser
@browser
@poppler
def test_the_sheet_says_the_same_of_its_findings(made) -> None:
    whole = words_of(one_page.to_pdf(made)).translate(_ABOVE)
    heading = text("one_page.findings", made.language)
    below = plain(next(one.headline for one in made.slides if isinstance(one.body, Chart)))
    part = whole.partition(heading)[2].partition(below.translate(_ABOVE))[0]
    findings = [one for one in made.slides if one.body is not None][:3]
    said = " ".join(f"{one.headline} {one.n_words} {one.reading}" for one in findings)
    numbered = counted(part)
    numbered.subtract(format_number(n, made.language) for n in (1, 2, 3))
    assert counted(said) == numbered


def counted(said: str) -> Counter[str]:
    """Its words and figures, each by itself, and how often."""
    return Counter(_WORD.findall(plain(said).translate(_ABOVE)))
