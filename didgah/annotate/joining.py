"""From drafts to reports: joined to the chronology, those of one known meeting drawn together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from didgah.annotate.background import Background
from didgah.annotate.chronology import (
    Chronology,
    bilateral_series,
    join_encounter,
    join_session,
    persons_of,
)
from didgah.annotate.circumstances import When, when_in
from didgah.annotate.drafts import Draft
from didgah.annotate.encounter_rules import EncounterRules
from didgah.annotate.occasions import find_occasion
from didgah.annotate.reading import Reading
from didgah.annotate.skeleton import DATE
from didgah.annotate.statements import Spoken
from didgah.model import KnownMeeting, MeetingReport

_STAMP = re.compile(rf"\s*{DATE}\s*\d{{1,2}}:\d\d")


@dataclass(frozen=True, slots=True)
class Joiner:
    """What turning drafts into reports looks at."""

    reading: Reading
    spoken: Spoken
    rules: EncounterRules
    chronology: Chronology
    background: Background

    def reports(self, drafts: Sequence[Draft]) -> tuple[MeetingReport, ...]:
        """The reports of an article, in order of first evidence."""
        joined: list[tuple[Draft, KnownMeeting | None]] = []
        for draft in drafts:
            if draft.series and not draft.is_occasion:
                continue
            if draft.when.first is None and draft.focus:
                draft.date(self._stamp(draft.evidence[0] + 1))
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
        joined = _without_summits(joined)
        reports = (self._report(draft, known) for draft, known in joined)
        return tuple(sorted(reports, key=lambda r: r.evidence[0].start))

    def _stamp(self, index: int) -> When:
        """The day and hour under a headline, "8 мая 2025 года 10:10", that dates what it tells."""
        if index >= len(self.reading.skeletons):
            return When()
        skeleton = self.reading.skeletons[index]
        return when_in(skeleton, 0, self.rules) if _STAMP.match(skeleton.text) else When()

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
            kind=draft.kind,  # type: ignore[arg-type]
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


def _without_summits(
    joined: list[tuple[Draft, KnownMeeting | None]],
) -> list[tuple[Draft, KnownMeeting | None]]:
    """"The three held a summit": what was read as a meeting of its people is that summit."""
    kept = []
    for draft, known in joined:
        persons = {entity for kind, entity in draft.members if kind == "person"}
        summit = next(
            (d for d, k in joined if k is not None and d.series and not draft.series
             and known is None and len(persons) >= 3 and persons <= persons_of(k)), None
        )
        if summit is None:
            kept.append((draft, known))
        else:
            summit.take(draft)
    return kept
