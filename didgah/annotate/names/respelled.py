"""Names of people with their given names and particles spelled the other ways in use.

«Мухаммед бен Сальман» is also «Мохаммад ибн Салман», "Sergey" also "Sergei": the registry
gives one form, `data/lexicons/spellings/<language>.toml` what each word of it is exchanged with.
"""

from __future__ import annotations

import tomllib
from functools import cache
from itertools import islice, product
from pathlib import Path

from didgah.bundled import LEXICONS
from didgah.language.fold import key
from didgah.model import Language

SPELLINGS = LEXICONS / "spellings"
_MOST = 200  # spellings of one form; the longest names have about a hundred
_SON_OF = frozenset(("бен", "бин", "ибн", "bin", "ibn", "ben", "بن"))


@cache
def load_spellings(folder: Path) -> dict[Language, dict[str, tuple[str, ...]]]:
    """By language, what the key of a word may be written as, that word among them.

    Raises `tomllib.TOMLDecodeError` or `KeyError` for a file that is not right.
    """
    found = {}
    for path in sorted(folder.glob("*.toml")):
        lines = tomllib.loads(path.read_text(encoding="utf-8"))["names"]
        found[path.stem] = {
            key(word): tuple(line.split()) for line in lines for word in line.split()
        }
    return found


def respelled(text: str, language: Language) -> tuple[str, ...]:
    """`text` and, when it has several words, the other ways to write it; `text` comes first."""
    words = text.split(" ")
    spellings = load_spellings(SPELLINGS).get(language, {})
    if len(words) < 2:
        return (text,)
    ways = [spellings.get(key(word), (word,)) for word in words]
    if words[-2].casefold() not in _SON_OF:  # a surname keeps its spelling
        ways[-1] = (words[-1],)
    return tuple(dict.fromkeys((text, *(" ".join(way) for way in islice(product(*ways), _MOST)))))
