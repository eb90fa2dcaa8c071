"""Files and folders on disk, as sources."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path

from didgah.readers.archive_file import is_junk
from didgah.readers.reading import Item, refused


def files_below(paths: Sequence[Path]) -> Iterator[tuple[str, Path, int] | Item]:
    """(name for people, file, size in bytes) of every file, folders walked in name order.

    What is no file is refused. Links are followed where a person names them and nowhere else.
    """
    for path in paths:
        try:
            state = path.stat()
        except OSError as error:
            missing = isinstance(error, FileNotFoundError)
            yield refused(path.name or str(path), None,
                          "rejected.missing" if missing else "rejected.unreadable",
                          "" if missing else error.strerror or "")
            continue
        if stat.S_ISDIR(state.st_mode):
            yield from _walk(path, path.resolve().name)
        elif stat.S_ISREG(state.st_mode):
            yield path.name, path, state.st_size
        else:
            yield refused(path.name, None, "rejected.not_a_file")


def _walk(folder: Path, label: str) -> Iterator[tuple[str, Path, int] | Item]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield refused(label, None, "rejected.unreadable", error.strerror or "")
        return
    for entry in entries:
        name = f"{label}/{entry.name}"
        if is_junk(entry.name):
            continue
        if entry.is_symlink():
            yield refused(name, None, "rejected.link")
        elif entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path), name)
        elif entry.is_file(follow_symlinks=False):
            yield name, Path(entry.path), entry.stat(follow_symlinks=False).st_size
        else:
            yield refused(name, None, "rejected.not_a_file")
