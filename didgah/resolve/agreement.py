"""Whether two reports can be of one meeting: who, when, where.

Parties agree when those of one are among those of the other, or when people of two
countries are in both: outlets list delegations at different length. Somebody who speaks
for a country is that country's party, too. A wrong join is worse than none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from didgah.model import MeetingReport, Participant, Precision, Registry, ReportRef
from didgah.resolve.spelling import consonants

SAME_SESSION = timedelta(days=3)
SAME_ENCOUNTER = timedelta(days=1)  # a day off by the time zone
_FRESH = timedelta(days=4)  # an undated report tells of a meeting at most this old
_AHEAD = timedelta(days=30)  # how long before it an undated announcement may come
EXACT: tuple[Precision, ...] = ("day", "days")
_ENCOUNTERS = ("bilateral", "visit", "meeting", "call", "message")


@dataclass(frozen=True, slots=True)
class Told:
    """A report, where it stands, and its parties: key → ISO code of the country, or "".

    `narrow` is True when its place is a city or a site.
    """

    ref: ReportRef
    published: date | None
    report: MeetingReport
    parties: Mapping[str, str]
    narrow: bool

    @property
    def family(self) -> str:
        """Only reports of one family are compared: talks are part of a visit, calls are not."""
        kind, series = self.report.kind, self.report.series
        if kind in ("call", "message"):
            return kind
        if kind in _ENCOUNTERS or not series:
            return "encounter"
        return f"session {series}"

    @property
    def exact(self) -> bool:
        """Whether it gives days of its own, rather than that of its publication."""
        report = self.report
        return bool(report.first) and report.precision in EXACT and (
            "publication" not in report.assumed)

    @property
    def order(self) -> tuple:
        """From the first day to the last, then by publication; the same whatever came first."""
        first = self.report.first or date.max
        return (first, self.report.last or date.max, self.published or date.max,
                self.ref.article, self.ref.index)


def told(
    ref: ReportRef, published: date | None, report: MeetingReport, registry: Registry
) -> Told:
    """A report with what comparing needs."""
    place = registry.entities.get(f"place:{report.place}")
    narrow = place is not None and place.type in ("city", "site", "")
    return Told(ref, published, report, parties_of(report, registry), narrow)


def parties_of(report: MeetingReport, registry: Registry) -> dict[str, str]:
    """Who tells an encounter from others; a visit's other side is the country visited."""
    found: dict[str, str] = {}
    for one in report.participants:
        found[_key(one)] = _home(one, registry)
    if report.kind == "visit" and len(found) == 1 and report.country:
        found[f"country:{report.country}"] = report.country
    return found


def _key(one: Participant) -> str:
    return f"{one.kind}:{one.entity}" if one.entity else f"name:{consonants(one.name) or one.name}"


def _home(one: Participant, registry: Registry) -> str:
    entity = registry.entities.get(f"{one.kind}:{one.entity}")
    return entity.country if entity else ""


def same_people(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Whether the parties of two encounters can be those of one."""
    shared = one.keys() & other.keys()
    if shared and (_among(one, other) or _among(other, one)):
        return True
    homes = {one[key] for key in shared if _is_person(key)}
    return len(homes) > 1


def _among(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    """Whether every party of `one` is in `other`, in person or through somebody of its country."""
    speak = {home for key, home in other.items() if home and _is_person(key)}
    return all(
        key in other or (not _is_person(key) and home in speak) for key, home in one.items()
    )


def _is_person(key: str) -> bool:
    return key.startswith(("person:", "name:"))


def same_days(one: Told, other: Told) -> bool:
    """Whether two exact dates can be of one meeting; never across years."""
    a, b = one.report, other.report
    if not (a.first and b.first and a.last and b.last):
        return False
    slack = SAME_SESSION if one.family.startswith("session") else SAME_ENCOUNTER
    return (
        a.first.year == b.first.year
        and a.first - slack <= b.last and b.first - slack <= a.last
        and places_agree(one, other)
    )


def within(fine: Told, coarse: Told) -> bool:
    """Whether a coarse date ("in May 2014") covers a finer or equal one."""
    a, b = fine.report, coarse.report
    if not a.first or not a.last or not b.first or not b.last:
        return False
    return b.first <= a.first and a.last <= b.last and places_agree(fine, coarse)


def fresh(dated: Told, undated: Told) -> bool:
    """Whether a report without a day of its own came out soon after the other's day."""
    if not places_agree(dated, undated):
        return False
    if undated.published is None:
        # Nothing tells reports without any day apart; they stand together, undated.
        return dated.published is None and dated.report.first is None
    told = dated.report.first if dated.exact else None
    first = told or dated.published
    last = (dated.report.last if told else None) or dated.published
    if first is None or last is None or first.year != undated.published.year:
        return False
    early = _AHEAD if undated.report.status == "announced" else SAME_ENCOUNTER
    return first - early <= undated.published <= last + _FRESH


def places_agree(one: Told, other: Told) -> bool:
    """Whether the places do not exclude each other; a country holds its cities."""
    a, b = one.report, other.report
    if a.country and b.country and a.country != b.country:
        return False
    if not a.place or not b.place or a.place == b.place:
        return True
    if not (one.narrow and other.narrow) and a.country == b.country != "":
        return True  # one names the country, or a region, of the other's city
    return "place" in a.assumed or "place" in b.assumed or (
        one.family.startswith("session") and a.country == b.country == "")
