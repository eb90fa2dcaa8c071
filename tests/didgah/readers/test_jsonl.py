"""JSON lines and JSON documents."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from didgah.model import Article, Rejected
from didgah.readers import Limits, ReadOptions, read_upload

type Read = tuple[list[Article], list[tuple[str, int | None]]]
A = {"title": "الف", "text": "متن الف"}
B = {"title": "ب", "text": "متن ب"}


def read(name: str, data: str | bytes, **options: object) -> Read:
    data = data.encode() if isinstance(data, str) else data
    items = list(read_upload(name, data, ReadOptions(**options)))  # type: ignore[arg-type]
    return (
        [item for item in items if isinstance(item, Article)],
        [(item.reason, item.line) for item in items if isinstance(item, Rejected)],
    )


def titles(name: str, value: object) -> list[str]:
    articles, problems = read(name, json.dumps(value, ensure_ascii=False))
    assert problems == []
    return [article.title for article in articles]


words = st.text('ابپ ي"\\{}[],\n\u200c', max_size=30).map(lambda s: f"س{s}ز")


@given(
    st.lists(st.tuples(words, words), min_size=1, max_size=6),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]), st.sampled_from(["jsonl", "json", "array"]),
    st.booleans(),
)
def test_articles_round_trip(
    rows: list[tuple[str, str]], encoding: str, shape: str, escaped: bool
) -> None:
    objects = [{"title": title, "body": body} for title, body in rows]
    if shape == "array":
        text = json.dumps(objects, ensure_ascii=escaped, indent=1)
    else:
        text = "\n".join(json.dumps(one, ensure_ascii=escaped) for one in objects)
    articles, problems = read("a.jsonl" if shape == "jsonl" else "a.json", text.encode(encoding))
    assert problems == []
    assert [(a.title, a.body) for a in articles] == [(" ".join(t.split()), b) for t, b in rows]


def test_a_broken_line_costs_itself() -> None:
    lines = [json.dumps(A), '{"title": "x", "text": ', "", "[1]", json.dumps(B)]
    articles, problems = read("a.jsonl", "\n".join(lines))
    assert [a.origin for a in articles] == ["a.jsonl:1", "a.jsonl:5"]
    assert problems == [("rejected.broken_json", 2), ("rejected.not_an_object", 4)]


@pytest.mark.parametrize(
    "value",
    [
        [A, B], {"articles": [A, B]}, {"meta": {"n": 2}, "data": {"items": [A, B]}},
        {"status": "ok", "tags": ["x"], "results": [A, B]},
    ],
)
def test_documents_in_the_usual_shapes(value: object) -> None:
    assert titles("a.json", value) == ["الف", "ب"]


def test_one_article_with_lists_in_it_is_one_article() -> None:
    assert titles("a.json", A | {"images": [{"src": "x"}], "tags": ["a"]}) == ["الف"]


def test_objects_may_differ_in_their_keys() -> None:
    rows = [A | {"date": "2021-11-24"}, {"تیتر": "ج", "متن": "متن ج"}, {"headline": "x"}]
    articles, problems = read("a.json", json.dumps(rows))
    assert [(a.title, a.published.value) for a in articles] == [
        ("الف", date(2021, 11, 24)), ("ج", None)]
    assert [reason for reason, _ in problems] == ["rejected.columns"]


def test_mapping_by_hand_tolerates_rows_without_the_column() -> None:
    rows = [{"h": "الف", "t": "متن", "d": "2021-01-01"}, {"h": "ب", "t": "متن"}]
    articles, problems = read("a.jsonl", "\n".join(map(json.dumps, rows)),
                              mapping={"title": "h", "body": "t", "date": "d"})
    assert [a.title for a in articles] == ["الف", "ب"]
    assert problems == []


def test_what_a_broken_array_still_holds_goes_in() -> None:
    text = json.dumps([A, B])[:-1] + ', {"title": "never'
    articles, problems = read("a.json", text)
    assert [a.title for a in articles] == ["الف", "ب"]
    assert problems == [("rejected.broken_json", 1)]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "rejected.empty_file"), ("  \n ", "rejected.empty_file"),
        ("[]", "rejected.empty_file"),
        ("{", "rejected.broken_json"), ("5", "rejected.not_an_object"),
        ('{"a": 1}', "rejected.columns"), ("nonsense", "rejected.broken_json"),
        ('{"a":' * 40 + "1" + "}" * 40, "rejected.too_deep"),
        ('[{"title": "x", "text": ' + "[" * 40 + "]" * 40 + "}]", "rejected.too_deep"),
    ],
)
def test_documents_that_hold_no_article(text: str, reason: str) -> None:
    articles, problems = read("a.json", text)
    assert articles == []
    assert [problem for problem, _ in problems] == [reason]


def test_a_line_beyond_the_bound_is_refused_and_the_rest_goes_in() -> None:
    lines = [json.dumps(A), json.dumps({"title": "x", "text": "y" * 5000}), json.dumps(B)]
    articles, problems = read("a.jsonl", "\n".join(lines), limits=Limits(record=1000))
    assert [a.title for a in articles] == ["الف", "ب"]
    assert problems == [("rejected.record_too_long", 2)]


def test_halves_of_pairs_are_replaced_and_noted() -> None:
    body = "متن بلند خبر که در میانهٔ آن شکلکی بریده شده است " + "و ادامه دارد " * 3
    articles, problems = read("a.jsonl", json.dumps({"title": "x", "text": body + "\ud83d"}))
    assert articles[0].body.endswith("\ufffd")
    assert problems == [("noted.characters_cleaned", 1)]


def test_other_dates_settle_the_order_of_days_and_months() -> None:
    rows = [A | {"date": "03/04/2021"}, B | {"date": "25/04/2021"}]
    articles, problems = read("a.json", json.dumps(rows))
    assert [a.published.value for a in articles] == [date(2021, 4, 3), date(2021, 4, 25)]
    assert problems == []
