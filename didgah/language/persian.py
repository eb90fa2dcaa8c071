"""Persian tokens at their places in the text, spelled with half-spaces as hazm would.

What belongs together is one token («می شود» → «می‌شود», «همکاری ها» → «همکاری‌ها»). Nearly
every word stands alone; only runs of words that may be joined are asked about
(`didgah.language.persian_joins`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from didgah.language.fold import ZWNJ
from didgah.language.persian_joins import ALONE, Neighbour, joined, neighbour, stands
from didgah.language.persian_tools import constants
from didgah.language.runs import Classes, classes, classes_in, spans

# Diacritics, tatweel, direction marks: no part of a word's spelling. Of the scripts that news
# in Persian mixes; a mark of another script parts words.
_MARKS = "ـ" + "".join(
    char for char in map(chr, (0xAD, *range(0x300, 0x900), *range(0x2000, 0x2100),
                               *range(0xFE00, 0xFF00)))
    if char != ZWNJ and unicodedata.category(char) in ("Mn", "Cf")
)
_SIGNS = re.compile(f"[{ZWNJ}{_MARKS}]")
_BLANK = " " + ZWNJ + _MARKS[1:]  # what may stand between two parts of one token
_LINE_END = re.compile(r" *(?:[\n\r]|$)")
_LETTERS = str.maketrans(dict(zip(
    constants()["TRANSLATION_SRC"], constants()["TRANSLATION_DST"], strict=True
)))
_OTHER_LETTERS = re.compile("[" + "".join(map(re.escape, map(chr, _LETTERS))) + "]")
_LONGEST = 16  # words of one token; longer runs of endings are no words
_REMEMBERED = 60_000  # words: those of some hundred articles
_LONG = 60  # letters; what is longer is no word and is not remembered

Piece = tuple[int, int, str]  # start, end, form


@dataclass(frozen=True, slots=True)
class _Word:
    """What is known of a word as it is written.

    `places[i]` is where character `i` of `form` stands in it, None when each stands where it
    does in `form`; `alone` are its tokens when nothing is joined to it.
    """

    form: str
    places: tuple[int, ...] | None
    alone: tuple[Piece, ...]
    ahead: bool  # it may be joined to whatever follows
    back: bool  # it may be joined to what stands before
    neighbour: Neighbour


_words: dict[str, _Word] = {}
# Stands before the first word; what is nothing is joined to nothing.
_NOTHING = _Word("", None, (), False, False, ALONE)


def pieces(text: str) -> Iterator[Piece]:
    """The words and figures of a folded text, in order, with the spelling of each.

    Verbs of several words come as one, joined by "_".
    """
    run: list[tuple[_Word, int]] = []  # words that may make one token, with their places
    last, at, end = _NOTHING, 0, 0
    starts, ends = spans(classes_in(text, _classes()))
    for start, after in zip(starts.tolist(), ends.tolist(), strict=True):
        written = text[start:after]
        word = _words.get(written) or _read(written)
        if (
            (last.ahead or (word.back and _may_join(run, last, word)))
            and not text[end:start].strip(_BLANK) and len(run) < _LONGEST and word.form
        ):
            run = run or [(last, at)]
            run.append((word, start))
        else:
            if run:
                yield from _joined(run, text, end)
                run = []
            else:
                for first, behind, form in last.alone:
                    yield at + first, at + behind, form
            at = start
        last, end = word, after
    yield from _joined(run or [(last, at)], text, end)


@cache
def _classes() -> Classes:
    return classes(r"^\W\d_", ZWNJ + _MARKS, r"\d")


def _may_join(run: list[tuple[_Word, int]], last: _Word, word: _Word) -> bool:
    known = word.neighbour
    return last.form != "" and (
        known.always or last.form in known.behind or bool(known.behind and run)
        or (known.auxiliary and last.neighbour.participle)
    )


def _joined(run: list[tuple[_Word, int]], text: str, end: int) -> list[Piece]:
    """The tokens that a run of words makes; it ends at `end`."""
    places: list[int] = []
    for word, start in run:
        places += (
            range(start, start + len(word.form)) if word.places is None
            else [start + place for place in word.places]
        )
        places.append(-1)  # the space behind it
    forms = tuple(word.form for word, _ in run)
    # Only a «ی» asks whether the line goes on.
    more = forms[-1] == "ی" and not _LINE_END.match(text, end)
    return [
        (places[piece.start], places[piece.end - 1] + 1, piece.form)
        for piece in joined(forms, more)
    ]


def _read(written: str) -> _Word:
    kept: Sequence[int] = range(len(written))
    form = written
    if _SIGNS.search(written):
        kept = [at for at in kept if written[at] not in _MARKS]
        # Of half-spaces only one between two letters counts.
        kept = [
            at for n, at in enumerate(kept)
            if written[at] != ZWNJ or (0 < n < len(kept) - 1 and written[kept[n + 1]] != ZWNJ)
        ]
        if kept and written[kept[0]] == ZWNJ:
            kept = kept[1:]
        form = "".join(written[at] for at in kept)
    if _OTHER_LETTERS.search(form):
        form = form.translate(_LETTERS)
    company = neighbour(form)
    word = _Word(
        form,
        None if len(kept) == len(written) else tuple(kept),
        ((kept[0], kept[-1] + 1, form),) if form and stands(form) else tuple(
            (kept[p.start], kept[p.end - 1] + 1, p.form) for p in joined((form,), False)
        ),
        company.ahead,
        company.always or company.auxiliary or bool(company.behind),
        company,
    )
    if len(written) <= _LONG:
        if len(_words) >= _REMEMBERED:
            _words.clear()
        _words[written] = word
    return word
