"""The speaker in play while an article is read, and what has been said so far."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from didgah.annotate.names.own_offices import HOMES
from didgah.annotate.sentences.background import Background
from didgah.annotate.sentences.reading import Reading
from didgah.annotate.sentences.skeleton import Actor, Skeleton
from didgah.annotate.sentences.syntax import Syntax
from didgah.annotate.statements.bare_offices import bare_office, meant_by_pronoun
from didgah.annotate.statements.cast import Cast, can_speak
from didgah.annotate.statements.honours import honoured
from didgah.annotate.statements.naming import (
    is_full_name,
    met_before,
    name_alone,
    stranger,
    wants_office,
)
from didgah.annotate.statements.quotes import Words
from didgah.annotate.statements.subjects import Subject, subject_before
from didgah.model import Mention, Reference, Statement

_CLOSING = {"«": "»", "“": "”", "„": "“", '"': '"', "”": "”", "‹": "›"}
_LONGEST_QUOTE = 4_000  # characters; a closing mark further away closes something else
_TRAILING = " .،,\"»”؛:\u200c\u200f\u200e—–-\n\t"
_HE = ("он", "he")
_LEADING = " \"«“„،,:—–-\n"


@dataclass(slots=True)
class Talk:
    """Who speaks now, until where a quotation runs (an article offset), and what was said."""

    reading: Reading
    syntax: Syntax
    background: Background
    names: dict[int, int] = field(default_factory=dict)  # strangers' names: where they begin, end
    speaker: Actor | None = None
    quoted_until: int = 0
    statements: list[Statement] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    unproved: int | None = None  # the statement of a title whose speaker the body must name
    running: tuple[int, int] | None = None  # a statement that may go on, its last sentence
    unclosed: int | None = None  # a sentence whose quotation the next one closes
    told: int = -1  # the sentence that told of words last
    cast: Cast = field(init=False)

    def __post_init__(self) -> None:
        self.cast = Cast(self.syntax.language, self.background.foreign)

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
            return self._unknown(skeleton, subject, quiet)
        if actor.kind == "person":
            self.meet(actor)
        elif not can_speak(actor) and subject.phrase and (
            subject.phrase.end - subject.phrase.start > 1
        ):
            # «سفير روسيا لدى السعودية سيرغي …»: the name follows the office.
            self.speaker = stranger(self, skeleton, subject.phrase)
            return self.speaker
        if quiet and actor.kind != "person":
            if actor.office:
                self.speaker = None
            return None
        self.speaker = self.voice(actor)
        return self.speaker

    def _unknown(self, skeleton: Skeleton, subject: Subject, quiet: bool) -> Actor | None:
        phrase = subject.phrase
        if quiet:
            # Anything may be the subject of such a sentence; a person is one by office or name.
            if phrase and (meant := bare_office(self, skeleton, phrase.start)):
                self.speaker = meant.actor
            elif phrase and (known := met_before(self, skeleton, phrase)):
                self.speaker = known
            elif phrase and (
                phrase.until > phrase.end or is_full_name(self, skeleton, phrase)
                or name_alone(self, skeleton, phrase) is not phrase
                or self.syntax.calling.match(skeleton.text, phrase.start)
            ):
                self.speaker = stranger(self, skeleton, phrase)
            elif self.syntax.office_head.match(skeleton.text.lstrip(' "')):
                self.speaker = None
            return None
        self.speaker = stranger(self, skeleton, phrase) if phrase else None
        return self.speaker

    def meet(self, actor: Actor) -> None:
        """A person of the registry comes up, perhaps with an office."""
        self.cast.enter(actor, self.reading.text[actor.start:actor.end])

    def voice(self, actor: Actor) -> Actor:
        """Whoever speaks when `actor` does: the office of an unknown holder is a stranger."""
        if can_speak(actor):
            return actor
        known = self.cast.meant(actor.surface)
        if known is None and self.speaker is not None and wants_office(self) and (
            self.background.country_of.get(f"{actor.kind}:{actor.entity}")
            in HOMES[self.syntax.language]
        ):  # «کریمی گفت: … سخنگوی وزارت خارجه افزود»
            return self.cast.enter(self.speaker, f"{actor.surface} {self.speaker.surface}")
        return known or self.cast.enter(
            Actor("", "person", actor.surface, actor.start, actor.end), actor.surface
        )

    def pronoun(self, skeleton: Skeleton, start: int, end: int) -> Actor | None:
        """The person in play whom the pronoun at `start:end` means; it becomes a reference."""
        actor = self.speaker
        words, at = skeleton.text[start:end], skeleton.starts[start]
        other = meant_by_pronoun(self, at) if words in _HE else honoured(self, words, at)
        if other is not None:
            actor = self.speaker = other
        if actor is None or actor.kind != "person" or not actor.entity:
            return actor if actor is not None and not actor.entity else None
        at, until = skeleton.span(start, end)
        reference = Reference(
            actor.entity, "person", self.reading.text[at:until], at, until, "pronoun"
        )
        if reference not in self.references:
            self.references.append(reference)
        return replace(actor, surface=reference.surface)

    def speaker_at(self, skeleton: Skeleton, at: int, city: bool = False) -> Actor | None:
        """The actor or country behind the sign at `at`, when it can speak.

        With `city` a capital stands for its government, as headlines have it.
        """
        unit = skeleton.units.get(skeleton.text[at])
        if isinstance(unit, Mention):
            if unit.kind != "place" or not (
                unit.entity in self.background.countries
                or (city and unit.entity not in self.background.broad)
            ):
                return None
            return Actor(unit.entity, "place", unit.surface, unit.start, unit.end)
        if not isinstance(unit, Actor):
            return None
        if unit.kind == "person":
            self.meet(unit)
        return self.voice(unit)

    def closing(self, skeleton: Skeleton, words: Words) -> int | None:
        """The article offset of the mark that closes quoted words.

        It may stand in a later paragraph, when none before it opens a quotation anew.
        """
        if not words.quoted:
            return None
        text, start = self.reading.text, skeleton.starts[words.start]
        at = start - 1
        while at >= 0 and text[at] not in _CLOSING:
            at -= 1
        if at < 0 or start - at > 4:
            return None
        opening, mark = text[at], _CLOSING[text[at]]
        found = text.find(mark, start, min(start + _LONGEST_QUOTE, len(text)))
        if found < 0:
            return None
        line_end = text.find("\n", start, found)
        if line_end >= 0 and (opening == mark or opening in text[start:found]):
            return None
        if opening != mark:  # a quotation inside the quotation
            depth = text.count(opening, start, found)
            while depth and found >= 0:
                inner = found
                found = text.find(mark, found + 1, min(start + _LONGEST_QUOTE, len(text)))
                depth += text.count(opening, inner, max(found, inner)) - 1
                if found < 0 or "\n" in text[inner:found]:
                    return inner
        return found if found >= 0 else None

    def say(self, skeleton: Skeleton, actor: Actor, words: Words, verb: str) -> bool:
        """Record that `actor` said `words`; False when nothing is left of them."""
        if words.end <= words.start:
            return False
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
            actor.entity, actor.kind, actor.surface, words.mode, start, end, verb,  # type: ignore[arg-type]
            place=self._place(skeleton, words) if verb else "",
        ))
        index = self.reading.sentence_at(skeleton.starts[0])
        self.told = index
        self.running = (len(self.statements) - 1, index) if words.open else None
        if closing is not None:
            self.told = self.reading.sentence_at(closing)
        return True

    def _place(self, skeleton: Skeleton, words: Words) -> str:
        """The city in which it was said, where the clause beside the words names one."""
        for match in self.syntax.place_in.finditer(skeleton.text):
            unit = skeleton.units[match.group(1)]
            inside = words.start <= match.start(1) < words.end
            if inside or not isinstance(unit, Mention):
                continue
            if unit.entity not in self.background.broad:
                return unit.entity
        return ""

    def quote(self, skeleton: Skeleton, index: int) -> bool:
        """A sentence that is a quotation, of the speaker in play."""
        assert self.speaker is not None
        at = next((i for i, c in enumerate(skeleton.text) if c == '"'), None)
        if at is None or at + 1 >= len(skeleton.text):
            return False
        words = Words(at + 1, len(skeleton.text), "direct", True)
        return self.say(skeleton, self.speaker, words, "")

    def end_of(self, skeleton: Skeleton) -> int:
        """Where the words of a whole sentence end."""
        end = skeleton.ends[-1]
        while end > skeleton.starts[0] and self.reading.text[end - 1] in _TRAILING:
            end -= 1
        return end
