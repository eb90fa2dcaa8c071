"""Names of the registry by what they are called, and those that occur in the corpus."""

from __future__ import annotations

from collections.abc import Sequence

import ibis
import pandas as pd

from didgah.language.fold import key as fold_key
from didgah.model import ENTITY_KINDS, Entity
from didgah.store.reader import Snapshot
from didgah.store.tables import (
    ENT_MONTH,
)


def search(snapshot: Snapshot, text: str, language: str, n: int = 20) -> pd.DataFrame:
    """Entities one of whose names contains `text`, commonest first.

    Columns: entity (key), label in `language`, kind, n (articles of the whole corpus).
    """
    wanted = fold_key(text)
    counts = dict(zip(*_totals(snapshot, ENTITY_KINDS), strict=True))
    found = [
        (one.key, one.names.get(language) or one.names.get("en") or one.id, one.kind,
         counts.get(one.key, 0))
        for one in snapshot.registry.entities.values()
        if wanted and any(wanted in name for name in _names(one))
    ]
    found.sort(key=lambda row: (-row[3], row[0]))
    return pd.DataFrame(found[:n], columns=["entity", "label", "kind", "n"])


def _names(entity: Entity) -> list[str]:
    variants = (one for forms in entity.variants.values() for one in forms)
    return [fold_key(one) for one in (*entity.names.values(), *variants)]


def options(snapshot: Snapshot, kinds: Sequence[str]) -> pd.DataFrame:
    """Entities that occur in the corpus, commonest first: columns key, n (articles)."""
    keys, counts = _totals(snapshot, kinds)
    return pd.DataFrame({"key": keys, "n": counts})


def _totals(snapshot: Snapshot, kinds: Sequence[str]) -> tuple[list[str], list[int]]:
    table = ENT_MONTH.filter(ENT_MONTH.kind.isin(kinds))
    counts = table.group_by("entity").agg(n=table.articles.sum().cast("int64"))
    rows = snapshot.frame(counts.order_by(ibis.desc("n"), "entity"))
    return list(rows.entity), list(rows.n)
