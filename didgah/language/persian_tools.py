"""hazm's word lists, made once in a process."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field

from didgah.language.fold import ZWNJ

_LOADING = threading.Lock()
_TOOLS: list[Tools] = []


@dataclass(frozen=True)
class Tools:
    """What is asked of hazm, two seconds to make and read-only afterwards."""

    lemmatizer: object
    words: dict[str, tuple[int, tuple[str, ...]]] = field(repr=False)  # frequency, word classes
    verbs: dict[str, str] = field(repr=False)  # form → past stem, "#", present stem
    participles: frozenset[str] = field(repr=False)
    auxiliaries: frozenset[str] = field(repr=False)  # behind a participle, parts joined by "_"
    futures: frozenset[str] = field(repr=False)  # «خواهد» and its forms, before a verb
    # Second half → first halves of the words that have a half-space.
    halves: dict[str, frozenset[str]] = field(repr=False)


def tools() -> Tools:
    """hazm's lists, read at the first call of the process; safe to call from threads."""
    if not _TOOLS:
        with _LOADING:
            if not _TOOLS:
                _TOOLS.append(_make_tools())
    return _TOOLS[0]


def _make_tools() -> Tools:
    from hazm.lemmatizer import Lemmatizer
    from hazm.word_tokenizer import WordTokenizer

    tokenizer, lemmatizer = WordTokenizer(), Lemmatizer()
    return Tools(
        lemmatizer, lemmatizer.words, lemmatizer.verbs, frozenset(tokenizer.verbe),
        frozenset(tokenizer.after_verbs), frozenset(tokenizer.before_verbs),
        _halves(lemmatizer.words),
    )


def _halves(words: dict[str, tuple[int, tuple[str, ...]]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for word, (frequency, _) in words.items():
        at = word.find(ZWNJ) if frequency > 0 else -1
        while at >= 0:
            found.setdefault(word[at + 1:], set()).add(word[:at])
            at = word.find(ZWNJ, at + 1)
    return {second: frozenset(firsts) for second, firsts in found.items()}
