"""Names of the registry and of the model in one list, and which of two that overlap stays."""

from __future__ import annotations

from didgah.annotate.candidates.general_names import general_names
from didgah.model import Candidate, Mention


def _mention(kind, start, end) -> Mention:
    return Mention("x", kind, "…", start, end)


def _candidate(kind, start, end) -> Candidate:
    return Candidate("…", kind, "…", start, end, "model")


def test_both_are_listed_in_order() -> None:
    names = general_names(
        [_mention("place", 20, 25), _mention("outlet", 40, 44)], [_candidate("person", 0, 8)]
    )
    assert names == ((0, 8, "person"), (20, 25, "place"), (40, 44, "organisation"))


def test_the_registry_wins_over_another_span_or_kind() -> None:
    for candidate in (_candidate("place", 3, 12), _candidate("person", 0, 10),
                      _candidate("place", 2, 4)):
        assert general_names([_mention("organisation", 0, 10)], [candidate]) == (
            (0, 10, "organisation"),
        )


def test_a_country_inside_a_longer_body_is_part_of_it() -> None:
    names = general_names(
        [_mention("place", 12, 17), _mention("place", 30, 34)],
        [_candidate("organisation", 0, 17), _candidate("place", 30, 34)],
    )
    assert names == ((0, 17, "organisation"), (30, 34, "place"))


def test_a_longer_name_of_the_same_kind_is_the_name() -> None:
    assert general_names([_mention("person", 5, 10)], [_candidate("person", 0, 10)]) == (
        (0, 10, "person"),
    )


def test_a_series_is_no_name_of_a_body() -> None:
    assert general_names([_mention("series", 0, 10)], []) == ()


def test_a_city_and_its_country_stay_two_places() -> None:
    assert general_names(
        [_mention("place", 0, 5), _mention("place", 6, 11)], [_candidate("place", 0, 11)]
    ) == ((0, 5, "place"), (6, 11, "place"))
