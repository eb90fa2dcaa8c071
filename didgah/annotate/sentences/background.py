"""What the steps of annotation derive once from a registry."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from didgah.annotate.sentences.outlets import outlet_domains, outlet_names
from didgah.annotate.sentences.skeleton import Actor, plain
from didgah.model import Entity, Language, Office, Registry

# The first word of a Russian office in the case of a subject.
_OFFICE_HEAD = re.compile(
    r"(?:президент|премьер-министр|вице-премьер|министр|глава|посол|представитель|секретарь|"
    r"генсек|замминистра|заместитель|пресс-секретарь|советник|помощник|спец\w+|лидер|король|"
    r"эмир|султан|муфтий|раис|председатель|делегация|спикер|руководитель|директор|"
    r"вице-президент|премьер|монарх|кронпринц|шеф|вице-спикер|замглавы|генеральный|наследный|верховный|официальный|первый)$"
)

_ADJECTIVE = re.compile("[иыо]й$")


@dataclass(frozen=True)
class Background:
    """Facts of a registry in the shape the rules ask for; treat as read-only."""

    countries: frozenset[str]  # place ids that are countries
    country_of: dict[str, str]  # registry key → ISO code, when it has one
    series_of: dict[str, str]  # organisation id → the series it stands for in text
    forums: frozenset[str]  # organisations that are themselves a gathering (KazanForum)
    broad: frozenset[str]  # place ids wider than a city
    outlets: dict[str, str]  # `outlet_key` of a name → outlet id
    domains: dict[str, str]  # domain → outlet id
    people: dict[str, Entity]  # person id → its entity, for the offices held on a day
    offices: dict[tuple[str, str], tuple[tuple[str, Office], ...]]  # (office, of) → its holders
    foreign: frozenset[str]  # what countries are called in "the German minister", plain
    nations: dict[str, str]  # the same words → ISO code of the one country they are of
    adjective_of: dict[tuple[Language, str], str]  # "egyptian", «египетск» → place id, plain
    first_forms: frozenset[str]  # last words of names in the case of a subject, plain

    def holders(self, office: str, of: str, day: date | None) -> tuple[str, ...]:
        """The person ids of those who held an office of a place or body on a day."""
        return tuple(
            person for person, one in self.offices.get((office, of), ())
            if day is not None and (one.since is None or one.since <= day)
            and (one.until is None or day <= one.until)
        )

    def nominative(self, actor: Actor) -> bool:
        """Whether a Russian noun phrase has the form of a subject."""
        words = plain(actor.surface).replace('"', "").split()
        if not words:
            return False
        if len(words) > 1 and _ADJECTIVE.search(words[0]) and not _OFFICE_HEAD.match(words[0]):
            del words[0]  # «российский президент»
        if actor.office and actor.surface == actor.office:
            return bool(_OFFICE_HEAD.match(words[0]))
        return words[-1] in self.first_forms


def background_of(registry: Registry) -> Background:
    """What the rules need to know of `registry`."""
    first_forms: set[str] = set()
    for entity in registry.entities.values():
        russian = (entity.names.get("ru", ""), *entity.variants.get("ru", ()))
        first_forms.update(
            plain(name).replace('"', "").split()[-1] for name in russian if name.strip(' "«»')
        )
    offices: dict[tuple[str, str], tuple[tuple[str, Office], ...]] = {}
    for entity in registry.entities.values():
        for one in entity.offices if entity.kind == "person" else ():
            place = one.office, one.of
            offices[place] = (*offices.get(place, ()), (entity.id, one))
    return Background(
        countries=frozenset(
            e.id for e in registry.entities.values() if e.kind == "place" and e.type == "country"
        ),
        country_of={key: e.country for key, e in registry.entities.items() if e.country},
        series_of={s.organisation: s.id for s in registry.series.values() if s.organisation},
        forums=frozenset(
            e.id for e in registry.entities.values()
            if e.kind == "organisation" and e.type in ("forum", "summit")
        ),
        broad=frozenset(
            e.id for e in registry.entities.values()
            if e.kind == "place" and e.type not in ("city", "site", "")
        ),
        outlets=outlet_names(registry),
        domains=outlet_domains(registry),
        people={e.id: e for e in registry.entities.values() if e.kind == "person"},
        offices=offices,
        foreign=frozenset(
            plain(word)
            for e in registry.entities.values() if e.kind == "place" and e.type == "country"
            for adjectives in e.adjectives.values() for one in adjectives for word in one.split()
        ),
        adjective_of={
            (language, plain(one).removesuffix("ий") if language == "ru" else plain(one)): e.id
            for e in registry.entities.values() if e.kind == "place"
            for language, adjectives in e.adjectives.items() for one in adjectives
        },
        nations=_nations(registry),
        first_forms=frozenset(first_forms),
    )


def _nations(registry: Registry) -> dict[str, str]:
    """Each word for "of a country" → its ISO code; what several countries share is left out."""
    codes: dict[str, set[str]] = {}
    for one in registry.entities.values():
        if one.kind == "place" and one.type == "country" and one.country:
            for adjectives in one.adjectives.values():
                for adjective in adjectives:
                    codes.setdefault(plain(adjective), set()).add(one.country)
    return {word: min(found) for word, found in codes.items() if len(found) == 1}
