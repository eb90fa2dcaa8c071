"""Sentences with their names folded away."""

import re

from hypothesis import given
from hypothesis import strategies as st

from didgah.annotate.sentences.skeleton import (
    ACTOR,
    Actor,
    merge,
    plain,
    replace_spans,
    sign,
    with_actor,
)
from didgah.model import Span
from tests.didgah.annotate.small_world import scene

TEXT = "abc def ghi jkl"
PUTIN = Actor("putin", "person", "def", 4, 7)


def skeleton():
    return replace_spans(TEXT, 10, [(14, 17, sign("actor", 0))], {sign("actor", 0): PUTIN})


@given(st.text(max_size=200))
def test_plain_form_has_the_length_of_the_text(text):
    assert len(plain(text)) == len(text)
    assert not re.search("[\ue000-\uefff]", plain(text))


def test_plain_form_is_one_for_many_spellings():
    assert plain("«می‌گوید»") == plain('"می گوید"') == plain("“مي‌گويد„")
    assert plain("أكّد ЁЖ – X") == "اکّد еж - x"


def test_signs_remember_where_they_stand():
    found = skeleton()
    assert found.text == f"abc {sign('actor', 0)} ghi jkl"
    at = found.text.index(sign("actor", 0))
    assert found.span(at, at + 1) == (14, 17)
    assert found.span(0, 3) == (10, 13)
    assert found.span(len(found.text) - 3, len(found.text)) == (22, 25)


def test_merge_draws_a_match_together_or_leaves_it():
    found = merge(skeleton(), re.compile(rf"{ACTOR} ghi"), lambda m: m.group()[0])
    assert found.text == f"abc {sign('actor', 0)} jkl"
    assert found.span(4, 5) == (14, 21)
    same = skeleton()
    assert merge(same, re.compile("ghi"), lambda m: None) is same


def test_with_actor_takes_whole_spans_only():
    found = with_actor(skeleton(), Actor("x", "person", "ghi", 18, 21), 18, 21)
    assert found.text.count(" ") == 3
    assert found.units[found.text[6]].entity == "x"
    same = skeleton()
    assert with_actor(same, PUTIN, 15, 17) is same


@given(st.lists(st.sampled_from([
    "پوتین", "رئیس‌جمهور روسیه", "«لاوروف»", "وزیر خارجه چین", "،", "گفت", "آقای", "کازان", "و",
]), min_size=1, max_size=10))
def test_offsets_of_a_real_sentence_stay_true(words):
    told = scene(" ".join(words), offices={"رئیس‌جمهور روسیه": "putin"})
    for sentence, found in zip(told.reading.sentences, told.reading.skeletons, strict=True):
        assert len(found.text) == len(found.starts) == len(found.ends)
        assert Span(found.starts[0], found.ends[-1]) == sentence
        assert all(a < b for a, b in zip(found.starts, found.ends, strict=True))
        assert list(found.starts) == sorted(found.starts)
        for at, char in enumerate(found.text):
            if char not in found.units:
                assert plain(told.reading.text[found.starts[at]]) == char
