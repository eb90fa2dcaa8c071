"""Numbers as people write them: digits of three scripts, words and ordinals."""

from __future__ import annotations

import re

from didgah.language.fold import ZWNJ, fold, key

_DIGITS = {"fa": "۰۱۲۳۴۵۶۷۸۹", "ar": "٠١٢٣٤٥٦٧٨٩"}
_TO = {lang: str.maketrans("0123456789", digits) for lang, digits in _DIGITS.items()}
_GROUP = {"fa": "٬", "ar": "٬", "ru": "\u00a0"}
_DECIMAL = {"fa": "٫", "ar": "٫", "ru": ","}

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
    | {"هیجده": 18, "پونزده": 15, "شونزده": 16, "شیش": 6}
)
_FA_SCALE = {"هزار": 1000, "میلیون": 10**6, "میلیارد": 10**9}
# Written solid, «ام» and «م» make an ordinal of any number word; these are irregular.
_FA_ORDINALS = {"اول": 1, "نخست": 1, "نخستین": 1, "یکم": 1, "دوم": 2, "سوم": 3, "سی ام": 30,
                "سیم": 30, "آخر": None}

ENGLISH = {word: n for n, word in enumerate((
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen twenty"
).split())} | {"thirty": 30, "forty": 40, "fifty": 50, "a": 1, "an": 1}
RUSSIAN = {
    "один": 1, "одного": 1, "одну": 1, "два": 2, "две": 2, "двух": 2, "три": 3, "трех": 3,
    "четыре": 4, "четырех": 4, "пять": 5, "пяти": 5, "шесть": 6, "шести": 6, "семь": 7,
    "семи": 7, "восемь": 8, "восьми": 8, "девять": 9, "девяти": 9, "десять": 10, "десяти": 10,
    "двенадцать": 12, "пятнадцать": 15, "двадцать": 20, "тридцать": 30,
}
ARABIC = {
    "واحد": 1, "واحده": 1, "اثنان": 2, "اثنين": 2, "ثلاث": 3, "ثلاثه": 3, "اربع": 4,
    "اربعه": 4, "خمس": 5, "خمسه": 5, "ست": 6, "سته": 6, "سبع": 7, "سبعه": 7, "ثماني": 8,
    "ثمانيه": 8, "تسع": 9, "تسعه": 9, "عشر": 10, "عشره": 10, "عشرين": 20, "ثلاثين": 30,
}
_WORDS = {
    "en": ENGLISH, "ru": RUSSIAN, "ar": {key(word): n for word, n in ARABIC.items()},
}
_INT = re.compile(r"[+-]?\d{1,3}(?:[,٬\u00a0 ]\d{3})+|[+-]?\d+")


def to_digits(text: str, language: str) -> str:
    """`text` with its digits, of whatever script, in those of `language`."""
    ascii_digits = "".join(fold(c) if c.isdecimal() else c for c in text)
    return ascii_digits.translate(_TO[language]) if language in _TO else ascii_digits


def format_number(number: float, language: str, decimals: int | None = None) -> str:
    """`number` with grouped thousands: «۱٬۴۹۱», "1,491", "1 491" (no-break space).

    `decimals` fixes the places after the point; None writes integers bare and floats by
    their shortest form.
    """
    plain = f"{number:,}" if decimals is None else f"{number:,.{decimals}f}"
    whole, _, part = plain.partition(".")
    whole = whole.replace(",", _GROUP.get(language, ","))
    text = whole + (_DECIMAL.get(language, ".") + part if part else "")
    return text.translate(_TO[language]) if language in _TO else text


def parse_int(text: str) -> int | None:
    """The integer that is all of `text`: any digits, thousands marks allowed; None if not one."""
    folded = fold(text).strip()
    if not _INT.fullmatch(folded):
        return None
    return int(re.sub(r"[,٬ ]", "", folded))


def number_of(text: str, language: str) -> int | None:
    """The cardinal number that is all of `text`, in digits or in words, or None.

    Persian is read in full («دو هزار و بیست و یک»); the other languages to what stands
    beside dates ("three weeks ago").
    """
    number = parse_int(text)
    if number is not None:
        return number
    if language == "fa":
        return _persian(fold(text).replace(ZWNJ, " ").split())
    return _WORDS.get(language, {}).get(key(text))


def ordinal_of(text: str) -> int | None:
    """The Persian ordinal that is all of `text` («بیست و چهارم», «سی‌ام», «3ام»), or None."""
    words = fold(text).replace(ZWNJ, " ").strip()
    if words in _FA_ORDINALS:
        return _FA_ORDINALS[words]
    digits = re.fullmatch(r"(\d+) ?(?:ام|م)", words)
    if digits:
        return int(digits[1])
    *before, last = words.split(" ") if words else [""]
    if last == "ام" and before:
        return _persian(before)
    if last in ("دوم", "سوم", "یکم"):
        return _persian([*before, {"دوم": "دو", "سوم": "سه", "یکم": "یک"}[last]])
    if last.endswith("م"):
        return _persian([*before, last[:-1]])
    return None


def _persian(words: list[str]) -> int | None:
    """Number words joined by «و»: each scale word closes the group before it."""
    total = group = 0
    previous = 10**12
    expect_number = True
    for word in words:
        if word == "و":
            if expect_number:
                return None
            expect_number = True
            continue
        if word in _FA_SCALE:
            if _FA_SCALE[word] >= previous:
                return None
            total += (group or 1) * _FA_SCALE[word]
            previous, group, expect_number = _FA_SCALE[word], 0, False
            continue
        value = PERSIAN.get(word, int(word) if word.isascii() and word.isdecimal() else None)
        if value is None or not expect_number:
            return None
        # «بیست و چهار» yes, «چهار و بیست» no: each part must fit below the one before it.
        if group and (value >= 100 or value >= (20 if group % 100 else 100) or
                      (group % 100 and (group % 100 < 20 or value >= 10))):
            return None
        group += value
        expect_number = False
    return None if expect_number else total + group
