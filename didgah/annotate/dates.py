"""Date expressions of a text, resolved against its publication day.

Each language has its patterns (`dates_persian`, `dates_russian`, `dates_arabic`,
`dates_english`); they run on folded text, so offsets are those of the original. Of
overlapping finds the longest wins. What cannot be told stays unresolved rather than guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from didgah.annotate import dates_arabic, dates_english, dates_persian, dates_russian
from didgah.annotate.date_rules import Context, Reader, Reading
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
    taken: list[tuple[int, int]] = []
    kept = []
    for start, end, _, value in found:
        if all(end <= a or b <= start for a, b in taken):
            taken.append((start, end))
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
    for priority, (pattern, reading) in enumerate(rules):
        for match in pattern.finditer(folded, low, high):
            start, end = match.span("span" if "span" in pattern.groupindex else 0)
            if match[0].endswith(")") and "(" not in match[0]:
                end -= 1
            side = _side(folded, start, end, future, past)
            value = reading(match, Context(published, side, reader))
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


def _side(
    folded: str, start: int, end: int, future: re.Pattern[str], past: re.Pattern[str]
) -> int:
    """The tense of the sentence around a find: future cues outweigh past ones.

    Reporting verbs are past whatever they report, so they are no cues.
    """
    low = max(0, start - _REACH)
    for edge in _SENTENCE_EDGE.finditer(folded, low, start):
        low = edge.end()
    edge = _SENTENCE_EDGE.search(folded, end, end + _REACH)
    high = edge.start() if edge else min(len(folded), end + _REACH)
    if future.search(folded, low, high):
        return FUTURE
    return PAST if past.search(folded, low, high) else UNTOLD
