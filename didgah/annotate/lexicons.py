"""The word lists of data/lexicons that annotation needs, loaded once per process."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from didgah.annotate.attribution import AttributionRules, load_attribution_rules
from didgah.annotate.meetings.encounter_rules import EncounterRules, load_encounter_rules
from didgah.annotate.sentences.full_names import load_names
from didgah.annotate.sentences.syntax import Syntax, load_syntax
from didgah.annotate.statements.speech import Speech, load_speech
from didgah.annotate.topics.screen_rules import ScreenRules, load_screen
from didgah.bundled import LEXICONS
from didgah.model import Language


@dataclass(frozen=True)
class Lexicons:
    """Rules and word lists by language; treat as read-only."""

    syntax: dict[Language, Syntax]
    speech: dict[Language, Speech]
    encounters: dict[Language, EncounterRules]
    attribution: dict[Language, AttributionRules]
    screen: dict[Language, ScreenRules]


def load_lexicons(root: Path | None = None) -> Lexicons:
    """Read the word lists under `root` (default: data/lexicons).

    Raises `LexiconError` with file, line and reason, `tomllib.TOMLDecodeError` or `OSError`.
    """
    folder = root or LEXICONS
    syntax = load_syntax(folder / "syntax")
    return Lexicons(
        syntax,
        load_speech(folder / "verbs", syntax),
        load_encounter_rules(folder / "encounters", syntax, load_names(folder / "given")),
        load_attribution_rules(folder / "attribution"),
        load_screen(folder / "screen"),
    )
