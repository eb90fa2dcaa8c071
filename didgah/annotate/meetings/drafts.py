"""A meeting report while an article is read: what later sentences may still add to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta

from didgah.annotate.meetings.circumstances import When, Where
from didgah.annotate.meetings.strangers import MARK, is_stranger
from didgah.model import EntityKind, Participant, Role, Span, Status

_ROLE_ORDER = (
    "message_sender", "message_reader", "chairman", "host", "speaker", "mediator",
    "participant", "absent",
)


_APART = timedelta(days=3)  # reports of one meeting in one article may differ by this much
_GATHERINGS = ("session", "forum", "summit", "ministerial", "parliamentary")
_LONGEST = timedelta(days=14)  # of a gathering
Key = tuple[EntityKind, str]


@dataclass(slots=True)
class Draft:
    """What is known so far of one meeting in one article.

    `evidence` holds sentence indexes; `members` maps (kind, entity) to the roles it has
    there and its office as worded, `of` to the place or body of a stranger's office; `present`
    holds those who were there beside the parties: (kind, entity) to office and `of`; `pairs` the
    two sides and the sentences that tell of them by themselves; `aside` the sentences of
    something else on its sidelines; `arrival` tells that the day is that of a visit which the
    talks were part of; `wish` is True of good wishes that no words of a message
    carry.
    """

    kind: str
    series: str = ""
    when: When = field(default_factory=When)
    where: Where = field(default_factory=Where)
    status: Status = "held"
    status_told: Span | None = None
    focus: bool = False
    recalled: bool = False  # told of as of former days only
    evidence: list[int] = field(default_factory=list)
    members: dict[Key, dict[Role, str]] = field(default_factory=dict)
    of: dict[Key, str] = field(default_factory=dict)
    present: dict[Key, tuple[str, str]] = field(default_factory=dict)
    pairs: dict[frozenset[Key], list[int]] = field(default_factory=dict)
    aside: set[int] = field(default_factory=set)
    arrival: bool = False
    wish: bool = False

    @property
    def is_occasion(self) -> bool:
        """Whether something ties a series to one of its meetings."""
        return bool(self.when.first or self.where.place or self.members or self.focus)

    def add(
        self, kind: EntityKind, entity: str, role: Role, office: str = "", of: str = ""
    ) -> None:
        """Enter a role of somebody; being there is implied by any other role."""
        if of:
            self.of.setdefault((kind, entity), of)
        roles = self.members.setdefault((kind, entity), {})
        if role == "participant" and roles:
            if office:
                roles |= {one: office for one, told in roles.items() if not told}
            return
        roles.pop("participant", None)
        roles.setdefault(role, office)

    def tell(self, index: int) -> None:
        """Sentence `index` speaks of this meeting."""
        if index not in self.evidence:
            self.evidence.append(index)

    def date(self, when: When) -> None:
        """Take a finer or first date, for a gathering all of its days instead of one of them."""
        if when.first and (self.when.first is None or _finer(when, self.when) or (
            self.kind in _GATHERINGS and _wider(when, self.when)
        )):
            self.when = when

    def place(self, where: Where) -> None:
        """Take a place when none is known, or the city of a country that is."""
        if where.place and (
            not self.where.place
            or (self.where.country == where.country and where.narrow and not self.where.narrow)
        ):
            self.where = where

    def take(self, other: Draft) -> None:
        """Add what another draft of the same meeting knows."""
        for index in other.evidence:
            self.tell(index)
        for (kind, entity), roles in other.members.items():
            for role, office in roles.items():
                self.add(kind, entity, role, office, other.of.get((kind, entity), ""))
        self.present |= other.present
        self.date(other.when)
        self.place(other.where)
        self.focus = self.focus or other.focus

    def only(self, *keys: tuple[EntityKind, str]) -> Draft:
        """The same with these members alone."""
        members = {key: dict(self.members[key]) for key in keys}
        return replace(self, members=members, evidence=list(self.evidence))

    def admit(self) -> None:
        """Make those present members: once it is settled whose meeting it was."""
        for (kind, entity), (office, of) in self.present.items():
            self.add(kind, entity, "participant", office, of)

    def participants(self) -> tuple[Participant, ...]:
        """Everybody in every role, persons first, in the order of roles."""
        rows = [
            Participant(
                "" if is_stranger(entity) else entity, kind, role,
                name=entity.removeprefix(MARK) if is_stranger(entity) else "", office=office,
            )
            for (kind, entity), roles in self.members.items()
            for role, office in roles.items()
        ]
        return tuple(sorted(
            rows, key=lambda p: (_ROLE_ORDER.index(p.role), p.kind != "person", p.entity or p.name)
        ))

    def spans(self, sentences: tuple[Span, ...]) -> tuple[Span, ...]:
        """The sentences that speak of it, in order."""
        return tuple(sentences[i] for i in sorted(self.evidence))


_ORDER = {"day": 0, "days": 0, "week": 1, "month": 2, "season": 3, "year": 4, "unknown": 9}


def _wider(new: When, old: When) -> bool:
    """Whether an interval of a few days goes beyond what is known and leaves none of it out."""
    if not (new.first and new.last and old.first and old.last) or {new.precision, old.precision} - {
        "day", "days"
    }:
        return False
    return new.first <= old.first and old.last <= new.last and (
        old.last - old.first < new.last - new.first <= _LONGEST)


def _finer(new: When, old: When) -> bool:
    return _ORDER.get(new.precision, 8) < _ORDER.get(old.precision, 8)


def kinds_agree(one: str, other: str) -> bool:
    """Talks are part of a visit, and who meets the press together has met."""
    return one == other or {one, other} in ({"visit", "bilateral"}, {"meeting", "bilateral"})


def trip_apart(draft: Draft, kind: str, when: When) -> bool:
    """Whether one is a trip of several days and the other talks on one of them."""
    trip, talks = (draft.when, when) if draft.kind == "visit" else (when, draft.when)
    return {draft.kind, kind} == {"visit", "bilateral"} and (
        (trip.precision, talks.precision) == ("days", "day"))


def elsewhere(
    one: Mapping[Key, str], kind: str, where: Where, other: Mapping[Key, str], other_kind: str,
    there: Where,
) -> bool:
    """Whether one is a trip to a country of which nobody was at the talks told of.

    Values of the parties are their countries; where the talks were, if known, counts as well.
    """
    if {kind, other_kind} != {"visit", "bilateral"}:
        return False
    trip, talks, place = (where, other, there) if kind == "visit" else (there, one, where)
    if place.country or not trip.country or "" in talks.values():
        return False
    return trip.country not in talks.values()


def same_parties(one: Mapping[Key, str], other: Mapping[Key, str]) -> bool:
    """The same persons; or, when one names fewer than two, all of its parties.

    Values are the countries of the parties: who speaks for a country is it in person, too.
    """
    a = {key for key in one if key[0] == "person"}
    b = {key for key in other if key[0] == "person"}
    if len(a) >= 2 and len(b) >= 2:
        return a == b
    return _covered(one, other) or _covered(other, one)


def embodied(one: Mapping[Key, str], other: Mapping[Key, str]) -> bool:
    """Whether the two sides of each are the same, one telling the office, the other the name.

    «وزیر خارجه مصر» and a name told apart of him; values are countries, "" when not known. A
    name without a country is a side only where the other side is the same.
    """
    if len(one) != 2 or len(other) != 2:
        return False
    anchored = bool(one.keys() & other.keys())

    def same(a: Key, b: Key) -> bool:
        if a == b:
            return True
        if (a[0] == "person") == (b[0] == "person"):
            return False
        return one[a] == other[b] if one[a] and other[b] else anchored

    (a, b), (c, d) = one, other
    return (same(a, c) and same(b, d)) or (same(a, d) and same(b, c))


def _covered(one: Mapping[Key, str], other: Mapping[Key, str]) -> bool:
    lands = {home for (kind, _), home in other.items() if kind == "person" and home}
    return all(
        key in other or (key[0] != "person" and home != "" and home in lands)
        for key, home in one.items()
    )


def compatible(draft: Draft, when: When, where: Where) -> bool:
    """Whether a day and a place can be those of a draft."""
    old = draft.when
    if old.first and old.last and when.first and when.last and (
        when.first - _APART > old.last or old.first - _APART > when.last
    ):
        return False
    if not draft.where.place or not where.place or draft.where.place == where.place:
        return True
    return draft.where.country == where.country and not (draft.where.narrow and where.narrow)
