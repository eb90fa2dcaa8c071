"""Whether an article is about relations of Russia and the Islamic world, and why.

A sum of weights, each with the span that earns it, so that a reader can check every part of
the answer: both sides in the title or in one sentence speak for it, words of sport, crime,
weather, markets … against it. «دیدار» is a match as often as a meeting, and «کازان» a club.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from didgah.annotate.matching.phrases import Tokens, leftmost_longest
from didgah.annotate.sentences.background import Background
from didgah.annotate.topics.screen_rules import ScreenRules
from didgah.model import (
    Attribution,
    MeetingReport,
    Mention,
    Participant,
    Reference,
    Screen,
    ScreenReason,
    Span,
)

_LEAD = 2  # sentences of the body
_LEAD_LETTERS = 600  # and not more than so many characters
_SIGNS = 2  # words of another matter in the text
_SURELY = -2.0


@dataclass(frozen=True, slots=True)
class _Found:
    """What names a side or speaks of a matter, in order of place."""

    russia: list[tuple[int, int]]
    islamic: list[tuple[int, int]]
    cues: dict[str, list[tuple[str, int, int]]]  # kind → (word, start, end)


def screen(
    title_end: int,
    tokens: Tokens,
    sentences: Sequence[Span],
    named: Iterable[Mention | Reference],
    attribution: Sequence[Attribution],
    meetings: Iterable[MeetingReport],
    rules: ScreenRules,
    background: Background,
) -> Screen:
    """Judge one article: the tokens of its text, its names, offices and pronouns, its meetings.

    `title_end` is the offset of the body. Names inside an attribution or just behind one
    («المنار لبنان») are of outlets.
    """
    named = [one for one in named if one.kind != "outlet" and not any(
        a.start <= one.start <= a.end + 3 for a in attribution)]
    found = _find(tokens, named, rules, background)
    reasons = [
        *_together(found, title_end, sentences, rules),
        *_gatherings(named, title_end, sentences, meetings, rules, background),
        *_other_matters(found, title_end, rules),
    ]
    score = rules.weights["unsaid"] + sum(one.weight for one in reasons)
    topic = (
        "on" if score >= rules.weights["on"] else
        "off" if score <= rules.weights["off"] else "unsure"
    )
    return Screen(topic, round(score, 2), tuple(sorted(reasons, key=lambda one: one.start)))


def is_elsewhere(found: Screen) -> bool:
    """Whether an article is surely about another matter: words against it and a wide margin.

    An article that merely says nothing of Russia is not; talks of two others are talks.
    """
    against = sum(one.weight for one in found.reasons if one.weight < 0)
    return found.topic == "off" and found.score <= _SURELY and against <= _SURELY


def _find(
    tokens: Tokens, named: Iterable[Mention | Reference],
    rules: ScreenRules, background: Background,
) -> _Found:
    cues: dict[str, list[tuple[str, int, int]]] = {}
    for matches in leftmost_longest(rules.tree.matches(tokens)):
        for kind in {match.phrase.what[0] for match in matches}:
            match = next(one for one in matches if one.phrase.what[0] == kind)
            cues.setdefault(kind, []).append((match.phrase.what[1], match.start, match.end))
    sides: dict[str, list[tuple[int, int]]] = {
        side: [(s, e) for name in (side, "bond", "pair") for _, s, e in cues.get(name, ())]
        for side in ("russia", "islamic")
    }
    for one in named:
        country = background.country_of.get(f"{one.kind}:{one.entity}")
        if country in rules.russian:
            sides["russia"].append((one.start, one.end))
        elif country in rules.islamic:
            sides["islamic"].append((one.start, one.end))
    return _Found(sorted(sides["russia"]), sorted(sides["islamic"]), cues)


def _together(
    found: _Found, title_end: int, sentences: Sequence[Span], rules: ScreenRules
) -> Iterable[ScreenReason]:
    """Where the two sides stand together."""
    weights = rules.weights
    bonds = found.cues.get("bond", ())
    if bonds:
        yield ScreenReason("screen.bond", weights["bond"], bonds[0][1], bonds[0][2])
    title = Span(0, title_end)
    body = [one for one in sentences if one.start >= title_end]
    lead = [one for one in body[:_LEAD] if one.start < title_end + _LEAD_LETTERS]
    in_title = _nearest(found, title)
    if in_title:
        yield ScreenReason("screen.title", weights["title"], *in_title)
    in_lead = next(((one, pair) for one in lead if (pair := _nearest(found, one))), None)
    told = _within(found.russia, title) or _within(found.islamic, title)
    if in_lead:
        yield ScreenReason(
            "screen.lead", weights["lead" if told else "lead_alone"], *in_lead[1])
    elif not in_title and lead:
        across = _across(found, title, Span(title_end, lead[-1].end))
        if across:
            yield ScreenReason("screen.title_and_lead", weights["title_and_lead"], *across)
    pairs = [pair for one in body[len(lead):] if (pair := _nearest(found, one))]
    share = len(pairs) / max(1, len(body))
    room = weights["body_much" if share >= weights["much"] else
                   "body_most" if share >= weights["often"] else "body_few"]
    for pair in pairs[: round(room / weights["body"])]:
        yield ScreenReason("screen.body", weights["body"], *pair)
    ahead = [*((title,) if in_title else ()), *((in_lead[0],) if in_lead else ())]
    for _, start, end in found.cues.get("talks", ()):
        if any(one.start <= start < one.end for one in ahead):
            yield ScreenReason("screen.talks", weights["talks"], start, end)
            break


def _within(spans: list[tuple[int, int]], where: Span) -> list[tuple[int, int]]:
    low = bisect_left(spans, (where.start, 0))
    return spans[low: bisect_left(spans, (where.end, 0), low)]


def _nearest(found: _Found, where: Span) -> tuple[int, int] | None:
    """The shortest stretch inside `where` that names both sides."""
    ours, theirs = _within(found.russia, where), _within(found.islamic, where)
    best: tuple[int, int] | None = None
    for start, end in ours if theirs else ():
        at = bisect_right(theirs, (start, end))
        for other in theirs[max(0, at - 1): at + 1]:
            stretch = (min(start, other[0]), max(end, other[1]))
            if best is None or stretch[1] - stretch[0] < best[1] - best[0]:
                best = stretch
    return best


def _across(found: _Found, title: Span, lead: Span) -> tuple[int, int] | None:
    """One side in the title and the other in the lead: the span of the one in the title."""
    for ours, theirs in ((found.russia, found.islamic), (found.islamic, found.russia)):
        here = _within(ours, title)
        if here and _within(theirs, lead):
            return here[0]
    return None


def _gatherings(
    named: Iterable[Mention | Reference], title_end: int, sentences: Sequence[Span],
    meetings: Iterable[MeetingReport], rules: ScreenRules, background: Background,
) -> Iterable[ScreenReason]:
    """A series of meetings of the two, and a meeting of both that the article is about."""
    weights = rules.weights
    series = sorted(
        (one.start, one.end) for one in named
        if one.kind == "series"
        or (one.kind == "organisation" and one.entity in background.series_of)
    )
    if series:
        ahead = [one for one in sentences if one.start >= title_end][:_LEAD]
        early = ahead[-1].end if ahead else title_end
        name = "series" if series[0][0] < early else "series_body"
        yield ScreenReason("screen.series", weights[name], *series[0])
    for report in meetings:
        sides = {_side(one, rules, background) for one in report.participants}
        if report.focus and {"russia", "islamic"} <= sides:
            where = report.evidence[0]
            yield ScreenReason("screen.meeting", weights["meeting"], where.start, where.end)
            break


def _side(one: Participant, rules: ScreenRules, background: Background) -> str:
    country = background.country_of.get(f"{one.kind}:{one.entity}") if one.entity else None
    return "russia" if country in rules.russian else "islamic" if country in rules.islamic else ""


def _other_matters(
    found: _Found, title_end: int, rules: ScreenRules
) -> Iterable[ScreenReason]:
    """Words of other matters, each word once, as far as their kind may weigh.

    One stray word of a text is no sign: a minister scores points too.
    """
    for kind, other in rules.against.items():
        words: dict[str, tuple[int, int]] = {}
        for word, start, end in found.cues.get(kind, ()):
            words.setdefault(word, (start, end))
        if len(words) < _SIGNS and not any(start < title_end for start, _ in words.values()):
            continue
        left = other.most
        for start, end in words.values():
            weight = max(left, other.title if start < title_end else other.text)
            left = round(left - weight, 6)
            if weight:
                yield ScreenReason(f"screen.{kind}", weight, start, end)
