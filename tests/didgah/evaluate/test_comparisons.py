"""The comparisons against second, slower implementations, and on cases worked out by hand."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from didgah.evaluate import dates, later, meetings, names, statements, topic
from didgah.evaluate.labels import Date, Encounter, Labels, Name, Said, TakingPart
from didgah.model import Span
from tests.didgah.evaluate import made

TEXT = "الف " * 15


def count(comparison, measure: str, kind: str = "") -> tuple[int, int, int, int]:
    """(right, found, reached, expected) of a measure, summed over kinds when `kind` is ""."""
    rows = [t for t in comparison.tallies if t.measure == measure and kind in ("", t.kind)]
    return tuple(sum(getattr(t, name) for t in rows)
                 for name in ("right", "found", "reached", "expected"))


def characters(span) -> set[int]:
    return set(range(span.start, span.end))


@given(made.names(), made.names())
def test_names(gold, read):
    result = names.compare(Labels(names=gold, linked=True), Labels(names=read, linked=True), TEXT)
    strict = Counter((n.start, n.end, n.kind) for n in gold) & Counter(
        (n.start, n.end, n.kind) for n in read)
    assert count(result, "strict") == (strict.total(), len(read), strict.total(), len(gold))
    for kind in made.KINDS:
        assert count(result, "strict", kind)[1] == sum(n.kind == kind for n in read)
    # Both sides are apart, so pairing from the left is best; a plain two-finger walk.
    hits = 0
    for kind in made.KINDS:
        a, b = [n for n in gold if n.kind == kind], [n for n in read if n.kind == kind]
        i = j = 0
        while i < len(a) and j < len(b):
            if characters(a[i]) & characters(b[j]):
                hits, i, j = hits + 1, i + 1, j + 1
            elif a[i].end <= b[j].start:
                i += 1
            else:
                j += 1
    assert count(result, "overlap")[0] == hits
    exact = Counter((n.start, n.end, n.entity) for n in gold if n.entity) & Counter(
        (n.start, n.end, n.entity) for n in read if n.entity)
    assert count(result, "registry strict")[0] == exact.total()
    assert count(result, "registry")[1::2] == (
        sum(bool(n.entity) for n in read), sum(bool(n.entity) for n in gold))
    listed = sum(miss.problem in ("missed", "spurious") for miss in result.misses)
    assert listed <= len(gold) + len(read)


def test_names_without_labels_or_entities_are_judged_by_their_spans():
    gold, read = (Name(0, 3),), (Name(0, 3, "person", "person:putin"),)
    result = names.compare(Labels(names=gold, typed=False), Labels(names=read, linked=True), TEXT)
    assert {t.measure for t in result.tallies} == {"strict", "overlap"}
    assert count(result, "strict") == (1, 1, 1, 1)


def test_a_name_read_where_the_text_has_none_counts_against_precision():
    read = Labels(names=(Name(0, 3, "place", "place:mali"),), linked=True)
    result = names.compare(Labels(names=(), linked=True), read, TEXT)
    assert count(result, "registry") == (0, 1, 0, 0)
    assert [m.problem for m in result.misses] == ["spurious"]


def test_gold_does_not_judge_an_entity_that_the_registry_got_later():
    entered = later.FILE.read_text(encoding="utf-8").split()[-1]
    read = Labels(names=(Name(0, 3, "organisation", entered),), linked=True)
    same = Labels(names=(Name(0, 3, "organisation"),), linked=True)
    assert count(names.compare(same, read, TEXT), "registry") == (0, 0, 0, 0)
    for gold in ((), (Name(0, 3, "place"),), (Name(0, 3, "organisation", "outlet:tass"),)):
        result = names.compare(Labels(names=gold, linked=True), read, TEXT)
        assert count(result, "registry")[:2] == (0, 1)


@pytest.mark.parametrize(("told", "right"), [
    ("Somewhere", 1), ("", 0), ("place:moscow", 0), ("place:volgograd", 1),
])  # fmt: skip
def test_a_place_that_the_registry_got_later_is_right_where_gold_names_an_unlisted_one(told, right):
    assert "place:volgograd" in later.entered_later()
    day = date(2021, 11, 24)
    label = Encounter(True, "talks", "russia_iran", day, day, "day", told)
    read = replace(label, place="place:volgograd")
    result = meetings.compare(Labels(meetings=(label,)), Labels(meetings=(read,)), TEXT)
    assert count(result, "place")[:2] == (right, 1)


@given(made.dates(), made.dates())
def test_dates(gold, read):
    result = dates.compare(Labels(dates=gold), Labels(dates=read), TEXT)
    strict = Counter((d.start, d.end, d.type) for d in gold) & Counter(
        (d.start, d.end, d.type) for d in read)
    assert count(result, "strict") == (strict.total(), len(read), strict.total(), len(gold))
    right, told = count(result, "value")[:2]
    wrong, pairs = count(result, "wrong and sure")[:2]
    left, untold = count(result, "left open")[:2]
    assert told + untold == pairs
    assert right + wrong <= pairs
    assert left <= untold
    assert count(result, "value of all")[:2] == (right, sum(
        d.type == "date" and d.first is not None for d in gold))


@pytest.mark.parametrize(("gold", "read", "value", "sure"), [
    ((1, 1), {"first": 1, "last": 1}, (1, 1), 0),
    ((1, 1), {"first": 1, "last": 2}, (0, 1), 1),
    ((1, 1), {"first": 1, "last": 2, "assumed": True}, (0, 1), 0),
    ((1, 1), {"first": 2, "last": 2, "approximate": True}, (0, 1), 0),
    ((1, 1), {"first": None, "last": None}, (0, 1), 0),
    ((None, None), {"first": 1, "last": 1}, (0, 0), 1),
    ((None, None), {"first": None, "last": None}, (0, 0), 0),
])
def test_right_wrong_and_wrong_and_sure(gold, read, value, sure):
    days = {None: None, 1: date(2021, 11, 24), 2: date(2021, 11, 25)}
    label = Date(0, 3, "date", days[gold[0]], days[gold[1]])
    ours = Date(0, 5, "date", **(read | {name: days[read[name]] for name in ("first", "last")}))
    result = dates.compare(Labels(dates=(label,)), Labels(dates=(ours,)), TEXT)
    assert count(result, "value")[:2] == value
    assert count(result, "wrong and sure")[:2] == (sure, 1)


def test_bare_spans_are_judged_as_spans_of_any_type():
    gold = (Date(0, 3, valued=False),)
    read = (Date(0, 3, "duration"),)
    result = dates.compare(Labels(dates=gold, typed=False), Labels(dates=read), TEXT)
    assert count(result, "strict") == (1, 1, 1, 1)
    assert count(result, "value")[:2] == (0, 0)
    nothing = dates.compare(Labels(dates=(), typed=False), Labels(dates=read), TEXT)
    assert {t.kind for t in nothing.tallies} == {""}


SESSION = Encounter(
    True, "session", "", date(2021, 11, 24), date(2021, 11, 25), "days", "place:jeddah", "SA",
    "held", (Span(0, 10),), (TakingPart("person:putin", "message_sender", "head_of_state"),),
)


def met(gold, read):
    sides = Labels(meetings=tuple(gold)), Labels(meetings=tuple(read))
    return meetings.compare(*sides, TEXT)


@given(made.meetings())
def test_a_reading_that_equals_gold_is_all_right(told):
    result = met(told, told)
    subjects = sum(one.about for one in told)
    for measure in ("place", "country", "kind", "status", "series", "day"):
        right, of = count(result, measure)[:2]
        assert right == of
    # Two meetings that gold itself tells alike may be taken for one another, none for a third.
    assert count(result, "about")[0] <= subjects
    assert count(result, "about")[1::2] == (subjects, subjects)


@given(made.meetings(), made.meetings())
def test_meetings_are_paired_one_to_one_and_only_with_two_points(gold, read):
    result = met(gold, read)
    found, of = count(result, "all")[0], min(len(gold), len(read))
    assert 0 <= found <= of
    assert count(result, "kind")[1] == count(result, "about")[0]


@pytest.mark.parametrize(("change", "found"), [
    ({}, 1),
    ({"kind": "visit", "status": "announced"}, 1),
    ({"place": "place:kazan", "country": "RU"}, 1),
    ({"first": None, "last": None, "place": "", "country": ""}, 1),  # evidence, participant
    ({"first": date(2021, 3, 1), "last": date(2021, 3, 1), "place": "place:kazan",
      "participants": ()}, 0),  # evidence alone
    ({"evidence": (Span(20, 30),), "participants": (), "place": ""}, 1),  # day and country
    ({"evidence": (Span(20, 30),), "participants": (), "place": "", "country": ""}, 0),
])
def test_two_points_make_one_meeting(change, found):
    assert count(met([SESSION], [replace(SESSION, **change)]), "about")[0] == found


def test_place_that_the_registry_lacks_is_right_only_as_none():
    hall = replace(SESSION, place="تالار شهر")
    assert count(met([hall], [replace(SESSION, place="")]), "place")[:2] == (1, 1)
    assert count(met([hall], [SESSION]), "place")[:2] == (0, 1)
    assert count(met([hall], [SESSION]), "place told")[:2] == (0, 0)


def test_interval_that_only_meets_the_right_one_is_another_day():
    result = met([SESSION], [replace(SESSION, last=date(2021, 11, 27))])
    assert count(result, "day")[:2] == (0, 1)
    assert count(result, "day in common")[:2] == (1, 1)
    undated = replace(SESSION, first=None, last=None)
    assert count(met([SESSION], [undated]), "day in common")[:2] == (0, 1)
    assert count(met([undated], [SESSION]), "day")[:2] == (0, 0)


def test_background_meeting_is_no_spurious_subject():
    result = met([SESSION, replace(SESSION, about=False, evidence=(Span(20, 30),),
                                   first=date(2008, 10, 1), last=date(2008, 10, 1))],
                 [SESSION, replace(SESSION, about=False, evidence=(Span(20, 30),),
                                   first=date(2008, 10, 1), last=date(2008, 10, 1))])
    assert count(result, "about") == (1, 1, 1, 1)
    assert count(result, "background")[:2] == (1, 1)
    assert not result.misses


def test_participants_by_entity_or_name_and_their_levels():
    gold = replace(SESSION, participants=(
        TakingPart("person:putin", "message_sender", "head_of_state"),
        TakingPart("محمد ع‌لی", "speaker", "minister"), TakingPart("place:qatar", "host")))
    read = replace(SESSION, participants=(
        TakingPart("person:putin", "message_sender", "minister"),
        TakingPart("محمد ع لی", "participant", "minister"), TakingPart("organisation:oic")))
    result = meetings.compare_participants(
        Labels(meetings=(gold,)), Labels(meetings=(read,)), TEXT)
    assert count(result, "participants", "person") == (2, 2, 2, 2)
    assert count(result, "participants", "body") == (0, 1, 0, 1)
    assert count(result, "listed") == (1, 2, 1, 2)
    assert count(result, "level")[:2] == (1, 2)
    assert count(result, "role")[:2] == (1, 2)
    assert sorted(m.problem for m in result.misses) == [
        "participant missed", "participant spurious", "wrong level"]


@given(made.statements(), made.statements())
def test_statements(gold, read):
    result = statements.compare(Labels(statements=gold), Labels(statements=read), TEXT)
    said = set().union(*map(characters, gold)) if gold else set()
    covered = set().union(*map(characters, read)) if read else set()
    both = len(said & covered)
    assert count(result, "characters") == (both, len(covered), both, len(said))

    def half(a, b):
        return len(characters(a) & characters(b)) * 2 >= min(a.end - a.start, b.end - b.start)

    assert count(result, "found") == (
        sum(any(half(a, b) for a in gold) for b in read), len(read),
        sum(any(half(a, b) for b in read) for a in gold), len(gold))
    right = of = 0
    for a in gold:
        near = [b for b in read if half(a, b)]
        if near:
            best = max(near, key=lambda b: (len(characters(a) & characters(b)), -b.start))
            of += 1
            right += a.speaker == best.speaker
    assert count(result, "speaker")[:2] == (right, of)


@pytest.mark.parametrize(("speaker", "ours", "surface", "right"), [
    ("person:putin", "person:putin", "", 1), ("person:putin", "person:lavrov", "پوتین", 0),
    ("سخنگوی وزارت خارجه", "organisation:foreign_ministry", "وزارت خارجه", 1),
    ("سخنگوی دولت", "person:putin", "پوتین", 0), ("سخنگوی دولت", "person:putin", "", 0),
])
def test_speakers_by_key_or_by_name(speaker, ours, surface, right):
    result = statements.compare(
        Labels(statements=(Said(0, 9, speaker),)),
        Labels(statements=(Said(0, 9, ours, surface=surface),)), TEXT)
    assert count(result, "speaker")[:2] == (right, 1)


@pytest.mark.parametrize(("gold", "read", "on", "right"), [
    ("on", "on", (1, 1, 1, 1), 1), ("on", "off", (0, 0, 0, 1), 0),
    ("off", "on", (0, 1, 0, 0), 0), ("off", "off", (0, 0, 0, 0), 1),
    ("on", "unsure", (0, 0, 0, 1), 0),
])
def test_topic(gold, read, on, right):
    result = topic.compare(Labels(topic=gold), Labels(topic=read), TEXT)
    assert count(result, "on") == on
    assert count(result, "right")[:2] == (right, 1)
    assert bool(result.misses) != bool(right)
