"""Entities against naive counts."""

from collections import Counter
from datetime import date
from itertools import combinations

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings

from didgah.filters import Filters
from didgah.queries import entities, entity_record, entity_search
from tests.didgah.queries import asked

_CALM = settings(max_examples=12, deadline=None,
                 suppress_health_check=[HealthCheck.function_scoped_fixture])
KINDS = ("person", "place")


def _of_kinds(one):
    return {key: n for key, n in one.entities.items() if key.split(":")[0] in KINDS}


@_CALM
@given(filters=asked.light)
def test_top_counts_articles_or_mentions_and_says_of_how_many(small_snapshot, naive, filters):
    inside = naive.within(filters)
    by_article = Counter(key for one in inside for key in _of_kinds(one))
    by_mention: Counter[str] = Counter()
    for one in inside:
        by_mention.update(_of_kinds(one))
    for unit, counts, denominator in (
        ("articles", by_article, len(inside)), ("mentions", by_mention, by_mention.total()),
    ):
        rows = entities.top(small_snapshot, filters, KINDS, unit, n=99)
        assert dict(zip(rows.entity, rows.n, strict=True)) == counts
        assert list(rows.entity) == sorted(counts, key=lambda key: (-counts[key], key))
        assert (rows.denominator == denominator).all()
        assert (rows.share == rows.n / denominator).all()
        assert rows.attrs == {"total": len(counts), "truncated": False}


def test_top_says_when_it_is_cut(small_snapshot):
    rows = entities.top(small_snapshot, Filters(), n=2)
    assert len(rows) == 2
    assert rows.attrs["truncated"]
    assert rows.attrs["total"] > 2


def test_pronouns_are_no_mentions_but_offices_are(small_snapshot, naive):
    written = Counter(f"{m.kind}:{m.entity}" for one in naive.all for m in one.annotation.mentions)
    rows = entities.top(small_snapshot, Filters(), KINDS, "mentions", n=99)
    counts = dict(zip(rows.entity, rows.n, strict=True))
    offices = sum(r.how == "office" and r.kind in KINDS
                  for one in naive.all for r in one.annotation.references)
    assert offices
    assert sum(counts.values()) == offices + sum(
        n for key, n in written.items() if key.split(":")[0] in KINDS)


@_CALM
@given(filters=asked.light)
def test_trend_counts_every_period_of_the_span(small_snapshot, naive, filters):
    inside = [one for one in naive.within(filters) if one.day]
    keys = ("person:putin", "person:nobody")
    rows = entities.trend(small_snapshot, filters, keys, "month")
    if not inside:
        assert rows.empty
        return
    months = {(one.day.year, one.day.month) for one in inside}
    first, last = min(months), max(months)
    between = (last[0] - first[0]) * 12 + last[1] - first[1] + 1
    assert len(rows) == between * len(keys)
    for row in rows.itertuples():
        here = [one for one in inside if row.period.date() <= one.day <= row.until.date()]
        assert row.denominator == len(here)
        assert row.n == sum(row.entity in one.entities for one in here)
        assert row.share == row.n / len(here) if here else pd.isna(row.share)
    mentions = entities.trend(small_snapshot, filters, keys, "month", "mentions")
    assert mentions.n.sum() == sum(one.entities["person:putin"] for one in inside)


@_CALM
@given(filters=asked.light)
def test_pairs_are_named_in_one_article(small_snapshot, naive, filters):
    pairs: Counter[tuple[str, str]] = Counter()
    for one in naive.within(filters):
        pairs.update(combinations(sorted(_of_kinds(one)), 2))
    rows = entities.comention(small_snapshot, filters, n=999, kinds=KINDS)
    found = {(row.a, row.b): row.n for row in rows.itertuples()}
    assert found == pairs
    assert list(rows.n) == sorted(rows.n, reverse=True)


@_CALM
@given(filters=asked.light)
def test_a_record_adds_up(small_snapshot, naive, filters):
    key = "person:lavrov"
    found = entity_record.record(small_snapshot, filters, key)
    mine = [one for one in naive.within(filters) if key in one.entities]
    days = [one.day for one in mine if one.day]
    assert (found.articles, found.mentions) == (
        len(mine), sum(one.entities[key] for one in mine))
    assert (found.first, found.last) == (min(days, default=None), max(days, default=None))
    assert dict(zip(found.languages.language, found.languages.articles, strict=True)) == Counter(
        one.language for one in mine)
    roles = Counter(
        p.role for one in naive.within(filters) for report in one.annotation.meetings
        for p in report.participants if (p.kind, p.entity) == ("person", "lavrov"))
    assert dict(zip(found.roles.role, found.roles.n, strict=True)) == roles
    assert set(found.statements.speaker) <= {key}
    assert len(found.statements) == sum(
        s.speaker == "lavrov" for one in naive.within(filters) for s in one.annotation.statements)
    others: Counter[str] = Counter()
    for one in mine:
        others.update(set(one.entities) - {key})
    assert {row.entity: row.n for row in found.with_whom.itertuples()}.items() <= others.items()


def test_forms_of_an_entity_add_up_to_its_mentions(small_snapshot):
    found = entity_record.record(small_snapshot, Filters(), "person:putin")
    assert found.forms.n.sum() == found.mentions
    assert {"ولادیمیر پوتین", "Владимир Путин"} <= set(found.forms.surface)


def test_meetings_of_an_entity_are_those_it_takes_part_in(small_snapshot, naive):
    found = entity_record.record(small_snapshot, Filters(), "person:putin").meetings
    expected = {one.id for one in naive.meetings
                if ("person", "putin") in {(p.kind, p.entity) for p in one.participants}}
    assert set(found.meeting) == expected
    assert found.meeting.is_unique
    role = dict(zip(found.meeting, found.role, strict=True))
    assert role["svg-2021-jeddah"] == "message_sender"


def test_an_entity_nobody_names_has_an_empty_record_and_an_unknown_one_none(small_snapshot):
    found = entity_record.record(small_snapshot, Filters(), "person:nobody")
    assert (found.articles, found.mentions, found.first) == (0, 0, None)
    assert found.with_whom.empty
    assert entity_record.record(small_snapshot, Filters(), "person:who") is None


@pytest.mark.parametrize(("text", "language", "first"), [
    ("پوت", "fa", "person:putin"), ("путин", "en", "person:putin"), ("كازان", "fa", "place:kazan"),
    ("KAZ", "ru", "place:kazan"),
])
def test_search_finds_names_in_any_language_and_spelling(small_snapshot, text, language, first):
    rows = entity_search.search(small_snapshot, text, language)
    assert rows.entity[0] == first
    entity = small_snapshot.registry.entities[first]
    assert rows.label[0] == entity.names[language]
    assert list(rows.n) == sorted(rows.n, reverse=True)
    assert entity_search.search(small_snapshot, "", language).empty
    assert entity_search.search(small_snapshot, "zzzz", language).empty


def test_options_are_the_entities_that_occur(small_snapshot, naive):
    rows = entity_search.options(small_snapshot, ("person",))
    expected = Counter(key for one in naive.all for key in one.entities
                       if key.startswith("person:"))
    assert dict(zip(rows.key, rows.n, strict=True)) == expected


def test_trend_in_weeks_covers_the_dates_asked_for(small_snapshot):
    filters = Filters(since=date(2021, 7, 1), until=date(2021, 8, 31))
    rows = entities.trend(small_snapshot, filters, ("person:putin",), "week")
    assert (rows.until - rows.period == pd.Timedelta(days=6)).all()
    assert rows.period.dt.day_of_week.eq(0).all()
