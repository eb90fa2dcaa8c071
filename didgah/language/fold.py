"""Two foldings of text: one that keeps every offset, one that only compares.

Persian reaches us typed on Arabic keyboards, in presentation forms and in three sets
of digits. `fold` maps each such character to one other character, so that a span found
in the folded text is the same span in the original. `key` goes further and is only for
asking whether two strings name the same thing.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import lru_cache

ZWNJ = "\u200c"

_LETTERS = {
    "ي": "ی", "ى": "ی", "ې": "ی", "ۍ": "ی", "ے": "ی",
    "ك": "ک", "ڪ": "ک",
    "ہ": "ه", "ھ": "ه", "ە": "ه", "ۀ": "ه", "ۂ": "ه",
}
# Urdu's ے and Kurdish's ە are letters of their own there; no Urdu or Kurdish text is analysed
# word by word, and language is told before folding loses them (see detect).
_SPACES = "\t\u00a0\u1680\u202f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_BREAKS = "\u000b\u000c\u0085\u2028\u2029"


def _table() -> dict[int, str]:
    table = {ord(old): new for old, new in _LETTERS.items()}
    for zero in ("٠", "۰", "０"):
        table |= {ord(zero) + n: str(n) for n in range(10)}
    table |= {ord(c): " " for c in _SPACES}
    table |= {ord(c): "\n" for c in _BREAKS}
    table[0x200B] = ZWNJ  # zero width space, which old editors wrote for the half-space
    for code in (*range(0xFB50, 0xFE00), *range(0xFE70, 0xFF00)):
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1 and plain != chr(code):
            table[code] = _LETTERS.get(plain, plain)
    return table


def substitution(table: Mapping[int, str]) -> Callable[[str], str]:
    """What `str.translate` does with `table`, several times as fast on long texts.

    A text has few of the characters, so they are sought by a pattern and replaced one by one.
    No value of the table may contain a key of it.
    """
    sought = re.compile("[" + "".join(re.escape(chr(code)) for code in table) + "]")

    def substitute(text: str) -> str:
        found = sought.search(text)
        while found:
            char = found[0]
            text = text.replace(char, table[ord(char)])
            found = sought.search(text, found.start())
        return text

    return substitute


_fold = substitution(_table())

_bare = substitution(str.maketrans({
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ؤ": "و", "ئ": "ی", "ء": "", "ة": "ه",
    "ё": "е", ZWNJ: " ", "ـ": "", "-": " ", "‑": " ",
}))
_RUNS = re.compile(r"\s+")
# Neither ASCII nor a plain letter of Arabic or Cyrillic script: perhaps a mark.
_ODD = re.compile("[^\x00-\x7f\u0621-\u064a\u066e\u066f\u0671-\u06d3\u0400-\u0482\u048a-\u052f]+")


def fold(text: str) -> str:
    """`text` with each character mapped to its common form; the length never changes.

    Arabic yeh and kaf become the Persian ones, Arabic and Persian digits ASCII ones,
    any space a plain one, Unicode line separators a newline, one-letter presentation
    forms their letters. ة, ؤ, ئ, the alefs and letter case stay: they tell words apart.
    """
    return _fold(text)


def key(text: str) -> str:
    """A key under which spellings of one name or word are equal; offsets are lost.

    `fold`, then no diacritics, tatweel or invisible marks; half-space and hyphen become a
    space; alef and hamza forms, ة and ё become their plain letters; case and runs of space go.
    """
    return _key_of_name(text) if len(text) <= _NAME else _key(text)


_NAME = 60  # characters; names and words come again and again, whole lines do not


@lru_cache(maxsize=50_000)
def _key_of_name(text: str) -> str:
    return _key(text)


def _key(text: str) -> str:
    plain = _bare(unicodedata.normalize("NFC", fold(text)).casefold())
    return _RUNS.sub(" ", _ODD.sub(_unmarked, plain)).strip()


def _unmarked(odd: re.Match[str]) -> str:
    kept = []
    for char in odd[0]:
        if unicodedata.category(char) in ("Mn", "Cf"):
            continue
        if "\u00c0" <= char < "\u0250" or "\u1e00" <= char < "\u1f00":  # Latin with marks
            char = "".join(
                c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c)
            )
        kept.append(char)
    return "".join(kept)
