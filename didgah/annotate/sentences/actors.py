"""Who is in a sentence: names, their titles and appositions drawn together into actors.

«ولادیمیر پوتین رئیس جمهوری روسیه» is one actor, "the Iranian foreign minister" is one
too, although no name is given; «روسیه» alone is a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from didgah.annotate.sentences.skeleton import (
    ACTOR,
    OFFICE,
    PLACE,
    SIGNS,
    UNITS,
    Actor,
    Skeleton,
    merge,
    outside,
    replace_spans,
    sign,
    without,
)
from didgah.annotate.sentences.syntax import Syntax
from didgah.model import DateExpression, Mention, Reference, Span

# «رئیس جمهوری» + «روسیه», "Russian" + "president": the earlier steps mark them apart.
_MOST = 64  # units of a sentence; patterns take time in the square of a longer list
_SPACES = re.compile("  +")
_BODY = rf"(?:{PLACE}|{ACTOR})"
_HELD = (re.compile(rf"({OFFICE})[ \"]+ل?{_BODY}"), re.compile(rf"{_BODY} ({OFFICE})"))


def sentence_skeleton(
    text: str,
    flat: str,
    sentence: Span,
    mentions: Sequence[Mention],
    references: Sequence[Reference],
    dates: Sequence[DateExpression],
    series_of: dict[str, str],
    syntax: Syntax,
    cards: Sequence[Span] = (),
) -> Skeleton:
    """The skeleton of one sentence.

    `flat` is `plain(text)`; `mentions`, `references` and `dates` are those inside the
    sentence; `series_of` maps an organisation id to the series it stands for. What is in
    `cards` is left out.
    """
    chosen = _disjoint([*references, *mentions, *dates])[:_MOST]
    units: dict[str, object] = {}
    found: list[tuple[int, int, str]] = []
    for index, item in enumerate(chosen):
        if isinstance(item, DateExpression):
            mark, unit = sign("date", index), item
        elif item.kind == "series" or (item.kind == "organisation" and item.entity in series_of):
            mark, unit = sign("series", index), item
        elif item.kind == "place" and isinstance(item, Mention):
            mark, unit = sign("place", index), item
        elif item.kind == "outlet" or (
            item.kind == "organisation" and isinstance(item, Mention)
            and syntax.place_before.search(flat, sentence.start, item.start)
        ):
            continue  # «در کرملین»
        else:
            mark = sign("office" if isinstance(item, Reference) else "actor", index)
            office = item.surface if isinstance(item, Reference) else ""
            unit = Actor(item.entity, item.kind, item.surface, item.start, item.end, office)
        units[mark] = unit
        found.append((item.start, item.end, mark))
    skeleton = replace_spans(
        flat[sentence.start:sentence.end], sentence.start, found, units
    )
    skeleton = without(skeleton, SIGNS)
    for card in cards:
        skeleton = outside(skeleton, card)
    if "  " in skeleton.text:
        skeleton = merge(skeleton, _SPACES, lambda match: " ")
    if not units:
        return skeleton
    for held in _HELD if syntax.language == "en" else _HELD[:1]:
        skeleton = merge(skeleton, held, partial(_held, text, skeleton))
    counter = iter(range(len(chosen), UNITS))
    skeleton = merge(skeleton, syntax.office, partial(_office, text, skeleton, counter))
    if syntax.office_behind:
        skeleton = merge(skeleton, syntax.office_behind, partial(_office, text, skeleton, counter))
    skeleton = merge(skeleton, syntax.office_of_series, partial(_office, text, skeleton, counter))
    skeleton = merge(skeleton, syntax.titled, partial(_titled, skeleton))
    return _appose(skeleton, syntax)


def _held(text: str, skeleton: Skeleton, match: re.Match[str]) -> str | None:
    """An office whose holder is known together with the place it is held in."""
    mark = match.group(1)
    actor = skeleton.units[mark]
    body = next(skeleton.units[c] for c in match.group() if c in skeleton.units and c != mark)
    assert isinstance(actor, Actor)
    if isinstance(body, Actor) and (body.kind == "person" or body.office):
        return None
    start, end = skeleton.span(match.start(), match.end())
    wording = text[start:end]
    skeleton.units[mark] = replace(actor, start=start, end=end, surface=wording, office=wording)
    return mark


def _disjoint(items: list) -> list:
    """The longest of overlapping items, earliest first; a name beats a date of equal span."""
    ordered = sorted(items, key=lambda i: (i.start, -i.end, isinstance(i, DateExpression)))
    kept: list = []
    for item in ordered:
        if kept and item.start < kept[-1].end:
            continue
        kept.append(item)
    return kept


def _office(
    text: str, skeleton: Skeleton, counter: Iterator[int], match: re.Match[str]
) -> str | None:
    """An office of a place or organisation, as an actor of that place or organisation."""
    mark = next(c for c in reversed(match.group()) if c in skeleton.units)
    of = skeleton.units[mark]
    if isinstance(of, Actor) and (of.kind == "person" or of.office):
        return None  # «رئیس … پوتین»: the name is an apposition, joined later
    index = next(counter, None)
    if index is None:
        return None
    start, end = skeleton.span(match.start(), match.end())
    wording = text[start:end]
    new = sign("actor", index)
    kind = "organisation" if of.kind == "series" else of.kind
    skeleton.units[new] = Actor(of.entity, kind, wording, start, end, wording, of.entity)
    return new


def _titled(skeleton: Skeleton, match: re.Match[str]) -> str:
    mark = match.group(1) or match.group(2)
    actor = skeleton.units[mark]
    start, end = skeleton.span(match.start(), match.end())
    skeleton.units[mark] = replace(actor, start=start, end=end)
    return mark


def _appose(skeleton: Skeleton, syntax: Syntax) -> Skeleton:
    """Names and offices that stand side by side and are one person, joined until none is left."""
    while True:
        joined = merge(skeleton, syntax.apposed, partial(_one_person, skeleton))
        if joined is skeleton:
            return skeleton
        skeleton = joined


def _one_person(skeleton: Skeleton, match: re.Match[str]) -> str | None:
    first, second = skeleton.units[match.group(1)], skeleton.units[match.group(2)]
    assert isinstance(first, Actor)
    assert isinstance(second, Actor)
    comma = "،" in match.group() or "," in match.group()
    named = [a for a in (first, second) if a.kind == "person" and not _is_office(a)]
    offices = [a for a in (first, second) if _is_office(a)]
    same = first.entity == second.entity and first.kind == second.kind
    if len(named) == 1 and len(offices) == 1:
        # After a comma only a title that follows its name, or one of the same person, is apposed.
        if comma and not same and offices[0] is first:
            return None
        person, office = named[0], offices[0]
    elif same and not comma:
        person, office = (first, second) if not _is_office(first) else (second, first)
    else:
        return None
    start, end = skeleton.span(match.start(), match.end())
    mark = match.group(1) if person is first else match.group(2)
    skeleton.units[mark] = replace(
        person, start=start, end=end, office=person.office or office.office,
        of=person.of or office.of,
    )
    return mark


def _is_office(actor: Actor) -> bool:
    return actor.office != "" and actor.surface == actor.office
