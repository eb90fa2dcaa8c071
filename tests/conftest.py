"""Fixtures that several parts of the suite share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from didgah.model import Registry
from didgah.store.reader import Snapshot, open_latest
from tests import corpus_factory

# Machines that run the suite are shared: a slow example is no wrong one.
settings.register_profile("didgah", deadline=None)
settings.load_profile("didgah")


@pytest.fixture(scope="session")
def small_registry() -> Registry:
    """A few entities, two series, four known meetings, two themes."""
    return corpus_factory.small_registry()


@pytest.fixture(scope="session")
def small_corpus(small_registry: Registry) -> list[corpus_factory.Written]:
    """Sixty articles in five languages with the annotations they were written with."""
    return corpus_factory.small_corpus(small_registry)


@pytest.fixture(scope="session")
def small_folder(
    tmp_path_factory: pytest.TempPathFactory,
    small_registry: Registry,
    small_corpus: list[corpus_factory.Written],
) -> Path:
    """A store folder in which the small corpus is published, in two segments."""
    folder = tmp_path_factory.mktemp("small") / "corpus"
    corpus_factory.publish(folder, small_registry, corpus_factory.Source(small_corpus[:45]))
    corpus_factory.publish(folder, small_registry, corpus_factory.Source(small_corpus))
    return folder


@pytest.fixture(scope="session")
def small_snapshot(small_folder: Path) -> Iterator[Snapshot]:
    """The small corpus, opened."""
    snapshot = open_latest(small_folder)
    yield snapshot
    snapshot.close()
