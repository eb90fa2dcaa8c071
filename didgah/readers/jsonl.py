"""JSON in the shapes that articles come in: lines, an array, an object that holds one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

from didgah.language.calendars import day_first_of
from didgah.model import Rejected
from didgah.readers.columns import recognise
from didgah.readers.encoding import text_stream
from didgah.readers.json_values import JsonProblem, RawValue, parse, split_values
from didgah.readers.lines import bounded_lines
from didgah.readers.reading import Item, Reading, Source, refused
from didgah.readers.row import article_of
from didgah.readers.unreadable import Unreadable

_AHEAD = 50  # rows looked at to tell 03/04/2021 apart


def read_lines(source: Source, reading: Reading) -> Iterator[Item]:
    """One JSON object a line (.jsonl); a broken line is refused and the rest goes through."""
    most = reading.options.limits.record
    with text_stream(source.stream) as text:
        values = (
            RawValue(n, line, None if whole else JsonProblem("rejected.record_too_long",
                                                             f"> {most}"))
            for n, line, whole in bounded_lines(text, most) if line.strip(" \t\ufeff")
        )
        yield from _objects(values, source, reading)


def read_document(source: Source, reading: Reading) -> Iterator[Item]:
    """A .json file: an array of articles, one article, or an object with a list of them.

    An array is read element by element. An object is held whole, up to `document` characters,
    except that one which is a line of its own begins a file of such lines.
    """
    limits = reading.options.limits
    with text_stream(source.stream) as text:
        first, following = text.readline(limits.record), text.readline(1000)
    if following.strip() and _is_object(first, reading):
        yield from read_lines(source, reading)
        return
    with text_stream(source.stream) as text:
        values = split_values(text, max(limits.record, limits.document))
        yield from _document(values, source, reading)


def _document(values: Iterator[RawValue], source: Source, reading: Reading) -> Iterator[Item]:
    limits = reading.options.limits
    head = list(islice(values, 2))
    if len(head) == 1 and head[0].problem is None and head[0].text.startswith("{"):
        try:
            held = _held(parse(head[0].text, limits.json_depth), reading)
        except JsonProblem as problem:
            raise Unreadable(problem.reason, problem.detail, head[0].line) from problem
        if held is not None:
            yield from _rows(((None, one) for one in held), source, reading)
            return
    yield from _objects(chain(head, values), source, reading)


def _is_object(line: str, reading: Reading) -> bool:
    try:
        return isinstance(parse(line, reading.options.limits.json_depth), dict)
    except JsonProblem:
        return False


def _held(value: object, reading: Reading) -> list[object] | None:
    """The longest list of objects inside an object or one level below; None in an article."""
    if not isinstance(value, dict):
        return None
    try:
        _mapping(value, reading)
    except Unreadable:
        pass
    else:
        return None
    inner = [one for one in value.values() if isinstance(one, dict)]
    lists = [
        one for holder in (value, *inner) for one in holder.values()
        if isinstance(one, list) and any(isinstance(item, dict) for item in one)
    ]
    return max(lists, key=len, default=None)


def _objects(values: Iterator[RawValue], source: Source, reading: Reading) -> Iterator[Item]:
    depth = reading.options.limits.json_depth

    def parsed() -> Iterator[tuple[int | None, object]]:
        for raw in values:
            if raw.problem:
                yield raw.line, refused(source.name, raw.line, raw.problem.reason,
                                        raw.problem.detail, raw.text)
                continue
            try:
                yield raw.line, parse(raw.text, depth)
            except JsonProblem as problem:
                yield raw.line, refused(source.name, raw.line, problem.reason, problem.detail,
                                        raw.text)

    yield from _rows(parsed(), source, reading)


def _rows(
    rows: Iterator[tuple[int | None, object]], source: Source, reading: Reading
) -> Iterator[Item]:
    options = reading.options
    ahead = list(islice(rows, _AHEAD))
    if not ahead:
        raise Unreadable("rejected.empty_file")
    day_first = options.day_first
    if day_first is None:
        day_first = day_first_of(_dates(ahead, reading))
    shown = False
    for number, (line, value) in enumerate(chain(ahead, rows), start=1):
        if not isinstance(value, dict):
            yield value if isinstance(value, Rejected) else refused(
                source.name, line, "rejected.not_an_object", type(value).__name__, str(value)[:400]
            )
            continue
        try:
            mapping = (_mapping(value, reading) if shown else
                       reading.recognise(source.name, tuple(value)[:options.limits.columns],
                                         fixed=False))
        except Unreadable as problem:
            yield refused(source.name, line, problem.reason, problem.detail, str(value)[:400])
            continue
        finally:
            shown = True
        cells = {field: value[column] for field, column in mapping.items()}
        if line is None:
            line = number
        yield from article_of(cells, source.name, line, options, day_first=day_first)


def _mapping(value: dict[str, object], reading: Reading) -> dict[str, str]:
    keys = tuple(value)[:reading.options.limits.columns]
    return recognise(keys, reading.options.mapping, fixed=False)


def _dates(ahead: list[tuple[int | None, object]], reading: Reading) -> Iterator[str]:
    for _, value in ahead:
        if not isinstance(value, dict):
            continue
        try:
            column = _mapping(value, reading).get("date")
        except Unreadable:
            continue
        if column and isinstance(value[column], str):
            yield value[column]
