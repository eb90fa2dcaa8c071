"""Training of the model that `didgah.annotate.sequence` reads Persian names with.

Labelled tweets teach how names stand among words of all kinds, filled templates how news
names people, places and bodies; words of some names are hidden so that names on no list are
found too. Everything is drawn with a fixed seed: the same material gives the same file.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pycrfsuite

from didgah.training.export import save
from didgah.training.labelled import Labelled, attributes, read_tweets
from didgah.training.slots import read_templates, sentences

TEMPLATES = Path(__file__).resolve().parents[2] / "data" / "training"


@dataclass(frozen=True, slots=True)
class Settings:
    """How the model is trained; the defaults are those of the shipped one.

    `c1` and `c2` are CRFsuite's L1 and L2 penalties, `smallest` the weight below which a
    feature is left out of the file.
    """

    filled: int = 7000  # sentences made of templates
    seed: int = 1
    c1: float = 0.1
    c2: float = 0.01
    iterations: int = 60
    smallest: float = 0.01


def train_crf(labelled: Sequence[Labelled], target: Path, settings: Settings) -> None:
    """Train CRFsuite's L-BFGS on some sentences and write its own kind of file."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    for sentence in labelled:
        trainer.append(attributes(sentence), sentence.labels)
    trainer.set_params({
        "c1": settings.c1, "c2": settings.c2, "max_iterations": settings.iterations,
        "feature.possible_transitions": True,
    })
    trainer.train(str(target))


def train(tweets: Path, target: Path, settings: Settings | None = None) -> int:
    """Train on a ParsTwiNER file and the templates, write the model; the number of weights.

    Raises `OSError` when a file cannot be read or written.
    """
    settings = settings or Settings()
    labelled = [
        *read_tweets(tweets),
        *sentences(read_templates(TEMPLATES), settings.filled, settings.seed),
    ]
    with tempfile.TemporaryDirectory() as folder:
        trained = Path(folder) / "trained.crfsuite"
        train_crf(labelled, trained, settings)
        return save(trained, target, settings.smallest)
