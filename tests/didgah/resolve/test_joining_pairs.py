"""Pairs of articles about facts of the chronology, which is withheld: joined or kept apart.

Sentences are our own, in four languages; the oracle is which fact each was made from. No
pair about one meeting may be two meetings in the end, and no pair about two may be one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from itertools import combinations

from didgah import registry
from didgah.annotate.lexicons import Lexicons, load_lexicons
from didgah.annotate.pipeline import annotate
from didgah.language.calendars import format_date
from didgah.model import Article, KnownMeeting, MeetingReport, Published, Registry
from didgah.resolve.meetings import resolve_meetings

_MONTHS_RU = ("января февраля марта апреля мая июня июля августа сентября октября ноября "
              "декабря").split()
_MONTHS_EN = ("January February March April May June July August September October November "
              "December").split()
_MONTHS_AR = "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split()


@dataclass(frozen=True)
class Fact:
    """Who met whom, when and where, as keys of the registry."""

    one: str
    other: str
    day: date
    place: str
    country: str
    kind: str = "bilateral"


@cache
def world() -> tuple[Registry, Lexicons]:
    """The registry without its chronology, so that joining has to do the work."""
    tables = registry.load()
    return replace(tables, meetings={}, statements={}, version="withheld"), load_lexicons()


@cache
def facts() -> tuple[Fact, ...]:
    """Talks of two people of two countries that the chronology knows to the day."""
    tables = registry.load()
    found = []
    for known in tables.meetings.values():
        people = [p.entity for p in known.participants if p.kind == "person"]
        if _fits(known, people, tables):
            found.append(Fact(*sorted(people), known.first, known.place, known.country))
    return tuple(sorted(set(found), key=lambda f: (f.day, f.one, f.other)))


def _fits(known: KnownMeeting, people: list[str], tables: Registry) -> bool:
    return (
        known.kind == "bilateral" and known.precision == "day" and known.first == known.last
        and known.first.year >= 2007 and len(set(people)) == len(people) == 2 and all(people)
        and len({tables.entities[f"person:{p}"].country for p in people}) == 2
        and known.place != "" and tables.entities[f"place:{known.place}"].type == "city"
        and len({p.kind for p in known.participants}) == 1
    )


def _day(day: date, language: str, *, year: bool) -> str:
    if language == "fa":
        words = format_date(day, "fa", "solar_hijri", "day")
        return words if year else " ".join(words.split()[:-1])
    months = {"ru": _MONTHS_RU, "ar": _MONTHS_AR, "en": _MONTHS_EN}[language]
    tail = (f" {day.year} года" if language == "ru" else f" {day.year}") if year else ""
    return f"{day.day} {months[day.month - 1]}{tail}"


_CITY = {"fa": " در {p}", "ru": " в городе {p}", "ar": " في مدينة {p}", "en": " in {p}"}
_LAND = {"fa": " در {p}", "ru": " в стране {p}", "ar": " في {p}", "en": " in {p}"}
_SESSION = {
    "fa": "نشست گروه دیدگاه راهبردی روسیه و جهان اسلام {d} در {p} برگزار شد.",
    "ru": "{d} в городе {p} прошло заседание Группы стратегического видения "
          "«Россия – Исламский мир».",
    "ar": "عقد اجتماع مجموعة الرؤية الاستراتيجية «روسيا – العالم الإسلامي» {d} في مدينة {p}.",
    "en": "A session of the Russia – Islamic World Strategic Vision Group was held in {p} "
          "on {d}.",
}
_VISIT = {
    "fa": "{a} {d} به {p} سفر کرد.", "ru": "{d} {a} прибыл с визитом в {p}.",
    "ar": "زار {a} {p} {d}.", "en": "{a} arrived in {p} on {d}.",
}
_HELD = {
    "bilateral": {
        "fa": ("{a} و {b} {d}{p} دیدار و گفت‌وگو کردند.", "{a} {d}{p} با {b} دیدار کرد."),
        "ru": ("{a} и {b} {d}{p} провели переговоры.", "{d}{p} {a} и {b} встретились."),
        "ar": ("التقى {a} {d}{p} {b}.", "عقد {a} مباحثات مع {b} {d}{p}."),
        "en": ("{a} met {b}{p} on {d}.", "{a} and {b} held talks{p} on {d}."),
    },
    "call": {
        "fa": ("{a} و {b} {d} تلفنی گفت‌وگو کردند.",),
        "ru": ("{a} и {b} {d} поговорили по телефону.",),
        "ar": ("تلقى {a} اتصالا هاتفيا من {b} {d}.",),
        "en": ("{a} spoke by phone with {b} on {d}.",),
    },
}


def article(
    fact: Fact, language: str, *, form: int = 0, place: str = "city", year: bool = True,
    dated: bool = True, late: int = 0,
) -> Article:
    """One telling of a fact, published `late` days after it."""
    tables, _ = world()
    people = [tables.entities[f"person:{p}"].names[language] for p in (fact.one, fact.other)]
    where = ""
    if place == "city" and fact.place:
        where = _CITY[language].format(p=tables.entities[f"place:{fact.place}"].names[language])
    elif place == "country":
        land = next(e for e in tables.entities.values()
                    if e.kind == "place" and e.type == "country" and e.country == fact.country)
        where = _LAND[language].format(p=land.names[language])
    forms = _HELD[fact.kind][language]
    told = forms[form % len(forms)].format(
        a=people[form % 2], b=people[1 - form % 2], p=where,
        d=_day(fact.day, language, year=year) if dated else "",
    )
    published = Published(fact.day + timedelta(late), "day", "stated")
    return Article(f"{people[0]}, {people[1]}", " ".join(told.split()), language=language,
                   published=published)


def session(day: date, place: str, language: str) -> Article:
    """A session of the Group, told in one sentence."""
    tables, _ = world()
    where = tables.entities[f"place:{place}"].names[language]
    told = _SESSION[language].format(d=_day(day, language, year=True), p=where)
    return Article("", told, language=language, published=Published(day, "day", "stated"))


def sessions() -> list[KnownMeeting]:
    """Every session of the Group that the chronology knows to the day and the city."""
    return [
        m for m in registry.load().meetings.values()
        if m.series == "strategic_vision_group" and m.kind == "session"
        and m.precision == "day" and m.place
    ]


def same_pairs() -> Iterator[tuple[str, Article, Article]]:
    """(what differs, one telling, another) of one fact each."""
    languages = tuple(combinations(("fa", "ru", "ar", "en"), 2))
    for n, fact in enumerate(facts()):
        one, other = languages[n % len(languages)]
        yield "language", article(fact, one), article(fact, other, form=1)
        match n % 4:
            case 0:
                yield "place by country", article(fact, one), article(fact, other, place="country")
            case 1:
                shifted = replace(fact, day=fact.day + timedelta(1))
                if shifted.day.year == fact.day.year:
                    yield "a day off", article(fact, one), article(shifted, other, place="none")
            case 2:
                yield "no day", article(fact, one), article(fact, other, dated=False, late=1)
            case 3:
                yield "no year, no place", article(fact, one), article(
                    fact, other, place="none", year=False, form=1)


def other_pairs() -> Iterator[tuple[str, Article, Article]]:
    """(what differs, one telling, another) of two facts each."""
    languages = tuple(combinations(("fa", "ru", "ar", "en"), 2))
    known = facts()
    for n, fact in enumerate(known):
        one, other = languages[n % len(languages)]
        month = replace(fact, day=fact.day + timedelta(31))
        year = replace(fact, day=fact.day - timedelta(365))
        partner = next(
            (f for f in known[n + 1:] + known[:n] if f.one in (fact.one, fact.other)
             and {f.one, f.other} != {fact.one, fact.other}), None,
        )
        yield "another month", article(fact, one), article(month, other, form=1)
        match n % 3:
            case 0:
                yield "another year", article(fact, one), article(year, other, place="none")
            case 1:
                yield "a call", article(fact, one), article(replace(fact, kind="call"), other)
            case 2:
                if partner:
                    same_day = replace(partner, day=fact.day, place=fact.place,
                                       country=fact.country)
                    yield "another partner", article(fact, one), article(same_day, other)


@cache
def _read(one: Article) -> tuple[MeetingReport, ...]:
    return annotate(one, *world()).meetings


def homes(pair: tuple[Article, Article]) -> list[str]:
    """The meeting in which each article's report is."""
    tables, _ = world()
    rows = [(one.id, one.published, report) for one in pair for report in _read(one)]
    where = {}
    for meeting in resolve_meetings(rows, tables):
        for ref in meeting.reports:
            where[ref.article, ref.index] = meeting.id
    told = []
    for one in pair:
        reports = [report for ident, _, report in rows if ident == one.id]
        at = next((i for i, r in enumerate(reports) if len(r.participants) > 1 or r.series
                   or r.kind == "visit"), None)
        told.append("" if at is None else where[one.id, at])
    return told


def test_no_doubles_of_one_meeting() -> None:
    pairs = list(same_pairs())
    assert len(pairs) >= 100
    unread = apart = 0
    wrong = []
    for what, *pair in pairs:
        one, other = homes(tuple(pair))
        unread += not (one and other)
        if one and other and one != other:
            apart += 1
            wrong.append((what, pair[0].text, pair[1].text))
    print(f"pairs of one meeting: {len(pairs)}, not read: {unread}, doubles: {apart}")
    assert not wrong, wrong[:3]
    assert unread <= len(pairs) // 50


def test_no_false_joins_of_two_meetings() -> None:
    pairs = list(other_pairs())
    assert len(pairs) >= 100
    joined = []
    for what, *pair in pairs:
        one, other = homes(tuple(pair))
        if one and one == other:
            joined.append((what, pair[0].text, pair[1].text))
    print(f"pairs of two meetings: {len(pairs)}, joined falsely: {len(joined)}")
    assert not joined, joined[:3]


def test_sessions_are_joined_with_themselves_alone() -> None:
    found = sessions()
    assert {"jeddah"} < {m.place for m in found}
    told = [(m.id, session(m.first, m.place, language))
            for m in found for language in ("fa", "ru", "ar", "en")]
    same = other = 0
    for (one, a), (two, b) in combinations(told, 2):
        x, y = homes((a, b))
        assert x, a.text
        assert y, b.text
        assert (x == y) == (one == two), (a.text, b.text)
        same, other = same + (one == two), other + (one != two)
    print(f"sessions of one series: {same} pairs of one, {other} pairs of two")


def test_talks_are_part_of_the_visit() -> None:
    tables, _ = world()
    joined = 0
    for fact in facts():
        guests = [p for p in (fact.one, fact.other)
                  if tables.entities[f"person:{p}"].country not in ("", fact.country)]
        if len(guests) != 1 or not fact.country:
            continue
        for language in ("fa", "en"):
            trip = _VISIT[language].format(
                a=tables.entities[f"person:{guests[0]}"].names[language],
                p=tables.entities[f"place:{fact.place}"].names[language],
                d=_day(fact.day, language, year=True))
            visit = Article("", trip, language=language,
                            published=Published(fact.day, "day", "stated"))
            one, other = homes((visit, article(fact, "en")))
            if one and other:
                assert one == other, trip
                joined += 1
    assert joined >= 50
