"""Accepted names as entities of the registry."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from didgah.annotate.names.registered import NameMatcher
from didgah.resolve import decisions
from didgah.resolve.accepted import ID, check_name, proposed_id, with_names
from didgah.resolve.decisions import DecisionError
from tests.corpus_factory import small_registry

REGISTRY = small_registry()
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def accept(target="person:иван петров", **value):
    return decisions.new_decision("accept_name", target, value, "", NOW)


NEW = accept(kind="person", id="ivan-petrov", name_en="Ivan Petrov", name_ru="Иван Петров",
             forms_ru="И. Петров; Петров Иван")


def test_nothing_accepted_leaves_the_registry_alone():
    reject = decisions.new_decision("reject_name", "person:x", {}, "", NOW)
    assert with_names(REGISTRY, [reject]) is REGISTRY


def test_a_new_entity_is_found_in_its_case_forms():
    known = with_names(REGISTRY, [NEW])
    assert known.version != REGISTRY.version
    found = NameMatcher(known).find("Встреча с Иваном Петровым прошла", "ru")
    assert [(one.kind, one.entity) for one in found] == [("person", "ivan-petrov")]
    entity = known.entities["person:ivan-petrov"]
    assert entity.names["fa"] == "Ivan Petrov"  # called as in English where no name was given
    assert entity.variants == {"ru": ("И. Петров", "Петров Иван")}


def test_asking_again_gives_the_same_object_and_undoing_the_first_one():
    undo = decisions.new_decision("undo", NEW.id, {}, "", NOW)
    assert with_names(REGISTRY, [NEW]) is with_names(REGISTRY, [NEW])
    assert with_names(REGISTRY, [NEW, undo]) is REGISTRY


def test_another_spelling_of_somebody_known():
    spelled = accept(same_as="person:putin", name_ru="Путин Владимир", forms_fa="پوتین؛ ولادیمیر")
    known = with_names(REGISTRY, [spelled]).entities["person:putin"]
    assert known.variants["ru"] == ("Путин Владимир",)
    assert known.names == REGISTRY.entities["person:putin"].names


def test_an_id_that_the_tables_have_got_meanwhile_gives_them_its_spellings():
    late = accept(kind="person", id="putin", name_ru="Володимир Путін")
    known = with_names(REGISTRY, [late]).entities["person:putin"]
    assert known.names["ru"] == "Владимир Путин"
    assert known.variants["ru"] == ("Володимир Путін",)


@pytest.mark.parametrize(("value", "fault"), [
    ({"kind": "person", "id": "putin", "name_en": "X"}, "taken by 'Vladimir Putin'"),
    ({"kind": "person", "id": "Ivan Petrov", "name_en": "X"}, "small Latin letters"),
    ({"kind": "person", "id": "x", "name_ru": "Владимир  путин"}, "already names person:putin"),
    ({"kind": "place", "id": "x", "name_en": "X", "forms_en": "Y; Kazan"},
     "already names place:kazan"),
    ({"same_as": "person:unknown", "name_en": "X"}, "no entity 'person:unknown'"),
    ({"same_as": "person:putin", "forms_en": "Sergey Lavrov"}, "already names person:lavrov"),
])
def test_what_contradicts_the_registry_is_refused(value, fault):
    with pytest.raises(DecisionError, match=fault):
        check_name(accept(**value), REGISTRY)


def test_a_name_accepted_before_is_known_to_the_check():
    again = accept(kind="person", id="other", name_en="Ivan Petrov")
    check_name(again, REGISTRY)
    with pytest.raises(DecisionError, match="already names person:ivan-petrov"):
        check_name(again, with_names(REGISTRY, [NEW]))


def test_a_spelling_of_the_same_entity_is_no_contradiction():
    check_name(accept(same_as="person:putin", forms_en="Vladimir Putin; V. V. Putin"), REGISTRY)


@pytest.mark.parametrize(("value", "fault"), [
    ({}, "unknown kind"),
    ({"kind": "outlet", "id": "x", "name_en": "X"}, "unknown kind 'outlet'"),
    ({"kind": "person", "name_en": "X"}, "needs value.id"),
    ({"kind": "person", "id": "x"}, "needs a name"),
    ({"kind": "person", "id": "x", "name_en": "X", "name_tt": "X"}, "value.name_tt"),
    ({"same_as": "person:putin"}, "needs a spelling"),
    ({"same_as": "person:putin", "id": "x", "name_en": "X"}, "either"),
])
def test_what_makes_no_sense_is_refused_at_once(value, fault):
    with pytest.raises(DecisionError, match=fault):
        accept(**value)


@given(st.text(max_size=40))
def test_a_proposed_id_is_one_or_none(name):
    found = proposed_id(name)
    assert found == "" or ID.fullmatch(found)
