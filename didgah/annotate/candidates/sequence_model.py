"""The trained sequence model: a linear-chain CRF as tables of weights.

Training is done with CRFsuite (`didgah.training`); here the weights are only added up. As
every feature belongs to one word form, a pair of neighbours' classes or a listed run of
words, the score of a word form for its own place and for its neighbours' places is worked
out once and remembered.
"""

from __future__ import annotations

import threading
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from didgah.annotate.candidates.sequence_features import (
    LABELS,
    OFFSETS,
    OUTSIDE,
    REACH,
    feature_of,
    phrase_flags,
    read_word,
)
from didgah.annotate.candidates.sequence_lists import name_lists
from didgah.bundled import DATA
from didgah.language.fold import key

PATH = DATA / "models" / "persian-names.npz"

_REMEMBERED = 60_000  # word forms, 140 bytes of scores each
_LETTERS = 2_000_000  # of all of them together
_NO_GROUP = "?"  # a class that training never saw

type Scores = NDArray[np.float32]


@dataclass(frozen=True)
class Model:
    """Weights by feature. L is the number of `LABELS`.

    `rows[kind][value]` is a feature's row of `weights` (rows × offsets × L); `before` and
    `after` (classes × classes × L) are for a word and the class before or after it;
    `transitions[a, b]` is for label b following a. The last row of `weights` is 0.
    """

    rows: Mapping[str, dict[str, int]]
    weights: Scores
    groups: dict[str, int]
    before: Scores
    after: Scores
    transitions: Scores
    memory: Memory = field(default_factory=lambda: Memory(), repr=False)


class Memory:
    """Scores of word forms met so far; emptied when full. Safe to share between threads."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.forms = Forms()


class Forms:
    """One filling of the memory: numbers of word forms, and what is known of each."""

    def __init__(self) -> None:
        self.ids: dict[str, int] = {}
        self.keys: list[str] = []
        self.letters = 0
        self.scores = np.zeros((1024, len(OFFSETS), len(LABELS)), np.float32)
        self.groups = np.zeros(1024, np.int32)
        self.starts = np.zeros(1024, np.bool_)  # whether a listed run of words may begin so

    def make_room(self, size: int) -> None:
        """Let the tables hold at least `size` word forms."""
        while len(self.groups) < size:
            self.scores = np.concatenate([self.scores, np.zeros_like(self.scores)])
            self.groups = np.concatenate([self.groups, np.zeros_like(self.groups)])
            self.starts = np.concatenate([self.starts, np.zeros_like(self.starts)])


@cache
def load_model(path: Path = PATH) -> Model:
    """The model in a file that `didgah.training.export.save` wrote.

    Raises `OSError` or `ValueError` when it cannot be read.
    """
    with np.load(path, allow_pickle=False) as stored:
        names = bytes(stored["names"]).decode().split("\n")
        groups = bytes(stored["groups"]).decode().split("\n")
        weights = np.zeros((len(names) + 1, len(OFFSETS), len(LABELS)), np.float32)
        weights[stored["row"], stored["offset"], stored["label"]] = stored["weight"]
        pairs = np.zeros((2, len(groups) + 1, len(groups) + 1, len(LABELS)), np.float32)
        pairs[stored["side"], stored["left"], stored["right"], stored["pair_label"]] = (
            stored["pair_weight"]
        )
        transitions = stored["transitions"].astype(np.float32)
    numbered = {name: n for n, name in enumerate(groups)} | {_NO_GROUP: len(groups)}
    rows: dict[str, dict[str, int]] = defaultdict(dict)
    for n, name in enumerate(names):
        kind, value = feature_of(name)
        rows[kind][value] = n
    return Model(rows, weights, numbered, pairs[0], pairs[1], transitions)


def score(model: Model, words: Sequence[str]) -> Scores:
    """Scores (words × labels) of sentences laid end to end.

    Sentences are parted by at least `REACH` times `OUTSIDE`, which must stand at both ends
    too; the rows of `OUTSIDE` mean nothing.
    """
    forms, numbers = _numbers(model, words)
    ids = np.array(numbers)
    own = forms.scores.take(ids, 0)
    total = own[:, REACH].copy()
    size = len(words)
    for number, offset in enumerate(OFFSETS):
        if offset < 0:
            total[-offset:] += own[:size + offset, number]
        elif offset > 0:
            total[:size - offset] += own[offset:, number]
    groups = forms.groups.take(ids)
    pairs = groups[:-1] * len(model.before) + groups[1:]
    total[1:] += model.before.reshape(-1, len(LABELS)).take(pairs, 0)
    total[:-1] += model.after.reshape(-1, len(LABELS)).take(pairs, 0)
    starts = np.flatnonzero(forms.starts.take(ids)).tolist()
    if starts:
        keys = [forms.keys[n] for n in numbers]
        for at, flag in phrase_flags(keys, starts):
            row = model.rows["r"].get(flag)
            if row is not None:
                # The weights for offset -1 are those of the word behind, and the other way round.
                total[at - 1:at + 2] += model.weights[row, REACH + 1:REACH - 2:-1]
    return total


def _numbers(model: Model, words: Sequence[str]) -> tuple[Forms, list[int]]:
    forms = model.memory.forms
    known = forms.ids
    try:
        return forms, [known[w] for w in words]
    except KeyError:
        pass
    with model.memory.lock:
        forms = model.memory.forms
        if len(forms.ids) > _REMEMBERED or forms.letters > _LETTERS:
            forms = model.memory.forms = Forms()
        _learn(model, forms, [word for word in dict.fromkeys(words) if word not in forms.ids])
        return forms, [forms.ids[w] for w in words]


def _learn(model: Model, forms: Forms, surfaces: Sequence[str]) -> None:
    first = len(forms.keys)
    end = first + len(surfaces)
    forms.make_room(end)
    # Beyond its reach a feature was never seen in training, so its weights are 0 there.
    tables, phrases = model.rows, name_lists().phrases
    rows: list[int] = []
    firsts: list[int] = []  # of each form's rows
    for number, surface in enumerate(surfaces, first):
        word = read_word(surface)
        firsts.append(len(rows))
        rows += [
            row for kind, value, _ in word.features
            if (row := tables[kind].get(value)) is not None
        ]
        if len(rows) == firsts[-1]:
            rows.append(len(model.weights) - 1)
        written = key(surface) if surface != OUTSIDE else OUTSIDE
        forms.keys.append(written)
        forms.letters += len(surface)
        forms.groups[number] = model.groups.get(word.group, model.groups[_NO_GROUP])
        forms.starts[number] = written in phrases
    forms.scores[first:end] = np.add.reduceat(model.weights.take(rows, 0), firsts)
    # Last: other threads look here first.
    forms.ids.update(zip(surfaces, range(first, end), strict=True))
