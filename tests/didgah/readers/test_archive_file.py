"""Zip and gzip: what is in them goes in, tricks do not."""

import gzip
import io
import stat
import zipfile

import pytest

from didgah.model import Article, Rejected
from didgah.readers import Limits, ReadOptions, read_upload

CSV = "عنوان,متن\nالف,متن الف\nب,متن ب\n".encode()


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def read(
    name: str, data: bytes, limits: Limits = Limits()  # noqa: B008
) -> tuple[list[str], list[tuple[str, str]]]:
    items = list(read_upload(name, data, ReadOptions(limits=limits)))
    return (
        [item.origin for item in items if isinstance(item, Article)],
        [(item.file, item.reason) for item in items if isinstance(item, Rejected)],
    )


def test_members_are_read_by_their_kind() -> None:
    data = zipped({"a.csv": CSV, "sub/b.txt": "عنوان\nمتن".encode(), "sub/": b"",
                   "__MACOSX/a.csv": b"x", ".hidden.csv": b"x", "c.jpg": b"x"})
    assert read("x.zip", data) == (
        ["x.zip/a.csv:2", "x.zip/a.csv:3", "x.zip/sub/b.txt:1"],
        [("x.zip/c.jpg", "rejected.unknown_extension")])


def test_gzip_goes_by_the_name_within() -> None:
    assert read("a.csv.gz", gzip.compress(CSV)) == (["a.csv:2", "a.csv:3"], [])
    assert read("a.csv", gzip.compress(CSV)) == (["a.csv:2", "a.csv:3"], [])
    assert read("a.tar.gz", gzip.compress(CSV))[1] == [("a.tar", "rejected.unknown_extension")]


def test_archives_may_nest_twice_and_no_deeper() -> None:
    once = zipped({"a.csv": CSV})
    twice = zipped({"in.zip": once, "b.csv.gz": gzip.compress(CSV)})
    thrice = zipped({"mid.zip": twice})
    assert len(read("x.zip", twice)[0]) == 4
    assert read("x.zip", thrice) == ([], [
        ("x.zip/mid.zip/in.zip", "rejected.archive_too_deep"),
        ("x.zip/mid.zip/b.csv.gz", "rejected.archive_too_deep")])


def test_an_archive_that_holds_itself_ends() -> None:
    data = zipped({"a.csv": CSV})
    for _ in range(20):
        data = zipped({"a.csv": CSV, "again.zip": data})
    origins, problems = read("x.zip", data)
    assert len(origins) == 4
    assert [reason for _, reason in problems] == ["rejected.archive_too_deep"]


@pytest.mark.parametrize("name", [
    "../evil.csv", "a/../../evil.csv", "/etc/evil.csv", "C:/evil.csv", "..\\evil.csv", "\\evil.csv",
    ".",
])
def test_names_that_leave_the_archive_are_refused(name: str) -> None:
    origins, problems = read("x.zip", zipped({name: CSV, "b.csv": CSV}))
    assert origins == ["x.zip/b.csv:2", "x.zip/b.csv:3"]
    assert [reason for _, reason in problems] == ["rejected.unsafe_name"]


def test_links_are_not_followed() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        link = zipfile.ZipInfo("a.csv")
        link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
        archive.writestr(link, "/etc/passwd")
    assert read("x.zip", out.getvalue()) == ([], [("x.zip/a.csv", "rejected.link")])


def test_locked_members_are_refused() -> None:
    data = bytearray(zipped({"a.csv": CSV, "b.csv": CSV}))
    directory = data.index(b"PK\x01\x02")
    data[directory + 8] |= 1
    assert read("x.zip", bytes(data)) == (
        ["x.zip/b.csv:2", "x.zip/b.csv:3"], [("x.zip/a.csv", "rejected.encrypted")])


def test_bombs_are_refused_before_they_unpack() -> None:
    limits = Limits(archive_ratio_from=1_000_000)
    bomb = b"title,text\n" + b"a" * 4_000_000
    assert read("x.zip", zipped({"a.csv": bomb}), limits) == (
        [], [("x.zip", "rejected.archive_bomb")])
    assert read("a.csv.gz", gzip.compress(bomb), limits) == (
        [], [("a.csv.gz", "rejected.archive_bomb")])
    assert read("x.zip", zipped({"a.csv": CSV * 50_000}), Limits(archive_bytes=1_000_000)) == (
        [], [("x.zip", "rejected.archive_bomb")])


def test_a_nested_bomb_is_refused_and_its_neighbour_goes_in() -> None:
    bomb = zipped({"a.csv": b"title,text\n" + b"a" * 4_000_000})
    origins, problems = read("x.zip", zipped({"bomb.zip": bomb, "b.csv": CSV}),
                             Limits(archive_ratio_from=1_000_000))
    assert origins == ["x.zip/b.csv:2", "x.zip/b.csv:3"]
    assert problems == [("x.zip/bomb.zip", "rejected.archive_bomb")]


def test_bytes_unpacked_count_over_the_whole_archive() -> None:
    inner = zipped({"a.csv": CSV * 500}, zipfile.ZIP_STORED)
    data = zipped({f"{n}.zip": inner for n in range(10)})
    _, problems = read("x.zip", data, Limits(archive_bytes=100_000))
    assert "rejected.archive_bomb" in {reason for _, reason in problems}


def test_a_size_that_lies_does_not_unpack_more() -> None:
    data = bytearray(zipped({"a.csv": b"title,text\n" + b"a,b\n" * 100_000}))
    directory = data.index(b"PK\x01\x02")
    data[directory + 24:directory + 28] = (100).to_bytes(4, "little")
    origins, problems = read("x.zip", bytes(data))
    assert len(origins) < 30
    assert problems


def test_too_many_members_are_refused() -> None:
    data = zipped({f"{n}.txt": b"" for n in range(20)})
    assert read("x.zip", data, Limits(archive_members=10)) == (
        [], [("x.zip", "rejected.too_many_members")])


def test_a_directory_too_large_to_hold_is_refused() -> None:
    data = bytearray(zipped({"a.csv": CSV}))
    end = data.rindex(b"PK\x05\x06")
    data[end + 12:end + 16] = (100_000_000).to_bytes(4, "little")
    assert read("x.zip", bytes(data))[1] == [("x.zip", "rejected.too_many_members")]


def test_damage_costs_the_member_or_the_archive() -> None:
    data = bytearray(zipped({"a.csv": CSV, "b.csv": CSV}, zipfile.ZIP_STORED))
    data[data.index(CSV) + 20] ^= 0xFF  # checksum of the first no longer fits
    assert read("x.zip", bytes(data)) == (
        ["x.zip/b.csv:2", "x.zip/b.csv:3"], [("x.zip/a.csv", "rejected.broken_archive")])
    assert read("x.zip", zipped({"a.csv": CSV})[:-10])[1] == [("x.zip", "rejected.broken_archive")]
    assert read("a.csv.gz", gzip.compress(CSV)[:-6])[1] == [("a.csv.gz", "rejected.broken_archive")]
    assert read("a.csv.gz", b"\x1f\x8b\x08junk")[1] == [("a.csv.gz", "rejected.broken_archive")]


def test_persian_names_of_old_archives_are_readable() -> None:
    data = zipped({"aaaaaaaaaa.csv": CSV})
    data = data.replace(b"aaaaaaaaaa.csv", "خبرها".encode() + b".csv")
    assert read("x.zip", data)[0][0] == "x.zip/خبرها.csv:2"
