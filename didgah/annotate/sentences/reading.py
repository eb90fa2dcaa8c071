"""An article as the steps that ask "who did what" read it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from didgah.annotate.sentences.actors import sentence_skeleton
from didgah.annotate.sentences.background import Background
from didgah.annotate.sentences.cards import cards_in
from didgah.annotate.sentences.seats import find_seats
from didgah.annotate.sentences.skeleton import Skeleton
from didgah.annotate.sentences.syntax import Syntax
from didgah.model import Attribution, DateExpression, Mention, Reference, Span


@dataclass(frozen=True)
class Reading:
    """The text, what was found in it so far, and the skeleton of each sentence.

    `flat` is `skeleton.plain(text)`; `title_end` is the offset of the body.
    """

    text: str
    flat: str
    language: str
    title_end: int
    published: date | None
    sentences: tuple[Span, ...]
    mentions: tuple[Mention, ...]
    dates: tuple[DateExpression, ...]
    attributions: tuple[Attribution, ...]
    skeletons: tuple[Skeleton, ...]

    def sentence_at(self, offset: int) -> int:
        """The index of the last sentence that begins at or before `offset`, 0 at least."""
        return max(0, bisect_right(self.sentences, offset, key=lambda s: s.start) - 1)

    def is_title(self, index: int) -> bool:
        """Whether sentence `index` belongs to the title."""
        return self.sentences[index].start < self.title_end


def read(
    text: str,
    flat: str,
    language: str,
    title_end: int,
    published: date | None,
    sentences: Sequence[Span],
    mentions: Sequence[Mention],
    references: Sequence[Reference],
    dates: Sequence[DateExpression],
    attributions: Sequence[Attribution],
    syntax: Syntax,
    background: Background,
) -> Reading:
    """Put together what the earlier steps found; `flat` is `skeleton.plain(text)`."""
    places = find_seats(flat, mentions, syntax, background)
    pools = [_Pool((*places, *mentions)), _Pool(references), _Pool(dates)]
    cards = _Pool(cards_in(text) if language == "ru" else ())
    skeletons = tuple(
        sentence_skeleton(
            text, flat, sentence, *(pool.within(sentence) for pool in pools),
            background.series_of, syntax, cards.within(sentence),
        )
        for sentence in sentences
    )
    return Reading(
        text, flat, language, title_end, published, tuple(sentences), tuple(mentions),
        tuple(dates), tuple(attributions), skeletons,
    )


class _Pool:
    """Spans in order, and quickly those inside a sentence."""

    def __init__(self, items: Sequence) -> None:
        self.items = sorted(items, key=lambda i: i.start)
        self.starts = [i.start for i in self.items]

    def within(self, sentence: Span) -> list:
        low = bisect_left(self.starts, sentence.start)
        high = bisect_left(self.starts, sentence.end)
        return [i for i in self.items[low:high] if i.end <= sentence.end]
