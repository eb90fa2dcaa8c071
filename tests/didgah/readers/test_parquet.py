"""Parquet tables."""

import io
from datetime import date, datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from didgah.model import Article, Rejected
from didgah.readers import Limits, ReadOptions, read_upload


def parquet(table: dict[str, object] | pa.Table, **options: object) -> bytes:
    out = io.BytesIO()
    pq.write_table(table if isinstance(table, pa.Table) else pa.table(table), out, **options)
    return out.getvalue()


def read(data: bytes, **options: object) -> tuple[list[Article], list[Rejected]]:
    items = list(read_upload("a.parquet", data, ReadOptions(**options)))  # type: ignore[arg-type]
    return ([i for i in items if isinstance(i, Article)],
            [i for i in items if isinstance(i, Rejected)])


words = st.text("ابپ يabc,«»\u200c\n", max_size=30).map(lambda s: f"س{s}ز")


@settings(max_examples=25)
@given(st.lists(st.tuples(words, words), min_size=1, max_size=150), st.booleans())
def test_parquet_round_trips(rows: list[tuple[str, str]], large: bool) -> None:
    kind = pa.large_string() if large else pa.string()
    titles, bodies = zip(*rows, strict=True)
    articles, problems = read(parquet({
        "title": pa.array(titles, kind), "text": pa.array(bodies, kind), "n": range(len(rows))}))
    assert problems == []
    assert [(a.title, a.body) for a in articles] == [(" ".join(t.split()), b) for t, b in rows]


def test_types_of_columns() -> None:
    articles, problems = read(parquet({
        "title": pa.array(["a", "b", "c", "d"]).dictionary_encode(),
        "text": [["یک", "دو"], ["سه"], None, ["چهار"]],
        "date": pa.array([datetime(2021, 11, 24), None, None, datetime(9999, 1, 1)],
                         pa.timestamp("us", "UTC")),
        "embedding": [[0.1] * 3] * 4,
    }))
    assert [(a.title, a.body, a.published.value, a.origin) for a in articles] == [
        ("a", "یک\nدو", date(2021, 11, 24), "a.parquet:1"), ("b", "سه", None, "a.parquet:2"),
        ("d", "چهار", None, "a.parquet:4")]
    assert [(p.reason, p.line) for p in problems] == [
        ("rejected.empty_body", 3), ("noted.date_unreadable", 4)]


def test_one_long_value_repeated_is_held_once() -> None:
    body = "متن " * 200_000
    table = pa.table({"title": [f"t{n}" for n in range(40)], "text": [body] * 40})
    data = parquet(table)
    assert len(data) < 100_000
    before = pa.total_allocated_bytes()
    most = 0
    for item in read_upload("a.parquet", data):
        assert isinstance(item, Article)
        most = max(most, pa.total_allocated_bytes() - before)
    assert most < 10 * len(body.encode())


def test_a_row_group_that_unpacks_to_too_much_is_refused() -> None:
    data = parquet({"title": ["a"], "text": ["متن " * 100_000]}, use_dictionary=False)
    _, problems = read(data, limits=Limits(archive_bytes=200_000))
    assert [p.reason for p in problems] == ["rejected.archive_bomb"]


def test_columns_that_are_not_articles() -> None:
    _, problems = read(parquet({"alpha": [1]}))
    assert [(p.reason, p.detail) for p in problems] == [("rejected.columns", "alpha")]


def test_bytes_that_rot_anywhere_are_refused_or_harmless() -> None:
    data = parquet({"title": ["a"], "text": ["متن"]})
    for at in range(4, len(data), 11):
        rotten = bytearray(data)
        rotten[at] ^= 0xB3
        articles, problems = read(bytes(rotten))
        assert len(articles) <= 1
        assert all(problem.reason.startswith(("rejected.", "noted.")) for problem in problems)


@pytest.mark.parametrize("cut", [4, 50, -20, -4])
def test_damaged_files_are_refused(cut: int) -> None:
    _, problems = read(parquet({"title": ["a"], "text": ["b"]})[:cut])
    assert [p.reason for p in problems] == ["rejected.broken_parquet"]
