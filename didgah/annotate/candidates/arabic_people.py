"""People in an Arabic text: names behind titles, chains of fathers, foreign surnames."""

from __future__ import annotations

import re
from collections.abc import Sequence

from didgah.annotate.candidates.arabic_words import (
    NOTHING,
    Found,
    Token,
    known,
    near,
    proper,
    rules_of_names,
)
from didgah.annotate.candidates.name_spans import NameSpan

_LINKS = frozenset(("بن", "ابن", "بنت", "ال", "ابو", "ابي", "ام"))
_COMPOUNDS = frozenset(("الدين", "الله", "الاسلام"))
_MOST_WORDS = 6
SURNAME = re.compile(r".(?:وف|ييف|بايف|وفا|ايفا|وفيتش|يفيتش|سكي|سكايا|شفيلي|نكو)$")


def title(text: str, tokens: Sequence[Token], at: int, clitics: int) -> Found:
    """A person behind a title: «الدكتور ناصر السعدون»."""
    after = at + 1
    titles = rules_of_names().titles
    while after < len(tokens) and tokens[after].word in titles and near(tokens, after):
        after += 1
    if tokens[after - 1].word in ("د", "م", "ا") and (
        after >= len(tokens) or not tokens[after].gap.startswith(".")
    ):
        return NOTHING
    if after + 1 >= len(tokens) or not near(tokens, after, dots=True):
        return NOTHING
    head = tokens[after].word
    if head not in rules_of_names().first and head != "عبد" and not proper(head):
        return NOTHING
    return _name(text, tokens, after, 0, True)


def person(text: str, tokens: Sequence[Token], at: int, clitics: int) -> Found:
    """The name that a first name at token `at` opens, behind `clitics` letters of other words."""
    return _name(text, tokens, at, clitics, False)


def _name(text: str, tokens: Sequence[Token], at: int, clitics: int, titled: bool) -> Found:
    """A name that begins at token `at`: second names, بن with a father's name, a surname."""
    rules = rules_of_names()
    word = tokens[at].word[clitics:]
    if text[tokens[at].start + clitics : tokens[at].end].endswith("\u0649") and word == "علي":
        return NOTHING  # the preposition
    if at and tokens[at - 1].word in ("ال", "بن", "ابن", "عبد") and near(tokens, at):
        return NOTHING  # the rest of a name that another rule left alone
    last = given(tokens, at) if word == tokens[at].word else at
    if last >= len(tokens):
        return NOTHING
    links = more = 0
    surname = False
    i = last + 1
    while i < len(tokens) and i - at < _MOST_WORDS * 2 and near(tokens, i):
        word = tokens[i].word
        if word in _LINKS:
            end = given(tokens, i + 1) if i + 1 < len(tokens) and near(tokens, i + 1) else i
            if end == i or end >= len(tokens) or (
                word != "ال" and tokens[i + 1].word in rules.never
            ):
                break
            last, links, i = end, links + 1, end + 1
            if word == "ال":
                surname = True
                break
        elif word == "عبد" or (word in rules.first and word not in rules.never):
            end = given(tokens, i)
            if end >= len(tokens):
                break
            more += word not in rules.weak
            last, i = end, end + 1
        elif _is_surname(word):
            last, surname, i = i, True, i + 1
            break
        else:
            break
    if not (links or more or surname):
        return NOTHING
    sure = titled or links or more or (at < last and tokens[at + 1].word in _COMPOUNDS)
    if not sure and tokens[at].word[clitics:] in rules.weak and (
        known(tokens[last].word) or known(tokens[last].word.removeprefix("ال"))
    ):
        return NOTHING
    return NameSpan(tokens[at].start + clitics, tokens[last].end, "person", "rule"), last


def given(tokens: Sequence[Token], at: int) -> int:
    """The last token of the one name at `at`: «عبد العزيز» and «سعد الدين» are one."""
    word = tokens[at].word
    follows = at + 1 < len(tokens) and near(tokens, at + 1)
    if word == "عبد":
        return at + 1 if follows else len(tokens)
    if follows and tokens[at + 1].word in _COMPOUNDS:
        return at + 1
    return at


def _is_surname(word: str) -> bool:
    if word in rules_of_names().never or word in rules_of_names().titles:
        return False
    if word.startswith("ال") and len(word) > 4:
        rules = rules_of_names()
        leads = rules.lead.get(word[2:], ("",))[0]
        return not word.endswith(("ية", "ات")) and leads in ("", "person")
    return proper(word)


def foreign(tokens: Sequence[Token], at: int) -> Found:
    """A foreign name: unknown words in a row, the last with the ending of a surname."""
    first = at
    while first and near(tokens, first) and at - first < 2 and proper(tokens[first - 1].word):
        first -= 1
    clitics = 0
    if first == at:
        word = tokens[at - 1].word if at and near(tokens, at) else ""
        if not (word.startswith("و") and len(word) > 3 and (
            word[1:] in rules_of_names().first or not known(word[1:])
        )):
            return NOTHING
        first, clitics = at - 1, 1
    return NameSpan(tokens[first].start + clitics, tokens[at].end, "person", "rule"), at
