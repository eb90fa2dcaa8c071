"""Theme terms in a text: the lexicon of the registry's themes, with simple inflection."""

from __future__ import annotations

from collections.abc import Iterator

from didgah.annotate.matching.inflection import plural_forms
from didgah.annotate.matching.phrases import (
    Phrase,
    PhraseTree,
    Tokens,
    leftmost_longest,
    tokens_of,
)
from didgah.model import Language, Registry, ThemeHit

_KEPT = 8

_trees: dict[tuple[str, Language], PhraseTree[tuple[str, str]]] = {}


def find_themes(
    text: str, language: Language, registry: Registry, tokens: Tokens | None = None
) -> tuple[ThemeHit, ...]:
    """Hits in order: the longest term at each place, once for each theme it belongs to.

    `tokens` is `tokens_of(text)` where it is known.
    """
    tree = _trees.get((registry.version, language))
    if tree is None:
        while len(_trees) >= _KEPT:
            _trees.pop(next(iter(_trees)))
        tree = PhraseTree(
            language, _phrases(registry, language), lambda word: plural_forms(word, language)
        )
        _trees[registry.version, language] = tree
    hits = []
    for matches in leftmost_longest(tree.matches(tokens or tokens_of(text))):
        seen = set()
        for match in matches:
            theme, term = match.phrase.what
            if theme not in seen:
                seen.add(theme)
                hits.append(ThemeHit(theme, term, match.start, match.end))
    return tuple(hits)


def _phrases(registry: Registry, language: Language) -> Iterator[Phrase[tuple[str, str]]]:
    for theme in registry.themes.values():
        for term in theme.terms.get(language, ()):
            letters = [c for c in term if c.isalpha()]
            yield Phrase(
                (theme.id, term), term, language,
                # «газа» is of gas, «Газа» a place.
                capital=term[0].isupper() and language in ("ru", "en"),
                acronym=len(letters) == len(term) < 6 and all(c.isupper() for c in letters),
            )
