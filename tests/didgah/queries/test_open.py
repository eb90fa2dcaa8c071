"""Every mark opens exactly the articles it counts, whatever the filters around it."""

from hypothesis import HealthCheck, given, settings

from didgah.queries import (
    articles,
    candidates,
    entities,
    entity_record,
    keyness,
    meetings,
    overview,
    terms,
)
from tests.didgah.queries import asked

_CALM = settings(max_examples=15, deadline=None,
                 suppress_health_check=[HealthCheck.function_scoped_fixture])


def _opens(naive, filters, rows, count):
    for row in rows.itertuples():
        assert naive.count(filters.narrow(row.open)) == getattr(row, count), row


@_CALM
@given(filters=asked.light)
def test_coverage_and_outlets_open_what_they_count(small_snapshot, naive, filters):
    for grain in ("auto", "month", "solar_year"):
        rows = overview.coverage(small_snapshot, filters, grain)
        _opens(naive, filters, rows, "articles")
        assert rows.articles.sum() + rows.attrs["undated"] == naive.count(filters)
    rows = overview.outlets(small_snapshot, filters)
    _opens(naive, filters, rows, "articles")
    assert rows.articles.sum() == naive.count(filters)
    _opens(naive, filters, overview.rising(small_snapshot, filters, n=5), "recent")


@_CALM
@given(filters=asked.light)
def test_meetings_open_their_reports(small_snapshot, naive, filters):
    _opens(naive, filters, meetings.timeline(small_snapshot, filters), "articles")


@_CALM
@given(filters=asked.light)
def test_entities_open_the_articles_that_name_them(small_snapshot, naive, filters):
    _opens(naive, filters, entities.top(small_snapshot, filters, ("person", "place")), "n")
    _opens(naive, filters, entities.comention(small_snapshot, filters), "n")
    keys = ("person:putin", "place:kazan")
    _opens(naive, filters, entities.trend(small_snapshot, filters, keys, "quarter"), "n")
    found = entity_record.record(small_snapshot, filters, "person:putin")
    _opens(naive, filters, found.with_whom, "n")
    _opens(naive, filters, found.languages, "articles")
    _opens(naive, filters, found.meetings, "articles")


@_CALM
@given(filters=asked.light)
def test_names_outside_the_registry_open_their_articles(small_snapshot, naive, filters):
    rows = candidates.listing(small_snapshot, filters)
    _opens(naive, filters, rows, "articles")
    assert len(rows) == rows.attrs["total"]


@_CALM
@given(filters=asked.light)
def test_mentions_lie_in_the_articles_they_open(small_snapshot, naive, filters):
    for row in entities.top(small_snapshot, filters, ("person",), "mentions").itertuples():
        assert naive.mentions(filters.narrow(row.open), row.entity) == row.n


@_CALM
@given(filters=asked.light)
def test_terms_open_the_articles_that_contain_them(small_snapshot, naive, filters):
    for language in ("fa", "und"):
        for rows in (
            terms.frequencies(small_snapshot, filters, language, n=30),
            keyness.keyness(small_snapshot, filters, language, n=10),
            terms.trend(small_snapshot, filters, language, ("صلح", "dialog"), "year"),
        ):
            _opens(naive, filters, rows, "articles")
            for row in rows.itertuples():
                assert naive.occurrences(filters.narrow(row.open), row.term) == row.n


@_CALM
@given(filters=asked.light)
def test_a_facet_value_leaves_as_many_articles_as_it_says(small_snapshot, naive, filters):
    fields = {"language": "languages", "outlet": "outlets", "entity": "entities",
              "place": "places", "series": "series", "theme": "themes", "meeting": "meetings"}
    for facet, field in fields.items():
        for row in articles.facets(small_snapshot, filters, facet).itertuples():
            chosen = filters.without(field)
            chosen = type(filters)(**{
                **{name: getattr(chosen, name) for name in chosen.__slots__}, field: (row.value,)
            })
            assert naive.count(chosen) == row.articles, (facet, row)
