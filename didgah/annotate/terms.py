"""Terms: what the word pictures count.

A word is counted by its lemma and shown by its commonest form; a name of several words is
one term, whichever way the text writes it, and its words are not counted again.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from didgah.language.fold import fold
from didgah.language.words import Token, tokens
from didgah.model import Mention, Term


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A counted term where it stands: `form` as it is shown, `[start, end)` in the text."""

    lemma: str
    kind: Literal["word", "name"]
    form: str
    start: int
    end: int


def count_terms(
    text: str, language: str, mentions: Sequence[Mention], names: Mapping[tuple[str, str], str],
) -> tuple[Term, ...]:
    """The terms of `text`, commonest first; what counts is said at `find_terms`."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for one in find_terms(text, language, mentions, names):
        counts.setdefault((one.kind, one.lemma), Counter())[one.form] += 1
    terms = [
        Term(lemma, forms.total(), tuple(_ranked(forms)), kind)  # type: ignore[arg-type]
        for (kind, lemma), forms in counts.items()
    ]
    return tuple(sorted(terms, key=lambda term: (-term.count, term.lemma)))


def find_terms(
    text: str, language: str, mentions: Sequence[Mention], names: Mapping[tuple[str, str], str],
) -> list[Occurrence]:
    """Every occurrence of a term: names, then words, each in order.

    `names` maps (kind, entity id) to the label a name is counted under. A mention counts as a
    name when its label or what the text writes has several words («پوتین» counts under
    «ولادیمیر پوتین»); a label of one word («ایران») joins that word's count. Left out: verbs,
    stop words, numbers, single letters.
    """
    whole = _apart([
        m for m in mentions
        if (label := names.get((m.kind, m.entity))) and (" " in label or " " in m.surface.strip())
    ])
    found = []
    for mention in whole:
        label = names[mention.kind, mention.entity]
        form = " ".join(fold(mention.surface).split()) if language == "fa" else mention.surface
        found.append(Occurrence(
            label, "name" if " " in label else "word", form, mention.start, mention.end
        ))
    found += [
        Occurrence(token.lemma, "word", token.form, token.start, token.end)
        for token in outside(tokens(text, language), whole)
        if is_counted(token)
    ]
    return found


def stopped_words(text: str, language: str) -> tuple[tuple[str, int], ...]:
    """(lemma, count) of the stop words that `count_terms` left out, commonest first."""
    found = Counter(t.lemma for t in tokens(text, language) if t.is_word and t.is_stop)
    return tuple(_ranked(found))


def is_counted(token: Token) -> bool:
    """Whether a token is a word that tells something of the subject."""
    return token.is_word and not token.is_stop and not token.is_verb and len(token.lemma) > 1


def outside(found: Sequence[Token], names: Sequence[Mention]) -> list[Token]:
    """The tokens that share no character with any of `names` (apart and in order)."""
    starts = [name.start for name in names]
    kept = []
    for token in found:
        at = bisect_right(starts, token.end - 1) - 1
        if at < 0 or names[at].end <= token.start:
            kept.append(token)
    return kept


def _apart(mentions: Sequence[Mention]) -> list[Mention]:
    """Mentions in order with overlaps resolved in favour of the earlier, then the longer."""
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not kept or kept[-1].end <= mention.start:
            kept.append(mention)
    return kept


def _ranked(counter: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counter.items(), key=lambda item: (-item[1], item[0]))
