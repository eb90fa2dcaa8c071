"""Who was at home."""

import pytest

from didgah.annotate.meetings.hosts import with_host
from didgah.model import Participant

HOMES = {"putin": "RU", "lavrov": "RU", "erdogan": "TR", "A. Guest": ""}
PUTIN = Participant("putin", "person", "participant", level="head_of_state")
LAVROV = Participant("lavrov", "person", "participant", level="minister")
ERDOGAN = Participant("erdogan", "person", "participant", level="head_of_state")
SAT_IN = Participant("another", "person", "participant", level="head_of_state")
STRANGER = Participant("", "person", "participant", name="A. Guest")


def hosts(kind, country, *participants):
    found = with_host(kind, country, participants, HOMES)
    assert [p.entity for p in found] == [p.entity for p in participants]
    return [p.entity for p in found if p.role == "host"]


@pytest.mark.parametrize(("kind", "country", "people", "expected"), [
    ("bilateral", "RU", (PUTIN, ERDOGAN), ["putin"]),
    ("bilateral", "TR", (PUTIN, LAVROV, ERDOGAN), ["erdogan"]),
    ("bilateral", "RU", (LAVROV, PUTIN, ERDOGAN), ["putin"]),
    ("bilateral", "RU", (PUTIN, STRANGER), ["putin"]),
    ("meeting", "RU", (PUTIN, STRANGER), []),  # perhaps of the same country
    ("bilateral", "RU", (PUTIN, SAT_IN, ERDOGAN), ["putin"]),
    ("bilateral", "SA", (PUTIN, ERDOGAN), []),
    ("bilateral", "", (PUTIN, ERDOGAN), []),
    ("bilateral", "RU", (PUTIN, LAVROV), []),
    ("call", "RU", (PUTIN, ERDOGAN), []),
    ("session", "RU", (PUTIN, ERDOGAN), []),
    ("summit", "RU", (PUTIN, ERDOGAN), ["putin"]),
    ("summit", "RU", (LAVROV, ERDOGAN), []),
])
def test_host_is_the_highest_at_home_when_others_came(kind, country, people, expected):
    assert hosts(kind, country, *people) == expected


def test_a_host_who_is_told_stays_alone():
    told = Participant("erdogan", "person", "host", level="head_of_state")
    assert hosts("bilateral", "RU", PUTIN, told) == ["erdogan"]
