"""Templates are filled whole, with labels where the template has them."""

from __future__ import annotations

import random
import re

import pytest

from didgah.training.persian_names import TEMPLATES
from didgah.training.slots import Templates, fill, read_templates, sentences


def _spans(labelled):
    """(label, words) of each name."""
    found = []
    for word, label in zip(labelled.words, labelled.labels, strict=True):
        if label.startswith("B-"):
            found.append((label[2:], [word]))
        elif label.startswith("I-"):
            found[-1][1].append(word)
    return [(kind, " ".join(words)) for kind, words in found]


def test_groups_are_one_name_and_slots_inside_only_words_of_it() -> None:
    made = fill("رئیس [o اداره کل بنادر استان {PROV}] به [l میدان بزرگ] آمد.", random.Random(1))
    (body, name), (place, square) = _spans(made)
    assert (body, place, square) == ("ORG", "LOC", "میدان بزرگ")
    assert name.startswith("اداره کل بنادر استان ")
    assert len(name.split()) > 4
    assert made.labels[0] == made.labels[-1] == "O"


def test_one_of_the_choices_is_made_and_slots_get_their_label() -> None:
    seen = set()
    for seed in range(30):
        made = fill("(آقای|خانم) {LAST} به {CITY} رفت", random.Random(seed))
        assert [kind for kind, _ in _spans(made)] == ["PER", "LOC"]
        seen.add(made.words[0])
    assert seen == {"آقای", "خانم"}


def test_what_is_no_name_has_no_label() -> None:
    made = fill("{NUM} {NAT} در {DAY} {MONTH} {YEAR}", random.Random(3))
    assert set(made.labels) == {"O"}
    assert not made.hidden


def test_some_names_are_hidden_and_nothing_else_is() -> None:
    made = [fill("وزیر {LAST} را دید", random.Random(seed)) for seed in range(200)]
    hidden = [m for m in made if m.hidden]
    assert 30 < len(hidden) < 90
    assert all(m.labels[n] != "O" for m in hidden for n in m.hidden)


def test_a_composed_body_is_one_organisation() -> None:
    made = fill("{BODY} اعلام کرد", random.Random(1), ["(هیئت|انجمن) کوه {CITY}"])
    ((kind, name),) = _spans(made)
    assert kind == "ORG"
    assert re.match("(هیئت|انجمن) کوه .", name)


def test_an_unknown_slot_is_an_error() -> None:
    with pytest.raises(KeyError):
        fill("{NOBODY} آمد", random.Random(1))


def test_the_same_seed_gives_the_same_sentences() -> None:
    templates = Templates(("{PER} به {COUNTRY} رفت", "{CLUB} برد"), ())
    assert sentences(templates, 20, 7) == sentences(templates, 20, 7)
    assert sentences(templates, 20, 7) != sentences(templates, 20, 8)


def test_every_template_of_the_project_can_be_filled() -> None:
    templates = read_templates(TEMPLATES)
    assert len(templates.sentences) > 600
    for made in sentences(templates, len(templates.sentences), 1):
        assert made.words
        assert not {"{", "}", "[", "]", "|"} & set(made.words), made.words
    for seed, body in enumerate(templates.bodies):
        made = fill("{BODY}", random.Random(seed), [body])
        assert not {"{", "}", "[", "]", "|"} & set(made.words), made.words
        assert made.labels[0] == "B-ORG"
        assert set(made.labels[1:]) <= {"I-ORG"}
