"""Locks between processes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from didgah.store.locks import Held, alone

HOLD = """
import sys, time
from pathlib import Path
from didgah.store.locks import alone
with alone(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_one_at_a_time_and_free_afterwards(tmp_path: Path) -> None:
    file = tmp_path / "one.lock"
    with alone(file), pytest.raises(Held, match=r"one\.lock"), alone(file):
        pytest.fail("two held it")
    with alone(file):
        pass


def test_a_killed_process_lets_go(tmp_path: Path) -> None:
    file = tmp_path / "one.lock"
    other = subprocess.Popen([sys.executable, "-c", HOLD, str(file)], stdout=subprocess.PIPE)
    try:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == b"held"
        with pytest.raises(Held), alone(file, wait=0.05):
            pytest.fail("two held it")
    finally:
        other.kill()
        other.communicate()
    with alone(file, wait=5):
        pass


def test_a_file_that_cannot_be_made(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere"), alone(tmp_path / "nowhere" / "one.lock"):
        pytest.fail("held")
