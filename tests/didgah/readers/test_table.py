"""Delimited text: .csv and .tsv."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from didgah.model import Article, Rejected
from didgah.readers import Limits, ReadOptions, read_upload

type Read = tuple[list[Article], list[tuple[str, int | None]]]


def read(data: str | bytes, name: str = "a.csv", options: ReadOptions = ReadOptions()) -> Read:  # noqa: B008
    data = data.encode() if isinstance(data, str) else data
    items = list(read_upload(name, data, options))
    return (
        [item for item in items if isinstance(item, Article)],
        [(item.reason, item.line) for item in items if isinstance(item, Rejected)],
    )


cells = st.text("ابپ ي۱abc,;\t|\"'\n=«»\u200c", max_size=30).map(lambda s: f"س{s}ز")


@given(
    st.lists(st.tuples(cells, cells), min_size=1, max_size=8),
    st.sampled_from(",;\t|"), st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_tables_round_trip(
    rows: list[tuple[str, str]], delimiter: str, end: str, encoding: str
) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter, lineterminator=end)
    writer.writerow(["عنوان", "متن"])
    writer.writerows(rows)
    articles, problems = read(out.getvalue().encode(encoding))
    assert problems == []
    assert [(a.title, a.body) for a in articles] == [(" ".join(t.split()), b) for t, b in rows]


def test_fields_lines_and_delimiters() -> None:
    articles, problems = read(
        "title;date;text;agency\r\n"
        "الف;۱۴۰۰/۹/۳;\"متن، یک; دو\nسه\";فارس\r\n"
        "\r\n"
        "ب;;متن ب;ایرنا\r\n", "a.csv")
    assert problems == []
    assert [a.origin for a in articles] == ["a.csv:2", "a.csv:5"]
    assert articles[0].body == "متن، یک; دو\nسه"
    assert articles[0].published.value == date(2021, 11, 24)


def test_ragged_rows_are_refused_by_themselves() -> None:
    articles, problems = read("title,text,date\na,b,2021-01-01\na,b\na,b,c,d\na,b,,\nc,d,2021\n")
    assert [a.origin for a in articles] == ["a.csv:2", "a.csv:5", "a.csv:6"]
    assert problems == [("rejected.ragged_row", 3), ("rejected.ragged_row", 4)]


def test_a_stray_quotation_mark_costs_one_row() -> None:
    articles, problems = read('title,text\na,"b\nc,d\ne,f\n"x" y,z\ng,h\n')
    assert [a.title for a in articles] == ["c", "e", "g"]
    assert problems == [("rejected.broken_quotes", 2), ("rejected.broken_quotes", 5)]


def test_many_stray_quotation_marks_end_soon() -> None:
    articles, problems = read('title,text\n' + 'a,"b c\n' * 5001 + "x,y\n",
                              options=ReadOptions(limits=Limits(record=20_000)))
    assert articles[-1].title == "x"
    assert {reason for reason, _ in problems} <= {
        "rejected.broken_quotes", "noted.title_from_body", "rejected.ragged_row"}


def test_a_row_beyond_the_bound_is_refused() -> None:
    articles, problems = read(
        "title,text\na," + "ب" * 500 + "\nc,d\n", options=ReadOptions(limits=Limits(record=100)))
    assert [a.title for a in articles] == ["c"]
    assert problems == [("rejected.record_too_long", 2)]


def test_nul_bytes_and_formulas_are_text() -> None:
    articles, problems = read('title,text\n=1+1,"=HYPERLINK(""http://x"")\x00"\n')
    assert [(a.title, a.body) for a in articles] == [("=1+1", '=HYPERLINK("http://x")')]
    assert problems == [("noted.characters_cleaned", 2)]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("alpha,beta\n1,2\n", "rejected.columns"), ("", "rejected.empty_file"),
        ("\n\n", "rejected.empty_file"), ("title\n", "rejected.columns"),
        (",".join(["text"] * 1001) + "\n", "rejected.columns"),
    ],
)
def test_files_that_are_no_tables_of_articles(data: str, reason: str) -> None:
    articles, problems = read(data)
    assert articles == []
    assert [problem for problem, _ in problems] == [reason]


def test_a_header_without_rows_is_an_empty_import() -> None:
    assert read("title,text\n") == ([], [])


def test_columns_mapped_by_hand() -> None:
    articles, _ = read("alpha,beta\n1,2\n",
                       options=ReadOptions(mapping={"title": "alpha", "body": "beta"}))
    assert [(a.title, a.body) for a in articles] == [("1", "2")]


def test_other_dates_of_the_table_settle_the_order_of_days_and_months() -> None:
    rows = "title,text,date\na,b,03/04/2021\nc,d,25/04/2021\n"
    articles, problems = read(rows)
    assert [a.published.value for a in articles] == [date(2021, 4, 3), date(2021, 4, 25)]
    assert problems == []
    articles, problems = read("title,text,date\na,b,03/04/2021\n")
    assert articles[0].published.value is None
    assert problems == [("noted.date_unreadable", 2)]
    articles, _ = read("title,text,date\na,b,03/04/2021\n", options=ReadOptions(day_first=False))
    assert articles[0].published.value == date(2021, 3, 4)


def test_markup_in_a_cell_is_reduced() -> None:
    articles, _ = read('title,text\nx,"<p>یک</p><script>alert(1)</script><p>دو&nbsp;سه</p>"\n')
    assert articles[0].body == "یک\nدو\u00a0سه"


def test_damaged_bytes_show_and_are_noted() -> None:
    data = "title,text\nعنوان,".encode() + b"\xff " + ("متن درست " * 20).encode() + b"\n"
    articles, problems = read(data)
    assert articles[0].body.startswith("\ufffd متن")
    assert problems == [("noted.characters_cleaned", 2)]
