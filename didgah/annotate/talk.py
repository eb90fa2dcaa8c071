"""The speaker in play while an article is read, and what has been said so far."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from didgah.annotate.background import Background
from didgah.annotate.cast import Cast
from didgah.annotate.noun_phrases import Phrase, phrase_at
from didgah.annotate.outlets import outlet_key
from didgah.annotate.quotes import Words
from didgah.annotate.reading import Reading
from didgah.annotate.skeleton import Actor, Skeleton, plain
from didgah.annotate.subjects import Subject, subject_before
from didgah.annotate.syntax import Syntax
from didgah.model import Mention, Reference, Statement

_CLOSING = {"«": "»", "“": "”", "„": "“", '"': '"', "”": "”", "‹": "›"}
_LONGEST_QUOTE = 4_000  # characters; a closing mark further away closes something else
_TRAILING = " .،,\"»”؛:\u200c\u200f\u200e—–-\n\t"
_LEADING = " \"«“„،,:—–-\n"
_NAME = 5  # words; a longer phrase is no bare name
_FULL = 3  # words by which an office or a name tells one from others
_THIS = re.compile(r"(?:این|ان|آن) ")
_OF = re.compile(r"[\s،,]*(?:از )?")
_LEAD_REACH = 3_000  # characters
_LEAD = 3  # sentences in which a lead's office gets its name


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
            self.speaker = self.stranger(skeleton, subject.phrase)
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
            if phrase and (known := self.called(skeleton, phrase)):
                self.speaker = known
            elif phrase and (
                phrase.until > phrase.end or self._is_full_name(skeleton, phrase)
                or self.syntax.calling.match(skeleton.text, phrase.start)
            ):
                self.speaker = self.stranger(skeleton, phrase)
            elif self.syntax.office_head.match(skeleton.text.lstrip(' "')):
                self.speaker = None
            return None
        self.speaker = self.stranger(skeleton, phrase) if phrase else None
        return self.speaker

    def meet(self, actor: Actor) -> None:
        """A person of the registry comes up, perhaps with an office."""
        self.cast.enter(actor, self.reading.text[actor.start:actor.end])

    def introduce(self, skeleton: Skeleton, verbs: list[int]) -> None:
        """Everybody whom a sentence names beside an office comes up; `verbs` begin there.

        «مع نظيره الألماني فرانك …»: a counterpart has the office of whoever speaks.
        """
        syntax, text = self.syntax, skeleton.text
        done = 0
        for head in syntax.office_head.finditer(text):
            if head.start() < done:
                continue
            limit = next((verb for verb in verbs if verb > head.start()), len(text))
            phrase = phrase_at(skeleton, head.start(), limit, syntax)
            if phrase is None:
                continue
            done = phrase.until
            start, end = skeleton.span(phrase.start, phrase.until)
            called = self.reading.text[start:end]
            if syntax.counterpart.match(head.group()) and self.speaker is not None:
                called = f"{self.speaker.office or self.cast.office_of(self.speaker)} {called}"
            at = next((i for i in range(phrase.start, phrase.until)
                       if isinstance(skeleton.units.get(text[i]), Actor)
                       and skeleton.units[text[i]].kind == "person"), None)  # type: ignore[attr-defined]
            if at is not None:
                actor = skeleton.units[text[at]]
                assert isinstance(actor, Actor)
                before = text[phrase.start:at]
                theirs = syntax.possessed.search(before) or syntax.governed.search(before) or (
                    syntax.nominative and not self.background.nominative(actor))
                if not theirs:  # «معاون لاوروف» is somebody else
                    self.cast.enter(actor, called)
            elif len(self.cast.content(called)) >= _FULL:
                surface = " ".join(self.reading.text[start:skeleton.ends[phrase.end - 1]].split())
                self.cast.enter(Actor("", "person", surface, start, end), called)

    def voice(self, actor: Actor) -> Actor:
        """Whoever speaks when `actor` does: the office of an unknown holder is a stranger."""
        if can_speak(actor):
            return actor
        return self.cast.meant(actor.surface) or self.cast.enter(
            Actor("", "person", actor.surface, actor.start, actor.end), actor.surface
        )

    def called(self, skeleton: Skeleton, phrase: Phrase) -> Actor | None:
        """Whom of those met so far the phrase means."""
        start, end = skeleton.span(phrase.start, phrase.end)
        surface = self.reading.text[start:end]
        known = self.cast.meant(surface)
        return replace(known, surface=surface) if known and known.entity else known

    def stranger(self, skeleton: Skeleton, phrase: Phrase) -> Actor | None:
        """The person or body, known before or not, whom the phrase names."""
        syntax, text = self.syntax, skeleton.text
        words = text[phrase.start:phrase.end]
        if syntax.anaphor.fullmatch(words) and self.speaker is not None and self._may_be(words):
            return self.pronoun(skeleton, phrase.start, phrase.end)
        if known := self.called(skeleton, phrase):
            return known
        if _THIS.match(words) and syntax.language == "fa":
            return self._this(skeleton, phrase)
        if length := self.cast.prefix(words):
            # «کریمی ادامه کار را …»: a name known already, then the object.
            head = Phrase(phrase.start, phrase.start + length, phrase.start + length)
            known = self.called(skeleton, head)
            if known and not words.startswith("'s", length) and (
                phrase.run_on or self._ends_with(known, words[:length])
            ):
                return known
        if phrase.run_on:
            return None
        start, end = skeleton.span(phrase.start, phrase.end)
        if self._is_source(start, end) or not self._can_name(skeleton, phrase):
            return None
        surface = " ".join(self.reading.text[start:end].split())
        kind = "organisation" if syntax.body.match(text, phrase.start) else "person"
        actor = Actor("", kind, surface, start, end)
        until = skeleton.span(phrase.start, phrase.until)[1]
        called = self.reading.text[start:until]
        beside = _OF.match(text, phrase.end)
        if phrase.until == phrase.end and not (
            beside and syntax.calling.match(text, beside.end())
        ) and self._names_the_lead(words, actor):
            office = next(one.surface for one in self.statements
                          if one.start >= self.reading.title_end)
            called = f"{office} {called}"
        return self.cast.enter(actor, called)

    def _may_be(self, words: str) -> bool:
        """Whether the speaker in play can be called so: his office, if told, is no other."""
        assert self.speaker is not None
        head = self.syntax.office_head.search(words)
        office = self.cast.office_of(self.speaker)
        if head is None or not office:
            return True
        return self.syntax.calling.search(office) is None or any(
            word in self.cast.content(office) for word in self.cast.content(head.group())
        )

    def _this(self, skeleton: Skeleton, phrase: Phrase) -> Actor | None:
        """«این کارگزار», «این وزارتخانه»: whoever is in play, if that is one."""
        rest = _THIS.match(skeleton.text, phrase.start)
        if rest is None or self.speaker is None:
            return None
        body = self.syntax.body.match(skeleton.text, rest.end()) is not None
        if body != (self.speaker.kind == "organisation"):
            return None
        return self.speaker if body else self.pronoun(skeleton, phrase.start, phrase.end)

    def _ends_with(self, known: Actor, called: str) -> bool:
        """Whether `called` is the surname by which `known` goes."""
        name, short = self.cast.content(known.surface), self.cast.content(called)
        return len(short) < len(name) and name[-len(short):] == short

    def _names_the_lead(self, words: str, actor: Actor) -> bool:
        """«مدیر انجمن گفت: …» in the lead, then «علی محمدی … افزود»: one person."""
        if self.syntax.language != "fa" or actor.start > _LEAD_REACH:
            return False
        body = [one for one in self.statements if one.start >= self.reading.title_end]
        if not body:
            return False
        first = body[0]
        return (
            all((one.speaker, one.surface) == ("", first.surface) for one in body)
            and self.reading.text.count("\n", 0, actor.start) <= _LEAD
            and actor.kind == first.kind == "person"
            and self.syntax.calling.match(plain(first.surface)) is not None
            and self.syntax.calling.match(self.syntax.title.sub("", words, count=1)) is None
            and len(words.split()) <= _NAME
        )

    def _is_full_name(self, skeleton: Skeleton, phrase: Phrase) -> bool:
        """Two words with capitals and nothing else, where names are written so."""
        start, end = skeleton.span(phrase.start, phrase.end)
        words = self.reading.text[start:end].split()
        return self.syntax.after_verb and 1 < len(words) <= _NAME and all(
            word[:1].isupper() for word in words
        )

    def _is_source(self, start: int, end: int) -> bool:
        if any(a.start < end and start < a.end for a in self.reading.attributions):
            return True
        return outlet_key(self.reading.text[start:end]) in self.background.outlets

    def _can_name(self, skeleton: Skeleton, phrase: Phrase) -> bool:
        """Whether the phrase can be somebody: by a capital where names have one, or a calling."""
        syntax, text = self.syntax, skeleton.text
        if phrase.end - phrase.start == 1:
            return False  # the sign of a place or a series alone
        if not syntax.after_verb:
            return any(c.isalpha() for c in text[phrase.start:phrase.end])
        if syntax.calling.search(text, phrase.start, phrase.end) or syntax.body.search(
            text, phrase.start, phrase.end
        ):
            return True
        return any(
            self.reading.text[skeleton.starts[at]].isupper()
            for at in range(phrase.start, phrase.end)
        )

    def pronoun(self, skeleton: Skeleton, start: int, end: int) -> Actor | None:
        """The person in play whom the pronoun at `start:end` means; it becomes a reference."""
        actor = self.speaker
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


def can_speak(actor: Actor) -> bool:
    """A person, an organisation, or a country; not an office whose holder is not known."""
    return actor.kind == "person" or not actor.office
