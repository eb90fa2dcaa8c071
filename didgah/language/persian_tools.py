"""hazm's word lists and tables, made once in a process.

They are read from hazm's files without importing hazm, which would pull in nltk and scipy:
90 MB and most of a second. Of its half million verb forms those of several words are left
out, since no token has a space in it, and those joined by "_" are told by their halves.
"""

from __future__ import annotations

import runpy
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from didgah.language.fold import ZWNJ

_LOADING = threading.Lock()
_TOOLS: list[Tools] = []

_MI = f"می{ZWNJ}"
_PAST = ("م", "ی", "", "یم", "ید", "ند")
_PERFECT = (f"ه{ZWNJ}ام", f"ه{ZWNJ}ای", "ه", f"ه{ZWNJ}ایم", f"ه{ZWNJ}اید", f"ه{ZWNJ}اند")
_PRESENT = ("م", "ی", "د", "یم", "ید", "ند")
_BEING = ("ام", "ای", "است", "ایم", "اید", "اند")
_WAS = tuple("بود" + ending for ending in _PAST)
_MAY_BE = tuple("باش" + ending for ending in _PRESENT)
_WILL = tuple("خواه" + ending for ending in _PRESENT)


@dataclass(frozen=True)
class Tools:
    """What is asked of hazm, half a second to make and read-only afterwards."""

    # Word → (decimal digits of its frequency, 0 when hazm saw it in no text; word classes, "0"
    # for none).
    words: dict[str, tuple[int, str]] = field(repr=False)
    verbs: dict[str, str] = field(repr=False)  # form of one word → past stem, "#", present stem
    stems: dict[str, str] = field(repr=False)  # past stem → verb
    participles: dict[str, str] = field(repr=False)  # participle, also negated → verb
    auxiliaries: frozenset[str] = field(repr=False)  # behind a participle, parts joined by "_"
    futures: frozenset[str] = field(repr=False)  # «خواهد» and its forms, before a verb
    # Second half → first halves of the words that have a half-space.
    halves: dict[str, frozenset[str]] = field(repr=False)
    endings: tuple[str, ...] = field(repr=False)  # of nouns, longest first

    def lemma(self, form: str) -> str:
        """hazm's `Lemmatizer.lemmatize`: a word, or a verb as "past stem#present stem"."""
        if form in self.words:
            return form
        verb = self.verbs.get(form) or self._of_parts(form)
        if verb:
            return verb
        stem = self._stem(form)
        return stem if stem in self.words else form

    def _of_parts(self, form: str) -> str:
        """The verb of «گفته_شده_است» and «خواهد_گفت», "" for anything else."""
        first, joint, rest = form.partition("_")
        if not joint:
            return ""
        if first in self.futures and rest in self.stems:
            return self.stems[rest]
        return self.participles.get(first, "") if rest in self.auxiliaries else ""

    def _stem(self, form: str) -> str:
        """hazm's `Stemmer.stem`."""
        for ending in self.endings:
            if form.endswith(ending) and (len(ending) > 1 or len(form) > 3):
                form = form[: -len(ending)]
                break
        if form.endswith("ۀ"):
            form = form[:-1] + "ه"
        return form.removesuffix(ZWNJ)


def tools() -> Tools:
    """hazm's lists, read at the first call of the process; safe to call from threads."""
    if not _TOOLS:
        with _LOADING:
            if not _TOOLS:
                _TOOLS.append(_make_tools())
    return _TOOLS[0]


@cache
def constants() -> dict[str, Any]:
    """The names of `hazm.constants`: tables of letters, suffixes, patterns of spacing."""
    return runpy.run_path(str(_folder() / "constants.py"))


def _folder() -> Path:
    spec = find_spec("hazm")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("hazm is not installed: Persian words need its lists")
    return Path(spec.origin).parent


def _make_tools() -> Tools:
    words = _words(_folder() / "data" / "words.dat")
    listed = (_folder() / "data" / "verbs.dat").read_text(encoding="utf-8").splitlines()
    verbs = {"است": "#است"}
    stems: dict[str, str] = {}
    participles: dict[str, str] = {}
    for verb in reversed(listed):  # as hazm does: an earlier line overrules a later one
        verb = verb.strip()
        stem = verb.partition("#")[0]
        verbs |= dict.fromkeys(conjugated(verb), verb)
        stems[stem] = participles[stem + "ه"] = participles[f"ن{stem}ه"] = verb
    return Tools(
        words, verbs, stems, participles, frozenset(_auxiliaries()),
        frozenset((*_WILL, *("ن" + form for form in _WILL))), _halves(words),
        tuple(sorted(constants()["SUFFIXES"] | {"ٔ", f"{ZWNJ}ا", ZWNJ}, key=len, reverse=True)),
    )


def _words(path: Path) -> dict[str, tuple[int, str]]:
    """Lines of word, tab, frequency, tab, word classes; others are none."""
    words = {}
    known: dict[tuple[int, str], tuple[int, str]] = {}  # a few hundred for all words
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            word, *rest = line.strip().split("\t")
            if len(rest) == 2:
                frequency, classes = rest
                told = (len(frequency) if frequency != "0" else 0, classes)
                words[word] = known.setdefault(told, told)
    return words


def conjugated(verb: str) -> Iterator[str]:
    """The forms of "past stem#present stem" that are one word, as hazm conjugates."""
    past, _, present = verb.partition("#")
    yield past + "ن"
    for prefix in ("", "ن", _MI, "ن" + _MI):
        for ending in (*_PAST, *_PERFECT):
            yield prefix + past + ending
        for ending in _PRESENT:
            yield prefix + present + ending
    for ending in _PRESENT:
        yield "ب" + present + ending
    if present == "بین":  # the one imperative that hazm knows
        yield from ("ببین", "نبین")


def _auxiliaries() -> Iterator[str]:
    """What follows a participle: «است», «نشده_بودند», «می‌شود», «خواهد_شد»."""
    yield from (*_BEING, *_WAS, *_MAY_BE)
    for no in ("", "ن"):
        for being in (*_BEING, *_WAS, *_MAY_BE):
            yield f"{no}شده_{being}"
        for ending in _PRESENT:
            yield from (f"{no}شو{ending}", f"{no}{_MI}شو{ending}")
        for ending in _PAST:
            yield from (f"{no}شد{ending}", f"{no}{_MI}شد{ending}")
        for will in _WILL:
            yield f"{no}{will}_شد"


def _halves(words: dict[str, tuple[int, str]]) -> dict[str, frozenset[str]]:
    found: dict[str, list[str]] = {}
    for word, (digits, _) in words.items():
        at = word.find(ZWNJ) if digits else -1
        while at >= 0:
            found.setdefault(word[at + 1:], []).append(word[:at])
            at = word.find(ZWNJ, at + 1)
    return {second: frozenset(firsts) for second, firsts in found.items()}
