"""The button that puts something aside, and what comes back from it."""

import html
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components import basket
from didgah.briefing.items import KINDS, BriefingError
from didgah.filters import Filters
from tests.didgah.queries.asked import light

_words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30)


def sent(button: str) -> str:
    """What the browser would send when the button is pressed."""
    return html.unescape(re.search(r"data-put='([^']*)'", button)[1])


@given(st.sampled_from(KINDS), st.dictionaries(_words, _words, max_size=3), light)
def test_a_button_carries_its_item(kind, about, filters):
    item = basket._read(sent(basket.button(kind, about, filters)))
    assert (item.kind, item.about, item.filters) == (kind, about, filters)
    assert (item.headline, item.notes) == ("", "")


def test_hostile_words_stay_in_the_attribute():
    shown = basket.button("passage", {"article": "'><script>alert(1)</script>"}, Filters())
    assert "<script" not in shown
    assert shown.count("<button") == 1


def test_every_press_makes_an_item_of_its_own():
    pressed = sent(basket.button("coverage", {}, Filters()))
    assert basket._read(pressed).id != basket._read(pressed).id


@pytest.mark.parametrize("sent", [
    None, 3, "", "[]", "null", "{", '{"kind": "pie"}', '{"kind": "coverage", "about": []}',
    '{"kind": "coverage", "filters": "since=yesterday"}', "x" * 50_000,
    json.dumps({"kind": "cloud", "about": {"stop": "\ud800"}}),
])
def test_what_is_no_item_is_refused(sent):
    with pytest.raises((ValueError, BriefingError)):
        basket._read(sent)


def test_the_presenters_words_do_not_come_from_a_button():
    item = basket._read('{"kind": "coverage", "headline": "x", "notes": "y", "id": "../z"}')
    assert (item.headline, item.notes) == ("", "")
    assert item.id.isalnum()


def test_there_is_no_button_for_those_who_may_only_read(monkeypatch):
    monkeypatch.setenv("DIDGAH_EDITORS", "nobody")
    assert basket.button("coverage", {}, Filters()) == ""
