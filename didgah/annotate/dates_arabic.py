"""Arabic date expressions: their patterns on folded text, and what the words mean.

Folding gives Arabic text the Persian ی and ک, which the tables below share; alef, hamza and
ة are written in several ways, so patterns take any.
"""

from __future__ import annotations

import re

from didgah.annotate import date_relative
from didgah.annotate import date_rules as rules
from didgah.annotate.date_values import Value
from didgah.language.fold import fold, key
from didgah.language.months import NAMES, spellings, weekday_spellings
from didgah.language.numbers import number_of

_MARKS = r"[\u064b-\u0652]?"
# No letter before, save one of the conjunctions and prepositions that are written solid.
_B = r"(?:(?<![^\W\d_])|(?<=(?<![^\W\d_])[وفبل]))"
_R = r"(?![^\W\d_])"


def _shape(word: str) -> str:
    """A pattern for a word in any of its spellings: alefs, final ة or ه, a final mark."""
    shape = re.escape(fold(word)).replace(r"\ ", " ")
    shape = re.sub("[اأإآ]", "[اأإآ]", shape)
    return re.sub("[ةه](?= |$)", "[ةه]", shape) + _MARKS


def _any(words: list[str] | tuple[str, ...]) -> str:
    shapes = sorted({_shape(word) for word in words}, key=len, reverse=True)
    return "(?:" + "|".join(shapes) + ")"


_ORDINALS = {
    "الأول": 1, "الثاني": 2, "الثالث": 3, "الرابع": 4, "الخامس": 5, "السادس": 6, "السابع": 7,
    "الثامن": 8, "التاسع": 9, "العاشر": 10, "الحادي عشر": 11, "الثاني عشر": 12,
    "الثالث عشر": 13, "الرابع عشر": 14, "الخامس عشر": 15, "السادس عشر": 16, "السابع عشر": 17,
    "الثامن عشر": 18, "التاسع عشر": 19, "العشرين": 20, "الحادي والعشرين": 21,
    "الثاني والعشرين": 22, "الثالث والعشرين": 23, "الرابع والعشرين": 24,
    "الخامس والعشرين": 25, "السادس والعشرين": 26, "السابع والعشرين": 27,
    "الثامن والعشرين": 28, "التاسع والعشرين": 29, "الثلاثين": 30, "الحادي والثلاثين": 31,
}
_ORDINAL_KEYS = {key(word): number for word, number in _ORDINALS.items()}
# Names that are also common words («آب» water in Persian loans, «ماي», «جوان») need a day or year.
_NAMES = [name for name, calendar, _ in spellings("ar") if calendar != "solar_hijri"]
_AMBIGUOUS = {"صفر", "رجب", "شعبان", "رمضان", "محرم", "المحرم", "آب", "ماي", "جوان", "مارس", "شوال"}
_PLAIN = [
    name for name, calendar, _ in spellings("ar")
    if calendar == "gregorian" and name not in _AMBIGUOUS
]
_MONTH = rf"(?P<mon>{_any(_NAMES)}(?: ?[/(] ?{_any(_NAMES)}\)?)?){_R}"
_MONTH2 = rf"(?P<mon2>{_any(_NAMES)}){_R}"
_DAY = rf"(?:(?<!\d)\d{{1,2}}(?!\d)|{_B}{_any(tuple(_ORDINALS))}{_R})"
_YEAR = r"(?<!\d)\d{4}(?!\d)"
_ERA = r"(?: ?\(?(?P<era>هـ|ه|م|میلادی[ةه]?|هجری[ةه]?)(?![^\W\d_])\.?\)?)?"
_OF_YEAR = rf"(?:،? (?:من )?(?:(?:عام|سن[ةه]) )?(?P<y>{_YEAR}){_ERA})"
_WHICH = (
    r"الماضی[ةه]?|المنصرم[ةه]?|الفائت[ةه]?|الحالی[ةه]?|الجاری[ةه]?|المقبل[ةه]?|القادم[ةه]?"
)
_OF_WHICH = rf"(?: (?:من )?(?P<ofyear>العام )?(?P<which>{_WHICH}){_R})"
_WEEKDAYS = [name for name, _ in weekday_spellings("ar") if name.startswith("ال")]
_WD = rf"(?P<wd>{_any(_WEEKDAYS)}){_R}"
# Alone, «الأحد» is also "the one" and «الاثنين» "the two".
_SURE_WD = (
    rf"(?P<wd>{_any(['الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت'])}){_R}"
)
_THROUGH = r"(?: ?[–—-] ?| (?:الی|إلی|حتی) )"
_TO = rf"(?:{_THROUGH}| و ?| أو )"
_ABOUT = r"(?:(?P<about>نحو|حوالی|قراب[ةه]|زهاء|ما یقارب|ما یقرب من|أکثر من) )"
_UNITS = {
    "day": "يوم يوما يومًا أيام", "week": "أسبوع أسبوعا أسبوعًا أسابيع",
    "month": "شهر شهرا شهرًا أشهر شهور", "year": "عام عاما عامًا أعوام سنة سنوات سنين",
    "decade": "عقد عقدا عقود",
}
_DUAL = {"يومين": "day", "أسبوعين": "week", "شهرين": "month", "عامين": "year", "سنتين": "year",
         "عقدين": "decade"}
_UNIT = rf"(?P<unit>{_any([w for words in _UNITS.values() for w in words.split()])}){_R}"
_COUNTS = (
    "ثلاثة ثلاث أربعة أربع خمسة خمس ستة ست سبعة سبع ثمانية ثماني تسعة تسع عشرة عشر عشرين "
    "ثلاثين"
).split()
_NUMBER = rf"(?P<n>(?<!\d)\d{{1,4}}|{_B}{_any(_COUNTS)})"
_PARTS = {0: "مطلع أوائل بداية مستهل", 1: "منتصف أواسط", 2: "أواخر نهاية ختام"}
_PART = rf"(?:{_B}(?P<part>{_any([w for ws in _PARTS.values() for w in ws.split()])}) (?:شهر )?)"
_DAYS = {"اليوم": 0, "الليلة": 0, "أمس": -1, "البارحة": -1, "أمس الأول": -2, "أول أمس": -2,
         "غدا": 1, "غدًا": 1, "الغد": 1, "بعد غد": 2}
_REL = rf"{_B}(?P<rel>{_any(tuple(_DAYS))}){_R}"
_FORMS = {
    -1: "الماضي الماضية المنصرم المنصرمة الفائت الفائتة", 0: "الحالي الحالية الجاري الجارية",
    1: "المقبل المقبلة القادم القادمة",
}
_SEASONS = {"ربيع": 0, "صيف": 1, "خريف": 2, "شتاء": 3}


def _number(text: str) -> int | None:
    found = number_of(text, "ar")
    return found if found is not None else _ORDINAL_KEYS.get(key(text))


def _months() -> dict:
    table = {
        key(name): (calendar, number) for name, calendar, number in spellings("ar")
        if calendar != "solar_hijri"
    }
    return table | {
        key(name): ("lunar_hijri", number)
        for number, name in enumerate(NAMES["lunar_hijri"]["ar"], 1)
    }


READER = rules.Reader(
    months=_months(),
    weekdays={key(name): number for name, number in weekday_spellings("ar")},
    number=_number,
    units={key(w): unit for unit, words in _UNITS.items() for w in words.split()}  # type: ignore[arg-type]
    | {key(w): unit for w, unit in _DUAL.items()}
    | {key("ال" + w.split()[0]): unit for unit, w in _UNITS.items()} | {key("السنة"): "year"},
    which={key(w): offset for offset, words in _FORMS.items() for w in words.split()},
    parts={key(w): third for third, words in _PARTS.items() for w in words.split()},
    eras={"ه": "lunar_hijri", "هجری": "lunar_hijri", "هجریه": "lunar_hijri", "م": "gregorian",
          "میلادی": "gregorian", "میلادیه": "gregorian"},
    seasons={key(word): n for word, n in _SEASONS.items()},
    days={key(word): offset for word, offset in _DAYS.items()},
    week_begins=6,
    old_years="lunar_hijri",
)

RULES: tuple[tuple[str, rules.Reading], ...] = (
    ((rf"(?P<d>{_DAY}) (?:من )?{_MONTH}(?: (?P<y1>\d{{4}}))?{_THROUGH}(?P<d2>{_DAY}) "
     rf"(?:من )?{_MONTH2}"
     rf"(?:{_OF_YEAR}|{_OF_WHICH})?"), rules.calendar_days),
    ((rf"(?:(?:یوم )?{_WD}(?:،| الموافق)? ?\(?)?(?P<d>{_DAY})(?:{_TO}(?P<d2>{_DAY}))?"
     rf" ?(?:من )?(?:شهر )?{_MONTH}(?:{_OF_YEAR}|{_OF_WHICH})?\)?"), rules.calendar_days),
    ((rf"(?P<date>(?<![\d./-])(?:\d{{1,2}} ?[-./] ?\d{{1,2}} ?[-./] ?\d{{4}}"
     rf"|\d{{4}}[-/]\d{{1,2}}[-/]\d{{1,2}})"
     rf"(?![\d/-])){_ERA}"), rules.numeric),
    (rf"{_PART}?{_B}{_MONTH}(?:{_OF_YEAR}|{_OF_WHICH})", rules.whole_month),
    (rf"{_PART}?{_B}شهر {_MONTH}(?: (?:المبارک|الفضیل|الکریم))?(?: (?P<which>{_WHICH}){_R})?",
     rules.whole_month),
    (rf"{_PART}?{_B}(?P<mon>{_any(_PLAIN)}(?: ?[/(] ?{_any(_PLAIN)}\)?)?){_R}", rules.whole_month),
    ((rf"{_PART}?{_B}(?:ال)?(?:عام|سن[ةه]|العامین) (?P<y>{_YEAR})(?:{_THROUGH}(?:عام )?"
     rf"(?P<y2>{_YEAR}))?{_ERA}"),
     rules.whole_years),
    (rf"(?P<y>{_YEAR}) ?(?P<era>هـ|میلادی[ةه]?|هجری[ةه]?|م){_R}", rules.whole_years),
    (rf"{_B}(?:من|منذ|فی) (?P<y>(?:19|20)\d{{2}})(?!\d)(?! ?[^\W\d_])", rules.whole_years),
    ((rf"{_B}(?P<season>{_any(tuple(_SEASONS))}) (?:عام |سن[ةه] |العام )?(?:(?P<y>{_YEAR})|"
     rf"(?P<which>{_WHICH}){_R})"),
     rules.season),
    (rf"{_REL}،? \(?{_WD}\)?", rules.weekday),
    ((rf"{_B}(?:یوم|یومی|مساء|صباح|لیل[ةه]|ظهر|فجر) {_WD}(?: (?P<which>{_WHICH}){_R}"
     rf")?"), rules.weekday),
    (rf"{_B}{_WD} (?P<which>{_WHICH}){_R}", rules.weekday),
    (rf"{_B}(?<!صلا[ةه] )(?<!خطب[ةه] ){_SURE_WD}", rules.weekday),
    (_REL, rules.relative_day),
    ((rf"{_PART}?{_B}(?P<unit>{_any(['الأسبوع', 'الشهر', 'العام', 'السنة'])}) (?P<which>{_WHICH}"
     rf"){_R}"),
     rules.relative_unit),
    (rf"{_B}قبل {_ABOUT}?{_NUMBER} {_UNIT}", rules.ago),
    (rf"{_B}قبل {_ABOUT}?(?P<n>)(?P<unit>یوم|أسبوع|شهر|عام|سنة|عقد){_R}", rules.ago),
)
_TWO = rf"{_B}قبل {_ABOUT}?(?P<unit>{_any(tuple(_DUAL))}){_R}"


def _two_ago(match: re.Match[str], context: rules.Context) -> Value | None:
    """The dual says two: «قبل عامين»."""
    unit = context.reader.units[key(match["unit"])]
    return date_relative.ago(context.published, 2, unit, bool(match["about"]))


RULES = (*RULES, (_TWO, _two_ago))

TRIGGERS = ("الأسبوع", "الشهر", "العام", "السنة", "سنة", "عام")

FUTURE_CUES = (
    rf"{_B}(?:سوف|من المقرر|المزمع|س[یتن](?:عقد|کون|شارک|زور|لتقی|ستضیف|بحث|جری|قام)\w*){_R}"
)
PAST_CUES = (
    rf"{_B}و?(?:کان|کانت|عقد|عقدت|جری|جرت|شارک|شارکت|استقبل|زار|التقی|انعقد\w*|استضاف\w*"
    rf"|أقیم\w*|تم|تمت){_R}"
)
