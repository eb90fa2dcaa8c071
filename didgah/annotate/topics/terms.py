"""Terms: what the word pictures count.

A word is counted by its lemma and shown by its commonest form; a name of several words is
one term, whichever way the text writes it, and its words are not counted again.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Literal

from didgah.language.fold import fold
from didgah.language.words import Place, Word, words_in
from didgah.model import Mention, Term

_word_of, _start_of, _end_of = itemgetter(0), itemgetter(1), itemgetter(2)


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
    words: Sequence[Place] | None = None,
) -> tuple[Term, ...]:
    """The terms of `text`, commonest first; what counts is said at `find_terms`."""
    whole = _apart(mentions, names)
    counts: dict[tuple[str, str], dict[str, int]] = {}
    for one in _named(whole, language, names):
        forms = counts.setdefault((one.kind, one.lemma), {})
        forms[one.form] = forms.get(one.form, 0) + 1
    words = words_in(text, language) if words is None else words
    free = _outside(words, whole) if whole else words
    for word, count in Counter(map(_word_of, free)).items():
        if is_counted(word):
            forms = counts.setdefault(("word", word.lemma), {})
            forms[word.form] = forms.get(word.form, 0) + count
    terms = [
        Term(lemma, sum(forms.values()), _ranked(forms), kind)  # type: ignore[arg-type]
        for (kind, lemma), forms in counts.items()
    ]
    return tuple(sorted(terms, key=lambda term: (-term.count, term.lemma)))


def find_terms(
    text: str, language: str, mentions: Sequence[Mention], names: Mapping[tuple[str, str], str],
    words: Sequence[Place] | None = None,
) -> list[Occurrence]:
    """Every occurrence of a term: names, then words, each in order.

    `names` maps (kind, entity id) to the label a name is counted under. A mention counts as a
    name when its label or what the text writes has several words («پوتین» counts under
    «ولادیمیر پوتین»); a label of one word («ایران») joins that word's count. Left out: verbs,
    stop words, numbers, single letters. `words` is `words_in(text, language)` where it is known.
    """
    whole = _apart(mentions, names)
    words = words_in(text, language) if words is None else words
    return _named(whole, language, names) + [
        Occurrence(word.lemma, "word", word.form, start, end)
        for word, start, end in _outside(words, whole) if is_counted(word)
    ]


def stopped_words(
    text: str, language: str, words: Sequence[Place] | None = None
) -> tuple[tuple[str, int], ...]:
    """(lemma, count) of the stop words that `count_terms` left out, commonest first."""
    words = words_in(text, language) if words is None else words
    found: Counter[str] = Counter()
    for word, count in Counter(map(_word_of, words)).items():
        if word.is_stop and word.is_word:
            found[word.lemma] += count
    return _ranked(found)


def is_counted(word: Word) -> bool:
    """Whether a word tells something of the subject."""
    return word.is_word and not word.is_stop and not word.is_verb and len(word.lemma) > 1


def _named(
    whole: Sequence[Mention], language: str, names: Mapping[tuple[str, str], str]
) -> list[Occurrence]:
    found = []
    for mention in whole:
        label = names[mention.kind, mention.entity]
        form = " ".join(fold(mention.surface).split()) if language == "fa" else mention.surface
        found.append(Occurrence(
            label, "name" if " " in label else "word", form, mention.start, mention.end
        ))
    return found


def _outside(words: Sequence[Place], names: Sequence[Mention]) -> Iterator[Place]:
    """The words that share no character with any of `names`; both are apart and in order."""
    at = 0
    for name in names:
        first = bisect_right(words, name.start, at, key=_end_of)
        yield from words[at:first]
        at = bisect_left(words, name.end, first, key=_start_of)
    yield from words[at:]


def _apart(
    mentions: Sequence[Mention], names: Mapping[tuple[str, str], str]
) -> list[Mention]:
    """The names of several words, overlaps resolved in favour of the earlier, then the longer."""
    whole = [
        m for m in mentions
        if (label := names.get((m.kind, m.entity))) and (" " in label or " " in m.surface.strip())
    ]
    kept: list[Mention] = []
    for mention in sorted(whole, key=lambda m: (m.start, -m.end)):
        if not kept or kept[-1].end <= mention.start:
            kept.append(mention)
    return kept


def _ranked(counts: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    if len(counts) == 1:
        return tuple(counts.items())
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
