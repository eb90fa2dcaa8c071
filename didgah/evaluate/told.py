"""Which of the saved scores a reader of the Method page is told, for each language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from didgah.evaluate.saved import Run
from didgah.evaluate.scores import Score
from didgah.model import Language

OURS = "didgah"
_RANK = ("domain", "general", "briefs")


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that is read, and the measure that tells most about it.

    `kind` is preferred where a run has it; otherwise all kinds together are told.
    """

    id: str
    task: str
    measure: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """A part with the score on one gold; `beside` are other systems on the same gold."""

    run: Run
    score: Score
    beside: tuple[tuple[str, Score], ...] = ()


PARTS = (
    Part("names", "names", "registry"),
    Part("any_names", "names", "strict"),
    Part("date_spans", "dates", "overlap", "date"),
    Part("date_values", "dates", "value"),
    Part("date_sure", "dates", "wrong and sure"),
    Part("meeting_found", "meetings", "about"),
    Part("meeting_day", "meetings", "day"),
    Part("meeting_place", "meetings", "place told"),
    Part("participants", "participants", "listed"),
    Part("statements", "statements", "found"),
    Part("speaker", "statements", "speaker"),
    Part("topic", "topic", "right"),
    Part("reprints", "reprints", "pairs"),
)


def told(runs: Sequence[Run], language: Language) -> Iterator[tuple[Part, tuple[Told, ...]]]:
    """Each part with its scores in `language`, held-out ones first; none where not measured.

    Of a gold that has both splits only the report split is told. Two readers' agreement on
    the same gold is told as one more system, "agreement".
    """
    for part in PARTS:
        yield part, tuple(sorted(_of(part, runs, language), key=_order))


def _of(part: Part, runs: Sequence[Run], language: Language) -> Iterator[Told]:
    reported = {run.gold for run in runs if run.task == part.task and run.split == "report"}
    for run in runs:
        if run.task != part.task or (run.gold in reported and run.split != "report"):
            continue
        ours = _score(run.systems.get(OURS, ()), part.measure, part.kind, language)
        if ours is None:
            continue
        beside = [
            (name, score) for name, scores in run.systems.items() if name != OURS
            if (score := _score(scores, part.measure, part.kind, language)) is not None
        ]
        yield Told(run, ours, tuple(beside + _readers(part, run, runs, language)))


def _readers(
    part: Part, run: Run, runs: Sequence[Run], language: Language
) -> list[tuple[str, Score]]:
    """How far two readers agreed on the gold of `run`."""
    return [
        ("agreement", score) for other in runs
        if other.task == "agreement" and other.gold == run.gold
        for scores in other.systems.values()
        if (score := _score(scores, f"{part.task}.{part.measure}", part.kind, language))
        is not None
    ]


def _score(
    scores: Sequence[Score], measure: str, kind: str, language: Language
) -> Score | None:
    """The score that has something to tell, of the preferred kind if there is one."""
    fit = {one.kind: one for one in scores
           if one.measure == measure and one.language == language and one.value is not None}
    return fit.get(kind) or fit.get("")


def _order(one: Told) -> tuple[bool, int, str]:
    """Held-out ones first, then gold as a reader would rank it, then others by name."""
    gold = one.run.gold
    return (one.run.sample != "held-out", _RANK.index(gold) if gold in _RANK else len(_RANK), gold)
