"""When and where an article says it was written or what it tells took place: its dateline.

"MOSCOW, May 8 (TASS) —", «جده - واس», «به گزارش ایسنا از مسکو», and the line that the Kremlin
puts under a headline, "3 марта 2021 года 14:05 Сочи". Of a meeting that has no
day or place of its own in the text these are the likely ones.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from didgah.annotate.meetings.circumstances import When, Where, place_of
from didgah.annotate.sentences.background import Background
from didgah.annotate.sentences.reading import Reading
from didgah.annotate.sentences.skeleton import ACTOR, DATE, PLACE, Skeleton
from didgah.model import DateExpression, Mention

_HEAD = 5  # sentences of the body in which a dateline may stand
_CLOCK = rf"(?:\d{{1,2}}:\d\d|{DATE})"
_STAMP = re.compile(rf"(?<!публикации: )({DATE}) {_CLOCK}(?: (?:{PLACE}, )?({PLACE}))?")
_NOTICE = re.compile(rf"анонс на ({DATE})")
# A place, a dash or bracket and an agency's name, in either order, at the very beginning.
_NAME = rf"(?:[\w.]+|{ACTOR})(?: (?:[\w.]+|{ACTOR})){{0,3}}?"
_LINES = (
    re.compile(rf"[\s\"]*({PLACE})(?: ?[,،] ?{PLACE})?(?: ?[,،.] ?({DATE}))?[,.]? ?(?:[-/(:]|$)"),
    re.compile(rf"[\s\"]*{_NAME} ?[-/(:،,] ?({PLACE}) ?[-:،,)]"),
    re.compile(rf"[\s\"]*به گزارش (?:[\w\"]+ ){{0,6}}?از ({PLACE})[،, ]"),
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands at the head of an article; `stamped` when it dates what is told of."""

    when: When = field(default_factory=When)
    where: Where = field(default_factory=Where)
    stamped: bool = False


def dateline_of(reading: Reading, background: Background) -> Dateline:
    """The dateline or stamp at the head of the body; empty when there is none."""
    body = next(
        (i for i, s in enumerate(reading.sentences) if s.start >= reading.title_end), None
    )
    if body is None:
        return Dateline()
    head = reading.skeletons[body:body + _HEAD]
    if reading.language == "ru":
        for skeleton in head:
            if match := _STAMP.search(skeleton.text) or _NOTICE.search(skeleton.text):
                return Dateline(
                    _when(skeleton, match[1]),
                    _where(skeleton, match[2] if match.re is _STAMP else None, background), True,
                )
    for pattern in _LINES:
        if match := pattern.match(head[0].text):
            day = match[2] if match.re.groups > 1 else None
            return Dateline(_when(head[0], day), _where(head[0], match[1], background))
    return Dateline()


def _when(skeleton: Skeleton, mark: str | None) -> When:
    unit = skeleton.units.get(mark or "")
    if not isinstance(unit, DateExpression) or unit.precision != "day":
        return When()
    return When(unit.first, unit.last, unit.precision, unit.assumed)


def _where(skeleton: Skeleton, mark: str | None, background: Background) -> Where:
    unit = skeleton.units.get(mark or "")
    return place_of(unit.entity, background) if isinstance(unit, Mention) else Where()
