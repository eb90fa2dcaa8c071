"""The articles in scope are those the naive reading of the filters finds."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from didgah.filters import Filters
from didgah.queries import articles, scope
from didgah.store.tables import AE, MEETING_REPORTS
from tests.didgah.queries import asked

_CALM = settings(max_examples=60, deadline=None,
                 suppress_health_check=[HealthCheck.function_scoped_fixture])


@_CALM
@given(filters=st.one_of(asked.light, asked.filters))
def test_scope_holds_exactly_the_articles_of_the_naive_reading(small_snapshot, naive, filters):
    found = scope.articles(small_snapshot, filters).select("id")
    assert {row["id"] for row in small_snapshot.rows(found)} == {
        one.id for one in naive.within(filters)
    }


@_CALM
@given(filters=asked.light)
def test_rows_of_other_tables_follow_their_articles(small_snapshot, naive, filters):
    mentions = small_snapshot.frame(scope.within(AE, small_snapshot, filters))
    inside = naive.within(filters)
    assert mentions.n.sum() == sum(sum(one.entities.values()) for one in inside)
    # A table that does not repeat the article's own columns.
    reports = small_snapshot.frame(scope.within(MEETING_REPORTS, small_snapshot, filters))
    assert len(reports) == sum(len(one.meetings) for one in inside)


def test_everything_is_in_scope_by_default(small_snapshot, small_corpus):
    assert articles.count(small_snapshot, Filters()) == len(small_corpus)


def test_a_series_as_entity_asks_for_its_meetings(small_snapshot):
    as_entity = articles.count(small_snapshot, Filters(entities=("series:svg",)))
    assert as_entity == articles.count(small_snapshot, Filters(series=("svg",))) > 0
