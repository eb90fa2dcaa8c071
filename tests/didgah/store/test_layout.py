"""Which store is served."""

from pathlib import Path

from didgah.bundled import DATA
from didgah.store import layout
from tests import corpus_factory


def test_home_is_what_the_environment_says(monkeypatch, tmp_path):
    monkeypatch.setenv("DIDGAH_HOME", str(tmp_path))
    assert layout.home() == tmp_path
    monkeypatch.setenv("DIDGAH_HOME", "~/stores")
    assert layout.home() == Path.home() / "stores"
    monkeypatch.delenv("DIDGAH_HOME")
    assert layout.home() == DATA / "store"


def test_the_sample_is_served_until_the_corpus_has_an_article(
    tmp_path, small_registry, small_corpus
):
    assert layout.active(tmp_path) == layout.sample(tmp_path)
    empty = corpus_factory.Source([])
    corpus_factory.publish(layout.corpus(tmp_path), small_registry, empty)
    assert layout.active(tmp_path) == layout.sample(tmp_path)
    filled = corpus_factory.Source(small_corpus[:1])
    corpus_factory.publish(layout.corpus(tmp_path), small_registry, filled)
    assert layout.active(tmp_path) == layout.corpus(tmp_path)


def test_only_the_sample_folder_is_the_sample(tmp_path):
    assert layout.is_sample(layout.sample(tmp_path))
    assert not layout.is_sample(layout.corpus(tmp_path))
