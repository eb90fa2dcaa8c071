"""From paths and uploads to articles: dispatch, bounds, progress, preview, the real samples."""

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from didgah.language.messages import text
from didgah.model import Article, Rejected
from didgah.readers import (
    EXTENSIONS,
    Limits,
    ReadOptions,
    is_note,
    preview,
    preview_upload,
    read_path,
    read_upload,
)

SAMPLES = Path(__file__).resolve().parents[4] / "shared" / "samples"
samples = pytest.mark.skipif(not SAMPLES.is_dir(), reason="../shared/samples is not here")


def reasons(name: str, data: bytes, limits: Limits = Limits()) -> list[str]:  # noqa: B008
    return [item.reason for item in read_upload(name, data, ReadOptions(limits=limits))
            if isinstance(item, Rejected)]


def lines(n: int) -> bytes:
    return b"".join(json.dumps({"title": f"t{i}", "text": "x" * 50}).encode() + b"\n"
                    for i in range(n))


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.pdf", b"%PDF", "rejected.unknown_extension"),
        ("noext", b"x", "rejected.unknown_extension"),
        ("a.csv", b"", "rejected.empty_file"), ("a.xls", b"\xd0\xcf", "rejected.unknown_extension"),
        ("a.csv", bytes(range(256)) * 9, "rejected.binary"),
    ],
)
def test_files_we_do_not_read(name: str, data: bytes, reason: str) -> None:
    assert reasons(name, data) == [reason]


def test_a_file_beyond_the_bound_is_refused() -> None:
    assert reasons("a.jsonl", lines(20), Limits(file_bytes=1000)) == ["rejected.file_too_large"]


def test_rows_beyond_the_bound_are_not_read() -> None:
    reading = read_upload("a.jsonl", lines(30), ReadOptions(limits=Limits(rows=10)))
    items = list(reading)
    assert len(items) == 11
    assert isinstance(items[-1], Rejected)
    assert items[-1].reason == "rejected.too_many_rows"
    assert list(reading) == []


def test_upload_names_are_only_names() -> None:
    [item] = read_upload("../../etc/x\\y/a.txt", "عنوان\nمتن".encode())
    assert isinstance(item, Article)
    assert item.origin == "a.txt:1"


def test_progress_runs_from_none_to_all(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(lines(3000))
    (tmp_path / "b.jsonl").write_bytes(lines(3000))
    reading = read_path(tmp_path)
    seen = []
    for _ in reading:
        seen.append(reading.done_bytes / reading.total_bytes)
    assert seen == sorted(seen)
    assert seen[0] < 0.5
    assert 0.4 < seen[len(seen) // 2] < 0.7
    assert reading.done_bytes == reading.total_bytes


def test_preview_says_what_the_columns_are(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(lines(30))
    (tmp_path / "b.csv").write_text("alpha,beta\n1,2\n", encoding="utf-8")
    found = preview(tmp_path, n=2)
    assert [(table.file, table.mapping) for table in found.tables] == [
        ("a.jsonl", {"title": "title", "body": "text"}), ("b.csv", {})]
    assert found.tables[1].columns == ("alpha", "beta")  # so that they can be mapped by hand
    assert [type(item) for item in found.items] == [Article, Article, Rejected]
    assert preview_upload("a.jsonl", lines(3)).tables == found.tables[:1]


def test_every_reason_is_said_in_the_languages_of_the_interface() -> None:
    source = Path(__file__).resolve().parents[3] / "didgah"
    import re

    keys = {
        key for folder in ("readers", "store") for path in (source / folder).glob("*.py")
        for key in re.findall(r'"((?:rejected|noted)\.[a-z_]+)"', path.read_text(encoding="utf-8"))
    }
    assert len(keys) > 30
    for key in keys:
        assert text(key, "en")
        assert text(key, "fa") != text(key, "en")


@settings(max_examples=150)
@given(
    st.sampled_from([f"a{extension}" for extension in EXTENSIONS]),
    st.one_of(
        st.binary(max_size=300),
        st.text('{}[]",:<>&;#-= \n\tabcعنوانمتن', max_size=300).map(str.encode),
        st.tuples(st.sampled_from([b"PK\x03\x04", b"PAR1", b"\x1f\x8b\x08", b"<rss>", b"<html>",
                                   b"[{", b"title,text\n", b"\xff\xfe", b"---\n"]),
                  st.binary(max_size=200)).map(b"".join),
    ),
)
def test_no_bytes_under_any_name_raise(name: str, data: bytes) -> None:
    for item in read_upload(name, data):
        assert isinstance(item, Article | Rejected)
        if isinstance(item, Article):
            item.text.encode("utf-8")


@samples
def test_the_real_samples_go_in_or_are_refused_for_a_good_reason() -> None:
    articles: Counter[str] = Counter()
    refused = []
    for item in read_path(SAMPLES):
        if isinstance(item, Article):
            articles[item.origin.split("/")[1].split(":")[0]] += 1
        elif not is_note(item):
            refused.append((item.file.split("/", 1)[1], item.line, item.reason))
    assert articles == {
        "fars-articles.jsonl": 1490, "saudi-press-on-topic.jsonl": 48, "kremlin-ru.jsonl": 100,
        "putin-message-jeddah.txt": 1, "feeds": 28}
    # A body of one full stop without an abstract, and two photo items without a word.
    assert refused == [
        ("fars-articles.jsonl", 330, "rejected.empty_body"),
        ("feeds/mehr.xml", 21, "rejected.empty_body"),
        ("feeds/mehr.xml", 31, "rejected.empty_body")]


@samples
def test_crawl_times_of_the_samples_are_no_publication_dates() -> None:
    for item in read_path(SAMPLES / "saudi-press-on-topic.jsonl"):
        if isinstance(item, Article):
            assert item.published.value is None
            assert item.fetched is not None


@samples
def test_the_first_sample_is_read_as_published() -> None:
    source = (SAMPLES / "putin-message-jeddah.txt").read_text(encoding="utf-8").strip()
    [article] = read_path(SAMPLES / "putin-message-jeddah.txt")
    assert isinstance(article, Article)
    title, _, body = source.partition("\n")
    assert article.text == f"{title.strip()}\n{body.strip()}"
