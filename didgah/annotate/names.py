"""Names of the registry in a text: a dictionary of token n-grams, leftmost and longest.

Matching runs on tokens, so a name never starts or ends inside a word; a token is looked up
by its comparison key, so typing habits (ي/ی, half-space, diacritics, case) do not matter.
What a single word cannot decide — «مالی» the country or "financial" — the company it keeps
decides (`didgah.annotate.cues`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product

from didgah.annotate.cues import Context, Judge
from didgah.annotate.inflection import Reading, readings, russian_forms
from didgah.language.fold import ZWNJ, key
from didgah.model import Entity, Language, Mention, Registry

TOKEN = re.compile(r"[^\W_\u0640]+(?:[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670]+"
                   r"[^\W_\u0640]*)*")
# What may stand between two words of one name: spaces, half-spaces, invisible marks,
# hyphens and quotation marks. Never a line break.
_JOINERS = frozenset(
    " \u00a0\u2002\u2003\u2009\u202f\u200b\u200c\u200d\u200e\u200f\u2066\u2067\u2068\u2069\u00ad"
    "-‐‑–—−«»\"“”„'’‘`´ʼ+"
)
_COMMAS = frozenset(",،")
_LONGEST_GAP = 5
_SPLIT = re.compile(rf"[\s\-–—{ZWNJ}]+")
_CACHED = 200_000  # distinct tokens remembered per language; a corpus of news has about as many


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing one entity."""

    entity: Entity
    text: str
    words: int
    guarded: bool
    capital: bool  # the first letter is a capital one (Cyrillic and Latin)
    acronym: bool  # all of it is
    commas: bool
    initial: str  # of a person's first name, when this is a surname alone


@dataclass(slots=True)
class _Node:
    next: dict[str, _Node] = field(default_factory=dict)
    forms: list[Form] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Match:
    """A possible reading of a stretch of tokens, before anybody judged it."""

    form: Form
    start: int
    end: int
    first: int  # index of the first token
    last: int  # and of the last


class NameMatcher:
    """Finds the registry's names. Built once per process; `find` keeps no state between texts."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._judge = Judge(registry)
        self._lexicons: dict[Language, _Lexicon] = {}

    def find(self, text: str, language: Language) -> tuple[Mention, ...]:
        """Mentions in order, none overlapping; offsets into `text`, clitics left outside.

        `language` chooses spellings and inflection; for a language we have no names in, the
        script of the text does.
        """
        lexicon = self._lexicon(language if language in _SCRIPTS else _by_script(text))
        tokens = [(m.start(), m.end()) for m in TOKEN.finditer(text)]
        options = lexicon.options(text, tokens)
        if not options:
            return ()
        context = Context(text, tokens, lexicon.language)
        chosen = self._judge.choose(options, context)
        return tuple(
            Mention(m.form.entity.id, m.form.entity.kind, text[m.start : m.end], m.start, m.end)
            for m in chosen
        )

    def _lexicon(self, language: Language) -> _Lexicon:
        if language not in self._lexicons:
            self._lexicons[language] = _Lexicon(self._registry, language)
        return self._lexicons[language]


# The languages whose spellings are looked for in a text of the given one: names in Latin
# letters (OIC, BRICS, KazanForum) turn up everywhere.
_SCRIPTS: dict[Language, tuple[Language, ...]] = {
    "fa": ("fa", "en"), "ar": ("ar", "en"), "ru": ("ru", "en"), "en": ("en",),
}


def _by_script(text: str) -> Language:
    sample = text[:2000]
    counts = {
        "fa": sum("\u0600" <= c <= "\u06ff" for c in sample),
        "ru": sum("\u0400" <= c <= "\u04ff" for c in sample),
        "en": sum(c.isascii() and c.isalpha() for c in sample),
    }
    return max(counts, key=lambda language: counts[language])


class _Lexicon:
    """The forms of one language as a tree of token keys."""

    def __init__(self, registry: Registry, language: Language) -> None:
        self.language = language
        self._root = _Node()
        self._words: dict[str, tuple[str, ...]] = {}  # key of a token → words of the tree
        self._cache: dict[str, tuple[Reading, ...]] = {}
        bare: set[str] = set()
        for spelling in _SCRIPTS[language]:
            for form in _forms(registry, spelling):
                for words in _spellings(form, spelling):
                    node = self._root
                    for word in words:
                        node = node.next.setdefault(word, _Node())
                    node.forms.append(form)
                    bare.update(words)
        inflected: dict[str, set[str]] = defaultdict(set)
        for word in bare:
            forms = russian_forms(word) if language == "ru" else (word,)
            for form_of_word in forms:
                inflected[form_of_word].add(word)
        self._words = {form: tuple(sorted(words)) for form, words in inflected.items()}

    def options(self, text: str, tokens: list[tuple[int, int]]) -> list[list[Match]]:
        """For each token that starts a name: all names that start there, longest first."""
        found = []
        cache, first = self._cache, self._root.next
        for i, (start, end) in enumerate(tokens):
            surface = text[start:end]
            known = cache.get(surface)
            if known is None:
                known = self._read(surface)
            if known:
                matches = [
                    match
                    for reading in known
                    if reading.word in first
                    for match in self._walk(text, tokens, i, reading)
                ]
                if matches:
                    matches.sort(key=lambda m: (-m.last, m.form.guarded, m.start))
                    found.append(matches)
        return found

    def _read(self, surface: str) -> tuple[Reading, ...]:
        known = tuple(
            Reading(word, reading.front, reading.back)
            for reading in readings(surface, self.language)
            for word in self._words.get(reading.word, ())
        )
        if len(self._cache) >= _CACHED:
            self._cache.clear()
        self._cache[surface] = known
        return known

    def _walk(
        self, text: str, tokens: list[tuple[int, int]], i: int, reading: Reading
    ) -> Iterator[Match]:
        start = tokens[i][0] + reading.front
        stack = [(self._root.next[reading.word], i, reading.back, False)]
        while stack:
            node, at, back, comma = stack.pop()
            end = tokens[at][1] - back
            for form in node.forms:
                if _fits(form, text[start:end], comma):
                    yield Match(form, start, end, i, at)
            if at + 1 == len(tokens) or not node.next or back > 1:
                continue
            gap = _gap(text, tokens[at], tokens[at + 1])
            if gap is None:
                continue
            surface = text[slice(*tokens[at + 1])]
            for after in self._cache.get(surface) or self._read(surface):
                if not after.front and after.word in node.next:
                    stack.append((node.next[after.word], at + 1, after.back, comma or gap))


def _gap(text: str, one: tuple[int, int], other: tuple[int, int]) -> bool | None:
    """None when the words cannot be of one name; else whether a comma parts them."""
    between = text[one[1] : other[0]]
    if len(between) > _LONGEST_GAP:
        return None
    if all(c in _JOINERS for c in between):
        return False
    if one[1] - one[0] <= 2 and between in (".", ". ", ".\u00a0"):  # «В. Путин», "St. Petersburg"
        return False
    return True if all(c in _JOINERS or c in _COMMAS for c in between) else None


def _fits(form: Form, surface: str, comma: bool) -> bool:
    if comma and not form.commas:
        return False
    if form.acronym:
        return surface.upper() == surface
    return not form.capital or surface[0].isupper() or not surface[0].islower()


def _forms(registry: Registry, language: Language) -> Iterator[Form]:
    standing = {s.organisation: s for s in registry.series.values() if s.organisation}
    for entity in registry.entities.values():
        if entity.kind == "series" and registry.series[entity.id].organisation:
            continue  # its organisation stands for it in text
        guarded = set(entity.guarded.get(language, ()))
        unseen = entity.unseen.get(language, ())
        extra: tuple[str, ...] = ()
        if entity.kind == "organisation" and entity.id in standing:
            series = standing[entity.id]
            extra = series.variants.get(language, ())
        # The name of a series is a label of ours: «Russia and Iran» is no name in a sentence.
        name = () if entity.kind == "series" else (entity.names[language],)
        texts = (*name, *entity.variants.get(language, ()), *extra)
        seen: set[str] = set()
        for text in (*texts, *sorted(guarded), *unseen):
            # A name with a bracket is a label for people; nobody writes it in a sentence.
            words = [w for w in TOKEN.findall(text) if w]
            if "(" in text or not words or text in seen:
                continue
            seen.add(text)
            unsure = text in guarded or (text in unseen and len(words) == 1 and len(text) < 6)
            letters = [c for c in text if c.isalpha()]
            yield Form(
                entity=entity, text=text, words=len(words), guarded=unsure,
                capital=letters[0].isupper(),
                acronym=len(words) == 1 and len(letters) < 6 and all(c.isupper() for c in letters),
                commas="," in text or "،" in text,
                initial=_initial(entity, text, language),
            )


def _initial(entity: Entity, text: str, language: Language) -> str:
    if entity.kind != "person" or not key(entity.names[language]).endswith(" " + key(text)):
        return ""
    return key(entity.names[language])[0]


def _spellings(form: Form, language: Language) -> Iterable[tuple[str, ...]]:
    """The token sequences a form may be typed as: «مینی خانف», «مینی‌خانف», «مینیخانف».

    A half-space may be left out, and so may the space after or before a short word, or any
    space of a person's name; a text's own half-space always parts tokens.
    """
    if language not in ("fa", "ar"):
        return [tuple(key(w) for w in TOKEN.findall(form.text))]
    words = [key(w) for w in TOKEN.findall(form.text)]
    gaps = _SPLIT.findall(form.text.strip("«»\"“” "))
    loose = []
    for at in range(len(words) - 1):
        short = min(len(words[at]), len(words[at + 1])) <= 3 and words[at] not in _APART
        half = at < len(gaps) and ZWNJ in gaps[at]
        short = short and words[at + 1] not in _APART
        loose.append(half or short or form.entity.kind == "person")
    if sum(loose) > 5:
        loose = [at < len(gaps) and ZWNJ in gaps[at] for at in range(len(words) - 1)]
    found = []
    for glued in product(*[(False, True) if free else (False,) for free in loose]):
        out = [words[0]]
        for word, glue in zip(words[1:], glued, strict=True):
            if glue:
                out[-1] += word
            else:
                out.append(word)
        found.append(tuple(out))
    return found


# Words that never stick to their neighbours, whatever their length.
_APART = frozenset(("و", "به", "از", "در", "با", "بر", "که", "تا", "را", "في", "من", "على", "عن"))
