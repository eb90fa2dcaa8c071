"""Snapshots are kept, pinned, collected, and found again when a file is damaged."""

import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest

from didgah.store import layout, publish
from didgah.store.layout import StoreError
from didgah.store.locks import alone
from didgah.store.reader import open_latest, open_version
from tests.corpus_factory import Source
from tests.corpus_factory import publish as build_from


@pytest.fixture(scope="module")
def published(tmp_path_factory, small_registry, small_corpus):
    """A store published three times: 3, 6 and 9 articles, in three segments."""
    folder = tmp_path_factory.mktemp("published")
    for size in (3, 6, 9):
        build_from(folder, small_registry, Source(small_corpus[:size]))
    return folder


@pytest.fixture
def grown(tmp_path, published):
    """A copy of it that a test may damage."""
    shutil.copytree(published, tmp_path, dirs_exist_ok=True)
    return tmp_path


def _articles(folder):
    return [one.articles for one in publish.manifests(folder)]


def test_snapshots_are_listed_newest_first_and_share_segments(grown):
    assert _articles(grown) == [9, 6, 3]
    newest, middle, oldest = publish.manifests(grown)
    assert newest.segments[:2] == middle.segments
    assert middle.segments[:1] == oldest.segments
    assert len(list(layout.segments(grown).iterdir())) == 3


def test_the_last_three_stay_and_segments_nobody_uses_go(grown, small_registry, small_corpus):
    oldest = list(publish.manifests(grown))[-1]
    build_from(grown, small_registry, Source(small_corpus[1:5]))  # articles are gone: laid out anew
    build_from(grown, small_registry, Source(small_corpus[2:6]))
    assert _articles(grown) == [4, 4, 9]
    assert len(list(layout.segments(grown).iterdir())) == 2 + 3
    with pytest.raises(StoreError, match="not kept"):
        open_version(grown, oldest.version)


def test_a_pinned_snapshot_outlives_the_others_until_it_is_let_go(
    grown, small_registry, small_corpus
):
    oldest = list(publish.manifests(grown))[-1]
    publish.pin(grown, oldest.version)
    for size in (10, 11, 12):
        build_from(grown, small_registry, Source(small_corpus[:size]))
    assert _articles(grown) == [12, 11, 10, 3]
    snapshot = open_version(grown, oldest.version)
    assert snapshot.manifest.articles == 3
    snapshot.close()
    publish.pin(grown, oldest.version, pinned=False)
    build_from(grown, small_registry, Source(small_corpus[:13]))
    assert _articles(grown) == [13, 12, 11]


def test_only_what_is_there_can_be_pinned(grown):
    with pytest.raises(StoreError, match="no snapshot"):
        publish.pin(grown, "000000000000")


def test_pins_set_at_once_are_all_kept(grown):
    versions = [one.version for one in publish.manifests(grown)]
    with ThreadPoolExecutor(len(versions)) as pool:
        for _ in range(10):
            list(pool.map(partial(publish.pin, grown), versions))
            assert sorted(publish.read_published(grown).pinned) == sorted(versions)
            list(pool.map(partial(publish.pin, grown, pinned=False), versions))
            assert publish.read_published(grown).pinned == ()


def test_a_list_that_somebody_holds_for_good_is_said(grown, monkeypatch):
    monkeypatch.setattr(publish, "_PATIENCE", 0.05)
    version = next(publish.manifests(grown)).version
    with alone(grown / "manifest.lock"), pytest.raises(StoreError, match="cannot be changed"):
        publish.pin(grown, version)


@pytest.mark.parametrize("content", [
    "", "[]", "{}", '{"snapshots": [1], "pinned": []}', "\x00\x01",
    '{"snapshots": ["../../etc"], "pinned": []}',
])
def test_a_damaged_list_is_reported_and_the_newest_snapshot_served(grown, content):
    layout.manifest(grown).write_text(content)
    with pytest.raises(StoreError, match="damaged"):
        publish.read_published(grown)
    assert _articles(grown) == [9, 6, 3]
    snapshot = open_latest(grown)
    assert snapshot.manifest.articles == 9
    assert "damaged" in str(snapshot.trouble)
    snapshot.close()


def test_a_damaged_description_passes_the_turn_to_the_one_before(grown):
    newest = next(publish.manifests(grown))
    path = layout.snapshots(grown) / newest.folder / publish.DESCRIPTION
    for content in ("{", "[]", json.dumps({"version": 1}), '{"segments": [{"name": "../x"}]}'):
        path.write_text(content)
        with pytest.raises(StoreError, match="damaged"):
            publish.read_manifest(grown, newest.folder)
        assert _articles(grown) == [6, 3]


def test_without_any_snapshot_there_is_nothing(tmp_path):
    assert publish.read_published(tmp_path) == publish.Published()
    assert publish.published_articles(tmp_path) == 0
    with pytest.raises(StoreError, match="nothing has been published"):
        open_latest(tmp_path)


def test_a_repaired_list_forgets_no_snapshot(grown, small_registry, small_corpus):
    versions = [one.version for one in publish.manifests(grown)]
    layout.manifest(grown).write_text("broken")
    build_from(grown, small_registry, Source(small_corpus[:10]))
    assert _articles(grown) == [10, 9, 6, 3]
    assert list(publish.read_published(grown).pinned) == versions  # and can be let go again


def test_an_unreadable_description_costs_no_segment(grown, small_registry, small_corpus):
    newest = next(publish.manifests(grown))
    path = layout.snapshots(grown) / newest.folder / publish.DESCRIPTION
    told = path.read_text()
    path.write_text("{")
    build_from(grown, small_registry, Source(small_corpus[:10]))
    path.write_text(told)
    snapshot = open_version(grown, newest.version)
    assert snapshot.manifest == newest
    snapshot.close()


@pytest.mark.parametrize("lose", [
    lambda path: path.write_text("broken"), lambda path: path.write_bytes(b""),
    lambda path: path.unlink(),
])
def test_a_lost_list_loses_no_pinned_snapshot(grown, small_registry, small_corpus, lose):
    oldest = list(publish.manifests(grown))[-1]
    publish.pin(grown, oldest.version)
    build_from(grown, small_registry, Source(small_corpus[:10]))
    assert _articles(grown) == [10, 9, 6, 3]
    lose(layout.manifest(grown))
    for size in (11, 12, 13, 14):
        build_from(grown, small_registry, Source(small_corpus[:size]))
    snapshot = open_version(grown, oldest.version)
    assert snapshot.manifest.articles == 3
    snapshot.close()


def test_a_build_with_nothing_to_do_repairs_the_list(grown, small_registry, small_corpus):
    layout.manifest(grown).write_text("broken")
    build_from(grown, small_registry, Source(small_corpus[:9]))
    assert _articles(grown) == [9, 6, 3]
    assert open_latest(grown).trouble is None


def test_a_list_that_cannot_be_opened_is_not_taken_for_a_lost_one(grown):
    layout.manifest(grown).unlink()
    layout.manifest(grown).mkdir()
    with pytest.raises(StoreError, match="damaged"):
        publish.restore(grown)
    assert len(list(layout.segments(grown).iterdir())) == 3
