"""Meeting reports: what one article says of each meeting it speaks of.

Sentences are read in order. A sentence that names a series together with a word of
meeting, or two parties with one, opens a draft or adds to the one it means; «این نشست»
adds to the last of its kind. At the end each draft is joined to the chronology.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from didgah.annotate.background import Background
from didgah.annotate.chronology import (
    Chronology,
    bilateral_series,
    join_encounter,
    join_session,
)
from didgah.annotate.circumstances import (
    When,
    Where,
    in_year,
    is_focus,
    place_of,
    status_in,
    when_in,
    where_in,
)
from didgah.annotate.drafts import Draft
from didgah.annotate.encounter_rules import EncounterRules
from didgah.annotate.encounters import Encounter, find_encounters
from didgah.annotate.gatherings import Gathering, chairs_of, kind_of, roles_in, series_in
from didgah.annotate.occasions import find_occasion
from didgah.annotate.reading import Reading
from didgah.annotate.skeleton import DATE, Actor, Skeleton, with_actor
from didgah.annotate.statements import Spoken
from didgah.model import KnownMeeting, MeetingReport

_STAMP = re.compile(rf"\s*{DATE}\s*\d{{1,2}}:\d\d")
_APART = timedelta(days=3)  # reports of one meeting in one article may differ by this much


def find_meetings(
    reading: Reading,
    spoken: Spoken,
    rules: EncounterRules,
    chronology: Chronology,
    background: Background,
) -> tuple[MeetingReport, ...]:
    """Every meeting the article reports, in order of first evidence."""
    reader = _Reader(reading, spoken, rules, chronology, background, [])
    for index in range(len(reading.sentences)):
        reader.sentence(index)
    return reader.reports()


@dataclass(frozen=True, slots=True)
class _Reader:
    """An article being read for meetings; `drafts` grows."""

    reading: Reading
    spoken: Spoken
    rules: EncounterRules
    chronology: Chronology
    background: Background
    drafts: list[Draft]

    # --- sentence by sentence ------------------------------------------------------------

    def sentence(self, index: int) -> None:
        """Take in what sentence `index` tells of meetings."""
        skeleton = self._with_pronouns(index)
        gathering = next((d for d in reversed(self.drafts) if d.series), None)
        anaphor = self.rules.anaphor_gathering.search(skeleton.text) if gathering else None
        touched: list[Draft] = []
        for named in series_in(skeleton, self.rules, self.background):
            draft = self._gathering(named, index, skeleton)
            if draft is not None and not any(draft is t for t in touched):
                touched.append(draft)
            if anaphor and anaphor.start() < named.at and draft is not gathering:
                touched = [gathering]  # «این نشست در جریان کازان‌فوروم»: the parts are in the former
        if not touched and gathering and anaphor:
            self._tell_again(gathering, index, skeleton)
            touched.append(gathering)
        if len(touched) == 1:
            self._roles(touched[0], skeleton)
        found = find_encounters(
            skeleton, self.spoken.subjects[index - 1] if index else None, self.rules,
            self.background,
        )
        for encounter in found:
            self._encounter(encounter, index, skeleton)
        last = next((d for d in reversed(self.drafts) if not d.series), None)
        if not found and not touched and last and self.drafts[-1] is last and (
            self.rules.anaphor_encounter.search(skeleton.text)
        ):
            self._tell_again(last, index, skeleton)

    def _with_pronouns(self, index: int) -> Skeleton:
        """The skeleton with «وی» as whom it means."""
        skeleton, sentence = self.reading.skeletons[index], self.reading.sentences[index]
        for one in self.spoken.references:
            if sentence.start <= one.start and one.end <= sentence.end:
                actor = Actor(one.entity, one.kind, one.surface, one.start, one.end)
                skeleton = with_actor(skeleton, actor, one.start, one.end)
        return skeleton

    def _gathering(self, named: Gathering, index: int, skeleton: Skeleton) -> Draft | None:
        when = in_year(when_in(skeleton, named.at, self.rules), named.year)
        where = where_in(skeleton, named.at, self.rules, self.background)
        tied = named.sure or when.first or where.place
        if not tied or (self._inside_words(named, skeleton) and not (when.first or where.place)):
            return None  # "he praised the forum"
        draft = next(
            (d for d in reversed(self.drafts)
             if d.series == named.series and _compatible(d, when, where)), None
        )
        if draft is None:
            usual = self.chronology.usual_kind.get(named.series)
            draft = Draft(usual or kind_of(named.wording, self.rules, "session"),
                          series=named.series)
            self.drafts.append(draft)
        self._tell(draft, index, skeleton, when, where)
        return draft

    def _inside_words(self, named: Gathering, skeleton: Skeleton) -> bool:
        at = skeleton.starts[named.at]
        return any(s.start <= at < s.end for s in self.spoken.statements)

    def _roles(self, draft: Draft, skeleton: Skeleton) -> None:
        for kind, entity, role, office in roles_in(skeleton, self.rules, self.background):
            draft.add(kind, entity, role, office)
        for actor in chairs_of(skeleton, draft.series, self.rules, self.background):
            draft.add(actor.kind, actor.entity, "chairman", actor.office)  # type: ignore[arg-type]

    def _encounter(self, encounter: Encounter, index: int, skeleton: Skeleton) -> None:
        when = when_in(skeleton, encounter.at, self.rules)
        if encounter.visited:
            where = place_of(encounter.visited, self.background)
        elif encounter.kind in ("call", "message"):
            where = Where()
        else:
            where = where_in(skeleton, encounter.at, self.rules, self.background)
        parties = {party[:2] for party in encounter.parties}
        draft = next(
            (d for d in reversed(self.drafts)
             if not d.series and _compatible(d, when, where)
             and _kinds_agree(d.kind, encounter.kind)
             and (parties <= d.members.keys() or d.members.keys() <= parties)), None
        )
        if draft is None:
            draft = Draft(encounter.kind)
            self.drafts.append(draft)
        if draft.kind == "visit" and encounter.kind == "bilateral":
            draft.kind = "bilateral"
        for kind, entity, role, office in encounter.parties:
            draft.add(kind, entity, role, office)
        self._tell(draft, index, skeleton, when, where)

    def _tell(
        self, draft: Draft, index: int, skeleton: Skeleton, when: When, where: Where
    ) -> None:
        first = not draft.evidence
        draft.tell(index)
        draft.date(when)
        draft.place(where)
        draft.focus = draft.focus or is_focus(self.reading, index)
        status = status_in(skeleton, draft.when, self.reading.published, self.rules)
        if first or status in ("cancelled", "postponed"):
            draft.status = status

    def _tell_again(self, draft: Draft, index: int, skeleton: Skeleton) -> None:
        """A sentence that says «این نشست»: evidence, and a date and place if none are known."""
        when, where = When(), Where()
        if draft.when.first is None or draft.when.precision == "year":
            when = when_in(skeleton, 0, self.rules)
        if not draft.where.narrow:
            where = where_in(skeleton, 0, self.rules, self.background)
        self._tell(draft, index, skeleton, when, where)

    def _stamp(self, index: int) -> When:
        """The day and hour under a headline, "8 мая 2025 года 10:10", that dates what it tells."""
        if index >= len(self.reading.skeletons):
            return When()
        skeleton = self.reading.skeletons[index]
        return when_in(skeleton, 0, self.rules) if _STAMP.match(skeleton.text) else When()

    # --- at the end ----------------------------------------------------------------------

    def reports(self) -> tuple[MeetingReport, ...]:
        """The drafts as reports: joined, those of one known meeting drawn together."""
        for draft in self.drafts:
            if draft.when.first is None and draft.focus:
                draft.date(self._stamp(draft.evidence[0] + 1))
        joined: list[tuple[Draft, KnownMeeting | None]] = []
        for draft in self.drafts:
            if draft.series and not _is_occasion(draft):
                continue
            for part in self._parts(draft):
                known = self._join(part)
                same = next((d for d, k in joined if known and k is known), None)
                if same is not None and bool(same.series) == bool(part.series):
                    same.take(part)
                else:
                    joined.append((part, known))
        occasion = find_occasion(
            self.reading, self.rules, self.chronology, self.background,
            [k for d, k in joined if k and d.focus],
        )
        if occasion:
            joined.append(occasion)
        reports = (self._report(draft, known) for draft, known in joined)
        return tuple(sorted(reports, key=lambda r: r.evidence[0].start))

    def _join(self, draft: Draft) -> KnownMeeting | None:
        published = self.reading.published
        if draft.series:
            return join_session(self.chronology, draft.series, draft.when, draft.where,
                                published, draft.status == "announced")
        if draft.kind not in ("bilateral", "visit"):
            return None
        parties = list(draft.members)
        if draft.kind == "visit":
            parties.append(("place", draft.where.place))  # the hosts are the other side
        return join_encounter(self.chronology, parties, draft.when, draft.where,
                              published, self.background)

    def _parts(self, draft: Draft) -> list[Draft]:
        """A draft of "A met B and C" as two when each pair is a known meeting of its own."""
        persons = [key for key in draft.members if key[0] == "person"]
        if draft.series or draft.kind != "bilateral" or len(persons) != 3 or self._join(draft):
            return [draft]
        for one in persons:
            pairs = [draft.only(one, other) for other in persons if other != one]
            known = [self._join(pair) for pair in pairs]
            if all(known) and known[0] is not known[1]:
                return pairs
        return [draft]

    def _report(self, draft: Draft, known: KnownMeeting | None) -> MeetingReport:
        series = draft.series or (known.series if known else bilateral_series(
            self.chronology, draft.members, self.background))
        self._speakers(draft)
        published = self.reading.published
        if known and draft.status == "held" and published and published < known.first:
            draft.status = "announced"  # "he will come to KazanForum 2025"
        return MeetingReport(
            series=series,
            known=known.id if known else None,
            kind=draft.kind,
            place=draft.where.place,
            country=draft.where.country,
            first=draft.when.first,
            last=draft.when.last,
            precision=draft.when.precision,
            assumed=draft.when.assumed,
            status=draft.status,
            participants=draft.participants(),
            evidence=draft.spans(self.reading.sentences),
            focus=draft.focus,
        )

    def _speakers(self, draft: Draft) -> None:
        """Whoever is quoted in a sentence that speaks of a gathering spoke there."""
        if not draft.series:
            return
        for index in draft.evidence:
            if self.reading.is_title(index):
                continue
            sentence = self.reading.sentences[index]
            for said in self.spoken.statements:
                inside = sentence.start <= said.start < sentence.end and said.kind == "person"
                roles = draft.members.get((said.kind, said.speaker), {})
                if inside and not {"message_sender", "message_reader", "chairman"} & roles.keys():
                    draft.add(said.kind, said.speaker, "speaker")


def _kinds_agree(one: str, other: str) -> bool:
    return one == other or {one, other} == {"visit", "bilateral"}


def _compatible(draft: Draft, when: When, where: Where) -> bool:
    old = draft.when
    if old.first and old.last and when.first and when.last and (
        when.first - _APART > old.last or old.first - _APART > when.last
    ):
        return False
    if not draft.where.place or not where.place or draft.where.place == where.place:
        return True
    return draft.where.country == where.country and not (draft.where.narrow and where.narrow)


def _is_occasion(draft: Draft) -> bool:
    """A series is only reported as a meeting when something ties it to one occasion."""
    return bool(draft.when.first or draft.where.place or draft.members or draft.focus)
