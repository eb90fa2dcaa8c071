"""Date expressions of a text, resolved against its publication day.

Words and figures are given kinds (`date_tokens`), a grammar finds expressions among them
(`date_grammar`) and readings give them values (`date_days`, `date_years` and the like); each
language has its words in a module of its own. Of overlapping finds the longest wins. What
cannot be told stays unresolved rather than guessed.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from datetime import date
from functools import cache

from didgah.annotate.dates import arabic as dates_arabic
from didgah.annotate.dates import english as dates_english
from didgah.annotate.dates import persian as dates_persian
from didgah.annotate.dates import russian as dates_russian
from didgah.annotate.dates.beside import CLAUSE_EDGE, explained
from didgah.annotate.dates.grammar import Grammar, adjectives_first, shared
from didgah.annotate.dates.lexicon import (
    AIM_CUE,
    COMING_CUE,
    FUTURE_CUE,
    PAST_CUE,
    SAID_CUE,
    Lexicon,
)
from didgah.annotate.dates.reader import Customs, Found
from didgah.annotate.dates.tokens import Cluster, read_tokens
from didgah.annotate.dates.values import FUTURE, NOTHING, PAST, UNTOLD, Value
from didgah.language.number_words import aligned
from didgah.model import DateExpression

_LANGUAGES = {
    "fa": dates_persian, "ru": dates_russian, "ar": dates_arabic, "en": dates_english,
}
_SENTENCE_EDGE = re.compile(r"[.!?؟…]\s|\n")
_SIDES = {
    FUTURE_CUE: FUTURE, AIM_CUE: FUTURE, COMING_CUE: FUTURE, PAST_CUE: PAST, SAID_CUE: PAST,
}
_NEWS = (1700, 2200)  # years of publication that are believed
_WEAK = 60  # characters from which on a past verb is no longer asked
_REACH = 400  # characters of a sentence that are asked for its tense, either side
_LONE = frozenset("nyqo&ftpuAjgEbU~,-/(:")  # kinds that are no expression among themselves


@cache
def _tools(language: str) -> tuple[Lexicon, Customs, Grammar]:
    module = _LANGUAGES[language]
    first = adjectives_first() if language in ("ru", "en") else ()
    rules = (*module.RULES, *first, *shared(
        module.YEAR, month_first=language == "en", article=language == "en"
    ))
    return module.lexicon(), module.CUSTOMS, Grammar(rules)


def find_dates(text: str, language: str, published: date | None) -> tuple[DateExpression, ...]:
    """The date expressions of `text` in order, none overlapping.

    Times of day, lengths and repetitions are among them, told apart by `type`. Without
    `published` (or one not of 1700–2200), what needs it has `first` None. A text in another
    language than the four gives none.
    """
    if language not in _LANGUAGES:
        return ()
    if published is not None and not _NEWS[0] <= published.year <= _NEWS[1]:
        published = None  # nobody published that day; and no calendar need be left by counting
    lexicon, customs, grammar = _tools(language)
    folded = aligned(text)
    clusters, cues = read_tokens(text, folded, lexicon)
    tense = _Tense(folded, cues, after=language == "fa")
    found: list[DateExpression] = []
    before: Value | None = None
    day: Value | None = None
    for cluster in clusters:
        if _LONE.issuperset(cluster.kinds) and not {"p", "E", "-", "y"} & set(cluster.kinds):
            continue
        for start, end, value in _expressions(
            cluster, grammar, folded, published, customs, tense
        ):
            if found and start < found[-1].end:
                continue  # one half of a word that is two
            if value.back is not None:
                back, value = value.back, value.back(before, customs.home)
                if value.first is None and value.precision == "day":
                    value = back(day, customs.home)  # «آن روز» passes over «توافق ۲۰۱۵»
            if value.first is not None:
                before = value
                day = value if value.precision == "day" else day
            if folded.startswith(")", end) and "(" in folded[start:end]:
                end += 1
            found.append(DateExpression(
                text[start:end], start, end, value.first, value.last, value.precision,
                value.calendar, value.assumed, value.approximate, value.type,
            ))
    return tuple(explained(found, folded))


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

    The verb nearest to the expression tells, in Persian the next one after it; a past verb far
    away tells little, and years are then chosen by nearness. A reporting verb is past whatever
    it reports: what stands behind "that" or a colon is not told by it.
    """

    def __init__(self, folded: str, cues: list[tuple[int, str]], after: bool) -> None:
        self._text = folded
        self._places = [place for place, _ in cues]
        self._kinds = [kind for _, kind in cues]
        self._after = after

    def side(self, start: int, end: int, said: int = PAST) -> int:
        """PAST, UNTOLD or FUTURE for an expression at `[start, end)`; `said` for reporting verbs.

        `said` counts only where verbs stand behind what they tell of.
        """
        edge = _SENTENCE_EDGE.search(self._text, end, end + _REACH)
        high = bisect_left(self._places, edge.start() if edge else end + _REACH)
        behind = bisect_left(self._places, end)
        low = bisect_left(self._places, start - _REACH)
        nearest: tuple[int, int] | None = None
        while behind < high and self._kinds[behind] is AIM_CUE:
            behind += 1
        if behind < high:
            nearest = self._places[behind] - end, _SIDES[self._kinds[behind]]
            if self._kinds[behind] is COMING_CUE and nearest[0] > _WEAK:
                nearest = nearest[0], UNTOLD
            if self._after:
                if self._kinds[behind] is SAID_CUE:
                    nearest = nearest[0], said
                return _near(*nearest)
        ahead = bisect_left(self._places, start) - 1
        if ahead >= low:
            place, kind = self._places[ahead], self._kinds[ahead]
            between = _SENTENCE_EDGE if kind is not SAID_CUE else CLAUSE_EDGE
            # "opened 13 May, will run": the very word before tells more than one behind.
            beside = kind is PAST_CUE and " " not in self._text[place:start].rstrip()
            if not between.search(self._text, place, start) and (
                nearest is None or beside or start - place < nearest[0]
            ):
                nearest = start - place, _SIDES[kind]
        return _near(*nearest) if nearest else UNTOLD


def _near(distance: int, side: int) -> int:
    return UNTOLD if side == PAST and distance > _WEAK else side
