"""`python -m didgah.training TWEETS`: train the model for Persian names again."""

from __future__ import annotations

import argparse
from pathlib import Path

from didgah.annotate.candidates.sequence_model import PATH
from didgah.training.persian_names import train


def main() -> None:
    """Read the arguments, train, and say how large the model is."""
    parser = argparse.ArgumentParser(prog="python -m didgah.training", description=__doc__)
    parser.add_argument("tweets", type=Path, help="train.tsv of ParsTwiNER (word, tab, label)")
    parser.add_argument("--out", type=Path, default=PATH, help="the model file to write")
    given = parser.parse_args()
    weights = train(given.tweets, given.out)
    print(f"{given.out}: {weights:,} weights, {given.out.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
