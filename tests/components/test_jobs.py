"""Long work outside the page."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest

from components import jobs


@pytest.fixture
def board() -> Iterator[None]:
    jobs._board.clear()
    yield
    jobs._board.clear()


def _until_over(name: str) -> jobs.Job:
    for _ in range(500):
        job = jobs.find(name)
        assert job is not None
        if job.phase != "running":
            return job
        time.sleep(0.01)
    raise AssertionError("the task never ended")


def test_a_task_leaves_its_result(board):
    jobs.start("sum", lambda job: 2 + 2)
    over = _until_over("sum")
    assert (over.phase, over.result, over.error) == ("done", 4, None)
    jobs.forget("sum")
    assert jobs.find("sum") is None


def test_the_same_task_is_not_started_twice(board):
    gate = threading.Event()
    first = jobs.start("slow", lambda job: gate.wait(5))
    assert jobs.start("slow", lambda job: 1) is first
    jobs.forget("slow")
    assert jobs.find("slow") is first, "a running task cannot be forgotten"
    gate.set()
    assert _until_over("slow").phase == "done"
    assert jobs.start("slow", lambda job: 1) is not first


def test_a_fault_is_kept_for_the_page_to_show(board, caplog):
    def broken(job: jobs.Job) -> None:
        raise OSError("disk full")

    jobs.start("broken", broken)
    over = _until_over("broken")
    assert over.phase == "failed"
    assert str(over.error) == "disk full"
    assert "broken failed" in caplog.text


def test_a_task_that_is_asked_to_stop_stops(board):
    started = threading.Event()

    def patient(job: jobs.Job) -> None:
        started.set()
        while not job.cancelled():
            time.sleep(0.005)
        raise jobs.Cancelled

    job = jobs.start("patient", patient)
    assert started.wait(5)
    job.cancel()
    assert _until_over("patient").phase == "cancelled"


def test_time_left_is_told_from_the_pace_of_the_stage():
    job = jobs.Job("x")
    job.report("reading", 0, 100)
    assert job.seconds_left is None
    job.stage_started -= 10
    job.report("reading", 25, 100)
    assert job.seconds_left == pytest.approx(30, abs=0.5)
    job.report("writing", 1, 100)
    assert job.seconds_left is None, "a new stage has a pace of its own"
