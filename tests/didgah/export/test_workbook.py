"""What stands in the workbook, read back by another library."""

from __future__ import annotations

import io
from datetime import datetime

import openpyxl
import pytest
from hypothesis import given, settings

from didgah.export.workbook import to_xlsx
from tests.didgah.export import decks


def read(deck):
    return openpyxl.load_workbook(io.BytesIO(to_xlsx(deck)))


def cells(sheet) -> list[object]:
    return [cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None]


@pytest.mark.parametrize(("language", "mirrored"), [("fa", True), ("ar", True), ("ru", False),
                                                    ("en", False)])
def test_sheets_run_as_their_language_does(language, mirrored) -> None:
    book = read(decks.deck(language, decks.slide(decks.chart())))
    assert len(book.sheetnames) == 4
    assert {bool(one.sheet_view.rightToLeft) for one in book} == {mirrored}


def test_numbers_days_and_shares_are_values() -> None:
    deck = decks.deck("fa", decks.slide(decks.chart()), decks.slide(decks.timeline(), 2),
                      decks.slide(decks.chart("bars", ((0.5, 0.25),), True, True), 3))
    book = read(deck)
    columns, marks, bars = (book.worksheets[n] for n in (1, 2, 3))
    assert [one for one in cells(columns) if isinstance(one, int)][-6:] == [3, 1, 0, 4, 7, 2]
    assert datetime(2024, 1, 5) in cells(marks)
    shares = {cell.value: cell.number_format for row in bars.iter_rows() for cell in row
              if isinstance(cell.value, float)}
    assert shares[0.5] == "0.0%"
    assert set(shares) == {0.5, 0.25, 0.4, 0.6, 0.2, 0.3}


def test_contents_lead_to_sheets_whatever_their_headlines() -> None:
    same = [decks.slide(decks.chart(), n, "A/B: [x]*? 'very' long headline of one slide")
            for n in range(1, 4)]
    book = read(decks.deck("en", *same, decks.slide(None, 4, "History"),
                           decks.slide(None, 5, "")))
    targets = [cell.hyperlink.location for row in book.worksheets[0].iter_rows() for cell in row
               if cell.hyperlink]
    assert [one.split("!")[0].strip("'") for one in targets] == book.sheetnames[1:6]
    assert all(len(one) <= 31 for one in book.sheetnames)


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =cmd|' /C calc'!A0"])
def test_a_formula_in_a_text_stays_a_text(formula) -> None:
    book = read(decks.deck("en", decks.slide(decks.quotes(formula), 1, formula)))
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f"
                if isinstance(cell.value, str):
                    assert not cell.value.lstrip().startswith(("=", "+", "-", "@"))


def test_links_lead_to_the_web_only_and_long_texts_say_that_they_are_cut() -> None:
    deck = decks.deck("en", decks.slide(decks.quotes("x" * 40_000)))
    book = read(deck)
    targets = {cell.hyperlink.target for sheet in book for row in sheet.iter_rows()
               for cell in row if cell.hyperlink and cell.hyperlink.target}
    assert targets
    assert all(one.startswith(("http://", "https://")) for one in targets)
    assert max(len(one) for one in cells(book.worksheets[1]) if isinstance(one, str)) == 32_767
    assert any(str(one).endswith("…") for one in cells(book.worksheets[1]))


@settings(max_examples=25, deadline=None)
@given(decks.decks)
def test_any_deck_is_a_workbook_that_opens(deck) -> None:
    book = read(deck)
    assert len(book.sheetnames) == len(deck.slides) + 3
    assert len({one.casefold() for one in book.sheetnames}) == len(book.sheetnames)
