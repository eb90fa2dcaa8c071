"""The word lists behind names that the registry does not have: data/lexicons/names."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache

from didgah.bundled import LEXICONS

_FOLDER = LEXICONS / "names"


@dataclass(frozen=True)
class NameWords:
    """One language's file, as it stands: a list of words or patterns by its name."""

    lists: dict[str, tuple[str, ...]]

    def words(self, name: str) -> frozenset[str]:
        """The entries of a list. Raises KeyError for a list the file does not have."""
        return frozenset(self.lists[name])

    def pattern(self, name: str, flags: int = re.IGNORECASE) -> re.Pattern[str]:
        """A pattern for one whole word that is an entry. Raises KeyError, re.error."""
        return re.compile("(?:" + "|".join(self.lists[name]) + ")", flags)

    def alternatives(self, *names: str) -> str:
        """The entries of some lists as alternatives of a pattern, longest first."""
        entries = {one for name in names for one in self.lists[name]}
        return "|".join(sorted(entries, key=lambda one: (-len(one), one)))


@cache
def name_words(language: str) -> NameWords:
    """The lists of `<language>.toml`; those of a table are called "table.list".

    Raises `OSError` or `tomllib.TOMLDecodeError`.
    """
    given = tomllib.loads((_FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    lists: dict[str, tuple[str, ...]] = {}
    for name, value in given.items():
        if isinstance(value, dict):
            lists |= {f"{name}.{key}": _entries(words) for key, words in value.items()}
        else:
            lists[name] = _entries(value)
    return NameWords(lists)


def _entries(value: list[str] | str) -> tuple[str, ...]:
    """A list as it is, or the words of a long string."""
    return tuple(value.split() if isinstance(value, str) else value)
