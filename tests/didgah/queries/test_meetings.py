"""The timeline and the records of meetings."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings

from didgah.filters import Filters
from didgah.model import MeetingReport, Span
from didgah.queries import meetings
from didgah.store.reader import open_latest
from tests import corpus_factory
from tests.corpus_factory import Source, invited, write
from tests.didgah.queries import asked

KNOWN = {"svg-2021-jeddah", "svg-2022-moscow", "kaz-2021", "kaz-2023"}
_CALM = settings(max_examples=15, deadline=None,
                 suppress_health_check=[HealthCheck.function_scoped_fixture])


def _listed(snapshot, **filters):
    rows = meetings.timeline(snapshot, Filters(**filters))
    return set(rows.meeting[rows.known])


def test_the_timeline_has_every_known_and_every_reported_meeting(small_snapshot, naive):
    rows = meetings.timeline(small_snapshot, Filters())
    assert list(rows.columns) == meetings.COLUMNS
    assert set(rows.meeting) == {one.id for one in naive.meetings}
    assert set(rows.meeting[rows.known]) == KNOWN
    days = rows["first"].dropna()
    assert days.is_monotonic_increasing
    assert rows["first"].isna().any()  # undated reports are shown, not dropped
    assert rows["first"].isna().iloc[len(days):].all()


def test_a_row_says_who_reports_the_meeting(small_snapshot, naive):
    rows = meetings.timeline(small_snapshot, Filters(languages=("fa", "ru"))).set_index("meeting")
    for one in naive.meetings:
        reports = [a for a in naive.within(Filters(languages=("fa", "ru")))
                   if one.id in {m.id for m in a.meetings}]
        if not one.known and not reports:
            assert one.id not in rows.index
            continue
        row = rows.loc[one.id]
        assert row.articles == len(reports)
        assert row.languages == sorted({a.language for a in reports})
        assert row.parties == list(dict.fromkeys(
            f"{p.kind}:{p.entity}" for p in one.participants if p.entity))
        assert (row.series, row.kind, row.status, row.place) == (
            one.series, one.kind, one.status, one.place)
        assert row.name_fa == one.names.get("fa", "")


@pytest.mark.parametrize(("filters", "expected"), [
    ({"since": date(2021, 11, 25)}, {"svg-2021-jeddah", "svg-2022-moscow", "kaz-2023"}),
    ({"until": date(2021, 7, 28)}, {"kaz-2021"}),
    ({"since": date(2021, 7, 31), "until": date(2021, 11, 23)}, set()),
    ({"series": ("svg",)}, {"svg-2021-jeddah", "svg-2022-moscow"}),
    ({"status": ("held", "announced")}, {"svg-2021-jeddah", "kaz-2021", "kaz-2023"}),
    ({"places": ("kazan",)}, {"kaz-2021", "kaz-2023"}),
    ({"places": ("russia",)}, {"kaz-2021", "kaz-2023", "svg-2022-moscow"}),
    ({"entities": ("person:putin",)}, {"svg-2021-jeddah", "kaz-2023"}),
    ({"entities": ("person:putin", "person:lavrov")}, KNOWN),
    ({"also": ("person:minnikhanov", "person:lavrov")}, {"kaz-2021"}),
    ({"entities": ("place:jeddah",)}, {"svg-2021-jeddah"}),
    ({"entities": ("series:svg",)}, {"svg-2021-jeddah", "svg-2022-moscow"}),
    ({"meetings": ("kaz-2021", "kaz-2023"), "also": ("meeting:kaz-2021",)}, {"kaz-2021"}),
    ({"excluded": ("series:svg",)}, {"kaz-2021", "kaz-2023"}),
    ({"excluded": ("person:putin", "meeting:kaz-2021")}, {"svg-2022-moscow"}),
    ({"excluded": ("place:russia",)}, {"svg-2021-jeddah"}),
    ({"excluded": ("theme:halal", "language:fa", "publisher:irna", "year:2021")}, KNOWN),
    # What an article has, not a meeting, hides no known meeting.
    ({"languages": ("und",)}, KNOWN),
    ({"outlets": ("nobody",), "query": "zzz", "themes": ("gold",), "terms": ("fa:زر",)}, KNOWN),
    ({"entities": ("outlet:irna",), "also": ("theme:gold", "term:fa:زر")}, KNOWN),
])
def test_known_meetings_fit_by_what_they_are(small_snapshot, filters, expected):
    assert _listed(small_snapshot, **filters) == expected


@_CALM
@given(filters=asked.light)
def test_reported_meetings_are_shown_when_an_article_in_scope_reports_them(
    small_snapshot, naive, filters
):
    rows = meetings.timeline(small_snapshot, filters)
    told = {m.id for one in naive.within(filters) for m in one.meetings}
    assert set(rows.meeting[rows.articles > 0]) <= told
    assert (rows.articles[~rows.known] > 0).all()
    chooses = Filters(since=filters.since, until=filters.until, entities=filters.entities,
                      places=filters.places, series=filters.series, status=filters.status,
                      meetings=filters.meetings, also=filters.also, excluded=filters.excluded)
    if chooses.is_default:
        assert set(rows.meeting[rows.articles > 0]) == told


def test_next_and_latest_meetings(small_snapshot):
    ahead, behind = meetings.next_and_latest(small_snapshot, date(2022, 6, 1), 2)
    known = ahead[ahead.known]
    assert list(known.meeting[:1]) == ["svg-2022-moscow"]
    assert (ahead["last"] >= pd.Timestamp(2022, 6, 1)).all()
    assert len(ahead) == len(behind) == 2
    assert (behind["last"] < pd.Timestamp(2022, 6, 1)).all()
    assert (behind.status == "held").all()
    assert behind["last"].is_monotonic_decreasing
    assert "cancelled" not in set(ahead.status)


def test_a_record_holds_reports_statements_and_the_chronology(small_snapshot, naive):
    found = meetings.record(small_snapshot, "svg-2021-jeddah")
    told = [one for one in naive.all if "svg-2021-jeddah" in {m.id for m in one.meetings}]
    assert found.known.id == found.meeting.id == "svg-2021-jeddah"
    assert [gist.id for gist in found.gists] == ["st-1"]
    assert {view.article for view in found.reports} == {one.id for one in told}
    by_id = {one.id: one for one in told}
    for view in found.reports:
        one = by_id[view.article]
        assert view.report == one.annotation.meetings[view.index]
        assert view.published == one.article.published
        for passage in view.passages:
            assert one.article.text[passage.start : passage.end] == passage.text
        assert view.passages
    days = [view.published.value or date.max for view in found.reports]
    assert days == sorted(days)
    said = {(s.article, s.start, s.end) for s in found.statements}
    assert said == {
        (one.id, s.start, s.end) for one in told for s in one.annotation.statements
        if s.meeting is not None and one.meetings[s.meeting].id == "svg-2021-jeddah"
    }
    assert (found.earlier, found.later) == (None, "svg-2022-moscow")


def test_a_record_in_a_narrower_scope_has_fewer_reports(small_snapshot, naive):
    filters = Filters(languages=("fa",), meetings=("kaz-2021",))
    found = meetings.record(small_snapshot, "kaz-2021", filters)
    assert {view.article for view in found.reports} == {one.id for one in naive.within(filters)}
    assert meetings.record(small_snapshot, "no-such-meeting") is None


def test_reports_that_contradict_what_is_held_are_set_side_by_side(tmp_path, small_registry):
    def report(place, first, last):
        return MeetingReport("kazanforum", "kaz-2021", "session", place, "", first, last, "day", (),
                             "held", invited("person:lavrov"), (Span(0, 3),))

    written = [
        write(small_registry, "en", date(2021, 7, day), "kremlin", f"no {day}", "Text.", [one])
        for day, one in enumerate((
            report("kazan", date(2021, 7, 29), date(2021, 7, 29)),  # inside: no contradiction
            report("moscow", date(2021, 7, 28), date(2021, 7, 30)),
            report("", date(2021, 8, 2), date(2021, 8, 2)),
            report("moscow", None, None),
            report("russia", None, None),  # the country of the place: no contradiction
        ), 1)
    ]
    corpus_factory.publish(tmp_path, small_registry, Source(written))
    snapshot = open_latest(tmp_path)
    found = meetings.record(snapshot, "kaz-2021")
    ids = [one.article.id for one in written]
    assert found.disagreements == (
        meetings.Disagreement("place", "kazan", "moscow", (ids[1], ids[3])),
        meetings.Disagreement("interval", (date(2021, 7, 28), date(2021, 7, 30)),
                              (date(2021, 8, 2), date(2021, 8, 2)), (ids[2],)),
    )
    snapshot.close()
