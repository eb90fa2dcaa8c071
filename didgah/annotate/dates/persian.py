"""The Persian words of date expressions, and the few rules that only Persian has."""

from __future__ import annotations

import re
from functools import cache

from didgah.annotate.dates import counts, days, lengths, months, near, years
from didgah.annotate.dates.grammar import OF_WHICH, Rule
from didgah.annotate.dates.lexicon import (
    COMING_CUE,
    FUTURE_CUE,
    PAST_CUE,
    SAID_CUE,
    Lexicon,
    LexiconBuilder,
)
from didgah.annotate.dates.reader import Customs
from didgah.language.months import spellings, weekday_spellings

CUSTOMS = Customs(
    week_begins=5, home="solar_hijri", old_years="solar_hijri", two_digit_years=True,
    day_first=True,
    events=re.compile(
        "(?:توافق|توافقنامه|موافقتنامه|قرارداد|معاهده|پیمان|جنگ|انتخابات|بحران|کودتا[ی]?|حمله|"
        "قطعنامه|کنفرانس|اجلاس|نشست|بیانیه|قانون|فتنه|برجام|تحریم.?های)(?: [^\\W\\d]+(?:\u200c"
        "[^\\W\\d]+)?){0,2} $"
    ),
)
# «سال ۹۹», «۲۰۲۱», and after a month two figures alone.
YEAR = "(?:Y[yn]|y|n)"

# Names that are also something else, and are months only with a day, a year or «ماه».
_AMBIGUOUS = frozenset((
    "می مه تیر مهر آذر دی صفر بهمن آبان رجب شعبان رمضان محرم جون مارت اسفند مارچ جولای خرداد "
    "شهریور"
).split()) - {"خرداد", "شهریور"}
# Months of the Afghan solar calendar; all are words of the zodiac, some common words.
_AFGHAN = "حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت".split()

_UNITS = {
    ("day", False): "روز روزی روزه_ی", ("day", True): "روزهای روزها روز_های روز_ها ایام",
    ("week", False): "هفته هفته_ی", ("week", True): "هفته_های هفته_ها هفته_هایی هفته‌ها",
    ("month", False): "ماه", ("month", True): "ماههای ماه_های ماه_ها ماهها",
    ("year", False): "سال سالی", ("year", True): "سالهای سال_های سال_ها سالها سالیان",
    ("decade", False): "دهه دهه_ی", ("decade", True): "دهه_های دهه_ها",
    ("century", False): "قرن سده سده_ی", ("century", True): "قرن_های قرنهای قرن_ها سده_های",
}
_UNIT_KINDS = {"day": "D", "week": "K", "month": "L", "year": "Y", "decade": "C", "century": "G"}
_DAY_PARTS = {
    "morning": "صبح بامداد سحر سپیده‌دم صبحگاه صبحگاهی صبح‌گاه قبل_از_ظهر پیش_از_ظهر سحرگاه",
    "noon": "ظهر نیمروز نیم‌روز",
    "evening": "عصر بعدازظهر بعد_از_ظهر بعدازظهر غروب عصرگاه شامگاه شامگاهان ب.ظ ق.ظ",
    "midnight": "نیمه_شب نیمه‌شب نیمه‌شب", "night": "شب شب‌هنگام",
}
_BEHIND_JOINED = "روزه ساله ماهه هفته‌ای ساعته دقیقه‌ای ثانیه‌ای شبه ساعتی سالهٔ ماههٔ"

_VERBS = (
    "دهم دهی زنم روم آیم آییم گیرم گیریم بینم بینیم دانم دانیم دارم داریم رسم رسیم رویم شود "
    "شوند شوم شویم شوید شد شدند کند کنند کنم کنیم کنید کرد کردند گوید گویند گفت گفتند تواند "
    "توانند توانم توانیم توان توانست رود روند رفت رسد رسند رسید دهد دهند دهیم داد دادند خواهد "
    "خواهند خواهیم خواست گیرد گیرند گرفت یابد یابند یافت آید آیند آمد باشد باشند دارد دارند داشت "
    "داند دانند دانست بیند بینند زند زنند برد برند برد گردد گردند پردازد نماید نمایند افزاید سازد "
    "ماند مانند کشد کشند گذارد گذرد خورد طلبد بخشد پذیرد اندیشد طلبند کوشد کوشند نامند آورد"
)

# The present of these tells what is to come when a day is told: «شنبه برگزار می‌شود»; that of
# others only close behind the day, «شنبه دیدار می‌کند».
_TO_COME = frozenset("شود شوند گردد گردند رود روند آید آیند".split())
_COMING = frozenset("کند کنند کنیم گیرد گیرند دهد دهند یابد یابند پردازد رسد رسند باشد".split())


def _coming(verb: str) -> tuple[tuple[str, None], ...]:
    if verb in _TO_COME:
        return ((FUTURE_CUE, None),)
    return ((COMING_CUE, None),) if verb in _COMING else ()


@cache
def lexicon() -> Lexicon:
    """The words that Persian date expressions are made of."""
    words = LexiconBuilder("fa", "و")
    words.add("روز_بعد روز_پس_از_آن", ("D", ("day", False)), ("F", 1))
    words.add("ده_ها ده‌ها صدها صد_ها هزاران چندین", ("g", None))
    words.table("d", _DAY_PARTS)
    words.add("بعد_از_ظهر بعدازظهر پیش_از_ظهر قبل_از_ظهر قبل_ظهر بعد_ظهر", ("d", "evening"))
    for word, number in weekday_spellings("fa"):
        words.add([word], ("W", number))
        words.add([word + "ها", f"{word}_ها"], ("v", None))
        for day, offset in (("امروز", 0), ("دیروز", -1), ("فردا", 1)):
            words.add([day + word], ("R", (offset, offset == 0)), ("W", number))
    for name, calendar, number in spellings("fa"):
        month = (calendar, number)
        words.add([name], ("m" if name in _AMBIGUOUS else "M", month))
        words.add([name + "ماه", f"{name}_ماه"], ("M", month))
    for verb in _VERBS.split():  # «۲۰ می شود» tells no day of May
        words.add([f"می {verb}", f"نمی {verb}"], ("q", None), *_coming(verb))
    words.add("سال_تحصیلی سال_مالی سال_زراعی سال_آبی", ("Y", ("school", False)))
    words.add(
        "چهارشنبه_سوری چهارشنبه_آخر_سال چهارشنبه_پایان_سال چهارشنبه_پایانی_سال", ("q", None),
    )
    words.add("امروزه این_روزها", ("l", -1), ("D", ("day", True)))
    words.add("ماه_مبارک_رمضان ماه_رمضان", ("M", ("lunar_hijri", 9)))
    for number, name in enumerate(_AFGHAN, 1):
        words.add([name], ("V", ("solar_hijri", number)))
    for (unit, plural), spelled in _UNITS.items():
        words.add(spelled, (_UNIT_KINDS[unit], (unit, plural)))
    words.add("ساعت", ("c", None))
    words.add("دقیقه ثانیه ساعات دقایق شبانه‌روز شبانه_روز دقیقه_ای", ("h", ("hour", False)))
    words.add("سه_ماهه سه_ماه‌هٔ سه‌ماهه فصل", ("Q", ("quarter", False)))
    words.add("شش_ماهه شش‌ماهه نیم_سال نیمسال نیمه نیمه_ی", ("H", None))
    words.add(_BEHIND_JOINED, ("J", None))
    words.add("نیم", ("b", None))
    for number, spelled in enumerate(("بهار", "تابستان", "پاییز پائیز خزان", "زمستان")):
        words.add(spelled, ("S", number))
    words.table("R", {
        (0, True): "امروز امشب اکنون_تا", (-1, False): "دیروز دیشب",
        (-2, False): "پریروز پریشب", (1, False): "فردا فردا_شب",
        (2, False): "پس‌فردا پس_فردا پسفردا",
    })
    words.table("I", {0: "امسال", -1: "پارسال", -2: "پیرارسال"})
    words.table("k", {
        -1: "گذشته قبلی پیشین منتهی_به_امروز", 0: "جاری کنونی حاضر فعلی",
        1: "آینده آتی پیش_رو پیش_روی بعدی آینده_ی",
    })
    words.add("اخیر", ("l", -1))
    words.add("پیش قبل", ("a", -1))
    words.add("بعد بعدتر", ("F", 1))
    words.add("دیگر", ("F", counts.ALWAYS))
    words.add("پس", ("O", 1))
    words.table("i", {0: "این همین"})
    words.add("همان آن", ("s", None))
    words.add("هر همه", ("e", None))
    words.add("همه‌ساله همه_ساله هرساله هر_ساله همه‌روزه هرروزه هر_روزه", ("v", None))
    words.add("هرروز", ("e", None), ("D", ("day", False)))
    words.add("هرسال", ("e", None), ("Y", ("year", False)))
    words.add("بار مرتبه نوبت", ("r", None))
    words.table("P", {
        0: "اوایل اوائل ابتدای آغاز شروع اول_های", 1: "اواسط میانه میانه‌های اواسط_ماه",
        2: "اواخر پایان انتهای آخر",
    })
    words.add(
        "حدود حدودا حدوداً تقریبا تقریباً نزدیک_به قریب_به قریب در_حدود کمتر_از بیش_از بیشتر_از "
        "نزدیک_به", ("A", None),
    )
    words.table("E", {
        "gregorian": "میلادی م.", "solar_hijri": "خورشیدی شمسی هجری_شمسی هجری_خورشیدی ه.ش ه.ش. "
        "هـ.ش هجری_شمسی",
        "lunar_hijri": "قمری هجری_قمری ه.ق ه.ق. هـ.ق", None: "هجری قبل_از_میلاد پیش_از_میلاد ق.م",
    })
    words.add("تا الی لغایت", ("t", None))
    words.add("یا", ("&", None))
    words.add("از مورخ مورخه برابر_با مصادف_با به_تاریخ", ("f", None))
    words.add("در طی ظرف_مدت مصوب متولد", ("p", None))
    words.add("به_مدت برای_مدت در_مدت طی_مدت ظرف برای_مدت", ("j", None))
    words.add("چند چندی", ("g", None))
    words.add(
        "نفر تن درصد کشور دلار تومان ریال کیلومتر متر مورد دستگاه شهر استان "
        "خبرنگار نماینده عضو گل امتیاز تیم واحد باب فقره عدد کیلو تخت هکتار کشته زخمی شهید "
        "ماده بند صفحه جلد", ("N", None),
    )
    words.add(
        "میدان خیابان بلوار کوچه پل بیمارستان ورزشگاه ایستگاه پادگان حزب جبهه جریان فتنه خبرگزاری "
        "دانشگاه مدرسه گردان لشکر تیپ نماز بنیاد سینما سالن مجتمع پارک بزرگراه اتوبان مسجد "
        "یوم_الله یوم‌الله شهرک سازمان امام_جمعه ائمه_جمعه نمازجمعه خطیب_جمعه خطبه_های شهر امام "
        "ائمه ناوشکن قیام امامت امامت_جمعه "
        "شب_شعر هتل انقلاب", ("z", None),
    )
    words.add("بازار پایتخت نصر نژاد پور خردادی", ("B", None))
    for day, feast in _FEASTS.items():
        words.add(feast, ("x", day))
    words.add(
        "میشود میشوند میگردد خواهد خواهند خواهیم خواهم قرار_است می‌خواهد در_نظر_دارد نخواهد "
        "نخواهند موکول", (FUTURE_CUE, None),
    )
    words.add(
        "شد شدند بود بودند کرد کردند داشت داشتند گرفت گرفتند یافت یافتند رفت رفتند آمد آمدند "
        "پرداخت پرداختند رسید رسیدند سپری داد دادند زد زدند نشد نبود نکرد درگذشت",
        (PAST_CUE, None),
    )
    for stem in "شده کرده داشته گرفته یافته بوده رفته آمده رسیده داده".split():
        words.add([f"{stem} {end}" for end in ("است", "بود", "اند", "بودند")], (PAST_CUE, None))
    words.add(
        "گفت گفتند افزود افزودند اظهار_داشت اظهار_کرد اعلام_کرد اعلام_کردند تاکید_کرد تصریح_کرد "
        "خاطرنشان_کرد یادآور_شد بیان_کرد عنوان_کرد ابراز_داشت نوشت نوشتند اشاره_کرد خبر_داد "
        "خبر_دادند اعلام_شد اعلام_شده اعلام_شده_است تعیین_شد تعیین_شده_است خواستار_شد",
        (SAID_CUE, None),
    )
    return words.done()


# (calendar, month, day, whether the name alone means the day)
_FEASTS = {
    ("solar_hijri", 1, 1, False): "نوروز عید_نوروز", ("solar_hijri", 1, 13, True): "سیزده‌بدر "
    "سیزده_به_در",
    ("lunar_hijri", 10, 1, True): "عید_فطر عید_سعید_فطر عیدفطر",
    ("lunar_hijri", 12, 10, True): "عید_قربان عید_سعید_قربان عید_اضحی عیدقربان",
    ("lunar_hijri", 12, 18, True): "عید_غدیر عید_سعید_غدیر عید_غدیر_خم",
    ("lunar_hijri", 1, 10, False): "عاشورا عاشورای_حسینی", ("lunar_hijri", 1, 9, False): "تاسوعا "
    "تاسوعای_حسینی",
    ("lunar_hijri", 2, 20, False): "اربعین اربعین_حسینی", ("lunar_hijri", 12, 9, False): "عرفه",
    ("solar_hijri", 9, 30, True): "شب_یلدا",
}

RULES: tuple[Rule, ...] = (
    ("(?P<mon>M)", months.whole_month),
    # «۹ ماهه نخست سال ۱۴۰۰», «۶ ماهه امسال»
    (f"(?P<part>P)?(?P<first>nJo?)[fp]*(?P<y>Y{YEAR}|y)(?P<era>E)?", years.first_months),
    (f"(?P<part>P)?(?P<first>nJo?){OF_WHICH}", years.first_months),
    # «آن روز», «این سال», «همین ماه»
    (r"(?P<back>i)(?P<unit>[DLY])", near.anaphora),
    (r"ig?[DKLYC]", near.this_plural),
    (r"(?<![noTchz])d", lengths.noon),
    # «سالها» alone is how long
    (r"(?P<unit>[YCGL])", lengths.plural_length),
    # «یک هفته پس از آن», «دو روز پیش از آن»; «پس از آن روز» counts nothing
    (r"(?P<about>A)?(?<!c)(?P<n>n?)(?P<unit>[DKLYC])(?P<after>[aFO])fs(?![DKLYC])",
     counts.counted_on),
    # «شنبه دو هفته آینده»
    (r"D?Wd?n(?P<unit>K)[kF]", near.open_date),
    # «هفته‌ای سه بار», «سه روز در هفته», «دو بار در سال»
    (r"n[rD]p(?P<unit>[KLYD])", lengths.repetition),
    (r"[DKLY]nr", lengths.repetition),
    # «۱۷ ساعت», «دو ساعت و نیم», «سه شب»
    (r"(?<!c)(?:[ny]|g)(?:&b|t?n)?c(?:&b|(?:&nh)+)?d?", lengths.length),
    # the Afghan months are common words, and months only between a day and a year or «ماه»
    (r"(?:(?:D?(?P<wd>W),?)?D?)(?P<d>[no])(?P<mon>V)L?f?Y?(?P<y>y)", days.calendar_days),
    (r"(?:(?:D?(?P<wd>W),?)?D?)(?P<d>[no])(?P<mon>V)L", days.calendar_days),
    (r"(?<!c)(?:[ny]|g)(?:&b|t?n)?c(?:&b)?[aF]", lengths.time),
    (r"(?<!c)g(?P<unit>[DKLYCGh])", lengths.length),
    (r"dp?c[nT](?:&n[hb])*", lengths.time),
)
