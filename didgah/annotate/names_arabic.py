"""Names in an Arabic text by rule: what leads a name tells it.

No model of Arabic names ships inside a package, and the script has no capitals. So a name is
taken only where a word in front of it says what it is: a title or a first name (a person), the
head of an organisation, a kind of place. Precision comes before reach.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import simplemma

from didgah.annotate.name_spans import NameSpan, disjoint
from didgah.annotate.name_words import name_words

_WORD = re.compile(r"[\u0621-\u064a\u064b-\u0652\u0670]+")
_MARKS = re.compile(r"[\u064b-\u0652\u0670\u0640]")
_FORMS = str.maketrans("أإآٱى", "ااااي")
_LINKS = frozenset(("بن", "ابن", "بنت", "ال", "ابو", "ابي", "ام"))
_COMPOUNDS = frozenset(("الدين", "الله", "الاسلام"))
_CLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "وك")
_MOST_WORDS = 6
_SURNAME = re.compile(r".(?:وف|ييف|بايف|وفا|ايفا|وفيتش|يفيتش|سكي|سكايا|شفيلي|نكو)$")
_MINISTRIES, _MINISTER = frozenset(("الخارجية", "الداخلية")), ("وزير", "وزيرة", "وزارة")
_OPEN, _CLOSE = "«\"“", "»\"”"


class _Rules(NamedTuple):
    first: frozenset[str]
    titles: frozenset[str]
    never: frozenset[str]
    sure: frozenset[str]
    named: frozenset[str]
    common: frozenset[str]
    cues: frozenset[str]
    parts: frozenset[str]
    not_places: frozenset[str]
    weak: frozenset[str]
    lead: dict[str, tuple[str, int]]  # word with clitics → what it leads to, its clitics


class _Token(NamedTuple):
    start: int
    end: int
    word: str  # as compared
    gap: str  # what parts it from the one before


@cache
def _rules() -> _Rules:
    words = name_words("ar")
    first, titles, never = (words.words(name) for name in ("first", "titles", "never"))
    leads: dict[str, tuple[str, int]] = {}
    for what, name in (
        ("place", "places.parts"), ("place", "places.cues"), ("organisation", "heads.named"),
        ("organisation", "heads.sure"), ("organisation", "heads.definite"),
        ("person", "first"), ("title", "titles"),
    ):
        for word in words.words(name):
            for clitics in _CLITICS:
                if clitics.endswith("ل") and word.startswith("ال"):
                    leads[clitics + word[1:]] = what, len(clitics) + 1
                elif len(word) > 1 or not clitics:
                    leads.setdefault(clitics + word, (what, len(clitics)))
            leads[word] = what, 0
    return _Rules(
        first, titles, never, words.words("heads.sure"), words.words("heads.named"),
        words.words("heads.common"), words.words("places.cues"), words.words("places.parts"),
        words.words("places.common"), words.words("weak"), leads,
    )


def find(text: str) -> list[NameSpan]:
    """The names of `text` in order, disjoint, clitics outside; offsets into `text`."""
    rules = _rules()
    tokens = _tokens(text)
    found: list[NameSpan] = []
    at = 0
    while at < len(tokens):
        lead = rules.lead.get(tokens[at].word)
        span = last = None
        if lead is not None:
            span, last = _READERS[lead[0]](text, tokens, at, lead[1])
        elif _SURNAME.search(tokens[at].word) and _proper(tokens[at].word):
            span, last = _foreign(text, tokens, at)
        if span is None or last is None:
            at += 1
        else:
            found.append(span)
            at = last + 1
    return disjoint([*found, *_again(text, tokens, found)])


def _again(
    text: str, tokens: Sequence[_Token], found: Sequence[NameSpan]
) -> Iterator[NameSpan]:
    """People who were named in full, later by their surnames alone: words of no dictionary."""
    surnames = set()
    for span in found:
        last = bare(text[span.start : span.end].rpartition(" ")[2])
        if span.kind != "person" or " " not in text[span.start : span.end]:
            continue
        if (_proper(last) and last not in _rules().first) or (
            last.startswith("ال") and len(last) > 5 and _rare(last)
        ):
            surnames.add(last)
    for token in tokens:
        for clitics in (0, 1):
            if token.word[clitics:] in surnames and (not clitics or token.word[0] in "وفبلك"):
                yield NameSpan(token.start + clitics, token.end, "person", "rule")




def bare(surface: str) -> str:
    """A word as the rules compare it: no marks, plain alefs, final yeh."""
    return _MARKS.sub("", surface).translate(_FORMS)


def _tokens(text: str) -> list[_Token]:
    plain = text.translate(_FORMS)
    marked = _MARKS.search(plain) is not None
    found, end = [], 0
    for match in _WORD.finditer(plain):
        start = match.start()
        word = _MARKS.sub("", match[0]) if marked else match[0]
        found.append(_Token(start, match.end(), word, plain[end:start]))
        end = match.end()
    return found


Found = tuple[NameSpan | None, int | None]
_NOTHING: Found = (None, None)


def _title(text: str, tokens: Sequence[_Token], at: int, clitics: int) -> Found:
    """A person behind a title: «الدكتور مساعد العيبان»."""
    after = at + 1
    while after < len(tokens) and tokens[after].word in _rules().titles and _near(tokens, after):
        after += 1
    if tokens[after - 1].word in ("د", "م", "ا") and (
        after >= len(tokens) or not tokens[after].gap.startswith(".")
    ):
        return _NOTHING
    if after + 1 >= len(tokens) or not _near(tokens, after, dots=True):
        return _NOTHING
    head = tokens[after].word
    if head not in _rules().first and head != "عبد" and not _proper(head):
        return _NOTHING
    return _name(text, tokens, after, 0, True)


def _person(text: str, tokens: Sequence[_Token], at: int, clitics: int) -> Found:
    return _name(text, tokens, at, clitics, False)


def _name(text: str, tokens: Sequence[_Token], at: int, clitics: int, titled: bool) -> Found:
    """A name that begins at token `at`: second names, بن with a father's name, a surname."""
    rules = _rules()
    word = tokens[at].word[clitics:]
    if text[tokens[at].start + clitics : tokens[at].end].endswith("\u0649") and word == "علي":
        return _NOTHING  # the preposition
    if at and tokens[at - 1].word in ("ال", "بن", "ابن", "عبد") and _near(tokens, at):
        return _NOTHING  # the rest of a name that another rule left alone
    last = _given(tokens, at) if word == tokens[at].word else at
    if last >= len(tokens):
        return _NOTHING
    links = more = 0
    surname = False
    i = last + 1
    while i < len(tokens) and i - at < _MOST_WORDS * 2 and _near(tokens, i):
        word = tokens[i].word
        if word in _LINKS:
            end = _given(tokens, i + 1) if i + 1 < len(tokens) and _near(tokens, i + 1) else i
            if end == i or end >= len(tokens) or (
                word != "ال" and tokens[i + 1].word in rules.never
            ):
                break
            last, links, i = end, links + 1, end + 1
            if word == "ال":
                surname = True
                break
        elif word == "عبد" or (word in rules.first and word not in rules.never):
            end = _given(tokens, i)
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
        return _NOTHING
    sure = titled or links or more or (at < last and tokens[at + 1].word in _COMPOUNDS)
    if not sure and tokens[at].word[clitics:] in rules.weak and (
        _known(tokens[last].word) or _known(tokens[last].word.removeprefix("ال"))
    ):
        return _NOTHING
    return NameSpan(tokens[at].start + clitics, tokens[last].end, "person", "rule"), last


def _given(tokens: Sequence[_Token], at: int) -> int:
    """The last token of the one name at `at`: «عبد العزيز» and «سعد الدين» are one."""
    word = tokens[at].word
    follows = at + 1 < len(tokens) and _near(tokens, at + 1)
    if word == "عبد":
        return at + 1 if follows else len(tokens)
    if follows and tokens[at + 1].word in _COMPOUNDS:
        return at + 1
    return at


def _is_surname(word: str) -> bool:
    if word in _rules().never or word in _rules().titles:
        return False
    if word.startswith("ال") and len(word) > 4:
        rules = _rules()
        leads = rules.lead.get(word[2:], ("",))[0]
        return not word.endswith(("ية", "ات")) and leads in ("", "person")
    return _proper(word)


def _foreign(text: str, tokens: Sequence[_Token], at: int) -> Found:
    """A foreign name: unknown words in a row, the last with the ending of a surname."""
    first = at
    while first and _near(tokens, first) and at - first < 2 and _proper(tokens[first - 1].word):
        first -= 1
    clitics = 0
    if first == at:
        word = tokens[at - 1].word if at and _near(tokens, at) else ""
        if not (word.startswith("و") and len(word) > 3 and (
            word[1:] in _rules().first or not _known(word[1:])
        )):
            return _NOTHING
        first, clitics = at - 1, 1
    return NameSpan(tokens[first].start + clitics, tokens[at].end, "person", "rule"), at


def _organisation(text: str, tokens: Sequence[_Token], at: int, clitics: int) -> Found:
    """The head of an organisation with what describes or names it."""
    rules = _rules()
    head = tokens[at].word[clitics:]
    start = tokens[at].start + clitics
    if at + 1 >= len(tokens):
        return _NOTHING
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
        return _NOTHING
    if not _near(tokens, at + 1) or (
        not head.startswith("ال")
        and (following.word in rules.common or following.word in rules.never - _PROPER)
    ):
        return _NOTHING
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
            last = _given(tokens, last + 1) if _near(tokens, last + 1) else at
    elif head in rules.named and _proper(following.word):
        last = at + 1
        while last + 1 < len(tokens) and last < at + 3 and _near(tokens, last + 1) and (
            _proper(tokens[last + 1].word) and tokens[last + 1].word not in rules.never
        ):
            last += 1
    if last == at:
        return _NOTHING
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
    tokens: Sequence[_Token], at: int, fits: Callable[[str], bool] | None = None
) -> int:
    """The last token of a description: definite words, «و» between them allowed."""
    last = at
    while last + 1 < len(tokens) and last < at + 3 and _near(tokens, last + 1):
        word = tokens[last + 1].word
        definite = word.startswith("ال") and len(word) > 4 and (fits or _belongs)(word)
        joined = word.startswith(("وال", "لل")) and len(word) > 5 and not _leads(word)
        if not definite and not joined:
            break
        last += 1
    return last


def _purpose(tokens: Sequence[_Token], last: int) -> int:
    """«لمكافحة الفساد», «لشؤون البترول» behind a body that is told by adjectives."""
    if last + 2 < len(tokens) and _near(tokens, last + 1) and _near(tokens, last + 2):
        word, after = tokens[last + 1].word, tokens[last + 2].word
        if (
            word.startswith("ل") and not word.startswith("لل") and len(word) > 4
            and _known(word[1:]) and after.startswith("ال") and _belongs(after)
        ):
            return last + 2
    return last


def _leads(word: str) -> bool:
    """Whether «والمفوضية» begins a name of its own."""
    lead = _rules().lead
    return word in lead or word[3:] in lead or word[2:] in lead


def _belongs(word: str) -> bool:
    rules = _rules()
    return word not in rules.titles and word not in rules.first and word not in _ENDS


_ENDS = frozenset(
    "التي الذي الذين الحالي الحالية السابق السابقة الماضي الماضية المقبل المقبلة الجاري اليوم"
    " المذكورة الجديد الجديدة امس الراحل المكلف المرافق الاول الثاني الثالث الاخيرة الاخير".split()
)


def _place(text: str, tokens: Sequence[_Token], at: int, clitics: int) -> Found:
    """What kind of place it is, then its name: «مدينة الطائف», «مطار الملك خالد»."""
    rules = _rules()
    cue = tokens[at].word[clitics:]
    if at + 1 >= len(tokens) or not _near(tokens, at + 1):
        return _NOTHING
    word = tokens[at + 1].word
    if word in rules.not_places or word in rules.common or (
        word in rules.never and word not in ("الملك", "الامير", "الشيخ", "السلام")
    ):
        return _NOTHING
    article = word.startswith("ال") and len(word) > 4
    if not (_proper(word) or (article and _rare(word))) and not (
        cue in rules.parts and word in rules.titles
    ):
        return _NOTHING
    last = at + 1
    if cue in rules.parts:
        if word in rules.titles and at + 2 < len(tokens) and _near(tokens, at + 2):
            last = at + 2
        elif word in rules.titles:
            return _NOTHING
        return NameSpan(tokens[at].start + clitics, tokens[last].end, "place", "rule"), last
    return NameSpan(tokens[at + 1].start, tokens[last].end, "place", "rule"), last


def _near(tokens: Sequence[_Token], at: int, dots: bool = False) -> bool:
    """Whether only a space parts token `at` from the one before."""
    gap = tokens[at].gap
    return gap in (" ", "\u00a0") or (dots and gap in (". ", "."))


_ARTICLES = ("ال", "لل", "وال", "بال", "فال", "كال", "ولل")
_INFLECTED = ("ات", "ون", "ين", "هم", "ها", "وا", "تم")


@lru_cache(maxsize=50_000)
def _proper(word: str) -> bool:
    """Whether a word is in no dictionary, with or without clitics: most likely a name."""
    rules = _rules()
    if len(word) < 3 or word in rules.never or word in rules.common or word in rules.lead:
        return word in rules.first and len(word) > 2
    if word.startswith(_ARTICLES) or word.endswith(_INFLECTED):
        return False
    if word.startswith("و") and len(word) > 4:
        return False
    if word.startswith(("و", "ف", "ب", "ل", "ك", "س", "ي", "ت")) and _known(word[1:]):
        return False
    return not _known(word)


@lru_cache(maxsize=50_000)
def _rare(word: str) -> bool:
    """Whether a word with ال is in no dictionary without it."""
    return not _known(word[2:]) and not _known(word)


def _known(word: str) -> bool:
    if simplemma.is_known(word, "ar"):
        return True
    # The dictionary writes hamza and ة where a hurried text does not.
    return word[:1] == "ا" and any(
        simplemma.is_known(alef + word[1:], "ar") for alef in "أإآ"
    )


_READERS = {"title": _title, "person": _person, "organisation": _organisation, "place": _place}
