"""Plain text and Markdown: one file is one article, its first line the title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from didgah.readers.clean import has_words
from didgah.readers.columns import field_of
from didgah.readers.encoding import text_stream
from didgah.readers.reading import Item, Reading, Source, megabytes
from didgah.readers.row import article_of
from didgah.readers.unreadable import Unreadable

_FRONT_MATTER = re.compile(
    r"(?P<mark>---|\+\+\+)[ \t]*\n(?P<head>.*?)\n(?P=mark)[ \t]*(?:\n|$)", re.DOTALL
)
_ENTRY = re.compile(r"^([^\s:=#][^:=\n]{0,80}?)\s*[:=]\s*(.*)$", re.M)
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(.*?)[ \t#]*$")
_FRONT_MATTER_MOST = 64 * 1024  # characters


def whole_text(source: Source, reading: Reading) -> str:
    """All of a text file, with newlines as "\\n". Raises Unreadable beyond `page_bytes`."""
    limit = reading.options.limits.page_bytes
    if source.size > limit:
        raise Unreadable("rejected.file_too_large",
                         f"{megabytes(source.size)} > {megabytes(limit)}")
    with text_stream(source.stream) as stream:
        text = stream.read()
    return text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")


def read_text(source: Source, reading: Reading) -> Iterator[Item]:
    """A .txt file: the first line that is not blank is the title, the rest the body."""
    title, body, line = _split(whole_text(source, reading))
    if len(title) > reading.options.limits.title:  # no title, but a paragraph
        title, body = "", f"{title}\n{body}"
    yield from article_of({"title": title, "body": body}, source.name, line, reading.options)


def read_markdown(source: Source, reading: Reading) -> Iterator[Item]:
    """A .md file; title, date, outlet and the like may stand in front matter (`key: value`)."""
    text = whole_text(source, reading)
    values: dict[str, object] = {}
    found = _FRONT_MATTER.match(text.lstrip()[:_FRONT_MATTER_MOST])
    if found:
        skipped = text[:len(text) - len(text.lstrip())].count("\n") + found[0].count("\n")
        text = text.lstrip()[found.end():]
        for name, value in _ENTRY.findall(found["head"]):
            field = field_of(name.strip("\"' "))
            if field and field not in ("body",) and value.strip("\"' "):
                values.setdefault(field, value.strip().strip("\"'"))
    else:
        skipped = 0
    title, body, line = _split(text)
    heading = _HEADING.match(title)
    if "title" in values and not heading:
        body = text
    elif "title" not in values:
        values["title"] = heading[1] if heading else title
    yield from article_of(values | {"body": body}, source.name, line + skipped, reading.options)


def _split(text: str) -> tuple[str, str, int]:
    """The first line with a letter or digit, what follows it, and its number from 1."""
    lines = text.split("\n")
    first = next((n for n, line in enumerate(lines) if has_words(line)), len(lines) - 1)
    return lines[first].strip(), "\n".join(lines[first + 1:]), first + 1
