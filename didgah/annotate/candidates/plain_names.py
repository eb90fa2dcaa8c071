"""Names as a plain list: registry and candidates together, as such lists are usually kept.

One span per name, none overlapping, three kinds. Conventions of hand-labelled news (titles
outside, patronymics and «Республика» inside, a country inside the name of its ministry) differ
from what the registry marks, which is as little as names the entity; the spans are brought to
them here. Counts and links use mentions, never this.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from didgah.annotate.candidates.general_names import general_names
from didgah.annotate.candidates.name_words import name_words
from didgah.annotate.candidates.sequence import find_names
from didgah.language.fold import fold
from didgah.language.sentences import sentences
from didgah.model import Candidate, CandidateKind, Language, Mention

# Countries that are not in the genitive: «при ОИС Россия», «МИД Иран».
_NOMINATIVE = re.compile(r"(?:[аеио]ия|[бвгджзклмнпрстфхцчшщ]|Россия|Украина)$")
_OPENING, _CLOSING = tuple("«\"“„"), tuple("»\"”“")
_DASH = re.compile(r"\s*[-–—]\s*")
_READ = 300_000  # characters; see `didgah.annotate.candidates.proposed`
_WIDEST = 60  # characters of the words that may lead to a place in a larger name
_KINDS: dict[str, CandidateKind] = {
    "person": "person", "place": "place", "organisation": "organisation",
    "outlet": "organisation", "series": "organisation",
}


@dataclass(frozen=True, slots=True)
class PlainName:
    """A name at `[start, end)`; `entity` is its registry key, "" when it has none."""

    start: int
    end: int
    kind: CandidateKind
    entity: str = ""


def plain_names(
    text: str, language: Language, mentions: Sequence[Mention], candidates: Sequence[Candidate]
) -> tuple[PlainName, ...]:
    """Every name of `text`, in order and disjoint.

    An organisation among the candidates takes in the mentions inside it. In Persian the model
    is asked again, because it draws the edges of names that the registry has, too.
    """
    if language == "fa":
        return _persian(text, mentions)
    rules = _rules(language)
    if rules is not None:
        mentions = [
            one for one in mentions if not rules.common.fullmatch(text, one.start, one.end)
        ]
    taken = sorted(
        (PlainName(one.start, one.end, one.kind) for one in candidates),
        key=lambda one: one.start,
    )
    starts = [one.start for one in taken]
    names = list(taken)
    for mention in mentions:
        at = bisect_left(starts, mention.start + 1) - 1
        if at >= 0 and taken[at].end > mention.start:
            continue
        kind = _KINDS[mention.kind]
        entity = f"{mention.kind}:{mention.entity}"
        names.append(PlainName(mention.start, mention.end, kind, entity))
    names = _without_formats(text, sorted(names, key=lambda one: one.start))
    if rules is None:
        return tuple(names)
    return tuple(_joined(text, _widened(text, names, rules), rules))


def _persian(text: str, mentions: Sequence[Mention]) -> tuple[PlainName, ...]:
    rules = _rules("fa")
    folded = fold(text)
    if rules is not None:
        mentions = [
            one for one in mentions if not rules.common.fullmatch(folded, one.start, one.end)
        ]
    found = general_names(mentions, find_names(text[:_READ], sentences(text[:_READ], "fa")))
    names = []
    for start, end, kind in found:
        same = [one for one in mentions if start <= one.start and one.end <= end
                and _KINDS[one.kind] == kind and (kind != "organisation" or one.start == start)]
        entity = f"{same[0].kind}:{same[0].entity}" if same else ""
        names.append(PlainName(start, end, kind, entity))
    starts = [one.start for one in names]
    for one in mentions:
        at = bisect_left(starts, one.end) - 1
        if one.kind == "series" and (at < 0 or names[at].end <= one.start):
            names.append(PlainName(one.start, one.end, "organisation", f"series:{one.entity}"))
    names = _without_formats(text, sorted(names, key=lambda one: one.start))
    return tuple(names if rules is None else _in_larger(folded, names, rules))


def _without_formats(text: str, names: Sequence[PlainName]) -> list[PlainName]:
    """`names` without the two places of «Центральная Азия – Россия», a format of meetings."""
    inside: set[int] = set()
    for at, (one, other) in enumerate(pairwise(names)):
        if (
            one.kind == other.kind == "place" and text[one.start - 1 : one.start] in _OPENING
            and text[other.end : other.end + 1] in _CLOSING
            and _DASH.fullmatch(text, one.end, other.start)
        ):
            inside |= {at, at + 1}
    return [one for at, one in enumerate(names) if at not in inside]


def _in_larger(text: str, names: Sequence[PlainName], rules: _Rules) -> Iterator[PlainName]:
    """`names` without places at the end of an event's name; those at that of a body's or a
    building's name are part of it."""
    least = 0
    for one in names:
        if one.kind == "place" and one.entity:
            before = text[max(least, one.start - _WIDEST) : one.start]
            if rules.event.search(before):
                continue
            for pattern, kind in ((rules.body, "organisation"), (rules.site, "place")):
                if head := pattern.search(before):
                    one = PlainName(one.start - len(before) + head.start(), one.end, kind)
                    break
        elif one.entity:
            one = _seat(text, one, rules)
        least = one.end
        yield one


@dataclass(frozen=True)
class _Rules:
    title: re.Pattern[str]  # at the start of a person's name
    before_person: re.Pattern[str]  # ends where a person's name begins
    behind_person: re.Pattern[str]
    before_place: re.Pattern[str]
    behind_place: re.Pattern[str]
    common: re.Pattern[str]  # words that the registry knows and that are no name
    event: re.Pattern[str]  # ends where a place begins that ends the name of an event
    body: re.Pattern[str]  # … the name of a body
    site: re.Pattern[str]  # … the name of a building
    seat: re.Pattern[str]  # a body that is also a building
    at_seat: re.Pattern[str]  # what stands before the building
    of_country: bool  # a country behind a body belongs to its name


@cache
def _rules(language: Language) -> _Rules | None:
    try:
        words = name_words(language)
    except FileNotFoundError:
        return None
    shape = {name.removeprefix("shape."): "|".join(entries) for name, entries in
             words.lists.items() if name.startswith("shape.")}
    if not shape:
        return None
    never = "(?!)"
    return _Rules(
        title=re.compile(f"(?:(?:{shape.get('title', never)})[ \u00a0]+)+"),
        before_person=re.compile(f"(?<![\\w.])(?:{shape.get('before_person', never)})$"),
        behind_person=re.compile(f"(?:{shape.get('behind_person', never)})(?!\\w)"),
        before_place=re.compile(f"(?<!\\w)(?:{shape.get('before_place', never)})[ \u00a0]$"),
        behind_place=re.compile(f"[ \u00a0](?:{shape.get('behind_place', never)})(?!\\w)"),
        common=re.compile(shape.get("common", never), re.IGNORECASE),
        event=re.compile(f"(?<!\\w)(?:{shape.get('event', never)})$"),
        body=re.compile(f"(?<!\\w)(?:{shape.get('body', never)})$"),
        site=re.compile(f"(?<!\\w)(?:{shape.get('site', never)})$"),
        seat=re.compile(shape.get("seat", never)),
        at_seat=re.compile(f"(?<!\\w)(?:{shape.get('at_seat', never)})$"),
        of_country="yes" in shape.get("of_country", ""),
    )


def _widened(text: str, names: Sequence[PlainName], rules: _Rules) -> list[PlainName]:
    found: list[PlainName] = []
    for i, one in enumerate(names):
        least = found[-1].end if found else 0
        most = names[i + 1].start if i + 1 < len(names) else len(text)
        if one.kind == "person":
            one = _person(text, one, rules, least, most)
        elif one.kind == "place" and one.entity:
            one = _place(text, one, rules, least, most)
        else:
            one = _seat(text, one, rules)
        found.append(one)
    return found


def _seat(text: str, one: PlainName, rules: _Rules) -> PlainName:
    """`one`, as a place where it is the building that is meant, not who works there."""
    if rules.seat.fullmatch(text, one.start, one.end) and rules.at_seat.search(
        text[max(0, one.start - 24) : one.start]
    ):
        return replace(one, kind="place", entity="")
    return one


def _person(text: str, one: PlainName, rules: _Rules, least: int, most: int) -> PlainName:
    start, end = one.start, one.end
    if (title := rules.title.match(text, start, end)) and title.end() < end:
        start = title.end()
    if one.entity and start == one.start:
        low = max(least, start - 60)
        if before := rules.before_person.search(text[low:start]):
            start = low + before.start()
    if one.entity and (behind := rules.behind_person.match(text, end, min(most, end + 60))):
        end = behind.end()
    return replace(one, start=start, end=end)


def _place(text: str, one: PlainName, rules: _Rules, least: int, most: int) -> PlainName:
    low = max(least, one.start - _WIDEST)
    if body := rules.body.search(text[low : one.start]):
        return PlainName(low + body.start(), one.end, "organisation")
    before = rules.before_place.search(text[low : one.start])
    behind = rules.behind_place.match(text, one.end, most)
    return replace(
        one, start=low + before.start() if before else one.start,
        end=behind.end() if behind else one.end,
    )


def _joined(text: str, names: Sequence[PlainName], rules: _Rules) -> list[PlainName]:
    """«МИД» and «России» as one body, where the language says it so."""
    found: list[PlainName] = []
    for one in names:
        last = found[-1] if found else None
        if (
            rules.of_country and last is not None and last.kind == "organisation"
            and one.kind == "place" and text[last.end : one.start] in (" ", "\u00a0")
            and not _NOMINATIVE.search(text, one.start, one.end)
            and not text[last.start : last.end].endswith(("»", '"'))
        ):
            found[-1] = replace(last, end=one.end)
        else:
            found.append(one)
    return found
