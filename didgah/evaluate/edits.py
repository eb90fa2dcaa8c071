"""Edited copies of articles, as newsrooms make them, so that grouping reprints can be measured.

Seeded: the same corpus, number and seed give the same copies.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from didgah.evaluate.reprints import Pair
from didgah.language.detect import language_of
from didgah.language.fold import key
from didgah.language.sentences import sentences
from didgah.model import Article

SHORTEST = 400  # characters of a body: of less, half is no text
_CHANGED = 0.1  # share of the words that "words changed" replaces
_TOO_NEAR = 0.4  # share of common word 3-grams above which two originals are not called different
_PREFIX = {
    "fa": "به گزارش خبرگزاری نمونه، ", "ar": "(وكالة النموذج) - ",
    "ru": "/Агентство «Образец»/. ", "en": "(Sample Agency) — ",
}
_WORD = re.compile(r"\w+")
_RETYPED = str.maketrans({"ی": "ي", "ک": "ك", "ي": "ی", "ك": "ک", "ё": "е", "’": "'"})


@dataclass(frozen=True, slots=True)
class Edited:
    """Originals and copies by id, and which pairs of them are the same."""

    texts: dict[str, Article]
    pairs: list[Pair]


def edited_copies(articles: Sequence[Article], n: int, seed: int) -> Edited:
    """Eight copies of each of `n` articles, drawn among those long enough, and the pairs.

    Same: each original with each of its copies, by kind of edit. Different: every two
    originals, of kind "same topic" for the one whose title and lead share most words with
    it, else "unrelated". Two originals that share `_TOO_NEAR` of their word 3-grams may be
    reprints as they came and are not judged.
    """
    dice = random.Random(seed)
    fit = sorted({a.id: a for a in articles if len(a.body) >= SHORTEST}.items())
    chosen = dict(dice.sample(fit, min(n, len(fit))))
    words = [word for article in chosen.values() for word in article.body.split()]
    texts = dict(chosen)
    pairs = []
    for identity, article in chosen.items():
        for kind, edit in _EDITS.items():
            copy = edit(article, dice, words)
            if copy.text != article.text:
                texts[copy.id] = copy
                pairs.append(Pair(identity, copy.id, True, kind))
    return Edited(texts, pairs + _different(chosen))


def _different(chosen: dict[str, Article]) -> list[Pair]:
    grams = {identity: _grams(article.text) for identity, article in chosen.items()}
    leads = {identity: set(key(article.text[:400]).split()) for identity, article in chosen.items()}
    apart = [
        (a, b) for a, b in combinations(chosen, 2)
        if len(grams[a] & grams[b]) < _TOO_NEAR * max(1, min(len(grams[a]), len(grams[b])))
    ]
    nearest: dict[str, tuple[float, tuple[str, str]]] = {}
    for a, b in apart:
        alike = len(leads[a] & leads[b]) / max(1, len(leads[a] | leads[b]))
        for one in (a, b):
            nearest[one] = max(nearest.get(one, (-1.0, (a, b))), (alike, (a, b)))
    topical = {pair for _, pair in nearest.values()}
    return [Pair(a, b, False, "same topic" if (a, b) in topical else "unrelated")
            for a, b in apart]


def _grams(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(key(text))
    return set(zip(words, words[1:], words[2:], strict=False))


def _language(article: Article) -> str:
    return article.language or language_of(article.text)


def _parts(article: Article) -> list[str]:
    """Paragraphs of the body, of a body in one piece its sentences."""
    paragraphs = [part for part in article.body.split("\n") if part.strip()]
    if len(paragraphs) > 2:
        return paragraphs
    return [article.body[s.start : s.end] for s in sentences(article.body, _language(article))]


def _prefixed(article: Article, _dice: random.Random, _words: Sequence[str]) -> Article:
    prefix = _PREFIX.get(_language(article), _PREFIX["en"])
    return replace(article, body=prefix + article.body, outlet="copy: prefix")


def _lead_cut(article: Article, _dice: random.Random, _words: Sequence[str]) -> Article:
    return replace(article, body="\n".join(_parts(article)[1:]), outlet="copy: lead cut")


def _half(article: Article, _dice: random.Random, _words: Sequence[str]) -> Article:
    kept: list[str] = []
    for part in _parts(article):
        if kept and sum(map(len, kept)) >= len(article.body) / 2:
            break
        kept.append(part)
    return replace(article, body="\n".join(kept), outlet="copy: half")


def _lead_only(article: Article, _dice: random.Random, _words: Sequence[str]) -> Article:
    return replace(article, body="\n".join(_parts(article)[:1]), outlet="copy: lead only")


def _swapped(article: Article, dice: random.Random, _words: Sequence[str]) -> Article:
    parts = _parts(article)
    order = parts[:]
    while len(set(parts)) > 1 and order == parts:
        dice.shuffle(order)
    return replace(article, body="\n".join(order), outlet="copy: swapped")


def _reworded(article: Article, dice: random.Random, words: Sequence[str]) -> Article:
    pieces = re.split(r"(\s+)", article.body)
    places = [i for i, piece in enumerate(pieces) if piece.strip()]
    for i in dice.sample(places, max(1, round(_CHANGED * len(places)))):
        pieces[i] = dice.choice(words)
    return replace(article, body="".join(pieces), outlet="copy: words changed")


def _retyped(article: Article, _dice: random.Random, _words: Sequence[str]) -> Article:
    return replace(
        article, title=article.title.translate(_RETYPED), outlet="copy: retyped",
        body=article.body.translate(_RETYPED).replace(" ", "\u00a0", 3),
    )


def _several(article: Article, dice: random.Random, words: Sequence[str]) -> Article:
    """Another title, an agency's prefix, half of the text, and some of its words changed."""
    cut = _prefixed(_reworded(_half(article, dice, words), dice, words), dice, words)
    return replace(cut, title=" ".join(_parts(article)[0].split()[:8]), outlet="copy: several")


_EDITS: dict[str, Callable[[Article, random.Random, Sequence[str]], Article]] = {
    "agency prefix": _prefixed, "lead cut": _lead_cut, "half": _half,
    "title and lead": _lead_only, "paragraphs swapped": _swapped,
    "words changed": _reworded, "retyped": _retyped,
    "several edits": _several,
}
