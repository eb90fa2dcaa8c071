"""Which of the meetings an article tells of it is about, beyond those in title and lead."""

from __future__ import annotations

from collections.abc import Sequence

from didgah.annotate.drafts import Draft
from didgah.annotate.reading import Reading
from didgah.model import KnownMeeting

_FRESH = 3  # days between a meeting and the news of it
_SOON = 5  # sentences of the body


def same_news(joined: Sequence[tuple[Draft, KnownMeeting | None]]) -> None:
    """What else the same people did that day is what the article is about, too."""
    about = [draft for draft, _ in joined if draft.focus and draft.status == "held"]
    for draft, known in joined:
        if draft.focus or known or draft.kind not in ("bilateral", "call", "meeting"):
            continue
        draft.focus = any(
            _people(draft) & _people(other) and draft.when.first in (None, other.when.first)
            and draft.status == "held" and draft.kind == other.kind
            for other in about
        )


def promote(
    joined: Sequence[tuple[Draft, KnownMeeting | None]], reading: Reading
) -> None:
    """Where title and lead tell of no meeting, a fresh one told of soon after is the subject."""
    published = reading.published
    body = sum(reading.is_title(index) for index in range(len(reading.sentences)))
    for draft, _ in joined:
        day = draft.when.first
        fresh = day is None or published is None or abs((published - day).days) <= _FRESH
        if fresh and draft.kind != "visit" and draft.evidence[0] - body < _SOON and (
            day is not None or draft.where.place
        ):
            draft.focus = True
            return


def _people(draft: Draft) -> set[str]:
    return {entity for kind, entity in draft.members if kind == "person"}
