"""What of an article tells whether another one is the same text: its word 3-grams, hashed.

Words are compared folded: ي and ی, half-spaces, diacritics, letter case and punctuation make
no difference. A fingerprint is small (about four bytes a word), so a store keeps it: whoever
changes what it is made of raises `didgah.store.tables.FORM`.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from zlib import crc32

import numpy as np

from didgah.annotate.published import publication_of
from didgah.language.fold import fold, substitution
from didgah.model import Article

_HEAD = 60  # words: a title and a lead
_WORDS = re.compile(r"[^\W_]+")
_YEAR = re.compile(r"1[34]\d\d|19\d\d|20\d\d")
_INVISIBLE = re.compile(
    "[\u00ad\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2069\ufeff]+"
)
_letters = substitution(
    {ord(old): new for old, new in zip("أإآٱةؤئё", "ااااهویе", strict=True)}
)
# Odd multipliers of a multiplicative hash (Knuth, TAOCP 3, 6.4), one per place in the 3-gram.
_FACTORS = tuple(np.uint64(f) for f in (
    0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9))
_HASH = np.dtype("<u4")


@dataclass(frozen=True, eq=False, slots=True)
class Fingerprint:
    """What grouping needs of one article. Arrays are of hashes, sorted, each once.

    `shingles` are all word 3-grams, `head` those of the first sixty words. `figures` pairs the
    company of each number in the text with the number, `[n, 2]`: two market reports agree in
    the words and not in the figures. `outlet` and `cites` are keys of outlets, "" when unknown.
    """

    article: str
    day: date | None
    outlet: str
    cites: tuple[str, ...]
    shingles: np.ndarray
    head: np.ndarray
    figures: np.ndarray

    def to_bytes(self) -> bytes:
        """The three arrays, for keeping; see `read_arrays`."""
        parts = (self.shingles, self.head, self.figures)
        sizes = struct.pack("<3I", *(part.size for part in parts))
        return sizes + b"".join(part.astype(_HASH).tobytes() for part in parts)


def read_arrays(data: bytes) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """`shingles`, `head` and `figures` as `Fingerprint.to_bytes` wrote them."""
    sizes = struct.unpack_from("<3I", data)
    whole = np.frombuffer(data, _HASH, offset=12)
    shingles, head, figures = np.split(whole, np.cumsum(sizes)[:2])
    return shingles, head, figures.reshape(-1, 2)


def fingerprint(
    article: Article, outlet: str = "", cites: tuple[str, ...] = ()
) -> Fingerprint:
    """The fingerprint of `article`; pure, never raises for any text."""
    found = words(article.text)
    hashes = np.fromiter(map(_hash, found), np.uint64, len(found))
    grams = _grams(hashes)
    published = publication_of(article)
    return Fingerprint(
        article.id, published.value if published.precision == "day" else None,
        outlet or article.outlet, cites, np.unique(grams),
        np.unique(grams[: max(0, _HEAD - 2)]), _figures(found, hashes),
    )


def among(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    """For each hash of `one` whether it is in `other`; both sorted, each hash once."""
    if not other.size:
        return np.zeros(one.size, bool)
    places = np.searchsorted(other, one)
    places[places == other.size] = 0
    return other[places] == one


def words(text: str) -> list[str]:
    """The words that are compared, in order."""
    return _WORDS.findall(_INVISIBLE.sub("", _letters(fold(text).casefold())))


@lru_cache(maxsize=200_000)
def _hash(word: str) -> int:
    return crc32(word.encode("utf-8", "surrogatepass"))


def _grams(hashes: np.ndarray) -> np.ndarray:
    """One hash of 32 bits per three words in a row; of a shorter text one for all of it."""
    if not hashes.size:
        return np.zeros(0, _HASH)
    if hashes.size < 3:
        hashes = np.pad(hashes, (0, 3 - hashes.size))
    mixed = sum(
        (hashes[at: hashes.size - 2 + at] + np.uint64(1)) * factor
        for at, factor in enumerate(_FACTORS)
    )
    return _spread(mixed)


def _spread(mixed: np.ndarray) -> np.ndarray:
    mixed = (mixed ^ (mixed >> np.uint64(29))) * _FACTORS[1]
    return (mixed >> np.uint64(32)).astype(_HASH)


def _figures(found: list[str], hashes: np.ndarray) -> np.ndarray:
    """(company, number) for every number but years: the two words before it, and behind it."""
    places = [
        at for at, word in enumerate(found)
        if word[0].isdigit() and not _YEAR.fullmatch(word)
    ]
    if not places:
        return np.zeros((0, 2), _HASH)
    masked = np.pad(hashes, 2)
    masked[np.array(places) + 2] = 1  # a number is no company to another
    at = np.array(places) + 2
    behind = masked[at + 1] * _FACTORS[0] + masked[at + 2] * _FACTORS[1]
    before = masked[at - 2] * _FACTORS[1] + masked[at - 1] * _FACTORS[2] + np.uint64(1)
    company = _spread(np.concatenate([before, behind]))
    numbers = np.tile(hashes[np.array(places)].astype(_HASH), 2)
    return np.unique(np.stack([company, numbers], axis=1), axis=0)
