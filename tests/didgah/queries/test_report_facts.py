"""Two reports compared fact by fact, and the reports there are to compare."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from didgah.queries import articles, companions
from didgah.queries.report_facts import KINDS, compared, shared
from didgah.store.reader import open_latest
from tests import corpus_factory


@pytest.fixture(scope="module")
def told(tmp_path_factory, small_registry):
    """Three reports of a meeting, two of them with a name and a day of their own."""
    folder = tmp_path_factory.mktemp("told") / "corpus"
    write, day = corpus_factory.write, date(2021, 11, 25)
    meeting = next(iter(small_registry.meetings))
    persian = write(small_registry, "fa", day, "irna", "گزارش دیدار",
                    "{person:putin} پیامی فرستاد. <person:putin|گفت|گفت‌وگو ادامه دارد>.",
                    [meeting])
    russian = write(small_registry, "ru", day, "tass", "Встреча",
                    "{person:lavrov} прибыл. {person:putin} направил послание.", [meeting])
    report = persian.annotation.meetings[0]
    stranger = replace(report.participants[0], entity="", name="مهمان", role="participant")
    persian = replace(persian, annotation=replace(persian.annotation, meetings=(replace(
        report, participants=(*report.participants, stranger)),)))
    english = write(small_registry, "en", None, "", "A report", "Nobody is named.", [meeting])
    alone = write(small_registry, "en", day, "", "Another matter", "Nothing of it.")
    corpus_factory.publish(
        folder, small_registry, corpus_factory.Source([persian, russian, english, alone]))
    snapshot = open_latest(folder)
    yield snapshot, [one.article.id for one in (persian, russian, english, alone)]
    snapshot.close()


def _views(told):
    snapshot, ids = told
    return [articles.get(snapshot, one) for one in ids]


def test_a_fact_stands_with_those_who_tell_it_and_opens_there(told):
    fa, ru, *_ = _views(told)
    facts = compared(fa, ru, shared(fa, ru))
    assert facts
    for fact in facts:
        assert fact.first or fact.second
        for view, passages in ((fa, fact.first), (ru, fact.second)):
            for one in passages:
                assert view.article.text[one.start:one.end] == one.text
    where = {(one.kind, one.value): (bool(one.first), bool(one.second)) for one in facts}
    assert where["statement", "person:putin"] == (True, False)
    assert where["participant", "مهمان"] == (True, False)
    assert {one for one, (_, second) in where.items() if second} >= {
        ("participant" if took_part else "name", "person:lavrov")
        for took_part in ["person:lavrov" in {
            f"{p.kind}:{p.entity}" for p in ru.annotation.meetings[0].participants}]}


def test_both_sides_are_exchanged_with_the_articles(told):
    fa, ru, *_ = _views(told)
    one = {(f.kind, f.value): (f.first, f.second) for f in compared(fa, ru, shared(fa, ru))}
    other = {(f.kind, f.value): (f.second, f.first) for f in compared(ru, fa, shared(ru, fa))}
    assert one == other


def test_kinds_come_in_their_order_and_what_both_tell_first(told):
    fa, ru, *_ = _views(told)
    facts = compared(fa, ru, shared(fa, ru))
    assert [KINDS.index(f.kind) for f in facts] == sorted(KINDS.index(f.kind) for f in facts)
    for kind in KINDS:
        both = [bool(f.first and f.second) for f in facts if f.kind == kind]
        assert both == sorted(both, reverse=True)


def test_an_article_told_twice_has_every_fact_on_both_sides(told):
    fa = _views(told)[0]
    assert all(f.first == f.second for f in compared(fa, fa, shared(fa, fa)))


def test_a_fact_without_words_of_its_own_opens_the_evidence(told):
    fa, _, en, _ = _views(told)
    parts = [f for f in compared(fa, en, shared(fa, en)) if f.kind == "participant" and f.second]
    assert parts
    assert {p.text for f in parts for p in f.second} == {"Nobody is named."}


def test_companions_are_the_other_reports_of_the_meeting_by_day(told):
    snapshot, (fa, ru, en, alone) = told
    assert [one.article for one in companions.of(snapshot, fa)] == [ru, en]
    assert companions.of(snapshot, alone) == ()
    assert companions.of(snapshot, "no-such") == ()


def test_another_language_is_laid_beside_first(told):
    snapshot, (fa, ru, *_) = told
    assert companions.across(companions.of(snapshot, ru), "ru").article == fa
    own = companions.of(snapshot, fa)
    assert companions.across(own[:1], "ru").article == ru  # better its own language than none
    assert companions.across((), "ru") is None
