"""The table of meetings."""

from dataclasses import replace
from datetime import date

import duckdb
import pytest

from didgah.model import Meeting, Participant, ReportRef, Reprint
from didgah.store import events, tables
from tests.corpus_factory import invited

MEETING = Meeting(
    "r-1", False, "svg", "session", {"fa": "نشست", "en": "Session"}, date(2021, 5, 1), None, "day",
    "held", "kazan", "RU",
    (*invited("person:putin", "person:lavrov"), *invited("person:putin", role="speaker"),
     *invited("person:raisi", role="absent"), Participant("", "person", "host", "A guest")),
    (ReportRef("x", 0), ReportRef("y", 2)),
)


@pytest.fixture
def written(tmp_path, small_registry):
    path = tmp_path / "events.duckdb"
    events.write(path, [MEETING, replace(MEETING, id="r-2", place="", reports=())],
                 {"x": 4, "y": 9}, small_registry)
    with duckdb.connect(str(path), read_only=True) as db:
        yield db


def test_a_meeting_has_its_parties_once_and_no_absent_one_is_counted(written):
    row = written.execute("SELECT parties, n_participants FROM meetings WHERE id = 'r-1'")
    assert row.fetchone() == (["person:putin", "person:lavrov", "person:raisi"], 3)


def test_coordinates_are_those_of_the_place_or_missing(written):
    rows = written.execute("SELECT id, latitude, longitude FROM meetings ORDER BY id").fetchall()
    assert rows == [("r-1", 55.0, 49.0), ("r-2", None, None)]


def test_reports_are_tied_by_article_number(written):
    assert written.execute("SELECT * FROM meeting_reports ORDER BY a").fetchall() == [
        ("r-1", 4, 0), ("r-1", 9, 2)]
    parties = written.execute(
        "SELECT entity, role FROM meeting_parties WHERE meeting = 'r-1'").fetchall()
    assert sorted(parties) == [
        ("person:lavrov", "participant"), ("person:putin", "participant"),
        ("person:putin", "speaker"), ("person:raisi", "absent")]


def test_reprints_are_read_as_they_were_written(tmp_path, small_registry):
    path = tmp_path / "events.duckdb"
    told = [(3, Reprint("x", "x", True, 1.0, 1.0, 1.0)),
            (7, Reprint("x", "y", False, 0.4, 0.9, 0.45, False))]
    events.write(path, [], {}, small_registry, reprints=told)
    assert events.reprints(path) == told


def test_no_meeting_at_all_makes_empty_tables(tmp_path, small_registry):
    path = tmp_path / "events.duckdb"
    events.write(path, [], {}, small_registry)
    with duckdb.connect(str(path), read_only=True) as db:
        for table in tables.EVENTS:
            assert db.execute(f"SELECT count(*) FROM {table.get_name()}").fetchone() == (0,)
