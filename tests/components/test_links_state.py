"""What an address says: filters, views, language, data version; and what it may not say."""

from __future__ import annotations

from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components import links
from didgah.filters import Filters


def test_an_address_is_read_into_its_parts():
    state = links.read(parse_qsl(
        "languages=fa&entities=person:putin&unit=mentions&lang=en&version=3f9a2c"
    ))
    assert state.filters == Filters(languages=("fa",), entities=("person:putin",))
    assert state.view == {"unit": "mentions"}
    assert (state.language, state.version, state.ignored) == ("en", "3f9a2c", ())


@pytest.mark.parametrize(
    ("query", "ignored"),
    [
        ("lang=xx", "lang=xx"),
        ("version=../../etc", "version=../../etc"),
        ("version=" + "a" * 65, "version=" + "a" * 65),
        ("since=yesterday", "since=yesterday"),
        ("languages=klingon", "languages=klingon"),
    ],
)
def test_what_cannot_be_used_is_left_out_and_named(query, ignored):
    state = links.read(parse_qsl(query))
    assert state.ignored == (ignored,)
    assert (state.filters, state.language, state.version) == (Filters(), "fa", "")


def test_default_language_and_empty_views_stay_out_of_links():
    state = links.read([])
    assert state.pairs(lane="place", meeting=None, open="") == [("lane", "place")]
    english = links.read([("lang", "en"), ("version", "v1")])
    assert english.pairs() == [("lang", "en"), ("version", "v1")]


@given(
    st.lists(st.sampled_from(["fa", "ru", "ar", "en"])),
    st.dictionaries(
        st.sampled_from(["lane", "unit", "meeting", "open_top"]),
        st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1,
                max_size=50),
    ),
    st.sampled_from(["fa", "en"]), st.sampled_from(["", "abc123"]),
)
def test_state_round_trips_through_its_link(languages, view, language, version):
    state = links.State(Filters(languages=tuple(languages)), view, language, version, ())
    assert links.read(state.pairs(**state.view)) == state


def test_names_of_parameters_cannot_be_smuggled_in_as_views():
    state = links.read([(name, "x") for name in ("page", "label", "filters", "self", "icon")])
    assert state.view == {}


@pytest.mark.parametrize(
    "hostile",
    ["**bold**", "[a](javascript:x)", ":red[x]", "$x^2$", "`code`", "<b>", "# h", "1. a", "&lt;"],
)
def test_labels_are_plain_text_whatever_they_hold(hostile):
    escaped = links.plain(hostile)
    for at, char in enumerate(hostile):
        if not char.isalnum() and char not in " ^;":
            assert "\\" + char in escaped, (at, char)
    assert escaped.replace("\\", "") == hostile


def test_labels_do_not_turn_what_stands_around_them():
    assert "\u202e" not in links.plain("\u202eabc")


def test_calendar_of_the_reader_is_part_of_the_link_and_an_unknown_one_is_named():
    assert links.read([("calendar", "lunar_hijri")]).pairs() == [("calendar", "lunar_hijri")]
    assert links.read([("calendar", "mayan")]).ignored == ("calendar=mayan",)
