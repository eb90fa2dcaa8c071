"""Bounded lines against splitting the whole."""

import io

from hypothesis import example, given, settings
from hypothesis import strategies as st

from didgah.readers.lines import bounded_lines


def stream(text: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(text.encode()), "utf-8", newline="")


def naive(text: str) -> list[str]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return lines[:-1] if lines[-1] == "" else lines


@settings(max_examples=300)
@example("aaa\r\nb", 4)
@example("aaaaaaa\r\nb", 4)
@given(st.text("ab\u2028ی\n\r", max_size=60), st.integers(4, 12))
def test_lines_are_those_of_the_text_cut_at_the_bound(text: str, most: int) -> None:
    found = list(bounded_lines(stream(text), most))
    expected = naive(text)
    assert [number for number, _, _ in found] == list(range(1, len(expected) + 1))
    for (_, line, whole), full in zip(found, expected, strict=True):
        assert full.startswith(line)
        assert whole == (line == full)
        assert whole or len(line) == most


def test_an_endless_line_is_passed_over_in_pieces() -> None:
    text = "a" * 1_000_000 + "\nb"
    assert list(bounded_lines(stream(text), 10)) == [(1, "a" * 10, False), (2, "b", True)]
