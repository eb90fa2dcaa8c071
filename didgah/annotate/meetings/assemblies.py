"""A gathering that is of no series and no talks of two sides: a conference, a ceremony.

Asked for only when an article tells of nothing else, so that what it is about is not lost.
"""

from __future__ import annotations

import re

from didgah.annotate.meetings.attendance import present_in
from didgah.annotate.meetings.circumstances import is_focus, status_in, when_in, where_in
from didgah.annotate.meetings.drafts import Draft
from didgah.annotate.meetings.encounter_rules import BEFORE, EncounterRules
from didgah.annotate.meetings.gatherings import kind_of
from didgah.annotate.meetings.strangers import is_stranger
from didgah.annotate.sentences.background import Background
from didgah.annotate.sentences.reading import Reading
from didgah.annotate.sentences.skeleton import ACTOR, Actor, Skeleton
from didgah.model import EntityKind, Mention, Role, Span

_ACTOR = re.compile(ACTOR)
_LISTS = 8  # sentences of the body in which those present are listed
_REACH = 40  # characters behind "the plenary session of" in which the forum is named
_TWO = ["place", "place"]  # the sides of talks that no person is named of


def find_assembly(
    reading: Reading, rules: EncounterRules, background: Background
) -> Draft | None:
    """The first gathering that the title or lead says a person of the registry took part in."""
    for index, skeleton in enumerate(reading.skeletons):
        if not is_focus(reading, index):
            if not reading.is_title(index):
                return None
            continue
        if not rules.trigger.search(skeleton.text):
            continue
        for pattern in rules.event:
            match = pattern.search(skeleton.text)
            if match is None or rules.unreal.search(
                skeleton.text, max(0, match.end() - BEFORE), match.end()
            ):
                continue
            people = [skeleton.units[sign] for sign in _ACTOR.findall(match["a"])]
            known = [one for one in people if isinstance(one, Actor) and one.kind == "person"
                     and not is_stranger(one.entity)]
            if not known:
                continue
            wording = skeleton.text[match.start():match.end() + _REACH]
            sent = rules.letter.search(match.group()) is not None
            kind = "message" if sent else kind_of(wording, rules, "meeting")
            draft = Draft(kind, focus=True)
            for one in people:
                if isinstance(one, Actor) and one.kind == "person":
                    role: Role = "message_sender" if sent else "participant"
                    draft.add("person", one.entity, role, one.office, one.of)
            draft.tell(index)
            draft.date(when_in(skeleton, match.start(), rules))
            draft.place(where_in(skeleton, match.start(), rules, background))
            draft.status, words = status_in(skeleton, draft.when, reading.published, rules)
            draft.status_told = words or Span(*skeleton.span(*match.span()))
            if draft.when.first is None:
                _lead(draft, index, reading, rules, background)
            return draft
    return None


def _lead(
    draft: Draft, title: int, reading: Reading, rules: EncounterRules, background: Background
) -> None:
    """Day and place out of the next sentences in which the same people do something like it."""
    for index in range(title + 1, len(reading.skeletons)):
        if not is_focus(reading, index):
            return
        skeleton = reading.skeletons[index]
        if not rules.trigger.search(skeleton.text):
            continue
        for match in filter(None, (one.search(skeleton.text) for one in rules.event)):
            people = (skeleton.units[sign] for sign in _ACTOR.findall(match["a"]))
            if any(isinstance(one, Actor) and (one.kind, one.entity) in draft.members
                   for one in people):
                draft.tell(index)
                draft.date(when_in(skeleton, match.start(), rules))
                draft.place(where_in(skeleton, match.start(), rules, background))
                return


def find_held(
    reading: Reading, rules: EncounterRules, background: Background
) -> Draft | None:
    """The gathering that title or lead says was held, told by its place, day and those listed.

    None when nobody of the registry, no body and no place or day of it is told.
    """
    for index, skeleton in enumerate(reading.skeletons):
        if not is_focus(reading, index):
            if not reading.is_title(index):
                return None
            continue
        match = _held(skeleton, rules)
        if match is None:
            continue
        draft = Draft(kind_of(match.group(), rules, "meeting"), focus=True)
        draft.tell(index)
        draft.date(when_in(skeleton, match.start(), rules))
        draft.place(where_in(skeleton, match.start(), rules, background))
        for kind, entity in _sides(skeleton, *match.span(), background):
            draft.add(kind, entity, "participant")
        if draft.kind == "meeting" and [kind for kind, _ in draft.members] == _TWO:
            draft.kind = "bilateral"
        for later, below in enumerate(reading.skeletons[index + 1:], index + 1):
            if not reading.is_title(index) or not is_focus(reading, later):
                break
            if again := _held(below, rules):
                draft.tell(later)
                draft.date(when_in(below, again.start(), rules))
                draft.place(where_in(below, again.start(), rules, background))
        attend(draft, reading, rules)
        known = any(not is_stranger(entity) for _, entity in (*draft.members, *draft.present))
        if known and (draft.when.first is not None or draft.where.place):
            draft.status, words = status_in(skeleton, draft.when, reading.published, rules)
            draft.status_told = words or Span(*skeleton.span(*match.span()))
            return draft
    return None


def _held(skeleton: Skeleton, rules: EncounterRules) -> re.Match[str] | None:
    """Where a sentence says that a gathering was or is to be held."""
    match = next(filter(None, (one.search(skeleton.text) for one in rules.held)), None)
    if match is None or rules.unreal.search(
        skeleton.text, max(0, match.start() - BEFORE), match.start()
    ):
        return None
    return match


def _sides(
    skeleton: Skeleton, start: int, end: int, background: Background
) -> list[tuple[EntityKind, str]]:
    """The bodies near the words that tell of a gathering, and countries if there are several."""
    near = [skeleton.units[c] for c in skeleton.text[start:end + _REACH] if c in skeleton.units]
    bodies = [one.entity for one in near if isinstance(one, Actor | Mention)
              and one.kind == "organisation" and one.entity]
    countries = [one.entity for one in near if isinstance(one, Mention)
                 and one.kind == "place" and one.entity in background.countries]
    sides: list[tuple[EntityKind, str]] = [("organisation", one) for one in bodies]
    if len(set(countries)) > 1:
        sides += [("place", one) for one in countries]
    return sides


def attend(draft: Draft, reading: Reading, rules: EncounterRules) -> None:
    """Take in whom the lists near the head of an article name: "taking part were …"."""
    body = reading.sentence_at(reading.title_end)
    for index, skeleton in enumerate(reading.skeletons[:body + _LISTS]):
        if not rules.attending.search(skeleton.text):
            continue
        present = present_in(skeleton, rules, reading.text)
        if present is not None and (present.points_back or index in draft.evidence):
            draft.tell(index)
            for one in present.people:
                draft.present.setdefault(("person", one.entity), (one.office, one.of))
