"""A surname alone names whom the article has named in full: candidates of one person."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from didgah.annotate.candidates.slovnet_tags import given_names
from didgah.annotate.matching.inflection import russian_forms
from didgah.language.fold import key
from didgah.model import Candidate, Language

_PATRONYMIC = re.compile(r"(?:ович|евич|ьич|мич|нич|овна|евна|ична|инична)$", re.IGNORECASE)


def tied(found: Sequence[Candidate], language: Language) -> tuple[Candidate, ...]:
    """`found` with the name of each person as fully as its article gives it.

    A surname that two people of the article bear is left alone.
    """
    if language == "fa":
        found = _without_ezafe(found)
    people = [one for one in found if one.kind == "person"]
    if not people:
        return tuple(found)
    names = {one.name: _ordered(one.name) if language == "ru" else one.name for one in people}
    full: dict[str, set[str]] = defaultdict(set)
    fathers: dict[str, set[str]] = defaultdict(set)  # first name and patronymic → full name
    for name in set(names.values()):
        words = _without_patronymic(name, language).split()
        if len(words) > 1 and not words[0].endswith("."):
            for form in _forms(words[-1], language):
                full[form].add(" ".join(words))
            given = name.split()
            if language == "ru" and len(given) == 3 and _PATRONYMIC.search(given[1]):
                fathers[" ".join(given[:2])].add(" ".join(words))
    tied_names = {given: _tie(name, full, fathers, language) for given, name in names.items()}
    return tuple(
        replace(one, name=tied_names[one.name])
        if one.kind == "person" and tied_names[one.name] != one.name else one
        for one in found
    )


def _without_ezafe(found: Sequence[Candidate]) -> list[Candidate]:
    """«لیمای» is «لیما» where the article names that too: the ی of an ezafe after a vowel."""
    names = {one.name for one in found}
    return [
        replace(one, name=one.name[:-1])
        if one.name.endswith(("ای", "وی")) and one.name[:-1] in names else one
        for one in found
    ]


def _tie(
    name: str, full: dict[str, set[str]], fathers: dict[str, set[str]], language: Language
) -> str:
    words = _without_patronymic(name, language).split()
    if len(words) > 1 and not words[0].endswith("."):
        owners = full.get(key(words[-1]), set())
        if language == "ru" and len(owners) > 1:  # case forms of one name: the same first letters
            same = [one for one in owners if one.split()[0][:3] == words[0][:3]]
            return min(same, key=lambda one: (len(one), one)) if same else " ".join(words)
        return " ".join(words)
    if name in fathers:
        owners = fathers[name]
    elif len(words) == 1 and len(name.split()) > 1:
        return name
    else:
        owners = full.get(key(words[-1]), set())
        if words[0].endswith("."):
            owners = {one for one in owners if one[0] == words[0][0]}
    firsts = {one.split()[0][:3] for one in owners}
    if len(firsts) == 1:
        return min(owners, key=lambda one: (len(one), one))
    return name


def _ordered(name: str) -> str:
    """«Дронов Александр Валентинович» with the surname last."""
    words = name.split()
    if len(words) == 3 and _PATRONYMIC.search(words[2]) and not _PATRONYMIC.search(words[1]):
        return f"{words[1]} {words[2]} {words[0]}"
    if len(words) == 2 and words[1].lower() in given_names() and (
        words[0].lower() not in given_names()
    ):
        return f"{words[1]} {words[0]}"
    return name


def _without_patronymic(name: str, language: Language) -> str:
    words = name.split()
    if language == "ru" and len(words) > 1:
        return " ".join(
            [words[0], *(word for word in words[1:] if not _PATRONYMIC.search(word))]
        )
    return name


def _forms(word: str, language: Language) -> set[str]:
    base = key(word)
    return {base, *russian_forms(base)} if language == "ru" else {base}
