"""Reprints: pairs of articles that are one text, against the groups that are made.

The unit is the pair. Precision is the share of judged pairs in one group that are the same,
recall the share of the same pairs that are in one group.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

from didgah.evaluate.labels import Fault, GoldArticle, Labels
from didgah.evaluate.scores import Counted
from didgah.evaluate.tally import Miss, Tally
from didgah.evaluate.tasks import Outcome
from didgah.language.detect import language_of
from didgah.model import Article, Reprint


@dataclass(frozen=True, slots=True)
class Pair:
    """Two article ids, whether they are the same text, and how one was made of the other.

    `kind` is "" where nobody said; `where` is "file:line".
    """

    a: str
    b: str
    same: bool
    kind: str = ""
    where: str = ""


@dataclass(slots=True)
class PairGold:
    """Judged pairs, what could not be used, and SHA-256 digests of the files by name."""

    pairs: list[Pair] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)


def read_pairs(paths: Sequence[Path], texts: Mapping[str, Article]) -> PairGold:
    """Pairs of JSON lines: {"a", "b", "same"} or {"group": [ids]}.

    Articles of one group are the same; of two groups of one file they are not. Pairs of which a
    text is missing from `texts` are faults.
    """
    gold = PairGold()
    for path in paths:
        groups: list[tuple[int, list[str]]] = []
        try:
            data = path.read_bytes()
            lines = data.decode("utf-8-sig").split("\n")
        except (OSError, UnicodeDecodeError) as error:
            gold.faults.append(Fault(path.name, None, str(error)))
            continue
        gold.files[path.name] = hashlib.sha256(data).hexdigest()
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            reason = _read(line, number, path.name, texts, groups, gold.pairs)
            if reason:
                gold.faults.append(Fault(path.name, number, reason))
        gold.pairs += [
            Pair(a, b, n == m, "", f"{path.name}:{n}")
            for (n, one), (m, other) in _with_itself(groups)
            for a, b in (combinations(one, 2) if n == m else
                         ((a, b) for a in one for b in other))
        ]
    return gold


def _read(
    line: str, number: int, name: str, texts: Mapping[str, Article],
    groups: list[tuple[int, list[str]]], pairs: list[Pair],
) -> str:
    """Take in one line; why it cannot be used, "" when it can."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return "no JSON"
    if not isinstance(row, dict):
        return "no JSON object"
    members = row["group"] if "group" in row else [row.get("a"), row.get("b")]
    if not isinstance(members, list) or not all(isinstance(one, str) for one in members):
        return 'neither "a" and "b" nor a "group" of article ids'
    missing = [one for one in members if one not in texts]
    if missing:
        return f"no text of article {missing[0]}: give the corpus with --texts"
    if "group" in row:
        groups.append((number, members))
    elif isinstance(row.get("same"), bool):
        pairs.append(Pair(*members, row["same"], row.get("kind", ""), f"{name}:{number}"))
    else:
        return '"same" is neither true nor false'
    return ""


def _with_itself(groups: Sequence[tuple[int, list[str]]]) -> Iterable:
    yield from ((one, one) for one in groups)
    yield from combinations(groups, 2)


def compare(
    pairs: Sequence[Pair], groups: Iterable[Reprint], texts: Mapping[str, Article]
) -> Outcome:
    """Measure "pairs" by kind. The pairs of one article `a` are one unit of the bootstrap."""
    group_of = {one.article: one.group for one in groups}
    tallies: dict[str, list[Tally]] = {}
    languages: dict[str, str] = {}
    misses = []
    for pair in pairs:
        article, other = texts[pair.a], texts[pair.b]
        if pair.a not in languages:
            languages[pair.a] = article.language or language_of(article.text)
            tallies[pair.a] = []
        joined = pair.a in group_of and group_of[pair.a] == group_of.get(pair.b)
        both = int(joined and pair.same)
        tallies[pair.a].append(
            Tally("pairs", pair.kind, both, int(joined), both, int(pair.same)))
        if joined != pair.same:
            misses.append((
                GoldArticle(pair.a, article, Labels(), languages[pair.a], pair.where),
                Miss("joined wrongly" if joined else "not joined",
                     f"{pair.a}: {article.title[:90]}", f"{pair.b}: {other.title[:90]}",
                     pair.kind),
            ))
    counted = (Counted(one, languages[one], tuple(mine)) for one, mine in tallies.items())
    return Outcome(tuple(counted), tuple(misses))
