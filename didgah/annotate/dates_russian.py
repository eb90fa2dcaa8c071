"""Russian date expressions: their patterns, and what the words mean."""

from __future__ import annotations

import re

from didgah.annotate import date_rules as rules
from didgah.language.fold import key
from didgah.language.months import (
    RUSSIAN_GENITIVE,
    RUSSIAN_PREPOSITIONAL,
    spellings,
    weekday_spellings,
)
from didgah.language.numbers import number_of

_W = r"(?<!\w)"
_E = r"(?!\w)"


def _any(words: list[str] | tuple[str, ...]) -> str:
    return "(?:" + "|".join(map(re.escape, sorted(set(words), key=len, reverse=True))) + ")"


_GENITIVE = _any([name for names in RUSSIAN_GENITIVE.values() for name in names])
_BARE = _any([name for name, calendar, _ in spellings("ru") if calendar == "gregorian"])
_DAY = r"(?<!\d)\d{1,2}(?!\d)(?:-?(?:го|е))?"
_YEAR = r"(?<!\d)\d{4}(?!\d)"
_YEAR_WORD = rf"(?: ?(?:года|год|году|г\.|г{_E}))"
_OF_YEAR = rf"(?:,? (?P<y>{_YEAR}){_YEAR_WORD}?)"
_WHICH = (
    r"прошл(?:ого|ой|ом|ую|ый|ое)|минувш(?:его|ей|ем|ую|ий)|истекш(?:его|ей|ем)|"
    r"эт(?:ого|ой|ом|у|от)|текущ(?:его|ей|ем|ий)|нынешн(?:его|ей|ем|ий)|"
    r"следующ(?:его|ей|ем|ую|ий)|будущ(?:его|ей|ем|ую)|предстоящ(?:его|ей|ем|ую)|ближайш(?:ий"
    r"|ую|ем)"
)
_OF_WHICH_YEAR = rf"(?: (?P<which>{_WHICH}) (?P<ofyear>года){_E})"
_THROUGH = r"(?: ?[–—-] ?| по )"
_TO = rf"(?:{_THROUGH}| и | или )"
_WD = _any([name for name, _ in weekday_spellings("ru") if len(name) > 2])
_WEEKDAY = rf"(?:{_W}(?:(?:в|во) )?(?P<wd>{_WD}),? )?"
_PART = (
    r"(?:(?P<part>(?:в )?(?:начал[еау]|середин[еау]|конц[еау]|конец)|до конца) )"
)
_ABOUT = r"(?:(?P<about>около|примерно|приблизительно|почти|порядка) )"
_UNITS = {
    "day": "день дня дней", "week": "неделя неделю недели недель неделе",
    "month": "месяц месяца месяцев месяце", "year": "год года лет году",
    "decade": "десятилетие десятилетия десятилетий",
}
_UNIT = rf"(?P<unit>{_any([w for words in _UNITS.values() for w in words.split()])})"
_NUMBER = (
    r"(?P<n>(?<!\d)\d{1,4}|один|одну|два|две|три|четыре|пять|шесть|семь|восемь|девять|десять|"
    r"двенадцать|пятнадцать|двадцать|тридцать|двух|трех|трёх|пяти|десяти|пятнадцати)"
)
_SEASONS = {"весной": 0, "летом": 1, "осенью": 2, "зимой": 3,
            "весны": 0, "лета": 1, "осени": 2, "зимы": 3}
_FORMS = {
    -1: "прошлого прошлой прошлом прошлую прошлый прошлое минувшего минувшей минувшем минувшую "
        "минувший истекшего истекшей истекшем",
    0: "этого этой этом эту этот текущего текущей текущем текущий нынешнего нынешней нынешнем "
       "нынешний",
    1: "следующего следующей следующем следующую следующий будущего будущей будущем будущую "
       "предстоящего предстоящей предстоящем предстоящую ближайший ближайшую ближайшем",
}
_PARTS = {0: "начале начала началу", 1: "середине середина середину", 2: "конце конца концу конец"}


def _number(text: str) -> int | None:
    text = re.sub(r"-?(?:го|е)$", "", text)
    return number_of(text, "ru")


READER = rules.Reader(
    months={key(name): (calendar, number) for name, calendar, number in spellings("ru")},
    weekdays={key(name): number for name, number in weekday_spellings("ru")},
    number=_number,
    units={key(w): unit for unit, words in _UNITS.items() for w in words.split()},  # type: ignore[misc]
    which={key(w): offset for offset, words in _FORMS.items() for w in words.split()}
    | {"ближайшие": 1, "ближайших": 1},
    parts={
        key(before + w): third for third, words in _PARTS.items() for w in words.split()
        for before in ("", "в ")
    } | {key("до конца"): 2},
    eras={},
    seasons={key(word): n for word, n in _SEASONS.items()},
    days={"сегодня": 0, "вчера": -1, "позавчера": -2, "завтра": 1, "послезавтра": 2,
          "накануне": -1},
    loose_days=frozenset({"накануне"}),
    week_begins=0,
    needs_year=frozenset(
        (calendar, n) for calendar in ("solar_hijri", "lunar_hijri") for n in range(1, 13)
    ),
)

RULES: tuple[tuple[str, rules.Reading], ...] = (
    # с 28 июля по 2 августа 2021 года
    ((rf"{_WEEKDAY}(?P<d>{_DAY}) (?P<mon>{_GENITIVE})(?: (?P<y1>\d{{4}}){_YEAR_WORD}?)?{_THROUGH}"
     rf"(?P<d2>{_DAY}) (?P<mon2>{_GENITIVE}){_E}(?:{_OF_YEAR}|{_OF_WHICH_YEAR})?"),
     rules.calendar_days),
    # 24 ноября 2021 года; 28–30 июля; в среду, 24 ноября
    ((rf"{_WEEKDAY}(?P<d>{_DAY})(?:(?:, ?{_DAY}){{0,4}}{_TO}(?P<d2>{_DAY}))? "
      rf"(?P<mon>{_GENITIVE}){_E}"
     rf"(?:{_OF_YEAR}|{_OF_WHICH_YEAR})?"), rules.calendar_days),
    # 24 ноября, в среду
    (rf"(?P<d>{_DAY}) (?P<mon>{_GENITIVE}){_E}{_OF_YEAR}?, (?:в|во) (?P<wd>{_WD}){_E}",
     rules.calendar_days),
    (r"(?P<date>(?<![\d./-])(?:\d{1,2}[./]\d{1,2}[./]\d{4}|\d{4}-\d{1,2}-\d{1,2})(?![\d/-]))",
     rules.numeric),
    (rf"{_W}{_PART}?(?P<mon>{_BARE}){_E}(?:{_OF_YEAR}|{_OF_WHICH_YEAR})",
     rules.whole_month),
    ((rf"{_W}(?:в|к) (?P<mon>{_any(RUSSIAN_PREPOSITIONAL)}){_E}"
     rf"(?:{_OF_YEAR}|{_OF_WHICH_YEAR})?"), rules.whole_month),
    (rf"{_W}{_PART}(?P<mon>{_any(RUSSIAN_GENITIVE['gregorian'])}){_E}", rules.whole_month),
    ((rf"{_W}(?:{_ABOUT}|{_PART})?(?P<y>{_YEAR})(?: ?[–—-] ?(?P<y2>{_YEAR}))?"
     rf"(?:-?(?:й|го|м|ом|ому))? ?(?:годах|годов|годы|году|года|год|гг\.|г\.){_E}"),
     rules.whole_years),
    (rf"{_W}(?P<y>\d{{4}})-(?:е|х) ?(?:годах|годов|годы|гг\.){_E}", rules.decade),
    ((rf"{_W}(?P<season>{_any(tuple(_SEASONS))}) (?:(?P<y>{_YEAR})(?: года| г\.)?|"
     rf"(?P<which>{_WHICH}) (?P<ofyear>года){_E})"), rules.season),
    (rf"{_W}(?P<rel>вчера|сегодня|накануне),? (?:в|во) (?P<wd>{_WD}){_E}", rules.weekday),
    ((rf"{_W}(?:в|во) (?:(?P<which>{_WHICH}) )?(?P<wd>понедельник|вторник|среду|четверг|пятницу|"
     rf"субботу|воскресенье){_E}(?! обитания)"), rules.weekday),
    (rf"{_W}(?P<rel>вчера|сегодня|завтра|позавчера|послезавтра|накануне){_E}", rules.relative_day),
    ((rf"{_W}(?:{_PART}|на |в )?(?P<which>{_WHICH}) (?P<unit>неделе|неделю|месяце|месяца|году"
     rf"|года){_E}"),
     rules.relative_unit),
    (rf"{_W}{_ABOUT}?{_NUMBER} {_UNIT} назад{_E}", rules.ago),
    (rf"{_W}(?P<about>{_UNIT}) {_NUMBER} назад{_E}", rules.ago),
    (rf"{_W}(?P<n>)(?P<unit>день|неделю|месяц|год|десятилетие) назад{_E}", rules.ago),
    (rf"{_W}(?:через) {_ABOUT}?{_NUMBER}(?P<ahead> ){_UNIT}{_E}", rules.ago),
    (rf"{_W}(?:за )?(?P<which>последни[ехй]|прошедшие|минувшие|ближайши[ех]) {_NUMBER} {_UNIT}{_E}",
     rules.stretch),
)

TRIGGERS = ("года", "годы", "годах", "неделе", "неделю", "месяце", "месяца", "году")

FUTURE_CUES = (
    r"\b(?:будет|будут|пройдет|пройдёт|состоится|состоятся|примет|примут|посетит|запланирован\w*|"
    r"планиру\w+|намечен\w*|предстоит|проведет|проведёт|встретится|начнется|начнётся)\b"
)
PAST_CUES = (
    r"\b(?:был|была|было|были|прошел|прошёл|прошла|прошло|прошли|состоял\w+|принял\w?|приняли|"
    r"провел\w?|провёл|провели|посетил\w?|встретил\w*|проходил\w?|завершил\w+|открыл\w+)\b"
)
