"""Who faces whom: people speak for their country, or for the body their office names."""

from __future__ import annotations

import pandas as pd
import pytest

from didgah import registry
from didgah.charts import parties
from didgah.model import Participant, Registry


@pytest.fixture(scope="module")
def real() -> Registry:
    return registry.load()


@pytest.mark.parametrize(
    ("entity", "name", "office", "party"),
    [
        ("putin", "Vladimir Putin", "President of Russia", "RU"),
        ("raisi", "Ebrahim Raisi", "President of Iran", "IR"),
        ("", "Abdelaziz Bouteflika", "President of Algeria", "DZ"),
        ("", "Syed Hamid Albar", "Malaysian foreign minister, head of the OIC delegation", "MY"),
        ("", "Samir Bakr Diab", "OIC Assistant Secretary General", "organisation:oic"),
        ("", "somebody", "head of a bank", ""),
    ],
)
def test_party_of_a_participant(
    real: Registry, entity: str, name: str, office: str, party: str
) -> None:
    one = Participant(entity, "person", "participant", name, offices={"en": office})
    assert parties.of_participants([one], real) == ({party} if party else set())


def test_the_absent_are_no_party(real: Registry) -> None:
    offices = {"en": "President of Russia"}
    one = Participant("putin", "person", "absent", "Vladimir Putin", offices=offices)
    assert parties.of_participants([one], real) == frozenset()


def test_keys_alone_speak_for_countries_and_bodies(real: Registry) -> None:
    found = parties.of_keys(["person:lavrov", "organisation:oic", "person:no-such"], real)
    assert found == {"RU", "organisation:oic"}


def test_rows_of_the_timeline_ask_the_chronology_first(real: Registry) -> None:
    known = next(one for one in real.meetings.values()
                 if len(parties.of_participants(one.participants, real)) == 2)
    frame = pd.DataFrame({"meeting": [known.id, "reported-1"],
                          "parties": [["person:nobody"], ["person:putin"]]})
    assert parties.of_rows(frame, real) == [
        parties.of_participants(known.participants, real), parties.of_keys(["person:putin"], real)]
