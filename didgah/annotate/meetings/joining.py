"""From drafts to reports: joined to the chronology, those of one known meeting drawn together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from didgah.annotate.meetings.assemblies import attend, find_assembly, find_held
from didgah.annotate.meetings.chronology import (
    Chronology,
    bilateral_series,
    bodies_of,
    join_encounter,
    join_session,
)
from didgah.annotate.meetings.circumstances import When, Where, is_focus, when_in
from didgah.annotate.meetings.datelines import Dateline, dateline_of
from didgah.annotate.meetings.drafts import Draft, Key, trip_apart
from didgah.annotate.meetings.encounter_rules import EncounterRules
from didgah.annotate.meetings.encounters import home_of
from didgah.annotate.meetings.focus import (
    demote,
    promote,
    same_news,
    with_occasion,
    with_places,
    without_summits,
    without_title_talks,
    without_wishes,
)
from didgah.annotate.meetings.guests import apart, other_guest, told_apart
from didgah.annotate.meetings.headed import find_headed
from didgah.annotate.meetings.hosts import with_host
from didgah.annotate.meetings.occasions import find_occasion
from didgah.annotate.meetings.pairs import find_pair
from didgah.annotate.meetings.sides import within_one_country, without_embodied
from didgah.annotate.meetings.strangers import MARK, Strangers, is_stranger
from didgah.annotate.sentences.background import Background
from didgah.annotate.sentences.ranks import level_of
from didgah.annotate.sentences.reading import Reading
from didgah.annotate.statements.reported import Spoken
from didgah.model import KnownMeeting, Level, MeetingKind, MeetingReport, Participant

_FOLLOWING = 3  # sentences without words of anybody there that end the account of a gathering
_DAY = timedelta(days=1)
_TWO_SIDES = 2
_ROUNDS: dict[Level, MeetingKind] = {  # what talks of more than two sides at a level are
    "head_of_state": "summit", "minister": "ministerial", "deputy_minister": "ministerial",
}


@dataclass(frozen=True, slots=True)
class Joiner:
    """What turning drafts into reports looks at."""

    reading: Reading
    spoken: Spoken
    rules: EncounterRules
    chronology: Chronology
    background: Background
    strangers: Strangers
    drafts: int = 0  # how many meetings the article tells of

    def reports(self, drafts: Sequence[Draft]) -> tuple[MeetingReport, ...]:
        """The reports of an article, in order of first evidence."""
        joined: list[tuple[Draft, KnownMeeting | None]] = []
        line = dateline_of(self.reading, self.background)
        for draft in told_apart(without_title_talks(drafts)):
            if draft.series and not draft.is_occasion:
                continue
            if draft.focus:
                self._set(draft, line)
            for part in self._parts(draft):
                known = self._join(part)
                same = next((d for d, k in joined if known and k is known
                             and not other_guest(d, part)
                             and not trip_apart(d, part.kind, part.when)), None)
                if same is not None and bool(same.series) == bool(part.series):
                    same.take(part)
                else:
                    joined.append((part, known))
        same_news(joined)
        joined = without_wishes(joined)
        demote(joined, self.reading)
        with_places(joined, self.reading, self.rules)
        occasion = find_occasion(
            self.reading, self.rules, self.chronology, self.background,
            [k for d, k in joined if k and d.focus],
        )
        if occasion:
            joined = with_occasion(joined, *occasion, self.reading)
        if not any(draft.focus for draft, _ in joined):
            promote(joined, self.reading)
        joined = without_summits(joined, self.background, self.reading)
        if not any(draft.focus for draft, _ in joined):
            assembly = find_pair(self.reading, self.rules, self.background)
            if assembly is None:
                assembly = find_assembly(self.reading, self.rules, self.background)
            if assembly is None and line.stamped:
                assembly = find_headed(self.reading, self.spoken, self.strangers)
            if assembly is None:
                assembly = find_held(self.reading, self.rules, self.background)
            if assembly:
                attend(assembly, self.reading, self.rules)
                self._set(assembly, line)
                joined.append((assembly, None))
        counted = replace(self, drafts=len(joined))
        reports = (counted._report(draft, known) for draft, known in joined)
        return tuple(sorted(reports, key=lambda r: r.evidence[0].start))

    def _set(self, draft: Draft, line: Dateline) -> None:
        """Give what the article is about the day and place of its dateline, if it has none.

        Where something to come is reported from is not where it will be.
        """
        if draft.status != "held" and not line.stamped:
            return
        vague = draft.when.first is None or (
            line.stamped and draft.kind != "visit"
            and draft.when.precision in ("month", "season", "year"))
        if vague and line.when.first is not None:
            assumed = () if line.stamped else ("day",)
            draft.date(replace(line.when, assumed=(*line.when.assumed, *assumed)))
        remote = draft.kind in ("call", "message", "visit")
        same_day = draft.when.first is None or line.when.first is None or (
            draft.when.first == line.when.first)
        if not remote and line.where.place and same_day:
            if not draft.where.place and not line.stamped:
                draft.when = replace(draft.when, assumed=(*draft.when.assumed, "place"))
            draft.place(line.where)

    def _join(self, draft: Draft) -> KnownMeeting | None:
        published = self.reading.published
        if draft.series:
            return join_session(self.chronology, draft.series, draft.when, draft.where,
                                published, draft.status == "announced")
        if draft.kind not in ("bilateral", "visit"):
            return None
        parties = _sides(draft)
        if draft.kind == "visit":
            parties.append(("place", draft.where.place))  # the hosts are the other side
        return join_encounter(self.chronology, parties, draft.when, draft.where,
                              published, self.background)

    def _parts(self, draft: Draft) -> list[Draft]:
        """A draft of "A met B and C" as two when each pair is a meeting of its own.

        It is when the chronology knows it so, or a sentence tells of it by itself.
        """
        persons = [key for key in draft.members if key[0] == "person"]
        if draft.kind == "bilateral" and len(persons) > 2 and (
            parts := apart(draft, persons)
        ):
            return parts
        if draft.series or draft.kind != "bilateral" or len(persons) != 3 or self._join(draft):
            return [draft]
        for one in persons:
            pairs = [draft.only(one, other) for other in persons if other != one]
            known = [self._join(pair) for pair in pairs]
            if all(known) and known[0] is not known[1]:
                return pairs
        return [draft]

    def _report(self, draft: Draft, known: KnownMeeting | None) -> MeetingReport:
        without_embodied(draft, self.background)
        series = draft.series or (known.series if known else bilateral_series(
            self.chronology, [*_sides(draft), *self._bodies(draft)], self.background))
        kind = draft.kind
        if kind == "bilateral" and not series and not known and within_one_country(
            draft, self._participants(draft), self.background
        ):
            kind = "meeting"
        homes = self._homes(draft)
        if kind == "bilateral" and len(set(homes.values()) - {""}) > _TWO_SIDES:
            kind = _round_kind(self._participants(draft))
        draft.admit()
        self._speakers(draft)
        published = self.reading.published
        if known:
            _as_known(draft, known)
        elif draft.focus and draft.when.first is None and draft.status == "held" and (
            published and (draft.kind != "visit" or self._sets_out(draft))
        ):
            draft.when = When(published, published, "day", (*draft.when.assumed, "publication"))
        exact = draft.when.precision in ("day", "days")
        first = known.first if known and not exact else draft.when.first
        if draft.status == "held" and published and first and published < first:
            draft.status = "announced"  # "he will come to KazanForum 2025"
        return MeetingReport(
            series=series,
            known=known.id if known else None,
            kind=kind,  # type: ignore[arg-type]
            place=draft.where.place,
            country=draft.where.country,
            first=draft.when.first,
            last=draft.when.last,
            precision=draft.when.precision,
            assumed=draft.when.assumed,
            status=draft.status,
            participants=with_host(
                kind, draft.where.country, self._participants(draft), homes),
            evidence=draft.spans(self.reading.sentences),
            focus=draft.focus,
            status_evidence=draft.status_told,
        )

    def _sets_out(self, draft: Draft) -> bool:
        """Whether title or lead tell that somebody has just left or arrived."""
        return any(
            is_focus(self.reading, index)
            and self.rules.setting_out.search(self.reading.skeletons[index].text)
            for index in draft.evidence
        )

    def _bodies(self, draft: Draft) -> list[Key]:
        """The organisations for which those who met speak."""
        day = draft.when.first or self.reading.published
        found = set(draft.of.values())
        for kind, entity in draft.members:
            if kind == "person":
                found |= bodies_of(self.background.people.get(entity), day)
        return [("organisation", one) for one in sorted(found)]

    def _participants(self, draft: Draft) -> tuple[Participant, ...]:
        """Everybody with the level of the office held that day, or as the article words it."""
        day = draft.when.first or self.reading.published
        return tuple(
            replace(one, level=level_of(
                self.background.people.get(one.entity), day,
                [(one.office, self.reading.language)],
            )) if one.kind == "person" or one.office else one
            for one in draft.participants()
        )

    def _homes(self, draft: Draft) -> dict[str, str]:
        """ISO codes of the countries of those who met, by entity or name."""
        return {
            entity.removeprefix(MARK): home_of(
                kind, entity, draft.of.get((kind, entity), ""), self.background)
            for kind, entity in draft.members
        }

    def _speakers(self, draft: Draft) -> None:
        """Whoever is quoted in a sentence that speaks of a gathering spoke there.

        In news of one gathering alone so did those quoted in the sentences that follow.
        """
        if not draft.series:
            return
        told = [i for i in sorted(draft.evidence)
                if not self.reading.is_title(i) and i not in draft.aside]
        alone = draft.focus and self.drafts == 1
        reach = -1
        for said in self.spoken.statements:
            index = self.reading.sentence_at(said.start)
            near = index in told or (alone and any(
                one < index <= max(one, reach) + _FOLLOWING for one in told) and self._then(
                    draft, index))
            if not near or said.kind != "person" or self.reading.is_title(index):
                continue
            reach = index
            roles = draft.members.get((said.kind, said.speaker), {})
            if said.speaker and not (
                {"message_sender", "message_reader", "chairman"} & roles.keys()
            ):
                draft.add(said.kind, said.speaker, "speaker")

    def _then(self, draft: Draft, index: int) -> bool:
        """Whether a sentence tells no other day than that of a draft."""
        when = when_in(self.reading.skeletons[index], 0, self.rules)
        if when.first is None or when.last is None or draft.when.first is None or (
            draft.when.last is None
        ):
            return True
        return when.first <= draft.when.last + _DAY and draft.when.first <= when.last


def _round_kind(participants: Sequence[Participant]) -> MeetingKind:
    """What talks of three countries and more are, by the level of all whose level is told."""
    levels = {one.level for one in participants if one.level}
    return _ROUNDS.get(levels.pop(), "meeting") if len(levels) == 1 else "meeting"


def _as_known(draft: Draft, known: KnownMeeting) -> None:
    """What the article leaves out and the chronology knows; marked as assumed."""
    assumed: list[str] = []
    if not draft.where.place and known.place and draft.kind not in ("call", "message"):
        draft.where = Where(known.place, known.country, True)
        assumed.append("place")
    if draft.when.first is None:
        draft.when = When(known.first, known.last, known.precision)
        assumed.append("day")
    draft.when = replace(draft.when, assumed=(*draft.when.assumed, *assumed))


def _sides(draft: Draft) -> list[Key]:
    """The parties; instead of a stranger, the place he speaks for."""
    return [
        ("place", draft.of.get(key, "")) if is_stranger(key[1]) else key for key in draft.members
    ]
