"""Statements against a loop over annotations."""

import pandas as pd
from hypothesis import HealthCheck, given, settings

from didgah.filters import Filters
from didgah.queries import statements
from tests.didgah.queries import asked


def _said(naive, filters):
    return [
        (one, said, one.meetings[said.meeting].id if said.meeting is not None else "")
        for one in naive.within(filters) for said in one.annotation.statements
    ]


@settings(max_examples=20, deadline=None,
          suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(filters=asked.light)
def test_all_statements_of_the_scope_with_their_words(small_snapshot, naive, filters):
    rows = statements.statements(small_snapshot, filters, n=999)
    assert sorted(
        (row.article, row.start, row.end, row.speaker, row.mode, row.verb, row.text, row.meeting,
         row.language, row.outlet_name)
        for row in rows.itertuples()
    ) == sorted(
        (one.id, said.start, said.end, f"person:{said.speaker}", said.mode, said.verb,
         one.article.text[said.start : said.end], meeting, one.language,
         one.annotation.outlet_name)
        for one, said, meeting in _said(naive, filters)
    )
    assert rows.attrs == {"total": len(rows), "truncated": False}
    dated = rows.day.dropna()
    assert dated.is_monotonic_decreasing
    assert rows.day[len(dated):].isna().all()


def test_statements_of_one_speaker_at_one_meeting(small_snapshot, naive):
    rows = statements.statements(
        small_snapshot, Filters(), speaker="person:lavrov", meeting="kaz-2021")
    expected = [one.id for one, said, meeting in _said(naive, Filters())
                if said.speaker == "lavrov" and meeting == "kaz-2021"]
    assert sorted(rows.article) == sorted(expected)
    assert expected
    assert set(rows.open) == {"entities=person%3Alavrov"}


def test_a_long_list_says_that_it_is_cut(small_snapshot, naive):
    rows = statements.statements(small_snapshot, Filters(), n=2)
    assert len(rows) == 2
    assert rows.attrs == {"total": len(_said(naive, Filters())), "truncated": True}


def test_views_for_a_meeting_are_in_order_of_time(small_snapshot):
    views = statements.of_meeting(small_snapshot, "svg-2021-jeddah", Filters())
    days = [view.day or pd.Timestamp.max.date() for view in views]
    assert days == sorted(days)
    assert statements.of_meeting(small_snapshot, "no-such-meeting", Filters()) == ()
