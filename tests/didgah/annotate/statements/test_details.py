"""The office held on the day of an article, and where words were said."""

from datetime import date

from didgah.annotate.statements.details import office_on, with_details
from didgah.model import Entity, MeetingReport, Office, Participant, Registry, Span, Statement
from tests.didgah.annotate.small_world import scene

MINISTER = Office({"en": "Minister"}, date(2010, 1, 1), date(2012, 5, 6), "minister", "place:x")
PRESIDENT = Office({"en": "President"}, date(2012, 5, 7), None, "president", "place:x")
CHAIR = Office({"en": "Chairman"}, date(2014, 1, 1), None, "chairman", "organisation:y")
MEMBER = Office({"en": "Member of a council"}, date(2000, 1, 1), None)


def _person(*offices: Office) -> Entity:
    return Entity("a", "person", {"en": "A"}, offices=offices)


def test_office_is_that_of_the_day():
    person = _person(MEMBER, MINISTER, PRESIDENT, CHAIR)
    assert office_on(person, date(2011, 6, 1)) == "minister@place:x"
    assert office_on(person, date(2012, 5, 7)) == "president@place:x"
    assert office_on(person, date(2020, 1, 1)) == "president@place:x"  # the older of two
    assert office_on(person, date(2005, 1, 1)) == ""


def test_without_a_day_only_the_one_office_ever_held_is_certain():
    assert office_on(_person(PRESIDENT), None) == "president@place:x"
    assert office_on(_person(MINISTER), None) == ""
    assert office_on(_person(MINISTER, PRESIDENT), None) == ""


def test_statement_takes_the_place_of_its_meeting_and_an_unknown_speaker_nothing():
    met = MeetingReport(
        "", None, "bilateral", "kazan", "RU", None, None, "unknown", (), "held",
        (Participant("a", "person", "participant"), Participant("", "person", "participant")),
        (Span(0, 10),),
    )
    registry = Registry({"person:a": _person(PRESIDENT)}, {}, {}, {}, {}, "v")
    said = [Statement("a", "person", "A", "direct", 3, 8, "said"),
            Statement("", "person", "B", "direct", 3, 8, "said")]
    known, unknown = with_details(said, [met], [Span(0, 10)], date(2020, 1, 1), registry)
    assert (known.meeting, known.place, known.office) == (0, "kazan", "president@place:x")
    assert unknown == said[1]


def test_place_is_that_of_the_reporting_clause_and_not_of_the_words():
    told = scene("لاوروف در جده گفت: راه مسکو باز است.\nوی افزود: در کازان کار داریم.")
    assert [s.place for s in told.spoken.statements] == ["jeddah", ""]
    told = scene("Lavrov said in Moscow that the road to Kazan was open.", "en")
    assert [s.place for s in told.spoken.statements] == ["moscow"]
