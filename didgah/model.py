"""The words of the house as frozen dataclasses.

One meaning each, in code, tables and interface. Offsets are counts of Unicode
characters into `Article.text` (title, newline, body) as published, half-open
`[start, end)`. Dates are proleptic Gregorian `datetime.date`; the other two
calendars are only ways of writing them (`didgah.language.calendars`).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal, get_args

Language = str  # ISO 639-1 code, or "und" when nothing could be told
LANGUAGES: tuple[Language, ...] = ("fa", "ru", "ar", "en")

EntityKind = Literal["person", "organisation", "place", "outlet", "series"]
ENTITY_KINDS: tuple[EntityKind, ...] = ("person", "organisation", "place", "outlet", "series")

# How finely a date is known. `days` is a span of named days ("11 and 12 Khordad").
Precision = Literal["day", "days", "week", "month", "season", "year", "decade", "unknown"]
PRECISIONS: tuple[Precision, ...] = (
    "day", "days", "week", "month", "season", "year", "decade", "unknown",
)

Calendar = Literal["gregorian", "solar_hijri", "lunar_hijri", "relative"]

# Where we know a publication date from.
KnownFrom = Literal["stated", "feed", "url", "inferred", "unknown"]

Status = Literal["announced", "held", "postponed", "cancelled"]
STATUSES: tuple[Status, ...] = ("announced", "held", "postponed", "cancelled")

MeetingKind = Literal[
    "session", "forum", "summit", "ministerial", "bilateral", "parliamentary",
    "call", "message", "visit", "meeting",
]

Role = Literal[
    "participant", "host", "chairman", "speaker", "message_sender", "message_reader",
    "mediator", "absent",
]
ROLES: tuple[Role, ...] = (
    "participant", "host", "chairman", "speaker", "message_sender", "message_reader",
    "mediator", "absent",
)

# The rank of the office in which somebody takes part, highest first; "" when not told.
Level = Literal[
    "head_of_state", "head_of_government", "minister", "speaker_of_parliament",
    "head_of_organisation", "head_of_region", "deputy_minister", "envoy", "ambassador",
    "legislator", "cleric", "expert", "official", "",
]
LEVELS: tuple[Level, ...] = get_args(Level)
SEVERAL = "several"  # in place of a leader, where several people share the highest rank

# What a time expression denotes (TimeML's TIMEX3 types). Only "date" has a value.
DateType = Literal["date", "time", "duration", "set"]

CandidateKind = Literal["person", "organisation", "place"]

# Whether an article is about relations of Russia and the Islamic world.
Topic = Literal["on", "off", "unsure"]
TOPICS: tuple[Topic, ...] = ("on", "off", "unsure")

Confidence = Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of characters of `Article.text`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Published:
    """When an article came out, how finely that is known, and from where.

    `value` is the first day of the span that `precision` names, or None when unknown.
    """

    value: date | None = None
    precision: Precision = "unknown"
    known_from: KnownFrom = "unknown"


@dataclass(frozen=True, slots=True)
class Article:
    """One text as published.

    `outlet` and `language` are what the input states, empty when it states nothing.
    What Didgah reads out of the text instead is in `Annotation`.
    """

    title: str
    body: str
    url: str = ""
    outlet: str = ""
    language: Language = ""
    published: Published = Published()
    origin: str = ""  # "file.jsonl:12", for messages to a person; no part of the identity
    fetched: datetime | None = None
    sources: tuple[str, ...] = ()  # addresses a sample brief rests on

    @property
    def text(self) -> str:
        """Title, newline, body: what every offset refers to."""
        return f"{self.title}\n{self.body}"

    @property
    def id(self) -> str:
        """Sixteen hex digits derived from the content and what was stated about it."""
        stated = (
            self.url, self.outlet, self.language, self.title, self.body,
            self.published.value.isoformat() if self.published.value else "",
            self.published.precision if self.published.value else "",
        )
        return hashlib.sha256("\x1f".join(stated).encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row or file that did not go in, and why, in words for a person."""

    file: str
    line: int | None
    reason: str  # a key of the message table, "rejected.<something>"
    detail: str = ""  # the offending name, size or value, cut to 200 characters
    excerpt: str = ""  # the first 200 characters of the row, so that a person can find it


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that names an entity."""

    entity: str  # id within its kind, as in data/registry
    kind: EntityKind
    surface: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Reference:
    """A span that points at an entity without naming it: an office or a pronoun."""

    entity: str
    kind: EntityKind
    surface: str
    start: int
    end: int
    how: Literal["office", "pronoun"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span that looks like a name which the registry does not have.

    `name` is how it would stand in a list (nominative, no clitics), `found_by` what took it
    for one. It is counted nowhere until an analyst accepts it.
    """

    name: str
    kind: CandidateKind
    surface: str
    start: int
    end: int
    found_by: Literal["model", "rule"]


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A span and the closed interval of days it resolves to.

    `type` tells dates from times of day, lengths and repetitions, which have no interval.
    `assumed` lists what the text does not say and a rule supplied ("year", "week", …).
    `approximate` is True for «حدود», "about". `first` is None when it stays unresolved.
    """

    text: str
    start: int
    end: int
    first: date | None
    last: date | None
    precision: Precision
    calendar: Calendar
    assumed: tuple[str, ...] = ()
    approximate: bool = False
    type: DateType = "date"


@dataclass(frozen=True, slots=True)
class Participant:
    """Who took part in a meeting, and as what.

    `office` is in the words of an article. The chronology gives `name`, in English, to tell
    apart those without an entity, and words in English and Persian: `names` when the registry
    has no entity, `offices` when it says as what they came.
    """

    entity: str  # "" when not in the registry
    kind: EntityKind
    role: Role
    name: str = ""
    office: str = ""
    names: dict[Language, str] = field(default_factory=dict)
    offices: dict[Language, str] = field(default_factory=dict)
    level: Level = ""


@dataclass(frozen=True, slots=True)
class MeetingReport:
    """What one article says of one meeting."""

    series: str  # "" when it belongs to none
    known: str | None  # id in the chronology
    kind: MeetingKind
    place: str  # place id, or ""
    country: str  # ISO 3166-1 alpha-2, or ""
    first: date | None
    last: date | None
    precision: Precision
    assumed: tuple[str, ...]
    status: Status
    participants: tuple[Participant, ...]
    evidence: tuple[Span, ...]
    focus: bool = True  # the article is about it, rather than recalling it
    status_evidence: Span | None = None  # the words that tell the status


@dataclass(frozen=True, slots=True)
class Statement:
    """Who said what: the span of the words, the verb that reports them, and the meeting.

    `speaker` is "" when the registry does not have the speaker; then `surface` is the fullest
    name or office of his in the article.
    """

    speaker: str  # entity id, or ""
    kind: EntityKind
    surface: str  # how the article names the speaker here
    mode: Literal["direct", "indirect"]
    start: int
    end: int
    verb: str
    meeting: int | None = None  # index into Annotation.meetings
    office: str = ""  # registry key of the office held that day, "president@place:russia", or ""
    place: str = ""  # place id where it was said, when the text tells


@dataclass(frozen=True, slots=True)
class Attribution:
    """One link of the chain an article quotes («به نقل از …», "citing TASS")."""

    outlet: str  # outlet id, or "" when not in the registry
    name: str  # as written
    start: int
    end: int
    role: Literal["outlet", "source"]  # the outlet itself («به گزارش آران نیوز») or whom it cites


@dataclass(frozen=True, slots=True)
class Term:
    """What the clouds count: a lemma or a multi-word name, with its surface forms."""

    lemma: str
    count: int
    forms: tuple[tuple[str, int], ...]  # (surface as written, count), commonest first
    kind: Literal["word", "name"] = "word"


@dataclass(frozen=True, slots=True)
class ThemeHit:
    """A lexicon term found in a sentence."""

    theme: str
    term: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Screen:
    """Whether an article is on topic, and the spans that speak for and against it."""

    topic: Topic
    score: float  # above 0: for
    reasons: tuple[ScreenReason, ...] = ()


@dataclass(frozen=True, slots=True)
class ScreenReason:
    """One piece of evidence of `Screen`; `weight` is positive when it speaks for the topic."""

    reason: str  # a key of the message table, "screen.<something>"
    weight: float
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Annotation:
    """Everything read out of one article by `didgah.annotate.pipeline.annotate`."""

    article: str
    language: Language
    outlet: str  # outlet id, "" when unknown
    outlet_name: str  # as stated or as read, "" when unknown
    attribution: tuple[Attribution, ...] = ()
    mentions: tuple[Mention, ...] = ()
    references: tuple[Reference, ...] = ()
    dates: tuple[DateExpression, ...] = ()
    meetings: tuple[MeetingReport, ...] = ()
    statements: tuple[Statement, ...] = ()
    terms: tuple[Term, ...] = ()
    themes: tuple[ThemeHit, ...] = ()
    sentences: tuple[Span, ...] = ()
    stopped: tuple[tuple[str, int], ...] = ()  # (lemma, count) of the stop words left out
    candidates: tuple[Candidate, ...] = ()
    screen: Screen | None = None


@dataclass(frozen=True, slots=True)
class ReportRef:
    """Which report of which article: `Annotation.meetings[index]` of `article`."""

    article: str
    index: int


@dataclass(frozen=True, slots=True)
class Meeting:
    """The real-world event that reports are joined into.

    `id` is the chronology's id when `known`, else "r-" and twelve hex digits derived
    from series, kind, place, first day and main participants, so that a rebuild of the
    same corpus gives the same id. `first`/`last` are the known interval when there is
    one; what each report says instead stays in the report.
    """

    id: str
    known: bool
    series: str
    kind: MeetingKind
    names: dict[Language, str]
    first: date | None
    last: date | None
    precision: Precision
    status: Status
    place: str
    country: str
    participants: tuple[Participant, ...]
    reports: tuple[ReportRef, ...] = ()
    confidence: Confidence | Literal[""] = ""  # of the chronology's row, "" when not known
    titles_only: bool = False
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reprint:
    """An article of a group of near-duplicates (`didgah.resolve.reprints`).

    Shares are of word 3-grams: `jaccard` with the first article of the group, `contained` of
    this one in it, `containing` the other way round; 1.0 for the first itself. `sure` is False
    when another article of the group can have come out before the first.
    """

    group: str  # id of the first article
    article: str
    first: bool
    jaccard: float
    contained: float
    containing: float
    sure: bool = True


# --- what people keep under data/registry -------------------------------------------------


@dataclass(frozen=True, slots=True)
class Office:
    """An office held: its wording and the days from and to which, end open when None.

    `office` and `of` ("president", "place:russia") are given only for offices that one
    person holds at a time, so that "the Russian president" can be resolved by date.
    """

    title: dict[Language, str]
    since: date | None
    until: date | None
    office: str = ""
    of: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation, place or outlet with one id and names in four languages.

    `guarded` forms mean other things too and name the entity only beside a cue; `unseen`
    ones are plausible spellings nobody has met in print; `adjectives` are what a place is
    called in "the Russian minister".
    """

    id: str
    kind: EntityKind
    names: dict[Language, str]
    variants: dict[Language, tuple[str, ...]] = field(default_factory=dict)
    guarded: dict[Language, tuple[str, ...]] = field(default_factory=dict)
    unseen: dict[Language, tuple[str, ...]] = field(default_factory=dict)
    adjectives: dict[Language, tuple[str, ...]] = field(default_factory=dict)
    country: str = ""
    type: str = ""  # organisations and places: ministry, city, country, …
    latitude: float | None = None
    longitude: float | None = None
    offices: tuple[Office, ...] = ()
    domain: str = ""  # outlets
    language: Language = ""  # outlets
    sources: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """`kind:id`, unique over the registry (ids repeat between kinds)."""
        return f"{self.kind}:{self.id}"


@dataclass(frozen=True, slots=True)
class Series:
    """A run of meetings with one name: the Group's sessions, KazanForum, Russia–Iran talks."""

    id: str
    names: dict[Language, str]
    variants: dict[Language, tuple[str, ...]] = field(default_factory=dict)
    organisation: str = ""  # organisation id that stands for it in text
    lane: int = 0  # order on the timeline


@dataclass(frozen=True, slots=True)
class KnownMeeting:
    """A row of the chronology: a real meeting with its sources.

    `venue`, `theme`, `outcome` and `note` are in English and Persian, empty when not given.
    A source is an address, or a key of `Registry.unaddressed`.
    """

    id: str
    series: str
    kind: MeetingKind
    names: dict[Language, str]
    first: date
    last: date
    precision: Precision
    status: Status
    place: str  # place id or ""
    country: str
    participants: tuple[Participant, ...]
    ordinal: str
    venue: dict[Language, str]
    theme: dict[Language, str]
    outcome: dict[Language, str]
    confidence: Confidence
    titles_only: bool  # rests on headlines alone
    sources: tuple[str, ...]
    note: dict[Language, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class KnownStatement:
    """A sourced gist, in our own words, of what somebody said at a known meeting."""

    id: str
    meeting: str
    speaker: str  # person id or ""
    speaker_names: dict[Language, str]  # in English; in Persian too when `speaker` is ""
    office: dict[Language, str]
    mode: str  # speech, message, remarks, press, interview
    read_by: str
    date: str  # YYYY, YYYY-MM or YYYY-MM-DD
    gist: dict[Language, str]
    themes: tuple[str, ...]
    sources: tuple[str, ...]
    confidence: Confidence
    note: str = ""


@dataclass(frozen=True, slots=True)
class Theme:
    """A topic backed by a lexicon of terms per language."""

    id: str
    names: dict[Language, str]
    terms: dict[Language, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Cue:
    """The company in which a form does or does not name an entity.

    A word of `not_before` just in front or of `not_after` just behind forbids it. When any of
    `before`, `after` (adjacent) and `near` (same line) hits, a guarded form is accepted. A word
    of `near` ending in "*" is the beginning of one; so does one of `article` anywhere in the
    article. `entity` is a registry key, or "person:*",
    "place:*", "office:*" for all of a kind. An empty `form` speaks of every form of the entity.
    """

    entity: str
    language: Language
    form: str
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    article: tuple[str, ...] = ()


@dataclass(frozen=True)
class Registry:
    """All of data/registry, checked. Treat as read-only; `version` is a digest of the files."""

    entities: dict[str, Entity]  # by key, "person:putin"
    series: dict[str, Series]
    meetings: dict[str, KnownMeeting]
    statements: dict[str, KnownStatement]
    themes: dict[str, Theme]
    version: str
    cues: tuple[Cue, ...] = ()
    office_words: dict[str, dict[Language, tuple[str, ...]]] = field(default_factory=dict)
    first_names: dict[Language, tuple[str, ...]] = field(default_factory=dict)
    unaddressed: dict[str, dict[Language, str]] = field(default_factory=dict)  # sources by id


@dataclass(frozen=True, slots=True)
class Decision:
    """An analyst's correction: append-only, applied at build time, reversible by `undo`."""

    id: str
    at: datetime
    action: Literal[
        "reject_meeting", "redate_meeting", "merge_meetings", "rename_meeting", "accept_name",
        "reject_name", "undo",
    ]
    target: str
    value: dict[str, str] = field(default_factory=dict)
    reason: str = ""
