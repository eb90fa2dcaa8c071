"""Segments: sorted tables, rollups that add up, term numbers that go on."""

import duckdb
import pytest

from didgah.store import segment, tables


@pytest.fixture(scope="module")
def two(tmp_path_factory, small_corpus):
    """Data files of two segments, the second knowing the terms of the first."""
    folder = tmp_path_factory.mktemp("segments")
    rows = [(n, one.article, one.annotation) for n, one in enumerate(small_corpus)]
    segment.write(folder / "one", rows[:20])
    segment.write(folder / "two", rows[20:40], [folder / "one" / segment.DATA])
    return [folder / name / segment.DATA for name in ("one", "two")]


def _ask(data, sql):
    with duckdb.connect(str(data), read_only=True) as db:
        return db.execute(sql).fetchall()


def test_all_tables_are_written_and_nothing_else_is_left(two):
    for data in two:
        for table in tables.SEGMENT:
            described = _ask(data, f"DESCRIBE {table.get_name()}")
            assert {row[0]: row[1] for row in described} == tables.columns(table)
        assert {path.name for path in data.parent.iterdir()} == {segment.DATA, segment.TEXT}


@pytest.mark.parametrize(("table", "order"), [
    ("art", "a"), ("ae", "a, entity"), ("ae_e", "entity, a"), ("term_articles", "term, a"),
    ("dterms", "a"), ("statements", "a, idx"),
])
def test_tables_lie_in_the_order_their_questions_read(two, table, order):
    rows = _ask(two[0], f"SELECT {order} FROM {table}")
    assert rows == sorted(rows)
    assert rows


def test_rollups_add_up_to_the_rows_they_stand_for(two):
    for data in two:
        assert _ask(data, "SELECT sum(articles), sum(n) FROM ent_month") == _ask(
            data, "SELECT count(*), sum(n) FROM ae")
        assert _ask(data, "SELECT sum(n), sum(articles) FROM term_tot") == _ask(
            data, "SELECT sum(n), count(*) FROM term_articles")
        assert _ask(data, "SELECT sum(list_sum(counts)), sum(len(terms)) FROM dterms") == _ask(
            data, "SELECT sum(n), count(*) FROM term_articles")
        assert _ask(data, "SELECT sum(n) FROM term_forms") == _ask(
            data, "SELECT sum(n) FROM term_tot")
        assert _ask(data, "SELECT sum(n) FROM entity_forms") == _ask(data, "SELECT sum(n) FROM ae")


def test_term_numbers_go_on_where_the_earlier_segment_stopped(two):
    first, second = (dict(_ask(data, "SELECT (language, lemma), term FROM terms")) for data in two)
    assert not first.keys() & second.keys()
    assert min(second.values()) > max(first.values())
    known = set(first.values()) | set(second.values())
    used = {row[0] for row in _ask(two[1], "SELECT DISTINCT term FROM term_articles")}
    assert used <= known
    assert used & set(first.values())  # words of the first segment met again


def test_reports_and_ids_are_read_back(two, small_corpus):
    told = list(segment.reports(two[0]))
    assert told == [
        (one.article.id, one.article.published, report)
        for one in small_corpus[:20] for report in one.annotation.meetings
    ]
    assert segment.article_ids(two[0]) == {one.article.id for one in small_corpus[:20]}
    numbers = segment.reporting(two[1])
    assert all(small_corpus[number].article.id == id_ for id_, number in numbers.items())
    assert set(numbers) == {
        one.article.id for one in small_corpus[20:40] if one.annotation.meetings}
