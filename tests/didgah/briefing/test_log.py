"""The log of briefings: grows, survives a torn line, names a damaged one, loses nothing."""

import json
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from didgah.briefing.items import BriefingError, Item, item_row
from didgah.briefing.log import append, load, new_event

_ROW = '{"id": "a1", "at": "%s", "briefing": "b", "action": "%s", "value": {}}'
NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)


def event(action="renamed", briefing="b1", **value):
    return new_event(action, briefing, NOW, **(value or {"title": "نشست"}))


def test_the_file_grows_and_comes_back(tmp_path):
    path = tmp_path / "store" / "briefings.jsonl"
    assert load(path) == ()
    first = event("created", title="الف", language="fa", version="abc123")
    second = event("added", item=item_row(Item("i1", "meeting", about={"meeting": "x"})))
    append(path, first)
    before = path.read_bytes()
    append(path, second)
    assert path.read_bytes().startswith(before)
    assert load(path) == (first, second)


@pytest.mark.parametrize("cut", [1, 10, 30])
def test_a_line_that_a_writer_died_in_harms_nobody(tmp_path, cut):
    path = tmp_path / "briefings.jsonl"
    first, lost, second = event(), event(), event()
    append(path, first)
    append(path, lost)
    path.write_bytes(path.read_bytes()[:-cut])
    assert load(path) == (first,)
    append(path, second)
    assert load(path) == (first, second)


@pytest.mark.parametrize(("line", "reason"), [
    ('{"id": "torn', "Unterminated"), ("[]", "no event"), ('{"id": "a", "value": 3}', "no event"),
    (_ROW % ("2026-01-01T00:00:00", "deleted"), "without its zone"),
    (_ROW % ("then", "deleted"), "isoformat"), (_ROW % ("2026-01-01T00:00:00Z", "burnt"), "burnt"),
])
def test_damage_names_file_and_line(tmp_path, line, reason):
    path = tmp_path / "briefings.jsonl"
    append(path, event())
    with path.open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    append(path, event())
    with pytest.raises(BriefingError, match=rf"briefings\.jsonl:2: .*{reason}"):
        load(path)


@pytest.mark.parametrize(("action", "value"), [
    ("created", {"title": "x"}), ("created", {"title": "x", "language": "xx", "version": ""}),
    ("created", {"title": "x", "language": "fa", "version": "../etc"}),
    ("renamed", {"title": "x" * 300}), ("renamed", {"title": 3}), ("renamed", {"title": "\ud800"}),
    ("added", {"item": "i1"}), ("added", {"item": {"id": "i1", "kind": "pie"}}),
    ("moved", {"item": "i1", "to": -1}), ("moved", {"item": "i1", "to": True}),
    ("removed", {"item": "../x"}), ("deleted", {"title": "x"}), ("returned", {"to": 3}),
    ("edited", {"item": "i1", "notes": "x" * 3000}),
])
def test_what_makes_no_sense_is_not_written(action, value):
    with pytest.raises(BriefingError):
        new_event(action, "b1", NOW, **value)


def test_half_of_a_character_pair_in_the_file_is_refused_in_words(tmp_path):
    path = tmp_path / "briefings.jsonl"
    append(path, event())
    path.write_text(path.read_text(encoding="utf-8").replace("نشست", r"\ud800"), encoding="utf-8")
    with pytest.raises(BriefingError, match=r"briefings\.jsonl:1: "):
        load(path)


@settings(max_examples=50)
@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_in_words(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("log") / "briefings.jsonl"
    path.write_bytes(data)
    with suppress(BriefingError):
        load(path)


def _write(path, name):
    for _ in range(25):
        append(path, new_event("renamed", name, NOW, title="x" * 200))


def test_two_writers_lose_nothing(tmp_path):
    path = tmp_path / "briefings.jsonl"
    with ProcessPoolExecutor(2) as pool:
        list(pool.map(_write, [path, path], ["b1", "b2"]))
    found = load(path)
    assert sorted(one.briefing for one in found) == ["b1"] * 25 + ["b2"] * 25
    assert len({one.id for one in found}) == 50
    assert all(json.loads(line) for line in path.read_text().splitlines())
