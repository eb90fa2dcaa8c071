"""A name typed in one script, sought in the others too.

The spellings come from the registry and are written out in the query itself, as
`(Putin OR Путин OR پوتین)`: the address holds what is sought, and each can be taken out.
A Russian word stands with its case endings. Quotation marks ask for what they hold alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from didgah.annotate.matching.inflection import russian_forms
from didgah.filters import MAX_LENGTH
from didgah.model import LANGUAGES, Registry
from didgah.textquery import tokens

_OURS = re.compile(r"\(([^()\"]+(?: OR (?:\"[^\"()]+\"|[^()\"]+))+)\)")
_NOT_PLAIN = re.compile(r'[()*"“”„«»]')
_OPERATORS = {"AND", "OR", "NOT"}

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Spread:
    """A group of the query that seeks one name: what was typed and what else is sought.

    `start` and `end` are offsets into the query; `others` are spellings, each of which may
    stand in the query with its endings.
    """

    start: int
    end: int
    typed: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Tables:
    """A registry that is told from others by its version."""

    version: str
    registry: Registry = field(compare=False)


def known(registry: Registry) -> Mapping[Key, tuple[str, ...]]:
    """`table(registry)`, made once for each version of the registry."""
    return _known(_Tables(registry.version, registry))


@lru_cache(maxsize=4)
def _known(tables: _Tables) -> Mapping[Key, tuple[str, ...]]:
    return table(tables.registry)


def table(registry: Registry) -> dict[Key, tuple[str, ...]]:
    """Tokens of a form → all spellings of as many words, of forms that name one thing only."""
    names: dict[Key, set[str]] = {}
    forms: dict[str, dict[Key, str]] = {}
    for entity_key, entity in registry.entities.items():
        own = forms.setdefault(entity_key, {})
        for language in LANGUAGES:
            name = entity.names.get(language)
            for form in (*([name] if name else ()), *entity.variants.get(language, ())):
                if found := tuple(tokens(form)):
                    own.setdefault(found, form)
                    names.setdefault(found, set()).add(entity_key)
    return {
        found: tuple(
            form for other, form in forms[next(iter(keys))].items() if len(other) == len(found)
        )
        for found, keys in names.items() if len(keys) == 1
    }


def spread(query: str, known: Mapping[Key, tuple[str, ...]]) -> str:
    """`query` with the other spellings of each name in it.

    Only plain words are read so: with quotation marks, brackets, a star, OR or NOT the query
    is what its writer means, and comes back as it is. Spellings that would make the query
    longer than `MAX_LENGTH` stay out; see `crowded_out`.
    """
    words = query.split()
    if not _plain(query):
        return query
    if whole := _group(query.strip(), known, MAX_LENGTH):
        return whole
    made, grown = list(words), False
    for at, word in enumerate(words):
        room = MAX_LENGTH - len(" ".join(made)) + len(word)
        group = "" if word in _OPERATORS else _group(word, known, room)
        made[at], grown = group or word, grown or bool(group)
    return " ".join(made) if grown else query


def crowded_out(query: str, known: Mapping[Key, tuple[str, ...]]) -> tuple[str, ...]:
    """The names of `query` with spellings that are not sought because it has no room for them."""
    groups = spreads(query, known)
    found, rest, at = [], [], 0
    for group in groups:
        whole = _group(group.typed, known)
        if len(query) - (group.end - group.start) + len(whole) > MAX_LENGTH:
            found.append(group.typed)
        rest.append(query[at:group.start])
        at = group.end
    plain = " ".join((*rest, query[at:]))
    if not _plain(plain):
        return tuple(found)
    words = (plain.strip(),) if tuple(tokens(plain)) in known else plain.split()
    return (*found, *(
        word for word in words if word not in _OPERATORS
        and (group := _group(word, known)) and len(query) - len(word) + len(group) > MAX_LENGTH
    ))


def collapsed(query: str, groups: Iterable[Spread]) -> str:
    """`query` as it was typed, without the spellings of `groups`."""
    for group in sorted(groups, key=lambda one: -one.start):
        query = query[: group.start] + group.typed + query[group.end :]
    return query


def complete(group: Spread, known: Mapping[Key, tuple[str, ...]]) -> bool:
    """Whether all spellings of the name are sought."""
    own = tuple(tokens(group.typed))
    return set(group.others) >= {one for one in known.get(own, ()) if tuple(tokens(one)) != own}


def _plain(query: str) -> bool:
    return not _NOT_PLAIN.search(query) and not {"OR", "NOT"} & set(query.split())


def spreads(query: str, known: Mapping[Key, tuple[str, ...]]) -> tuple[Spread, ...]:
    """The groups of `query` that `spread` wrote, or that look as if it had."""
    found = []
    for group in _OURS.finditer(query):
        typed, *members = (one.strip().strip('"') for one in group[1].split(" OR "))
        spellings = known.get(tuple(tokens(typed)), ())
        sought = {tuple(tokens(one)) for one in members}
        others = tuple(
            one for one in spellings
            if tuple(tokens(one)) in sought and tuple(tokens(one)) != tuple(tokens(typed))
        )
        if others and sought <= {k for one in (typed, *others) for k in _keys(one)}:
            found.append(Spread(group.start(), group.end(), typed, others))
    return tuple(found)


def without(query: str, group: Spread, spelling: str) -> str:
    """`query` with one spelling of the group taken out, with its endings."""
    kept = [one for one in group.others if one != spelling]
    return query[: group.start] + _written(group.typed, kept) + query[group.end :]


def exactly(query: str, groups: Iterable[Spread]) -> str:
    """`query` with each of the groups again what was typed, and nothing else."""
    for group in sorted(groups, key=lambda one: -one.start):
        query = query[: group.start] + f'"{group.typed}"' + query[group.end :]
    return query


def _group(
    typed: str, known: Mapping[Key, tuple[str, ...]], room: int | None = None
) -> str:
    """The group for a name, "" when no other spelling is known; with as many as have `room`."""
    here = tuple(tokens(typed))
    others = [one for one in known.get(here, ()) if tuple(tokens(one)) != here]
    while others and room is not None and len(_written(typed, others)) > room:
        others.pop()
    return _written(typed, others) if others else ""


def _written(typed: str, others: list[str]) -> str:
    if not others:
        return f'"{typed}"'
    typed_key = tuple(tokens(typed))
    members: dict[Key, str] = {typed_key: typed}
    for one in (typed, *others):
        for found in _keys(one):
            members.setdefault(found, " ".join(found) if found != tuple(tokens(one)) else one)
    return "(" + " OR ".join(
        one if len(key) == 1 and one.isalnum() else f'"{one}"' if key != typed_key else one
        for key, one in members.items()
    ) + ")"


def _keys(spelling: str) -> list[Key]:
    found = tuple(tokens(spelling))
    if len(found) == 1 and re.fullmatch("[а-яё-]+", found[0]):
        return [found, *sorted(k for one in russian_forms(found[0]) if (k := tuple(tokens(one)))
                               and k != found)]
    return [found]
