"""What the Method page tells of the saved scores."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from didgah.evaluate.saved import Run
from didgah.evaluate.scores import Counted, scores
from didgah.evaluate.tally import Tally, share
from didgah.evaluate.told import PARTS, told


def made(right: int, kinds=("date", "time")) -> tuple:
    tallies = [Tally("overlap", kind, right, 4, right, 4) for kind in kinds]
    return scores([Counted(str(n), "fa", (*tallies, share("value", "", right, 4)))
                   for n in range(3)])


RUN = Run("dates", "domain", "report", "held-out", "didgah evaluate dates x", date(2026, 11, 23),
          "0", "a", "r", {}, 3, {"didgah": made(3), "dateparser": made(1)})


def of(runs, part: str, language: str = "fa"):
    return next(found for one, found in told(runs, language) if one.id == part)


def test_every_part_is_told_also_when_nothing_was_measured():
    assert [part for part, _ in told([], "fa")] == list(PARTS)
    assert not any(found for _, found in told([], "fa"))
    assert of([RUN], "date_spans", "ru") == ()
    assert of([RUN], "topic") == ()


def test_score_of_the_kind_with_other_systems_beside():
    (one,) = of([RUN], "date_spans")
    assert one.score.kind == "date"
    assert one.score.f1 == 0.75
    assert [(name, score.f1) for name, score in one.beside] == [("dateparser", 0.25)]
    (value,) = of([RUN], "date_values")
    assert value.score.share == 0.75


def test_all_kinds_where_the_gold_has_none():
    bare = replace(RUN, systems={"didgah": made(2, kinds=("",))})
    assert of([bare], "date_spans")[0].score.f1 == 0.5


def test_tuning_texts_are_not_told_beside_reporting_ones():
    tune = replace(RUN, split="tune", sample="in-sample", systems={"didgah": made(4)})
    assert [one.run.split for one in of([tune, RUN], "date_spans")] == ["report"]
    assert [one.run.split for one in of([tune], "date_spans")] == ["tune"]


def test_held_out_first():
    runs = [replace(RUN, gold="briefs", sample="in-sample"), replace(RUN, gold="other"), RUN,
            replace(RUN, gold="general", sample="in-sample")]
    assert [one.run.gold for one in of(runs, "date_spans")] == [
        "domain", "other", "general", "briefs"]


def test_agreement_of_readers_on_the_same_gold():
    tallies = tuple(replace(t, measure="dates.overlap") for t in (
        Tally("overlap", "date", 9, 10, 9, 10),))
    agreed = replace(RUN, task="agreement", split="all", systems={
        "agreement": scores([Counted("x", "fa", tallies)])})
    (one,) = of([RUN, agreed, replace(agreed, gold="briefs")], "date_spans")
    assert [name for name, _ in one.beside] == ["dateparser", "agreement"]
