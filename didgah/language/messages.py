"""The words of the interface: one table, assembled from `data/messages/*.toml`.

Each message is a table of texts by language. A text may carry named fields in the manner of
`str.format`; one that depends on a number is a table of forms by CLDR plural category:

    ["meetings.count"]
    en = { one = "{n} meeting", other = "{n} meetings" }
    fa = "{n} دیدار"

Plural rules are Babel's (Unicode CLDR, https://cldr.unicode.org/index/cldr-spec/plural-rules).
"""

from __future__ import annotations

import tomllib
import warnings
from functools import cache
from pathlib import Path

from babel import Locale
from babel.plural import PluralRule

from didgah.bundled import DATA
from didgah.language.numbers import format_number

FOLDER = DATA / "messages"

# The languages the interface speaks, the first one by default.
INTERFACE_LANGUAGES: tuple[str, ...] = ("fa", "en", "ru", "ar")
_FALLBACK = "en"

Text = str | dict[str, str]
"""A text, or its forms by plural category."""


class MessageError(ValueError):
    """A message file that cannot be used; names file and key."""


class MissingMessage(UserWarning):
    """A key or a language without a text. The suite turns this warning into an error."""


def load(folder: Path = FOLDER) -> dict[str, dict[str, Text]]:
    """Message key → language → text, from every `.toml` file in `folder`.

    Raises MessageError when a key stands in two files or has the wrong shape.
    """
    table: dict[str, dict[str, Text]] = {}
    home: dict[str, str] = {}
    for path in sorted(folder.glob("*.toml")):
        try:
            entries = tomllib.loads(path.read_text(encoding="utf-8"))
        except tomllib.TOMLDecodeError as error:
            raise MessageError(f"{path.name}: {error}") from error
        for key, texts in entries.items():
            if key in table:
                raise MessageError(f"{path.name}: {key!r} already stands in {home[key]}")
            if not isinstance(texts, dict) or not all(map(_is_text, texts.values())):
                raise MessageError(f"{path.name}: {key!r} must give one text per language")
            table[key] = texts
            home[key] = path.name
    return table


def _is_text(value: object) -> bool:
    forms = value.values() if isinstance(value, dict) else [value]
    return bool(forms) and all(isinstance(one, str) for one in forms)


@cache
def _table() -> dict[str, dict[str, Text]]:
    return load()


def text(key: str, language: str, **values: object) -> str:
    """The message `key` in `language` with `values` filled in.

    A language that lacks it gets the English, a key nobody wrote gets the key itself;
    both warn with MissingMessage. Raises KeyError when a named field has no value and
    MessageError when the text depends on a number (`plural`).
    """
    found = _text(key, language)
    if isinstance(found, dict):
        raise MessageError(f"{key!r} has plural forms and needs a number")
    return found.format(**values) if values else found


def plural(key: str, language: str, n: int, **values: object) -> str:
    """The form of the message `key` that goes with `n`; `{n}` is in that language's digits."""
    found = _text(key, language)
    if isinstance(found, dict):
        found = found[category(n, language)]
    return found.format(n=format_number(n, language), **values)


@cache
def _rule(language: str) -> PluralRule:
    return Locale(language).plural_form


def category(n: int, language: str) -> str:
    """The CLDR plural category of `n` in `language`: "one", "few", "many", "other", …"""
    return _rule(language)(int(n))


def _text(key: str, language: str) -> Text:
    texts = _table().get(key)
    if texts is None:
        warnings.warn(f"no message {key!r}", MissingMessage, stacklevel=3)
        return key
    if language not in texts:
        warnings.warn(f"message {key!r} has no {language!r}", MissingMessage, stacklevel=3)
    return texts.get(language) or texts.get(_FALLBACK, key)


def has(key: str) -> bool:
    """True when some file writes `key`; for names that come from data."""
    return key in _table()
