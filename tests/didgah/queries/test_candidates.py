"""Names outside the registry, against loops over the annotations."""

from collections import Counter, defaultdict
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings

from didgah.filters import Filters
from didgah.queries import candidates
from didgah.resolve import decisions
from didgah.store import layout
from didgah.store.reader import open_latest
from tests import corpus_factory
from tests.didgah.queries import asked

_CALM = settings(max_examples=25, deadline=None,
                 suppress_health_check=[HealthCheck.function_scoped_fixture])


def counted(naive, filters, kinds=("person", "organisation", "place"), languages=()):
    articles, mentions = Counter(), Counter()
    for facts in naive.within(filters):
        if languages and facts.language not in languages:
            continue
        found = {k: n for k, n in facts.candidates.items() if k.partition(":")[0] in kinds}
        articles.update(found.keys())
        mentions.update(found)
    return {key: (articles[key], mentions[key]) for key in articles}


@_CALM
@given(filters=asked.filters)
def test_counts_are_those_of_a_loop(small_snapshot, naive, filters):
    for kinds, languages in ((("person",), ()), (("organisation", "place"), ("en", "fa"))):
        rows = candidates.listing(small_snapshot, filters, kinds, languages, n=100)
        found = {r.candidate: (r.articles, r.mentions) for r in rows.itertuples()}
        assert found == counted(naive, filters, kinds, languages)
        assert list(rows.articles) == sorted(rows.articles, reverse=True)


def test_spellings_and_names_are_those_written(small_snapshot, naive):
    forms = defaultdict(Counter)
    for facts in naive.all:
        for one in facts.annotation.candidates:
            forms[f"{one.kind}:{one.name.lower()}"][one.surface] += 1
    rows = candidates.listing(small_snapshot, Filters())
    for row in rows.itertuples():
        assert row.spellings.split(" · ") == [
            form for form, _ in sorted(forms[row.candidate].items(), key=lambda p: (-p[1], p[0]))
        ]
    assert "Диалог Первый" in set(rows.name)


def test_pages_of_the_list_follow_one_another(small_snapshot):
    whole = candidates.listing(small_snapshot, Filters())
    first = candidates.listing(small_snapshot, Filters(), n=2)
    second = candidates.listing(small_snapshot, Filters(), n=2, offset=2)
    assert first.attrs == {"total": len(whole), "truncated": True}
    assert [*first.candidate, *second.candidate] == list(whole.candidate[:4])


def test_evidence_is_a_sentence_of_each_article(small_snapshot, naive):
    key = "person:диалог первый"
    rows = candidates.evidence(small_snapshot, Filters(), key, n=100)
    holding = {one.id: one for one in naive.all if key in one.candidates}
    assert set(rows.article) == set(holding)
    for row in rows.itertuples():
        whole = " ".join(holding[row.article].article.text.split())
        assert f"{row.before}{row.surface}{row.after}".strip() in whole
        assert row.surface in ("диалог", "мир")
    assert len(candidates.evidence(small_snapshot, Filters(), key, n=1)) == 1
    assert candidates.evidence(small_snapshot, Filters(), "person:nobody").empty


@pytest.fixture
def folder(tmp_path, small_registry, small_corpus):
    folder = tmp_path / "corpus"
    source = corpus_factory.Source(small_corpus)
    corpus_factory.publish(folder, small_registry, source)
    return folder, source


def _decided(folder, source, registry, *made):
    for one in made:
        decisions.append(layout.decisions(folder), one)
    corpus_factory.publish(folder, registry, source)
    snapshot = open_latest(folder)
    try:
        return set(candidates.listing(snapshot, Filters()).candidate), snapshot.registry
    finally:
        snapshot.close()


def test_a_rejected_name_is_hidden_until_the_decision_is_undone(folder, small_registry):
    key, now = "person:صلح", datetime(2026, 1, 1, tzinfo=UTC)
    reject = decisions.new_decision("reject_name", key, {}, "a common noun", now)
    left, registry = _decided(*folder, small_registry, reject)
    assert key not in left
    assert left
    assert registry.version == small_registry.version
    undo = decisions.new_decision("undo", reject.id, {}, "", now)
    left, _ = _decided(*folder, small_registry, undo)
    assert key in left


def test_an_accepted_name_is_an_entity_of_the_next_snapshot(folder, small_registry):
    value = {"kind": "person", "id": "first-dialogue", "name_ru": "Диалог Первый"}
    accept = decisions.new_decision("accept_name", "person:диалог первый", value, "",
                                    datetime(2026, 1, 1, tzinfo=UTC))
    store, source = folder
    decisions.append(layout.decisions(store), accept)
    # What the build would read anew is written by hand here, for the registry it will have.
    from didgah.resolve.accepted import with_names

    known = with_names(small_registry, [accept])
    source.written = [replace(one) for one in source.written]
    with corpus_factory.AnnotationCache(
        store, corpus_factory.annotator_version(), known.version
    ) as cache:
        cache.put(one.annotation for one in source.written)
    left, registry = _decided(store, source, small_registry)
    assert "person:диалог первый" not in left
    assert registry.entities["person:first-dialogue"].names["ru"] == "Диалог Первый"
    assert registry.version == known.version != small_registry.version
