"""Filters: the frozen question. It round-trips to the URL.

Within a field any of the values may hold; between fields all must. `also` is the
exception: everything in it must hold, which is what opening the mark of one entity
inside a filter on another one means. Of `excluded` nothing may hold.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from urllib.parse import parse_qsl, quote, urlencode

from didgah.model import LANGUAGES, STATUSES, TOPICS

_TUPLES = (
    "languages", "outlets", "entities", "also", "places", "series", "themes",
    "meetings", "terms", "candidates", "status",
    "topics", "cites", "texts", "excluded",
)
# Fields an article can have several values of, and their prefix inside `also`.
_CONJUNCTIVE = {
    "entities": "", "places": "place:", "series": "series:", "themes": "theme:",
    "meetings": "meeting:", "terms": "term:", "candidates": "candidate:",
    "cites": "cites:",
}
_MAX_VALUES = 50
REPRINTS = ("first", "again")
MAX_LENGTH = 500  # characters of one value


@dataclass(frozen=True, slots=True)
class Filters:
    """Which articles (and meetings) are asked about; the default asks about all.

    `entities` holds registry keys ("person:putin"), `outlets`, `places`, `series`,
    `themes` and `meetings` ids, `terms` "language:lemma", `candidates` names that the
    registry does not have ("person:ivan petrov"). `also` holds registry keys and "place:",
    "series:", "theme:", "meeting:", "term:", "candidate:", "cites:" with the rest as above.
    `topics` are those of the screen, `cites` whom articles name as their source (as `outlets`),
    `texts` ids of articles whose text others reprint, `reprints` is "first" for every text once
    and "again" for what was printed before.
    `excluded` holds what no article may have: everything `also` may hold, and "language:",
    "publisher:" (as `outlets`), "topic:" and "year:" (Gregorian).
    `since` and `until` are inclusive days of publication (for meetings: of the event).
    """

    since: date | None = None
    until: date | None = None
    undated: bool = False  # only articles without a publication date
    languages: tuple[str, ...] = ()
    outlets: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    series: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    meetings: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    status: tuple[str, ...] = ()  # of meetings
    topics: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    reprints: str = ""
    excluded: tuple[str, ...] = ()
    query: str = ""

    def __post_init__(self) -> None:
        # Order and repetition carry no meaning; one question has one form and one cache key.
        for name in _TUPLES:
            object.__setattr__(self, name, tuple(sorted(set(getattr(self, name)))))
        # Half of a character pair is no text: no address and no index can hold it.
        query = self.query.encode("utf-8", "replace").decode("utf-8")
        object.__setattr__(self, "query", query.strip())

    def to_query(self) -> str:
        """The canonical query string, without "?"; empty for the default filters."""
        return urlencode(self.to_pairs(), quote_via=quote)

    def to_pairs(self) -> list[tuple[str, str]]:
        """(name, value) pairs in a fixed order, defaults left out."""
        pairs: list[tuple[str, str]] = []
        for item in fields(self):
            value = getattr(self, item.name)
            if item.name in _TUPLES:
                pairs += [(item.name, one) for one in value]
            elif isinstance(value, date):
                pairs.append((item.name, value.isoformat()))
            elif item.name == "undated":
                pairs += [("undated", "1")] if value else []
            elif value:
                pairs.append((item.name, value))
        return pairs

    @classmethod
    def from_query(cls, query: str) -> Filters:
        """Read a query string; what cannot be read is left out (see `read`)."""
        return cls.read(parse_qsl(query.lstrip("?"), max_num_fields=1000))[0]

    @classmethod
    def read(cls, pairs: list[tuple[str, str]]) -> tuple[Filters, tuple[str, ...]]:
        """Filters from (name, value) pairs, and the "name=value" that were ignored.

        Names that are no field of Filters belong to others and are passed over silently.
        """
        known = {item.name for item in fields(cls)}
        found: dict[str, object] = {}
        ignored: list[str] = []
        for name, value in pairs:
            if name not in known or value == "":
                continue
            try:
                _take(found, name, value)
            except ValueError:
                ignored.append(f"{name}={value[:80]}")
        since, until = found.get("since"), found.get("until")
        if isinstance(since, date) and isinstance(until, date) and since > until:
            found["since"], found["until"] = until, since
        return cls(**found), tuple(ignored)  # type: ignore[arg-type]

    def narrow(self, query: str) -> Filters:
        """These filters and those of `query` together: the filter that opens a mark.

        Dates intersect. A language or outlet replaces ours, because an article has one
        and a mark is drawn inside the current filters. What an article may have several
        of goes to `also` when we already ask for that field.
        """
        mark = Filters.from_query(query)
        changes: dict[str, object] = {
            name: getattr(mark, name) or getattr(self, name)
            for name in ("languages", "outlets", "status", "topics", "texts", "reprints")
        }
        also = [*self.also, *mark.also]
        for name, prefix in _CONJUNCTIVE.items():
            ours, theirs = getattr(self, name), getattr(mark, name)
            if theirs and not ours:
                changes[name] = theirs
            elif theirs and theirs != ours:
                also += [prefix + one for one in theirs]
        changes["also"] = tuple(also)
        changes["excluded"] = (*self.excluded, *mark.excluded)
        changes["since"] = max(filter(None, (self.since, mark.since)), default=None)
        changes["until"] = min(filter(None, (self.until, mark.until)), default=None)
        changes["undated"] = self.undated or mark.undated
        if mark.query and mark.query != self.query:
            changes["query"] = f"({self.query}) AND ({mark.query})" if self.query else mark.query
        return replace(self, **changes)  # type: ignore[arg-type]

    def without(self, name: str, value: str | None = None) -> Filters:
        """These filters with one field cleared, or one value of it taken out."""
        if name in _TUPLES and value is not None:
            return replace(self, **{name: tuple(v for v in getattr(self, name) if v != value)})
        return replace(self, **{name: getattr(Filters(), name)})

    @property
    def is_default(self) -> bool:
        """True when everything is asked about."""
        return self == Filters()


def _take(found: dict[str, object], name: str, value: str) -> None:
    if len(value) > MAX_LENGTH or any(ord(c) < 32 for c in value):
        raise ValueError(name)
    if name in ("since", "until"):
        found[name] = date.fromisoformat(value)
    elif name == "undated":
        if value != "1":
            raise ValueError(value)
        found[name] = True
    elif name == "query":
        found[name] = value
    elif name == "reprints":
        if value not in REPRINTS:
            raise ValueError(value)
        found[name] = value
    else:
        allowed = {
            "languages": (*LANGUAGES, "und"), "status": STATUSES, "topics": TOPICS,
        }.get(name)
        if allowed and value not in allowed:
            raise ValueError(value)
        if name in ("entities", "also", "terms", "candidates", "excluded") and ":" not in value:
            raise ValueError(value)
        if name == "excluded":
            _check_excluded(value)
        values = found.setdefault(name, ())
        if len(values) >= _MAX_VALUES:  # type: ignore[arg-type]
            raise ValueError(value)
        found[name] = (*values, value)  # type: ignore[misc]


def _check_excluded(value: str) -> None:
    field, _, rest = value.partition(":")
    allowed = {"language": (*LANGUAGES, "und"), "topic": TOPICS}.get(field)
    if not rest or (allowed and rest not in allowed):
        raise ValueError(value)
    if field == "year" and not (rest.isascii() and rest.isdecimal() and len(rest) == 4):
        raise ValueError(value)
