"""Meetings: is the one that the article is about found, on its day, at its place, with whom."""

from __future__ import annotations

from collections.abc import Sequence

from didgah.evaluate.labels import Encounter, Labels, TakingPart, is_listed
from didgah.evaluate.later import entered_later
from didgah.evaluate.matching import shared
from didgah.evaluate.tally import Comparison, Miss, Tally, around, one_to_one, share
from didgah.language.fold import key
from didgah.model import Span

_ENOUGH = 2  # points of agreement that make two tellings one meeting
_Pairs = list[tuple[Encounter, Encounter]]


def compare(expected: Labels, found: Labels, text: str) -> Comparison:
    """Of the meetings the article is about, and of all that it tells of.

    "about": those gold calls the article's subject against those read as such; "all": every
    one. Two tellings are one meeting when they agree on two of: evidence that overlaps, a
    day in common, the place (or the country where one side has no place), the series, a
    participant. Pairs are taken by most points, earlier ones first.

    Of the pairs of "about", where gold has an interval: "day" (the same one), "day in common";
    "place" (the same entity, or none on both sides; a place that the registry lacks, or
    lacked when gold was made, is none), "place told" (the same, only where gold names a place
    of the registry), "country", "kind", "status", "series".
    "background": of those recalled in passing, read as background.
    """
    gold, read = expected.meetings or (), found.meetings or ()
    subjects = [one for one in gold if one.about]
    pairs = _pairs(subjects, [one for one in read if one.about])
    everything = _pairs(gold, read)
    tallies = [
        one_to_one("about", "", len(pairs), sum(one.about for one in read), len(subjects)),
        one_to_one("all", "", len(everything), len(read), len(gold)),
        *_details(pairs),
    ]
    passing = [ours for label, ours in everything if not label.about]
    tallies.append(share("background", "", sum(not ours.about for ours in passing),
                         len(passing)))
    return Comparison(tuple(tallies), tuple(_misses(subjects, read, pairs, text)))


def compare_participants(expected: Labels, found: Labels, text: str) -> Comparison:
    """Who took part in the meetings that the article is about, of those found.

    "participants" by kind of party ("person", "body"); "listed" only those of the registry;
    "level" and "role" are shares among the parties on both sides, level of persons whose
    level gold tells.
    """
    pairs = _pairs(
        [one for one in expected.meetings or () if one.about],
        [one for one in found.meetings or () if one.about],
    )
    tallies: list[Tally] = []
    misses: list[Miss] = []
    for label, ours in pairs:
        there = {_who(one): one for one in label.participants}
        read = {_who(one): one for one in ours.participants}
        both = there.keys() & read.keys()
        for kind in ("person", "body"):
            tallies.append(one_to_one(
                "participants", kind, *(sum(_kind(who) == kind for who in side)
                                        for side in (both, read, there))))
        listed = [[who for who in side if is_listed(who)] for side in (both, read, there)]
        tallies.append(one_to_one("listed", "", *map(len, listed)))
        levels = [who for who in both if _kind(who) == "person" and there[who].level]
        tallies.append(share("level", "",
                             sum(there[who].level == read[who].level for who in levels),
                             len(levels)))
        tallies.append(share("role", "", sum(there[who].role == read[who].role for who in both),
                             len(both)))
        context = _context(label, text)
        misses += [Miss("participant missed", who, "", context)
                   for who in sorted(there.keys() - both)]
        misses += [Miss("participant spurious", "", who, context)
                   for who in sorted(read.keys() - both)]
        misses += [Miss("wrong level", f"{who} {there[who].level}", read[who].level, context)
                   for who in levels if there[who].level != read[who].level]
    return Comparison(tuple(tallies), tuple(misses))


def _details(pairs: _Pairs) -> list[Tally]:
    dated = [(label, ours) for label, ours in pairs if label.first is not None]
    placed = [(label, ours) for label, ours in pairs if is_listed(label.place)]
    return [
        share("day", "", sum(_same_days(*pair) for pair in dated), len(dated)),
        share("day in common", "", sum(_share_a_day(*pair) for pair in dated), len(dated)),
        share("place", "", sum(_same_place(*pair) for pair in pairs), len(pairs)),
        share("place told", "", sum(_same_place(*pair) for pair in placed), len(placed)),
        *(share(measure, "", sum(getattr(label, measure) == getattr(ours, measure)
                                 for label, ours in pairs), len(pairs))
          for measure in ("country", "kind", "status", "series")),
    ]


def _same_days(label: Encounter, ours: Encounter) -> bool:
    return (label.first, label.last) == (ours.first, ours.last)


def _share_a_day(one: Encounter, other: Encounter) -> bool:
    return bool(one.first and other.first and one.last and other.last
                and one.first <= other.last and other.first <= one.last)


def _same_place(label: Encounter, ours: Encounter) -> bool:
    one, other = (place if is_listed(place) else "" for place in (label.place, ours.place))
    # Gold names a place that the registry did not have then: which one, it cannot tell.
    named = bool(label.place) and not one
    return one == other or (named and other in entered_later())


def _pairs(gold: Sequence[Encounter], read: Sequence[Encounter]) -> _Pairs:
    """Meetings of both sides that are one, best agreement first, each used once."""
    points = sorted(
        (-_points(label, ours), i, j)
        for i, label in enumerate(gold) for j, ours in enumerate(read)
    )
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for score, i, j in points:
        if -score >= _ENOUGH and i not in chosen and j not in taken:
            chosen[i] = j
            taken.add(j)
    return [(gold[i], read[j]) for i, j in sorted(chosen.items())]


def _points(one: Encounter, other: Encounter) -> int:
    return sum((
        any(shared(a, b) for a in one.evidence for b in other.evidence),
        _share_a_day(one, other),
        _near(one, other),
        bool(one.series and one.series == other.series),
        bool({_who(p) for p in one.participants} & {_who(p) for p in other.participants}),
    ))


def _near(one: Encounter, other: Encounter) -> bool:
    if one.place and other.place:
        return one.place == other.place
    return bool(one.country) and one.country == other.country


def _who(one: TakingPart) -> str:
    """What two tellings of one party have in common: the registry key, or the name's key."""
    return one.who if is_listed(one.who) else key(one.who)


def _kind(who: str) -> str:
    return "body" if is_listed(who) and not who.startswith("person:") else "person"


def _misses(
    subjects: Sequence[Encounter], read: Sequence[Encounter], pairs: _Pairs, text: str
) -> list[Miss]:
    paired = {id(label) for label, _ in pairs}
    used = {id(ours) for _, ours in pairs}
    misses = [Miss("missed", _told(one), "", _context(one, text))
              for one in subjects if id(one) not in paired]
    misses += [Miss("spurious", "", _told(one), _context(one, text))
               for one in read if one.about and id(one) not in used]
    for label, ours in pairs:
        wrong = [name for name, bad in (
            ("day", label.first is not None and not _same_days(label, ours)),
            ("place", not _same_place(label, ours)),
            *((name, getattr(label, name) != getattr(ours, name))
              for name in ("kind", "status", "series")),
        ) if bad]
        if wrong:
            misses.append(Miss(f"wrong {', '.join(wrong)}", _told(label), _told(ours),
                               _context(label, text)))
    return misses


def _told(one: Encounter) -> str:
    days = "undated" if one.first is None else f"{one.first}…{one.last}"
    parts = (one.kind, one.series, days, one.place or "no place", one.status,
             "+".join(p.who for p in one.participants))
    return " ".join(filter(None, parts))


def _context(one: Encounter, text: str) -> str:
    span = one.evidence[0] if one.evidence else Span(0, 0)
    return around(text, span.start, span.end)
