"""Trained CRFsuite models as the tables that `didgah.annotate.candidates.sequence_model` reads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pycrfsuite

from didgah.annotate.candidates.sequence_features import LABELS, REACH


def save(trained: Sequence[Path], target: Path, smallest: float = 0.0) -> int:
    """Write the mean weights of some CRFsuite files as .npz; the number of weights kept.

    The mean of linear models trained on different samples is one that errs less (bagging,
    Breiman 1996). Weights nearer to zero than `smallest` are left out. Raises `ValueError`
    when a file holds other labels than `didgah.training.labelled` makes.
    """
    transitions = np.zeros((len(LABELS), len(LABELS)), np.float32)
    weights: dict[tuple[str, str], float] = defaultdict(float)
    for path in trained:
        tagger = pycrfsuite.Tagger()
        tagger.open(str(path))
        info = tagger.info()
        unknown = set(info.labels) - set(LABELS)
        if unknown:
            raise ValueError(f"labels not ours: {sorted(unknown)}")
        for (one, other), weight in info.transitions.items():
            transitions[LABELS.index(one), LABELS.index(other)] += weight / len(trained)
        for feature, weight in info.state_features.items():
            weights[feature] += weight / len(trained)
    single: list[tuple[str, int, int, float]] = []
    paired: list[tuple[int, str, str, int, float]] = []
    for (attribute, label), weight in sorted(weights.items()):
        if abs(weight) < smallest:
            continue
        where, _, name = attribute.partition(":")
        number = LABELS.index(label)
        if where in ("<", ">"):
            left, _, right = name.partition("|")
            paired.append((("<", ">").index(where), left, right, number, weight))
        else:
            single.append((name, int(where) + REACH, number, weight))
    names = sorted({name for name, *_ in single})
    groups = sorted({g for _, left, right, *_ in paired for g in (left, right)})
    row = {name: n for n, name in enumerate(names)}
    group = {name: n for n, name in enumerate(groups)}
    np.savez_compressed(
        target,
        names=np.frombuffer("\n".join(names).encode(), np.uint8),
        groups=np.frombuffer("\n".join(groups).encode(), np.uint8),
        row=np.array([row[name] for name, *_ in single], np.int32),
        offset=np.array([offset for _, offset, *_ in single], np.int8),
        label=np.array([label for *_, label, _ in single], np.int8),
        weight=np.array([weight for *_, weight in single], np.float32),
        side=np.array([side for side, *_ in paired], np.int8),
        left=np.array([group[left] for _, left, *_ in paired], np.int16),
        right=np.array([group[right] for _, _, right, *_ in paired], np.int16),
        pair_label=np.array([label for *_, label, _ in paired], np.int8),
        pair_weight=np.array([weight for *_, weight in paired], np.float32),
        transitions=transitions,
    )
    return len(single) + len(paired)
