"""The speaker in play while an article is read, and what has been said so far."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from didgah.annotate.background import Background
from didgah.annotate.quotes import Words
from didgah.annotate.reading import Reading
from didgah.annotate.skeleton import Actor, Skeleton
from didgah.annotate.subjects import Subject, subject_before
from didgah.annotate.syntax import Syntax
from didgah.model import Mention, Reference, Statement

_CLOSING = {"«": "»", "“": "”", "„": "“", '"': '"', "”": "”", "‹": "›"}
_LONGEST_QUOTE = 2_000  # characters; a closing mark further away closes something else
_TRAILING = " .،,\"»”؛:\u200c\u200f\u200e—–-\n\t"
_LEADING = " \"«“„،,:—–-"


@dataclass(slots=True)
class Talk:
    """Who speaks now, until where a quotation runs (an article offset), and what was said."""

    reading: Reading
    syntax: Syntax
    background: Background
    speaker: Actor | None = None
    quoted_until: int = 0
    statements: list[Statement] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)

    def subject(self, skeleton: Skeleton, start: int, end: int) -> Subject:
        """The subject of the verb at `end`, looked for from `start`."""
        return subject_before(skeleton, start, end, self.syntax, self.background)

    def remember(
        self, skeleton: Skeleton, subject: Subject, quiet: bool = False
    ) -> Actor | None:
        """The actor that `subject` stands for, who becomes the speaker in play.

        In a `quiet` sentence, one without a verb of saying, only persons change the play.
        """
        if subject.how == "pronoun":
            return self.pronoun(skeleton, subject.start, subject.end)
        if subject.how == "none":
            return self.speaker
        actor = subject.actor
        if actor is None:
            if not quiet or self.syntax.office_head.match(skeleton.text.lstrip(' "')):
                self.speaker = None
            return None
        if quiet and actor.kind != "person":
            if actor.office:
                self.speaker = None
            return None
        self.speaker = actor if can_speak(actor) else None
        return self.speaker

    def pronoun(self, skeleton: Skeleton, start: int, end: int) -> Actor | None:
        """The person in play whom the pronoun at `start:end` means; it becomes a reference."""
        actor = self.speaker
        if actor is None or actor.kind != "person":
            return None
        at, until = skeleton.span(start, end)
        reference = Reference(
            actor.entity, "person", self.reading.text[at:until], at, until, "pronoun"
        )
        if reference not in self.references:
            self.references.append(reference)
        return replace(actor, surface=reference.surface)

    def speaker_at(self, skeleton: Skeleton, at: int) -> Actor | None:
        """The actor or country behind the sign at `at`, when it can speak."""
        unit = skeleton.units.get(skeleton.text[at])
        if isinstance(unit, Mention):
            if unit.kind != "place" or unit.entity not in self.background.countries:
                return None
            return Actor(unit.entity, "place", unit.surface, unit.start, unit.end)
        return unit if isinstance(unit, Actor) and can_speak(unit) else None

    def closing(self, skeleton: Skeleton, words: Words) -> int | None:
        """The article offset of the mark that closes quoted words, if it is in their line."""
        if not words.quoted:
            return None
        text, start = self.reading.text, skeleton.starts[words.start]
        at = start - 1
        while at >= 0 and text[at] not in _CLOSING:
            at -= 1
        if at < 0 or start - at > 4:
            return None
        line_end = text.find("\n", start)
        limit = min(start + _LONGEST_QUOTE, line_end if line_end >= 0 else len(text))
        found = text.find(_CLOSING[text[at]], start, limit)
        return found if found >= 0 else None

    def say(self, skeleton: Skeleton, actor: Actor, words: Words, verb: str) -> bool:
        """Record that `actor` said `words`; False when nothing is left of them."""
        start, end = skeleton.span(words.start, words.end)
        closing = self.closing(skeleton, words)
        if closing is not None and closing > start:
            end = closing
            self.quoted_until = max(self.quoted_until, closing)
        text = self.reading.text
        while end > start and text[end - 1] in _TRAILING:
            end -= 1
        while start < end and text[start] in _LEADING:
            start += 1
        if end - start < 2:
            return False
        self.statements.append(Statement(
            actor.entity, actor.kind, actor.surface, words.mode, start, end, verb  # type: ignore[arg-type]
        ))
        return True


def can_speak(actor: Actor) -> bool:
    """A person, an organisation, or a country; not an office whose holder is not known."""
    return actor.kind == "person" or not actor.office
