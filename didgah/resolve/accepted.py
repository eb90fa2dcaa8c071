"""Names that analysts accepted, as entities of the registry.

A decision `accept_name` says of a candidate whose name it is: a new entity with an id and
names in up to four languages, or one the registry has, of which the candidate is another
spelling. It is applied when a corpus is built; the tables under data/registry stay as they
are, and undoing the decision takes the name out again.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from didgah.language.fold import key
from didgah.model import LANGUAGES, Decision, Entity, EntityKind, Language, Registry
from didgah.resolve.decisions import DecisionError, in_force, spellings

ID = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


class NameFault(DecisionError):
    """An accepted name that contradicts the registry.

    `reason` is "no_entity", "id_form", "id_taken" or "spelling_taken"; `entity` the key of the
    entity in the way, "" when none is; `spelling` the one that is taken.
    """

    def __init__(self, reason: str, message: str, entity: str = "", spelling: str = "") -> None:
        super().__init__(message)
        self.reason, self.entity, self.spelling = reason, entity, spelling


def with_names(registry: Registry, decisions: Iterable[Decision]) -> Registry:
    """`registry` with the names accepted by the decisions in force.

    Without any it is `registry` itself; else its version is another one, so that articles
    are read again. An id that the tables have meanwhile got themselves gives its spellings
    to the entity of the tables.
    """
    accepted = [one for one in in_force(decisions) if one.action == "accept_name"]
    if not accepted:
        return registry
    entities = dict(registry.entities)
    for decision in accepted:
        value = decision.value
        found = value.get("same_as") or f"{value['kind']}:{value['id']}"
        if found in entities:
            entities[found] = _spelled(entities[found], value)
        elif not value.get("same_as"):
            entities[found] = _entity(value)
    said = json.dumps([[one.target, one.value] for one in accepted], sort_keys=True)
    version = hashlib.sha256(f"{registry.version}\x1f{said}".encode()).hexdigest()[:16]
    if (kept := _made.get(version)) is None:
        _made.clear()
        kept = _made[version] = replace(registry, entities=entities, version=version)
    return kept


# What is worked out of a registry is kept by object (`annotate.pipeline`): asking again for
# the same names gives the same one.
_made: dict[str, Registry] = {}


def check_name(decision: Decision, registry: Registry) -> None:
    """Raises NameFault when accepting this would contradict `registry`.

    `registry` is the one with the names accepted so far. An id must be free, a spelling must
    not name another entity already.
    """
    if decision.action != "accept_name":
        return
    value = decision.value
    same = value.get("same_as", "")
    if same and same not in registry.entities:
        raise NameFault("no_entity", f"there is no entity {same!r}")
    if not same:
        if not ID.fullmatch(value["id"]):
            raise NameFault("id_form", (
                f"the id {value['id']!r}: small Latin letters and digits, parted by hyphens"
            ))
        taken = registry.entities.get(f"{value['kind']}:{value['id']}")
        if taken is not None:
            raise NameFault("id_taken", (
                f"the id {taken.key!r} is taken by {taken.names.get('en', taken.id)!r}"
            ), taken.key)
    owners = _owners(registry)
    for language in LANGUAGES:
        for form in _forms(value, language):
            others = owners.get((language, key(form)), set()) - {same}
            if others:
                other = min(others)
                raise NameFault("spelling_taken", (
                    f"the spelling {form!r} already names {other}"
                ), other, form)


def proposed_id(name: str) -> str:
    """An id made of a name in Latin or Russian letters; "" when there are none in it."""
    latin = "".join(_LATIN.get(c, c) for c in key(name))
    return "-".join(re.findall(r"[a-z0-9]+", latin)).lstrip("0123456789-")


# As names are mostly written in English (BGN/PCGN without its apostrophes).
_LATIN = dict(zip(
    "абвгдежзийклмнопрстуфхцчшщъыьэюя",
    "a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya".split(" "),
    strict=True,
))


def _forms(value: Mapping[str, str], language: Language) -> list[str]:
    name = value.get(f"name_{language}", "")
    return [*([name] if name else []), *spellings(value, language)]


def _entity(value: Mapping[str, str]) -> Entity:
    """A new entity; in a language it has no name in it is called as in English, or at all."""
    given = {one: value[f"name_{one}"] for one in LANGUAGES if value.get(f"name_{one}")}
    any_name = given.get("en") or next(iter(given.values()))
    names = {one: given.get(one, any_name) for one in LANGUAGES}
    kind: EntityKind = value["kind"]  # type: ignore[assignment]
    return Entity(
        value["id"], kind, names,
        variants={one: spellings(value, one) for one in LANGUAGES if spellings(value, one)},
    )


def _spelled(entity: Entity, value: Mapping[str, str]) -> Entity:
    variants = dict(entity.variants)
    for language in LANGUAGES:
        known = (entity.names.get(language, ""), *variants.get(language, ()))
        new = [one for one in _forms(value, language) if one not in known]
        if new:
            variants[language] = (*variants.get(language, ()), *new)
    return replace(entity, variants=variants)


def _owners(registry: Registry) -> dict[tuple[Language, str], set[str]]:
    """(language, comparison key of a form) → the entities it names."""
    owners: dict[tuple[Language, str], set[str]] = {}
    for entity in registry.entities.values():
        for language, form in _named(entity):
            owners.setdefault((language, key(form)), set()).add(entity.key)
    return owners


def _named(entity: Entity) -> Iterator[tuple[Language, str]]:
    yield from entity.names.items()
    for table in (entity.variants, entity.guarded, entity.unseen):
        for language, forms in table.items():
            for form in forms:
                yield language, form
