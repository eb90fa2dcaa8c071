"""The company a word keeps: the tokens around it, its line, its article, and rules over them.

A rule is a row of `data/registry/cues.csv`; see `didgah.model.Cue` for what a row says.
"""

from __future__ import annotations

import re

from didgah.annotate.matching.phrases import Tokens
from didgah.language.fold import key
from didgah.model import Cue, Language

_NEAR = 3  # tokens before or behind a form that decide on it
_WIDE = 10_000  # characters; longer lines are no paragraphs
_SHORT = 3  # letters; in the Arabic script such a word stands for itself alone
_CLITICS = r"(?:[وف]?[بلک]?(?:ال|لل)?)"  # before an Arabic word; keys write kaf the Persian way


class Context:
    """The text around its tokens, read only where somebody asks."""

    def __init__(self, tokens: Tokens, language: Language) -> None:
        self.text, self.language = tokens.text, language
        self.starts, self.ends = tokens.starts, tokens.ends
        self._words = tokens.words
        self._lines: dict[tuple[int, int], str] = {}
        self._near: dict[tuple[re.Pattern[str], tuple[int, int]], bool] = {}
        self._before: dict[int, str] = {}
        self._after: dict[int, str] = {}
        self._article = ""

    def surface(self, at: int) -> str:
        """The token at index `at`, "" outside the text."""
        return self._words[at] if 0 <= at < len(self._words) else ""

    def before(self, at: int) -> str:
        """Keys of up to three tokens before index `at`, on the same line, a space before each."""
        found = self._before.get(at)
        if found is None:
            low = max(at - _NEAR, 0)
            line = self.text.rfind("\n", self.starts[low], self.starts[at])
            while line >= 0 and low < at and self.starts[low] <= line:
                low += 1
            found = self._before[at] = " " + " ".join(map(key, self._words[low:at]))
        return found

    def after(self, at: int) -> str:
        """Keys of up to three tokens after index `at`, on the same line, a space after each."""
        found = self._after.get(at)
        if found is None:
            high = min(at + 1 + _NEAR, len(self._words))
            line = self.text.find("\n", self.ends[at], self.ends[high - 1])
            while line >= 0 and high > at + 1 and self.starts[high - 1] >= line:
                high -= 1
            found = self._after[at] = " ".join(map(key, self._words[at + 1:high])) + " "
        return found

    def near(self, words: re.Pattern[str], at: int) -> bool:
        """Whether `words` are in the line that token `at` stands in.

        They are sought in its key with a space at each end. Of a line longer than any paragraph
        the part around the token counts, at least `_WIDE` characters to either side.
        """
        place = self.starts[at]
        start = self.text.rfind("\n", max(0, place - _WIDE), place) + 1
        if not start and place > _WIDE:
            start = place - place % _WIDE - _WIDE
        end = self.text.find("\n", place, start + 4 * _WIDE)
        span = (start, end if end >= 0 else start + 4 * _WIDE)
        found = self._near.get((words, span))
        if found is None:
            if span not in self._lines:
                line = " ".join(re.findall(r"\w+", key(self.text[slice(*span)])))
                self._lines[span] = f" {line} "
            found = self._near[words, span] = bool(words.search(self._lines[span]))
        return found


    def anywhere(self, words: re.Pattern[str]) -> bool:
        """Whether `words` are in the text, of which the first `_WIDE` characters count.

        They are sought as by `near`.
        """
        span = (-1, -1)
        found = self._near.get((words, span))
        if found is None:
            if not self._article:
                self._article = f" {' '.join(re.findall(r'\w+', key(self.text[:_WIDE])))} "
            found = self._near[words, span] = bool(words.search(self._article))
        return found


class Rule:
    """A cue made ready for asking: its words as keys, spaced so that only whole ones match."""

    def __init__(self, cue: Cue) -> None:
        before, not_before = cue.before, cue.not_before
        if cue.language == "ar":  # «وخالد»
            before, not_before = (
                (*words, *(f"و{word}" for word in words)) for words in (before, not_before)
            )
        self._before, self._not_before = _spaced(before), _spaced(not_before)
        self._after = _behind(cue.after, cue.language)
        self._not_after = _behind(cue.not_after, cue.language)
        self._near = _one_of(cue.near, cue.language)
        self._article = _one_of(cue.article, cue.language)

    @property
    def can_forbid(self) -> bool:
        """Whether any words rule a form out."""
        return bool(self._not_before or self._not_after)

    def forbids(self, first: int, last: int, context: Context) -> bool:
        """Whether the words around tokens `first` to `last` rule the form out."""
        return bool(
            (self._not_before and context.before(first).endswith(self._not_before))
            or (self._not_after and context.after(last).startswith(self._not_after))
        )

    def accepts(self, first: int, last: int, context: Context) -> bool:
        """Whether the company of tokens `first` to `last` speaks for the form."""
        return bool(
            (self._before and context.before(first).endswith(self._before))
            or (self._after and context.after(last).startswith(self._after))
            or (self._near and context.near(self._near, first))
            or (self._article and context.anywhere(self._article))
        )


def _one_of(words: tuple[str, ...], language: Language) -> re.Pattern[str] | None:
    """Any of `words` in a line of keys with spaces around; "*" ends the beginning of a word."""
    if not words:
        return None
    clitics = _CLITICS if language == "ar" else ""
    either = "|".join(
        re.escape(key(word.rstrip("*"))) + ("" if word.endswith("*") else "(?= )")
        for word in words
    )
    return re.compile(rf" {clitics}(?:{either})")


def _keys(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(key(word) for word in words)


def _behind(words: tuple[str, ...], language: Language) -> tuple[str, ...]:
    """Beginnings of words, so that endings may follow; «آن» is no beginning of «انتخاب»."""
    short = _SHORT if language in ("fa", "ar") else 0
    return tuple(
        f"{word} " if len(word) <= short and word.isalpha() else word for word in _keys(words)
    )


def _spaced(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f" {word}" for word in _keys(words))
