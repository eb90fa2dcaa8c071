"""Scores and errors as text for a terminal and as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

from didgah.evaluate.labels import GoldArticle
from didgah.evaluate.scores import Counted, Score, scores
from didgah.evaluate.tally import Miss
from didgah.evaluate.tasks import Outcome


def table(found: Sequence[Score]) -> str:
    """Aligned lines, a heading first; intervals are of F1 or of the share."""
    rows = [("language", "kind", "measure", "P", "R", "F1/share", "95 %", "macro",
             "right/found", "reached/expected", "articles")]
    for one in found:
        single = sum(o.language == one.language and o.measure == one.measure
                     for o in found) == 2
        if (one.kind and single) or not (one.found or one.expected):
            continue
        prf = one.form == "prf"
        rows.append((
            one.language or "all", one.kind or "all", one.measure, _share(one.precision),
            _share(one.recall), _share(one.value), _bounds(one), _share(one.macro),
            f"{one.right}/{one.found}", f"{one.reached}/{one.expected}" if prf else "",
            str(one.articles),
        ))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(
        "  ".join(cell.ljust(width) if column < 3 else cell.rjust(width)
                  for column, (cell, width) in enumerate(zip(row, widths, strict=True))).rstrip()
        for row in rows
    )


def errors(misses: Iterable[tuple[GoldArticle, Miss]], most: int) -> str:
    """The first `most` errors, a block each: where, what is wrong, gold, reading, context."""
    blocks = []
    for number, (gold, miss) in enumerate(misses):
        if number >= most:
            blocks.append("… and more: --errors N lists N of them")
            break
        where = dict.fromkeys((gold.where, gold.id, gold.language, miss.problem))
        lines = ["  ".join(where)]
        lines += [f"  {name:8} {words}" for name, words in (
            ("expected", miss.expected), ("found", miss.found), ("text", miss.context)) if words]
        blocks.append("\n".join(lines))
    return "\n".join(blocks)


def outcome_json(outcome: Outcome, most: int | None) -> dict[str, Any]:
    """Scores, the counts of each text and, unless `most` is None, the first `most` errors."""
    value = {"scores": scores_json(scores(outcome.counted)),
             "documents": documents_json(outcome.counted)}
    return value if most is None else value | {"errors": misses_json(outcome.misses[:most])}


def scores_json(found: Iterable[Score]) -> list[dict[str, Any]]:
    """Scores as plain values, ratios to four digits."""
    return [
        {name: round(value, 4) if isinstance(value, float) else value
         for name, value in asdict(one).items()}
        for one in found
    ]


def documents_json(rows: Iterable[Counted]) -> list[dict[str, Any]]:
    """The counts of each text."""
    return [
        {"article": row.article, "language": row.language, "counts": [
            {"measure": t.measure, "kind": t.kind, "right": t.right, "found": t.found}
            | ({"reached": t.reached, "expected": t.expected} if t.form == "prf" else {})
            for t in row.tallies
        ]}
        for row in rows
    ]


def misses_json(misses: Iterable[tuple[GoldArticle, Miss]]) -> list[dict[str, str]]:
    """Errors as plain values."""
    return [
        {"where": gold.where, "article": gold.id, "language": gold.language, **asdict(miss)}
        for gold, miss in misses
    ]


def _share(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def _bounds(one: Score) -> str:
    return "" if one.low is None else f"{one.low:.3f}–{one.high:.3f}"
