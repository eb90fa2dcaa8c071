"""One run of a page is served one snapshot, looked up once."""

from __future__ import annotations

import contextvars
import shutil
from types import SimpleNamespace

import pytest

from components import data
from didgah.store import publish


@pytest.fixture
def asked(monkeypatch, tmp_path, small_folder):
    """How often the list of snapshots was asked for; the link asks for `version`."""
    shutil.copytree(small_folder, tmp_path / "corpus")
    monkeypatch.setenv("DIDGAH_HOME", str(tmp_path))
    found = SimpleNamespace(times=0, version="")
    name = data.reader.latest_name

    def counting(folder):
        found.times += 1
        return name(folder)

    monkeypatch.setattr(data.reader, "latest_name", counting)
    monkeypatch.setattr(data.links, "current", lambda: found)
    return found


def in_a_run(*steps):
    """What each step returns, in a context of their own as runs have."""
    return contextvars.copy_context().run(lambda: [step() for step in steps])


def test_a_run_looks_once_and_the_next_one_again(asked, small_snapshot):
    _, one, two, _, three = in_a_run(
        data.begin, data.snapshot, data.snapshot, data.begin, data.snapshot)
    assert one is two
    assert one.version == three.version == small_snapshot.version
    assert asked.times == 2


def test_a_build_that_ends_in_the_middle_is_seen_by_the_next_run(asked, monkeypatch):
    def publish_another():
        monkeypatch.setattr(data, "latest", lambda: "the next")

    _, one, _, two, _, three = in_a_run(
        data.begin, data.snapshot, publish_another, data.snapshot, data.begin, data.snapshot)
    assert one is two
    assert three == "the next"


def test_another_pinned_version_is_looked_up_for_itself(asked, small_snapshot):
    def pin():
        asked.version = small_snapshot.version

    _, latest, _, pinned = in_a_run(data.begin, data.snapshot, pin, data.snapshot)
    assert pinned is not latest
    assert pinned.version == latest.version


def test_outside_a_run_nothing_is_held(asked):
    in_a_run(data.snapshot, data.snapshot)
    assert asked.times == 2
    assert publish.snapshot_folders(data.folder())
