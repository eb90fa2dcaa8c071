"""Which part of a sentence tells of a meeting, and whether it looks back.

"He met the king on Monday and will fly to Kazan on Friday": what is to come begins behind
"and". «Неделей ранее они беседовали в Москве» is about an earlier day than the article.
"""

from __future__ import annotations

import re

from didgah.annotate.meetings.encounter_rules import EncounterRules
from didgah.annotate.sentences.skeleton import Skeleton
from didgah.model import Span

_ASIDE = re.compile(
    r"[,،] (?:who|which|whose|where|когда|которы\w+|чь\w+|که|الذی|التی)(?!\w)[^,،]*[,،]"
)
_VERB = 12  # characters around the end of what is told in which the auxiliary of its verb stands


def clause_around(text: str, position: int, rules: EncounterRules) -> tuple[int, int]:
    """From the last turn of a sentence before `position` to the next one.

    A turn is an "and" behind which a sentence goes on to what is to come or was before.
    """
    start, end = 0, len(text)
    for turn in rules.turn.finditer(text):
        if turn.start() <= position:
            start = turn.start()
        else:
            end = turn.start()
            break
    return start, end


def outside_of(skeleton: Skeleton, start: int, end: int) -> list[Span]:
    """What of the article stands in the sentence before `[start, end)` and what behind it."""
    first, last = skeleton.span(0, len(skeleton.text))
    begin, stop = skeleton.span(start, end)
    return [Span(first, begin), Span(stop, last)]


def looks_back(text: str, start: int, end: int, position: int, rules: EncounterRules) -> bool:
    """Whether the clause `[start, end)` whose verb ends at `position` tells of former days."""
    if rules.recalled_verb.search(text, max(start, position - _VERB), min(end, position + _VERB)):
        return True
    found = rules.recalled.search(text, start, end)
    return found is not None and not any(
        aside.start() < found.start() < aside.end() and not aside.start() < position < aside.end()
        for aside in _ASIDE.finditer(text, start, end)
    )
