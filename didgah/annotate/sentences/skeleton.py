"""A sentence with its names folded away: one sign for each actor, place, date and series.

Rules about who speaks and who meets whom are then short patterns over a string such as
"A D در P با A دیدار کرد", and every sign remembers what stands behind it in the article.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from didgah.annotate.matching.needed import Sought
from didgah.language.fold import fold, substitution
from didgah.model import Span

# Private-use characters stand for units; the range says what the unit is, the offset which.
UNITS = 0x200  # units of a kind in a sentence; a longer list is no sentence
_FIRST = {"actor": 0xE000, "office": 0xE200, "place": 0xE400, "date": 0xE800, "series": 0xEC00}
ACTOR = "[\ue000-\ue3ff]"
OFFICE = "[\ue200-\ue3ff]"  # an actor whom an earlier step knew by an office alone
PLACE = "[\ue400-\ue7ff]"
DATE = "[\ue800-\uebff]"
SERIES = "[\uec00-\uefff]"
UNIT = "[\ue000-\uefff]"
# Vowel signs, stretched letters and marks of direction, which no word differs by.
SIGNS = re.compile("[\u064b-\u0652\u0670\u0640\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+")

_plain_letters = substitution(str.maketrans({
    "أ": "ا", "إ": "ا", "ٱ": "ا", "ؤ": "و", "ئ": "ی", "ة": "ه", "\u200c": " ", "ё": "е", "Ё": "Е",
    "\n": " ", "„": '"', "“": '"', "”": '"', "«": '"', "»": '"', "–": "-", "—": "-", "‑": "-",
    "ʼ": "'", "’": "'",
} | {code: "\ufffd" for code in range(0xE000, 0xF000)}))


def plain(text: str) -> str:
    """`text` folded further for matching words, character by character: the length stays.

    Beyond `fold`: hamza carriers and ة as plain letters, half-space as space, every double
    quotation mark as `"`, every dash as a hyphen, lower case; private-use characters of the
    input become U+FFFD so that they cannot pose as units.
    """
    base = _plain_letters(fold(text))
    low = base.lower()
    if len(low) == len(base):
        return low
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in base)


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody who can speak or meet: a person, an organisation, or the office of a place.

    `start` and `end` span the whole noun phrase in the article, `surface` is the name or
    office inside it. `office` is the office as worded, "" when none is given, and
    `of` the id of the place or body it is an office of, where no reference resolved it.
    """

    entity: str
    kind: str
    surface: str
    start: int
    end: int
    office: str = ""
    of: str = ""


@dataclass(frozen=True, slots=True)
class Skeleton:
    """A sentence as signs and remaining words.

    `starts[i]` and `ends[i]` are the article offsets of character `i` of `text`; `units`
    maps a sign to the `Actor`, `Mention` or `DateExpression` behind it.
    """

    text: str
    starts: Sequence[int]  # a range or an array: a tuple is nine times as large
    ends: Sequence[int]
    units: dict[str, object]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The article offsets of `text[start:end]`, which must not be empty."""
        return self.starts[start], self.ends[end - 1]


def sign(kind: str, index: int) -> str:
    """The sign of the `index`-th unit of a kind; `index` is below `UNITS`."""
    return chr(_FIRST[kind] + index)


def replace_spans(
    text: str, offset: int, found: list[tuple[int, int, str]], units: dict[str, object]
) -> Skeleton:
    """The skeleton of `text`, which begins at `offset` of the article.

    `found` holds disjoint (start, end, sign) in article offsets, in order.
    """
    if not found:
        end = offset + len(text)
        return Skeleton(text, range(offset, end), range(offset + 1, end + 1), units)
    pieces: list[str] = []
    starts, ends = array("I"), array("I")
    at = offset
    for start, end, mark in (*found, (offset + len(text), 0, "")):
        pieces += (text[at - offset:start - offset], mark)
        starts.extend(range(at, start))
        ends.extend(range(at + 1, start + 1))
        if mark:
            starts.append(start)
            ends.append(end)
            at = end
    return Skeleton("".join(pieces), starts, ends, units)


def merge(skeleton: Skeleton, pattern: re.Pattern[str] | Sought, join) -> Skeleton:
    """The skeleton with each match of `pattern` drawn together into one sign.

    `join(match)` gives the sign to put there, or None to leave the match as it is.
    """
    pieces: list[str] = []
    at = 0
    for match in pattern.finditer(skeleton.text):
        mark = join(match)
        if mark is None:
            continue
        if not pieces:
            starts, ends = array("I"), array("I")
        pieces += [skeleton.text[at:match.start()], mark]
        starts.extend(skeleton.starts[at:match.start() + 1])
        ends.extend(skeleton.ends[at:match.start()])
        ends.append(skeleton.ends[match.end() - 1])
        at = match.end()
    if not pieces:
        return skeleton
    pieces.append(skeleton.text[at:])
    starts.extend(skeleton.starts[at:])
    ends.extend(skeleton.ends[at:])
    return Skeleton("".join(pieces), starts, ends, skeleton.units)


def without(skeleton: Skeleton, pattern: re.Pattern[str]) -> Skeleton:
    """The skeleton without the characters that `pattern` matches."""
    text = skeleton.text
    gone = {at for m in pattern.finditer(text) for at in range(m.start(), m.end())}
    if not gone:
        return skeleton
    kept = [at for at in range(len(text)) if at not in gone]
    return Skeleton(
        "".join([text[at] for at in kept]),
        array("I", [skeleton.starts[at] for at in kept]),
        array("I", [skeleton.ends[at] for at in kept]),
        skeleton.units,
    )


def outside(skeleton: Skeleton, span: Span) -> Skeleton:
    """The skeleton without what begins in a span of the article."""
    first = bisect_left(skeleton.starts, span.start)
    last = bisect_left(skeleton.starts, span.end)
    return Skeleton(
        skeleton.text[:first] + skeleton.text[last:],
        array("I", (*skeleton.starts[:first], *skeleton.starts[last:])),
        array("I", (*skeleton.ends[:first], *skeleton.ends[last:])),
        skeleton.units,
    )


def with_actor(skeleton: Skeleton, actor: Actor, start: int, end: int) -> Skeleton:
    """The skeleton with the words of article span `start:end` as a sign for `actor`.

    Unchanged when the span is not whole words of it.
    """
    if start not in skeleton.starts or end not in skeleton.ends:
        return skeleton
    first, last = skeleton.starts.index(start), skeleton.ends.index(end)
    mark = next(
        (c for c in map(chr, range(_FIRST["actor"], _FIRST["place"])) if c not in skeleton.units),
        None,
    )
    if mark is None:
        return skeleton
    return Skeleton(
        skeleton.text[:first] + mark + skeleton.text[last + 1:],
        array("I", (*skeleton.starts[:first], start, *skeleton.starts[last + 1:])),
        array("I", (*skeleton.ends[:first], end, *skeleton.ends[last + 1:])),
        skeleton.units | {mark: actor},
    )
