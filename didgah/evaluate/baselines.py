"""What other libraries read out of the same texts, for the same comparison.

None of this is used by the product. natasha and dateparser are asked with their defaults;
hazm ships no weights for names, so that what stands for it is its normaliser, tokeniser and
lemmatiser over the registry's list.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from didgah.annotate.candidates.slovnet_tags import EMBEDDING, NER_MODEL, weights
from didgah.evaluate.labels import Date, GoldArticle, Labels, Name
from didgah.evaluate.ours import KINDS
from didgah.language.fold import ZWNJ
from didgah.model import Entity, Registry

Reader = Callable[[GoldArticle], Labels]
_WORD = re.compile(rf"[\w{ZWNJ}]+")
_SLOVNET = {"PER": "person", "LOC": "place", "ORG": "organisation"}


@dataclass(frozen=True, slots=True)
class Baseline:
    """A reader by its name."""

    name: str
    read: Reader


def baselines(task: str, registry: Registry, languages: set[str]) -> Iterator[Baseline]:
    """The baselines that can read any of `languages` for a task.

    A baseline leaves texts of other languages without labels (`Labels()`), so that it is
    not blamed for them.
    """
    if task == "names":
        yield Baseline("string match", _string_match(registry))
        if "ru" in languages:
            yield Baseline("natasha", _natasha)
        if "fa" in languages:
            yield Baseline("hazm + list", _hazm_list(registry))
    elif task == "dates":
        yield Baseline("dateparser", _dateparser)


def _forms(entity: Entity, language: str) -> Iterator[str]:
    for one in (language, "en") if language != "en" else ("en",):
        if entity.kind != "series" and entity.names.get(one):
            yield entity.names[one]
        for table in (entity.variants, entity.guarded, entity.unseen):
            yield from table.get(one, ())


def _string_match(registry: Registry) -> Reader:
    """The registry's forms as they are written there: no inflection, no folding, no cues."""

    @cache
    def table(language: str) -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
        owner: dict[str, tuple[str, str]] = {}
        for entity in registry.entities.values():
            for form in _forms(entity, language):
                owner.setdefault(form, (KINDS[entity.kind], entity.key))
        longest = sorted(owner, key=lambda form: -len(form))
        return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)"), owner

    def read(gold: GoldArticle) -> Labels:
        pattern, owner = table(gold.language)
        return Labels(names=tuple(
            Name(m.start(), m.end(), *owner[m[0]]) for m in pattern.finditer(gold.article.text)
        ), linked=True)

    return read


@cache
def _tagger() -> Any:
    """natasha's news tagger as it comes, over whole texts; it needs no pymorphy2."""
    from navec import Navec
    from slovnet import NER

    tagger = NER.load(weights(NER_MODEL))
    tagger.navec(Navec.load(weights(EMBEDDING)))
    return tagger


def _natasha(gold: GoldArticle) -> Labels:
    if gold.language != "ru":
        return Labels()
    spans = _tagger()(gold.article.text).spans
    return Labels(names=tuple(
        Name(span.start, span.stop, _SLOVNET[span.type]) for span in spans
        if span.type in _SLOVNET
    ))


def _hazm_list(registry: Registry) -> Reader:
    """hazm's tokens and lemmas looked up in the registry's list, longest first."""

    @cache
    def tools() -> tuple[Any, Any]:
        import hazm

        return hazm.WordTokenizer(join_verb_parts=False), hazm.Lemmatizer()

    @cache
    def table() -> dict[str, list[tuple[tuple[str, ...], tuple[str, str]]]]:
        starts = defaultdict(list)
        for entity in registry.entities.values():
            for form in _forms(entity, "fa"):
                words = tuple(word for word, _, _ in lemmas(form))
                if words:
                    starts[words[0]].append((words, (KINDS[entity.kind], entity.key)))
        for forms in starts.values():
            forms.sort(key=lambda pair: -len(pair[0]))
        return dict(starts)

    @cache
    def lemma(word: str) -> str:
        return tools()[1].lemmatize(word)

    def lemmas(text: str) -> list[tuple[str, int, int]]:
        """(lemma, start, end); hazm's tokens are found again in the text they came of."""
        found, at = [], 0
        for token in tools()[0].tokenize(text.replace("ي", "ی").replace("ك", "ک")):
            start = text.replace("ي", "ی").replace("ك", "ک").find(token, at)
            if start >= 0:
                at = start + len(token)
                found.append((lemma(token), start, at))
        return found

    def read(gold: GoldArticle) -> Labels:
        if gold.language != "fa":
            return Labels()
        tokens = lemmas(gold.article.text)
        names, i = [], 0
        while i < len(tokens):
            for words, owner in table().get(tokens[i][0], ()):
                if tuple(word for word, _, _ in tokens[i : i + len(words)]) == words:
                    names.append(Name(tokens[i][1], tokens[i + len(words) - 1][2], *owner))
                    i += len(words)
                    break
            else:
                i += 1
        return Labels(names=tuple(names), linked=True)

    return read


def _dateparser(gold: GoldArticle) -> Labels:
    """`search_dates` with the article's day as base; a span is where its words stand next."""
    from dateparser.search import search_dates

    if gold.language not in ("fa", "ar", "ru", "en"):
        return Labels()
    text = gold.article.text
    published = gold.article.published.value
    settings: dict[str, Any] = {}
    if published:
        settings["RELATIVE_BASE"] = datetime(published.year, published.month, published.day)
    found, at = [], 0
    for words, value in search_dates(text, languages=[gold.language], settings=settings) or ():
        start = text.find(words, at)
        if start < 0:
            continue
        at = start + len(words)
        found.append(Date(start, at, "date", value.date(), value.date(), "day"))
    return Labels(dates=tuple(found))
