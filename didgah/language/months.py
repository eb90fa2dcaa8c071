"""Names of months, seasons and weekdays: how we write them, and how others do.

`NAMES[calendar][language]` is what we print. `VARIANTS` holds every further spelling met in
coverage; `by_name` finds them all by `fold.key`.
"""

from __future__ import annotations

from functools import cache

from babel import Locale

from didgah.language.fold import key
from didgah.language.writing import mirrored
from didgah.model import Calendar


def _split(names: str) -> tuple[str, ...]:
    return tuple(name.replace("_", " ") for name in names.split())


NAMES: dict[Calendar, dict[str, tuple[str, ...]]] = {
    "gregorian": {
        "fa": _split("ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر"),
        "en": _split("January February March April May June July August September October "
                     "November December"),
        "ru": _split("январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь "
                     "декабрь"),
        "ar": _split("يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر "
                     "ديسمبر"),
    },
    "solar_hijri": {
        "fa": _split("فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند"),
        "en": _split("Farvardin Ordibehesht Khordad Tir Mordad Shahrivar Mehr Aban Azar Dey "
                     "Bahman Esfand"),
        "ru": _split("фарвардин ордибехешт хордад тир мордад шахривар мехр абан азар дей бахман "
                     "эсфанд"),
        "ar": _split("فروردين أرديبهشت خرداد تير مرداد شهريور مهر آبان آذر دي بهمن إسفند"),
    },
    "lunar_hijri": {
        "fa": _split("محرم صفر ربیع‌الاول ربیع‌الثانی جمادی‌الاول جمادی‌الثانی رجب شعبان رمضان شوال "
                     "ذی‌القعده ذی‌الحجه"),
        "en": _split("Muharram Safar Rabi_al-Awwal Rabi_al-Thani Jumada_al-Ula Jumada_al-Thani "
                     "Rajab Shaban Ramadan Shawwal Dhu_al-Qadah Dhu_al-Hijjah"),
        "ru": _split("мухаррам сафар раби-уль-авваль раби-ус-сани джумада-ль-уля "
                     "джумада-с-сания раджаб шаабан рамадан шавваль зуль-каада зуль-хиджа"),
        "ar": _split("محرم صفر ربيع_الأول ربيع_الآخر جمادى_الأولى جمادى_الآخرة رجب شعبان رمضان "
                     "شوال ذو_القعدة ذو_الحجة"),
    },
}

RUSSIAN_GENITIVE: dict[Calendar, tuple[str, ...]] = {
    "gregorian": _split("января февраля марта апреля мая июня июля августа сентября октября "
                        "ноября декабря"),
    "solar_hijri": _split("фарвардина ордибехешта хордада тира мордада шахривара мехра абана "
                          "азара дея бахмана эсфанда"),
    "lunar_hijri": _split("мухаррама сафара раби-уль-авваля раби-ус-сани джумада-ль-уля "
                          "джумада-с-сания раджаба шаабана рамадана шавваля зуль-каады "
                          "зуль-хиджи"),
}
RUSSIAN_PREPOSITIONAL = _split("январе феврале марте апреле мае июне июле августе сентябре "
                               "октябре ноябре декабре")

# Further spellings: (language, calendar, month, names).
VARIANTS: tuple[tuple[str, Calendar, int, str], ...] = (
    ("fa", "gregorian", 1, "جنوری ژانویهٔ ژانویه‌ی"),
    ("fa", "gregorian", 2, "فبروری فوریهٔ فوریه‌ی"),
    ("fa", "gregorian", 3, "مارچ مارت"),
    ("fa", "gregorian", 4, "آپریل اپریل اوریل"),
    ("fa", "gregorian", 5, "می ماه_مه ماه_می"),
    ("fa", "gregorian", 6, "جون ژون ژوین"),
    ("fa", "gregorian", 7, "جولای جولائی ژوییه ژوئیهٔ ژوئیه‌ی ژولای جولایی"),
    ("fa", "gregorian", 8, "آگوست اگوست آگست اگست اوگوست"),
    ("fa", "gregorian", 9, "سپتمبر"),
    ("fa", "gregorian", 10, "اکتوبر آکتبر"),
    ("fa", "gregorian", 11, "نومبر"),
    ("fa", "gregorian", 12, "دیسامبر دسمبر دیسمبر"),
    ("fa", "solar_hijri", 2, "اردی‌بهشت"),
    ("fa", "solar_hijri", 5, "امرداد"),
    ("fa", "lunar_hijri", 1, "محرم‌الحرام"),
    ("fa", "lunar_hijri", 2, "صفرالمظفر"),
    ("fa", "lunar_hijri", 3, "ربیع_الاول ربیع‌الاوّل ربیع_اول ربیعالاول"),
    ("fa", "lunar_hijri", 4, "ربیع_الثانی ربیع_الآخر ربیع‌الآخر ربیع_الاخر ربیع_ثانی"),
    ("fa", "lunar_hijri", 5, "جمادی_الاول جمادی_الاولی جمادی‌الاولی جمادی_الأولی جمادی_اول"),
    ("fa", "lunar_hijri", 6, "جمادی_الثانی جمادی_الثانیه جمادی‌الثانیه جمادی_ثانی"),
    ("fa", "lunar_hijri", 6, "جمادی_الآخر جمادی_الاخری جمادی‌الآخره جمادی_الآخره"),
    ("fa", "lunar_hijri", 7, "رجب‌المرجب"),
    ("fa", "lunar_hijri", 8, "شعبان‌المعظم"),
    ("fa", "lunar_hijri", 9, "رمضان‌المبارک ماه_مبارک_رمضان ماه_رمضان"),
    ("fa", "lunar_hijri", 10, "شوال‌المکرم"),
    ("fa", "lunar_hijri", 11, "ذی_القعده ذیقعده ذی‌قعده ذی_قعده ذوالقعده ذی‌القعدةالحرام"),
    ("fa", "lunar_hijri", 12, "ذی_الحجه ذیحجه ذی‌حجه ذی_حجه ذوالحجه ذی‌الحجةالحرام ذیالحجه"),
    ("ar", "gregorian", 1, "كانون_الثاني جانفي"),
    ("ar", "gregorian", 2, "شباط فيفري"),
    ("ar", "gregorian", 3, "آذار"),
    ("ar", "gregorian", 4, "نيسان إبريل أفريل"),
    ("ar", "gregorian", 5, "أيار ماي"),
    ("ar", "gregorian", 6, "حزيران جوان يونيه"),
    ("ar", "gregorian", 7, "تموز جويلية يوليه"),
    ("ar", "gregorian", 8, "آب أوت غشت"),
    ("ar", "gregorian", 9, "أيلول شتنبر"),
    ("ar", "gregorian", 10, "تشرين_الأول أوكتوبر"),
    ("ar", "gregorian", 11, "تشرين_الثاني نونبر"),
    ("ar", "gregorian", 12, "كانون_الأول دجنبر"),
    ("ar", "lunar_hijri", 1, "المحرم محرّم محرم_الحرام"),
    ("ar", "lunar_hijri", 3, "ربيع_أول"),
    ("ar", "lunar_hijri", 4, "ربيع_الثاني ربيع_ثاني"),
    ("ar", "lunar_hijri", 5, "جمادى_الأول جماد_الأول"),
    ("ar", "lunar_hijri", 6, "جمادى_الثانية جمادى_الثاني جماد_الآخر"),
    ("ar", "lunar_hijri", 9, "رمضان_المبارك"),
    ("ar", "lunar_hijri", 11, "ذي_القعدة ذوالقعدة ذا_القعدة"),
    ("ar", "lunar_hijri", 12, "ذي_الحجة ذوالحجة ذا_الحجة"),
    ("en", "gregorian", 1, "Jan"), ("en", "gregorian", 2, "Feb"), ("en", "gregorian", 3, "Mar"),
    ("en", "gregorian", 4, "Apr"), ("en", "gregorian", 6, "Jun"), ("en", "gregorian", 7, "Jul"),
    ("en", "gregorian", 8, "Aug"), ("en", "gregorian", 9, "Sep Sept"),
    ("en", "gregorian", 10, "Oct"), ("en", "gregorian", 11, "Nov"),
    ("en", "gregorian", 12, "Dec"),
    ("en", "solar_hijri", 1, "Farwardin"), ("en", "solar_hijri", 5, "Amordad"),
    ("en", "solar_hijri", 6, "Shahriwar"), ("en", "solar_hijri", 10, "Dei"),
    ("en", "solar_hijri", 12, "Esfand Isfand"),
    ("en", "lunar_hijri", 1, "Moharram"), ("en", "lunar_hijri", 8, "Shaban Sha'ban"),
    ("en", "lunar_hijri", 9, "Ramadhan Ramazan"),
    ("en", "lunar_hijri", 11, "Dhul_Qadah Dhu_al-Qi'dah Zulqada"),
    ("en", "lunar_hijri", 12, "Dhul_Hijjah Dhu_al-Hijja Zulhijja"),
    ("ru", "gregorian", 1, "янв"), ("ru", "gregorian", 2, "фев февр"),
    ("ru", "gregorian", 4, "апр"), ("ru", "gregorian", 8, "авг"),
    ("ru", "gregorian", 9, "сен сент"), ("ru", "gregorian", 10, "окт"),
    ("ru", "gregorian", 11, "ноя нояб"), ("ru", "gregorian", 12, "дек"),
)

# Monday first, as `date.weekday` counts.
WEEKDAYS: dict[str, tuple[str, ...]] = {
    "fa": _split("دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه شنبه یکشنبه"),
    "en": _split("Monday Tuesday Wednesday Thursday Friday Saturday Sunday"),
    "ru": _split("понедельник вторник среда четверг пятница суббота воскресенье"),
    "ar": _split("الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد"),
}
WEEKDAY_VARIANTS: tuple[tuple[str, int, str], ...] = (
    ("fa", 0, "دو_شنبه دو‌شنبه"), ("fa", 1, "سه_شنبه سهشنبه سشنبه"),
    ("fa", 2, "چهار_شنبه چهار‌شنبه"), ("fa", 3, "پنج_شنبه پنج‌شنبه"),
    ("fa", 4, "آدینه"), ("fa", 6, "یک_شنبه یک‌شنبه"),
    ("en", 0, "Mon"), ("en", 1, "Tue Tues"), ("en", 2, "Wed"), ("en", 3, "Thu Thur Thurs"),
    ("en", 4, "Fri"), ("en", 5, "Sat"), ("en", 6, "Sun"),
    ("ru", 0, "пн понедельника"), ("ru", 1, "вт вторника"), ("ru", 2, "ср среду среды"),
    ("ru", 3, "чт четверга"), ("ru", 4, "пт пятницу пятницы"),
    ("ru", 5, "сб субботу субботы"), ("ru", 6, "вс воскресенья"),
    ("ar", 0, "الإثنين اثنين"), ("ar", 1, "ثلاثاء"), ("ar", 2, "أربعاء"), ("ar", 3, "خميس"),
    ("ar", 4, "جمعة"), ("ar", 5, "سبت"), ("ar", 6, "أحد"),
)

# Seasons in the order of the solar year: spring first.
SEASONS: dict[str, tuple[str, ...]] = {
    "fa": ("بهار", "تابستان", "پاییز", "زمستان"),
    "en": ("spring", "summer", "autumn", "winter"),
    "ru": ("весна", "лето", "осень", "зима"),
    "ar": ("ربيع", "صيف", "خريف", "شتاء"),
}


def spellings(language: str) -> list[tuple[str, Calendar, int]]:
    """(name, calendar, month 1–12) for every known spelling in `language`."""
    found = [
        (name, calendar, n)
        for calendar, table in NAMES.items()
        for n, name in enumerate(table.get(language, ()), 1)
    ]
    found += [
        (name, calendar, month)
        for lang, calendar, month, names in VARIANTS if lang == language
        for name in _split(names)
    ]
    if language == "ru":
        found += [
            (name, calendar, n)
            for calendar, names in RUSSIAN_GENITIVE.items() for n, name in enumerate(names, 1)
        ]
        found += [(name, "gregorian", n) for n, name in enumerate(RUSSIAN_PREPOSITIONAL, 1)]
    return found


def weekday_spellings(language: str) -> list[tuple[str, int]]:
    """(name, weekday with Monday 0) for every known spelling in `language`."""
    found = [(name, n) for n, name in enumerate(WEEKDAYS.get(language, ()))]
    return found + [
        (name, n) for lang, n, names in WEEKDAY_VARIANTS if lang == language
        for name in _split(names)
    ]


@cache
def by_name() -> dict[str, tuple[Calendar, int]]:
    """`fold.key` of a month's name in any language → (calendar, month).

    No key stands for two months: Persian آذر (Azar) and Arabic آذار (March) differ in writing.
    """
    table: dict[str, tuple[Calendar, int]] = {}
    for language in ("fa", "ar", "ru", "en"):
        for name, calendar, month in spellings(language):
            table.setdefault(key(name), (calendar, month))
    return table


def weekday_initials(language: str) -> tuple[str, ...]:
    """The shortest usual names of the weekdays, Sunday first («ی», "Su", «вс»), from CLDR."""
    days = Locale.parse(language).days["stand-alone"]
    names = days["narrow" if mirrored(language) else "short"]
    return tuple(names[(n + 6) % 7] for n in range(7))


@cache
def weekday_names() -> frozenset[str]:
    """`fold.key` of every weekday's name in any language."""
    return frozenset(key(n) for lang in WEEKDAYS for n, _ in weekday_spellings(lang))
