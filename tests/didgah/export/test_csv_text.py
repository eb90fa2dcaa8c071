"""CSV that spreadsheets open right and cannot be hurt by."""

import csv
import io
from datetime import date, datetime

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from didgah.export.csv_text import BOM, neutral, to_csv


def _rows(content: bytes) -> list[list[str]]:
    decoded = content.decode("utf-8")
    assert decoded.startswith(BOM)
    return list(csv.reader(io.StringIO(decoded.removeprefix(BOM), newline="")))


@pytest.mark.parametrize(
    "hostile", ["=1+1", "+1", "-cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r=1", "  =1+1", "\n@x"]
)
def test_formulas_become_text(hostile):
    frame = pd.DataFrame({"عنوان": [hostile]})
    assert _rows(to_csv(frame))[1] == ["'" + hostile]


def test_formula_in_a_header_or_caption_becomes_text():
    rows = _rows(to_csv(pd.DataFrame({"a": [1]}), {"a": "=evil()"}, ("=evil()",)))
    assert rows[0] == ["'=evil()"]
    assert rows[-1] == ["# =evil()"]


@given(st.lists(st.text(max_size=30), min_size=1, max_size=5))
def test_harmless_text_round_trips(texts):
    frame = pd.DataFrame({"t": pd.Series(texts, dtype=object)})
    back = [row[0] if row else "" for row in _rows(to_csv(frame))[1:]]
    assert back == [neutral(one) for one in texts]


def test_numbers_dates_lists_and_gaps_are_written_plainly():
    frame = pd.DataFrame({
        "n": [-3, 4], "share": [0.5, float("nan")],
        "day": [date(2021, 11, 24), None], "at": [datetime(2021, 1, 2, 3, 4), pd.NaT],
        "languages": [["fa", "ru"], []], "forms": [{"لاوروف": 2}, {}],
    })
    assert _rows(to_csv(frame))[1:] == [
        ["-3", "0.5", "2021-11-24", "2021-01-02T03:04:00", "fa | ru", "لاوروف: 2"],
        ["4", "", "", "", "", ""],
    ]


def test_columns_are_chosen_and_named_and_the_caption_follows():
    frame = pd.DataFrame({"name": ["پوتین"], "n": [12], "open": ["secret"]})
    rows = _rows(to_csv(frame, {"name": "نام", "n": "شمار"}, ("همهٔ خبرها.", "n = 12")))
    assert rows == [["نام", "شمار"], ["پوتین", "12"], [], ["# همهٔ خبرها."], ["# n = 12"]]
