"""Names in a Russian text that a pattern tells: initials, regions, bodies before a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from didgah.annotate.candidates.name_spans import NameSpan
from didgah.annotate.candidates.name_words import NameWords, name_words
from didgah.annotate.matching.inflection import plural_forms, russian_forms
from didgah.language.lemma_tables import in_table

WORD = re.compile(r"[^\W\d_](?:[\w’'.-]*\w)?")
CAPITAL = r"[А-ЯЁ][а-яё]+(?:[’'-][А-ЯЁа-яё]+)*"
_INITIALS = re.compile(rf"(?<![\w.])(?:[А-ЯЁ]\. ?){{1,2}}{CAPITAL}")
_PATRONYMIC = r"[А-ЯЁ][а-яё]+(?:вич|ьич|мич|вн|ичн|инич)(?:а|у|ем|е|ой|ы)?"
_ADJECTIVE = re.compile(r"[а-яё](?:ого|его|ому|ему|ым|ая|ой|ую|ое)$")
_BY_SURNAME = re.compile(rf"(?<!\w)({CAPITAL}) {CAPITAL} {_PATRONYMIC}(?!\w)")
SURNAME = re.compile(
    r"(?:[оеё]в|[ыи]н|[оеё]ва|[ыи]на|ский|цкий|ская|цкая|ой|их|ых|ко|ук|юк|як|ич|ян|дзе|швили|[уи]н"
    r"|[оеё]ва|[ыи]на|[оеё]ву|[ыи]ну|ского|скому|ль|ер|ец|ик|ак|ай|ей|дт)$"
)
_QUOTED = re.compile(r"[«\"“„][^«»\"“”„\n]{2,80}[»\"”“]")
_ADJECTIVES = re.compile(r"(?<!\w)([А-ЯЁ][а-яё-]+) ([а-яё]+)(?: ([а-яё]+))?")
_ADJECTIVE_ENDS = ("ый", "ий", "ого", "его", "ому", "ему", "ым", "им", "ом", "ем", "ая", "яя", "ой",
                   "ей", "ую", "юю", "ое", "ее")
_REPUBLIC = re.compile(rf"(?<!\w)Республик[аиуе]й? {CAPITAL}(?!\w)")
_ALONE = (
    "жител\\w+|регион\\w*|запад\\w?|восток\\w?|север\\w?|юг\\w?|родин\\w+|отечеств\\w+|побед\\w+|мастер\\w*"
    "|лектор\\w*|знани\\w+|сми|всевышн\\w+|бог\\w?|господ\\w*"
)


class Rules(NamedTuple):
    """The lists of data/lexicons/names/ru.toml as patterns and sets of lower-case words."""

    title: re.Pattern[str]
    label: re.Pattern[str]
    labels: re.Pattern[str]
    fixed: re.Pattern[str]
    alone: re.Pattern[str]  # names no place by itself
    heads: frozenset[str]  # of organisations, in any case form
    places: frozenset[str]  # nouns that make a place of an adjective, in any case form
    forms: frozenset[str]  # abbreviations before a name in quotation marks


@cache
def rules_of_names() -> Rules:
    """The rules, read once per process. Raises OSError or KeyError for a file that is not right."""
    words = name_words("ru")
    return Rules(
        title=words.pattern("titles"),
        label=words.pattern("labels"),
        labels=re.compile(rf"(?<!\w)(?:{words.alternatives('labels')})(?!\w)", re.IGNORECASE),
        fixed=re.compile(rf"(?<!\w)(?:{'|'.join(fixed_names())})(?!\w)"),
        alone=re.compile(rf"(?:{_ALONE})", re.IGNORECASE),
        heads=_forms(words, "heads"), places=_forms(words, "places"),
        forms=words.words("forms.before_quotes"),
    )


@cache
def fixed_names() -> dict[str, str]:
    """Pattern → how the name stands in a list, of names the model leaves out."""
    return {
        pattern: name.removeprefix("fixed.")
        for name, patterns in name_words("ru").lists.items() if name.startswith("fixed.")
        for pattern in patterns
    }


def describes(word: str) -> bool:
    """Whether a word says what kind of place it is rather than which: «Республики», «Южного»."""
    return common(word) or _ADJECTIVE.search(word) is not None


def common(word: str) -> bool:
    """Whether a word names no body and no place by itself."""
    rules, low = rules_of_names(), word.lower()
    return low in rules.heads or low in rules.places or rules.alone.fullmatch(word) is not None


def _forms(words: NameWords, table: str) -> frozenset[str]:
    return frozenset(
        form
        for gender in ("masculine", "feminine", "neuter")
        for noun in words.lists[f"{table}.{gender}"]
        for form in (noun, *russian_forms(noun), *plural_forms(noun, "ru"))
    )


def by_rule(text: str) -> Iterator[NameSpan]:
    """Every span that a pattern takes for a name; they may overlap."""
    rules = rules_of_names()
    for match in _INITIALS.finditer(text):
        yield NameSpan(match.start(), match.end(), "person", "rule")
    for match in _BY_SURNAME.finditer(text):
        if not rules.title.fullmatch(match[1]) and not rules.label.fullmatch(match[1]) and (
            SURNAME.search(match[1]) or not in_table(match[1].lower(), "ru")
        ):
            yield NameSpan(match.start(), match.end(), "person", "rule")
    for match in _QUOTED.finditer(text):
        start = _head_before(text, match.start(), rules)
        if start is not None:
            yield NameSpan(start, match.end(), "organisation", "rule")
    for match in _ADJECTIVES.finditer(text):
        if match[1].endswith(_ADJECTIVE_ENDS):
            if match[2] in rules.places:
                yield NameSpan(match.start(), match.end(2), "place", "rule")
            elif match[3] in rules.places and match[2].endswith(_ADJECTIVE_ENDS):
                yield NameSpan(match.start(), match.end(3), "place", "rule")
    for match in _REPUBLIC.finditer(text):
        yield NameSpan(match.start(), match.end(), "place", "rule")
    for match in rules.fixed.finditer(text):
        yield NameSpan(match.start(), match.end(), "organisation", "rule")


def _head_before(text: str, at: int, rules: Rules) -> int | None:
    """Where the name that goes on with a quotation at `at` begins; None for no name of a body.

    «НПП «…»», «Фонд «…»», «Международного форума «…»»: a small head alone is no part of it.
    """
    words = list(WORD.finditer(text, max(0, at - 80), at))
    if not words or text[words[-1].end() : at] != " ":
        return None
    head = words[-1]
    if head[0] in rules.forms:
        return head.start()
    if head[0].lower() not in rules.heads:
        return None
    for word in words[-2:-4:-1]:
        if not word[0].endswith(_ADJECTIVE_ENDS) or text[word.end()] != " ":
            break
        if word[0][0].isupper() and not opens(text, word.start()):
            return word.start()
    return head.start() if head[0][0].isupper() else None


def opens(text: str, at: int) -> bool:
    """Whether a sentence, a line or a quotation at its head begins at `at`."""
    before = text[max(0, at - 4) : at].rstrip(" «\"“–—-")
    return not before or before[-1] in ".!?…:\n"
