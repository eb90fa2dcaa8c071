"""The best labels under a linear-chain CRF: Viterbi (1967) over many sentences at once.

Most words of a text are so surely outside any name that no run of labels through them can
be best; they part the text into short stretches, which are decoded together. The result is
that of Viterbi over whole sentences.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

_SLACK = 1e-3  # float32 sums in another order differ by less


def best_labels(
    scores: NDArray[np.float32], transitions: NDArray[np.float32], inside: NDArray[np.bool_]
) -> NDArray[np.int64]:
    """Label numbers (0: outside any name) of sentences laid end to end.

    `scores` (words × L), `transitions[a, b]` of b after a, `inside` False at what parts the
    sentences, which must stand at both ends; labels there are 0.
    """
    labels = np.zeros(len(scores), np.int64)
    open_ = inside & ~_surely_outside(scores, transitions, inside)
    edges = np.diff(open_.astype(np.int8))
    firsts = np.flatnonzero(edges == 1) + 1
    ends = np.flatnonzero(edges == -1) + 1
    if not len(firsts):
        return labels
    lengths = ends - firsts
    order = np.argsort(-lengths, kind="stable")
    firsts, lengths = firsts[order], lengths[order]
    # From the outside word before, if the sentence does not begin here.
    best = scores[firsts] + transitions[0] * inside[firsts - 1][:, None]
    steps = int(lengths[0])
    came = np.zeros((steps, len(firsts), scores.shape[1]), np.int64)
    # How many stretches have a word number n, from 0.
    going = [int(n) for n in np.searchsorted(-lengths, -np.arange(steps))]
    for step in range(1, steps):
        many = going[step]
        paths = best[:many, :, None] + transitions
        came[step, :many] = paths.argmax(1)
        best[:many] = np.maximum.reduce(paths, 1) + scores.take(firsts[:many] + step, 0)
    best += transitions[:, 0] * inside[firsts + lengths][:, None]
    here = best.argmax(1)
    for step in range(steps - 1, 0, -1):
        many = going[step]
        labels[firsts[:many] + step] = here[:many]
        here[:many] = came[step, np.arange(many), here[:many]]
    labels[firsts] = here
    return labels


def _surely_outside(
    scores: NDArray[np.float32], transitions: NDArray[np.float32], inside: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    """Where the best labelling has label 0: sufficient, not necessary.

    What a run of other labels from word s to word e can gain over zeros is at most the best
    of entering it at s, the best of going on at each word behind, and the best of leaving it.
    A word is in no run if that is negative for all s before and e behind it; the sums are
    differences of prefix sums.
    """
    lead = (scores[:, 1:] - scores[:, :1]).astype(np.float64)
    stay = transitions[0, 0]
    enter = (lead + (transitions[0, 1:] - stay)).max(1)
    going = (lead + (transitions[1:, 1:].max(0) - stay)).max(1)
    leave = np.full(len(scores), (transitions[1:, 0] - stay).max())
    going[~inside] = enter[~inside] = -1e4
    change = np.diff(inside.astype(np.int8))
    firsts, lasts = np.flatnonzero(change == 1) + 1, np.flatnonzero(change == -1)
    enter[firsts] = lead[firsts].max(1)  # no step leads into the first word of a sentence
    leave[lasts] = 0.0
    sums = going.cumsum()
    before = np.maximum.accumulate(enter - sums)
    behind = np.maximum.accumulate((sums + leave)[::-1])[::-1]
    return before + behind < -_SLACK
