"""Date expressions of a text, resolved against its publication day.

Words and figures are given kinds (`date_tokens`), a grammar finds expressions among them
(`date_grammar`) and readings give them values (`date_readings`); each language has its words
in a module of its own. Of overlapping finds the longest wins. What cannot be told stays
unresolved rather than guessed.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date
from functools import cache

from didgah.annotate import dates_arabic, dates_english, dates_persian, dates_russian
from didgah.annotate.date_grammar import Grammar, shared
from didgah.annotate.date_lexicon import FUTURE_CUE, Lexicon
from didgah.annotate.date_reader import Customs, Found
from didgah.annotate.date_tokens import Cluster, read_tokens
from didgah.annotate.date_values import FUTURE, NOTHING, PAST, UNTOLD, Value, resolve_back
from didgah.language.number_words import aligned
from didgah.model import DateExpression

_LANGUAGES = {
    "fa": dates_persian, "ru": dates_russian, "ar": dates_arabic, "en": dates_english,
}
_SENTENCE_EDGE = re.compile(r"[.!?؟…]\s|\n")
_REACH = 400  # characters of a sentence that are asked for its tense, either side
_LONE = frozenset("nyqo&ftpuAjgEb,-/(:")  # kinds that are no expression among themselves


@cache
def _tools(language: str) -> tuple[Lexicon, Customs, Grammar]:
    module = _LANGUAGES[language]
    rules = (*module.RULES, *shared(module.YEAR, month_first=language == "en"))
    return module.lexicon(), module.CUSTOMS, Grammar(rules)


def find_dates(text: str, language: str, published: date | None) -> tuple[DateExpression, ...]:
    """The date expressions of `text` in order, none overlapping.

    Times of day, lengths and repetitions are among them, told apart by `type`. Without
    `published`, what needs it has `first` None. A text in another language than the four gives
    none.
    """
    if language not in _LANGUAGES:
        return ()
    lexicon, customs, grammar = _tools(language)
    folded = aligned(text)
    clusters, cues = read_tokens(text, folded, lexicon)
    tense = _Tense(folded, cues, after=language == "fa")
    found: list[DateExpression] = []
    before: Value | None = None
    for cluster in clusters:
        if _LONE.issuperset(cluster.kinds) and not {"p", "E", "-"} & set(cluster.kinds):
            continue
        for start, end, value in _expressions(
            cluster, grammar, folded, published, customs, tense
        ):
            if value.back is not None:
                value = resolve_back(value, before, customs.home)
            if value.first is not None:
                before = value
            if folded.startswith(")", end) and "(" in folded[start:end]:
                end += 1
            found.append(DateExpression(
                text[start:end], start, end, value.first, value.last, value.precision,
                value.calendar, value.assumed, value.approximate, value.type,
            ))
    return tuple(found)


def _expressions(
    cluster: Cluster, grammar: Grammar, folded: str, published: date | None, customs: Customs,
    tense: _Tense,
) -> Iterator[tuple[int, int, Value]]:
    """(start, end, value) of the expressions of a cluster, in order."""
    taken = bytearray(len(cluster.kinds))
    kept = []
    for shape in grammar.shapes(cluster.kinds):
        # What is taken is as long or longer: it cannot lie between our ends.
        if taken[shape.start] or taken[shape.end - 1]:
            continue
        found = Found(
            cluster, shape.start, shape.end, shape.groups, folded, published, customs, tense.side
        )
        value = grammar.readings[shape.rule](found)
        if value is None:
            continue
        taken[shape.start:shape.end] = b"\1" * (shape.end - shape.start)
        if value is not NOTHING:
            kept.append((*found.span(), value))
    return iter(sorted(kept, key=lambda item: item[0]))


class _Tense:
    """Which side of the publication a sentence speaks of, told by its verbs.

    The verb nearest to the expression tells, in Persian the next one after it. Reporting verbs
    are past whatever they report, and are no cues.
    """

    def __init__(self, folded: str, cues: list[tuple[int, str]], after: bool) -> None:
        self._text = folded
        self._places = [place for place, _ in cues]
        self._sides = [FUTURE if kind is FUTURE_CUE else PAST for _, kind in cues]
        self._after = after

    def side(self, start: int, end: int) -> int:
        """PAST, UNTOLD or FUTURE for an expression at `[start, end)`."""
        edge = _SENTENCE_EDGE.search(self._text, end, end + _REACH)
        high = bisect_left(self._places, edge.start() if edge else end + _REACH)
        behind = bisect_left(self._places, end)
        low = bisect_right(self._places, max(0, start - _REACH))
        nearest: tuple[int, int] | None = None
        if behind < high:
            if self._after:
                return self._sides[behind]
            nearest = self._places[behind] - end, self._sides[behind]
        ahead = bisect_left(self._places, start) - 1
        if ahead >= low and not _SENTENCE_EDGE.search(self._text, self._places[ahead], start):
            distance = start - self._places[ahead]
            if nearest is None or distance < nearest[0]:
                nearest = distance, self._sides[ahead]
        return nearest[1] if nearest else UNTOLD
