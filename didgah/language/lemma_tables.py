"""simplemma's tables of lemmas, at a size that a worker can hold.

Its Russian table is 140 MB as a dict and 20 MB as the stream it is stored as, which costs
some 30 µs a lookup; the others are small. Whoever asks remembers the answers.
"""

from __future__ import annotations

from functools import cache

from simplemma import Lemmatizer
from simplemma.strategies import DefaultStrategy, DictionaryLookupStrategy
from simplemma.strategies.dictionaries import (
    DEFAULT_DICTIONARY_FACTORY,
    LOW_MEMORY_DICTIONARY_FACTORY,
    DictionaryFactory,
)

_STREAMED = frozenset(("ru",))
_LONGEST = 60  # letters; no word is longer, and nothing that long is in a table


def table_lemma(word: str, language: str) -> str:
    """simplemma's lemma of a word that is not empty; the word itself when it knows none."""
    return word if len(word) > _LONGEST else _lemmatizer(language).lemmatize(word, language)


def in_table(word: str, language: str) -> bool:
    """Whether simplemma's table has the form `word`, which is not empty."""
    return len(word) <= _LONGEST and _lookup(language).get_lemma(word, language) is not None


@cache
def _lookup(language: str) -> DictionaryLookupStrategy:
    return DictionaryLookupStrategy(_tables(language))


@cache
def _lemmatizer(language: str) -> Lemmatizer:
    strategy = DefaultStrategy(dictionary_factory=_tables(language))
    return Lemmatizer(cache_max_size=0, lemmatization_strategy=strategy)


def _tables(language: str) -> DictionaryFactory:
    return LOW_MEMORY_DICTIONARY_FACTORY if language in _STREAMED else DEFAULT_DICTIONARY_FACTORY
