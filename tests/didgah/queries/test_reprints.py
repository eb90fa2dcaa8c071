"""Reprints and sources against loops, on a corpus in which some articles are copies."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings

from didgah.filters import Filters
from didgah.model import Attribution
from didgah.queries import articles, overview, reprints
from didgah.resolve.decisions import append, new_decision
from didgah.store import layout
from didgah.store.reader import open_latest
from tests import corpus_factory
from tests.didgah.queries import asked

_CALM = settings(max_examples=25, deadline=None,
                 suppress_health_check=[HealthCheck.function_scoped_fixture])
_STORY = (
    "The delegation arrived in the morning and laid a wreath at the memorial of the city.",
    "Ministers of both countries signed a plan for joint work on roads, ports and schools.",
    "The guests visited the old mosque and met students who learn both languages there.",
    "A second round of talks will be held in autumn, the host told reporters at the airport.",
)


def _copies(registry):
    """Three articles of one text, the second and third citing the first, and a stranger."""
    day = date(2022, 3, 1)
    told = [
        corpus_factory.write(registry, "en", day, "tass", _STORY[0], " ".join(_STORY[1:])),
        corpus_factory.write(registry, "en", day + timedelta(1), "irna", "Guests arrive",
                             " ".join(_STORY[:3])),
        corpus_factory.write(registry, "en", day, "mehr", _STORY[0], " ".join(_STORY[1:]) + " End"),
        corpus_factory.write(registry, "en", day, "spa", "Other news",
                             "Nothing of it is told here, only that the market was open all day."),
    ]
    cites = (Attribution("tass", "TASS", 0, 4, "source"),)
    return [
        one if n in (0, 3) else replace(one, annotation=replace(one.annotation, attribution=cites))
        for n, one in enumerate(told)
    ]


@pytest.fixture(scope="module")
def printed(tmp_path_factory, small_registry):
    folder = tmp_path_factory.mktemp("printed") / "corpus"
    written = _copies(small_registry)
    # The copies come with a later build than the first: groups cross segments.
    corpus_factory.publish(folder, small_registry, corpus_factory.Source(written[:1]))
    corpus_factory.publish(folder, small_registry, corpus_factory.Source(written))
    snapshot = open_latest(folder)
    yield snapshot, [one.article.id for one in written]
    snapshot.close()


def test_a_group_has_its_first_ahead_and_says_who_cites_whom(printed):
    snapshot, (first, later, same_day, stranger) = printed
    for member in (first, later, same_day):
        group = reprints.group_of(snapshot, member)
        assert [one.article for one in group] == [first, same_day, later]
        assert [one.first for one in group] == [True, False, False]
        assert all(one.sure for one in group)  # who came out that day names the first
        assert [one.cites for one in group] == [(), ("tass",), ("tass",)]
        assert group[0].contained == 1.0
        assert 0.5 < group[2].containing < group[1].containing <= 1.0
    assert reprints.group_of(snapshot, stranger) == ()
    assert reprints.group_of(snapshot, "no-such") == ()


def test_marks_of_a_list(printed):
    snapshot, ids = printed
    marks = reprints.marks(snapshot, ids)
    assert set(marks) == set(ids[:3])
    assert {one.others for one in marks.values()} == {2}
    assert {one.outlet for one in marks.values()} == {"tass"}
    assert [marks[one].first for one in ids[:3]] == [True, False, False]
    assert reprints.marks(snapshot, []) == {}


def test_filters_by_reprint(printed):
    snapshot, ids = printed

    def found(**asked):
        return set(articles.page(snapshot, Filters(**asked))["id"])

    assert found(reprints="first") == {ids[0], ids[3]}
    assert found(reprints="again") == {ids[1], ids[2]}
    assert found(texts=(ids[0],)) == set(ids[:3])
    assert found(texts=(ids[0],), outlets=("irna",)) == {ids[1]}
    assert found(texts=("no-such",)) == set()
    assert overview.summary(snapshot, Filters()).texts == 2
    assert overview.summary(snapshot, Filters(outlets=("irna", "mehr"))).texts == 1


def test_a_build_without_new_articles_takes_the_groups_over(tmp_path, small_registry):
    folder = tmp_path / "corpus"
    source = corpus_factory.Source(_copies(small_registry))
    corpus_factory.publish(folder, small_registry, source)
    before = open_latest(folder)
    told = reprints.group_of(before, source.written[0].article.id)
    before.close()
    append(layout.decisions(folder), new_decision(
        "reject_name", "person:x", {}, "", datetime(2026, 1, 1, tzinfo=UTC)))
    corpus_factory.publish(folder, small_registry, source)
    after = open_latest(folder)
    assert after.version != before.version
    assert reprints.group_of(after, source.written[0].article.id) == told
    after.close()


@_CALM
@given(filters=asked.light)
def test_sources_are_counted_as_a_loop_does_and_open(small_snapshot, naive, filters):
    counts = Counter(
        (one.outlet, cited) for one in naive.within(filters) for cited in one.cites)
    rows = reprints.sources(small_snapshot, filters)
    assert {(r.outlet, r.cited): r.articles for r in rows.itertuples()} == counts
    assert rows.attrs == {"total": len(counts), "truncated": False}
    for row in rows.itertuples():
        assert naive.count(filters.narrow(row.open)) == row.articles
