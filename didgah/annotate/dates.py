"""Date expressions of a text, resolved against its publication day.

Each language has its patterns (`dates_persian`, `dates_russian`, `dates_arabic`,
`dates_english`); they run on folded text, so offsets are those of the original. Of
overlapping finds the longest wins. What cannot be told stays unresolved rather than guessed.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date
from functools import cache

from didgah.annotate import dates_arabic, dates_english, dates_persian, dates_russian
from didgah.annotate.date_reader import Context, Reader, Reading
from didgah.annotate.date_values import FUTURE, PAST, UNTOLD, Value
from didgah.language.fold import fold
from didgah.model import DateExpression

_LANGUAGES = {
    "fa": dates_persian, "ru": dates_russian, "ar": dates_arabic, "en": dates_english,
}
_SENTENCE_EDGE = re.compile(r"[.!?؟…]\s|\n")
_REACH = 400  # characters of a sentence that are asked for its tense, either side
_WORD = re.compile(r"\w+")
_DIGIT = re.compile(r"\d")
_PLAIN_LETTERS = str.maketrans("أإآٱةё", "ااااهе")
_BEFORE, _AFTER = 70, 110  # no expression reaches further from a word that every one has


@cache
def _rules(language: str) -> tuple[Reader, tuple[tuple[re.Pattern[str], Reading], ...],
                                   re.Pattern[str], re.Pattern[str]]:
    module = _LANGUAGES[language]
    flags = re.IGNORECASE if language in ("ru", "en") else 0
    return (
        module.READER,
        tuple((re.compile(pattern, flags), reading) for pattern, reading in module.RULES),
        re.compile(module.FUTURE_CUES, flags),
        re.compile(module.PAST_CUES, flags),
    )


def find_dates(text: str, language: str, published: date | None) -> tuple[DateExpression, ...]:
    """The date expressions of `text` in order, none overlapping.

    Without `published`, what needs it has `first` None. A text in another language than the
    four gives none.
    """
    if language not in _LANGUAGES:
        return ()
    folded = fold(text)
    found = [
        find for low, high in _windows(folded, language)
        for find in _finds(folded, low, high, language, published)
    ]
    found.sort(key=lambda item: (item[0] - item[1], item[2], item[0]))
    taken = bytearray(len(text))
    kept = []
    for start, end, _, value in found:
        # What is taken is as long or longer: it cannot lie between our ends.
        if not taken[start] and not taken[end - 1]:
            taken[start:end] = b"\1" * (end - start)
            kept.append((start, end, value))
    return tuple(
        DateExpression(
            text[start:end], start, end, value.first, value.last, value.precision,
            value.calendar, value.assumed, value.approximate,
        )
        for start, end, value in sorted(kept, key=lambda item: item[0])
    )


def _finds(
    folded: str, low: int, high: int, language: str, published: date | None
) -> Iterator[tuple[int, int, int, Value]]:
    """(start, end, rule, value) of everything that any rule reads between two offsets."""
    reader, rules, future, past = _rules(language)
    tense = _Tense(folded, low, high, future, past)
    for priority, (pattern, reading) in enumerate(rules):
        for match in pattern.finditer(folded, low, high):
            start, end = match.span("span" if "span" in pattern.groupindex else 0)
            if match[0].endswith(")") and "(" not in match[0]:
                end -= 1
            value = reading(match, Context(published, tense.side(start, end), reader))
            if value is not None:
                yield start, end, priority, value


@cache
def _triggers(language: str) -> frozenset[str]:
    """Words one of which, or a figure, is in every date expression of the language."""
    reader = _rules(language)[0]
    names = [*reader.months, *reader.weekdays, *reader.units, *reader.seasons, *reader.days,
             *_LANGUAGES[language].TRIGGERS]
    return frozenset(
        word for name in names for word in _WORD.findall(name.translate(_PLAIN_LETTERS))
    )


def _windows(folded: str, language: str) -> Iterator[tuple[int, int]]:
    """The stretches of the text in which a date expression can be, apart and in order.

    Most of an article has none; trying two dozen patterns only here makes it three times
    faster.
    """
    triggers = _triggers(language)
    low = high = -1
    for match in _WORD.finditer(folded):
        word = match[0].lower().translate(_PLAIN_LETTERS)
        if word not in triggers and not (
            _DIGIT.search(word)
            or (language == "fa" and word.removesuffix("ماه") in triggers)
            or (language == "ar" and word[0] in "وفبل" and word[1:] in triggers)
        ):
            continue
        if low >= 0 and match.start() - _BEFORE > high:
            yield low, high
            low = -1
        if low < 0:
            low = max(0, high, match.start() - _BEFORE)
        high = match.end() + _AFTER
        edge = folded.find(" ", high)
        high = min(len(folded), edge if edge >= 0 else len(folded))
    if low >= 0:
        yield low, high


class _Tense:
    """Which side of the publication a sentence speaks of, told by its verbs.

    Future cues outweigh past ones: reporting verbs are past whatever they report (they are
    no cues themselves).
    """

    def __init__(
        self, folded: str, low: int, high: int, future: re.Pattern[str], past: re.Pattern[str]
    ) -> None:
        span = max(0, low - _REACH), high + _REACH
        self._edges = [m.end() for m in _SENTENCE_EDGE.finditer(folded, *span)]
        self._cues = {
            FUTURE: [m.start() for m in future.finditer(folded, *span)],
            PAST: [m.start() for m in past.finditer(folded, *span)],
        }

    def side(self, start: int, end: int) -> int:
        """PAST, UNTOLD or FUTURE for an expression at `[start, end)`."""
        before = bisect_right(self._edges, start)
        after = bisect_left(self._edges, end)
        low = max(start - _REACH, self._edges[before - 1] if before else 0)
        high = min(end + _REACH, self._edges[after] if after < len(self._edges) else end + _REACH)
        for side, places in self._cues.items():
            at = bisect_left(places, low)
            if at < len(places) and places[at] < high:
                return side
        return UNTOLD
