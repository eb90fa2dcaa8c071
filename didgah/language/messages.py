"""The words of the interface: one table, assembled from `data/messages/*.toml`.

Each file holds lines such as `"meetings.title" = { en = "Meetings", fa = "دیدارها" }`.
A value may carry named fields in the manner of `str.format`.
"""

from __future__ import annotations

import tomllib
import warnings
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).resolve().parents[2] / "data" / "messages"

# The languages the interface speaks, the first one by default.
INTERFACE_LANGUAGES: tuple[str, ...] = ("fa", "en")
_FALLBACK = "en"


class MessageError(ValueError):
    """A message file that cannot be used; names file and key."""


class MissingMessage(UserWarning):
    """A key or a language without a text. The suite turns this warning into an error."""


def load(folder: Path = FOLDER) -> dict[str, dict[str, str]]:
    """Message key → language → text, from every `.toml` file in `folder`.

    Raises MessageError when a key stands in two files or has the wrong shape.
    """
    table: dict[str, dict[str, str]] = {}
    home: dict[str, str] = {}
    for path in sorted(folder.glob("*.toml")):
        try:
            entries = tomllib.loads(path.read_text(encoding="utf-8"))
        except tomllib.TOMLDecodeError as error:
            raise MessageError(f"{path.name}: {error}") from error
        for key, texts in entries.items():
            if key in table:
                raise MessageError(f"{path.name}: {key!r} already stands in {home[key]}")
            if not isinstance(texts, dict) or not all(
                isinstance(one, str) for one in texts.values()
            ):
                raise MessageError(f"{path.name}: {key!r} must give one text per language")
            table[key] = texts
            home[key] = path.name
    return table


@cache
def _table() -> dict[str, dict[str, str]]:
    return load()


def text(key: str, language: str, **values: object) -> str:
    """The message `key` in `language` with `values` filled in.

    A language that lacks it gets the English, a key nobody wrote gets the key itself;
    both warn with MissingMessage. Raises KeyError when a named field has no value.
    """
    texts = _table().get(key)
    if texts is None:
        warnings.warn(f"no message {key!r}", MissingMessage, stacklevel=2)
        return key
    if language not in texts:
        warnings.warn(f"message {key!r} has no {language!r}", MissingMessage, stacklevel=2)
    found = texts.get(language) or texts.get(_FALLBACK, key)
    return found.format(**values) if values else found


def has(key: str) -> bool:
    """True when some file writes `key`; for names that come from data."""
    return key in _table()


def plural(key: str, language: str, n: int, **values: object) -> str:
    """The message `key.one` or `key.many` for `n`, with `{n}` in that language's digits.

    Persian nouns stay singular after a number, so Persian may write `key.many` alone.
    """
    from didgah.language.numbers import format_number

    form = f"{key}.one" if n == 1 and has(f"{key}.one") else f"{key}.many"
    return text(form, language, n=format_number(n, language), **values)
