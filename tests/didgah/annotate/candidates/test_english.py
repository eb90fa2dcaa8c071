"""Names in English texts: runs of capitals and what tells their kind."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from didgah.annotate.candidates.english import find


def names(text: str) -> list[tuple[str, str]]:
    return [(one.kind, text[one.start : one.end]) for one in find(text)]


@pytest.mark.parametrize(("text", "wanted"), [
    ("The guests were met by Ambassador Samuel Brooks.", ("person", "Samuel Brooks")),
    ("Maria Petersen opened the exhibition.", ("person", "Maria Petersen")),
    ("It was opened by Nasser bin Hamad al-Thamer on Monday.",
     ("person", "Nasser bin Hamad al-Thamer")),
    ("He studied at the University of Northfield.", ("organisation", "University of Northfield")),
    ("The Northfield Development Bank lent the money.",
     ("organisation", "Northfield Development Bank")),
    ("They met in the city of Northfield.", ("place", "Northfield")),
    ("The river rises in Westmark Province.", ("place", "Westmark Province")),
])
def test_kinds(text, wanted):
    assert names(text) == [wanted]


@pytest.mark.parametrize("text", [
    "The Russian President arrived on Monday.", "On Tuesday In March", "The Government agreed.",
    "FORUM OPENS TODAY WITH MANY GUESTS", "Prime Minister", "Islamic World", "A New Beginning",
])
def test_capitals_alone_are_no_names(text):
    assert names(text) == []


@pytest.mark.parametrize(("text", "wanted"), [
    ("It was signed by Dr. Diana P. Moreau.", [("person", "Diana P. Moreau")]),
    ("He heads the Committee on Water Affairs Samuel Brooks knows.",
     [("organisation", "Committee on Water Affairs"), ("person", "Samuel Brooks")]),
    ("They visited the Institute of the Northern Seas on Thursday.",
     [("organisation", "Institute of the Northern Seas")]),
    ("The Consulate General of Westmark and the Press Office",
     [("organisation", "Consulate General of Westmark")]),
    ("the Middle East and Africa Samuel Brooks told reporters", [("person", "Samuel Brooks")]),
])
def test_edges(text, wanted):
    assert names(text) == wanted


def test_a_possessive_ends_a_name():
    assert names("President Samuel Brooks's visit") == [("person", "Samuel Brooks")]


def test_a_surname_and_an_abbreviation_come_again():
    text = "Maria Petersen leads the Northfield Aid Agency (NAA). Petersen said the NAA works."
    assert ("organisation", "NAA") in names(text)
    assert names(text).count(("person", "Petersen")) == 1


@given(st.lists(st.sampled_from(
    ["Maria", " ", "Bank", "of", "the", "Bin", "bin", "al-", "(", ")", "NAA", "'s", "’", ".", "\n",
     "President", "A.", "City", "é", "-", "\ud800", "\u202e", "and", ","]
), max_size=40).map("".join))
def test_any_mixture_gives_disjoint_spans_of_the_text(text):
    found = find(text)
    assert all(one.start < one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert not any("\n" in text[one.start : one.end] for one in found)
