"""The Arabic words of date expressions, and the few rules that only Arabic has."""

from __future__ import annotations

import re
from functools import cache

from didgah.annotate.dates import counts, lengths, months, near, years
from didgah.annotate.dates.grammar import SAME_DAY, THIS_YEAR, Rule
from didgah.annotate.dates.lexicon import FUTURE_CUE, PAST_CUE, SAID_CUE, Lexicon, LexiconBuilder
from didgah.annotate.dates.reader import Customs, Found
from didgah.annotate.dates.values import Value
from didgah.language.months import NAMES, spellings, weekday_spellings

CUSTOMS = Customs(
    week_begins=6, weeks_vary=True, old_years="lunar_hijri",
    events=re.compile(
        "(?<!\\w)[وفبلك]{0,2}(?:ال)?(?:اتفاق|اتفاقية|معاهدة|حرب|ازمة|"
        "انتخابات|قمة|مؤتمر|ثورة|انقلاب|قرار|بيان|اعلان)(?: [^\\W\\d]+){0,2} $"
    ),
)
YEAR = "(?:Yy|y)"

# Names that are also common words or names of people, and are months only beside a day, a year,
# «شهر» or the like.
_AMBIGUOUS = frozenset(
    "صفر رجب شعبان رمضان محرم المحرم آب ماي جوان مارس شوال أيار أوت".split()
)
_UNITS = {
    ("D", "day", False): "يوم يوما يومي", ("D", "day", True): "أيام أياما الأيام",
    ("K", "week", False): "أسبوع أسبوعا الأسبوع", ("K", "week", True): "أسابيع الأسابيع",
    ("L", "month", False): "شهر شهرا الشهر", ("L", "month", True): "أشهر شهور الأشهر الشهور",
    ("Y", "year", False): "عام عاما العام سنة السنة",
    ("Y", "year", True): "أعوام الأعوام سنوات السنوات سنين السنين عامي العامين",
    ("C", "decade", False): "العقد عقدا", ("C", "decade", True): "عقود العقود",
    ("G", "century", False): "قرن القرن", ("G", "century", True): "قرون القرون",
    ("Q", "quarter", False): "الربع ربع", ("H", "half", False): "النصف نصف",
    ("h", "hour", True): "ساعة ساعات دقيقة دقائق",
}
_DUAL = {
    ("D", "day"): "يومين يومان اليومين", ("K", "week"): "أسبوعين أسبوعان الأسبوعين",
    ("L", "month"): "شهرين شهران الشهرين", ("Y", "year"): "عامين عامان سنتين سنتان",
    ("C", "decade"): "عقدين عقدان العقدين", ("G", "century"): "قرنين",
    ("h", "hour"): "ساعتين ساعتان دقيقتين",
}
_DECADES = {
    1920: "عشرين", 1930: "ثلاثين", 1940: "أربعين", 1950: "خمسين", 1960: "ستين", 1970: "سبعين",
    1980: "ثمانين", 1990: "تسعين",
}
_TO_COME = (
    "يعقد تعقد يلتقي تلتقي يزور تزور يشارك تشارك يبحث تبحث يستضيف تستضيف يقام تقام يجري تجري يكون "
    "تكون يبدأ تبدأ ينطلق تنطلق يستمر تستمر يصل تصل يتم تتم يشهد تشهد ينظم تنظم يفتتح تفتتح يترأس "
    "يعلن تعلن يلتقيان يلتقون يجتمعون يعقدان يسافر تسافر يغادر تغادر يبحثان يتناول تتناول يلتئم "
    "تلتئم "
    "يستأنف تستأنف تستقبل تحضر تجتمع يحل يرأس ترأس تترأس يتوجهان يمثل تمثل يصوت يقدم تقدم يختتم "
    "تختتم "
    "يلقي يوقع توقع يناقش تناقش يتوجه تتوجه يقوم تقوم ينعقد تنعقد يحضر يجتمع تجتمع يستقبل"
).split()


@cache
def lexicon() -> Lexicon:
    """The words that Arabic date expressions are made of."""
    words = LexiconBuilder("ar", "وفبلك")
    names = [(name, calendar, n) for name, calendar, n in spellings("ar")
             if calendar != "solar_hijri"]
    names += [(name, "lunar_hijri", n) for n, name in enumerate(NAMES["lunar_hijri"]["ar"], 1)]
    for name, calendar, number in names:
        words.add([name], ("m" if name in _AMBIGUOUS else "M", (calendar, number)))
    for name, number in weekday_spellings("ar"):
        if name.startswith("ال"):
            doubtful = number in (0, 6)  # «الأحد» is also "the one", «الاثنين» "the two"
            words.add([name], ("w" if doubtful else "W", number))
    words.add("اليوم_نفسه اليوم_ذاته نفس_اليوم ذات_اليوم ذلك_اليوم", ("s", 0), ("D", ("day",
    False)))
    words.add("اليوم_التالي اليوم_الموالي", ("s", 1), ("D", ("day", False)))
    words.add("اليوم_السابق", ("s", -1), ("D", ("day", False)))
    words.add(
        "روسيا_اليوم عين_اليوم المصري_اليوم اليوم_السابع العرب_اليوم مصر_اليوم", ("q", None)
    )
    words.add("اليوم_الوطني اليوم_العالمي اليوم_الدولي", ("q", None))
    words.add(
        "العام_الدراسي السنة_الدراسية العام_الجامعي السنة_المالية العام_المالي",
        ("Y", ("school", False)),
    )
    for (kind, unit, plural), spelled in _UNITS.items():
        words.add(spelled, (kind, (unit, plural)))
    for (kind, unit), spelled in _DUAL.items():
        words.add(spelled, ("n", 2), (kind, (unit, True)))
    words.table("U", {1: "بعد_ذلك بعدها", -1: "قبل_ذلك قبلها"})
    words.add("عقد", ("C", ("decade", False)), (PAST_CUE, None))
    for year, stem in _DECADES.items():
        for end in ("يات", "ات"):
            words.add([stem + end, "ال" + stem + end], ("Z", (year, 4)))
    for number, name in enumerate("ربيع صيف خريف شتاء".split()):
        words.add([name, "ال" + name], ("S", number))
    words.table("R", {
        (0, True): "اليوم الليلة", (-1, False): "أمس البارحة الليلة_الماضية ليلة_أمس",
        (-2, False): "أمس_الأول أول_أمس",
        (1, False): "غدا الغد يوم_غد", (2, False): "بعد_غد",
    })
    words.table("d", {
        "morning": "صباح صباحا فجر فجرا", "noon": "ظهر ظهرا عصر عصرا",
        "evening": "مساء مساءا", "night": "ليلة ليلا ليل",
    })
    words.add("الساعة", ("c", None))
    words.table("k", {
        -1: "الماضي الماضية الماضيين الماضيتين المنصرم المنصرمة الفائت الفائتة المنقضي المنقضية",
        0: "الحالي الحالية الجاري الجارية", 1: "المقبل المقبلة المقبلين القادم القادمة القادمين",
    })
    words.add("الأخير الأخيرة", ("l", -1))
    words.add("القليلة", ("g", None))
    words.add("هذا هذه", ("i", 0))
    words.add("نفسه نفسها ذاته ذاتها", ("s", 0))
    words.add("نفس ذات", ("s", 0))
    words.add("ذلك_العام تلك_السنة", ("s", 0), ("Y", ("year", False)))
    words.add("ذلك_الشهر", ("s", 0), ("L", ("month", False)))
    words.add("تلك_الأيام تلك_السنوات", ("l", -1), ("D", ("day", True)))
    words.add("التالي التالية", ("s", 1))
    words.add("السابق السابقة", ("s", -1))
    words.add("قبل", ("a", -1))
    words.add("بعد", ("F", 1))
    words.add("كل", ("e", None))
    words.add("سنويا شهريا أسبوعيا يوميا", ("v", None))
    words.add("مرة مرات مرتين", ("r", None))
    words.table("P", {
        0: "مطلع أوائل بداية مستهل", 1: "منتصف أواسط", 2: "أواخر نهاية ختام",
    })
    words.add(
        "نحو حوالي تقريبا قرابة زهاء ما_يقارب ما_يقرب_من أكثر_من أقل_من ما_يزيد_على", ("A", None)
    )
    words.table("E", {
        "lunar_hijri": "ه هـ هجري هجرية الهجري الهجرية الهجرة",
        "gregorian": "م ميلادي ميلادية الميلادي الميلادية", None: "ق.م قبل_الميلاد",
    })
    words.add("إلى حتى", ("t", None))
    words.add("أو", ("&", None))
    words.add("من الموافق الـ", ("f", None))
    words.add("في منذ خلال بحلول بين", ("p", None))
    words.add("لمدة مدة على_مدى على_مدار طوال طيلة طول", ("j", None))
    words.add("عدة بضعة بضع", ("g", None))
    words.add("شخص شخصا دولة دولار ريال كيلومتر متر مليون ألف مشارك مقاتل", ("N", None))
    words.add("صلاة خطبة شارع ميدان مسجد جامع ثورة انقلاب", ("z", None))
    words.add("عيد_الفطر عيد_الفطر_المبارك", ("x", ("lunar_hijri", 10, 1, True)))
    words.add("عيد_الأضحى عيد_الأضحى_المبارك", ("x", ("lunar_hijri", 12, 10, True)))
    words.add("عاشوراء", ("x", ("lunar_hijri", 1, 10, False)))
    words.add("عرفة", ("x", ("lunar_hijri", 12, 9, False)))
    words.add(["س" + verb for verb in _TO_COME], (FUTURE_CUE, None))
    words.add(
        "سوف من_المقرر المقرر المزمع يعتزم تعتزم ينوي تنوي المنتظر المتوقع يتوقع المرتقب المرتقبة "
        "مرتقب مرتقبة يستعد تستعد يتأهب تتأهب", (FUTURE_CUE, None),
    )
    words.add(
        "كان كانت عقدت جرى جرت شارك شاركت استقبل استقبلت زار زارت التقى التقت انعقد انعقدت استضاف "
        "استضافت أقيم أقيمت تم تمت بحث بحثت وقع وقعت وصل وصلت شهد شهدت بدأ بدأت انطلق انطلقت ترأس "
        "حضر افتتح افتتحت اختتم اختتمت اجتمع ناقش ناقشت", (PAST_CUE, None),
    )
    words.add(
        "قال قالت أعلن أعلنت أكد أكدت أضاف أضافت ذكر ذكرت أوضح أوضحت صرح كشف أفاد أفادت أشار",
        (SAID_CUE, None),
    )
    return words.done()


def _month_in(found: Found) -> Value | None:
    """«في مارس»: a Gregorian month for certain; of the lunar ones only Ramadan is meant alone."""
    calendar, number = found.value("mon")
    if calendar == "lunar_hijri" and number != 9:
        return None
    return months.whole_month(found)


RULES: tuple[Rule, ...] = (
    THIS_YEAR, SAME_DAY,
    (r"(?P<mon>M)(?:/M|\(M\)?)?", months.whole_month),
    (r"p(?P<span>(?P<mon>m))(?!f)", _month_in),
    # «قبل نحو ثلاثة أسابيع»
    (r"a(?P<about>A)?(?P<n>[ny]?)(?P<unit>[DKLYC])(?P<aboutb>A)?(?![yno]|f)", counts.ago),
    (r"ag(?P<unit>[DKLYC])(?!f)", near.open_date),
    # «قبل ذلك بيوم», «بعدها بأسبوعين»
    (r"(?P<after>U)~?(?P<about>A)?(?P<n>n?)(?P<unit>[DKLYC])", counts.counted_on),
    # «بعد يومين من الزيارة» is how long it took
    (r"F(?P<span>A?[ng][DKLYC])f", lengths.length),
    (r"F(?P<span>(?P<unit>[DKLYC]))f", lengths.singular_length),
    # «السنوات الثلاث الماضية», «اليومين الماضيين», «الأيام القليلة الماضية»
    (r"(?P<unit>[DKLYC])(?P<n>n)(?P<which>[kl])", counts.stretch),
    (r"(?P<unit>[DKLYC])g(?:[kl])", near.open_date),
    (r"(?P<unit>[DKLYC])k(?P<n>n)", near.open_date),
    # «صباح اليوم الأول» is a day of something
    (r"d?Ro", lengths.nothing),
    (r"co(?:&[QHo])?d?", lengths.time),
    (r"en?[DKLYCh]", lengths.repetition),
    (r"a?f?p(?P<span>(?P<y>y))(?!N)", years.bare_years),
)
