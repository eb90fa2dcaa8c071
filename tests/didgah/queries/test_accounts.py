"""Accounts of one meeting side by side, against what was written into the reports."""

from datetime import date

import pytest

from didgah.model import Meeting, MeetingReport, Participant, Published, Span
from didgah.queries.accounts import (
    Passage,
    ReportView,
    Side,
    disagreements,
    sides,
    statuses,
)
from tests.didgah.annotate.small_world import small_registry

DAY = date(2021, 5, 10)


def view(name, day, status="held", people=(), words=None, place="", first=DAY):
    report = MeetingReport(
        "", None, "bilateral", place, "", first, first, "day", (), status, tuple(people),
        (Span(0, 5),), True, words,
    )
    passages = (Passage("First.", 0, 6), Passage("Second.", 7, 14))
    return ReportView(name, 0, name, "", name, "en", Published(day, "day", "stated"), "", report,
                      passages)


def meeting(status="held", people=(), place=""):
    return Meeting("m", False, "", "bilateral", {}, DAY, DAY, "day", status, place, "",
                   tuple(people))


def test_statuses_in_turn_each_with_its_sentence():
    told = statuses([
        view("c", date(2021, 5, 9), "postponed", words=Span(8, 10)),
        view("a", date(2021, 5, 1), "announced", words=Span(0, 3)),
        view("b", date(2021, 5, 2), "announced"),
        view("d", date(2021, 6, 1), "held"),
    ])
    assert [(one.status, one.view.article) for one in told] == [
        ("announced", "a"), ("postponed", "c"), ("held", "d")]
    assert told[1].passage == Passage("Second.", 7, 14)


def test_status_contradicts_unless_it_was_only_announced():
    views = [view("a", DAY, "announced"), view("b", DAY, "cancelled"), view("c", DAY)]
    found, = disagreements(small_registry(), meeting(), views)
    assert (found.field, found.held, found.reported, found.articles) == (
        "status", "held", "cancelled", ("b",))


def test_two_readers_of_one_message_contradict():
    one, other = (Participant(p, "person", "message_reader") for p in ("lavrov", "minnikhanov"))
    views = [view("a", DAY, people=[one]), view("b", DAY, people=[other])]
    found, = disagreements(small_registry(), meeting(people=[one, other]), views)
    assert (found.field, found.articles) == ("role", ("b",))
    assert found.reported == ("message_reader", (("person:minnikhanov", ""),))


def test_somebody_seen_there_and_said_to_have_stayed_away():
    there = Participant("lavrov", "person", "participant")
    away = Participant("lavrov", "person", "absent")
    found, = disagreements(small_registry(), meeting(people=[there]),
                           [view("a", DAY, people=[there]), view("b", DAY, people=[away])])
    assert (found.field, found.articles) == ("absent", ("b",))


@pytest.mark.parametrize("place", ["", "turkey", "ankara"])
def test_a_country_holds_its_city(place):
    assert disagreements(small_registry(), meeting(place="ankara"),
                         [view("a", DAY, place=place)]) == ()


def test_sides_are_the_highest_of_each_country():
    people = [
        Participant("putin", "person", "participant", level="head_of_state"),
        Participant("lavrov", "person", "participant", level="minister"),
        Participant("erdogan", "person", "participant", level="head_of_government"),
        Participant("", "person", "participant", name="X", level="ambassador"),
    ]
    assert sides(small_registry(), meeting(people=people)) == (
        Side("RU", "head_of_state"), Side("TR", "head_of_government"), Side("", "ambassador"))
