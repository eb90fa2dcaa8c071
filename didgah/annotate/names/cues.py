"""Whether a form names the entity here: the company an ambiguous word keeps.

Rules come from `data/registry/cues.csv`; see `didgah.model.Cue` for what a row says. Two
rules are general. A guarded form of a person or organisation also counts once the same
entity is named without doubt in the same article; and a surname after another first name,
or other initials, is somebody else's.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from didgah.annotate.matching.company import Context, Rule
from didgah.annotate.matching.inflection import russian_forms
from didgah.annotate.matching.phrases import Match
from didgah.language.fold import key
from didgah.model import Entity, Language, Registry

_ANCHORED = ("person", "organisation")  # kinds whose guarded forms lean on a sure mention
_PATRONYMICS = ("вич", "вича", "вичу", "вичем", "виче", "вна", "вны", "вне", "вну", "вной")
_SURNAMES = (
    *(end + case for end in ("ов", "ев", "ёв", "ин", "ын") for case in ("", "а", "у", "ым", "ой")),
    "ский", "ского", "скому", "ским", "ская", "ской", "цкий", "цкого", "цкому", "цким", "ко",
)
_AYATOLLAH = ("ایت", "ایه")  # «الله» behind them ends a title; else a name such as «روح الله»
_SON_OF = frozenset(("بن", "ابن", "بنت"))


@dataclass(frozen=True, slots=True)
class Form:
    """One way of writing one entity."""

    entity: Entity
    text: str
    guarded: bool  # means other things too
    lead: str = ""  # key of a person's first names, when this is the surname alone


class Judge:
    """Chooses among the possible readings of a text."""

    def __init__(self, registry: Registry) -> None:
        self._rules: dict[tuple[str, str, str], Rule] = {
            (cue.entity, cue.language, key(cue.form)): Rule(cue) for cue in registry.cues
        }
        self._rules_of: dict[tuple[str, str, str], tuple[Rule, ...]] = {}
        self._forbidding: dict[tuple[str, str, str], tuple[Rule, ...]] = {}
        self._first_names: dict[Language, set[str]] = defaultdict(set)
        for entity in registry.entities.values():
            if entity.kind == "person":
                for language, name in entity.names.items():
                    # The whole word: «الله‌شکور» does not make a first name of «الله».
                    first, *others = name.split()
                    if others:
                        self._first_names[language].update(_forms(key(first), language))
        for language, names in registry.first_names.items():
            for name in names:
                self._first_names[language].update(_forms(key(name), language))

    def choose(self, options: list[list[Match[Form]]], context: Context) -> list[Match[Form]]:
        """Leftmost, then longest, then the surest of those that the context allows."""
        anchors: dict[str, list[int]] = defaultdict(list)
        verdicts: dict[int, bool] = {}
        for matches in options:
            for match in matches:
                sure = self._allows(match, context)
                verdicts[id(match)] = sure
                if sure and match.phrase.what.entity.kind in _ANCHORED:
                    anchors[match.phrase.what.entity.key].append(match.first)
        chosen: list[Match[Form]] = []
        free = 0
        for matches in options:
            if matches[0].first < free:
                continue
            matches.sort(key=lambda m: (-m.last, m.phrase.what.guarded, m.start))
            match = self._best(matches, verdicts, anchors, context)
            if match:
                chosen.append(match)
                free = match.last + 1
        return chosen

    def _best(
        self, matches: list[Match[Form]], verdicts: dict[int, bool], anchors: dict[str, list[int]],
        context: Context,
    ) -> Match[Form] | None:
        leaning: list[tuple[int, Match[Form]]] = []
        sure: Match[Form] | None = None
        for match in matches:
            if (sure or leaning) and (sure or leaning[0][1]).last != match.last:
                break
            if verdicts[id(match)]:
                if match.phrase.what.guarded:
                    return match  # its own cue speaks for it: «عمان» beside «الأردن» is Amman
                sure = sure or match
                continue
            places = anchors.get(match.phrase.what.entity.key)
            if match.phrase.what.guarded and places and not self._forbids(match, context):
                earlier = [match.first - at for at in places if at <= match.first]
                leaning.append((min(earlier, default=10**9), match))
        return sure or (min(leaning, key=lambda pair: pair[0])[1] if leaning else None)

    def _allows(self, match: Match[Form], context: Context) -> bool:
        if self._forbids(match, context):
            return False
        return not match.phrase.what.guarded or any(
            rule.accepts(match.first, match.last, context)
            for rule in self._of(match.phrase.what, context.language)
        )

    def _generic_of(self, kind: str, language: Language) -> tuple[Rule, ...]:
        rule = self._rules.get((f"{kind}:*", language, ""))
        return (rule,) if rule else ()

    def _of(self, form: Form, language: Language) -> tuple[Rule, ...]:
        """The rules for this form, for its entity and for all of its kind."""
        which = (form.entity.key, language, form.text)
        if which not in self._rules_of:
            keys = (
                (form.entity.key, language, key(form.text)),
                (form.entity.key, language, ""),
                (f"{form.entity.kind}:*", language, ""),
            )
            self._rules_of[which] = tuple(self._rules[k] for k in keys if k in self._rules)
        return self._rules_of[which]

    def _forbidding_of(self, form: Form, language: Language) -> tuple[Rule, ...]:
        which = (form.entity.key, language, form.text)
        known = self._forbidding.get(which)
        if known is None:
            known = tuple(rule for rule in self._of(form, language) if rule.can_forbid)
            self._forbidding[which] = known
        return known

    def _forbids(self, match: Match[Form], context: Context) -> bool:
        for rule in self._forbidding_of(match.phrase.what, context.language):
            if rule.forbids(match.first, match.last, context):
                return True
        entity = match.phrase.what.entity
        if entity.kind != "person":
            return False
        if context.text[match.end : context.ends[match.last]] in ("ها", "های", "هایی"):
            return True  # «پوتین‌ها» are boots
        return self._named_on(match, context) or self._somebody_else(match, context)

    def _named_on(self, match: Match[Form], context: Context) -> bool:
        """First name and patronymic beside another surname: «Иванов Сергей Викторович».

        So with the first name under which a cleric is known: «Смирнов Кирилл».
        """
        text = match.phrase.what.text
        full = text.endswith(("ич", "вна"))
        if context.language != "ru" or not (full or key(text) in self._first_names["ru"]):
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

    def _somebody_else(self, match: Match[Form], context: Context) -> bool:
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
        return not any(
            rule.accepts(at + 1, at + 1, context)
            for rule in self._generic_of("person", context.language)
        )

    def _strange(self, name: str, lead: str, language: Language) -> bool:
        """A first name, but not the person's own."""
        first = key(name)
        return first in self._first_names[language] and first not in _forms(
            lead.split()[-1], language
        )


def _forms(word: str, language: Language) -> frozenset[str]:
    return russian_forms(word) if language == "ru" else frozenset((word,))
