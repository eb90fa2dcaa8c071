"""Whether a word beside the name of a body says that it is another country's.

«Министерство обороны» is Russia's where much speaks for it, but not in «Министерство обороны
Израиля» or «турецкое Министерство обороны».
"""

from __future__ import annotations

from collections import defaultdict

from didgah.annotate.matching.company import Context
from didgah.annotate.matching.inflection import plural_forms
from didgah.annotate.matching.phrases import TOKEN
from didgah.language.fold import key
from didgah.model import LANGUAGES, Entity, Language, Registry

_NATIONAL = (
    "ministry", "parliament", "security", "presidency", "government", "military", "agency",
)
_COMMON = ("intergovernmental",)  # no country's: «Совет Безопасности России» is another body
_COUNTRIES = ("country", "region")


class Countries:
    """The first words of names of countries, and their adjectives, in every case."""

    def __init__(self, registry: Registry) -> None:
        self._of: dict[Language, dict[str, set[str]]] = {
            language: defaultdict(set) for language in LANGUAGES
        }
        for entity in registry.entities.values():
            if entity.kind == "place" and entity.type in _COUNTRIES and entity.country:
                for language in LANGUAGES:
                    self._add(entity, language)

    def _add(self, entity: Entity, language: Language) -> None:
        names = (entity.names[language], *entity.variants.get(language, ()))
        words = [TOKEN.findall(name)[0] for name in names if " " not in name and "(" not in name]
        for word in (*words, *entity.adjectives.get(language, ())):
            for form in (key(word), *plural_forms(key(word), language)):
                self._of[language][form].add(entity.country)

    def foreign(self, body: Entity, first: int, last: int, context: Context) -> bool:
        """Whether the token before or behind tokens `first` to `last` names another country."""
        if body.type not in (*_NATIONAL, *_COMMON):
            return False
        known = self._of[context.language]
        own = body.country if body.type in _NATIONAL else ""
        for at in (first - 1, last + 1):
            countries = known.get(key(context.surface(at)))
            if countries and own not in countries and _beside(first, last, at, context):
                return True
        return False


def _beside(first: int, last: int, at: int, context: Context) -> bool:
    """Whether only a space stands between the tokens `first` to `last` and the one at `at`."""
    gap = (
        context.text[context.ends[at] : context.starts[first]] if at < first
        else context.text[context.ends[last] : context.starts[at]]
    )
    return not gap.strip(" \u00a0\u200c")
