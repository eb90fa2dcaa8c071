"""Builds are incremental, repeatable, cancellable, and harmless when they are killed."""

import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from didgah import registry as registry_tables
from didgah.bundled import DATA
from didgah.filters import Filters
from didgah.model import Annotation, Article, Published
from didgah.queries import articles, meetings, overview, terms
from didgah.resolve import decisions
from didgah.store import annotating, layout, publish
from didgah.store.annotations import AnnotationCache, annotator_version
from didgah.store.archive import Archive
from didgah.store.build import BuildCancelled, build, ensure_sample, is_current
from didgah.store.layout import StoreError
from didgah.store.reader import open_latest
from tests import corpus_factory
from tests.corpus_factory import Source


def _publish(folder, registry, written):
    return corpus_factory.publish(folder, registry, Source(list(written)))


def _answers(folder):
    """What the pages show, in comparable form."""
    snapshot = open_latest(folder)
    page = articles.page(snapshot, Filters(), limit=500)
    found = (
        overview.summary(snapshot, Filters()),
        page.astype(str).to_dict("records"),
        meetings.timeline(snapshot, Filters()).astype(str).to_dict("records"),
        sorted(map(tuple, terms.frequencies(snapshot, Filters(query="NOT zzz"), "fa", n=999)[
            ["term", "label", "kind", "n", "articles"]].to_records(index=False).tolist())),
        articles.facets(snapshot, Filters(), "entity", n=999).to_dict("records"),
    )
    snapshot.close()
    return found


def test_the_same_input_has_the_same_version_and_is_not_built_twice(
    tmp_path, small_registry, small_corpus
):
    first = _publish(tmp_path / "a", small_registry, small_corpus[:5])
    other = _publish(tmp_path / "b", small_registry, reversed(small_corpus[:5]))
    assert first.version == other.version
    assert len(first.version) == 12
    assert _publish(tmp_path / "a", small_registry, small_corpus[:5]) == first
    changed = replace(small_registry, version="5ma12")
    assert _publish(tmp_path / "b", changed, small_corpus[:5]).version != first.version


def test_added_articles_become_a_segment_and_answers_equal_those_of_a_full_build(
    tmp_path, small_registry, small_corpus
):
    for size in (10, 25, 40):
        grown = _publish(tmp_path / "grown", small_registry, small_corpus[:size])
    whole = _publish(tmp_path / "whole", small_registry, small_corpus[:40])
    assert [one.articles for one in grown.segments] == [10, 15, 15]
    assert [one.articles for one in whole.segments] == [40]
    assert grown.version == whole.version
    assert _answers(tmp_path / "grown") == _answers(tmp_path / "whole")


def test_an_article_that_is_gone_is_gone_everywhere(tmp_path, small_registry, small_corpus):
    _publish(tmp_path / "a", small_registry, small_corpus[:12])
    after = _publish(tmp_path / "a", small_registry, small_corpus[3:12])
    assert [one.articles for one in after.segments] == [9]
    _publish(tmp_path / "b", small_registry, small_corpus[3:12])
    assert _answers(tmp_path / "a") == _answers(tmp_path / "b")


def test_many_segments_melt_into_one(tmp_path, small_registry, small_corpus, monkeypatch):
    monkeypatch.setattr("didgah.store.build._SEGMENTS", 3)
    for size in (2, 4, 6):
        manifest = _publish(tmp_path, small_registry, small_corpus[:size])
    assert len(manifest.segments) == 3
    manifest = _publish(tmp_path, small_registry, small_corpus[:8])
    assert [one.articles for one in manifest.segments] == [8]


def test_a_full_build_replaces_the_segments_under_the_same_version(
    tmp_path, small_registry, small_corpus
):
    first = _publish(tmp_path, small_registry, small_corpus[:5])
    again = build(tmp_path, small_registry, full=True, source=Source(small_corpus[:5]))
    assert again.version == first.version
    assert again.segments[0].name != first.segments[0].name
    assert open_latest(tmp_path).manifest == again


def test_a_damaged_segment_is_laid_out_anew(tmp_path, small_registry, small_corpus):
    first = _publish(tmp_path, small_registry, small_corpus[:5])
    (layout.segments(tmp_path) / first.segments[0].name / "data.duckdb").write_bytes(b"")
    again = _publish(tmp_path, small_registry, small_corpus[:5])
    assert again.segments != first.segments
    assert open_latest(tmp_path).trouble is None


def test_a_decision_changes_the_version_and_the_meetings_but_no_segment(
    tmp_path, small_registry, small_corpus
):
    first = _publish(tmp_path, small_registry, small_corpus[:20])
    corrected = decisions.new_decision("reject_meeting", "kaz-2021", {}, "a test",
                                       datetime(2026, 1, 1, tzinfo=UTC))
    decisions.append(layout.decisions(tmp_path), corrected)
    second = _publish(tmp_path, small_registry, small_corpus[:20])
    assert second.version != first.version
    assert second.segments == first.segments
    assert second.decisions == 1
    snapshot = open_latest(tmp_path)
    assert meetings.record(snapshot, "kaz-2021") is None
    assert articles.count(snapshot, Filters(meetings=("kaz-2021",))) == 0
    snapshot.close()
    layout.decisions(tmp_path).write_text("{}\n")
    with pytest.raises(StoreError, match=r"decisions\.jsonl:1"):
        _publish(tmp_path, small_registry, small_corpus[:20])


def test_only_what_is_new_is_annotated(tmp_path, small_registry, small_corpus, monkeypatch):
    asked = []

    def annotate_batch(shared, batch):
        asked.extend(one.id for one in batch)
        return [Annotation(one.id, "fa", "", "") for one in batch]

    monkeypatch.setattr(annotating, "_annotate_batch", annotate_batch)
    told = []
    first, more = small_corpus[:4], small_corpus[:6]
    build(tmp_path, small_registry, lambda *at: told.append(at), source=Source(first))
    assert sorted(asked) == sorted(one.article.id for one in first)
    assert [at for at in told if at[2] == "build.annotate"] == [
        (0, 4, "build.annotate"), (4, 4, "build.annotate"),
    ]
    asked.clear()
    build(tmp_path, small_registry, source=Source(more))
    assert sorted(asked) == sorted(one.article.id for one in more[4:])


def test_a_cancelled_build_keeps_what_it_annotated_and_publishes_nothing(
    tmp_path, small_registry, small_corpus, monkeypatch
):
    monkeypatch.setattr(annotating, "_BATCH", 2)
    monkeypatch.setattr(annotating, "_annotate_batch", lambda shared, batch: [
        Annotation(one.id, "fa", "", "") for one in batch])
    answers = iter([False, True])
    with pytest.raises(BuildCancelled):
        build(tmp_path, small_registry, cancelled=lambda: next(answers),
              source=Source(small_corpus[:10]))
    with AnnotationCache(tmp_path, annotator_version(), small_registry.version) as cache:
        assert len(cache.known()) == 4
    assert publish.published_articles(tmp_path) == 0
    # Cancelled while laying out: the half-written segment is gone.
    stages = []
    with pytest.raises(BuildCancelled):
        build(tmp_path, small_registry, lambda done, total, stage: stages.append(stage),
              lambda: "build.tables" in stages, source=Source(small_corpus[:10]))
    assert list(layout.segments(tmp_path).iterdir()) == []


def test_an_annotator_that_fails_says_on_which_article(
    tmp_path, small_registry, small_corpus, monkeypatch
):
    def annotate(article, registry, lexicons):
        raise ZeroDivisionError

    monkeypatch.setattr("didgah.annotate.pipeline.annotate", annotate)
    with pytest.raises(ZeroDivisionError) as caught:
        build(tmp_path, small_registry, source=Source(small_corpus[:1]))
    assert small_corpus[0].article.id in caught.value.__notes__[0]


def test_processes_annotate_as_one_process_does(tmp_path):
    registry = registry_tables.load()
    archive = Archive(tmp_path / "corpus")
    archive.add(
        [Article(f"Lavrov in Kazan {n}", f"Sergey Lavrov visited Kazan on {n} May 2021.",
                 language="en", published=Published(date(2021, 5, n), "day", "stated"))
         for n in range(1, 5)], "by hand")
    one = build(tmp_path / "corpus", registry)
    Archive(tmp_path / "other").add(archive.articles(), "by hand")
    two = build(tmp_path / "other", registry, jobs=2)
    assert one.version == two.version
    assert _answers(tmp_path / "corpus") == _answers(tmp_path / "other")
    assert is_current(tmp_path / "other", registry, Archive(tmp_path / "other"))


def test_two_builds_do_not_run_at_once(tmp_path, small_registry, small_corpus):
    problems = []

    def second(done, total, stage):
        if stage == "build.tables" and not problems:
            try:
                _publish(tmp_path, small_registry, small_corpus[:3])
            except StoreError as error:
                problems.append(str(error))

    build_source = Source(small_corpus[:2])
    with AnnotationCache(tmp_path, annotator_version(), small_registry.version) as cache:
        cache.put(one.annotation for one in small_corpus[:3])
    build(tmp_path, small_registry, second, source=build_source)
    assert "another build is running" in problems[0]


def test_readers_see_the_old_state_or_the_new_one_while_it_is_published(
    tmp_path, small_registry, small_corpus
):
    _publish(tmp_path, small_registry, small_corpus[:1])
    seen, done = [], threading.Event()

    def read():
        while not done.is_set():
            snapshot = open_latest(tmp_path)
            seen.append((snapshot.manifest.articles, articles.count(snapshot, Filters())))
            snapshot.close()

    reader = threading.Thread(target=read)
    reader.start()
    for size in range(2, 7):
        _publish(tmp_path, small_registry, small_corpus[:size])
    done.set()
    reader.join()
    assert len(seen) > 3
    assert all(told == counted for told, counted in seen)
    assert [told for told, _ in seen] == sorted(told for told, _ in seen)


_KILLED = """
    import sys
    from pathlib import Path
    sys.path.insert(0, {root!r})
    from didgah.store import segment
    from tests import corpus_factory as factory
    registry = factory.small_registry()
    corpus = factory.small_corpus(registry)
    real = segment.write
    def write(*arguments):
        real(*arguments)
        print("written", flush=True)
        input()
    segment.write = write
    factory.publish(Path({folder!r}), registry, factory.Source(corpus[:9]))
"""


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is a Unix signal")
def test_a_build_that_is_killed_leaves_the_last_snapshot_and_the_next_one_goes_on(
    tmp_path, small_registry, small_corpus
):
    before = _publish(tmp_path, small_registry, small_corpus[:4])
    script = textwrap.dedent(_KILLED).format(root=str(DATA.parent), folder=str(tmp_path))
    with subprocess.Popen(
        [sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout.readline() == "written\n"
        os.kill(process.pid, signal.SIGKILL)
    assert len(list(layout.segments(tmp_path).iterdir())) == 2
    snapshot = open_latest(tmp_path)
    assert snapshot.manifest == before
    assert snapshot.trouble is None
    snapshot.close()
    started = time.monotonic()
    after = _publish(tmp_path, small_registry, small_corpus[:9])
    assert time.monotonic() - started < 30  # no lock is left behind
    assert [one.articles for one in after.segments] == [4, 5]
    assert len(list(layout.segments(tmp_path).iterdir())) == 2


def test_without_briefs_there_is_no_sample(tmp_path, monkeypatch):
    monkeypatch.setattr(layout, "SAMPLE_BRIEFS", tmp_path / "none")
    with pytest.raises(StoreError, match="no sample briefs"):
        ensure_sample(tmp_path)


def test_the_sample_follows_its_briefs(tmp_path, monkeypatch):
    briefs = tmp_path / "briefs"
    briefs.mkdir()
    monkeypatch.setattr(layout, "SAMPLE_BRIEFS", briefs)
    row = '{{"title": "Talks {0}", "body": "They met in Kazan.", "date": "2021-05-0{0}"}}\n'
    (briefs / "en.jsonl").write_text(row.format(1) + row.format(2))
    folder = ensure_sample(tmp_path / "home")
    first = next(publish.manifests(folder))
    assert first.articles == 2
    assert ensure_sample(tmp_path / "home") == folder
    assert next(publish.manifests(folder)) == first
    (briefs / "en.jsonl").write_text(row.format(2) + row.format(3) + row.format(4))
    ensure_sample(tmp_path / "home")
    snapshot = open_latest(folder)
    assert snapshot.is_sample
    assert sorted(articles.page(snapshot, Filters()).title) == ["Talks 2", "Talks 3", "Talks 4"]
    snapshot.close()
