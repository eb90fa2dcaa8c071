"""The words that date expressions are made of, and what each means.

A `Lexicon` gives each word of a language that can stand in a date expression a kind, one
letter, and a value:

    n number of up to three figures   y number of four     o ordinal           q other figures
    X date in figures                 T clock in figures   Z decade ("1990s")  J «سه‌روزه»
    M month      m month only beside a day, a year or the word for month
    W weekday    w weekday only where the context says so
    D K L Y C G  day, week, month, year, decade, century   h hour, minute, second
    Q quarter    H half      S season      x feast         E era        b «و نیم», "and a half"
    R yesterday, today       I «امسال»     d part of a day c «ساعت»     P beginning, middle, end
    k last, this, next       l recent      a ago           F later, in  i this     s the same
    U after or before that   O «числа», a day of the month
    e every      v yearly    r times       j for           g several    u a, one   A about
    t to         & and       f of, the     p in            N a noun that is counted
    V month only between a day and a year
    z B          words that make a name of the month or weekday after or before them
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from didgah.language.fold import ZWNJ
from didgah.language.number_words import AND, WORDS, plain

# Kinds of words that tell the tense, no tokens.
# An aim is to come for what stands behind it: "to meet on Friday", not "on Friday to meet".
FUTURE_CUE, PAST_CUE, SAID_CUE, AIM_CUE = "future", "past", "said", "aim"
COMING_CUE = "coming"  # a present tense, which tells what is to come of a day close by
CUES = frozenset((FUTURE_CUE, PAST_CUE, SAID_CUE, AIM_CUE, COMING_CUE))


class Entry(NamedTuple):
    """What a word means when `tail` follows it: kinds and values, one or two."""

    tail: tuple[str, ...]
    meaning: tuple[tuple[str, Any], ...]
    capital: bool
    dotted: bool


@dataclass(frozen=True)
class Lexicon:
    """Words of one language by their first word, longest phrases first."""

    language: str
    entries: Mapping[str, tuple[Entry, ...]]
    clitics: str = ""  # letters that may be written solid before a word


@dataclass(slots=True)
class LexiconBuilder:
    """Collects words and their meanings; `done` makes the `Lexicon`."""

    language: str
    clitics: str = ""
    _entries: dict[str, dict[tuple[str, ...], Entry]] = field(default_factory=dict)

    def add(
        self, words: str | Iterable[str], *meaning: tuple[str, Any], capital: bool = False
    ) -> None:
        """Give each of `words` (a string is split at spaces, `_` joins a phrase) a meaning.

            `capital` words count only when written so, those with a final dot only with it.
        """
        for word in words.split() if isinstance(words, str) else words:
            first, *tail = re.split(rf"[ _{ZWNJ}.’'-]+", plain(word).rstrip("."))
            entry = Entry(tuple(tail), meaning, capital, word.endswith("."))
            known = self._entries.setdefault(first, {})
            known.setdefault((*tail, "." * entry.dotted), entry)

    def table(self, kind: str, values: Mapping[Any, str], capital: bool = False) -> None:
        """Add words by their value."""
        for value, words in values.items():
            self.add(words, (kind, value), capital=capital)

    def done(self) -> Lexicon:
        """The lexicon of everything added; what was added first holds."""
        self.add(AND[self.language], ("&", None))
        for word, number in WORDS[self.language].items():
            self.add([word], ("#o" if number.ordinal else "#", number.value))
        return Lexicon(
            self.language,
            {
                first: tuple(sorted(tails.values(), key=lambda e: (-len(e.tail), not e.dotted)))
                for first, tails in self._entries.items()
            },
            self.clitics,
        )
