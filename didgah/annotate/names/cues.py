"""Whether a form names the entity here: the company an ambiguous word keeps.

Rules come from `data/registry/cues.csv`; see `didgah.model.Cue` for what a row says. Three
rules are general. A guarded form of a person or organisation also counts once the same
entity is named without doubt in the same article. A surname after another first name, or
other initials, is somebody else's, and so is that surname alone from there on. A body that
many countries have (a ministry) is not ours beside the name of another country.
"""

from __future__ import annotations

from collections import defaultdict

from didgah.annotate.matching.company import Context, Rule
from didgah.annotate.matching.phrases import Match
from didgah.annotate.names.countries import Countries
from didgah.annotate.names.forms import Form
from didgah.annotate.names.namesakes import FirstNames
from didgah.language.fold import key
from didgah.model import Language, Registry

_ANCHORED = ("person", "organisation")  # kinds whose guarded forms lean on a sure mention


class Judge:
    """Chooses among the possible readings of a text."""

    def __init__(self, registry: Registry) -> None:
        self._rules: dict[tuple[str, str, str], Rule] = {
            (cue.entity, cue.language, key(cue.form)): Rule(cue) for cue in registry.cues
        }
        self._rules_of: dict[tuple[str, str, str], tuple[Rule, ...]] = {}
        self._forbidding: dict[tuple[str, str, str], tuple[Rule, ...]] = {}
        self._countries = Countries(registry)
        titles = {
            language: rule for (which, language, _), rule in self._rules.items()
            if which == "person:*"
        }
        self._names = FirstNames(registry, titles)

    def choose(self, options: list[list[Match[Form]]], context: Context) -> list[Match[Form]]:
        """Leftmost, then longest, then the surest of those that the context allows."""
        verdicts = {
            id(match): self._allows(match, context) for matches in options for match in matches
        }
        if others := self._of_namesakes(options, verdicts, context):
            options = [[m for m in matches if id(m) not in others] for matches in options]
        anchors: dict[str, list[int]] = defaultdict(list)
        for matches in options:
            for match in matches:
                if verdicts[id(match)] and match.phrase.what.entity.kind in _ANCHORED:
                    anchors[match.phrase.what.entity.key].append(match.first)
        chosen: list[Match[Form]] = []
        free = 0
        for matches in options:
            if not matches or matches[0].first < free:
                continue
            matches.sort(key=lambda m: (-m.last, m.phrase.what.guarded, m.start))
            match = self._best(matches, verdicts, anchors, context)
            if match:
                chosen.append(match)
                free = match.last + 1
        return chosen

    def _of_namesakes(
        self, options: list[list[Match[Form]]], verdicts: dict[int, bool], context: Context
    ) -> set[int]:
        """Surnames alone behind a stranger of that surname, until ours is named in full.

        Whoever was spoken of before the stranger stays who he is: «Путин … Людмила Путина».
        """
        alone: dict[str, list[Match[Form]]] = defaultdict(list)
        full: dict[str, int] = {}
        for matches in options:
            for match in matches:
                if match.phrase.what.lead:
                    alone[match.phrase.what.entity.key].append(match)
                elif verdicts[id(match)]:
                    full.setdefault(match.phrase.what.entity.key, match.first)
        found: set[int] = set()
        for entity, matches in alone.items():
            if not verdicts[id(matches[0])] and self._names.somebody_else(matches[0], context):
                own = full.get(entity, len(context.starts))
                found |= {id(match) for match in matches if match.first < own}
        return found

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
        form = match.phrase.what
        if form.entity.kind != "person":
            return form.guarded and self._countries.foreign(
                form.entity, match.first, match.last, context
            )
        if context.text[match.end : context.ends[match.last]] in ("ها", "های", "هایی"):
            return True  # «پوتین‌ها» are boots
        return self._names.go_on(match, context) or self._names.somebody_else(match, context)
