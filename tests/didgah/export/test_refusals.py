"""The list of refused rows, in the languages of the interface."""

import csv

import pytest

from didgah.export.refusals import refusals_csv
from didgah.model import Rejected

ITEMS = [
    Rejected("a.csv", 3, "rejected.ragged_row", "2 ≠ 3", "=cmd()"),
    Rejected("b.txt", None, "noted.title_from_body", "", "@x\u202e"),
]


@pytest.mark.parametrize(
    ("language", "outcomes"),
    [("en", ["Refused", "Went in, with a note"]),
     ("fa", ["پذیرفته نشد", "افزوده شد، با یادداشت"])],
)
def test_the_table_reads_back_and_runs_nothing(language: str, outcomes: list[str]) -> None:
    data = refusals_csv(ITEMS, language)
    rows = list(csv.reader(data.decode("utf-8-sig").splitlines()))
    assert data.startswith(b"\xef\xbb\xbf")
    assert [row[:3] for row in rows[1:]] == [
        ["a.csv", "3", outcomes[0]], ["b.txt", "", outcomes[1]]]
    assert [row[4:] for row in rows[1:]] == [["2 ≠ 3", "'=cmd()"], ["", "'@x\u202e"]]
