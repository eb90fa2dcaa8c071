"""Names in a Russian text: what the model finds, mended by rules.

Slovnet was trained on clean sentences. In agency texts it takes titles and page labels into
names, stops before a closing quotation mark, leaves out the head of an organisation or the
country at its end, and misses initials; these faults have a form, and rules undo them.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from didgah.annotate.candidates.name_spans import NameSpan, disjoint
from didgah.annotate.candidates.russian_rules import (
    CAPITAL,
    SURNAME,
    WORD,
    by_rule,
    common,
    opens,
    rules_of_names,
)
from didgah.annotate.candidates.slovnet_tags import (
    Grammar,
    given_names,
    grammar_of,
    name_spans,
    tokens_of,
)
from didgah.language.lemma_tables import in_table, table_lemma
from didgah.model import Mention, Span

_OFFICES = re.compile(
    r"(?:Рос|Мин|Гос|Глав)(?:\w*(?:пром|торг|фин|юст|здрав|обр|оборон|молод[её]ж|хоз|природ|транс"
    r"|энерго|спорт|культ|надзор|реестр|атом|нефть|тех|космос|стат|гварди|имуществ|авто|рыболов"
    r"|строй|связь|труд|эконом|цифр|вод|недр|знани|дум|завод))\w*"
)
_PARTICLES = re.compile(
    r" (?:(?:[Бб]ен|[Бб]ин|[Ии]бн|[Аа](?:ль|д|н|р|с|ш|т|з)|[Оо]глы|[Кк]ызы)"
    rf"[ -])+{CAPITAL}"
)
# The list of topics under an article of a web page, between two labels: no names.
_TOPICS = re.compile(r"(?<!\w)Темы (?:(?!Темы )[^\n]){1,200}? (?:Статус|Дата|Теги)(?!\w)")
_AND_DATIVE = re.compile(r" и [а-яё]+(?:ю|у|ям|ам|ости|ии|ке|ве|ме)(?!\w)")
_NONE = Grammar()
_VERBAL = frozenset(("VERB", "ADV", "ADP", "CCONJ", "SCONJ", "PRON", "AUX", "PART", "DET"))


def find(
    text: str, sentences: Sequence[Span], mentions: Sequence[Mention]
) -> tuple[list[NameSpan], dict[int, Grammar]]:
    """The names in `sentences`, and the grammar of the words around the unknown ones.

    `mentions` are the registry's names, in order: a sentence in which there is nothing else
    is not parsed. Offsets into `text`.
    """
    stretches = tokens_of(text, sentences)
    found = name_spans(stretches)
    starts = [one.start for one in mentions]
    ruled = list(by_rule(text))
    unknown: set[int] = set()
    for span in (*found, *ruled):
        at = bisect_right(starts, span.start) - 1
        if at < 0 or mentions[at].end < span.end:
            unknown |= {match.start() for match in WORD.finditer(text, span.start, span.end)}
    grammar = grammar_of(stretches, sorted(unknown))
    return mended(text, found, ruled, grammar), grammar


def mended(
    text: str, found: Sequence[NameSpan], ruled: Sequence[NameSpan], grammar: dict[int, Grammar]
) -> list[NameSpan]:
    """The names of `text` from the model's spans and the rules', in order and disjoint.

    `grammar` is that of the words of the sentences in which spans were found.
    """
    topics = [place for match in _TOPICS.finditer(text) for place in match.span()]
    spans = [
        one for span in found for one in _trimmed(text, span, grammar)
        if bisect_right(topics, one.start) % 2 == 0
    ]
    spans = [one for one in spans if _plausible(text, one, grammar)]
    spans = [
        replace(one, kind="organisation")
        if one.kind != "organisation" and _OFFICES.fullmatch(text, one.start, one.end) else one
        for one in spans
    ]
    spans = _joined(text, [_closed(text, _with_particles(text, one)) for one in spans])
    return _settled(spans, ruled)


def _trimmed(text: str, span: NameSpan, grammar: dict[int, Grammar]) -> Iterator[NameSpan]:
    """The span without titles before it and without page labels; labels inside part it."""
    rules = rules_of_names()
    at = span.start
    pieces = []
    for label in rules.labels.finditer(text, span.start, span.end):
        if label[0][0].isupper():
            pieces.append((at, label.start()))
            at = label.end()
    pieces.append((at, span.end))
    for start, end in pieces:
        words = list(WORD.finditer(text, start, end))
        while words and (
            rules.title.fullmatch(words[0][0]) if span.kind != "organisation"
            else rules.title.fullmatch(words[0][0]) and words[0][0].lower() not in rules.heads
        ):
            words.pop(0)
        while len(words) > 1 and grammar.get(words[0].start(), _NONE).pos in _VERBAL:
            words.pop(0)
        if words:
            first = words[0].start()
            if span.kind == "organisation" or text[start:first] in ("«", '"'):
                first = start + len(text[start:first]) - len(text[start:first].lstrip())
            last = max(words[-1].end(), len(text[:end].rstrip()) if end == span.end else 0)
            yield replace(span, start=first, end=last)


def _plausible(text: str, span: NameSpan, grammar: dict[int, Grammar]) -> bool:
    words = text[span.start : span.end].split()
    if not any(word[0].isupper() or not word[0].isalpha() for word in words):
        return False
    if len(words) > 1:
        return True
    said = grammar.get(span.start, Grammar())
    word = words[0]
    if said.pos in _VERBAL or said.pos == "ADJ" or len(word) < 2:
        return False
    if common(word) or _is_verb(word.lower()):
        return False
    # A sentence begins with a capital anyway: then only what looks like a name is one.
    return span.kind == "organisation" or not opens(text, span.start) or _looks_named(word)


def _looks_named(word: str) -> bool:
    low = word.lower()
    return (
        low in given_names() or SURNAME.search(word) is not None
        or not in_table(low, "ru")
    ) and "-" not in low[-4:]


@lru_cache(maxsize=10_000)
def _is_verb(word: str) -> bool:
    lemma = table_lemma(word, "ru")
    return lemma != word and lemma.endswith(("ать", "ять", "еть", "ить", "уть", "ться"))


def _with_particles(text: str, span: NameSpan) -> NameSpan:
    """A person's name with «бин Салман» behind it."""
    if span.kind != "person":
        return span
    while match := _PARTICLES.match(text, span.end):
        span = replace(span, end=match.end())
    return span


def _closed(text: str, span: NameSpan) -> NameSpan:
    """The span with the quotation mark that closes one opened in it, or without a lone one."""
    inside = text[span.start : span.end]
    if inside.count("«") > inside.count("»"):
        closing = text.find("»", span.end, span.end + 60)
        between = text[span.end : closing] if closing >= 0 else "\n"
        if "«" not in between and "\n" not in between:
            return replace(span, end=closing + 1)
        if inside[0] == "«":
            return replace(span, start=span.start + 1)
    elif inside.count("»") > inside.count("«") and inside.endswith("»"):
        opened = text.rfind("«", max(0, span.start - 2), span.start)
        return replace(span, start=opened) if opened >= 0 else replace(span, end=span.end - 1)
    elif inside.count('"') % 2 and text[span.end : span.end + 1] == '"':
        return replace(span, end=span.end + 1)
    return span


def _joined(text: str, spans: Sequence[NameSpan]) -> list[NameSpan]:
    """Pieces of one organisation put together: «Генштаба» «ВС» «РФ», «Минобороны» «Ирана»."""
    found: list[NameSpan] = []
    for span in spans:
        before = found[-1] if found else None
        if (
            before is not None and before.kind == "organisation"
            and span.kind in ("organisation", "place")
            and text[before.end : span.start] == " "
            and (span.kind == "place" or not _headed(text, span))
        ):
            found[-1] = replace(before, end=span.end)
        else:
            found.append(span)
    return [_with_tail(text, one) for one in found]


def _headed(text: str, span: NameSpan) -> bool:
    word = WORD.match(text, span.start, span.end)
    return word is not None and word[0].lower() in rules_of_names().heads


def _with_tail(text: str, span: NameSpan) -> NameSpan:
    """«Совет по науке» goes on: «и образованию»."""
    if span.kind == "organisation" and " по " in text[span.start : span.end]:
        more = _AND_DATIVE.match(text, span.end)
        if more:
            return replace(span, end=more.end())
    return span


def _settled(spans: Sequence[NameSpan], ruled: Sequence[NameSpan]) -> list[NameSpan]:
    """Rules and model together: of those that overlap the longer one, rules first.

    Where the rules see two people, the model's one is not one.
    """
    people = disjoint(one for one in ruled if one.kind == "person")
    starts, ends = [one.start for one in people], [one.end for one in people]
    lone = []
    for span in spans:
        within = people[bisect_right(ends, span.start) : bisect_left(starts, span.end)]
        if span.kind != "person":
            lone.append(span)
        elif len(within) < 2:
            lone.append(_without_repetition(span, within))
    return disjoint([*ruled, *lone])


def _without_repetition(span: NameSpan, ruled: Sequence[NameSpan]) -> NameSpan:
    """«Иван Петров Петров Иван Ильич» is a speaker and the label that tells who that is."""
    for one in ruled:
        if span.start < one.start and one.end == span.end:
            return replace(span, end=one.start - 1)
    return span
