"""What is encoded comes back equal, and what is not ours is refused."""

from dataclasses import dataclass
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from didgah.model import (
    Annotation,
    Article,
    DateExpression,
    Meeting,
    MeetingReport,
    Mention,
    Participant,
    Published,
    Registry,
    ReportRef,
    Span,
    Statement,
    Term,
)
from didgah.store.codec import decode, encode

_text = st.text(max_size=8)
_days = st.none() | st.dates()
_spans = st.builds(Span, st.integers(0, 99), st.integers(0, 99))
_words = st.dictionaries(st.sampled_from(("en", "fa")), _text)
_people = st.builds(
    Participant, _text, st.just("person"), st.just("host"), _text, _text, _words, _words)
_reports = st.builds(
    MeetingReport, series=_text, known=st.none() | _text, kind=st.just("call"), place=_text,
    country=_text, first=_days, last=_days, precision=st.just("day"),
    assumed=st.lists(_text, max_size=2).map(tuple), status=st.just("held"),
    participants=st.lists(_people, max_size=2).map(tuple),
    evidence=st.lists(_spans, max_size=2).map(tuple), focus=st.booleans(),
)


def _some(strategy):
    return st.lists(strategy, max_size=2).map(tuple)


_annotations = st.builds(
    Annotation, article=_text, language=_text, outlet=_text, outlet_name=_text,
    mentions=_some(st.builds(Mention, _text, st.just("place"), _text, st.just(1), st.just(2))),
    dates=_some(st.builds(
        DateExpression, _text, st.just(0), st.just(1), _days, _days, st.just("day"),
        st.just("lunar_hijri"), _some(_text), st.booleans())),
    meetings=_some(_reports),
    statements=_some(st.builds(
        Statement, _text, st.just("person"), _text, st.just("direct"), st.just(0), st.just(1),
        _text, st.none() | st.integers(0, 9))),
    terms=_some(st.builds(
        Term, _text, st.integers(1, 9), _some(st.tuples(_text, st.integers(1, 9))))),
    sentences=_some(_spans), stopped=_some(st.tuples(_text, st.integers(1, 9))),
)


@settings(max_examples=60)
@given(_annotations)
def test_annotations_come_back_equal(annotation):
    assert decode(Annotation, encode(annotation)) == annotation


@given(st.builds(
    Article, title=_text, body=st.text(), url=_text, outlet=_text, language=_text,
    published=st.builds(Published, _days, st.just("month"), st.just("feed")),
    fetched=st.none() | st.datetimes(), sources=_some(_text),
))
def test_articles_come_back_equal(article):
    found = decode(Article, encode(article))
    assert found == article
    assert found.id == article.id


def test_meetings_and_registries_come_back_equal(small_registry):
    meeting = Meeting("r-1", False, "", "call", {"fa": "تماس"}, date(2021, 1, 2), None, "day",
                      "held", "kazan", "RU", (), (ReportRef("a", 0),), "", False, ("s",))
    assert decode(Meeting, encode(meeting)) == meeting
    assert decode(Registry, encode(small_registry)) == small_registry


@dataclass(frozen=True)
class _Older:
    name: str
    at: datetime | None


@dataclass(frozen=True)
class _Newer:
    name: str
    added: tuple[int, ...] = ()
    at: datetime | None = None


@dataclass(frozen=True)
class _Incompatible:
    name: str
    at: datetime | None
    needed: int


def test_a_field_added_with_a_default_is_filled_in():
    stored = encode(_Older("x", datetime(2021, 1, 2, 3)))
    assert decode(_Newer, stored) == _Newer("x", (), datetime(2021, 1, 2, 3))


@pytest.mark.parametrize("data", [b"", b"not compressed", encode(_Older("x", None))[:-3]])
def test_bytes_of_something_else_are_refused(data):
    with pytest.raises(ValueError, match="not a stored"):
        decode(_Older, data)


def test_a_model_that_lost_or_gained_a_needed_field_is_refused():
    with pytest.raises(ValueError, match="not a stored"):
        decode(_Incompatible, encode(_Older("x", None)))
    with pytest.raises(ValueError, match="not a stored"):
        decode(_Older, encode(_Newer("x", (1,))))


def test_what_equals_its_default_takes_no_room():
    assert len(encode(_Newer("x"))) < len(encode(_Newer("x", (1,))))
