"""Splitting JSON against `json.loads` of the whole."""

import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from didgah.readers import json_values
from didgah.readers.json_values import JsonProblem, parse, split_values

scalars = st.none() | st.booleans() | st.integers() | st.text('ab"\\{}[],:\n ی\u200c', max_size=12)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.text("ab\"{", max_size=4), inner, max_size=3),
    max_leaves=6,
)


def split(text: str, most: int = 10_000) -> list[object]:
    raws = list(split_values(io.StringIO(text), most))
    assert all(raw.problem is None for raw in raws)
    return [parse(raw.text, 99) for raw in raws]


@given(st.lists(values, max_size=6), st.sampled_from([None, 1]), st.booleans())
def test_arrays_split_into_what_json_reads(
    items: list[object], indent: int | None, plain: bool
) -> None:
    assert split(json.dumps(items, indent=indent, ensure_ascii=plain)) == items


@given(
    st.lists(st.dictionaries(st.text(max_size=4), values, max_size=3), max_size=4),
    st.sampled_from(["", "\n"]),
)
def test_values_one_after_the_other_split(items: list[object], gap: str) -> None:
    assert split(gap.join(json.dumps(item, indent=1) for item in items)) == items


@given(st.lists(values, max_size=4))
def test_chunks_may_end_anywhere(items: list[object]) -> None:
    before = json_values._CHUNK
    json_values._CHUNK = 3
    try:
        assert split(json.dumps(items)) == items
    finally:
        json_values._CHUNK = before


def test_lines_are_counted() -> None:
    text = '[\n {"a":\n 1},\n\n {"b": 2}\n]'
    assert [raw.line for raw in split_values(io.StringIO(text), 99)] == [2, 5]


@pytest.mark.parametrize(
    ("text", "whole", "reason"),
    [
        ('[{"a": 1}, {"b": ', 1, "rejected.broken_json"),
        ('[{"a": 1} {"b": 2}]', 1, "rejected.broken_json"),
        ('[{"a": "never closed}]', 0, "rejected.broken_json"),
        ('[{"a": "' + "x" * 200_000 + '"}]', 0, "rejected.record_too_long"),
        ("[" * 500_000, 0, "rejected.record_too_long"),
        ('{"a": "\\', 0, "rejected.broken_json"), ("}", 0, "rejected.broken_json"),
        ('{"a": 1}]{"b": 2}', 1, "rejected.broken_json"), ("[1,,2]", 1, "rejected.broken_json"),
    ],
)
def test_what_cannot_be_split_is_the_last_and_says_why(text: str, whole: int, reason: str) -> None:
    raws = list(split_values(io.StringIO(text), 100_000))
    assert [raw.problem is None for raw in raws] == [True] * whole + [False]
    assert raws[-1].problem is not None
    assert raws[-1].problem.reason == reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[" * 33 + "]" * 33, "rejected.too_deep"), ('{"a":' * 40, "rejected.too_deep"),
        ("[" * 100_000, "rejected.too_deep"), ("{broken", "rejected.broken_json"),
        ("1" * 5000, "rejected.broken_json"), ("", "rejected.broken_json"),
    ],
)
def test_parsing_is_bounded(text: str, reason: str) -> None:
    with pytest.raises(JsonProblem) as caught:
        parse(text, 32)
    assert caught.value.reason == reason


def test_brackets_in_strings_are_not_nesting() -> None:
    assert parse(json.dumps({"a": "[" * 100 + '\\"'}), 32) == {"a": "[" * 100 + '\\"'}
    assert parse("[" * 32 + "]" * 32, 32)
