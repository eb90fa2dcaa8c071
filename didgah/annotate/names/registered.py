"""Names of the registry in a text: leftmost and longest.

What a single word cannot decide — «مالی» the country or "financial" — the company it keeps
decides (`didgah.annotate.names.cues`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from didgah.annotate.matching.company import Context
from didgah.annotate.matching.inflection import russian_forms
from didgah.annotate.matching.phrases import TOKEN, Phrase, PhraseTree, Tokens, tokens_of
from didgah.annotate.names.cues import Judge
from didgah.annotate.names.forms import Form
from didgah.annotate.names.respelled import respelled
from didgah.annotate.sentences.full_names import GIVEN, load_names
from didgah.language.fold import key
from didgah.model import Entity, Language, Mention, Registry

# The languages whose spellings are looked for in a text of the given one: names in Latin
# letters (OIC, BRICS, KazanForum) turn up everywhere.
_SPELLINGS: dict[Language, tuple[Language, ...]] = {
    "fa": ("fa", "en"), "ar": ("ar", "en"), "ru": ("ru", "en"), "en": ("en",),
}
_SHORT_UNSEEN = 6  # letters; a shorter single word that nobody saw in print is not trusted alone
_SHORTEST_SURNAME = 4  # letters


class NameMatcher:
    """Finds the registry's names. Built once per process; `find` keeps no state between texts."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._judge = Judge(registry)
        self._trees: dict[Language, PhraseTree[Form]] = {}

    def find(
        self, text: str, language: Language, tokens: Tokens | None = None
    ) -> tuple[Mention, ...]:
        """Mentions in order, none overlapping; offsets into `text`, clitics left outside.

        `language` chooses spellings and inflection; for a language we have no names in, the
        script of the text does. `tokens` is `tokens_of(text)` where it is known.
        """
        tree = self._tree(language if language in _SPELLINGS else script_language(text))
        tokens = tokens or tokens_of(text)
        options = tree.matches(tokens)
        if not options:
            return ()
        mentions = []
        for match in self._judge.choose(options, Context(tokens, tree.language)):
            entity = match.phrase.what.entity
            end = _with_closing_quote(text, match.start, match.end)
            mentions.append(
                Mention(entity.id, entity.kind, text[match.start : end], match.start, end)
            )
        return tuple(mentions)

    def _tree(self, language: Language) -> PhraseTree[Form]:
        if language not in self._trees:
            phrases = [p for one in _SPELLINGS[language] for p in _phrases(self._registry, one)]
            inflect = russian_forms if language == "ru" else None
            self._trees[language] = PhraseTree(language, phrases, inflect)
        return self._trees[language]


def _with_closing_quote(text: str, start: int, end: int) -> int:
    """The end of a name with the quotation mark that closes one opened inside it."""
    closing = {"«": "»", "“": "”", "„": "“"}.get(
        next((c for c in reversed(text[start:end]) if c in "«»“”„"), "")
    )
    if closing is None and text[start:end].count('"') % 2:
        closing = '"'
    return end + 1 if closing and text[end : end + 1] == closing else end


def script_language(text: str) -> Language:
    """One of fa, ru, en: the script that most letters of the first 2,000 characters are of."""
    sample = text[:2000]
    counts = {
        "fa": sum("\u0600" <= c <= "\u06ff" for c in sample),
        "ru": sum("\u0400" <= c <= "\u04ff" for c in sample),
        "en": sum(c.isascii() and c.isalpha() for c in sample),
    }
    return max(counts, key=lambda language: counts[language])


def _phrases(registry: Registry, language: Language) -> Iterator[Phrase[Form]]:
    standing = {s.organisation: s for s in registry.series.values() if s.organisation}
    for entity in registry.entities.values():
        if entity.kind == "series" and registry.series[entity.id].organisation:
            continue  # its organisation stands for it in text
        # The name of a series is a label of ours: «Russia and Iran» is no name in a sentence.
        sure = [] if entity.kind == "series" else [entity.names[language]]
        sure += entity.variants.get(language, ())
        if entity.kind == "organisation" and entity.id in standing:
            sure += standing[entity.id].variants.get(language, ())
        guarded = entity.guarded.get(language, ())
        unseen = entity.unseen.get(language, ())
        lead = _lead(entity, language)
        alone = [text for text in (*sure, *guarded, *unseen) if lead and " " not in text]
        full = [f"{lead} {text}" for text in alone]
        if len(lead.split()) > 1:  # «محمدجواد» is also called «جواد»
            full += [f"{lead.split()[-1]} {text}" for text in alone]
        if language in ("ru", "en"):
            full += [f"{lead[0]}. {text}" for text in alone if text[0].isupper()]
        for text in dict.fromkeys((*sure, *full, *guarded, *unseen)):
            words = TOKEN.findall(text)
            # A name with a bracket is a label for people; nobody writes it in a sentence.
            if "(" in text or not words:
                continue
            lone = text in unseen and len(words) == 1 and len(text) < _SHORT_UNSEEN
            letters = [c for c in text if c.isalpha()]
            first = "" if _leads(lead, text) else key(lead)
            form = Form(entity, text, text in guarded or lone, first)
            for spelling in respelled(text, language) if entity.kind == "person" else (text,):
                yield Phrase(
                    form, spelling, language,
                    capital=letters[0].isupper(),
                    acronym=len(words) == 1 and len(letters) < 6
                    and all(c.isupper() for c in letters),
                    loose=entity.kind == "person",
                )
        if language == "ru" and lead:
            for text in _inverted(entity, (*sure, *guarded)):
                yield Phrase(Form(entity, text, False, inverted=True), text, language, capital=True)


def _inverted(entity: Entity, forms: Iterable[str]) -> Iterator[str]:
    """A name as Russian lists have it, surname first: «Токаев Касым-Жомарт Кемелевич».

    Who is called by a first name (Патриарх Кирилл, король Салман) has no surname to put first.
    """
    surname = entity.names["ru"].rpartition(" ")[2]
    known = load_names(GIVEN)["ru"]
    if key(surname) in known.given or len(surname) < _SHORTEST_SURNAME:
        return
    for text in dict.fromkeys(forms):
        given = text.removesuffix(f" {surname}")
        last = given.rpartition(" ")[2]
        if last[0].isupper() and key(last) not in known.particles and (
            given != text or given.endswith(("ич", "вна"))
        ):
            yield f"{surname} {given}"


def _leads(lead: str, text: str) -> bool:
    """Whether the form holds any of the first names itself."""
    return not set(key(lead).split()).isdisjoint(key(text).split())


def _lead(entity: Entity, language: Language) -> str:
    """What stands before the surname in a person's name: «Рустам», «Реджеп Тайип»."""
    return entity.names[language].rpartition(" ")[0] if entity.kind == "person" else ""
