"""What a slide says, before it takes a form: the one source of every number that leaves.

PPTX, PDF, HTML, XLSX and the screen are written from these and count nothing themselves.
All texts are logical text in `Deck.language` unless a `language` stands beside them; text of
articles is as published, and hostile. Numbers are Python numbers; whoever shows one formats
it with `didgah.language.numbers` for the deck's language.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from didgah.model import Language, Precision


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage of an article that a number or a claim rests on.

    `cited` is the citation in the deck's language, `where` the absolute address of the passage
    in the dashboard ("" when none is known), `url` the article's own ("" unless it is http(s)).
    """

    text: str
    language: str
    article: str  # id
    title: str
    outlet: str  # in words
    day: date | None
    cited: str
    where: str
    url: str


@dataclass(frozen=True, slots=True)
class Series:
    """Values of a chart, one for each category; None where nothing is known.

    `low` and `high` bound an interval of 95 % when the chart has one, else empty. `n` are the
    counts behind values that are shares, else empty.
    """

    name: str
    values: tuple[float | None, ...]
    colour: str  # hex, fixed for the thing it stands for
    low: tuple[float | None, ...] = ()
    high: tuple[float | None, ...] = ()
    n: tuple[int | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars lie (categories have long names), columns stand on time, lines run over time.

    `unit` says in words what is counted ("articles", "share of articles"); `percent` is True when
    values are shares between 0 and 1. `days` are the first days of the periods, else empty.
    """

    form: Literal["bars", "columns", "stacked", "lines"]
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str
    percent: bool = False
    days: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """A meeting on the timeline; `first` is None when no day is known."""

    meeting: str  # id
    title: str
    lane: str
    when: str  # in the deck's calendars
    where: str
    first: date | None
    last: date | None
    precision: Precision
    status: str
    status_words: str
    level_words: str
    articles: int
    colour: str  # hex, of its series


@dataclass(frozen=True, slots=True)
class Timeline:
    """Meetings by lane in the order of lanes; within one by first day."""

    lanes: tuple[str, ...]
    marks: tuple[Mark, ...]
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a cloud, largest value first; `value_words` as it is shown."""

    text: str
    value: float
    value_words: str
    colour: str
    gloss: str = ""  # its name in the deck's language, when the registry has one


@dataclass(frozen=True, slots=True)
class Cloud:
    """Words of one language of articles."""

    words: tuple[Word, ...]
    language: str
    unit: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an article: a statement, a passage, or a line of a concordance.

    `text[hit[0]:hit[1]]` is what was looked for; (0, 0) when nothing is marked. `who` and
    `office` are in the deck's language, "" for a passage without a speaker.
    """

    text: str
    language: str
    evidence: Evidence
    who: str = ""
    office: str = ""
    how: str = ""  # direct or reported, in words
    hit: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class Quotes:
    """Quotes in their order; `aligned` when they are lines of a concordance."""

    quotes: tuple[Quote, ...]
    aligned: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of a record: what it is called and what it says; `link` opens what is behind."""

    label: str
    value: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """Facts of one meeting."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table: words, or a number or a day with the words it is shown by.

    `percent` says that the number is a share between 0 and 1.
    """

    words: str
    value: float | date | None = None
    language: str = ""  # when it is not the deck's
    link: str = ""
    percent: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under the names of their columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


Body = Chart | Timeline | Cloud | Quotes | Record | Table


@dataclass(frozen=True, slots=True)
class Slide:
    """One view of a briefing.

    `headline` is the presenter's, or says what is shown. `reading` is one line of what can be
    read off, with its number. `n` of `n_words` is what the slide rests on ("84 articles").
    `scope` are the filters in words, `source` names the corpus, `link` is the absolute or, when
    the dashboard's address is not known, relative frozen address. `body` is None when the item
    has nothing to show on this data version: `reading` says why.
    """

    id: str
    kind: str
    headline: str
    reading: str
    n: int
    n_words: str
    scope: str
    source: str
    link: str
    body: Body | None
    evidence: tuple[Evidence, ...] = ()
    notes: str = ""


@dataclass(frozen=True, slots=True)
class Deck:
    """Slides on one data version, with what each form says about all of them.

    `as_of` is the day of the data in three calendars, `made` when the deck was written (UTC).
    `methods` are lines on how the numbers came about (units, reprints, screen, intervals).
    """

    title: str
    language: Language
    slides: tuple[Slide, ...]
    version: str
    as_of: str
    made: datetime
    methods: tuple[str, ...]
    link: str
    sample: bool = False  # counted on the bundled briefs
