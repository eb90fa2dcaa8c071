"""Splitting JSON text into values without holding it all, and without deep recursion."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

_STRUCTURE = re.compile(r'["\\{}\[\],]')
_IN_STRING = re.compile(r'["\\]')
_CHUNK = 1 << 16


class JsonProblem(ValueError):
    """A value that is no JSON, or too much of it: reason key and detail."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(detail)
        self.reason, self.detail = reason, detail


@dataclass(frozen=True, slots=True)
class RawValue:
    """The text of one value, the line it begins on, and the problem that ends the reading."""

    line: int
    text: str
    problem: JsonProblem | None = None


def parse(text: str, depth: int) -> object:
    """`json.loads`, refusing more than `depth` levels; raises JsonProblem."""
    level = deepest = at = 0
    shallow = text.count("{") + text.count("[") <= depth
    while not shallow and (found := _STRUCTURE.search(text, at)):
        at = found.end()
        mark = found[0]
        if mark == '"':
            while (inside := _IN_STRING.search(text, at)) and inside[0] == "\\":
                at = inside.end() + 1
            if inside is None:
                break
            at = inside.end()
        elif mark in "{[":
            level += 1
            deepest = max(deepest, level)
            if deepest > depth:
                raise JsonProblem("rejected.too_deep", f"> {depth}")
        elif mark in "}]":
            level -= 1
    try:
        return json.loads(text, strict=False)
    except ValueError as error:
        raise JsonProblem("rejected.broken_json", str(error)) from error


def split_values(stream: io.TextIOBase, most: int) -> Iterator[RawValue]:
    """The elements of an array, or the values that stand one after the other.

    Memory stays near the longest value, `most` characters at the utmost; what cannot be
    split any further is the last RawValue, with its problem.
    """
    reader = _Reader(stream, most)
    mark = reader.peek()
    if mark == "":
        return
    in_array = mark == "["
    if in_array:
        reader.skip()
        if reader.peek() == "]":
            return
    while (mark := reader.peek()) != "":
        line = reader.line
        text, problem = reader.value()
        if not text and not problem:  # a bracket or a comma with nothing before it
            problem = JsonProblem("rejected.broken_json", mark)
        yield RawValue(line, text, problem)
        if problem:
            return
        mark = reader.peek()
        if in_array and mark == "]":
            return
        if in_array and mark != ",":
            yield RawValue(reader.line, mark, JsonProblem("rejected.broken_json", "…"))
            return
        if mark == ",":
            reader.skip()


class _Reader:
    """A window on the stream: what has been read and not yet given away."""

    def __init__(self, stream: io.TextIOBase, most: int) -> None:
        self.stream, self.most = stream, most
        self.window, self.at, self.line = "", 0, 1
        self.ended = False

    def more(self) -> bool:
        """Read on, twice as far each time a value goes on; False at the end of the stream."""
        part = self.stream.read(max(_CHUNK, len(self.window) - self.at))
        self.window = self.window[self.at:] + part
        self.at = 0
        return part != ""

    def peek(self) -> str:
        """The next character that is no space, "" at the end."""
        while True:
            while self.at < len(self.window) and self.window[self.at] in " \t\r\n\ufeff":
                self.line += self.window[self.at] == "\n"
                self.at += 1
            if self.at < len(self.window):
                return self.window[self.at]
            if not self.more():
                return ""

    def skip(self) -> None:
        self.at += 1

    def value(self) -> tuple[str, JsonProblem | None]:
        """The text of the value that begins here, and why it is not whole if it is not."""
        level, in_string, at = 0, False, self.at
        while True:
            found = (_IN_STRING if in_string else _STRUCTURE).search(self.window, at)
            if found is None:
                if len(self.window) - self.at > self.most:
                    return self.window[self.at:][:400], JsonProblem(
                        "rejected.record_too_long", f"> {self.most}")
                offset = len(self.window) - self.at
                if not self.more():
                    text = self.window[self.at:]
                    self.at = len(self.window)
                    whole = level == 0 and not in_string
                    return text, None if whole else JsonProblem("rejected.broken_json", "EOF")
                at = offset
                continue
            mark, at = found[0], found.end()
            if mark == "\\":
                if at >= len(self.window):
                    offset = len(self.window) - self.at
                    self.more()
                    at = offset
                at += 1
            elif mark == '"':
                in_string = not in_string
            elif mark in "{[":
                level += 1
            elif mark == "," and level == 0:
                return self._take(at - 1), None
            elif mark in "}]":
                level -= 1
                if level < 0:
                    return self._take(at - 1), None
                if level == 0:
                    return self._take(at), None

    def _take(self, end: int) -> str:
        text = self.window[self.at:end]
        self.line += text.count("\n")
        self.at = end
        return text
