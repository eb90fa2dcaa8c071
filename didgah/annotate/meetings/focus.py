"""Which of the meetings an article tells of it is about, and which of them are one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from didgah.annotate.meetings.chronology import persons_of
from didgah.annotate.meetings.drafts import Draft
from didgah.annotate.meetings.encounter_rules import EncounterRules
from didgah.annotate.meetings.strangers import is_stranger
from didgah.annotate.sentences.background import Background
from didgah.annotate.sentences.reading import Reading
from didgah.model import KnownMeeting

_FRESH = 3  # days between a meeting and the news of it
_SOON = 5  # sentences of the body
_IN_PERSON = ("bilateral", "meeting")
_NEXT = 2  # sentences
_PAST = 14  # days after which a meeting is no news beside a fresh one


def same_news(joined: Sequence[tuple[Draft, KnownMeeting | None]]) -> None:
    """What else the same people did that day is what the article is about, too."""
    about = [draft for draft, _ in joined if draft.focus and draft.status == "held"]
    for draft, known in joined:
        if draft.focus or known or draft.recalled or (
            draft.kind not in ("bilateral", "call", "meeting")
        ):
            continue
        draft.focus = any(
            _people(draft) & _people(other) and draft.when.first in (None, other.when.first)
            and draft.status == "held" and draft.kind == other.kind
            for other in about
        )


def demote(joined: Sequence[tuple[Draft, KnownMeeting | None]], reading: Reading) -> None:
    """Beside a fresh meeting one of weeks ago is only recalled, unless the title tells of it.

    Nor is an article that tells of a meeting held about the one that is to come next.
    """
    published = reading.published
    if published is None:
        return
    about = [draft for draft, _ in joined if draft.focus]
    old = [draft for draft in about
           if draft.when.last is not None and (published - draft.when.last).days > _PAST
           and not any(reading.is_title(index) for index in draft.evidence)]
    if len(old) < len(about):
        for draft in old:
            draft.focus = False
    if any(draft.focus and draft.status == "held" for draft in about):
        for draft in about:
            if draft.status == "announced" and not any(
                reading.is_title(index) for index in draft.evidence
            ):
                draft.focus = False


def without_wishes(
    joined: list[tuple[Draft, KnownMeeting | None]]
) -> list[tuple[Draft, KnownMeeting | None]]:
    """"He congratulated him" without words of a message is told of talks that the two had."""
    kept = []
    for draft, known in joined:
        met = next((
            other for other, _ in joined
            if draft.wish and not other.wish and not other.series and other.kind != "visit"
            and _people(draft) <= _people(other) and draft.focus <= other.focus
        ), None)
        if met is None:
            kept.append((draft, known))
        else:
            for index in draft.evidence:
                met.tell(index)
    return kept


def with_occasion(
    joined: list[tuple[Draft, KnownMeeting | None]], draft: Draft, known: KnownMeeting,
    reading: Reading,
) -> list[tuple[Draft, KnownMeeting | None]]:
    """The meetings with a known one that the article tells of without naming it.

    A delegation told of in another way is that meeting; what people of a summit did apart from
    it is not the summit.
    """
    ours = persons_of(known)
    for n, (other, theirs) in enumerate(joined):
        people = {one for one in _people(other) if not is_stranger(one)}
        if other.series or not (other.focus and people <= ours):
            continue
        if known.kind in ("summit", "forum"):
            if len(people) > 1 and other.kind in ("bilateral", "call"):
                return joined
        elif people and not theirs and other.kind in ("bilateral", "meeting"):
            other.take(draft)
            return [*joined[:n], (other, known), *joined[n + 1:]]
    day = draft.when
    if any(
        other.focus and reading.is_title(other.evidence[0]) and other.when.first and day.last
        and other.when.last and day.first
        and (other.when.first > day.last or day.first > other.when.last)
        for other, _ in joined
    ):
        draft.focus = False  # the title is of another day
    return [*joined, (draft, known)]


def promote(
    joined: Sequence[tuple[Draft, KnownMeeting | None]], reading: Reading
) -> None:
    """Where title and lead tell of no meeting, a fresh one told of soon after is the subject."""
    published = reading.published
    body = sum(reading.is_title(index) for index in range(len(reading.sentences)))
    for draft, _ in joined:
        day = draft.when.first
        fresh = day is None or published is None or abs((published - day).days) <= _FRESH
        near = draft.evidence[0] - body < _SOON and not draft.recalled
        if fresh and near and draft.kind != "visit" and (day is not None or draft.where.place):
            draft.focus = True
            return


def without_title_talks(drafts: Sequence[Draft]) -> list[Draft]:
    """A headline of talks of the two whom the text tells to have spoken by telephone is that call.

    «شریف و پوتین رایزنی کردند» does not say how.
    """
    kept = []
    for draft in drafts:
        call = next((other for other in drafts if draft.kind == "bilateral" and other.focus
                     and other.kind == "call" and other.members.keys() == draft.members.keys()),
                    None)
        if call is None or draft.where.place or len(draft.evidence) > 1 or (
            draft.evidence[0] > min(call.evidence)
        ):
            kept.append(draft)
        else:
            call.take(draft)
    return kept


def with_places(
    joined: Sequence[tuple[Draft, KnownMeeting | None]], reading: Reading, rules: EncounterRules
) -> None:
    """«همچنین», "also": talks without a place were where the same people held those just told of.

    So of one trip: the same day, as far as days are told, in the next sentence or the one after.
    """
    held = [draft for draft, known in joined
            if known is None and draft.kind in _IN_PERSON and not draft.recalled]
    for draft in held:
        if draft.where.place or not any(
            rules.severally.search(reading.skeletons[index].text) for index in draft.evidence
        ):
            continue
        near = [
            other.where for other in held
            if other.where.narrow and _people(draft) & _people(other)
            and other.status == draft.status
            and (None in (draft.when.first, other.when.first)
                 or draft.when.first == other.when.first)
            and any(0 < one - two <= _NEXT for one in draft.evidence for two in other.evidence)
        ]
        if near and len({where.place for where in near}) == 1:
            draft.place(near[0])
            draft.when = replace(draft.when, assumed=(*draft.when.assumed, "place"))


def _people(draft: Draft) -> set[str]:
    return {entity for kind, entity in draft.members if kind == "person"}


def without_summits(
    joined: list[tuple[Draft, KnownMeeting | None]], background: Background, reading: Reading
) -> list[tuple[Draft, KnownMeeting | None]]:
    """"The three held a summit": what was read as a meeting of its people is that summit.

    So is what was read as one of "the leaders of" the countries they come from.
    """
    kept = []
    for draft, known in joined:
        persons = {entity for kind, entity in draft.members if kind == "person"}
        summit = next(
            (d for d, k in joined if k is not None and d.series and not draft.series
             and known is None and (
                 (len(persons) >= 3 and persons <= persons_of(k))
                 or (not persons and _led_by(draft, k, background))
             )), None
        ) or next(  # a headline without day and place, of people who were at what follows
            (d for d, k in joined if k is not None and known is None and d is not draft
             and draft.when.first is None and not draft.where.place and d.focus
             and reading.is_title(draft.evidence[0])
             and len(persons) > 1 and draft.kind == "bilateral"
             and persons <= persons_of(k)), None
        )
        if summit is None:
            kept.append((draft, known))
        else:
            summit.take(draft)
    return kept


def _led_by(draft: Draft, known: KnownMeeting, background: Background) -> bool:
    """Whether countries told to have met, and the day, are those of a known meeting's people."""
    homes = {background.country_of.get(f"person:{p}", "") for p in persons_of(known)}
    told = {background.country_of.get(f"{kind}:{entity}", "?") for kind, entity in draft.members}
    first, last = draft.when.first, draft.when.last
    return told <= homes and (
        first is None or last is None or (first <= known.last and known.first <= last)
    )
