"""The English words of date expressions, and the few rules that only English has."""

from __future__ import annotations

from functools import cache

from didgah.annotate.dates import counts, lengths, months, near, years
from didgah.annotate.dates.grammar import AFTER_THAT, PART, QUARTER, SAME_DAY, THIS_YEAR, Rule
from didgah.annotate.dates.lexicon import (
    AIM_CUE,
    FUTURE_CUE,
    PAST_CUE,
    SAID_CUE,
    Lexicon,
    LexiconBuilder,
)
from didgah.annotate.dates.reader import Customs
from didgah.language.months import spellings, weekday_spellings

CUSTOMS = Customs(
    weeks_vary=True, foreign_months=frozenset(("solar_hijri", "lunar_hijri")), day_first=None
)
YEAR = "y"

_UNITS = {
    ("D", "day", False): "day", ("D", "day", True): "days", ("K", "week", False): "week",
    ("K", "week", True): "weeks", ("L", "month", False): "month", ("L", "month", True): "months",
    ("Y", "year", False): "year", ("Y", "year", True): "years", ("C", "decade", False): "decade",
    ("C", "decade", True): "decades", ("G", "century", False): "century",
    ("G", "century", True): "centuries", ("Q", "quarter", False): "quarter",
    ("H", "half", False): "half", ("h", "hour", True): "hour hours minute minutes seconds",
}


# "Astana to host a summit on Friday"
_AIMS = (
    "host meet visit hold attend discuss arrive travel sign open chair address convene gather "
    "begin "
    "start receive welcome join take_part participate resume brief vote"
)


@cache
def lexicon() -> Lexicon:
    """The words that English date expressions are made of."""
    words = LexiconBuilder("en")
    # Capital letters tell a month from a verb ("march", "may").
    for name, calendar, number in spellings("en"):
        short = len(name) < 5 and name not in ("May", "June", "July")
        forms = [name, f"{name}."] if short else [name]
        words.add(forms, ("M", (calendar, number)), capital=True)
    for name, number in weekday_spellings("en"):
        forms = [name, f"{name}."] if len(name) < 6 else [name]
        words.add(forms, ("w" if len(name) < 6 else "W", number), capital=True)
    words.add(
        "fiscal_year academic_year school_year financial_year", ("Y", ("school", False))
    )
    for (kind, unit, plural), spelled in _UNITS.items():
        words.add(spelled, (kind, (unit, plural)))
    for number, name in enumerate("spring summer autumn winter".split()):
        words.add(name, ("S", number))
    words.add("fall", ("S", 2))
    for tens, name in enumerate("twenties thirties forties fifties sixties seventies eighties "
                                "nineties".split(), 2):
        words.add(f"the_{name}", ("Z", (1900 + 10 * tens, 4)))
    words.table("R", {
        (0, True): "today tonight", (-1, False): "yesterday", (1, False): "tomorrow",
        (-2, False): "the_day_before_yesterday", (2, False): "the_day_after_tomorrow",
    })
    words.table("d", {
        "morning": "morning a.m. am a.m", "evening": "evening afternoon p.m. pm p.m",
        "night": "night",
    })
    words.add("russia_today usa_today", ("q", None), capital=True)
    words.add("noon midnight", ("T", None))
    words.add("o’clock o'clock hrs", ("c", None))
    words.table("k", {-1: "last past", 0: "current", 1: "next coming upcoming"})
    words.add("this", ("i", 0))
    words.add("this_past this_last", ("k", -1))
    words.add("this_coming", ("k", 1))
    words.add("these", ("l", 0))
    words.add("recent", ("l", -1))
    words.add("same the_same that", ("s", 0))
    words.add("the_following following", ("s", 1))
    words.add("the_previous previous the_preceding preceding", ("s", -1))
    words.add("the_next_day the_day_after", ("s", 1), ("D", ("day", False)))
    words.add("the_day_before", ("s", -1), ("D", ("day", False)))
    words.add("ago", ("a", -1))
    words.add("from_now hence", ("F", 1))
    words.add("later_this", ("P", None), ("i", 0))
    words.table("U", {1: "later afterwards after_that thereafter", -1: "before_that"})
    words.add("every each", ("e", None))
    words.add("annually", ("v", None))
    words.add("times once twice", ("r", None))
    words.table("P", {
        0: "early the_beginning the_start beginning start", 1: "mid middle the_middle",
        2: "late the_end end",
    })
    words.add("earlier", ("P", None))
    words.add(
        "about around some nearly almost approximately roughly more_than over less_than at_least "
        "up_to", ("A", None),
    )
    words.add("ad ce", ("E", "gregorian"), capital=True)
    words.add("bc bce", ("E", None), capital=True)
    words.add("ah", ("E", "lunar_hijri"), capital=True)
    words.add("through until till to", ("t", None))
    words.add("or", ("&", None))
    words.add("the of", ("f", None))
    words.add("in since by during from before after on at between year", ("p", None))
    words.add("for within throughout lasting", ("j", None))
    words.add("several few a_few many a_couple_of couple_of", ("g", None))
    words.add("a an per", ("u", 1))
    words.add("and_a_half", ("&", None), ("b", None))
    words.add(
        "people soldiers men women children cases companies countries dollars tonnes tons percent "
        "km kilometers kilometres miles meters metres troops members", ("N", None),
    )
    words.add("black good ash", ("z", None), capital=True)
    words.add("prayer prayers sermon sermons mosque imam revolution", ("B", None))
    words.add("times", ("B", None), capital=True)
    words.add("christmas_day", ("x", ("gregorian", 12, 25, True)))
    words.add("eid_al-fitr eid-al-fitr", ("x", ("lunar_hijri", 10, 1, True)))
    words.add("eid_al-adha eid-al-adha", ("x", ("lunar_hijri", 12, 10, True)))
    words.add("nowruz norouz navruz", ("x", ("solar_hijri", 1, 1, False)))
    words.add("ashura", ("x", ("lunar_hijri", 1, 10, False)))
    words.add(
        "will shall is_to are_to scheduled is_due are_due plans_to is_set_to are_set_to ’ll 'll "
        "is_expected_to are_expected_to expected_to set_to slated "
        ""
        "due_to_meet due_to_hold due_to_arrive due_to_visit plan_to planning_to upcoming heads_to "
        "ahead_of intends_to", (FUTURE_CUE, None),
    )
    words.add("set_for planned_for slated_for scheduled_for", (FUTURE_CUE, None), ("j", None))
    words.add("due_in due_on", (FUTURE_CUE, None), ("p", None)
    )
    words.add(
        "was were had held met took attended visited signed hosted gathered opened concluded "
        "participated discussed arrived began started became ended received agreed reached "
        "launched took_place travelled traveled flew left paid welcomed spoke called chaired "
        "addressed ended returned convened", (PAST_CUE, None),
    )
    for verb in _AIMS.split():
        words.add(f"to_{verb}", (AIM_CUE, None))
    words.add(
        "said says told announced stated added reported noted stressed declared wrote",
        (SAID_CUE, None),
    )
    return words.done()


RULES: tuple[Rule, ...] = (
    THIS_YEAR, SAME_DAY, AFTER_THAT, QUARTER,
    ("(?P<same>s)(?P<mon>M)", months.month_beside_told),
    (r"[ptj](?P<span>(?P<mon>M))(?![-B])", months.whole_month),
    (rf"{PART}(?P<iy>(?P<which>i)(?P<unit>[KLY]))", near.relative_unit),
    # "mid-2021", "late 2021", "early in 2021"
    (rf"{PART}(?P<y>y)", years.whole_years),
    (r"[pf]f?(?P<span>(?:P[pf]?)?(?P<y>y)(?:[t&-](?P<y2>[yn]))?)(?!N)", years.bare_years),
    # "late last year", "the end of next month"
    (r"(?P<about>A)?(?P<n>[nu])(?P<unit>[DKLYC])P(?![ik])", counts.counted_on),  # "a day earlier"
    (r"p(?P<span>(?P<n>[nu])(?P<unit>[DKLY]))", counts.in_time),
    (r"(?P<n>[nu])(?P<unit>[DKLY])F", counts.ahead),
    # "a week and a half", "half a year"
    (r"Hu[hDKLYC]", lengths.length),
    (r"[no]d|nc(?:d)?|T", lengths.time),
    (r"(?:[uny]-)(?P<unit>[hDKLYC])", lengths.length),
    (r"rpf?u?[DKLY]", lengths.repetition),
)
