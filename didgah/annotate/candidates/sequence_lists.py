"""What the lists under data/lexicons/names_fa say of a word and of runs of words.

The lists are evidence for the sequence model (`didgah.annotate.candidates.sequence`), not names to
be found: «مهر» is a month, an agency and a first name, and the words around it decide.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from didgah.annotate.matching.phrases import TOKEN
from didgah.bundled import LEXICONS
from didgah.language.fold import key
from didgah.language.persian_tools import tools

FOLDER = LEXICONS / "names_fa"

_UNKNOWN = (0, "")
_SECTION = re.compile(r"\[(\w+)\]")
# file → the flag of a word that is an entry by itself, and of entries of several words
_WORDS = {
    "given": "given", "surnames": "surname", "places": "place", "organisations": "org",
    "organisation_heads": "head", "organisation_kinds": "kind", "titles": "title",
    "titles_behind": "behind", "place_cues": "cue", "nationalities": "nation",
    "not_names": "not",
}
_PHRASES = {
    "places": "L", "organisations": "O", "given": "P", "surnames": "P", "titles": "T",
    "organisation_heads": "H",
}


@dataclass(frozen=True)
class NameLists:
    """Flags by word key, phrases by first word, and what makes a surname.

    `flags[word]` are the lists it is an entry of, each also with its section
    ("place:towns"). `phrases[first]` holds the entries of several words that begin so,
    longest first, with their kind (L place, O organisation, P person, T title, H head of an
    organisation). `endings` are tried longest first.
    """

    flags: dict[str, tuple[str, ...]]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    endings: tuple[str, ...]
    weak_endings: tuple[str, ...]

    def surname_form(self, word: str) -> str:
        """How `word` is built like a surname: "sure", "name+", "place+" or ""."""
        for ending in self.weak_endings if word.endswith(self.weak_endings) else ():
            stem = word.removesuffix(ending)
            if len(stem) < 3 or stem == word:
                continue
            known = self.flags.get(stem, ())
            if "given" in known:
                return "name+"
            if "place" in known:
                return "place+"
        for ending in self.endings if word.endswith(self.endings) else ():
            if word.endswith(ending) and len(word) - len(ending) >= 3:
                known = self.flags.get(word.removesuffix(ending), ())
                return "name+" if "given" in known else "sure"
        return ""


def entries(path: Path) -> list[tuple[str, str]]:
    """(section, entry) of a list file in order; "_" in an entry is read as a space.

    `#` begins a comment, `[name]` at the start of a line a section.
    """
    found = []
    section = ""
    for line in path.read_text(encoding="utf-8").splitlines():
        line = line.partition("#")[0]
        heading = _SECTION.match(line)
        if heading:
            section = heading[1]
            continue
        found += [(section, entry.replace("_", " ")) for entry in line.split()]
    return found


@cache
def name_lists() -> NameLists:
    """The lists of data/lexicons/names_fa, read once per process."""
    flags: dict[str, set[str]] = defaultdict(set)
    phrases: dict[tuple[str, ...], str] = {}
    for name, flag in _WORDS.items():
        for section, entry in entries(FOLDER / f"{name}.txt"):
            words = tuple(key(w) for w in TOKEN.findall(entry))
            if len(words) == 1:
                flags[words[0]] |= {flag, f"{flag}:{section}"} if section else {flag}
                continue
            if name in _PHRASES:
                phrases.setdefault(words, _PHRASES[name])
                if " " not in entry:  # a half-space may be left out
                    flags["".join(words)].add(flag)
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for words, kind in phrases.items():
        by_first[words[0]].append((words, kind))
    endings = [e for _, e in entries(FOLDER / "surname_endings.txt")]
    return NameLists(
        {word: tuple(sorted(found)) for word, found in flags.items()},
        {
            first: tuple(sorted(found, key=lambda p: -len(p[0])))
            for first, found in by_first.items()
        },
        _longest_first(key(e) for e in endings if not e.startswith("+")),
        _longest_first(key(e[1:]) for e in endings if e.startswith("+")),
    )


def _longest_first(endings: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(endings), key=lambda ending: (-len(ending), ending)))


def common_word(word: str) -> tuple[int, str]:
    """(decimal digits of its count, its parts of speech) of a folded word in hazm's list.

    (0, "") for a word without a part of speech, and for what is more than one word.
    """
    known = tools().words.get(word, _UNKNOWN)
    return known if known[1] != "0" and word.isalpha() else _UNKNOWN
