"""Offices named without their country: «رئیس‌جمهور», «ولي العهد», as a newsroom calls its own.

Such a form means the holder of its country whom the article names, or, where it names none, the
one of the outlet's country. A foreign holder is called with his country.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date

from didgah.annotate.names.office_phrases import Post
from didgah.annotate.sentences.full_names import GIVEN, load_names
from didgah.annotate.sentences.skeleton import plain
from didgah.model import Language, Mention

# ISO codes of the countries whose newsrooms write so in a language.
HOMES: dict[Language, frozenset[str]] = {
    "fa": frozenset(("IR",)),
    "ar": frozenset((
        "SA", "AE", "QA", "KW", "BH", "OM", "YE", "JO", "IQ", "LB", "SY", "PS", "EG", "SD", "LY",
        "TN", "DZ", "MA", "MR", "SO", "DJ", "KM",
    )),
}
_DAYS = "شنبه|یک ?شنبه|دو ?شنبه|سه ?شنبه|چهار ?شنبه|پنج ?شنبه|جمعه"
# Persian ties whose it is to an office without a sign; behind one of these words nothing is tied.
_PERSIAN = re.compile(
    r"[ \u200c]*(?:$|[\n.,،:;؛!؟?)\"/-]|(?:در|با|به|از|را|که|نیز|هم|همچنین|برای|طی|پس|پیش|پیشتر|بر|"
    r"درباره|ضمن|سپس|صبح|ظهر|عصر|شب|شامگاه|بامداد|بعدازظهر|امروز|دیروز|دیشب|امشب|فردا|روز|هفته|"
    r"ساعاتی|ساعتی|دقایقی|لحظاتی|خواستار|خطاب|عازم|راهی|وارد|میزبان|گفت|افزود|تاکید|تصریح|اظهار|"
    r"خاطرنشان|خاطر|یاداور|یادآور|اعلام|ابراز|بیان|عنوان|ادامه|هشدار|ابتدا|اینک|اکنون|قرار|"
    rf"شب گذشته|دیدار|گفت ?و ?گو|مذاکرات|رایزنی|{_DAYS})(?!\w))"
)
# An adjective with the article tells another country; «الذي» and «اليوم» do not.
_ARABIC = re.compile(r" *+[\"(]?+ *+(?!ال(?!یوم|ذی|تی|ان |ی ))")
# Nor may a noun stand before it whose it is: «معاون اجرایی رئیس‌جمهور».
_PERSIAN_BEFORE = re.compile(
    r"(?:^|[^\w\s]|(?<!\w)(?:با|به|از|توسط|سوی|که|و|نیز|هم|تا|اقای|آقای|دکتر|دیدار|ملاقات|سفر|تماس|"
    r"تلفنی|گفت ?و ?گوی|مذاکره|پیام|نامه|سخنان|اظهارات|سخنرانی|حضور|ورود|عزیمت|بازگشت|میزبان|"
    r"م[یه]+مان|دعوت|استقبال|دستور|امروز|دیروز|صبح|عصر|شب|شامگاه|قرار است|چنانچه|اگر))[ \u200c]*$"
)
_ARABIC_BEFORE = re.compile(r"(?<!\w)(?:هذا|نظیره|نظیر) ?$")
# Two words behind an office, after nothing but a comma or a quotation mark.
_NAME_BEHIND = re.compile(r"[ ,،]{0,2}\"?([^\W\d_]{2,}) [^\W\d_]{2,}")
_NEAR = 12  # characters before an office
_GAP = 2  # characters between an office and a name beside it


def told_alone(text: str, start: int, end: int, language: Language) -> bool:
    """Whether the office at `[start, end)` stands without whose it is."""
    if language == "ar" and not text[start:end].split()[-1].startswith("ال"):
        return False  # «رئيس جمهورية», of the country named behind
    before, behind = plain(text[max(0, start - _NEAR):start]), plain(text[end:end + 2 * _NEAR])
    if language == "fa":
        return bool(_PERSIAN_BEFORE.search(before) and _PERSIAN.match(behind))
    return bool(_ARABIC.match(behind)) and not _ARABIC_BEFORE.search(before)


def own_holder(
    office: str, language: Language, outlet_country: str, named: Set[str],
    holders: Mapping[Post, Sequence[tuple[str, date, date]]], country_of: Mapping[str, str],
    day: date | None,
) -> str:
    """The person whom a bare `office` means, "" when that is not certain.

    `named` are the persons that the article names, `country_of` ISO codes by registry key.
    """
    if day is None:
        return ""
    homes = HOMES[language]
    able = {
        person: country
        for (code, of), terms in _of_office(holders, office)
        if (country := country_of.get(of, "")) in homes
        for person, since, until in terms if since <= day <= until
    }
    told = able.keys() & named
    if len(told) == 1:
        return told.pop()
    ours = {person for person, country in able.items() if country == outlet_country}
    return ours.pop() if not told and len(ours) == 1 else ""


def _of_office(
    holders: Mapping[Post, Sequence[tuple[str, date, date]]], office: str
) -> Iterable[tuple[Post, Sequence[tuple[str, date, date]]]]:
    return ((post, terms) for post, terms in holders.items() if post[0] == office)


def beside_another(
    text: str, start: int, end: int, person: str, mentions: Sequence[Mention], language: Language
) -> bool:
    """Whether the name of another than `person` stands by the office at `[start, end)`.

    `mentions` are those near it; a name that the registry does not have counts, too.
    """
    beside = [one for one in mentions if one.kind == "person" and (
        0 <= start - one.end <= _GAP or 0 <= one.start - end <= _GAP)]
    if beside:
        return any(one.entity != person for one in beside)
    names = load_names(GIVEN)[language]
    words = plain(text[max(0, start - 2 * _NEAR):start]).split()[-2:]
    if behind := _NAME_BEHIND.match(plain(text[end:end + 2 * _NEAR])):
        words.append(behind[1])
    return any(word in names.given for word in words)
