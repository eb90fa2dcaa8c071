"""Lists, facets, single articles and neighbours against naive readings."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings

from didgah.filters import Filters
from didgah.model import Article, Published
from didgah.queries import articles
from didgah.store.archive import Archive
from didgah.store.reader import open_latest
from tests import corpus_factory
from tests.corpus_factory import Source, write
from tests.didgah.queries import asked

_CALM = settings(max_examples=10, deadline=None,
                 suppress_health_check=[HealthCheck.function_scoped_fixture])


def _newest(facts):
    return sorted(facts, key=lambda one: (-(one.day or date.min).toordinal(), one.id))


@_CALM
@given(filters=asked.light)
def test_pages_follow_one_another_in_the_order_asked(small_snapshot, naive, filters):
    inside = naive.within(filters)
    undated = sorted(one.id for one in inside if one.day is None)
    dated = [one for one in inside if one.day]
    newest = [one.id for one in _newest(dated)] + undated
    oldest = [one.id for one in sorted(dated, key=lambda one: (one.day, one.id))] + undated
    for order, expected in (("newest", newest), ("oldest", oldest)):
        found = []
        for offset in range(0, len(expected) + 1, 23):
            found += list(articles.page(small_snapshot, filters, offset, 23, order).id)
        assert found == expected
    assert articles.count(small_snapshot, filters) == len(newest)


def test_a_row_tells_what_the_article_is(small_snapshot, naive):
    rows = articles.page(small_snapshot, Filters(), limit=100).set_index("id")
    assert len(rows) == len(naive.all)
    for one in naive.all:
        row = rows.loc[one.id]
        assert row.title == one.article.title
        assert (row.outlet, row.outlet_name) == (one.outlet, one.annotation.outlet_name)
        assert row.language == one.language
        assert row.url == one.article.url
        assert row.precision == one.article.published.precision
        assert (row.day.date() if row.day == row.day else None) == one.day
        assert row.meetings == list(dict.fromkeys(m.id for m in one.meetings))
        assert row.n_mentions == sum(one.entities.values())
        assert " ".join(one.article.body.split()).startswith(row.lead.rstrip("…"))


def test_relevance_puts_the_article_with_more_of_the_word_first(tmp_path, small_registry):
    texts = ["peace and trade and many other words here", "peace peace peace", "trade"]
    written = [write(small_registry, "en", date(2021, 1, n), "kremlin", f"no {n}", text)
               for n, text in enumerate(texts, 1)]
    corpus_factory.publish(tmp_path, small_registry, Source(written))
    snapshot = open_latest(tmp_path)
    filters = Filters(query="peace")
    assert list(articles.page(snapshot, filters, order="relevance").title) == ["no 2", "no 1"]
    assert list(articles.page(snapshot, filters, order="oldest").title) == ["no 1", "no 2"]
    before, after, at, total = articles.neighbours(
        snapshot, filters, written[0].article.id, "relevance")
    assert (before, after, at, total) == (written[1].article.id, None, 2, 2)
    snapshot.close()


@_CALM
@given(filters=asked.light)
def test_neighbours_are_the_ones_before_and_after_in_the_list(small_snapshot, naive, filters):
    for order in ("newest", "oldest"):
        ids = list(articles.page(small_snapshot, filters, limit=100, order=order).id)
        for at in {0, len(ids) // 2, len(ids) - 1} & set(range(len(ids))):
            found = articles.neighbours(small_snapshot, filters, ids[at], order)
            before = ids[at - 1] if at else None
            after = ids[at + 1] if at + 1 < len(ids) else None
            assert found == (before, after, at + 1, len(ids))
    nobody = articles.neighbours(small_snapshot, filters, "no such id")
    assert nobody == (None, None, 0, naive.count(filters))


@_CALM
@given(filters=asked.light)
def test_facets_list_every_value_that_occurs(small_snapshot, naive, filters):
    expected = {
        "language": lambda one: {one.language}, "outlet": lambda one: {one.outlet},
        "entity": lambda one: set(one.entities), "theme": lambda one: one.themes,
        "meeting": lambda one: {m.id for m in one.meetings},
        "year": lambda one: {str(one.day.year)} if one.day else set(),
    }
    lifted = {"language": "languages", "outlet": "outlets", "entity": "entities",
              "theme": "themes", "meeting": "meetings"}
    for field, values in expected.items():
        inside = naive.within(filters.without(lifted[field]) if field in lifted else filters)
        rows = articles.facets(small_snapshot, filters, field, n=999)
        counted = dict(zip(rows.value, rows.articles, strict=True))
        assert counted == {
            value: sum(value in values(one) for one in inside)
            for value in set().union(*map(values, inside))
        }, field
        assert rows.attrs == {"total": len(counted), "truncated": False}


def test_a_facet_says_when_it_is_cut(small_snapshot):
    whole = articles.facets(small_snapshot, Filters(), "entity", n=999)
    rows = articles.facets(small_snapshot, Filters(), "entity", n=3)
    assert rows.attrs == {"total": len(whole), "truncated": True}
    assert list(rows.value) == list(whole.value[:3])
    assert list(rows.articles) == sorted(rows.articles, reverse=True)
    with pytest.raises(ValueError, match="no facet"):
        articles.facets(small_snapshot, Filters(), "weather")


def test_an_article_opens_whole_with_the_meetings_it_was_joined_into(small_snapshot, naive):
    for one in naive.all[:20]:
        view = articles.get(small_snapshot, one.id)
        assert view.article == one.article
        assert view.annotation == one.annotation
        assert view.meetings == tuple(m.id for m in one.meetings)
        assert view.versions == (one.id,)
        assert view.published == one.article.published
    assert articles.get(small_snapshot, "0" * 16) is None


def test_an_article_knows_its_earlier_versions(tmp_path, small_registry):
    first = Article("Talks", "They talked in Kazan at length about trade and peace.",
                    url="https://example.org/talks", language="en",
                    published=Published(date(2021, 5, 1), "day", "stated"))
    second = Article("Talks", first.body + " Later they left.", url=first.url, language="en",
                     published=first.published)
    archive = Archive(tmp_path)
    archive.add([first], "one")
    archive.add([second], "two")
    written = corpus_factory.Written(second, write(
        small_registry, "en", None, "", "x", "y").annotation)
    source = Source([corpus_factory.Written(
        second, type(written.annotation)(second.id, "en", "", ""))])
    corpus_factory.publish(tmp_path, small_registry, source)
    snapshot = open_latest(tmp_path)
    assert articles.get(snapshot, second.id).versions == (first.id, second.id)
    snapshot.close()


def test_a_day_in_the_address_counts_when_none_is_stated(tmp_path, small_registry):
    written = write(small_registry, "en", None, "kremlin", "t", "b",
                    url="https://example.org/2021/11/24/news")
    corpus_factory.publish(tmp_path, small_registry, Source([written]))
    snapshot = open_latest(tmp_path)
    day = date(2021, 11, 24)
    assert articles.count(snapshot, Filters(since=day, until=day)) == 1
    view = articles.get(snapshot, written.article.id)
    assert view.published == Published(day, "day", "url")
    assert view.article.published == Published()
    snapshot.close()
