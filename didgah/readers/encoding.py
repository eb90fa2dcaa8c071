"""Which encoding a text file is in, decided by its letters.

UTF-8 and UTF-16 prove themselves by their form. The one-byte encodings of the region do
not: every byte string is valid windows-1256 and windows-1251 at once. They are told apart by
how well the letters they give match those of Persian, Arabic and Russian news (shares
counted on the material this project is measured with), and by letters that cannot meet:
a capital after a small letter, Cyrillic glued to Latin.
"""

from __future__ import annotations

import codecs
import io
import math
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from charset_normalizer import from_bytes

from didgah.readers.unreadable import Unreadable

_CHUNK = 1 << 20
_OURS = re.compile("[ -~\t\r\n\u00a0\u00ab\u00bb\u0400-\u06ff\u200b-\u200f\u2010-\u201f\u2026]")
_AROUND = re.compile(rb"[^\n]{0,20}[\x80-\xff][^\n]{0,400}")  # bytes beyond ASCII in context
_ESCAPED = re.compile("[\udc80-\udcff]")
_SAMPLE = 1 << 18  # bytes that the letters are judged on
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# Letters per thousand.
_ARABIC_SCRIPT = (  # the larger of the Persian and the Arabic share
    "ا154 ل119 ي93 ر89 م66 د68 ن67 ه62 و57 ت48 ب43 ع35 س32 ة30 ش26 ك25 ک25 ز23 ف23 أ20 ق19 "
    "ح16 گ14 خ12 ج13 إ10 ص8 ط8 ى8 آ6 پ6 ذ6 ض6 ث6 ئ5 ء4 چ3 غ3 ظ2 ؤ2 ژ1"
)
_CYRILLIC = (
    "о110 е82 а78 и78 н66 т65 с56 р52 в49 л37 м34 д32 к30 п28 у24 ы20 я18 г16 ь16 б15 ч15 з14 "
    "й12 х10 ж9 ш7 ю6 ц6 э4 ф3 щ3 ё1 ъ1"
)


def _shares(listed: str) -> dict[str, float]:
    return {one[0]: math.log(int(one[1:]) / 1000) for one in listed.split()}


_LETTERS = _shares(_ARABIC_SCRIPT) | _shares(_CYRILLIC)
_STRANGE = math.log(0.0003)  # a letter these languages do not have
_CLASH = -4.0  # two letters that cannot stand side by side
_FIT = -4.0  # mean log share below which the letters are those of no language we know
# Quotation marks, dashes and signs of an English text in windows-1252.
_QUOTES = frozenset("€‚„…‘’“”•–—™\u00a0£§©«°·»".encode("cp1252"))
_NEUTRAL = frozenset("«»“”„‘’–—…•№§©°·،؛؟٪\u00a0\u200c\u200d\u200e\u200f\u0640")
# The others are there so that their text is not mistaken for the first two; few still write
# them, so they must fit clearly better.
_ONE_BYTE = {"cp1256": 0.0, "cp1251": 0.0, "koi8-r": -0.7, "iso8859-6": -0.3, "cp866": -0.7}


def detect(stream: BinaryIO) -> str:
    """The codec name for a seekable text stream, which is left at its beginning.

    Damaged UTF-8 (a few bad bytes in a file that is UTF-8 by all else) counts as UTF-8.
    Raises Unreadable for binary content and for encodings that are not known.
    """
    stream.seek(0)
    head = stream.read(_SAMPLE)
    try:
        for bom, name in _BOMS:
            if head.startswith(bom):
                return name
        wide = _wide(head)
        if wide:
            return wide
        if _binary(head):
            raise Unreadable("rejected.binary")
        stream.seek(0)
        wrong, right, sample = _utf8(stream)
        if wrong == 0 or wrong * 20 < right:
            return "utf-8"
        return _one_byte(sample)
    finally:
        stream.seek(0)


@contextmanager
def text_stream(stream: BinaryIO) -> Iterator[io.TextIOWrapper]:
    """`stream` from its beginning as text, newlines untouched; it stays open.

    Bytes that cannot be decoded become lone surrogates or �, and `clean.clean` makes all of
    them �. Raises Unreadable as `detect` does.
    """
    encoding = detect(stream)
    errors = "surrogateescape" if encoding.startswith("utf-8") else "replace"
    text = io.TextIOWrapper(stream, encoding=encoding, errors=errors, newline="")
    try:
        yield text
    finally:
        text.detach()


def _wide(head: bytes) -> str:
    """UTF-16 without a byte order mark, seen by its characters being ours; else ""."""
    even = head[:len(head) // 2 * 2]
    if len(even) < 4:
        return ""
    for name in ("utf-16-le", "utf-16-be"):
        text = even.decode(name, "replace")
        if len(_OURS.findall(text)) >= 0.95 * len(text):
            return name
    return ""


def _binary(head: bytes) -> bool:
    controls = sum(head.count(bytes([b])) for b in range(32) if b not in (9, 10, 12, 13, 26, 27))
    return controls > max(8, 0.02 * len(head))


def _utf8(stream: BinaryIO) -> tuple[int, int, bytes]:
    """Bytes that are no UTF-8, bytes that continue a character of it, and a sample."""
    decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
    wrong = right = 0
    sample = bytearray()
    while chunk := stream.read(_CHUNK):
        text = decoder.decode(chunk)
        right += len(chunk) - len(text)  # each escaped byte is one character, so adds nothing
        bad = 0 if _encodes(text) else len(_ESCAPED.findall(text))
        wrong += bad
        if bad and len(sample) < _SAMPLE:
            sample += b"\n".join(_AROUND.findall(chunk))
    wrong += len(_ESCAPED.findall(decoder.decode(b"", final=True)))
    return wrong, right, bytes(sample[:_SAMPLE])


def _encodes(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _one_byte(sample: bytes) -> str:
    fits = {n: _fit(sample.decode(n, "replace")) + less for n, less in _ONE_BYTE.items()}
    best = max(fits, key=lambda name: fits[name])
    if fits[best] >= _FIT:
        return best
    high = [b for b in sample if b > 0x7F]
    if len(high) * 10 < len(sample) and _QUOTES.issuperset(high):
        return "cp1252"
    guess = from_bytes(sample[:1 << 16]).best()
    raise Unreadable("rejected.encoding", guess.encoding if guess else "")


def _fit(text: str) -> float:
    """Mean log share of the letters beyond ASCII, less clashes; low when they fit nothing."""
    total, letters, previous = 0.0, 0, " "
    for char in text:
        if char > "\x7f" and char not in _NEUTRAL:
            letters += 1
            total += _LETTERS.get(char.lower(), _STRANGE)
            latin = previous.isascii() and previous.isalpha()
            if latin or (previous.islower() and char.isupper()):
                total += _CLASH
        elif char.isascii() and char.isalpha() and previous > "\x7f" and previous.isalpha():
            total += _CLASH
        previous = char
    return total / letters if letters else -math.inf
