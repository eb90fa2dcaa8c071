"""The Russian words of date expressions, and the few rules that only Russian has."""

from __future__ import annotations

from functools import cache

from didgah.annotate import date_counts as counts
from didgah.annotate import date_lengths as lengths
from didgah.annotate import date_months as months
from didgah.annotate import date_seasons as seasons
from didgah.annotate import date_values as values
from didgah.annotate import date_years as years
from didgah.annotate.date_grammar import AFTER_THAT, QUARTER, SAME_DAY, THIS_YEAR, Rule
from didgah.annotate.date_lexicon import FUTURE_CUE, PAST_CUE, SAID_CUE, Lexicon, LexiconBuilder
from didgah.annotate.date_reader import Customs, Found
from didgah.annotate.date_values import Value
from didgah.language.months import spellings, weekday_spellings

CUSTOMS = Customs(foreign_months=frozenset(("solar_hijri", "lunar_hijri")))
YEAR = "y"

_ADJECTIVE = "ый ий ого его ому ему ым им ом ем ая яя ой ей ую юю ое ее ые ие ых их ыми ими"
_ROMAN = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI XXII".split()


def _forms(stem: str) -> str:
    return " ".join(stem + ending for ending in _ADJECTIVE.split())


def _one(stems: str) -> str:
    """The singular forms of adjectives, "прошлый"."""
    return " ".join(stem + e for stem in stems.split() for e in _ADJECTIVE.split()[:-6])


def _many(stems: str) -> str:
    """Their plural forms, "прошлые"."""
    return " ".join(stem + e for stem in stems.split() for e in _ADJECTIVE.split()[-6:])


_UNITS = {
    ("D", "day", False): "день дня дню днем дне сутки", ("D", "day", True): "дни дней дням днями "
    "днях суток",
    ("K", "week", False): "неделя неделю недели неделе неделей",
    ("K", "week", True): "недель неделям неделями неделях",
    ("L", "month", False): "месяц месяца месяцу месяце месяцем",
    ("L", "month", True): "месяцы месяцев месяцам месяцами месяцах мес.",
    ("Y", "year", False): "год года году годом годе г.",
    ("Y", "year", True): "годы годов годам годами годах лет летам летами летах гг.",
    ("C", "decade", False): "десятилетие десятилетия десятилетии десятилетию десятилетием",
    ("C", "decade", True): "десятилетий десятилетиям десятилетиями десятилетиях",
    ("G", "century", False): "век века веке веку веком столетие столетия столетии в.",
    ("G", "century", True): "веков веках столетий столетиях вв.",
    ("Q", "quarter", False): "квартал квартала квартале кварталу кварталом",
    ("H", "half", False): "полугодие полугодия полугодии полугодию полугодием половина половины "
                          "половине половину половиной",
    ("h", "hour", True): "час часа часов часам часами часах часу минута минуту минуты "
                         "минут секунда секунду секунды секунд",
}
_DECADES = {
    1920: "двадцатые двадцатых", 1930: "тридцатые тридцатых", 1940: "сороковые сороковых",
    1950: "пятидесятые пятидесятых", 1960: "шестидесятые шестидесятых",
    1970: "семидесятые семидесятых", 1980: "восьмидесятые восьмидесятых",
    1990: "девяностые девяностых", 2000: "двухтысячные двухтысячных нулевые нулевых",
}
_ABBREVIATED = frozenset("янв фев февр апр авг сен сент окт ноя нояб дек".split())
_PAST = (
    "собрался приехал прилетел вылетел направился совершил нанес возглавил представил рассмотрел "
    "продолжил продолжился завершил поехал вернулся пообщался побеседовал беседовал переговорил "
    "участвовал пригласил поздравил призвал обсудил обсуждал договорился согласовал поддержал "
    "осудил назначил вручил направил отправил отправился посещал принимал прошелся созвонился "
    "погиб произошел случился стартовал заключил проголосовал одобрил утвердил"
)
_SPANS = (
    "одно двух трех четырех пяти шести семи восьми девяти десяти двенадцати пятнадцати двадцати "
    "тридцати сорока пятидесяти сто полутора много"
).split()


@cache
def lexicon() -> Lexicon:
    """The words that Russian date expressions are made of."""
    words = LexiconBuilder("ru")
    for name, calendar, number in spellings("ru"):
        kind = "m" if name in ("май", "мая", "мае", "азар", "тир", "дей", "мехр") else "M"
        short = name in _ABBREVIATED
        words.add([name, f"{name}."] if short else [name], (kind, (calendar, number)))
    words.add("маю маем", ("m", ("gregorian", 5)))
    for number, forms in enumerate((
        "январю январем февралю февралем марту мартом апрелю апрелем", "", "", "", "июню июнем",
        "июлю июлем", "августу августом", "сентябрю сентябрем", "октябрю октябрем",
        "ноябрю ноябрем", "декабрю декабрем",
    )):
        months = (1, 1, 2, 2, 3, 3, 4, 4) if number == 0 else (number + 2,) * 2
        for form, month in zip(forms.split(), months, strict=False):
            words.add(form, ("M", ("gregorian", month)))
    for name, number in weekday_spellings("ru"):
        if len(name) > 2:
            doubtful = name in ("среда", "среды", "воскресенье", "воскресенья", "суббота",
            "пятница")
            words.add([name], ("w" if doubtful else "W", number))
    words.table("W", {
        0: "понедельнику понедельником понедельнике", 1: "вторнику вторником вторнике",
        3: "четвергу четвергом четверге", 4: "пятнице пятницей", 5: "субботе субботой",
        6: "воскресенью воскресеньем",
    })
    words.table("w", {2: "среде средой"})
    words.add(
        "понедельникам вторникам средам четвергам пятницам субботам воскресеньям будням выходным "
        "ежегодно ежемесячно еженедельно ежедневно ежеквартально ежечасно", ("v", None),
    )
    for stem in ("учебн", "финансов", "бюджетн"):
        for end, year in (("ый", "год"), ("ого", "года"), ("ому", "году"), ("ом", "году")):
            words.add(f"{stem}{end}_{year}", ("Y", ("school", False)))
    for (kind, unit, plural), spelled in _UNITS.items():
        words.add(spelled, (kind, (unit, plural)))
    for number, figure in enumerate(_ROMAN, 1):
        words.add(figure, ("o", number), capital=True)
    words.add("сего_года с.г. с._г.", ("I", 0))
    for year, forms in _DECADES.items():
        words.add([f"{f} годы" for f in forms.split()] + [f"{f} годов" for f in forms.split()]
                  + [f"{f} годах" for f in forms.split()], ("Z", (year, 4)))
    for stem in _SPANS:
        for unit in ("дневн", "недельн", "месячн", "летн", "часов", "минутн"):
            words.add(_forms(stem + unit), ("J", True))
    words.add("полгода полугода", ("n", 1), ("h", ("hour", True)))
    words.add("полтора полторы полутора", ("n", 1))
    words.add("полчаса", ("n", 1), ("h", ("hour", True)))
    words.add("половиной половина", ("b", None))
    words.table("R", {
        (0, True): "сегодня", (-1, False): "вчера", (-2, False): "позавчера",
        (1, False): "завтра", (2, False): "послезавтра", (-1, True): "накануне",
    })
    words.table("d", {
        "morning": "утром утра утро", "evening": "вечером вечера вечер",
        "night": "ночью ночи ночь", "day": "днем", "noon": "пополудни",
    })
    words.add("россия_сегодня", ("q", None), capital=True)
    words.add("полдень полночь", ("T", None))
    words.table("k", {
        -1: _one("прошл минувш истекш ушедш прошедш"), 0: _one("текущ нынешн"),
        1: _one("следующ будущ предстоящ наступающ"),
    })
    words.table("l", {
        -1: _many("прошл минувш истекш прошедш"), 1: _many("следующ будущ предстоящ"),
    })
    words.add("этого этому этим этом эта этой эту этот", ("i", 0))
    words.add("последние последних последнее_время последним последними", ("l", -1))
    words.add("ближайшие ближайших ближайшее_время ближайшую ближайший ближайшем ближайшей",
    ("l", 1))
    words.add("назад", ("a", -1))
    words.add("спустя", ("F", 0))
    words.table("U", {
        1: "позже позднее спустя после_этого после_того", -1: "ранее раньше до_этого до_того",
    })
    words.add("до_того_как после_того_как", ("q", None))
    words.add("числа", ("O", None))
    words.add("через", ("F", 1))
    words.add(
        "тот_же того_же том_же тому_же ту_же той_же те_же тех_же этот_же этого_же этом_же то_же "
        "тот того том той ту", ("s", 0),
    )
    words.add(_forms("предыдущ"), ("s", -1))
    words.add("каждый каждого каждую каждой каждое каждые каждых каждом", ("e", None))
    words.add("раз раза", ("r", None))
    words.add("однажды дважды трижды", ("r", None))
    words.table("P", {
        0: "начало начала начале началу началом", 1: "середина середины середине середину "
        "середине_",
        2: "конец конца конце концу концом исходе",
    })
    words.add("около примерно приблизительно почти порядка ориентировочно более менее свыше "
    "не_менее "
              "не_более", ("A", None))
    words.add("н._э. нашей_эры", ("E", "gregorian"))
    words.add("до_н._э. до_нашей_эры до_н.э.", ("E", None))
    words.add("хиджры г._х. по_хиджре", ("E", "lunar_hijri"))
    words.add("по", ("t", None))
    words.add("до", ("t", None))
    words.add("или", ("&", None))
    words.add("в во с со на к ко от за после перед между начиная_с из", ("p", None))
    words.add("в_течение на_протяжении в_продолжение сроком_на", ("j", None))
    words.add("несколько нескольких много многих многие долгие долгих пару пары пара", ("g", None))
    words.table("S", {
        0: "весна весной весны весне весну", 1: "лето летом лета лету",
        2: "осень осенью осени", 3: "зима зимой зимы зиме зиму",
    })
    words.add("человек людей стран долларов рублей процентов тысяч миллионов километров", ("N",
    None))
    words.add("обитания", ("B", None))
    words.add("окружающая окружающую окружающей улица улицы улице ул. площадь площади", ("z", None))
    words.add(
        "будет будут пройдет состоится состоятся примет примут посетит запланирован запланирована "
        "запланировано запланированы планирует планируется планируют намечен намечена намечено "
        "намечены предстоит проведет проведут встретится встретятся начнется начнутся откроется "
        "завершится прибудет прибудут отправится выступит подпишут станет станут ожидается "
        "предполагается обсудят рассмотрят продлится вступит соберется соберутся обсудит приедет "
        "приедут прилетит прилетят вылетит вылетят направится направятся совершит совершат нанесет "
        "нанесут выйдет подпишет откроет откроют откроются возглавит возглавят представит "
        "представят рассмотрит объявит объявят продолжит продолжат продолжатся продолжится "
        "завершит "
        "завершат завершатся поедет поедут вернется вернутся пообщается побеседует побеседуют "
        "пройдут отправятся выступят посетят состоятся собирается собираются готовится готовятся "
        "намерен намерена намерены ожидаются намечены соберет соберем будем буду проголосует "
        "проголосуют стартует стартуют", (FUTURE_CUE, None),
    )
    for verb in _PAST.split():  # "встретил", "встретилась"
        stem, own = verb.removesuffix("ся").removesuffix("л"), verb.endswith("ся")
        for end in ("л", "ла", "ло", "ли"):
            words.add([stem + end + ("" if not own else "ся" if end == "л" else "сь")],
                      (PAST_CUE, None))
    words.add(
        "был была было были прошел прошла прошло прошли состоялся состоялась состоялось состоялись "
        "принял приняла приняли приняло провел провела провели посетил посетила посетили "
        "встретился "
        "встретилась встретились проходил проходила проходили завершился завершилась завершились "
        "открыл открыла открыли открылся открылась начался началась начались прибыл прибыла "
        "прибыли "
        "выступил выступила подписал подписали подписан подписана подписано стал стала стали "
        "обсудили вступил вступила получил получила", (PAST_CUE, None),
    )
    words.add(
        "сообщил сообщила сообщили сообщает заявил заявила заявили сказал сказала сказали отметил "
        "отметила подчеркнул подчеркнула добавил рассказал рассказала объявил объявили передает "
        "пишет написал уточнил пояснил",
        (SAID_CUE, None),
    )
    return words.done()



def _years(found: Found) -> Value | None:
    """"2014 год", "2014–2016 годы"; "2000 лет" are a length."""
    last = found.words()[-1][0]
    if found.text.startswith("лет", last.start):
        return values.typed("duration")
    return years.whole_years(found)


RULES: tuple[Rule, ...] = (
    THIS_YEAR, SAME_DAY, AFTER_THAT, QUARTER,
    ("(?<![no])S(?![lk])", seasons.bare_season),  # "летом"
    (r"[pt](?P<span>(?P<mon>[Mm]))(?!B)", months.whole_month),
    # "2014 год", "2014–2016 годы", "в конце 2014 года"
    (r"(?P<about>A)?(?:(?P<part>P)[pf]?)?(?P<y>y)(?:[t&-](?P<y2>[yn]))?Y", _years),
    # "лет 15 назад"
    (r"(?P<about>(?P<unit>[DKLYC]))(?P<n>n)a", counts.ago),
    (r"(?<!p)(?P<one>d)(?P<after>U)", counts.day_on),  # "днём позже"
    # "10 часов утра", "в 17 часов"
    (r"p(?P<span>nh(?:nh)?d?)", lengths.time),
    (r"p(?P<span>T)", lengths.time),
)
