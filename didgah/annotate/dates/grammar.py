"""The grammar of date expressions: patterns over the kinds of words, for all languages alike.

A rule is a regular expression over the letters of `date_tokens` and the reading
(`date_days`, `date_years` and the like) that makes a value of its named groups. What differs
between languages is in their lexicons, in the few rules of their own, and in how a year may
stand (`year`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from didgah.annotate.dates import (
    counts,
    days,
    feasts,
    lengths,
    months,
    near,
    numeric,
    seasons,
    years,
)
from didgah.annotate.dates.reader import Reading

Rule = tuple[str, Reading]
_UNIT = "[DKLYCGQ]"
_SHORT = "[hDKLYCG]"
_COUNTED = "(?P<about>A)?(?P<n>(?<!c)(?:[uny]|n[-t&]n)|)"

# "in this year", «هذا العام»: of the publication; Persian points back with it.
THIS_YEAR: Rule = ("(?P<which>i)(?P<unit>[LYQ])", near.relative_unit)
SAME_DAY: Rule = ("(?P<same>i)(?P<unit>D)", near.anaphora)
QUARTER: Rule = ("(?P<q>oQ)(?![pf]*[YI])", years.part_of_year)  # "in the first quarter"
# "two days after that", "годом ранее"
AFTER_THAT: Rule = (
    r"(?P<about>A)?(?<!c)(?P<n>[nu]?)(?P<unit>[DKLYC])(?P<after>U)", counts.counted_on
)
PART = "(?:(?P<part>P)-?[fp]*|(?P<half>H[no]|[no]H)[fp]*)"
_TWICE = r"(?:/[Mm]|\([Mm]\)?)?"  # «تموز/يوليو», «نوفمبر (تشرين الثاني)»
MONTH = rf"(?:Lf?)?(?P<mon>[Mm]){_TWICE}L?"
SURE_MONTH = r"(?:Lf?(?P<mon>[Mm])|(?P<monb>m)L|(?P<monc>M)L?)"
MONTH2 = rf"(?:Lf?)?(?P<mon2>[Mm]){_TWICE}L?"
DAY = "(?P<d>[no])"
DAYS = f"{DAY}(?:(?:[,&][no]){{0,6}}(?P<to>[t&-])[fD]?(?P<d2>[no]))?"
_TO_DAY = "(?:(?P<to>[t&-])[fD]?(?P<d2>[no]))?"
_MONTH_NAMED = "(?:L(?P<which>[kF])|(?P<whichb>[ki])L)"
_DAY_PART = "(?<![noTch])d"  # not the one of "5 p.m."
WEEKDAY = f"(?:(?:{_DAY_PART}f?)?(?P<rel>R)?D?(?P<wd>[Ww])d?,?[pf]?)"
OF_WHICH = ",?[fp]?(?:Y(?P<which>[kaF])|(?P<whichb>[ki])Y|(?P<whichc>I))"
TIMES = r"(?:c[onT](?:&?[on]?[hb])*|c[nT]&n|cq|T[hc]?|[no](?=d))f?d*"


class Shape(NamedTuple):
    """Where a rule fits a string of kinds: from, to, which rule, its named groups."""

    start: int
    end: int
    rule: int
    groups: dict[str, tuple[int, int]]


def adjectives_first() -> tuple[Rule, ...]:
    """Where last, this and next stand before their noun: "last week", "прошлый четверг"."""
    return (
        (r"(?P<which>[kil])(?P<wd>[Ww])d?", near.weekday),
        (rf"{PART}?(?P<which>k)(?P<unit>{_UNIT})", near.relative_unit),
        (rf"(?P<which>[kl])(?P<about>A)?(?P<n>[ny]|g)(?P<unit>{_UNIT})", counts.stretch),
        (rf"{PART}?(?P<whichm>[ki]){MONTH}", months.whole_month),
        (f"{PART}?(?P<whichm>[ki])S", seasons.season),
        (r"(?P<which>[ki])(?P<night>d)", near.relative_night),
        (r"lg?(?P<unit>[DKLYC])", near.open_date),
    )

def shared(year: str, month_first: bool = False, article: bool = False) -> tuple[Rule, ...]:
    """The rules that all languages have.

    `year` is what a year looks like in kinds; with `month_first` "July 28" is a day too. Where
    `f` is an `article` too, "two days ago the …" goes on with something else; elsewhere
    «دو روز پیش از …» counts from what follows.
    """
    ago = "a" if article else "a(?:fi|(?!f))"
    of_year = f",?[fp]?(?P<y>{year})Y?(?P<era>E)?"
    days_of_month = f"(?:{WEEKDAY}D?f?|(?:{_DAY_PART}[fp]?)?D?){DAYS}D?f?{MONTH}"
    month_of_days = rf"(?:{WEEKDAY})?(?P<mon>[Mm])f?{DAYS}"
    later = f"(?P<d2>[no])D?f?{MONTH2}"
    across = (
        rf"(?:{WEEKDAY}D?f?|D?){DAY}D?f?{MONTH}(?:,?Y?(?P<y1>y)Y?)?[t-]p?[fD]*(?:W,?f?)?{later}"
    )
    across_en = rf"(?:{WEEKDAY})?{MONTH}{DAY}(?:,?(?P<y1>y))?[t-](?:W,?)?{MONTH2}(?P<d2>[no])"
    rules: list[Rule] = []
    orders = (days_of_month, across, *((month_of_days, across_en) if month_first else ()))
    for order in orders:
        rules += [
            (f"{order}{of_year}", days.calendar_days),
            (f"{order}{of_year}[,(][pf]?D?(?P<wdb>W)", days.weekday_behind),
            (f"{order}[,(][pf]?D?(?P<wdb>W)", days.weekday_behind),
            (f"{order}{OF_WHICH}", days.calendar_days),
            (f"{order}(?P<whichm>k|a(?!f))", days.calendar_days),
            (order, days.calendar_days),
        ]
    rules += [
        (f"(?:{WEEKDAY})?D?(?P<x>X)(?P<era>E)?", numeric.numeric),
        # months
        (f"{PART}?{MONTH}{of_year}", months.whole_month),
        (f"{PART}?{MONTH}{OF_WHICH}", months.whole_month),
        (f"{PART}?{MONTH}(?P<whichm>k)", months.whole_month),
        (f"{PART}?{SURE_MONTH}(?P<whichm>a(?!f))", months.whole_month),
        (f"{PART}L?f?(?P<mon>[Mm])L?", months.whole_month),
        (f"{PART}?(?:Lf?(?P<mon>[Mm])|(?P<monb>[Mm])L)", months.whole_month),
        (f"{MONTH}(?:,?Y?(?P<y1>{year})Y?)?[t&-]p?{MONTH2}{of_year}", months.months),
        (f"{MONTH}[t&-]p?{MONTH2}{OF_WHICH}", months.months),
        (f"{MONTH}[t&-]p?{MONTH2}(?P<whichm>k)", months.months),
        (rf"L?(?P<mon>M){_TWICE}L?[t&-]p?L?(?P<mon2>M){_TWICE}L?", months.months),
        (f"{days_of_month},?[pf]*(?:(?P<same>s)Y|Y(?P<sameb>s))", days.in_year_told),
        (f"{PART}?{MONTH},?[pf]*(?:(?P<same>s)Y|Y(?P<sameb>s))", days.in_year_told),
        (f"{PART}?S[pf]*(?P<same>s)Y", seasons.season_in_year_told),
        # «پنجم ماه جاری», «الخامس من الشهر الجاري», "the 5th of this month"
        (f"(?P<d>o){_TO_DAY}D?[Of]?f?{_MONTH_NAMED}", days.day_of_month_told),
        (f"D{DAY}{_TO_DAY}[Of]?f?{_MONTH_NAMED}", days.day_of_month_told),
        (f"{DAY}{_TO_DAY}f{_MONTH_NAMED}", days.day_of_month_told),
        (f"{DAY}{_TO_DAY}O(?:f?{_MONTH_NAMED}|(?!f?[LMmki]))", days.day_of_month_told),
        (f"(?P<week>[no]K|K[no])[fp]*{MONTH}(?:{of_year})?", months.week_of_month),
        (f"(?P<week>[no]K|K[no])[fp]*{MONTH}{OF_WHICH}", months.week_of_month),
        # quarters and halves of years
        (f"{PART}?(?P<q>[no]Q|Q[no]|H[no]|[no]H)[fp]*(?P<y>Y{year}|{year}Y?)(?P<era>E)?",
         years.part_of_year),
        (f"(?P<q>[no]Q|Q[no]|H[no]|[no]H){OF_WHICH}", years.part_of_year),
        (f"(?P<q>[no]Q|Q[no]|H[no]|[no]H)[fp]*Y(?!{year})", years.part_of_year),
        (f"(?P<part>P)?(?P<first>n[L]o|onL|Lno|Lon)[fp]*(?P<y>Y{year}|{year}Y?)(?P<era>E)?",
         years.first_months),
        (f"(?P<part>P)?(?P<first>n[L]o|onL|Lno|Lon){OF_WHICH}", years.first_months),
        # decades and centuries
        (f"{PART}?(?P<z>Z)Y?(?P<era>E)?", seasons.decade),
        (f"{PART}?(?P<z>Z)Y?f?(?:(?P<g>[no]G|G[no])|(?P<wg>Gk|kG))", seasons.decade),
        (f"{PART}?Cf?(?P<y>n)f?(?:(?P<g>[no]G|G[no])|(?P<wg>Gk))", seasons.decade),
        (f"{PART}?(?:Cf?(?P<y>[ny])|(?P<yb>[ny])C)(?P<era>E)?", seasons.decade),
        (f"{PART}?(?P<g>[no]G|Gf?[no])(?P<era>E)?", seasons.century),
        ("(?:G[no][t&,]G?[no]|[no][t&,-][no]G)(?P<era>E)?", near.open_date),
        # seasons
        (f"{PART}?Sf?(?P<y>{year})Y?(?P<era>E)?", seasons.season),
        (f"{PART}?(?P<whichm>i)S", seasons.season),
        (f"{PART}?S{OF_WHICH}", seasons.season),
        (f"{PART}?S(?P<whichm>k|a(?!f))", seasons.season),
        # weekdays
        (rf"(?:{_DAY_PART}f?)?(?P<rel>R)d?[pf]?D?(?P<wd>[Ww])d?", near.weekday),
        ("D?(?P<wd>[Ww])(?P<rel>R)d?", near.weekday),
        ("(?<=R[(,])[pf]?D?(?P<wd>w)", near.weekday),
        (rf"(?:{_DAY_PART}[pf]?)?D?(?P<wd>W)d?", near.weekday),
        (rf"(?:D|{_DAY_PART}[pf]?)(?P<wd>[Ww])d?", near.weekday),
        (rf"(?:{_DAY_PART}[pf]?)?D?(?P<wd>[Ww])d?(?P<which>k|[aF](?!f))d?", near.weekday),
        (r"[oP]?(?:[pf]*)(?P<wd>[Ww])[pf]*L?[Mm]", near.open_day),
        (r"D?(?P<wd>[Ww])d?[pf]?(?P<ofweek>K)(?P<which>k|[aF](?!f))", near.weekday),
        (r"D?(?P<wd>[Ww])d?,?[pf]?(?P<which>[ki])(?P<ofweek>K)", near.weekday),
        (r"D?(?P<wd>W)(?P<to>[t-])D?(?P<wd2>W)", near.weekdays),
        (r"D?(?P<wd>W)(?P<to>[t-])D?(?P<wd2>W)[pf]?(?P<ofweek>K)(?P<which>[kaF])", near.weekdays),
        (r"D?(?P<wd>W)(?P<to>[t-])D?(?P<wd2>W)[pf]?(?P<which>[ki])(?P<ofweek>K)", near.weekdays),
        # days, weeks, months and years counted from the day of publication
        (rf"(?:{_DAY_PART}f?)?(?P<rel>R)d?", near.relative_day),
        (r"(?P<night>d)(?P<which>k|a(?!f))", near.relative_night),
        (rf"(?<![ng]){PART}?(?P<unit>{_UNIT})(?P<which>k|[aF](?!f))(?P<era>E)?",
         near.relative_unit),
        (rf"{PART}?(?P<which>i)(?P<unit>K)", near.relative_unit),
        (rf"{PART}?(?P<this>I)", near.relative_unit),
        (r"(?P<part>P)-?[fp]*(?P<unit>[KLYC])", near.part_of_now),
        (r"(?:l(?P<unit>[DKLYC])|(?P<unitb>[DKLYC])l)", near.open_date),
        (r"F(?P<about>A)?(?P<n>[nu]?)(?P<unit>[DKLYC])(?![ynof])", counts.ahead),
        (r"(?P<about>A)?(?<!c)(?P<n>[nug])(?P<unit>[DKLYC])F(?!f)", counts.ahead),
        (rf"{_COUNTED}(?P<unit>{_UNIT})(?:&b)?{ago}(?P<aboutb>A)?", counts.ago),
        (rf"g(?P<unit>{_UNIT})(?:a|F|l|k)(?!f)", near.open_date),
        (rf"(?:(?P<about>A)?(?P<n>(?<!c)[ny](?:&b)?)(?P<unit>{_UNIT})(?:&b)?(?P<which>[kl]))",
         counts.stretch),
        # the same day, that year
        (rf"{PART}?(?:(?P<same>s)(?P<unit>[DKLYC])|(?P<unitb>[DKLY])(?P<sameb>s))",
         near.anaphora),
        # whole years
        (rf"(?P<about>A)?{PART}?Yf?(?P<y>{year})(?P<era>E)?", years.whole_years),
        (rf"(?P<about>A)?{PART}?Yf?(?P<y>{year})[t/-]Y?(?P<y2>{year})(?P<era>E)?",
         years.whole_years),
        (rf"Yf?(?P<y>{year})&(?P<y2>{year})(?P<era>E)?", years.whole_years),
        (r"(?P<about>A)?(?P<y>[ny])[-t](?P<y2>[ny])(?P<era>E)", years.whole_years),
        (r"(?P<about>A)?(?P<y>[ny])(?P<era>E)", years.whole_years),
        (r"(?P<y>y)-(?P<y2>y)", years.whole_years),
        (rf"p[f]?(?P<span>(?P<about>A)?{PART}?(?P<y>y)(?:[t&-](?P<y2>y))?)(?!N)", years.bare_years),
        (r"(?<![nyoqgNcM/(:t&-])(?P<y>y)(?![NDKLYCGQhJroct:/-])", years.named_years),
        # feasts
        (r"D?(?P<feast>x)(?:f?Y?(?P<y>y)Y?(?P<era>E)?)?", feasts.feast),
        (f"D?(?P<feast>x){OF_WHICH}", feasts.feast),
        # times of day
        (TIMES, lengths.time),
        (f"{TIMES}t{TIMES}", lengths.time),
        # lengths
        (rf"A?(?<!c)(?P<n>[nyq]|g|[ny](?:&b|[t-]?n))-?(?P<unit>{_SHORT})(?:&[bH])?",
         lengths.length),
        (r"(?<!c)[ny]h(?:&[n]h)+", lengths.length),
        (r"(?<!c)(?:[nyg]|n[t-]?n)J", lengths.length),
        (r"J", lengths.whole_word_length),
        (rf"(?P<n>(?<!c)[nyg])(?P<unit>{_UNIT})a(?=f)", near.open_date),
        (rf"j(?P<span>(?:[nyqgu]|n[t-]?n)(?P<unit>{_SHORT})(?:&b)?)", lengths.length),
        (rf"j(?P<span>(?P<unit>{_SHORT})(?:&b)?)(?![no])", lengths.length),
        (r"(?<!c)[uH][uf]?h", lengths.length),
        # repetitions
        (rf"e[no]?(?:{_SHORT}|[QSMW]|d)(?:[ur]|nr)?", lengths.repetition),
        (r"eD?W(?:[,&t]D?W)*d?", lengths.repetition),
        ("v", lengths.repetition),
        (r"[nu]?r[pfu]*[DKLY]", lengths.repetition),
        # names
        (r"z(?:d|[Ww]|D?[no]?f?[Mm](?:[/(][Mm])?)", lengths.nothing),
        (r"(?:[Ww]|D?[no]f?[Mm])B", lengths.nothing),
    ]
    return tuple(rules)


class Grammar:
    """The rules of one language, compiled; remembers where they fit the strings it has seen."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self.readings = tuple(reading for _, reading in rules)
        patterns = [re.compile(pattern) for pattern, _ in rules]
        self.shapes: Callable[[str], tuple[Shape, ...]] = lru_cache(maxsize=4096)(
            lambda kinds: _shapes(kinds, patterns)
        )


def _shapes(kinds: str, patterns: Sequence[re.Pattern[str]]) -> tuple[Shape, ...]:
    """Every place where a rule fits, longest first, then in the order of the rules."""
    found: dict[tuple[int, int, int], Shape] = {}
    for rule, pattern in enumerate(patterns):
        following = pattern.search(kinds)
        while following is not None:
            match, following = following, pattern.search(kinds, following.start() + 1)
            if match.end() == match.start():
                continue
            groups = {name: match.span(name) for name in pattern.groupindex if match[name]}
            start, end = groups.get("span", match.span())
            found.setdefault((start, end, rule), Shape(start, end, rule, groups))
    return tuple(sorted(found.values(), key=lambda s: (s.start - s.end, s.rule, s.start)))
