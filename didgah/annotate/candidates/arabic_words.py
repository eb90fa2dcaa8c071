"""Words of an Arabic text as the rules for names compare them, and what each may lead to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from didgah.annotate.candidates.name_spans import NameSpan
from didgah.annotate.candidates.name_words import name_words
from didgah.language.lemma_tables import in_table

_WORD = re.compile(r"[\u0621-\u064a\u064b-\u0652\u0670]+")
_MARKS = re.compile(r"[\u064b-\u0652\u0670\u0640]")
_FORMS = str.maketrans("أإآٱى", "ااااي")
_CLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك")


class Rules(NamedTuple):
    """The lists of data/lexicons/names/ar.toml as sets of words in compared form."""

    first: frozenset[str]
    titles: frozenset[str]
    never: frozenset[str]
    sure: frozenset[str]
    named: frozenset[str]
    common: frozenset[str]
    cues: frozenset[str]
    parts: frozenset[str]
    not_places: frozenset[str]
    weak: frozenset[str]
    lead: dict[str, tuple[str, int]]  # word with clitics → what it leads to, its clitics


class Token(NamedTuple):
    """An Arabic word at `[start, end)` of the text."""

    start: int
    end: int
    word: str  # as compared
    gap: str  # what parts it from the one before


@cache
def rules_of_names() -> Rules:
    """The rules, read once per process. Raises OSError or KeyError for a file that is not right."""
    words = name_words("ar")
    first, titles, never = (words.words(name) for name in ("first", "titles", "never"))
    leads: dict[str, tuple[str, int]] = {}
    for what, name in (
        ("place", "places.parts"), ("place", "places.cues"), ("organisation", "heads.named"),
        ("organisation", "heads.sure"), ("organisation", "heads.definite"),
        ("person", "first"), ("title", "titles"),
    ):
        for word in words.words(name):
            for clitics in _CLITICS:
                if clitics.endswith("ل") and word.startswith("ال"):
                    leads[clitics + word[1:]] = what, len(clitics) + 1
                elif len(word) > 1 or not clitics:
                    leads.setdefault(clitics + word, (what, len(clitics)))
            leads[word] = what, 0
    return Rules(
        first, titles, never, words.words("heads.sure"), words.words("heads.named"),
        words.words("heads.common"), words.words("places.cues"), words.words("places.parts"),
        words.words("places.common"), words.words("weak"), leads,
    )


def bare(surface: str) -> str:
    """A word as the rules compare it: no marks, plain alefs, final yeh."""
    return _MARKS.sub("", surface).translate(_FORMS)


def tokens_of(text: str) -> list[Token]:
    """The Arabic words of `text` in order; offsets are into it."""
    plain = text.translate(_FORMS)
    marked = _MARKS.search(plain) is not None
    found, end = [], 0
    for match in _WORD.finditer(plain):
        start = match.start()
        word = _MARKS.sub("", match[0]) if marked else match[0]
        found.append(Token(start, match.end(), word, plain[end:start]))
        end = match.end()
    return found


Found = tuple[NameSpan | None, int | None]
NOTHING: Found = (None, None)


def near(tokens: Sequence[Token], at: int, dots: bool = False) -> bool:
    """Whether only a space parts token `at` from the one before."""
    gap = tokens[at].gap
    return gap in (" ", "\u00a0") or (dots and gap in (". ", "."))


_ARTICLES = ("ال", "لل", "وال", "بال", "فال", "كال", "ولل")
_LONG = 60  # letters; what is longer is no word
_INFLECTED = ("ات", "ون", "ين", "هم", "ها", "وا", "تم")


def proper(word: str) -> bool:
    """Whether a word is in no dictionary, with or without clitics: most likely a name."""
    return len(word) <= _LONG and _proper(word)


@lru_cache(maxsize=20_000)
def _proper(word: str) -> bool:
    rules = rules_of_names()
    if len(word) < 3 or word in rules.never or word in rules.common or word in rules.lead:
        return word in rules.first and len(word) > 2
    if word.startswith(_ARTICLES) or word.endswith(_INFLECTED):
        return False
    if word.startswith("و") and len(word) > 4:
        return False
    if word.startswith(("و", "ف", "ب", "ل", "ك", "س", "ي", "ت")) and known(word[1:]):
        return False
    return not known(word)


def rare(word: str) -> bool:
    """Whether a word with ال is in no dictionary without it."""
    return len(word) <= _LONG and _rare(word)


@lru_cache(maxsize=20_000)
def _rare(word: str) -> bool:
    return not known(word[2:]) and not known(word)


def known(word: str) -> bool:
    """Whether simplemma's Arabic dictionary has a word, as written or with its hamza."""
    if in_table(word, "ar"):
        return True
    # The dictionary writes hamza and ة where a hurried text does not.
    return word[:1] == "ا" and any(
        in_table(alef + word[1:], "ar") for alef in "أإآ"
    )
