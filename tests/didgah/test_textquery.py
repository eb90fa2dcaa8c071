"""The grammar of text queries, and the naive matcher that the index is checked against."""

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from didgah import textquery
from didgah.language.messages import INTERFACE_LANGUAGES, has
from didgah.language.messages import text as say
from didgah.model import Span
from didgah.textquery import And, Not, Or, QueryError, Words, parse


def _word(*tokens, prefix=False):
    return Words(tokens, prefix)


A, B, C = _word("a"), _word("b"), _word("c")


@pytest.mark.parametrize(("text", "tree"), [
    ("a", A),
    ("a b", And((A, B))),
    ("a AND b", And((A, B))),
    ("a OR b c", Or((A, And((B, C))))),
    ("(a OR b) c", And((Or((A, B)), C))),
    ("NOT a b", And((Not(A), B))),
    ("NOT (a OR b)", Not(Or((A, B)))),
    ("a AND NOT b", And((A, Not(B)))),
    ("NOT NOT a", Not(Not(A))),
    ("((a))", A),
    ('"a b"', _word("a", "b")),
    ("“a b” c", And((_word("a", "b"), C))),
    ("«a b»", _word("a", "b")),
    ("„a b“", _word("a", "b")),
    ('"a AND (b"', _word("a", "and", "b")),
    ("dip*", _word("dip", prefix=True)),
    ('"a dip*"', _word("a", "dip", prefix=True)),
    ("a * b".replace(" *", "*"), And((_word("a", prefix=True), B))),
    ("a؟ ،b! ...", And((A, B))),
    ("and or not", And((_word("and"), _word("or"), _word("not")))),
    ("كتاب‌ها", _word("کتاب", "ها")),
    ("Россия-ОИС", _word("россия", "оис")),
    ("۱۴۰۰", _word("1400")),
    ("يک", _word("یک")),
    ("a»", A),
])
def test_queries_read_as_trees(text, tree):
    assert parse(text) == tree


@pytest.mark.parametrize(("text", "position", "fault", "hint"), [
    ("", 0, "no_words", ""),
    ("  ؟ ،", 0, "no_words", ""),
    ("(a", 0, "opening", "(a)"),
    ("a (b OR c", 2, "opening", "a (b OR c)"),
    ("a)", 1, "closing", "a"),
    ("()", 0, "empty_group", ""),
    ('a "b', 2, "quote", 'a "b"'),
    ("«a", 0, "quote", "«a»"),
    ("a AND", 2, "operand", "a"),
    ("a OR", 2, "operand", "a"),
    ("OR a", 0, "operand", "a"),
    ("AND a", 0, "operand", "a"),
    ("a NOT", 2, "operand", "a"),
    ("a OR AND b", 5, "operand", "a OR b"),
    ("a *", 2, "prefix", "a"),
    ("(a OR", 3, "operand", "(a)"),
    ('"a AND (b', 0, "quote", '"a AND (b"'),
    ("(* OR", 1, "prefix", ""),
    ("*", 0, "prefix", ""),
    ("a () b", 2, "empty_group", "a b"),
    ("(" * 50 + "a" + ")" * 50, 40, "too_deep", "a"),
    ("NOT " * 50 + "a", 160, "too_deep", "a"),
])
def test_what_cannot_be_read_says_where_and_suggests_a_query_that_can(text, position, fault, hint):
    with pytest.raises(QueryError) as caught:
        parse(text)
    assert caught.value.position == position
    assert caught.value.message_key == f"query.error.{fault}"
    assert has(caught.value.message_key)
    assert caught.value.hint == hint
    if hint:
        parse(hint)


def test_a_query_error_survives_a_process_boundary():
    error = pickle.loads(pickle.dumps(QueryError(3, "query.error.quote", "x")))
    assert (error.position, error.message_key, error.hint) == (3, "query.error.quote", "x")


@given(st.text(alphabet='ab خا‌*()"«»ANDORT ؟-١ ', max_size=40) | st.text(max_size=40) | st.lists(
    st.sampled_from(["AND", "OR", "NOT", "(", ")", '"', "*", "«", "»", "صلح", "a"]), max_size=90,
).map(" ".join))
def test_any_text_is_read_or_refused_in_words(text):
    fault = None
    try:
        textquery.matches(parse(text), ["a", "b"])
    except QueryError as error:
        fault = error
    if fault:
        assert 0 <= fault.position <= len(text)
        assert all(say(fault.message_key, one) for one in INTERFACE_LANGUAGES)
        if fault.hint:
            parse(fault.hint)


@given(st.text(max_size=60))
def test_located_tokens_are_the_tokens_at_spans_that_make_them(text):
    found = textquery.located(text)
    assert [token for token, _ in found] == textquery.tokens(text)
    for token, span in found:
        assert token in textquery.tokens(text[span.start : span.end])


def test_persian_tokens_join_what_keyboards_part_and_part_at_the_half_space():
    assert textquery.tokens("كتاب‌هاي «ایــران»، ۱۴۰۰.") == ["کتاب", "های", "ایران", "1400"]


def _naive(text, words):
    return textquery.matches(parse(text), words)


def test_matching():
    words = ["the", "strategic", "vision", "group", "vision"]
    assert _naive("vision", words)
    assert not _naive("visio", words)
    assert _naive("visio*", words)
    assert _naive('"strategic vision"', words)
    assert not _naive('"vision strategic"', words)
    assert _naive('"group visi*"', words)
    assert not _naive('"visi* group"', words)  # only the last word of a phrase may go on
    assert _naive("vision NOT forum", words)
    assert _naive("forum OR group", words)
    assert not _naive("forum group", words)
    assert not _naive("anything", [])
    assert _naive("NOT anything", [])


def test_highlights_cover_the_words_as_written_but_not_what_is_denied():
    text = "كتاب‌هاي او و کتاب من"
    assert [text[s.start : s.end] for s in textquery.spans(parse("کتاب"), text)] == [
        "كتاب", "کتاب",
    ]
    assert textquery.spans(parse("کتاب‌های"), text) == (Span(0, 8),)
    assert textquery.spans(parse("NOT کتاب"), text) == ()
    assert textquery.spans(parse("ک* OR NOT او"), text) == (Span(0, 4), Span(14, 18))
