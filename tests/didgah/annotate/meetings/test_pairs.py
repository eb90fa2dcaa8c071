"""Talks in an order of words that no pattern has: two sides near a word of meeting, in the lead."""

from __future__ import annotations

from datetime import date

import pytest

from didgah.annotate.meetings.pairs import find_pair
from didgah.annotate.sentences.background import background_of
from tests.didgah.annotate.small_world import lexicons, scene, small_registry

DAY = date(2024, 5, 15)
SIDES = {"putin", "erdogan"}


def pair(text: str, title: str = "", **more):
    """The draft found in an English text, None when there is none."""
    told = scene(text, "en", title=title, published=DAY, **more)
    return find_pair(told.reading, lexicons().encounters["en"], background_of(small_registry()))


def people(text: str, **more) -> set[str]:
    found = pair(text, **more)
    return {entity for _, entity in found.members} if found else set()


@pytest.mark.parametrize("text", [
    "In Ankara, Putin was where Erdogan had wanted the talks.",
    "Erdogan, at the talks, heard Putin out.",
    "Talks in Ankara brought Erdogan close to Putin.",
])
def test_two_of_two_countries_near_a_word_of_meeting(text):
    assert people(text) == SIDES


def test_the_nearest_two_are_the_sides():
    assert people(
        "Minnikhanov was asked by reporters; Talks in Ankara brought Erdogan close to Putin."
    ) == SIDES


def test_a_third_further_off_is_no_side():
    told = people("Lavrov was there when talks in Ankara brought Erdogan close to Putin.")
    assert told == {"lavrov", "erdogan"}


def test_day_place_and_status_are_those_of_the_sentence():
    found = pair("Talks in Ankara brought Erdogan close to Putin on Tuesday.",
                 dates={"Tuesday": date(2024, 5, 14)})
    assert found is not None
    assert (found.kind, found.when.first, found.where.place, found.status, found.focus) == (
        "bilateral", date(2024, 5, 14), "ankara", "held", True)


def test_talks_by_telephone_are_a_call_without_a_place():
    found = pair("Telephone talks in Ankara brought Erdogan close to Putin.")
    assert found is not None
    assert (found.kind, found.where.place) == ("call", "")


@pytest.mark.parametrize("text", [
    "Talks in Kazan brought Minnikhanov close to Putin.",  # one country
    "Talks in Ankara brought Erdogan fame.",  # one side
    "Talks are over. Erdogan is close to Putin.",  # another sentence
    "Talks in Ankara: Erdogan is close to Putin.",  # another clause
    "There were no talks in Ankara that brought Erdogan close to Putin.",
    "Talks earlier brought Erdogan close to Putin in Ankara.",
    "Talks were what Erdogan, who knew Putin, wanted.",
    "The talks in Ankara would " + "x" * 120 + " bring Erdogan close to Putin.",  # too far off
])
def test_what_tells_of_no_talks_of_two_sides(text):
    assert people(text) == set()


def test_only_title_and_lead_are_read():
    filler = "The weather in Kazan stayed cold over all of that week. " * 8
    told = "Talks in Ankara brought Erdogan close to Putin."
    assert people(filler + told) == set()
    assert people(filler, title=told) == SIDES
