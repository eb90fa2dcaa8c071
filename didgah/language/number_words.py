"""Number words of four languages, cardinal and ordinal, and how they compose.

`WORDS[language]` maps each spelling, as `plain` writes it, to its value and whether it is an
ordinal. `compose` reads a run of such words: «دو هزار و بیست و یک», "двадцать четвёртого",
«الخامس والعشرين», "two thousand and five".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from didgah.language.fold import ZWNJ, fold

_LETTERS = tuple(zip("أإآٱةؤئё", "ااااهویе", strict=True))
_MARKS = re.compile("[\u064b-\u0655\u0670\u0640]")  # vowel signs, the small hamza, tatweel


def aligned(text: str) -> str:
    """`text` folded, in small letters and with plain alefs; the length never changes."""
    folded = fold(text)
    for letter, common in _LETTERS:
        folded = folded.replace(letter, common)
    small = folded.lower()
    if len(small) == len(folded):
        return small
    # A capital that becomes two letters stays.
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in folded)


def unmarked(text: str) -> str:
    """`text` without vowel signs, small hamza and tatweel."""
    return _MARKS.sub("", text)


def plain(text: str) -> str:
    """`text` as `aligned` writes it, without its marks: what tables of words are keyed by."""
    return unmarked(aligned(text))


@dataclass(frozen=True, slots=True)
class NumberWord:
    """What one word adds to a number; an ordinal ends it."""

    value: int
    ordinal: bool = False


_FA_UNITS = (
    "صفر یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده "
    "هفده هجده نوزده"
).split()
_FA_TENS = "بیست سی چهل پنجاه شصت هفتاد هشتاد نود".split()
_FA_HUNDREDS = "صد دویست سیصد چهارصد پانصد ششصد هفتصد هشتصد نهصد".split()
PERSIAN: dict[str, int] = (
    {word: n for n, word in enumerate(_FA_UNITS)}
    | {word: 20 + 10 * n for n, word in enumerate(_FA_TENS)}
    | {word: 100 + 100 * n for n, word in enumerate(_FA_HUNDREDS)}
    | {"هیجده": 18, "هژده": 18, "هیفده": 17, "پونزده": 15, "شونزده": 16, "شیش": 6, "چار": 4}
)
PERSIAN_SCALES = {"هزار": 1000, "میلیون": 10**6, "میلیارد": 10**9}
_FA_ORDINALS = {
    "اول": 1, "نخست": 1, "نخستین": 1, "اولین": 1, "یکم": 1, "یکمین": 1, "دوم": 2, "دومین": 2,
    "سوم": 3, "سومین": 3, "سی ام": 30, "سی‌ام": 30, "سی امین": 30, "سی‌امین": 30, "سیم": 30,
    "سیام": 30,
}

_EN_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_EN_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_EN_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()

_RU_CARDINALS: dict[int, str] = {
    1: "один одна одно одного одной одному одну одним одном", 2: "два две двух двум двумя двое",
    3: "три трех трем тремя трое", 4: "четыре четырех четырем четырьмя четверо",
    5: "пять пяти пятью пятеро", 6: "шесть шести шестью", 7: "семь семи семью семеро",
    8: "восемь восьми восемью", 9: "девять девяти девятью", 10: "десять десяти десятью",
    11: "одиннадцать одиннадцати", 12: "двенадцать двенадцати", 13: "тринадцать тринадцати",
    14: "четырнадцать четырнадцати", 15: "пятнадцать пятнадцати",
    16: "шестнадцать шестнадцати", 17: "семнадцать семнадцати",
    18: "восемнадцать восемнадцати", 19: "девятнадцать девятнадцати",
    20: "двадцать двадцати", 30: "тридцать тридцати", 40: "сорок сорока",
    50: "пятьдесят пятидесяти", 60: "шестьдесят шестидесяти", 70: "семьдесят семидесяти",
    80: "восемьдесят восьмидесяти", 90: "девяносто девяноста", 100: "сто ста", 200: "двести",
    300: "триста", 400: "четыреста", 500: "пятьсот", 600: "шестьсот", 700: "семьсот",
    800: "восемьсот", 900: "девятьсот", 1000: "тысяча тысячи тысяч тысячу",
    10**6: "миллион миллиона миллионов",
}
_RU_STEMS: dict[int, str] = {
    1: "перв", 2: "втор", 4: "четверт", 5: "пят", 6: "шест", 7: "седьм", 8: "восьм", 9: "девят",
    10: "десят", 11: "одиннадцат", 12: "двенадцат", 13: "тринадцат", 14: "четырнадцат",
    15: "пятнадцат", 16: "шестнадцат", 17: "семнадцат", 18: "восемнадцат", 19: "девятнадцат",
    20: "двадцат", 30: "тридцат", 40: "сороков", 50: "пятидесят", 60: "шестидесят",
    70: "семидесят", 80: "восьмидесят", 90: "девяност", 100: "сот", 2000: "двухтысячн",
}
_RU_ENDINGS = "ый ой ого ому ым ом ая ую ое ые ых ыми".split()
_RU_THIRD = (
    "третий третьего третьему третьим третьем третья третьей третью третье третьи третьих"
).split()

_AR_CARDINALS: dict[int, str] = {
    1: "واحد واحدة أحد إحدى", 2: "اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي",
    3: "ثلاث ثلاثة", 4: "أربع أربعة", 5: "خمس خمسة", 6: "ست ستة", 7: "سبع سبعة",
    8: "ثمان ثماني ثمانية", 9: "تسع تسعة", 10: "عشر عشرة", 20: "عشرون عشرين",
    30: "ثلاثون ثلاثين", 40: "أربعون أربعين", 50: "خمسون خمسين", 60: "ستون ستين",
    70: "سبعون سبعين", 80: "ثمانون ثمانين", 90: "تسعون تسعين", 100: "مئة مائة",
    200: "مئتان مئتين مائتان مائتين", 300: "ثلاثمئة ثلاثمائة", 400: "أربعمئة أربعمائة",
    500: "خمسمئة خمسمائة", 600: "ستمئة ستمائة", 700: "سبعمئة سبعمائة",
    800: "ثمانمئة ثمانمائة ثمانيمئة", 900: "تسعمئة تسعمائة", 1000: "ألف آلاف ألفا",
    2000: "ألفان ألفين ألفي", 10**6: "مليون ملايين",
}
_AR_ORDINALS: dict[int, str] = {
    1: "الأول الأولى الحادي الحادية", 2: "الثاني الثانية", 3: "الثالث الثالثة",
    4: "الرابع الرابعة", 5: "الخامس الخامسة", 6: "السادس السادسة", 7: "السابع السابعة",
    8: "الثامن الثامنة", 9: "التاسع التاسعة", 10: "العاشر العاشرة", 20: "العشرون العشرين",
    30: "الثلاثون الثلاثين", 40: "الأربعون الأربعين", 50: "الخمسون الخمسين",
    60: "الستون الستين", 70: "السبعون السبعين", 80: "الثمانون الثمانين",
    90: "التسعون التسعين",
}
_AR_DEFINITE = {
    n: " ".join("ال" + word for word in words.split())
    for n, words in _AR_CARDINALS.items() if 3 <= n <= 10
}


def _cardinals(table: dict[int, str]) -> dict[str, NumberWord]:
    return {plain(w): NumberWord(n) for n, words in table.items() for w in words.split()}


def _ordinals(table: dict[int, str]) -> dict[str, NumberWord]:
    return {plain(w): NumberWord(n, True) for n, words in table.items() for w in words.split()}


def _persian() -> dict[str, NumberWord]:
    table = {plain(word): NumberWord(n) for word, n in (PERSIAN | PERSIAN_SCALES).items()}
    for word, n in (PERSIAN | PERSIAN_SCALES).items():
        # Written solid, «م» makes an ordinal of any number word; those in «ه» or «ی» are listed.
        if n > 3 and n != 30:
            table |= {plain(word + end): NumberWord(n, True) for end in ("م", "مین")}
    for word, n in _FA_ORDINALS.items():
        for spelling in (word, word.replace(ZWNJ, " ")):
            table[plain(spelling)] = NumberWord(n, True)
    return table


def _english() -> dict[str, NumberWord]:
    table = {word: NumberWord(n) for n, word in enumerate(_EN_UNITS)}
    table |= {word: NumberWord(20 + 10 * n) for n, word in enumerate(_EN_TENS)}
    table |= {word: NumberWord(n, True) for n, word in enumerate(_EN_ORDINALS, 1)}
    table |= {word[:-1] + "ieth": NumberWord(20 + 10 * n, True) for n, word in enumerate(_EN_TENS)}
    scales = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
    return table | {word: NumberWord(n) for word, n in scales.items()}


def _russian() -> dict[str, NumberWord]:
    stems = {n: " ".join(stem + end for end in _RU_ENDINGS) for n, stem in _RU_STEMS.items()}
    return (
        _cardinals(_RU_CARDINALS) | _ordinals(stems)
        | {word: NumberWord(3, True) for word in _RU_THIRD}
    )


WORDS: dict[str, dict[str, NumberWord]] = {
    "fa": _persian(),
    "en": _english(),
    "ru": _russian(),
    "ar": _cardinals(_AR_CARDINALS) | _cardinals(_AR_DEFINITE) | _ordinals(_AR_ORDINALS),
}
AND = {"fa": "و", "ar": "و", "en": "and", "ru": "и"}
_SCALES = frozenset((1000, 10**6, 10**9))


def compose(values: Sequence[int], joined: Sequence[bool], language: str) -> tuple[int, int]:
    """The number that a run of number words begins with, and how many of them make it.

    `joined[i]` tells whether the word for "and" stands before word `i`; figures may stand
    among the words («۲ هزار»). Each part must fit below the one before it, as the language
    puts them: «بیست و چهار» is 24, «چهار و بیست» is 4 and then 20, «أربعة وعشرين» 24.
    """
    total, group, scale = 0, 0, 10**12
    for i, (value, linked) in enumerate(zip(values, joined, strict=True)):
        if value in _SCALES:
            if value >= scale or (linked and group) or (i and linked and language == "ru"):
                return total + group, i
            if linked and language != "fa" and language != "ar":
                return total + group, i
            total, group, scale = total + (group or 1) * value, 0, value
        elif i == 0:
            group = value
        elif value == 100 and 0 < group < 10 and not linked and language in ("en", "ar"):
            group *= 100
        elif value < scale and _fits(group, value, linked, language):
            group += value
        else:
            return total + group, i
    return total + group, len(values)


def _fits(group: int, value: int, linked: bool, language: str) -> bool:
    rest = group % 100
    if language == "ar" and 0 < rest < 10:
        return value == 10 if not linked else 20 <= value <= 90
    if rest and not (rest >= 20 and rest % 10 == 0 and 0 < value < 10 and language != "ar"):
        return False
    if group and value >= 100:
        return False
    if language == "en":
        return not linked if rest else True
    return linked == (language != "ru")


def number_in_words(text: str, language: str, ordinal: bool = False) -> int | None:
    """The number that is all of `text`, in words; None when it is not one.

    With `ordinal` its last word must be an ordinal, without it none may be.
    """
    table, link = WORDS.get(language, {}), AND.get(language, "")
    text = re.sub(rf"[{ZWNJ}\s-]+", " ", plain(text)).strip()
    values: list[int] = []
    joined: list[bool] = []
    linked = False
    words = text.split(" ")
    if words[-1] in ("ام", "امین") and language == "fa" and len(words) > 1:
        words[-2:] = [" ".join(words[-2:])]
    for at, word in enumerate(words):
        if word == link and values and not linked:
            linked = True
            continue
        if language == "ar" and word not in table and word[:1] == link and values:
            word, linked = word[1:], True
        found = table.get(word)
        figure = int(word) if word.isascii() and word.isdecimal() and len(word) < 10 else None
        if found is None and figure is None:
            return None
        last = at == len(words) - 1
        if language != "ar" and found and found.ordinal and not (ordinal and last):
            return None
        if ordinal and last and language != "ar" and not (found and found.ordinal):
            return None
        values.append(found.value if found else figure or 0)
        joined.append(linked)
        linked = False
    if not values or linked:
        return None
    number, used = compose(values, joined, language)
    return number if used == len(values) else None
