"""Folders and files on disk."""

import os
from pathlib import Path

import pytest

from didgah.model import Article, Rejected
from didgah.readers import read_path, read_paths


def results(*paths: Path) -> tuple[list[str], list[tuple[str, str]]]:
    items = list(read_paths(list(paths)))
    return (
        [item.origin for item in items if isinstance(item, Article)],
        [(item.file, item.reason) for item in items if isinstance(item, Rejected)],
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    base = tmp_path / "خبرها"
    (base / "sub").mkdir(parents=True)
    (base / "b.txt").write_text("عنوان\nمتن", encoding="utf-8")
    (base / "sub" / "a.txt").write_text("عنوان\nمتن", encoding="utf-8")
    (base / ".git").mkdir()
    (base / ".git" / "x.txt").write_text("عنوان\nمتن", encoding="utf-8")
    (base / "~$lock.xlsx").write_bytes(b"x")
    (base / "photo.jpg").write_bytes(b"x")
    return base


def test_folders_are_walked_in_order_and_named_from_their_own_name(folder: Path) -> None:
    assert results(folder) == (
        ["خبرها/b.txt:1", "خبرها/sub/a.txt:1"],
        [("خبرها/photo.jpg", "rejected.unknown_extension")])


def test_no_absolute_path_is_kept(folder: Path) -> None:
    for item in read_path(folder):
        assert str(folder.parent) not in repr(item)


def test_links_below_a_folder_are_not_followed_but_a_named_one_is(folder: Path) -> None:
    secret = folder.parent / "secret.txt"
    secret.write_text("عنوان\nمتن", encoding="utf-8")
    (folder / "z.txt").symlink_to(secret)
    (folder / "loop").symlink_to(folder)
    origins, problems = results(folder)
    assert len(origins) == 2
    assert problems == [
        ("خبرها/loop", "rejected.link"), ("خبرها/photo.jpg", "rejected.unknown_extension"),
        ("خبرها/z.txt", "rejected.link")]
    assert results(folder / "z.txt")[0] == ["z.txt:1"]


def test_what_is_missing_or_no_file_is_said(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert results(tmp_path / "nowhere.txt", tmp_path / "pipe.txt") == (
        [], [("nowhere.txt", "rejected.missing"), ("pipe.txt", "rejected.not_a_file")])


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may read everything")
def test_what_may_not_be_read_is_said(folder: Path) -> None:
    (folder / "b.txt").chmod(0)
    assert ("خبرها/b.txt", "rejected.unreadable") in results(folder)[1]
