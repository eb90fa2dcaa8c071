"""Persian date expressions: their patterns on folded text, and what the words mean."""

from __future__ import annotations

import re

from didgah.annotate import date_rules as rules
from didgah.language.fold import ZWNJ, fold, key
from didgah.language.months import spellings, weekday_spellings
from didgah.language.numbers import PERSIAN, number_of, ordinal_of
from didgah.model import Calendar

_S = f"[ {ZWNJ}]"  # a space or half-space
_L = rf"(?<![^\W\d_])(?<!{ZWNJ})"  # no letter before; a figure may stand («14مهر»)
_R = rf"(?![^\W\d_]|{ZWNJ}[^\W\d_])"


def _any(words: list[str]) -> str:
    """An alternation, longest first, in which spaces and half-spaces may be either or none."""
    shapes = {_S.join(map(re.escape, re.split(rf"[ {ZWNJ}]", fold(word)))) for word in words}
    return "(?:" + "|".join(sorted(shapes, key=len, reverse=True)) + ")"


_UNITS = "یک دو سه چهار پنج شش هفت هشت نه".split()
_ONES = "یکم دوم سوم چهارم پنجم ششم هفتم هشتم نهم".split()
_TEENS = (
    "دهم یازدهم دوازدهم سیزدهم چهاردهم پانزدهم شانزدهم هفدهم هجدهم هیجدهم نوزدهم بیستم"
).split()
_ORDINAL = (
    rf"(?:(?:بیست|سی){_S}*و{_S}*(?:{'|'.join(_ONES)})|{'|'.join(_TEENS)}|{'|'.join(_ONES)}"
    rf"|اول|نخست|سی{_S}?ام)(?:ین)?"
)
_CARDINAL = (
    rf"(?:(?:بیست|سی){_S}*و{_S}*(?:{'|'.join(_UNITS)})|"
    + "|".join(sorted((w for w, n in PERSIAN.items() if 0 < n <= 30), key=len, reverse=True)) + ")"
)
_DAY = rf"(?:(?<!\d)\d{{1,2}}(?!\d)(?:{_S}?(?:ام|م){_R})?|{_L}{_ORDINAL}{_R})"
_WORD_NUMBER = "(?:" + "|".join(sorted([*PERSIAN, "هزار"], key=len, reverse=True)) + ")"
_YEAR_WORDS = rf"(?:دو )?هزار(?: ?و ?{_WORD_NUMBER})+"
_YEAR = rf"(?:(?<!\d)\d{{4}}(?!\d)|{_L}{_YEAR_WORDS}{_R})"
_ERA_WORD = (
    r"میلادی|خورشیدی|شمسی|قمری|هجری شمسی|هجری خورشیدی|هجری قمری|ه\.? ?ش\b\.?|ه\.? ?ق\b\.?"
)
_ERA = rf"(?: ?[(\[]?(?P<era>{_ERA_WORD}){_R}[)\]]?)?"

# Words that are also something else, and are months only with a day, a year or «ماه».
_AMBIGUOUS = [
    "می", "مه", "تیر", "مهر", "آذر", "دی", "صفر", "بهمن", "آبان", "رجب", "شعبان", "رمضان",
    "محرم", "جون", "مارت", "اسفند",
]
_NAMES = [name for name, _, _ in spellings("fa")]
_PLAIN = [name for name in _NAMES if name not in _AMBIGUOUS]
# «می شود» is a verb, «20 می» a day of May.
_NO_VERB = (
    r"(?! +(?:شو|شد|کن|کرد|گوی|گف|توان|رو|رف|رس|ده|داد|خواه|خواست|گیر|گرف|یاب|یاف|آی|آم|آور|باش|"
    r"دار|دان|بین|زن|برد|برن|گرد|پرداز|نمای|افز|ساز|مان|کش|گذ|خور|طلب|بخش|پذیر|اندیش))"
)
_ANY_MONTH = rf"(?:{_any([n for n in _NAMES if n != 'می'])}|می{_NO_VERB})"
_MONTH = rf"(?:ماه )?(?P<mon>{_ANY_MONTH})(?:{_S}?ماه{_R}|{_R})"
_MONTH2 = _MONTH.replace("<mon>", "<mon2>")
_PLAIN_MONTH = rf"(?P<mon>{_any(_PLAIN)}){_R}"
_WEEKDAY = rf"(?P<wd>{_any([name for name, _ in weekday_spellings('fa')])}){_R}"
_OF_YEAR = (
    rf"(?: ?[،,]? ?(?:(?:از )?سال{_S}+(?P<y>{_YEAR}|\d{{2}}(?!\d))|(?P<yb>{_YEAR}|\d{{2}}"
    rf"(?![\d/:.])"
    rf"(?! *(?:نفر|درصد|ساعت|دقیقه|کشور|روز|تن{_R}))))){_ERA}"
)
_THIS = "گذشته|جاری|آینده|آتی|پیش|قبل|بعد|کنونی|اخیر|امسال|پارسال|پیش رو"
_WHICH_YEAR = (
    rf"(?: (?:(?P<ofyear>سال{_S})?(?P<which>گذشته|جاری|آینده)|(?P<whichb>امسال|پارسال)){_R})"
)
_THROUGH = rf"(?: ?(?:تا|الی|لغایت|-|–|—){_S}*)"
_TO = rf"(?:{_THROUGH}| ?و ?| یا )"
_WEEKDAY_BEFORE = rf"(?:(?:روز{_S})?{_WEEKDAY}(?: ?[،,(«] ?| ))?(?:مورخ |برابر با |مصادف با )?"
_ABOUT = (
    rf"(?P<about>{_L}(?:حدودا?|تقریبا|تقریباً|نزدیک به|قریب به|قریب|در حدود|کمتر از|بیش از)){_S}+"
)
_NUMBER = (
    rf"(?P<n>(?<!\d)\d{{1,4}}(?!\d)(?: هزار)?|{_L}{_WORD_NUMBER}(?: ?و ?{_WORD_NUMBER})*"
    rf"|{_L}چند)"
)
_UNIT = rf"(?P<unit>روز|هفته|ماه|سال|دهه){_R}"
_PART = rf"(?P<part>{_L}(?:اوایل|ابتدای|آغاز|شروع|اواسط|میانه|اواخر|پایان|انتهای)){_S}+(?:ماه )?"
_HALF = rf"{_L}نیمه(?:ٔ)?{_S}+(?P<half>اول|نخست|دوم){_S}+"
_DAYPART = rf"(?:{_S}(?:صبح|ظهر|عصر|شب|بامداد|بعدازظهر){_R})?"
_BEFORE_NOW = rf"(?:پیش|قبل){_R}(?! از (?!این))(?: از این)?"


# «بیست‌وچهارم»: the «و» of a number may be written solid.
_GLUED_AND = re.compile(
    r" *و *(?=(?:یک|دو|سه|سو|چهار|پنج|شش|هفت|هشت|نه|بیست|سی|چهل|نود|صد)\w?\w?\b)"
)


def _months() -> dict[str, tuple[Calendar, int]]:
    return {key(name): (calendar, number) for name, calendar, number in spellings("fa")}


def _number(text: str) -> int | None:
    text = fold(text).replace(ZWNJ, " ").strip()
    if text == "چند":
        return None
    text = _GLUED_AND.sub(" و ", text)
    number = number_of(text, "fa")
    return number if number is not None else ordinal_of(text.removesuffix("ین"))


READER = rules.Reader(
    months=_months(),
    weekdays={key(name): number for name, number in weekday_spellings("fa")},
    number=_number,
    units={  # «امسال» names no unit
        "": "year", "روز": "day", "هفته": "week", "ماه": "month", "سال": "year", "دهه": "decade",
    },
    which={key(word): offset for word, offset in (
        ("گذشته", -1), ("پیش", -1), ("قبل", -1), ("پارسال", -1), ("اخیر", -1), ("جاری", 0),
        ("کنونی", 0), ("امسال", 0), ("این", 0), ("همین", 0), ("آینده", 1), ("آتی", 1),
        ("بعد", 1), ("پیش رو", 1), ("سال گذشته", -1), ("سال جاری", 0), ("سال آینده", 1),
    )},
    parts={key(word): third for word, third in (
        ("اوایل", 0), ("ابتدای", 0), ("آغاز", 0), ("شروع", 0), ("اواسط", 1), ("میانه", 1),
        ("اواخر", 2), ("پایان", 2), ("انتهای", 2),
    )},
    eras={key(word): calendar for word, calendar in (
        ("میلادی", "gregorian"), ("خورشیدی", "solar_hijri"), ("شمسی", "solar_hijri"),
        ("هجری شمسی", "solar_hijri"), ("هجری خورشیدی", "solar_hijri"), ("قمری", "lunar_hijri"),
        ("هجری قمری", "lunar_hijri"), ("ه.ش", "solar_hijri"), ("ه.ش.", "solar_hijri"),
        ("ه ش", "solar_hijri"), ("ه.ق", "lunar_hijri"), ("ه.ق.", "lunar_hijri"),
        ("ه ق", "lunar_hijri"),
    )},
    seasons={key(word): n for n, word in enumerate(("بهار", "تابستان", "پاییز", "زمستان"))},
    days={key(word): offset for word, offset in (
        ("امروز", 0), ("امشب", 0), ("دیروز", -1), ("روز گذشته", -1),
        ("دیشب", -1), ("پریروز", -2), ("پریشب", -2),
        ("فردا", 1), ("فردا شب", 1), ("پس‌فردا", 2), ("پس فردا", 2), ("پسفردا", 2),
    )},
    week_begins=5,
    home="solar_hijri",
    old_years="solar_hijri",
)
_RELATIVE_DAY = rf"{_L}(?P<rel>امروز|امشب|دیروز|روز{_S}گذشته|دیشب|پریروز|پریشب|فردا|پس{_S}?فردا)"

RULES: tuple[tuple[str, rules.Reading], ...] = (
    # «28 ژوئیه تا 2 اوت 2021»
    ((rf"{_L}{_WEEKDAY_BEFORE}(?P<d>{_DAY}){_S}*{_MONTH}(?: (?:سال )?(?P<y1>\d{{4}}))?"
     rf"{_THROUGH}(?:روز )?(?P<d2>{_DAY}){_S}*{_MONTH2}(?:{_OF_YEAR}|{_WHICH_YEAR})?"),
     rules.calendar_days),
    # «چهارشنبه 3 آذر 1400», «هشتم مرداد ماه», «11 و 12 خرداد»
    ((rf"{_L}(?:{_WEEKDAY_BEFORE})(?:روزهای )?(?:(?P<d>{_DAY})(?:(?:[،,] ?{_DAY}){{0,4}}{_TO}"
     rf"(?P<d2>{_DAY}))?)"
     rf"{_S}*(?:از )?{_MONTH}(?:{_OF_YEAR}|{_WHICH_YEAR})?\)?"), rules.calendar_days),
    # a day in words needs a year: «یک تیر سال 1332»
    (rf"{_L}(?P<d>{_CARDINAL}){_S}+{_MONTH}{_OF_YEAR}", rules.calendar_days),
    ((r"(?P<date>(?<![\d/.-])(?:\d{4} ?[-/.\\] ?\d{1,2} ?[-/.\\] ?\d{1,2}|"
     rf"\d{{1,2}} ?[-/.\\] ?\d{{1,2}} ?[-/.\\] ?\d{{4}})(?![\d/-])){_ERA}"), rules.numeric),
    # months: with a year, with «ماه», or unmistakable ones alone
    (rf"{_L}(?:{_PART}|{_HALF})?{_MONTH}{_OF_YEAR}", rules.whole_month),
    (rf"{_L}(?:{_PART}|{_HALF})?{_MONTH}{_WHICH_YEAR}", rules.whole_month),
    (rf"{_L}(?:{_PART}|{_HALF})?(?P<mon>{_any(_NAMES)}){_S}?ماه{_R}", rules.whole_month),
    ((rf"{_L}(?:{_PART}|{_HALF})?ماه (?:مبارک )?(?P<mon>{_ANY_MONTH}){_R}"
     rf"(?: (?P<which>گذشته|جاری|آینده){_R})?"), rules.whole_month),
    (rf"{_L}(?:{_PART}|{_HALF})?{_PLAIN_MONTH}", rules.whole_month),
    (rf"{_PART}(?P<mon>{_any(_NAMES)}){_R}", rules.whole_month),
    # years
    ((rf"(?:{_ABOUT})?{_L}(?:{_PART}|{_HALF})?سال{_S}+(?P<y>{_YEAR}|\d{{2}}(?!\d)(?={_S}|$"
     rf"|[^\w{ZWNJ}]))"
     rf"(?! *(?:پیش|قبل|بعد|سال|ماه))(?:{_THROUGH}(?:سال )?(?P<y2>(?<!\d)\d{{4}}(?!\d)))?{_ERA}"),
     rules.whole_years),
    ((rf"{_L}سال{_S}?های{_S}+(?P<y>{_YEAR}|\d{{2}}){_TO}(?:سال )?(?P<y2>{_YEAR}|\d{{2}})"
     rf"(?!\d){_ERA}"),
     rules.whole_years),
    (rf"(?P<y>(?<![\d/.-])\d{{4}})(?: ?[-–] ?(?P<y2>\d{{4}}))? ?(?P<era>{_ERA_WORD}){_R}",
     rules.whole_years),
    ((rf"{_L}دهه(?:{_S}?های)?{_S}(?P<y>\d{{4}}|\d{{2}}(?!\d)|نود|هشتاد|هفتاد|شصت|پنجاه|چهل|سی"
     rf"|بیست)(?: ?"
     rf"(?P<era>{_ERA_WORD}){_R})?"),
     rules.decade),
    ((rf"{_L}(?P<season>بهار|تابستان|پاییز|زمستان){_S}(?P<ofyear>سال{_S}+)?(?:(?P<y>"
     rf"(?<!\d)\d{{4}}(?!\d)|\d{{2}}(?!\d))"
     rf"|(?P<which>گذشته|جاری|آینده){_R}|(?P<whichb>امسال|پارسال){_R}){_ERA}"), rules.season),
    # weekdays
    (rf"(?:{_RELATIVE_DAY}{_S}?[(،]? ?)(?:روز )?{_WEEKDAY}\)?", rules.weekday),
    ((rf"{_L}(?<!نماز )(?<!امام )(?<!ائمه )(?:روز{_S})?{_WEEKDAY}{_DAYPART}(?: (?P<which>گذشته"
     rf"|پیش|قبل|آینده|آتی|جاری){_R})?(?!{_S}بازار)"),
     rules.weekday),
    ((rf"{_L}(?:روز{_S})?{_WEEKDAY}{_DAYPART}(?: در)? (?P<ofweek>هفته) (?P<which>گذشته|پیش|قبل"
     rf"|آینده|آتی|بعد|جاری){_R}"),
     rules.weekday),
    (rf"{_L}(?:روز{_S})?{_WEEKDAY}{_DAYPART} (?P<which>این|همین) (?P<ofweek>هفته){_R}",
     rules.weekday),
    # relative
    (rf"{_RELATIVE_DAY}{_R}{_DAYPART}", rules.relative_day),
    ((rf"{_L}(?:{_PART}|{_HALF})?(?P<unit>هفته|ماه|سال) (?P<which>{_THIS}){_R}(?! از (?!این))"
     rf"(?: (?P<era>میلادی|شمسی|خورشیدی){_R})?"), rules.relative_unit),
    (rf"{_L}(?:{_PART}|{_HALF})?(?P<which>این|همین) (?P<unit>هفته){_R}", rules.relative_unit),
    (rf"{_L}(?:{_PART}|{_HALF})?(?P<unit>)(?P<which>امسال|پارسال){_R}", rules.relative_unit),
    (rf"(?:{_ABOUT})?{_NUMBER}{_S}+{_UNIT} {_BEFORE_NOW}", rules.ago),
    (rf"(?:{_ABOUT})?{_NUMBER}{_S}+{_UNIT} (?P<ahead>بعد|دیگر){_R}(?! از)", rules.ago),
    (rf"{_NUMBER}{_S}+{_UNIT} (?P<which>گذشته|اخیر|آینده|آتی){_R}", rules.stretch),
)

TRIGGERS = ("امسال", "پارسال", "سال", "سالهای")

FUTURE_CUES = (
    rf"{_L}(?:ن?خواه(?:د|ند|یم|م|ید|ی)|قرار است|پیش{_S}رو|برنامه‌ریزی شده|در نظر دارد){_R}"
)
PAST_CUES = (
    rf"{_L}(?:شد|شدند|بود|بودند|کرد|کردند|داشت|داشتند|گرفت|گرفتند|یافت|رفت|آمد|پرداخت|رسید|"
    rf"شده{_S}?(?:است|اند|بود)|کرده{_S}?(?:است|اند|بود)|داشته{_S}?(?:است|اند)|سپری){_R}"
)
