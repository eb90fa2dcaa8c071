"""Lines of JSON in gzip members: written once, each found again."""

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from didgah.store import line_file
from didgah.store.line_file import ArchiveDamaged, LineWriter, Place, read_line, read_lines

values = st.dictionaries(st.text(max_size=3), st.text(max_size=30) | st.integers(), max_size=3)


@given(st.lists(values, max_size=30), st.integers(1, 200))
def test_lines_come_back_together_and_one_by_one(
    tmp_path_factory: pytest.TempPathFactory, lines: list[dict[str, object]], member: int
) -> None:
    path = tmp_path_factory.mktemp("lines") / "a.jsonl.gz"
    before, line_file._MEMBER = line_file._MEMBER, member
    try:
        with LineWriter(path) as writer:
            places = []
            for line in lines:
                places.append(writer.write(line))
                assert writer.read(places[len(places) // 2]) == lines[len(places) // 2]
            size = writer.keep()
    finally:
        line_file._MEMBER = before
    assert list(read_lines(path, size)) == list(zip(lines, places, strict=True))
    for line, place in zip(lines, places, strict=True):
        assert read_line(path, place) == line
    assert [json.loads(one) for one in gzip.decompress(path.read_bytes()).splitlines()] == lines


def test_what_is_not_kept_is_not_there(tmp_path: Path) -> None:
    with LineWriter(tmp_path / "a.gz") as writer:
        writer.write({"a": 1})
    assert list(tmp_path.iterdir()) == []


def test_places_that_do_not_exist_are_damage(tmp_path: Path) -> None:
    path = tmp_path / "a.gz"
    with LineWriter(path) as writer:
        writer.write({"a": 1})
        size = writer.keep()
    for place in (Place(0, 5), Place(7, 0), Place(size + 9, 0)):
        with pytest.raises(ArchiveDamaged, match=r"a\.gz"):
            read_line(path, place)
    with pytest.raises(ArchiveDamaged, match="missing"):
        list(read_lines(tmp_path / "b.gz", 1))
