"""Dataclasses of `didgah.model` to compact bytes and back.

A dataclass becomes the JSON object of its fields, those with their default value left
out. So what was stored before a field was added can still be read; after any other change
of the model it raises ValueError, and is rebuilt from the archive.
"""

from __future__ import annotations

import json
import types
import zlib
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints


def encode(value: object) -> bytes:
    """Compressed JSON of a dataclass (or a tuple or dict of them)."""
    text = json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode("utf-8", "surrogatepass"), 6)


def decode[T](kind: type[T], data: bytes) -> T:
    """The value that `encode` was given. Raises ValueError when `data` is not such bytes."""
    try:
        plain = json.loads(zlib.decompress(data).decode("utf-8", "surrogatepass"))
        return _builder(kind)(plain)
    except (zlib.error, AttributeError, TypeError, KeyError, IndexError) as error:
        raise ValueError(f"not a stored {kind}: {error}") from error


def _plain(value: object) -> object:
    if is_dataclass(value):
        return {
            name: _plain(found)
            for name, default in _defaults(type(value))
            if (found := getattr(value, name)) is not default and found != default
        }
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, date):  # datetime is one
        return value.isoformat()
    return value


@cache
def _defaults(kind: type) -> tuple[tuple[str, object], ...]:
    """(field, what it is when left out) of a dataclass; a value nothing equals when needed."""
    return tuple(
        (item.name, item.default_factory() if item.default_factory is not MISSING
         else item.default)
        for item in fields(kind)
    )


@cache
def _builder(kind: Any) -> Callable[[Any], Any]:
    """A function from plain JSON to `kind`, worked out once per type."""
    origin, arguments = get_origin(kind), get_args(kind)
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        parts = {item.name: _builder(hints[item.name]) for item in fields(kind)}
        return lambda row: kind(**{name: parts[name](one) for name, one in row.items()})
    if origin is tuple and arguments[-1] is Ellipsis:
        each = _builder(arguments[0])
        return lambda row: tuple([each(one) for one in row])
    if origin is tuple:
        parts = [_builder(one) for one in arguments]
        return lambda row: tuple([part(one) for part, one in zip(parts, row, strict=True)])
    if origin is dict:
        each = _builder(arguments[1])
        return lambda row: {key: each(one) for key, one in row.items()}
    if origin in (Union, types.UnionType):
        inner = [one for one in arguments if one is not types.NoneType]
        each = _builder(inner[0]) if all(get_origin(i) is not Literal for i in inner) else _same
        return lambda one: None if one is None else each(one)
    if kind is date:
        return date.fromisoformat
    if kind is datetime:
        return datetime.fromisoformat
    return _same


def _same(value: Any) -> Any:
    return value
