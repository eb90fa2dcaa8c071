"""The words that a cloud shows of those that were counted."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pandas as pd

from didgah.cloud.kinds import kind_of
from didgah.language.fold import key

KINDS: tuple[str, ...] = ("name", "word")
MEASURES: tuple[str, ...] = ("marked", "count")
ASKED = 600  # words to ask for, of which one kind alone still fills a picture
LEAST_Z = 1.0  # below it a word is hardly more frequent here than elsewhere


def shown(
    frame: pd.DataFrame, measure: str, kinds: Collection[str], stops: Collection[str],
    known: frozenset[str], said: Mapping[str, str], most: int,
) -> pd.DataFrame:
    """The first `most` rows of a count of words (`queries.terms`, `queries.keyness`).

    Names are told by the registry as well (`known`, of `cloud.kinds.names`); words of other
    kinds, the terms `stops` and, of what marks a part ("marked"), words that hardly do are left
    out. The column `gloss` is from `said` (`cloud.glosses.glosses`).
    """
    if measure == "marked":
        frame = frame[frame["z"] >= LEAST_Z]
    told = list(zip(frame["term"], frame["label"], frame["kind"], strict=True))
    frame = frame.assign(
        kind=[kind_of(label, kind, known) for _, label, kind in told],
        gloss=[
            said.get(key(term.partition(":")[2])) or said.get(key(label), "")
            for term, label, _ in told
        ],
    )
    kept = frame[frame["kind"].isin(kinds) & ~frame["term"].isin(stops)]
    kept = kept.head(most).reset_index(drop=True)
    kept.attrs = dict(frame.attrs)
    return kept
