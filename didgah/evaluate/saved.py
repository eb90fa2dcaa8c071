"""The scores that are kept with the product: what, on which gold, by which command, when."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from didgah.bundled import DATA
from didgah.evaluate.scores import Score

CURRENT = DATA / "scores" / "current.json"
_FIELDS = frozenset(field.name for field in fields(Score))


@dataclass(frozen=True, slots=True)
class Run:
    """One evaluation: scores by system ("didgah", then baselines) and how they came about.

    `gold` names the gold for readers ("domain", "general", "briefs", …); `files` are SHA-256
    digests of its files by name. `sample` is "held-out" or "in-sample".
    """

    task: str
    gold: str
    split: str
    sample: str
    command: str
    day: date
    version: str
    annotator: str
    registry: str
    files: dict[str, str]
    articles: int
    systems: dict[str, tuple[Score, ...]]


class SavedError(ValueError):
    """A scores file that cannot be used; names the file."""


def load(path: Path = CURRENT) -> tuple[Run, ...]:
    """The runs of a scores file, none when there is no such file.

    Raises SavedError for one that is not of our form.
    """
    try:
        rows = json.loads(path.read_text("utf-8"))["runs"]
        return tuple(_run(row) for row in rows)
    except FileNotFoundError:
        return ()
    except (KeyError, TypeError, ValueError) as error:
        raise SavedError(f"{path.name} is no scores file: {error!r}") from error


def save(path: Path, run: Run) -> None:
    """Put `run` into the file, in the place of the last one of the same task, gold and split.

    Scores without a value, of which there is nothing to tell, are left out. Raises SavedError
    when the file there is not of our form.
    """
    kept = {_key(one): one for one in load(path)} | {_key(run): run}
    rows = ",\n".join(_written(one) for _, one in sorted(kept.items()))
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'{{"runs": [\n{rows}\n]}}\n', "utf-8")


def run_of(
    task: str, gold: str, split: str, sample: str, command: str, files: Mapping[str, str],
    articles: int, systems: Mapping[str, tuple[Score, ...]],
) -> Run:
    """A run of this moment, with the versions of the annotator and the registry."""
    from didgah import __version__, registry
    from didgah.store.annotations import annotator_version

    return Run(task, gold, split, sample, command, datetime.now(UTC).date(), __version__,
               annotator_version(), registry.load().version, dict(files), articles,
               dict(systems))


def _key(run: Run) -> tuple[str, str, str]:
    return run.task, run.gold, run.split


def _written(run: Run) -> str:
    """A run as JSON, a score a line: small, and what changed can be seen in a diff."""
    head = json.dumps(_head(run), ensure_ascii=False)
    systems = ",\n".join(
        f" {json.dumps(name, ensure_ascii=False)}: [\n"
        + ",\n".join(f"  {json.dumps(_compact(one), ensure_ascii=False)}"
                     for one in found if one.value is not None)
        + "\n ]"
        for name, found in run.systems.items()
    )
    return f'{head[:-1]}, "systems": {{\n{systems}\n}}}}'


def _head(run: Run) -> dict[str, Any]:
    return {
        "task": run.task, "gold": run.gold, "split": run.split, "sample": run.sample,
        "command": run.command, "day": run.day.isoformat(), "version": run.version,
        "annotator": run.annotator, "registry": run.registry, "files": run.files,
        "articles": run.articles,
    }


def _compact(score: Score) -> dict[str, Any]:
    """A score without what is not there, ratios to four digits."""
    values = ((name, getattr(score, name)) for name in Score.__dataclass_fields__)
    return {name: round(value, 4) if isinstance(value, float) else value
            for name, value in values if value is not None}


def _run(row: dict[str, Any]) -> Run:
    systems = {
        name: tuple(Score(**{field: value for field, value in one.items() if field in _FIELDS})
                    for one in found)
        for name, found in row["systems"].items()
    }
    return Run(**{**row, "day": date.fromisoformat(row["day"]), "systems": systems})
