"""Meeting reports: what one article says of each meeting it speaks of.

Sentences are read in order. A sentence that names a series together with a word of
meeting, or two parties with one, opens a draft or adds to the one it means; «این نشست»
adds to the last of its kind. At the end each draft is joined to the chronology.
"""

from __future__ import annotations

import sys
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from didgah.annotate.meetings.attendance import Present, present_in
from didgah.annotate.meetings.chronology import Chronology
from didgah.annotate.meetings.circumstances import (
    When,
    Where,
    going_on,
    in_year,
    is_focus,
    lasting,
    place_of,
    status_in,
    still_to_come,
    when_in,
    where_in,
)
from didgah.annotate.meetings.clauses import clause_around, looks_back, outside_of
from didgah.annotate.meetings.counterparts import with_counterparts, without_owners
from didgah.annotate.meetings.drafts import (
    Draft,
    Key,
    compatible,
    elsewhere,
    embodied,
    kinds_agree,
    same_parties,
    trip_apart,
)
from didgah.annotate.meetings.encounter_rules import BEFORE, EncounterRules
from didgah.annotate.meetings.encounters import Encounter, find_encounters, holders_of, home_of
from didgah.annotate.meetings.gatherings import Gathering, chairs_of, kind_of, roles_in, series_in
from didgah.annotate.meetings.joining import Joiner
from didgah.annotate.meetings.strangers import Strangers
from didgah.annotate.meetings.surnames import surnames_in, with_surnames
from didgah.annotate.sentences.background import Background
from didgah.annotate.sentences.reading import Reading
from didgah.annotate.sentences.skeleton import Actor, Skeleton, with_actor
from didgah.annotate.statements.reported import Spoken
from didgah.model import Candidate, MeetingReport, Span

_ON = "على "  # an Arabic preposition, though it may be spelt so in a name
_RETOLD = 3  # sentences within which an office and a name tell of one meeting
_LATER = 6  # sentences within which "the meeting" is the last one told of


def find_meetings(
    reading: Reading,
    spoken: Spoken,
    rules: EncounterRules,
    chronology: Chronology,
    background: Background,
    candidates: Sequence[Candidate] = (),
) -> tuple[MeetingReport, ...]:
    """Every meeting the article reports, in order of first evidence.

    `candidates` are names that the registry does not have; their persons can meet, too.
    """
    strangers = Strangers(
        rules.names, rules.syntax, reading.text, rules.next_member,
        tuple(one for one in candidates
              if one.kind == "person" and not one.surface.startswith(_ON)),
    )
    reader = _Reader(
        reading, spoken, rules, chronology, background, strangers,
        surnames_in(reading.skeletons, background.people, reading.language), [])
    for index in range(len(reading.sentences)):
        reader.sentence(index)
    seen = replace(reading, skeletons=tuple(reader.seen))
    joiner = Joiner(seen, spoken, rules, chronology, background, strangers)
    return joiner.reports(reader.drafts)


@dataclass(frozen=True, slots=True)
class _Reader:
    """An article being read for meetings; `drafts` grows."""

    reading: Reading
    spoken: Spoken
    rules: EncounterRules
    chronology: Chronology
    background: Background
    strangers: Strangers
    surnames: dict[str, str]
    drafts: list[Draft]
    seen: list[Skeleton] = field(default_factory=list)  # with pronouns and strangers

    def sentence(self, index: int) -> None:
        """Take in what sentence `index` tells of meetings."""
        skeleton = self._with_pronouns(index)
        subject = self.spoken.subjects[index - 1] if index else None
        sentence = self.reading.sentences[index]
        acting = any(isinstance(unit, Actor) for unit in skeleton.units.values()) or (
            self.strangers.anybody(sentence.start, sentence.end))
        telling = (acting or subject is not None) and bool(
            self.rules.trigger.search(skeleton.text))
        listing = bool(self.drafts and self.rules.attending.search(skeleton.text))
        if telling or listing:
            published = self.reading.published
            skeleton = with_surnames(self.strangers.into(
                holders_of(skeleton, self.rules, self.background, published)), self.surnames)
            skeleton = with_counterparts(
                without_owners(skeleton, self.rules, self.background),
                subject, self.rules, self.background, published)
        self.seen.append(skeleton)
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
        elsewhere = self.rules.anaphor_encounter.search(skeleton.text)
        if len(touched) == 1 and (anaphor or not elsewhere):
            self._roles(touched[0], skeleton)
        found = (
            find_encounters(skeleton, subject, self.rules, self.background) if telling else []
        )
        listing = listing or bool(found and self.rules.attending.search(skeleton.text))
        present = present_in(skeleton, self.rules, self.reading.text) if listing else None
        if present is not None and present.points_back and self.drafts:
            there = {one.entity for one in present.people}
            found = [one for one in found  # "at the talks were A and B": they met somebody else
                     if not {party.entity for party in one.parties} <= there]
        for encounter in found:
            self._encounter(encounter, index, skeleton)
        last = next((d for d in reversed(self.drafts) if not d.series), None)
        if not found and not touched and last and self.drafts[-1] is last and (
            self.rules.anaphor_encounter.search(skeleton.text)
        ):
            self._tell_again(last, index, skeleton)
            touched.append(last)
        if present is not None and self.drafts:
            self._attendance(present, index, skeleton, touched, bool(found))

    def _attendance(
        self, present: Present, index: int, skeleton: Skeleton, touched: list[Draft], met: bool
    ) -> None:
        """Whom a list in the sentence names: at what it tells of, or points back at."""
        last = max(self.drafts, key=lambda d: d.evidence[-1])
        if touched or met:
            draft = touched[0] if touched else last
        elif present.points_back and index - last.evidence[-1] <= _LATER:
            draft = last
            self._tell(draft, index, skeleton, When(), Where())
        else:
            return
        for one in present.people:
            draft.present.setdefault(("person", one.entity), (one.office, one.of))

    def _with_pronouns(self, index: int) -> Skeleton:
        """The skeleton with «وی» as whom it means."""
        skeleton, sentence = self.reading.skeletons[index], self.reading.sentences[index]
        references = self.spoken.references
        first, behind = (
            bisect_left(references, place, key=lambda r: r.start)
            for place in (sentence.start, sentence.end)
        )
        for one in references[first:behind]:
            if one.end <= sentence.end:
                actor = Actor(one.entity, one.kind, one.surface, one.start, one.end)
                skeleton = with_actor(skeleton, actor, one.start, one.end)
        return skeleton

    def _gathering(self, named: Gathering, index: int, skeleton: Skeleton) -> Draft | None:
        if named.invited:
            when, where = named.year, Where()
        else:
            when = self._when(skeleton, named.at, self._words_apart(skeleton, named.at))
            when = lasting(when, skeleton, self.rules)
            when = in_year(when, named.year)
            where = where_in(skeleton, named.at, self.rules, self.background)
        former = next((d for d in reversed(self.drafts) if d.series == named.series), None)
        if former and status_in(skeleton, When(), None, self.rules)[0] in (
            "cancelled", "postponed"
        ):
            when, where = When(), Where()  # the earlier days that came to nothing
        tied = (named.sure and not named.invited) or former or when.first or where.place
        if not tied or (self._inside_words(named, skeleton) and not (when.first or where.place)):
            return None  # "he praised the forum"
        draft = next(
            (d for d in reversed(self.drafts)
             if d.series == named.series and compatible(d, when, where)), None
        )
        if draft is None:
            usual = self.chronology.usual_kind.get(named.series)
            told = kind_of(named.wording, self.rules, "session")
            draft = Draft("summit" if told == "summit" else usual or told, series=named.series)
            self.drafts.append(draft)
        before = draft.focus
        self._tell(draft, index, skeleton, when, where, named.told)
        if named.aside:
            draft.focus = before
            draft.aside.add(index)
            return None
        return draft

    def _words_apart(self, skeleton: Skeleton, at: int) -> list[Span]:
        """What a day of the word at `at` does not stand in: quotations in which it is not.

        Where the word is itself in somebody's words, the day before and behind them is the
        day on which they were said.
        """
        position = skeleton.starts[at]
        barred: list[Span] = []
        first, last = skeleton.starts[0], skeleton.ends[-1]
        for said in self.spoken.statements:
            if not said.start <= position < said.end:
                barred.append(Span(said.start, said.end))
            elif said.verb and said.mode == "indirect" and first <= said.start:
                barred += [Span(first, said.start), Span(said.end, last)]
        return barred

    def _inside_words(self, named: Gathering, skeleton: Skeleton) -> bool:
        at = skeleton.starts[named.at]
        return any(s.start <= at < s.end for s in self.spoken.statements)

    def _roles(self, draft: Draft, skeleton: Skeleton) -> None:
        for kind, entity, role, office in roles_in(skeleton, self.rules, self.background):
            draft.add(kind, entity, role, office)
        for actor in chairs_of(skeleton, draft.series, self.rules, self.background):
            draft.add(actor.kind, actor.entity, "chairman", actor.office)  # type: ignore[arg-type]

    def _encounter(self, encounter: Encounter, index: int, skeleton: Skeleton) -> None:
        barred = self._words_apart(skeleton, encounter.at)
        earlier = self.rules.earlier.search(
            skeleton.text, max(0, encounter.at - BEFORE), encounter.at
        )
        if earlier:  # "the agreements reached during the visit": the day told before is another's
            barred.append(Span(skeleton.starts[0], skeleton.starts[encounter.at]))
        verb = encounter.told[1] - 1
        clause = clause_around(skeleton.text, verb, self.rules)
        recalled = looks_back(skeleton.text, *clause, verb, self.rules)
        beyond = outside_of(skeleton, *clause)
        when = self._when(skeleton, encounter.at, [*barred, *beyond], clause)
        if earlier and when.first is None:
            return
        if encounter.visited:
            when = lasting(when, skeleton, self.rules)
            where = place_of(encounter.visited, self.background)
        elif encounter.kind in ("call", "message"):
            where = Where()
        else:
            where = where_in(
                skeleton, encounter.at, self.rules, self.background, [*barred, *beyond[1:]])
        parties = {
            party.key: home_of(party.kind, party.entity, party.of, self.background)
            for party in encounter.parties
        }
        draft = next(
            (d for d in reversed(self.drafts)
             if not d.series and compatible(d, when, where)
             and kinds_agree(d.kind, encounter.kind)
             and not elsewhere(self._homes(d), d.kind, d.where, parties, encounter.kind, where)
             and not trip_apart(d, encounter.kind, when)
             and (same_parties(self._homes(d), parties) or (
                 d.focus and index - d.evidence[-1] <= _RETOLD
                 and embodied(self._homes(d), parties)))), None
        )
        if draft is None:
            draft = Draft(encounter.kind, wish=encounter.wish)
            self.drafts.append(draft)
        draft.wish = draft.wish and encounter.wish
        if draft.kind in ("visit", "meeting") and encounter.kind == "bilateral":
            draft.arrival = draft.kind == "visit"
            draft.kind = "bilateral"
        if encounter.visited:
            draft.arrival = draft.arrival or draft.when.first is None
        elif draft.arrival and when.precision == "day":
            draft.when, draft.arrival = when, False  # he came the day before
        for one in encounter.parties:
            draft.add(one.kind, one.entity, one.role, one.office, one.of)
        if len(encounter.parties) == 2:
            pair = frozenset(party.key for party in encounter.parties)
            draft.pairs.setdefault(pair, []).append(index)
        before = draft.focus
        draft.recalled = recalled and (draft.recalled or not draft.evidence)
        self._tell(draft, index, skeleton, when, where, encounter.told, clause)
        if earlier or recalled:  # in the lead, too, it is recalled
            draft.focus = before

    def _when(
        self, skeleton: Skeleton, at: int, barred: Sequence[Span] = (),
        clause: tuple[int, int] = (0, sys.maxsize),
    ) -> When:
        when = when_in(skeleton, at, self.rules, barred)
        return still_to_come(when, skeleton, self.reading.published, self.rules, *clause)

    def _homes(self, draft: Draft) -> dict[Key, str]:
        return {
            (kind, entity): home_of(kind, entity, draft.of.get((kind, entity), ""),
                                    self.background)
            for kind, entity in draft.members
        }

    def _tell(
        self, draft: Draft, index: int, skeleton: Skeleton, when: When, where: Where,
        told: tuple[int, int] | None = None, clause: tuple[int, int] = (0, sys.maxsize),
    ) -> None:
        """Sentence `index` speaks of `draft`, at positions `told` of the skeleton, in `clause`."""
        first = not draft.evidence
        draft.tell(index)
        draft.date(when)
        draft.place(where)
        draft.focus = draft.focus or is_focus(self.reading, index)
        status, words = status_in(
            skeleton, draft.when, self.reading.published, self.rules, *clause)
        if words is None and told is not None:
            words = Span(*skeleton.span(*told))
        # A headline of talks today often does not tell whether they have been.
        ahead = status == "announced" and when.first is not None and (
            when.first == self.reading.published and draft.kind != "visit"
            and all(map(self.reading.is_title, draft.evidence[:-1])))
        if first or ahead or status in ("cancelled", "postponed"):
            draft.status, draft.status_told = status, words

    def _tell_again(self, draft: Draft, index: int, skeleton: Skeleton) -> None:
        """A sentence that says «این نشست»: evidence, and a date and place if none are known."""
        when, where = When(), Where()
        at = self.rules.anaphor_encounter.search(skeleton.text)
        words = self._words_apart(skeleton, at.start()) if at else ()
        if draft.when.first is None or draft.when.precision == "year":
            when = self._when(skeleton, 0, words)
        elif draft.series and (days := self._when(skeleton, 0)).precision == "days":
            when = days  # «روزهای ۲۶ و ۲۷»: all of them
        if draft.series or draft.kind == "visit":
            draft.when = going_on(draft.when, skeleton, self.rules)
        if not draft.where.narrow:
            where = where_in(skeleton, 0, self.rules, self.background)
            where = where if where.narrow else Where()  # «رئيس البرلمان في الشيشان»
        self._tell(draft, index, skeleton, when, where)
