"""The cues and weights of the topic screen, from data/lexicons/screen."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from didgah.annotate.matching.inflection import plural_forms
from didgah.annotate.matching.phrases import Phrase, PhraseTree
from didgah.model import Language

# Words of a "pair" («российско-иранский») name both sides, those of a "bond" weigh as well.
SIDES = ("russia", "islamic", "bond", "pair", "talks")


@dataclass(frozen=True, slots=True)
class Other:
    """What the words of another matter weigh: one in the title, one in the text, all together."""

    title: float
    text: float
    most: float


@dataclass(frozen=True)
class ScreenRules:
    """One language's cues as a tree of (kind, word), and the weights all languages share."""

    tree: PhraseTree[tuple[str, str]]
    weights: dict[str, float]
    against: dict[str, Other]
    islamic: frozenset[str]  # ISO codes
    russian: frozenset[str]


def load_screen(folder: Path) -> dict[Language, ScreenRules]:
    """The rules of every `<language>.toml` in `folder`, with `weights.toml`.

    Raises `tomllib.TOMLDecodeError` or `KeyError` for a file that is not right.
    """
    shared = tomllib.loads((folder / "weights.toml").read_text(encoding="utf-8"))
    against = {kind: Other(*numbers) for kind, numbers in shared.pop("against").items()}
    states = {side: frozenset(codes) for side, codes in shared.pop("states").items()}
    found = {}
    for path in sorted(folder.glob("??.toml")):
        language, given = path.stem, tomllib.loads(path.read_text(encoding="utf-8"))
        words = {side: given[side] for side in SIDES}
        words |= {kind: given["against"][kind] for kind in against}
        found[language] = ScreenRules(
            PhraseTree(language, _phrases(words, language),
                       lambda word, language=language: plural_forms(word, language)),
            shared, against, states["islamic"], states["russian"],
        )
    return found


def _phrases(
    words: dict[str, list[str]], language: Language
) -> Iterator[Phrase[tuple[str, str]]]:
    for kind, terms in words.items():
        for term in terms:
            letters = [c for c in term if c.isalpha()]
            yield Phrase(
                (kind, term), term, language,
                capital=term[0].isupper() and language in ("ru", "en"),
                acronym=len(letters) < 6 and all(c.isupper() for c in letters),
            )
