"""Organisations and places in an Arabic text: a head or a kind, then what describes it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from didgah.annotate.candidates.arabic_people import given
from didgah.annotate.candidates.arabic_words import (
    NOTHING,
    Found,
    Token,
    known,
    near,
    proper,
    rare,
    rules_of_names,
)
from didgah.annotate.candidates.name_spans import NameSpan

_MINISTRIES, _MINISTER = frozenset(("الخارجية", "الداخلية")), ("وزير", "وزيرة", "وزارة")
_OPEN, _CLOSE = "«\"“", "»\"”"


def organisation(text: str, tokens: Sequence[Token], at: int, clitics: int) -> Found:
    """The head of an organisation with what describes or names it."""
    rules = rules_of_names()
    head = tokens[at].word[clitics:]
    start = tokens[at].start + clitics
    if at + 1 >= len(tokens):
        return NOTHING
    following = tokens[at + 1]
    if following.gap.strip(" ") in _OPEN and following.gap.strip(" "):
        closing = min(
            (p for p in (text.find(c, following.start, following.start + 60) for c in _CLOSE)
             if p >= 0), default=-1,
        )
        if closing > 0 and "\n" not in text[following.start : closing]:
            last = at
            while last + 1 < len(tokens) and tokens[last + 1].end <= closing:
                last += 1
            return NameSpan(start, closing + 1, "organisation", "rule"), last
        return NOTHING
    if not near(tokens, at + 1) or (
        not head.startswith("ال")
        and (following.word in rules.common or following.word in rules.never - _PROPER)
    ):
        return NOTHING
    last = at
    if head.startswith("ال"):  # «المحكمة الجنائية الدولية»: adjectives only
        if _adjective(following.word) and not (
            head in _MINISTRIES and ((at and tokens[at - 1].word.endswith(_MINISTER))
                                     or not following.word.endswith("ية"))
        ):
            last = _purpose(tokens, _described(tokens, at + 1, _adjective))
    elif head in rules.sure and following.word.startswith(("ال", "لل")) and len(following.word) > 3:
        last = _purpose(tokens, _described(tokens, at + 1))
        if following.word in rules.titles and last == at + 1 and last + 1 < len(tokens):
            last = given(tokens, last + 1) if near(tokens, last + 1) else at
    elif head in rules.named and proper(following.word):
        last = at + 1
        while last + 1 < len(tokens) and last < at + 3 and near(tokens, last + 1) and (
            proper(tokens[last + 1].word) and tokens[last + 1].word not in rules.never
        ):
            last += 1
    if last == at:
        return NOTHING
    return NameSpan(start, tokens[last].end, "organisation", "rule"), last


# Adjectives of countries may follow a head though they end a person's name.
_PROPER = frozenset(
    "الاسلامي الاسلامية العربي العربية الدولي الدولية الاوروبي الاوروبية العام العامة الاعلي"
    " الوزراء الشعب الدولة الملك".split()
)


def _adjective(word: str) -> bool:
    return (
        word.startswith("ال") and len(word) > 4 and word not in _ENDS
        and (word.endswith(("ي", "ية")) or word in ("العامة", "العام", "الاعلي", "العليا"))
    )


def _described(
    tokens: Sequence[Token], at: int, fits: Callable[[str], bool] | None = None
) -> int:
    """The last token of a description: definite words, «و» between them allowed."""
    last = at
    while last + 1 < len(tokens) and last < at + 3 and near(tokens, last + 1):
        word = tokens[last + 1].word
        definite = word.startswith("ال") and len(word) > 4 and (fits or _belongs)(word)
        joined = word.startswith(("وال", "لل")) and len(word) > 5 and not _leads(word)
        if not definite and not joined:
            break
        last += 1
    return last


def _purpose(tokens: Sequence[Token], last: int) -> int:
    """«لمكافحة الفساد», «لشؤون البترول» behind a body that is told by adjectives."""
    if last + 2 < len(tokens) and near(tokens, last + 1) and near(tokens, last + 2):
        word, after = tokens[last + 1].word, tokens[last + 2].word
        if (
            word.startswith("ل") and not word.startswith("لل") and len(word) > 4
            and known(word[1:]) and after.startswith("ال") and _belongs(after)
        ):
            return last + 2
    return last


def _leads(word: str) -> bool:
    """Whether «والمفوضية» begins a name of its own."""
    lead = rules_of_names().lead
    return word in lead or word[3:] in lead or word[2:] in lead


def _belongs(word: str) -> bool:
    rules = rules_of_names()
    return word not in rules.titles and word not in rules.first and word not in _ENDS


_ENDS = frozenset(
    "التي الذي الذين الحالي الحالية السابق السابقة الماضي الماضية المقبل المقبلة الجاري اليوم"
    " المذكورة الجديد الجديدة امس الراحل المكلف المرافق الاول الثاني الثالث الاخيرة الاخير".split()
)


def place(text: str, tokens: Sequence[Token], at: int, clitics: int) -> Found:
    """What kind of place it is, then its name: «مدينة الطائف», «مطار الملك خالد»."""
    rules = rules_of_names()
    cue = tokens[at].word[clitics:]
    if at + 1 >= len(tokens) or not near(tokens, at + 1):
        return NOTHING
    word = tokens[at + 1].word
    if word in rules.not_places or word in rules.common or (
        word in rules.never and word not in ("الملك", "الامير", "الشيخ", "السلام")
    ):
        return NOTHING
    article = word.startswith("ال") and len(word) > 4
    if not (proper(word) or (article and rare(word))) and not (
        cue in rules.parts and word in rules.titles
    ):
        return NOTHING
    last = at + 1
    if cue in rules.parts:
        if word in rules.titles and at + 2 < len(tokens) and near(tokens, at + 2):
            last = at + 2
        elif word in rules.titles:
            return NOTHING
        return NameSpan(tokens[at].start + clitics, tokens[last].end, "place", "rule"), last
    return NameSpan(tokens[at + 1].start, tokens[last].end, "place", "rule"), last
