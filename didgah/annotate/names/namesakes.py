"""Whose surname stands here: the registry's person's, or that of another with other first names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from didgah.annotate.matching.company import Context, Rule
from didgah.annotate.matching.inflection import russian_forms
from didgah.annotate.matching.phrases import Match
from didgah.annotate.names.forms import Form
from didgah.annotate.sentences.full_names import GIVEN, load_names
from didgah.language.fold import key
from didgah.model import Language, Registry

_PATRONYMICS = ("вич", "вича", "вичу", "вичем", "виче", "вна", "вны", "вне", "вну", "вной")
_SURNAMES = (
    *(end + case for end in ("ов", "ев", "ёв", "ин", "ын") for case in ("", "а", "у", "ым", "ой")),
    "ский", "ского", "скому", "ским", "ская", "ской", "цкий", "цкого", "цкому", "цким", "ко",
)
_AYATOLLAH = ("ایت", "ایه")  # «الله» behind them ends a title; else a name such as «روح الله»
_SON_OF = frozenset(("بن", "ابن", "بنت"))
_LONG = 4  # letters of a first name that no table of the registry confirms


class FirstNames:
    """The first names known, and what they say of a surname beside them."""

    def __init__(self, registry: Registry, titles: Mapping[Language, Rule]) -> None:
        """`titles` are the words that stand before a surname without being a first name."""
        self._titles = titles
        self._known: dict[Language, set[str]] = defaultdict(set)
        for entity in registry.entities.values():
            if entity.kind == "person":
                for language, name in entity.names.items():
                    # The whole word: «الله‌شکور» does not make a first name of «الله».
                    first, *others = name.split()
                    if others:
                        self._known[language].update(_forms(key(first), language))
        for language, names in registry.first_names.items():
            for name in names:
                self._known[language].update(_forms(key(name), language))
        for language, known in load_names(GIVEN).items():
            # Short ones are parts of compounds and words besides: «ولی» is "but".
            self._known[language].update(
                key(name) for name in known.given if len(name) >= _LONG
            )

    def go_on(self, match: Match[Form], context: Context) -> bool:
        """First name and patronymic beside another surname: «Иванов Сергей Викторович».

        So with the first name under which a cleric is known: «Смирнов Кирилл».
        """
        text = match.phrase.what.text
        if match.phrase.what.inverted:
            return False
        full = text.endswith(("ич", "вна"))
        if context.language != "ru" or not (full or key(text) in self._known["ru"]):
            return False
        if match.last + 1 < len(context.starts):
            behind = context.text[match.end : context.starts[match.last + 1]]
            word = context.surface(match.last + 1)
            if behind == " " and word[0].isupper() and (full or word.endswith(_SURNAMES)):
                return True
        before = context.surface(match.first - 1)
        return (
            before[:1].isupper() and before.endswith(_SURNAMES)
            and context.text[context.ends[match.first - 1] : match.start] == " "
        )

    def somebody_else(self, match: Match[Form], context: Context) -> bool:
        """A surname alone, after a first name or an initial that is not this person's."""
        lead = match.phrase.what.lead
        if not lead:
            return False
        if context.language == "ru" and match.last + 1 < len(context.starts):
            behind = context.text[match.end : context.starts[match.last + 1]]
            after = context.surface(match.last + 1)
            if behind == " " and self._strange(after, lead, "ru"):  # «Патрушев Дмитрий»
                return True
        if context.language in ("ar", "fa") and context.surface(match.last + 1) in _SON_OF:
            return True  # «مشعل بن عبد الله»: the surname of one is the first name of others
        if match.first == 0:
            return False
        before = context.surface(match.first - 1)
        gap = context.text[context.ends[match.first - 1] : match.start]
        if len(before) == 1 and before.isupper() and gap in (".", ". ", ".\u00a0"):
            first = context.surface(match.first - 2)
            initial = first if len(first) == 1 and first.isupper() else before
            return key(initial) != lead[0]
        if gap.strip(" \u00a0"):
            return False
        if before == "الله" and key(context.surface(match.first - 2)) in _AYATOLLAH:
            return False
        if match.phrase.what.guarded and self._capitalised(match.first - 1, lead, context):
            return True  # «Shah Rukh Khan»
        if before.endswith(_PATRONYMICS):
            before = context.surface(match.first - 2)
        return self._strange(before, lead, context.language)

    def _capitalised(self, at: int, lead: str, context: Context) -> bool:
        """An English word with a capital in a sentence, no title and no name of the person.

        In Russian a country in the genitive stands there, too: «премьер Малайзии Ибрагим».
        """
        word = context.surface(at)
        if context.language != "en" or not word[1:].islower() or word[0].islower():
            return False
        before = context.text[max(0, context.starts[at] - 2) : context.starts[at]]
        if before[-1:] != " " or not (before[0].isalnum() or before[0] == ","):
            return False  # a sentence begins with it
        if key(word) in lead.split():
            return False
        titles = self._titles.get(context.language)
        return titles is None or not titles.accepts(at + 1, at + 1, context)

    def _strange(self, name: str, lead: str, language: Language) -> bool:
        """A first name, but not the person's own."""
        first = key(name)
        return first in self._known[language] and first not in _forms(
            lead.split()[-1], language
        )


def _forms(word: str, language: Language) -> frozenset[str]:
    return russian_forms(word) if language == "ru" else frozenset((word,))
