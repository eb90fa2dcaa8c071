"""Spans over a text → pieces that can be drawn one after another.

Annotation layers overlap and nest (a person inside a statement inside a search hit).
Drawing wants a flat run of pieces, each with the layers that lie over it, and the pieces
laid end to end must be the text again, character for character.

Arabic letters take their form from their neighbours. An element edge inside a word makes
some browsers choose the wrong form, so a mark is drawn over whole words; what the
annotation really covers stays in `Mark.start` and `Mark.end`.
"""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from didgah.addresses import is_ours, is_web
from didgah.model import Annotation, EntityKind, Span

Layer = Literal["person", "organisation", "place", "date", "statement", "meeting", "hit",
                "unlisted", "here", "cut", "added", "moved"]
# "unlisted" are names outside the registry; "cut", "added", "moved" tell two texts apart.
LAYERS: tuple[Layer, ...] = (
    "person", "organisation", "place", "date", "statement", "meeting", "hit", "unlisted",
)

_NAMES: tuple[Layer, ...] = ("person", "organisation", "place")

# What changes the order of letters for a whole run. Left to right and right to left marks
# (U+200E, U+200F, U+061C) act on their own place only and are common in honest text.
_OVERRIDES = {0x202D: "LRO", 0x202E: "RLO"}
_EMBEDDINGS = dict.fromkeys([0x202A, 0x202B, 0x202C, 0x2066, 0x2067, 0x2068, 0x2069], "")
_LINE_ENDS = "\n\r\x0b\x0c\x85\u2028\u2029"
# Drawn with the organisations: to a reader the Group and an agency are bodies too.
_LAYER_OF_KIND: dict[EntityKind, Layer] = {
    "person": "person", "organisation": "organisation", "place": "place",
    "outlet": "organisation", "series": "organisation",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A layer over `[start, end)` of the text; `ref` is what it leads to ("person:putin")."""

    start: int
    end: int
    layer: Layer
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece `[start, end)` of the text and the marks over all of it, shortest first."""

    start: int
    end: int
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the text without its line end, its direction and its pieces."""

    start: int
    end: int
    direction: Literal["rtl", "ltr", "auto"]
    segments: tuple[Segment, ...]


def marks_of(
    annotation: Annotation,
    hits: Iterable[Span] = (),
    meetings: Sequence[str] = (),
    layers: Iterable[Layer] = LAYERS,
) -> tuple[Mark, ...]:
    """The marks of an annotated article.

    `hits` are search hits; `meetings[i]` is the resolved id of `annotation.meetings[i]`.
    A reference («رئیس جمهوری روسیه», «وی») is drawn as the entity it points at.
    """
    wanted = set(layers)
    marks = [
        Mark(m.start, m.end, _LAYER_OF_KIND[m.kind], f"{m.kind}:{m.entity}")
        for m in (*annotation.mentions, *annotation.references)
        if _LAYER_OF_KIND[m.kind] in wanted
    ]
    if "date" in wanted:
        marks += [
            Mark(d.start, d.end, "date", f"date:{i}")
            for i, d in enumerate(annotation.dates) if d.type == "date"
        ]
    if "statement" in wanted:
        marks += [
            Mark(s.start, s.end, "statement", f"{s.kind}:{s.speaker}" if s.speaker else "")
            for s in annotation.statements
        ]
    if "meeting" in wanted:
        marks += [
            Mark(span.start, span.end, "meeting", f"meeting:{meeting}")
            for report, meeting in zip(annotation.meetings, meetings, strict=False)
            if meeting
            for span in report.evidence
        ]
    if "unlisted" in wanted:
        marks += [
            Mark(one.start, one.end, "unlisted", f"candidate:{i}")
            for i, one in enumerate(annotation.candidates)
        ]
    if "hit" in wanted:
        marks += [Mark(span.start, span.end, "hit") for span in hits]
    return tuple(sorted(set(marks), key=lambda m: (m.start, -m.end, m.layer, m.ref)))


def segments(
    text: str, marks: Iterable[Mark], start: int = 0, end: int | None = None
) -> tuple[Segment, ...]:
    """Cut `text[start:end]` where a mark begins or ends; the pieces cover it without gap.

    Marks that lie outside the text or are empty are left out.
    """
    end = len(text) if end is None else min(end, len(text))
    drawn = []
    for mark in marks:
        if 0 <= mark.start < mark.end <= len(text):
            first, last = whole_words(text, mark.start, mark.end)
            first, last = max(first, start), min(last, end)
            if first < last:
                drawn.append((first, last, mark))
    cuts = sorted({start, end, *(d[0] for d in drawn), *(d[1] for d in drawn)})
    opening: dict[int, list[tuple[int, Mark]]] = {}
    for first, last, mark in drawn:
        opening.setdefault(first, []).append((last, mark))
    active: list[tuple[int, Mark]] = []
    pieces = []
    for first, last in pairwise(cuts):
        active = [pair for pair in active if pair[0] > first] + opening.get(first, [])
        over = sorted((mark for _, mark in active), key=lambda m: (m.end - m.start, m.layer, m.ref))
        pieces.append(Segment(first, last, tuple(over)))
    return tuple(pieces)


def paragraphs(text: str, marks: Iterable[Mark]) -> tuple[Paragraph, ...]:
    """The lines of `text` that hold something, each with its own direction and pieces."""
    marks = sorted(marks, key=lambda m: m.start)
    found = []
    for start, end in _lines(text):
        if text[start:end].strip():
            inside = [m for m in marks if m.start < end and m.end > start]
            found.append(
                Paragraph(
                    start, end, direction(text[start:end]), segments(text, inside, start, end)
                )
            )
    return tuple(found)


def _lines(text: str) -> Iterable[tuple[int, int]]:
    start = 0
    for position, char in enumerate(text):
        if char in _LINE_ENDS:
            yield start, position
            start = position + 1
    yield start, len(text)


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """`[start, end)` widened to the edges of the words it cuts; a half-space is an edge."""
    while 0 < start < len(text) and _inside_word(text, start):
        start -= 1
    while 0 < end < len(text) and _inside_word(text, end):
        end += 1
    return start, end


def _inside_word(text: str, position: int) -> bool:
    before, after = text[position - 1], text[position]
    if unicodedata.category(after)[0] == "M":  # a mark belongs to the letter before it
        return True
    return _in_word(before) and _in_word(after)


def _in_word(char: str) -> bool:
    # The zero-width joiner asks for a join; the half-space (U+200C) forbids one.
    return char == "\u200d" or unicodedata.category(char)[0] in "LMN"


def direction(text: str) -> Literal["rtl", "ltr", "auto"]:
    """The direction most letters of `text` have; "auto" when it has no letters.

    The first letter alone, which `dir="auto"` goes by, turns «TASS: …» in a Persian
    paragraph the wrong way round.
    """
    balance = 0
    for char in text:
        kind = unicodedata.bidirectional(char)
        balance += (kind in ("R", "AL")) - (kind == "L")
    return "auto" if balance == 0 else "rtl" if balance > 0 else "ltr"


def inert(text: str) -> str:
    """`text` safe to show: nothing in it reorders, hides or breaks what stands around it.

    Override characters become visible as "[RLO]"; embeddings and isolates, which honest
    text also contains, are dropped from the picture; other control characters, lone
    surrogates and what Unicode calls noncharacters (23.7) become U+FFFD. Half-spaces stay.
    """
    shown = []
    for char in text:
        code = ord(char)
        if code in _OVERRIDES:
            shown.append(f"[{_OVERRIDES[code]}]")
        elif code in _EMBEDDINGS:
            continue
        elif char in _LINE_ENDS or char == "\t":
            shown.append(" ")
        elif unicodedata.category(char) in ("Cc", "Cs") or _is_none(code):
            shown.append("\ufffd")
        else:
            shown.append(char)
    return "".join(shown)


def _is_none(code: int) -> bool:
    return code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF


def to_html(
    text: str,
    pieces: Iterable[Segment],
    link: Callable[[Mark], tuple[str, str] | None] | None = None,
) -> str:
    """Pieces as escaped HTML; a marked piece becomes one element with its true offsets.

    `link` gives (address, tooltip) for a mark, an empty address for a tooltip alone, or
    None. The innermost mark that has one decides. Addresses must come from
    `components.links` or start with http:// or https://; nothing else is written out.
    """
    return "".join(_piece_html(text, piece, link) for piece in pieces)


def _piece_html(
    text: str, piece: Segment, link: Callable[[Mark], tuple[str, str] | None] | None
) -> str:
    words = html.escape(inert(text[piece.start : piece.end]))
    if not piece.marks:
        return words
    inner = piece.marks[0]
    layers = " ".join(f"hl-{layer}" for layer in sorted({mark.layer for mark in piece.marks}))
    told = f'class="hl {layers}" data-start="{inner.start}" data-end="{inner.end}"'
    named = next((mark.ref for mark in piece.marks if mark.layer in _NAMES and mark.ref), "")
    if named:
        told += f' data-ref="{html.escape(inert(named))}"'
    target = next(filter(None, (link(mark) for mark in piece.marks)), None) if link else None
    if target is None:
        return f"<mark {told}>{words}</mark>"
    address, tip = target
    told += f' title="{html.escape(inert(tip))}"'
    if not (is_ours(address) or is_web(address)):
        return f"<mark {told}>{words}</mark>"
    window = "_blank" if is_web(address) else "_self"
    return (
        f'<a {told} href="{html.escape(address)}" target="{window}" rel="noopener noreferrer">'
        f"{words}</a>"
    )
