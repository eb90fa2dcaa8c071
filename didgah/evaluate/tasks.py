"""The tasks: which comparison, over which articles."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from didgah.evaluate import dates, meetings, names, statements, topic
from didgah.evaluate.labels import GoldArticle, Labels
from didgah.evaluate.scores import Counted
from didgah.evaluate.tally import Comparison, Miss, Tally, share
from didgah.language.detect import language_of

Reader = Callable[[GoldArticle], Labels]
Compare = Callable[[Labels, Labels, str], Comparison]


@dataclass(frozen=True, slots=True)
class Task:
    """`layer` is the field of `Labels` that gold must have for an article to count."""

    layer: str
    compare: Compare


TASKS: dict[str, Task] = {
    "names": Task("names", names.compare),
    "dates": Task("dates", dates.compare),
    "meetings": Task("meetings", meetings.compare),
    "participants": Task("meetings", meetings.compare_participants),
    "statements": Task("statements", statements.compare),
    "topic": Task("topic", topic.compare),
}


# Measures of what a program says about its own sureness mean nothing between two readers.
_OF_PROGRAMS = {("dates", "wrong and sure"), ("topic", "unsure")}


@dataclass(frozen=True, slots=True)
class Outcome:
    """Counts of each article, and its errors, in the order of gold."""

    counted: tuple[Counted, ...]
    misses: tuple[tuple[GoldArticle, Miss], ...]


def evaluate(task: str, gold: Sequence[GoldArticle], read: Reader) -> Outcome:
    """`gold` articles that have the task's layer, against what `read` makes of their texts.

    Where `read` gives no such layer, as a baseline for another language, the article does not
    count.
    """
    layer, compare = TASKS[task].layer, TASKS[task].compare
    counted, misses = [], []
    for one in gold:
        if getattr(one.labels, layer) is None:
            continue
        found = read(one)
        if getattr(found, layer) is None:
            continue
        result = compare(one.labels, found, one.article.text)
        counted.append(Counted(one.id, one.language, result.tallies))
        misses += [(one, miss) for miss in result.misses]
    return Outcome(tuple(counted), tuple(misses))


def evaluate_language(gold: Iterable[GoldArticle]) -> Outcome:
    """Whether the language of each text is told right from the text alone."""
    counted, misses = [], []
    for one in gold:
        told = language_of(one.article.text)
        right = told == one.language
        counted.append(Counted(one.id, one.language, (share("right", "", right, 1),)))
        if not right:
            title = " ".join(one.article.text[:90].split())
            misses.append((one, Miss("wrong language", one.language, told, title)))
    return Outcome(tuple(counted), tuple(misses))


def agreement(first: Sequence[GoldArticle], second: Sequence[GoldArticle]) -> Outcome:
    """How far two readers agree: every task's measures, the first as gold for the second.

    Only articles that both labelled count. Measures are named "names.strict" and so on;
    F1 is the same whichever of the two is called gold.
    """
    by_id = {one.id: one for one in second}
    counted, misses = [], []
    for one in first:
        other = by_id.get(one.id)
        if other is None:
            continue
        tallies: list[Tally] = []
        for name, task in TASKS.items():
            if None in (getattr(one.labels, task.layer), getattr(other.labels, task.layer)):
                continue
            result = task.compare(one.labels, other.labels, one.article.text)
            tallies += [replace(t, measure=f"{name}.{t.measure}") for t in result.tallies
                        if (name, t.measure) not in _OF_PROGRAMS]
            misses += [(one, replace(miss, problem=f"{name}: {miss.problem}"))
                       for miss in result.misses]
        counted.append(Counted(one.id, one.language, tuple(tallies)))
    return Outcome(tuple(counted), tuple(misses))


def kappa(first: Sequence[GoldArticle], second: Sequence[GoldArticle]) -> float | None:
    """Cohen's kappa (1960) of the topic; None when neither varies or nothing is in common."""
    by_id = {one.id: one.labels.topic for one in second}
    pairs = [(one.labels.topic, by_id[one.id]) for one in first
             if one.labels.topic and by_id.get(one.id)]
    if not pairs:
        return None
    seen = sum(a == b for a, b in pairs) / len(pairs)
    chance = sum(
        sum(a == topic for a, _ in pairs) * sum(b == topic for _, b in pairs)
        for topic in ("on", "off")
    ) / len(pairs) ** 2
    return None if chance == 1 else (seen - chance) / (1 - chance)
