"""Items survive the file, and what is no item is refused in words."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from didgah.briefing.items import KINDS, MAX_WORDS, BriefingError, Item, item_row, read_item
from tests.didgah.queries.asked import filters

_WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
items = st.builds(
    Item, id=st.from_regex(r"[0-9a-f]{12}", fullmatch=True), kind=st.sampled_from(KINDS),
    filters=filters, about=st.dictionaries(_WORDS, _WORDS, max_size=3), headline=_WORDS,
    notes=_WORDS,
)


@given(items)
def test_an_item_comes_back_as_it_was(item):
    assert read_item(json.loads(json.dumps(item_row(item)))) == item


@pytest.mark.parametrize(("part", "value"), [
    ("kind", "pie"), ("id", ""), ("id", "../x"), ("filters", 3), ("filters", "since=yesterday"),
    ("about", {"meeting": 3}), ("about", []), ("headline", "x" * (MAX_WORDS + 1)),
])
def test_what_is_no_item_is_refused(part, value):
    row = item_row(Item("a1", "meeting", about={"meeting": "kaz-2025"}))
    with pytest.raises(BriefingError):
        read_item(row | {part: value})
