"""What both sides of a comparison are brought to: labels on the characters of a text.

A reader's gold, what Didgah reads, and what a baseline reads all become `Labels`; the
comparisons (`names`, `dates`, …) know nothing else. A layer that was not labelled is None,
one in which there is nothing is empty.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import get_args

from didgah.model import (
    Article,
    DateType,
    EntityKind,
    Language,
    Level,
    Precision,
    Role,
    Span,
    Topic,
)

_KINDS = frozenset(get_args(EntityKind))


def is_listed(who: str) -> bool:
    """Whether `who` is a registry key ("person:putin") rather than a name as written."""
    kind, colon, _ = who.partition(":")
    return bool(colon) and kind in _KINDS


@dataclass(frozen=True, slots=True)
class Name:
    """A name at `[start, end)`.

    `kind` is person, place or organisation, "" where spans carry no label. `entity` is a
    registry key, "" for a name that the registry does not have or where nobody said.
    """

    start: int
    end: int
    kind: str = ""
    entity: str = ""


@dataclass(frozen=True, slots=True)
class Date:
    """A time expression at `[start, end)` and the closed interval of days it denotes.

    `type` is "" where spans carry no label; `valued` is False where nobody gave a value, as
    opposed to one that cannot be told (`first` None). `approximate` and `assumed` say how
    sure a reading is of itself; gold leaves them alone.
    """

    start: int
    end: int
    type: DateType | str = ""
    first: date | None = None
    last: date | None = None
    precision: Precision | str = "unknown"
    valued: bool = True
    approximate: bool = False
    assumed: bool = False

    @property
    def sure(self) -> bool:
        """Gives an interval without saying that anything about it was supplied or vague."""
        return self.first is not None and not self.approximate and not self.assumed


@dataclass(frozen=True, slots=True)
class TakingPart:
    """Who took part: `who` is a registry key, or a name as written."""

    who: str
    role: Role | str = "participant"
    level: Level | str = ""


@dataclass(frozen=True, slots=True)
class Encounter:
    """A meeting as one article tells it; `place` is a registry key, a name as written, or ""."""

    about: bool
    kind: str
    series: str = ""
    first: date | None = None
    last: date | None = None
    precision: Precision | str = "unknown"
    place: str = ""
    country: str = ""
    status: str = ""
    evidence: tuple[Span, ...] = ()
    participants: tuple[TakingPart, ...] = ()


@dataclass(frozen=True, slots=True)
class Said:
    """Words at `[start, end)` and who said them: a registry key, or a name as written.

    `surface` is how the text names the speaker there, "" where only the key is given.
    """

    start: int
    end: int
    speaker: str
    mode: str = ""
    verb: str = ""
    surface: str = ""


@dataclass(frozen=True, slots=True)
class Labels:
    """Everything labelled on one text, each layer in the order of the text.

    `linked` says that names tell whose they are: an entity, or "" for none of the registry;
    `typed` that spans tell their kind or type.
    """

    names: tuple[Name, ...] | None = None
    dates: tuple[Date, ...] | None = None
    meetings: tuple[Encounter, ...] | None = None
    statements: tuple[Said, ...] | None = None
    topic: Topic | str | None = None
    linked: bool = False
    typed: bool = True


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """A text with its gold labels, offsets into `article.text`.

    `id` is that of the article as its corpus states it; `article` may carry a publication
    day that only the gold gives. `where` is "file:line" of the labels. `split` is "tune",
    "report" or "".
    """

    id: str
    article: Article
    labels: Labels
    language: Language
    where: str
    split: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """A line of gold that cannot be used, and why."""

    file: str
    line: int | None
    reason: str

    def __str__(self) -> str:
        return f"{self.file}: {self.reason}" if self.line is None else (
            f"{self.file}:{self.line}: {self.reason}")
