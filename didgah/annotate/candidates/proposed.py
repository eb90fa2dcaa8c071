"""Names that the registry does not have, as candidates for it.

The registry wins: what a model or a rule finds inside one of its names is dropped, what sticks
out of one is cut to the part that is left. One exception: an organisation that has a place or
a person of the registry within its name («Университет Казани», «دانشگاه تهران») is told beside it,
because it is another thing; the mention inside stays and is counted as ever.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from didgah.annotate.candidates import arabic as names_arabic
from didgah.annotate.candidates import english as names_english
from didgah.annotate.candidates import russian as names_russian
from didgah.annotate.candidates.listed_names import Lister, lister
from didgah.annotate.candidates.name_spans import NameSpan
from didgah.annotate.candidates.russian_rules import describes
from didgah.annotate.candidates.sequence import name_spans
from didgah.annotate.candidates.surnames import tied
from didgah.model import Candidate, Language, Mention, Span

# A text longer than a long article is a book or a dump; its names are sought no further.
_READ = 300_000
_LONGEST = 120  # characters of a name
_WORDS = re.compile(r"\w")
_OPENING = " \t\u00a0\u200c()«»\"“”‘’'"  # between a first name and the surname behind it
_EDGES = " \t\u00a0\u200c\u200e\u200f,،.;:؛!?؟()[]{}-–—/|•*\"'"

Found = tuple[list[NameSpan], Lister]


def find_candidates(
    text: str, language: Language, sentences: Sequence[Span], mentions: Sequence[Mention]
) -> tuple[Candidate, ...]:
    """Names in `text` that are none of `mentions`, in order and disjoint.

    Only an organisation may contain a mention, never overlap one otherwise. None for a
    language without a model or rules.
    """
    reader = _READERS.get(language)
    if reader is None:
        return ()
    ordered = sorted(mentions, key=lambda one: one.start)
    spans, name_of = reader(text, sentences, ordered)
    found = []
    for span in _settled(text, spans, ordered):
        surface = text[span.start : span.end]
        name = name_of(text, span)
        if name:
            found.append(Candidate(name, span.kind, surface, span.start, span.end, span.found_by))
    return tied(found, language)


def _russian(text: str, sentences: Sequence[Span], mentions: Sequence[Mention]) -> Found:
    near = [one for one in sentences if one.end <= _READ]
    spans, grammar = names_russian.find(text[:_READ], near, mentions)
    return spans, lister("ru", grammar)


def _persian(text: str, sentences: Sequence[Span], mentions: Sequence[Mention]) -> Found:
    near = [one for one in sentences if one.end <= _READ]
    return name_spans(text, near), lister("fa")


def _by_rule(find: Callable[[str], list[NameSpan]], language: Language):
    def read(text: str, sentences: Sequence[Span], mentions: Sequence[Mention]) -> Found:
        return find(text[:_READ]), lister(language)

    return read


_READERS: dict[Language, Callable[[str, Sequence[Span], Sequence[Mention]], Found]] = {
    "fa": _persian,
    "ru": _russian,
    "ar": _by_rule(names_arabic.find, "ar"),
    "en": _by_rule(names_english.find, "en"),
}


def _settled(
    text: str, spans: Sequence[NameSpan], mentions: Sequence[Mention]
) -> Iterator[NameSpan]:
    """What is left of `spans` beside the registry's names."""
    starts, ends = [one.start for one in mentions], [one.end for one in mentions]
    for span in spans:
        within = mentions[bisect_right(ends, span.start) : bisect_left(starts, span.end)]
        if not within or (
            span.kind == "organisation" and all(_adds(span, one) for one in within)
        ):
            pieces = [span]
        elif span.kind == "organisation" or (
            span.kind == "person" and any(one.kind == "person" for one in within)
        ):
            continue
        else:
            pieces = list(_pieces(span, within))
        for piece in pieces:
            trimmed = _trimmed(text, piece)
            if trimmed is None or _leads(text, trimmed, starts, mentions):
                continue
            if piece is span or _stands_alone(text, trimmed):
                yield trimmed


def _leads(
    text: str, span: NameSpan, starts: Sequence[int], mentions: Sequence[Mention]
) -> bool:
    """Whether one word is the first name of the registry person behind: «(باراک) اوباما»."""
    at = bisect_left(starts, span.end)
    if span.kind != "person" or at == len(mentions) or mentions[at].kind != "person":
        return False
    between = text[span.end : starts[at]]
    return (
        0 < len(between) < 5 and not between.strip(_OPENING)
        and len(text[span.start : span.end].split()) == 1
    )


def _adds(span: NameSpan, mention: Mention) -> bool:
    """Whether an organisation's name says more than the mention inside it."""
    return (
        mention.kind in ("place", "person") and span.start <= mention.start
        and mention.end <= span.end and mention.end - mention.start < span.end - span.start
    )


def _pieces(span: NameSpan, within: Sequence[Mention]) -> Iterator[NameSpan]:
    at = span.start
    for mention in within:
        if mention.start > at:
            yield replace(span, start=at, end=mention.start)
        at = max(at, mention.end)
    if at < span.end:
        yield replace(span, start=at)


def _trimmed(text: str, span: NameSpan) -> NameSpan | None:
    """The span without marks at its edges; None when there is no name in it."""
    start, end = span.start, min(span.end, span.start + _LONGEST)
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES and not (
        text[end - 1] == '"' and text.count('"', start, end) % 2 == 0
    ):
        end -= 1
    if end - start < 2 or not _WORDS.search(text, start, end) or "\n" in text[start:end]:
        return None
    if (start, end) == (span.start, span.end):  # nearly always
        return span
    return replace(span, start=start, end=end)


def _stands_alone(text: str, span: NameSpan) -> bool:
    """Whether the rest of a cut name is one: more than a word, or a longer capitalised one."""
    words = text[span.start : span.end].split()
    if not words[0][0].isupper() and words[0][0].lower() != words[0][0].upper():
        return False
    if span.kind == "place" and any(map(describes, words)):
        return False
    return len(words) > 1 if span.kind == "person" else len(words[0]) > 3
