"""What a reprint added to the first text, cut from it, reworded and moved.

Sentences are paired by the words they share, then compared word by word (difflib on the
folded words of `didgah.resolve.shingles`). The work is bounded: a sentence is at most two
hundred words here, and is compared with the few that share its rarer words.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal

from didgah.model import Span
from didgah.resolve.shingles import words

Kind = Literal["same", "moved", "only"]

_WORD = re.compile(r"[^\W_]+(?:[\u00ad\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u200b-"
                   r"\u200f\u202a-\u202e\u2060-\u2069\ufeff]+[^\W_]+)*")
_LONGEST = 200  # words of one piece
_ALIKE = 0.5  # share of common words (Dice) that makes two sentences one
_TELLING = 8  # of the rarest words of a sentence seek its fellow
_USUAL = 200  # sentences with a word beyond which it tells nothing
_TRIED = 8  # sentences that one is compared with


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words of one text: in the other too, there in another order, or only here."""

    kind: Kind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """A line of two texts laid side by side: one sentence of both, or what lies between two.

    Spans of each text; None where it has nothing there.
    """

    first: Span | None
    reprint: Span | None


@dataclass(frozen=True, slots=True)
class Difference:
    """Two texts side by side; pieces and rows are in order and cover every word of their text.

    `cut` counts the words that only the first has, `added` those that only the reprint has,
    `kept` the words of the reprint that the first has too.
    """

    first: tuple[Piece, ...]
    reprint: tuple[Piece, ...]
    rows: tuple[Row, ...]
    cut: int
    added: int
    kept: int


@dataclass(frozen=True, slots=True)
class _Sentence:
    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]


def difference(
    first: str, first_sentences: Sequence[Span], reprint: str, reprint_sentences: Sequence[Span]
) -> Difference:
    """Compare two texts whose sentences are given; never raises for any text."""
    ours, theirs = _sentences(first, first_sentences), _sentences(reprint, reprint_sentences)
    pairs = _paired(ours, theirs)
    in_order = _longest_run(pairs)
    marks: tuple[list[list[Kind]], list[list[Kind]]] = (
        [["only"] * len(one.words) for one in ours], [["only"] * len(one.words) for one in theirs])
    for a, b in pairs:
        kind: Kind = "same" if (a, b) in in_order else "moved"
        matcher = SequenceMatcher(None, ours[a].words, theirs[b].words, autojunk=False)
        for i, j, n in matcher.get_matching_blocks():
            marks[0][a][i: i + n] = [kind] * n
            marks[1][b][j: j + n] = [kind] * n
    cut = sum(one.count("only") for one in marks[0])
    added = sum(one.count("only") for one in marks[1])
    blocks = (_blocks(first, first_sentences, ours), _blocks(reprint, reprint_sentences, theirs))
    return Difference(
        _pieces(ours, marks[0]), _pieces(theirs, marks[1]), _rows(*blocks, sorted(in_order)),
        cut, added, sum(map(len, marks[1])) - added,
    )


def _sentences(text: str, spans: Sequence[Span]) -> list[_Sentence]:
    found = [(m.start(), m.end(), words(m.group())) for m in _WORD.finditer(text)]
    found = [(start, end, "".join(word)) for start, end, word in found if word]
    starts = sorted({one.start for one in spans})
    made: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
    for one in found:
        made[bisect_right(starts, one[0])].append(one)
    return [
        _Sentence(tuple(w for _, _, w in part), tuple((s, e) for s, e, _ in part))
        for whole in made.values()
        for at in range(0, len(whole), _LONGEST)
        if (part := whole[at: at + _LONGEST])
    ]


def _paired(ours: list[_Sentence], theirs: list[_Sentence]) -> list[tuple[int, int]]:
    """(number in the first, number in the reprint) of sentences that are one, each once."""
    bags = [Counter(one.words) for one in ours]
    where: dict[str, list[int]] = defaultdict(list)
    for at, bag in enumerate(bags):
        for word in bag:
            where[word].append(at)
    rated = []
    for b, sentence in enumerate(theirs):
        bag = Counter(sentence.words)
        votes: Counter[int] = Counter()
        for word in sorted(bag.keys() & where.keys(), key=lambda w: (len(where[w]), w))[:_TELLING]:
            if len(where[word]) <= _USUAL:
                votes.update(where[word])
        tried = {a for a, _ in votes.most_common(_TRIED)} | (
            {b} if b < len(ours) else set())  # sentences of usual words only
        for a in tried:
            common = (bag & bags[a]).total()
            alike = 2 * common / (len(sentence.words) + len(ours[a].words))
            if alike >= _ALIKE:
                rated.append((-alike, abs(a - b), a, b))
    pairs, used = [], (set(), set())
    for _, _, a, b in sorted(rated):
        if a not in used[0] and b not in used[1]:
            used[0].add(a)
            used[1].add(b)
            pairs.append((a, b))
    return sorted(pairs, key=lambda pair: pair[1])


def _longest_run(pairs: Sequence[tuple[int, int]]) -> set[tuple[int, int]]:
    """Most of the pairs that stand in one order in both texts; the others were moved."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for at, (a, _) in enumerate(pairs):
        place = bisect_left(ends, a)
        ends[place:place + 1] = [a]
        last[place:place + 1] = [at]
        before.append(last[place - 1] if place else -1)
    run, at = set(), last[-1] if last else -1
    while at >= 0:
        run.add(pairs[at])
        at = before[at]
    return run


def _pieces(sentences: Sequence[_Sentence], marks: Sequence[Sequence[Kind]]) -> tuple[Piece, ...]:
    """Runs of one kind; what stands between two words of a run belongs to it."""
    flat = [
        (kind, start, end)
        for sentence, kinds in zip(sentences, marks, strict=True)
        for kind, (start, end) in zip(kinds, sentence.spans, strict=True)
    ]
    if not flat:
        return ()
    cuts = [0, *(at + 1 for at, (one, other) in enumerate(pairwise(flat)) if one[0] != other[0]),
            len(flat)]
    return tuple(
        Piece(flat[low][0], flat[low][1], flat[high - 1][2]) for low, high in pairwise(cuts))


def _blocks(
    text: str, spans: Sequence[Span], sentences: Sequence[_Sentence]
) -> list[tuple[int, int]]:
    """Where each of `sentences` begins, with what stands before its first word, and ends."""
    starts = sorted({one.start for one in spans})
    begins, last = [], 0
    for one in sentences:
        word = one.spans[0][0]
        at = bisect_right(starts, word)
        begins.append(starts[at - 1] if at and starts[at - 1] >= last else word)
        last = one.spans[-1][1]
    return list(pairwise([*begins, len(text)])) if begins else []


def _rows(
    ours: Sequence[tuple[int, int]], theirs: Sequence[tuple[int, int]],
    pairs: Sequence[tuple[int, int]],
) -> tuple[Row, ...]:
    """The blocks of both, `pairs` (rising on both sides) side by side."""
    rows, i, j = [], 0, 0
    for a, b in (*pairs, (len(ours), len(theirs))):
        if i < a or j < b:
            rows.append(Row(_run(ours[i:a]), _run(theirs[j:b])))
        if a < len(ours) and b < len(theirs):
            rows.append(Row(_run(ours[a:a + 1]), _run(theirs[b:b + 1])))
        i, j = a + 1, b + 1
    return tuple(rows)


def _run(blocks: Sequence[tuple[int, int]]) -> Span | None:
    return Span(blocks[0][0], blocks[-1][1]) if blocks else None
