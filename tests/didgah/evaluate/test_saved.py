"""The file of scores: there and back, one place for each task, gold and split."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from didgah.evaluate.saved import Run, SavedError, load, run_of, save
from didgah.evaluate.scores import Counted, scores
from didgah.evaluate.tally import Tally, share

SCORES = scores([
    Counted(str(n), "fa", (Tally("strict", "place", 1, 2, 1, 4), share("value", "", n % 2, 1)))
    for n in range(4)
])
RUN = Run("names", "domain", "report", "held-out", "didgah evaluate names gold.jsonl",
          date(2026, 11, 23), "0.2.0", "abcd1234", "0123456789abcdef", {"gold.jsonl": "ff"}, 4,
          {"didgah": SCORES})


def test_there_and_back(tmp_path):
    path = tmp_path / "deep" / "scores.json"
    assert load(path) == ()
    save(path, RUN)
    (read,) = load(path)
    assert replace(read, systems={}) == replace(RUN, systems={})
    for ours, kept in zip(SCORES, read.systems["didgah"], strict=True):
        assert (kept.measure, kept.right, kept.expected) == (ours.measure, ours.right,
                                                             ours.expected)
        assert kept.value == pytest.approx(ours.value, abs=1e-4)


def test_scores_that_tell_nothing_are_left_out(tmp_path):
    nothing = scores([Counted("a", "fa", (Tally("strict", "", 0, 0, 0, 0),))])
    save(tmp_path / "scores.json", replace(RUN, systems={"didgah": nothing}))
    assert load(tmp_path / "scores.json")[0].systems == {"didgah": ()}


def test_a_new_run_takes_the_place_of_the_last_of_its_kind(tmp_path):
    path = tmp_path / "scores.json"
    save(path, RUN)
    save(path, replace(RUN, split="tune"))
    save(path, replace(RUN, task="dates"))
    save(path, replace(RUN, articles=9))
    assert [(run.task, run.split, run.articles) for run in load(path)] == [
        ("dates", "report", 4), ("names", "report", 9), ("names", "tune", 4)]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"runs": [{}]}', '{"runs": 3}', "\xff",
                                  '{"runs": [{"day": "?"}]}'])
def test_another_file_is_not_taken_for_scores(tmp_path, text):
    path = tmp_path / "scores.json"
    path.write_bytes(text.encode("latin-1"))
    with pytest.raises(SavedError, match=r"scores\.json is no scores file"):
        load(path)
    with pytest.raises(SavedError):
        save(path, RUN)


def test_a_run_knows_the_annotator_and_the_registry():
    run = run_of("names", "x", "all", "in-sample", "didgah …", {}, 4, {"didgah": SCORES})
    assert len(run.annotator) == 8
    assert len(run.registry) == 16
    assert run.day >= date(2026, 11, 23)
