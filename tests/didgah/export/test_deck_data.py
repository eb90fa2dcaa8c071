"""The data of a deck in files for programs: the same numbers, and nothing that runs."""

from __future__ import annotations

import csv
import io
import json
import zipfile

from hypothesis import given, settings

from didgah.export.deck_calendar import to_calendar
from didgah.export.deck_csv import to_zip
from didgah.export.deck_json import to_json
from tests.didgah.export import decks


def tables(deck) -> dict[str, list[list[str]]]:
    with zipfile.ZipFile(io.BytesIO(to_zip(deck))) as files:
        return {name: list(csv.reader(io.StringIO(files.read(name).decode("utf-8-sig"))))
                for name in files.namelist()}


def test_json_says_every_number_and_the_kind_of_every_body() -> None:
    deck = decks.deck("fa", decks.slide(decks.chart()), decks.slide(decks.timeline(), 2))
    said = json.loads(to_json(deck))
    assert said["didgah"] == 1
    first, second = said["deck"]["slides"]
    assert first["body"]["type"] == "Chart"
    assert [one["values"] for one in first["body"]["series"]] == [[3, 0, 7], [1, 4, 2]]
    assert second["body"]["marks"][0]["first"] == "2024-01-05"
    assert second["body"]["marks"][4]["first"] is None
    assert said["deck"]["version"] == deck.version


def test_each_slide_is_a_csv_with_its_numbers_and_what_they_rest_on() -> None:
    deck = decks.deck("en", decks.slide(decks.chart()), decks.slide(decks.quotes("=1+1"), 2))
    found = tables(deck)
    assert list(found) == ["01-coverage.csv", "02-coverage.csv", "evidence.csv"]
    rows = found["01-coverage.csv"]
    assert [row[2:] for row in rows[1:4]] == [["3", "1"], ["0", "4"], ["7", "2"]]
    assert any(deck.version in "".join(row) for row in rows)
    assert "'=1+1" in found["02-coverage.csv"][1]
    assert to_zip(deck) == to_zip(deck)


def test_the_calendar_has_what_is_to_come_once() -> None:
    deck = decks.deck("fa", decks.slide(decks.timeline()), decks.slide(decks.timeline(), 2))
    said = to_calendar(deck).decode()
    assert said.count("BEGIN:VEVENT") == 1
    assert "UID:m4@didgah" in said
    assert "DTSTART;VALUE=DATE:20240601" in said


@settings(max_examples=25, deadline=None)
@given(decks.decks)
def test_any_deck_is_written(deck) -> None:
    assert json.loads(to_json(deck))["deck"]["type"] == "Deck"
    assert len(tables(deck)) == len(deck.slides) + 1
    assert to_calendar(deck).startswith(b"BEGIN:VCALENDAR")
