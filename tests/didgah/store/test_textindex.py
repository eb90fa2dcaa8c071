"""The index answers every query as the naive matcher does."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from didgah import textquery
from didgah.store import textindex
from didgah.textquery import And, Not, Or, Words

TEXTS = {
    0: "نشست گروه دیدگاه راهبردی روسیه و جهان اسلام در كازان",
    1: "گروه دیدگاه‌های راهبردی، نشست کازان؛ سخنرانی لاوروف.",
    2: "Заседание Группы стратегического видения «Россия — Исламский мир»",
    3: "The Strategic Vision Group met in Kazan; the group's vision is strategic.",
    4: "",
    5: "راهبرد دیدگاه گروه",
    6: "x" * 300,
    7: "Kazan Kazan Kazan",
}
VOCABULARY = sorted({token for text in TEXTS.values() for token in textquery.tokens(text)})


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    directory = tmp_path_factory.mktemp("text") / "index"
    textindex.write(directory, TEXTS.items())
    return textindex.TextIndex(directory)


def _expected(node):
    return {
        number for number, text in TEXTS.items()
        if textquery.matches(node, textquery.tokens(text))
    }


def _found(index, node):
    hits = index.find(node)
    numbers = [number for number, _ in hits]
    assert len(numbers) == len(set(numbers))
    return set(numbers)


@pytest.mark.parametrize("query", [
    "گروه", "گروه دیدگاه", '"گروه دیدگاه"', '"دیدگاه گروه"', "دیدگ*", '"گروه دیدگا*"',
    '"دیدگاه های راه*"', "راهبرد*", "NOT kazan", "kazan OR казан*", "ГРУППЫ", "کازان NOT لاوروف",
    "NOT (kazan OR گروه)", '"россия исламский мир"', "nothing", "NOT nothing", "x*", "x" * 300,
    '"the strategic" OR "is strategic"', "vision strategic group",
])
def test_a_query_finds_what_reading_every_text_finds(index, query):
    node = textquery.parse(query)
    assert _found(index, node) == _expected(node)


_leaves = st.builds(
    lambda tokens, prefix, cut: Words(
        (*tokens[:-1], tokens[-1][:cut] if prefix else tokens[-1]), prefix),
    st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=3).map(tuple),
    st.booleans(), st.integers(1, 4),
)
_nodes = st.recursive(_leaves, lambda inner: st.one_of(
    inner.map(Not),
    st.lists(inner, min_size=2, max_size=3).map(lambda nodes: And(tuple(nodes))),
    st.lists(inner, min_size=2, max_size=3).map(lambda nodes: Or(tuple(nodes))),
), max_leaves=6)


@settings(max_examples=200, deadline=None)
@given(node=_nodes)
def test_any_tree_finds_what_reading_every_text_finds(index, node):
    assert _found(index, node) == _expected(node)


def test_more_of_a_word_scores_higher(index):
    scores = dict(index.find(textquery.parse("kazan")))
    assert scores[7] > scores[3] > 0


def test_an_index_of_nothing_answers_nothing(tmp_path):
    textindex.write(tmp_path / "none", [])
    assert textindex.TextIndex(tmp_path / "none").find(textquery.parse("NOT a")) == []


def test_a_folder_that_holds_no_index_is_refused(tmp_path):
    with pytest.raises(ValueError, match=r"."):
        textindex.TextIndex(tmp_path)
