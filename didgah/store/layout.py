"""Where things lie on disk.

    <home>/corpus/   the user's own articles        <home>/sample/   the bundled briefs
        archive/         articles as they came, and what was refused: the truth
        decisions.jsonl  corrections made by analysts: the other half of the truth
        briefings.jsonl  what was put aside to be presented, and all that was done to it
        annotations/     what was read out of each article, a cache
        snapshots/       published states, immutable
        manifest.json    which of them is served

The two folders are never mixed. `home` is `DIDGAH_HOME`, or `data/store` in the project.
"""

from __future__ import annotations

import os
from pathlib import Path

from didgah.bundled import DATA

SAMPLE_BRIEFS = DATA / "sample"


class StoreError(Exception):
    """A store that cannot be read or built. `str()` says why, for a person."""


def home() -> Path:
    """The folder that holds the stores: `DIDGAH_HOME`, else `data/store` in the project."""
    stated = os.environ.get("DIDGAH_HOME", "").strip()
    return Path(stated).expanduser() if stated else DATA / "store"


def corpus(home: Path) -> Path:
    """The store of the user's own articles."""
    return home / "corpus"


def sample(home: Path) -> Path:
    """The store built from the bundled briefs."""
    return home / "sample"


def is_sample(folder: Path) -> bool:
    """True when `folder` is the store of the bundled briefs."""
    return folder.name == "sample"


def active(home: Path) -> Path:
    """The store to serve: the corpus when it has a published article, else the sample."""
    from didgah.store.publish import published_articles  # it imports this module for the paths

    return corpus(home) if published_articles(corpus(home)) else sample(home)


def archive(folder: Path) -> Path:
    """Articles as they came."""
    return folder / "archive"


def annotations(folder: Path) -> Path:
    """The cache of annotations."""
    return folder / "annotations"


def snapshots(folder: Path) -> Path:
    """Published states, one folder each, named by data version; segments beside them."""
    return folder / "snapshots"


def segments(folder: Path) -> Path:
    """Segments, shared between the snapshots that list them."""
    return snapshots(folder) / "segments"


def manifest(folder: Path) -> Path:
    """The one file that says which snapshots are published, newest first."""
    return folder / "manifest.json"


def decisions(folder: Path) -> Path:
    """The analysts' corrections, one JSON object a line."""
    return folder / "decisions.jsonl"


def briefings(folder: Path) -> Path:
    """Briefings made of this store, one event a line."""
    return folder / "briefings.jsonl"


def links(folder: Path) -> Path:
    """Short codes of links, a file each."""
    return folder / "links"
