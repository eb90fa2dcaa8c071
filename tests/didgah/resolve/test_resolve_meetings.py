"""Reports of many articles become meetings."""

import random
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from didgah.model import MeetingReport, Participant, Published, ReportRef, Span
from didgah.resolve.meetings import resolve_meetings
from tests.didgah.annotate.small_world import MEETINGS, small_registry

DAY = date(2021, 5, 10)


def report(
    people=("putin", "erdogan"), first=DAY, *, kind="bilateral", series="russia_turkiye",
    place="", country="", known=None, status="held", last=None, precision="day", role="participant",
):
    return MeetingReport(
        series, known, kind, place, country, first, last or first,
        precision if first else "unknown", (), status,
        tuple(Participant(p, "person", role) for p in people), (Span(0, 1),),
    )


def told(*reports, published=DAY):
    when = Published(published, "day", "stated") if published else Published()
    return [(f"a{n}", when, one) for n, one in enumerate(reports)]


def resolved(rows):
    return [m for m in resolve_meetings(rows, small_registry()) if m.reports]


def test_known_meetings_are_there_without_reports():
    found = resolve_meetings([], small_registry())
    assert {m.id for m in found} == {m.id for m in MEETINGS}
    assert all(m.known and m.reports == () for m in found)


def test_joined_report_keeps_the_known_interval_and_adds_people():
    meeting, = resolved(told(report(("lavrov",), date(2021, 7, 30), known="kaz-2021",
                                    kind="forum", series="kazanforum", role="speaker")))
    assert (meeting.id, meeting.first, meeting.last) == (
        "kaz-2021", date(2021, 7, 28), date(2021, 7, 30))
    assert [(p.entity, p.role) for p in meeting.participants] == [
        ("minnikhanov", "participant"), ("lavrov", "speaker")]
    assert meeting.reports == (ReportRef("a0", 0),)


def test_reports_of_one_day_are_one_meeting():
    meeting, = resolved(told(report(), report(first=DAY + timedelta(1)),
                             report(place="moscow", country="RU")))
    assert not meeting.known
    assert meeting.id.startswith("r-")
    assert len(meeting.id) == 14
    assert (meeting.place, meeting.country, meeting.first) == ("moscow", "RU", DAY)
    assert len(meeting.reports) == 3


@pytest.mark.parametrize("other", [
    report(first=DAY + timedelta(5)),
    report(first=DAY.replace(year=2020)),
    report(("putin", "lavrov")),
    report(kind="call"),
])
def test_other_day_year_people_or_kind_is_another_meeting(other):
    assert len(resolved(told(report(), other))) == 2


def test_new_year_is_never_bridged():
    eve, day = date(2021, 12, 31), date(2022, 1, 1)
    assert len(resolved(told(report(first=eve), report(first=day)))) == 2


def test_contradicting_places_are_two_meetings():
    rows = told(report(place="moscow", country="RU"), report(place="ankara", country="TR"))
    assert len(resolved(rows)) == 2


def test_undated_report_joins_the_one_fresh_meeting():
    undated = report(first=None)
    meeting, = resolved(told(report(), undated, published=DAY + timedelta(1)))
    assert len(meeting.reports) == 2
    assert meeting.first == DAY


def test_undated_report_between_two_meetings_stays_alone():
    rows = told(report(), report(first=DAY + timedelta(3)), report(first=None),
                published=DAY + timedelta(4))
    assert sorted(len(m.reports) for m in resolved(rows)) == [1, 1, 1]


def test_month_joins_the_only_day_in_it():
    month = report(first=date(2021, 5, 1), last=date(2021, 5, 31), precision="month")
    meeting, = resolved(told(report(), month))
    assert (meeting.first, meeting.precision) == (DAY, "day")


def test_somebody_who_saw_it_held_knows_best():
    meeting, = resolved(told(report(status="announced"), report(status="held")))
    assert meeting.status == "held"
    meeting, = resolved(told(report(status="announced"), report(status="cancelled")))
    assert meeting.status == "cancelled"


def test_names_in_four_languages():
    meeting, = resolved(told(report(place="moscow", country="RU")))
    assert meeting.names == {
        "fa": "دیدار ولادیمیر پوتین و رجب طیب اردوغان، مسکو ۲۰۲۱",
        "ru": "Встреча: Владимир Путин – Реджеп Тайип Эрдоган, Москва 2021",
        "ar": "لقاء فلاديمير بوتين ورجب طيب أردوغان، موسكو 2021",
        "en": "Vladimir Putin – Recep Tayyip Erdogan meeting, Moscow 2021",
    }
    session, = resolved(told(report(("minnikhanov",), kind="session", series="vision",
                                    place="kazan", country="RU")))
    assert session.names["en"] == "vision, Kazan 2021"


def test_index_counts_the_reports_of_an_article():
    when = Published(DAY, "day", "stated")
    rows = [("a", when, report(known="tr-2021")), ("a", when, report(("lavrov", "faisal")))]
    found = {m.id: m.reports for m in resolved(rows)}
    assert found.pop("tr-2021") == (ReportRef("a", 0),)
    assert list(found.values()) == [(ReportRef("a", 1),)]


_REPORTS = st.builds(
    report,
    st.sampled_from([("putin", "erdogan"), ("lavrov", "faisal"), ("putin", "erdogan", "lavrov")]),
    st.one_of(st.none(), st.dates(date(2021, 12, 20), date(2022, 1, 10))),
    kind=st.sampled_from(["bilateral", "call", "visit", "session"]),
    place=st.sampled_from(["", "moscow", "ankara"]),
)


@given(st.lists(_REPORTS, max_size=12), st.randoms(use_true_random=False))
def test_every_report_is_in_one_meeting_whatever_the_order(reports, rng: random.Random):
    rows = told(*reports)
    shuffled = list(rows)
    rng.shuffle(shuffled)
    first = resolve_meetings(rows, small_registry())
    assert first == resolve_meetings(shuffled, small_registry())
    refs = [ref for m in first for ref in m.reports]
    assert sorted(r.article for r in refs) == sorted(a for a, _, _ in rows)
    assert len({m.id for m in first}) == len(first)
    for meeting in first:
        days = [r.first for a, _, r in rows if ReportRef(a, 0) in meeting.reports and r.first]
        assert len({d.year for d in days}) <= 1
