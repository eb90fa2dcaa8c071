"""Addresses in a deck open what the deck shows."""

from __future__ import annotations

import contextvars
from datetime import date
from urllib.parse import parse_qsl, urlsplit

import pytest

from didgah.briefing.context import Context
from didgah.filters import Filters
from didgah.language import calendars


@pytest.mark.parametrize(("language", "chosen", "said"), [
    ("fa", None, None), ("fa", "solar_hijri", None), ("fa", "gregorian", "gregorian"),
    ("en", "gregorian", None), ("ru", "solar_hijri", "solar_hijri"),
    ("ar", "lunar_hijri", "lunar_hijri"),
])
def test_an_address_says_the_calendar_when_it_is_not_the_languages_own(
    small_snapshot, language, chosen, said
):
    context = Context(small_snapshot, language, "https://didgah.example/", date(2026, 11, 24))

    def address() -> str:
        calendars.choose(chosen)
        return context.address("meetings", Filters(languages=("ru",)), meeting="m1")

    asked = dict(parse_qsl(urlsplit(contextvars.copy_context().run(address)).query))
    assert asked.get("calendar") == said
    assert asked["version"] == small_snapshot.version
    assert (asked["languages"], asked["meeting"]) == ("ru", "m1")
