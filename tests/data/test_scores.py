"""The scores that the Method page tells are those of the present reader, on bundled texts."""

from __future__ import annotations

import hashlib
import json
import shlex
from pathlib import Path

import pytest

from didgah.cli import main
from didgah.evaluate.saved import CURRENT, Run, load

ROOT = Path(__file__).resolve().parents[2]
RUNS = load()
# Runs over other corpora need texts that are not ours to bundle.
BUNDLED = [run for run in RUNS if run.gold == "briefs" and "--texts" not in run.command]


def refresh(run: Run) -> str:
    return (f"run: .venv/bin/{run.command} --save {CURRENT.relative_to(ROOT).as_posix()} "
            f"--as {run.gold} --sample {run.sample}")


@pytest.mark.skipif(not RUNS, reason="no scores are kept yet")
def test_there_is_something_that_can_be_worked_out_again():
    assert BUNDLED


@pytest.mark.parametrize("run", BUNDLED, ids=lambda run: f"{run.task}-{run.split}")
def test_stored_scores_are_those_of_the_present_reader(run, monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    words = [word for word in shlex.split(run.command)[1:] if word != "--baselines"]
    assert main([*words, "--json"]) == 0
    now = json.loads(capsys.readouterr().out)["systems"]
    (system,) = now.keys() & {"didgah", "agreement"}
    counts = ("measure", "language", "kind", "right", "found", "reached", "expected")
    worked_out = [tuple(score[name] for name in counts) for score in now[system]["scores"]
                  if score["f1"] is not None or score["share"] is not None]
    stored = [tuple(getattr(score, name) for name in counts) for score in run.systems[system]]
    assert worked_out == stored, f"the scores of {run.task} are out of date; {refresh(run)}"


@pytest.mark.parametrize("run", BUNDLED, ids=lambda run: f"{run.task}-{run.split}")
def test_stored_scores_are_on_the_gold_that_is_kept(run):
    kept = {
        hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (ROOT / "data" / "gold").rglob("*.jsonl")
    }
    assert set(run.files.values()) <= kept, refresh(run)
