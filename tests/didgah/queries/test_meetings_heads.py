"""The head of a meeting: the highest level present, and whose lane it stands in."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from didgah.model import SEVERAL, Entity, Meeting, Participant
from didgah.queries import meetings_heads
from didgah.queries.meetings_heads import Head, head


def meeting(*participants: Participant) -> Meeting:
    day = date(2021, 5, 1)
    return Meeting("m", True, "", "bilateral", {"en": "m"}, day, day, "day", "held", "", "",
                   participants)


def person(entity: str, level: str, role: str = "participant") -> Participant:
    return Participant(entity, "person", role, level=level)


class World:
    """As much of a registry as is asked for: who comes from where."""

    entities: ClassVar = {
        f"person:{name}": Entity(name, "person", {"en": name}, country=country)
        for name, country in (("home", "RU"), ("one", "IR"), ("two", "SA"), ("aide", "IR"))
    }


def of(*participants: Participant) -> Head:
    return head(meeting(*participants), World)


def test_the_guest_leads_the_lane_and_the_highest_gives_the_level():
    assert of(person("home", "head_of_state"), person("one", "minister")) == Head(
        "head_of_state", "person:one")


def test_the_highest_guest_leads_before_those_who_came_along():
    assert of(person("aide", "deputy_minister"), person("one", "minister")).leader == "person:one"


def test_several_guests_of_one_rank_are_several():
    assert of(person("one", "minister"), person("two", "minister")).leader == SEVERAL


def test_without_guests_the_home_side_leads_and_the_absent_never_do():
    absent = person("one", "head_of_state", "absent")
    assert of(absent, person("home", "official")) == Head("official", "person:home")
    assert of(absent) == Head("", "")


def test_every_meeting_of_a_snapshot_has_a_head(small_snapshot):
    found = meetings_heads.heads(small_snapshot)
    assert set(small_snapshot.registry.meetings) <= set(found)
    leaders = {one.leader for one in found.values()} - {"", SEVERAL}
    assert leaders
    assert leaders <= set(small_snapshot.registry.entities)
