"""A snapshot opens whole or not at all, and serves many threads."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import duckdb
import pytest

from didgah.filters import Filters
from didgah.queries import articles, entities
from didgah.store import layout, publish, tables
from didgah.store.layout import StoreError
from didgah.store.reader import Snapshot, latest_name, open_latest
from didgah.textquery import QueryError
from tests.corpus_factory import Source
from tests.corpus_factory import publish as build_from


@pytest.fixture(scope="module")
def published_twice(tmp_path_factory, small_registry, small_corpus):
    """A store published with 4 and then with 8 articles."""
    folder = tmp_path_factory.mktemp("published")
    for size in (4, 8):
        build_from(folder, small_registry, Source(small_corpus[:size]))
    return folder


@pytest.fixture
def two(tmp_path, published_twice):
    """A copy of it that a test may damage."""
    shutil.copytree(published_twice, tmp_path, dirs_exist_ok=True)
    return tmp_path


def test_all_tables_are_there_with_their_columns(small_snapshot):
    for table in (*tables.SEGMENT, *tables.EVENTS):
        assert small_snapshot.arrow(table.limit(3)).column_names == list(table.columns)


def test_segments_add_up(small_snapshot, small_corpus):
    assert len(small_snapshot.manifest.segments) == 2
    numbers = small_snapshot.frame(tables.ART.select("a", "id"))
    assert sorted(numbers.a) == list(range(len(small_corpus)))
    assert set(numbers.id) == {one.article.id for one in small_corpus}
    # A term met in both segments has one number.
    terms = small_snapshot.frame(tables.TERMS)
    assert not terms.duplicated(["language", "lemma"]).any()
    assert not terms.term.duplicated().any()


def test_a_snapshot_without_articles_answers_too(tmp_path, small_registry):
    build_from(tmp_path, small_registry, Source([]))
    snapshot = open_latest(tmp_path)
    assert articles.count(snapshot, Filters(query="a")) == 0
    assert entities.top(snapshot, Filters()).empty
    snapshot.close()


@pytest.mark.parametrize("damage", ["cut", "overwritten", "gone", "text gone", "registry"])
def test_a_damaged_snapshot_is_explained_and_the_one_before_is_served(two, damage):
    newest = next(publish.manifests(two))
    added = layout.segments(two) / newest.segments[-1].name
    data = added / "data.duckdb"
    if damage == "cut":
        data.write_bytes(data.read_bytes()[:-100])
    elif damage == "overwritten":
        data.write_bytes(b"\0" * data.stat().st_size)
    elif damage == "gone":
        data.unlink()
    elif damage == "text gone":
        shutil.rmtree(added / "text")
    else:
        (layout.snapshots(two) / newest.folder / publish.REGISTRY).write_bytes(b"?")
    with pytest.raises(StoreError):
        Snapshot(two, newest)
    served = open_latest(two)
    assert served.manifest.articles == 4
    assert str(served.trouble)
    assert articles.count(served, Filters()) == 4
    served.close()


def test_a_snapshot_of_another_version_says_how_to_renew_it(two):
    newest = replace(next(publish.manifests(two)), form=tables.FORM - 1)
    with pytest.raises(StoreError, match="didgah build"):
        Snapshot(two, newest)


def test_queries_reach_no_file(small_snapshot, tmp_path):
    secret = tmp_path / "secret.csv"
    secret.write_text("a\n1\n")
    with small_snapshot.cursor() as cursor:
        for statement in (f"SELECT * FROM '{secret}'", f"ATTACH '{tmp_path / 'x.duckdb'}'",
                          "SET enable_external_access = true", "DELETE FROM s1.art"):
            with pytest.raises(duckdb.Error):
                cursor.execute(statement)


def test_threads_ask_at_once_and_get_the_same(small_snapshot):
    questions = [Filters(), Filters(languages=("fa",)), Filters(query="halal OR صلح"),
                 Filters(entities=("person:putin",))] * 6
    alone = [articles.count(small_snapshot, one) for one in questions]
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda one: articles.count(small_snapshot, one), questions))
    assert together == alone


def test_text_hits_are_remembered_but_not_without_end(small_snapshot):
    first = small_snapshot.hits("halal")
    assert small_snapshot.hits("halal") is first
    for number in range(70):
        small_snapshot.hits(f"word{number}")
    assert small_snapshot.hits("halal") is not first
    assert small_snapshot.hits("halal") == first
    with pytest.raises(QueryError):
        small_snapshot.hits("(")


def test_the_newest_name_tells_of_a_new_snapshot(two, small_registry, small_corpus, tmp_path):
    before = latest_name(two)
    assert before.startswith(next(publish.manifests(two)).version)
    build_from(two, small_registry, Source(small_corpus[:9]))
    assert latest_name(two) != before
    assert latest_name(tmp_path / "nowhere") == ""
