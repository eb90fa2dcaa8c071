"""Names in an Arabic text by rule: what leads a name tells it.

No model of Arabic names ships inside a package, and the script has no capitals. So a name is
taken only where a word in front of it says what it is: a title or a first name (a person), the
head of an organisation, a kind of place. Precision comes before reach.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from didgah.annotate.candidates import arabic_bodies, arabic_people
from didgah.annotate.candidates.arabic_words import (
    Token,
    bare,
    proper,
    rare,
    rules_of_names,
    tokens_of,
)
from didgah.annotate.candidates.name_spans import NameSpan, disjoint


def find(text: str) -> list[NameSpan]:
    """The names of `text` in order, disjoint, clitics outside; offsets into `text`."""
    rules = rules_of_names()
    tokens = tokens_of(text)
    found: list[NameSpan] = []
    at = 0
    while at < len(tokens):
        lead = rules.lead.get(tokens[at].word)
        span = last = None
        if lead is not None:
            span, last = _READERS[lead[0]](text, tokens, at, lead[1])
        elif arabic_people.SURNAME.search(tokens[at].word) and proper(tokens[at].word):
            span, last = arabic_people.foreign(tokens, at)
        if span is None or last is None:
            at += 1
        else:
            found.append(span)
            at = last + 1
    return disjoint([*found, *_again(text, tokens, found)])


def _again(
    text: str, tokens: Sequence[Token], found: Sequence[NameSpan]
) -> Iterator[NameSpan]:
    """People who were named in full, later by their surnames alone: words of no dictionary."""
    surnames = set()
    for span in found:
        last = bare(text[span.start : span.end].rpartition(" ")[2])
        if span.kind != "person" or " " not in text[span.start : span.end]:
            continue
        if (proper(last) and last not in rules_of_names().first) or (
            last.startswith("ال") and len(last) > 5 and rare(last)
        ):
            surnames.add(last)
    for token in tokens:
        for clitics in (0, 1):
            if token.word[clitics:] in surnames and (not clitics or token.word[0] in "وفبلك"):
                yield NameSpan(token.start + clitics, token.end, "person", "rule")


_READERS = {
    "title": arabic_people.title, "person": arabic_people.person,
    "organisation": arabic_bodies.organisation, "place": arabic_bodies.place,
}
