"""Training of the model that `didgah.annotate.candidates.sequence` reads Persian names with.

Labelled tweets teach how names stand among words of all kinds, filled templates how news
names people, places and bodies; words of some names are hidden so that names on no list are
found too. Models of several seeds are averaged. Seeds are fixed: the same material gives the
same file.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pycrfsuite

from didgah.bundled import DATA
from didgah.training.export import save
from didgah.training.labelled import Labelled, attributes, read_tweets
from didgah.training.slots import read_templates, sentences

TEMPLATES = DATA / "training"


@dataclass(frozen=True, slots=True)
class Settings:
    """How the model is trained; the defaults are those of the shipped one.

    One model is trained for each of `seeds`, which fill the templates differently, and their
    weights are averaged. `c1` and `c2` are CRFsuite's L1 and L2 penalties, `smallest` the
    weight below which a feature is left out of the file.
    """

    filled: int = 8000  # sentences made of templates, for each seed
    seeds: tuple[int, ...] = (1, 2, 3)
    c1: float = 0.01
    c2: float = 1.0
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
    known = read_tweets(tweets)
    templates = read_templates(TEMPLATES)
    with tempfile.TemporaryDirectory() as folder:
        trained = []
        for seed in settings.seeds:
            trained.append(Path(folder) / f"{seed}.crfsuite")
            made = sentences(templates, settings.filled, seed)
            train_crf([*known, *made], trained[-1], settings)
        return save(trained, target, settings.smallest)
