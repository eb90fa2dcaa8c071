"""A state that goes to another installation: the same numbers there, or a refusal in words."""

from __future__ import annotations

import io
import json
import shutil
import zipfile

import pytest

from didgah.filters import Filters
from didgah.queries import articles, entities, meetings, overview
from didgah.store import frozen, layout, publish
from didgah.store.layout import StoreError
from didgah.store.reader import open_latest, open_version


@pytest.fixture
def file(small_folder) -> bytes:
    version = next(publish.manifests(small_folder)).version
    out = io.BytesIO()
    frozen.export(small_folder, version, out)
    return out.getvalue()


def rewritten(file: bytes, name: str, content: bytes) -> io.BytesIO:
    """The archive with one member replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(file)) as old, zipfile.ZipFile(out, "w") as new:
        for one in old.namelist():
            new.writestr(one, content if one == name else old.read(one))
    out.seek(0)
    return out


def listed(file: bytes) -> dict:
    with zipfile.ZipFile(io.BytesIO(file)) as packed:
        return json.loads(packed.read("frozen.json"))


def kept(home) -> list[str]:
    """Everything but empty folders and locks."""
    return [str(one.relative_to(home)) for one in home.rglob("*")
            if one.is_file() and one.suffix != ".lock"]


def test_it_opens_elsewhere_with_the_same_numbers(small_folder, file, tmp_path):
    taken = frozen.take(tmp_path, io.BytesIO(file))
    here, there = open_latest(small_folder), open_version(layout.corpus(tmp_path), taken.version)
    for filters in (Filters(), Filters(languages=("fa",)), Filters(query="halal")):
        assert articles.count(here, filters) == articles.count(there, filters)
        assert entities.top(here, filters).equals(entities.top(there, filters))
        assert overview.summary(here, filters) == overview.summary(there, filters)
        one, other = meetings.timeline(here, filters), meetings.timeline(there, filters)
        assert one.to_csv() == other.to_csv()
    assert taken.version in publish.read_published(layout.corpus(tmp_path)).pinned
    here.close()
    there.close()


def test_the_same_state_is_the_same_file_and_taken_once(small_folder, file, tmp_path):
    out = io.BytesIO()
    frozen.export(small_folder, listed(file)["version"], out)
    assert out.getvalue() == file
    frozen.take(tmp_path, io.BytesIO(file))
    before = sorted(kept(tmp_path))
    frozen.take(tmp_path, io.BytesIO(file))
    assert sorted(kept(tmp_path)) == before


def test_what_is_served_stays_served(small_folder, file, tmp_path):
    shutil.copytree(small_folder, tmp_path / "corpus")
    served = publish.snapshot_folders(tmp_path / "corpus")[0]
    frozen.take(tmp_path, io.BytesIO(file))
    assert publish.snapshot_folders(tmp_path / "corpus")[0] == served


def test_nothing_is_taken_while_a_build_could_collect_it(small_folder, file, tmp_path):
    folder = layout.corpus(tmp_path)
    shutil.copytree(small_folder, folder)
    before = publish.read_published(folder)
    with publish.only_build(folder), pytest.raises(StoreError, match="another build is running"):
        frozen.take(tmp_path, io.BytesIO(file))
    assert publish.read_published(folder) == before
    assert not list(folder.glob(".taking-*"))
    frozen.take(tmp_path, io.BytesIO(file))


def test_a_version_that_is_not_kept_cannot_be_written(small_folder):
    with pytest.raises(StoreError, match="not kept"):
        frozen.export(small_folder, "nothing", io.BytesIO())


@pytest.mark.parametrize("hostile", ["../../evil", "/etc/evil", "segments/../../evil", "other/x",
                                     "segments\\..\\evil", ""])
def test_names_that_lead_elsewhere_are_refused(file, tmp_path, hostile):
    said = listed(file)
    said["files"] = {hostile: {"size": 1, "sha256": "0"}}
    with pytest.raises(StoreError):
        frozen.take(tmp_path, rewritten(file, "frozen.json", json.dumps(said).encode()))
    assert kept(tmp_path) == []


def test_a_file_that_was_altered_or_cut_leaves_nothing(file, tmp_path):
    name = next(one for one in listed(file)["files"] if one.endswith("events.duckdb"))
    for content in (b"", b"x" * 10, b"\0" * (listed(file)["files"][name]["size"] + 1)):
        with pytest.raises(StoreError, match=r"events\.duckdb"):
            frozen.take(tmp_path, rewritten(file, f"files/{name}", content))
    for cut in (b"", b"no zip", file[: len(file) // 2]):
        with pytest.raises(StoreError):
            frozen.take(tmp_path, io.BytesIO(cut))
    assert kept(tmp_path) == []


@pytest.mark.parametrize(("change", "said"), [
    ({"didgah": 99}, "form 99"), ({"version": "other"}, "another version"),
    ({"sample": "yes"}, "no exported state"), ({"files": []}, "no exported state"),
    ({"folder": "../x"}, "no exported state"),
])
def test_a_list_that_makes_no_sense_is_refused_in_words(file, tmp_path, change, said):
    found = json.dumps(listed(file) | change).encode()
    with pytest.raises(StoreError, match=said):
        frozen.take(tmp_path, rewritten(file, "frozen.json", found))
    assert kept(tmp_path) == []
