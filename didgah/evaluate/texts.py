"""The texts that gold speaks of by id: out of the bundled briefs and out of given corpora."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from didgah.bundled import DATA
from didgah.model import Article
from didgah.readers import read_paths

SAMPLE = DATA / "sample"


def texts_of(wanted: set[str], corpora: Sequence[Path]) -> dict[str, Article]:
    """Articles by id, of those `wanted`, from the bundled briefs and from `corpora`.

    Corpora are read as `didgah add` reads them; what they refuse is passed over. They are
    only opened for what the briefs do not have.
    """
    found: dict[str, Article] = {}
    for paths in (sorted(SAMPLE.glob("*.jsonl")), list(corpora)):
        missing = wanted - found.keys()
        if not missing or not paths:
            continue
        with closing(read_paths(paths)) as reading:
            for item in reading:
                if isinstance(item, Article) and (identity := item.id) in missing:
                    found[identity] = item
                    missing.discard(identity)
                    if not missing:
                        break
    return found


def all_texts(corpora: Sequence[Path]) -> list[Article]:
    """Every article of `corpora`, or of the bundled briefs when none is given."""
    paths = list(corpora) or sorted(SAMPLE.glob("*.jsonl"))
    return [item for item in read_paths(paths) if isinstance(item, Article)]
