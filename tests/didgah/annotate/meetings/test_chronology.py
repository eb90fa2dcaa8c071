"""Joining reports to known meetings, and never wrongly."""

from datetime import date

import pytest

from didgah import registry
from didgah.annotate.meetings.chronology import (
    bilateral_series,
    chronology_of,
    join_encounter,
    join_session,
    persons_of,
)
from didgah.annotate.meetings.circumstances import When, Where
from didgah.annotate.sentences.background import background_of
from tests.didgah.annotate.small_world import small_registry


@pytest.fixture(scope="module")
def world():
    return chronology_of(small_registry()), background_of(small_registry())


def day(*numbers: int) -> When:
    return When(date(*numbers), date(*numbers), "day")


KAZAN, JEDDAH = Where("kazan", "RU", True), Where("jeddah", "SA", True)
RUSSIA, SAUDI = Where("russia", "RU"), Where("saudi", "SA")


@pytest.mark.parametrize(("when", "where", "known"), [
    (day(2021, 11, 24), JEDDAH, "svg-2021"),
    (day(2021, 11, 24), Where(), "svg-2021"),
    (day(2021, 11, 22), SAUDI, "svg-2021"),  # within the tolerance
    (day(2021, 11, 24), KAZAN, None),
    (day(2021, 11, 10), JEDDAH, None),
    (day(2022, 11, 24), JEDDAH, None),
    (When(date(2021, 1, 1), date(2021, 12, 31), "year"), Where(), "svg-2021"),
    (When(date(2021, 11, 1), date(2021, 11, 30), "month"), JEDDAH, "svg-2021"),
    (When(date(2021, 10, 1), date(2021, 10, 31), "month"), JEDDAH, None),
    (When(), JEDDAH, None),
])
def test_sessions_join_by_day_and_place(world, when, where, known):
    found = join_session(world[0], "vision", when, where, None, False)
    assert (found.id if found else None) == known


def test_undated_session_joins_what_is_fresh_or_near_ahead(world):
    def join(published, announced=False):
        found = join_session(world[0], "vision", When(), Where(), published, announced)
        return found.id if found else None

    assert join(date(2021, 11, 25)) == "svg-2021"
    assert join(date(2021, 12, 10)) is None
    assert join(date(2021, 11, 1)) is None
    assert join(date(2021, 11, 1), announced=True) == "svg-2021"
    assert join(date(2021, 5, 1), announced=True) is None


@pytest.mark.parametrize(("parties", "known"), [
    ([("person", "putin"), ("person", "erdogan")], "tr-2021"),
    ([("person", "putin"), ("place", "turkey")], "tr-2021"),
    ([("person", "putin"), ("place", "china")], None),
    ([("person", "lavrov"), ("person", "erdogan")], None),
    ([("person", "putin"), ("person", "lavrov")], None),
])
def test_encounters_join_by_both_sides(world, parties, known):
    found = join_encounter(world[0], parties, day(2021, 9, 29), Where(), None, world[1])
    assert (found.id if found else None) == known


def test_bilateral_series_from_countries_and_people(world):
    chronology, background = world
    assert bilateral_series(
        chronology, [("person", "lavrov"), ("place", "turkey")], background) == "russia_turkiye"
    assert bilateral_series(
        chronology, [("person", "erdogan"), ("place", "saudi")], background) == ""


def test_every_known_meeting_with_a_day_finds_itself_and_no_other():
    """The whole chronology against itself: a report that repeats a row joins that row."""
    known = registry.load()
    chronology, background = chronology_of(known), background_of(known)
    wrong, missed, tried = [], 0, 0
    for meeting in known.meetings.values():
        when = When(meeting.first, meeting.last, meeting.precision)
        where = Where(meeting.place, meeting.country, bool(meeting.place))
        if meeting.kind == "bilateral":
            parties = [("person", p) for p in sorted(persons_of(meeting))]
            if len(parties) < 2:
                continue
            found = join_encounter(chronology, parties, when, where, None, background)
        else:
            found = join_session(chronology, meeting.series, when, where, None, False)
        tried += 1
        missed += found is None
        if found is not None and found is not meeting:
            wrong.append((meeting.id, found.id))
    assert wrong == []
    assert tried > 200
    assert missed <= tried * 0.03
