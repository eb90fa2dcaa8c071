"""Meeting reports: what one article says of each meeting it speaks of.

Sentences are read in order. A sentence that names a series together with a word of
meeting, or two parties with one, opens a draft or adds to the one it means; «این نشست»
adds to the last of its kind. At the end each draft is joined to the chronology.
"""

from __future__ import annotations

from collections.abc import Sequence
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
    is_focus,
    place_of,
    status_in,
    when_in,
    where_in,
)
from didgah.annotate.drafts import Draft
from didgah.annotate.encounter_rules import EncounterRules
from didgah.annotate.encounters import Encounter, find_encounters
from didgah.annotate.gatherings import kind_of, roles_in, series_in
from didgah.annotate.reading import Reading
from didgah.annotate.skeleton import Actor
from didgah.model import MeetingReport, Statement

_APART = timedelta(days=3)  # reports of one meeting in one article may differ by this much


def find_meetings(
    reading: Reading,
    subjects: Sequence[Actor | None],
    statements: Sequence[Statement],
    rules: EncounterRules,
    chronology: Chronology,
    background: Background,
) -> tuple[MeetingReport, ...]:
    """Every meeting the article reports, in order of first evidence.

    `subjects[i]` is the person sentence `i` is about (see `statements.Spoken`).
    """
    drafts: list[Draft] = []
    for index, skeleton in enumerate(reading.skeletons):
        touched: list[Draft] = []
        for series, at, wording in series_in(skeleton, rules, background):
            when = when_in(skeleton, at, rules)
            where = where_in(skeleton, at, rules, background)
            draft = _session(drafts, series, when, where)
            if draft is None:
                usual = chronology.usual_kind.get(series)
                draft = Draft(usual or kind_of(wording, rules, "session"), series=series)
                drafts.append(draft)
            _tell(draft, index, when, where, reading, rules)
            touched.append(draft)
        gathering = next((d for d in reversed(drafts) if d.series), None)
        if not touched and gathering and rules.anaphor_gathering.search(skeleton.text):
            _tell_again(gathering, index, reading, rules, background)
            touched.append(gathering)
        if len(touched) == 1:
            for kind, entity, role, office in roles_in(skeleton, rules, background):
                touched[0].add(kind, entity, role, office)
        subject = subjects[index - 1] if index else None
        found = find_encounters(skeleton, subject, rules, background)
        for encounter in found:
            _encounter(drafts, encounter, index, reading, rules, background)
        last = next((d for d in reversed(drafts) if not d.series), None)
        if not found and not touched and last and drafts[-1] is last and (
            rules.anaphor_encounter.search(skeleton.text)
        ):
            _tell_again(last, index, reading, rules, background)
    reports = (
        _report(d, reading, statements, chronology, background)
        for d in drafts if not d.series or _is_occasion(d)
    )
    return tuple(sorted(reports, key=lambda r: r.evidence[0].start))


def _session(drafts: list[Draft], series: str, when: When, where: Where) -> Draft | None:
    """The last draft of the series that a date and place do not contradict."""
    for draft in reversed(drafts):
        if draft.series == series and _compatible(draft, when, where):
            return draft
    return None


def _encounter(
    drafts: list[Draft], encounter: Encounter, index: int, reading: Reading,
    rules: EncounterRules, background: Background,
) -> None:
    skeleton = reading.skeletons[index]
    when = when_in(skeleton, encounter.at, rules)
    if encounter.visited:
        where = place_of(encounter.visited, background)
    else:
        where = where_in(skeleton, encounter.at, rules, background)
        if encounter.kind in ("call", "message"):
            where = Where()
    parties = {party[:2] for party in encounter.parties}
    draft = next(
        (d for d in reversed(drafts) if not d.series and _compatible(d, when, where)
         and _kinds_agree(d.kind, encounter.kind)
         and (parties <= d.members.keys() or d.members.keys() <= parties)), None
    )
    if draft is None:
        draft = Draft(encounter.kind)
        drafts.append(draft)
    if draft.kind == "visit" and encounter.kind == "bilateral":
        draft.kind = "bilateral"
    for kind, entity, role, office in encounter.parties:
        draft.add(kind, entity, role, office)
    _tell(draft, index, when, where, reading, rules)


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


def _tell(
    draft: Draft, index: int, when: When, where: Where, reading: Reading, rules: EncounterRules
) -> None:
    first = not draft.evidence
    draft.tell(index)
    draft.date(when)
    draft.place(where)
    draft.focus = draft.focus or is_focus(reading, index)
    status = status_in(reading.skeletons[index], draft.when, reading.published, rules)
    if first or status in ("cancelled", "postponed"):
        draft.status = status


def _tell_again(
    draft: Draft, index: int, reading: Reading, rules: EncounterRules, background: Background
) -> None:
    """A sentence that says «این نشست»: evidence, and a date and place if none are known."""
    skeleton = reading.skeletons[index]
    when = when_in(skeleton, 0, rules) if draft.when.first is None else When()
    where = where_in(skeleton, 0, rules, background) if not draft.where.place else Where()
    _tell(draft, index, when, where, reading, rules)


def _is_occasion(draft: Draft) -> bool:
    """A series is only reported as a meeting when something ties it to one occasion."""
    return bool(draft.when.first or draft.where.place or draft.members or draft.focus)


def _report(
    draft: Draft, reading: Reading, statements: Sequence[Statement], chronology: Chronology,
    background: Background,
) -> MeetingReport:
    if draft.series:
        known = join_session(
            chronology, draft.series, draft.when, draft.where, reading.published,
            draft.status == "announced",
        )
        series = draft.series
    else:
        known = None
        if draft.kind in ("bilateral", "visit"):
            known = join_encounter(
                chronology, draft.members, draft.when, draft.where, reading.published, background
            )
        series = known.series if known else bilateral_series(
            chronology, draft.members, background
        )
    _speakers(draft, reading, statements)
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
        evidence=draft.spans(reading.sentences),
        focus=draft.focus,
    )


def _speakers(draft: Draft, reading: Reading, statements: Sequence[Statement]) -> None:
    """Whoever is quoted in a sentence that speaks of a gathering spoke there."""
    if not draft.series:
        return
    for index in draft.evidence:
        sentence = reading.sentences[index]
        for statement in statements:
            if sentence.start <= statement.start < sentence.end and statement.kind == "person":
                roles = draft.members.get((statement.kind, statement.speaker), {})
                if not {"message_sender", "message_reader", "chairman"} & roles.keys():
                    draft.add(statement.kind, statement.speaker, "speaker")
