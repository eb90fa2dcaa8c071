"""Excel workbooks."""

import io
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from didgah.model import Article, Rejected
from didgah.readers import Limits, ReadOptions, read_upload


def workbook(*sheets: list[list[object]], names: tuple[str, ...] = ()) -> bytes:
    book = openpyxl.Workbook()
    book.remove(book.active)
    for n, rows in enumerate(sheets):
        sheet = book.create_sheet(names[n] if n < len(names) else f"s{n}")
        for row in rows:
            sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read(data: bytes, **options: object) -> tuple[list[Article], list[Rejected]]:
    items = list(read_upload("a.xlsx", data, ReadOptions(**options)))  # type: ignore[arg-type]
    return ([i for i in items if isinstance(i, Article)],
            [i for i in items if isinstance(i, Rejected)])


words = st.text("ابپ يabc,;«»\u200c", max_size=30).map(lambda s: f"س{s}ز")


@settings(max_examples=25)
@given(st.lists(st.tuples(words, words), min_size=1, max_size=5))
def test_workbooks_round_trip(rows: list[tuple[str, str]]) -> None:
    articles, problems = read(workbook([["عنوان", "متن"], *map(list, rows)]))
    assert problems == []
    assert [(a.title, a.body) for a in articles] == [(" ".join(t.split()), b) for t, b in rows]


def test_typed_dates_numbers_captions_and_gaps() -> None:
    articles, problems = read(workbook([
        ["گزارش ماهانه"], [],
        ["title", "date", "text", "url"],
        ["a", datetime(2021, 11, 24, 8), "متن", None],
        [],
        [12, "۱۴۰۰/۰۹/۰۳", "متن دو"],
    ]))
    assert problems == []
    assert [(a.title, a.published.value, a.origin) for a in articles] == [
        ("a", date(2021, 11, 24), "a.xlsx:4"), ("12", date(2021, 11, 24), "a.xlsx:6")]


def test_every_sheet_is_read_and_strangers_are_named() -> None:
    articles, problems = read(workbook(
        [["title", "text"], ["a", "b"]], [["x", "y"], [1, 2]], [], [["متن", "عنوان"], ["d", "c"]],
        names=("one", "two", "three", "four")))
    assert [(a.title, a.origin) for a in articles] == [
        ("a", "a.xlsx/one:2"), ("c", "a.xlsx/four:2")]
    assert [(p.file, p.reason) for p in problems] == [("a.xlsx/two", "rejected.columns")]


def test_formulas_are_never_evaluated() -> None:
    articles, problems = read(workbook([["title", "text"], ["a", "=1+1"], ["'=b", "متن"]]))
    assert [a.title for a in articles] == ["'=b"]
    assert [p.reason for p in problems] == ["rejected.empty_body"]  # no stored result


def replaced(data: bytes, part: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(
        out, "w", zipfile.ZIP_DEFLATED
    ) as new:
        for name in old.namelist():
            new.writestr(name, content if name == part else old.read(name))
    return out.getvalue()


@pytest.mark.parametrize("content", [
    b"<broken", b"",
    b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "b">]><worksheet>&a;</worksheet>',
    b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]><w>&a;</w>',
])
def test_damaged_and_hostile_sheets_are_refused(content: bytes) -> None:
    data = replaced(workbook([["title", "text"], ["a", "b"]]), "xl/worksheets/sheet1.xml", content)
    articles, problems = read(data)
    assert articles == []
    assert [p.reason for p in problems] == ["rejected.broken_workbook"]


def test_bytes_that_rot_anywhere_are_refused_or_harmless() -> None:
    data = workbook([["title", "text"], ["a", "متن"]])
    for at in range(0, len(data), 37):
        rotten = bytearray(data)
        rotten[at] ^= 0x55
        articles, problems = read(bytes(rotten))
        assert len(articles) <= 1
        assert all(problem.reason.startswith(("rejected.", "noted.")) for problem in problems)


def test_a_workbook_that_unpacks_to_too_much_is_refused() -> None:
    bomb = replaced(workbook([["title", "text"], ["a", "b"]]), "xl/worksheets/sheet1.xml",
                    b"<worksheet>" + b" " * 5_000_000)
    _, problems = read(bomb, limits=Limits(archive_ratio_from=1_000_000))
    assert [p.reason for p in problems] == ["rejected.archive_bomb"]


def test_a_dimension_that_lies_costs_nothing() -> None:
    data = workbook([["title", "text"], ["a", "b"]])
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        sheet = book.read("xl/worksheets/sheet1.xml")
    lying = replaced(data, "xl/worksheets/sheet1.xml",
                     sheet.replace(b'ref="A1:B2"', b'ref="A1:XFD1048576"'))
    articles, problems = read(lying)
    assert (len(articles), problems) == (1, [])


@pytest.mark.parametrize("data", [b"PK\x03\x04junk", b"not a zip", b"PK\x05\x06" + b"\x00" * 18])
def test_no_workbook_under_its_name(data: bytes) -> None:
    _, problems = read(data)
    assert len(problems) == 1
    assert problems[0].reason in ("rejected.broken_archive", "rejected.broken_workbook")
