"""Who said what: speakers, the exact span of their words, the verb that reports them.

Rules over skeletons (see `skeleton`), after the prototype measured in the design notes:
no quotation corpus or package exists for Persian. A sentence is read from left to right;
the speaker in play carries over sentences and paragraphs until another subject comes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from didgah.annotate.background import Background
from didgah.annotate.quotes import Words, words_after, words_between, words_far, words_over
from didgah.annotate.reading import Reading
from didgah.annotate.skeleton import ACTOR, PLACE, Actor, Skeleton
from didgah.annotate.speech import Found, Speech
from didgah.annotate.subjects import NONE, UNKNOWN, Subject, subject_after, subject_before
from didgah.annotate.syntax import Syntax
from didgah.model import Mention, Reference, Statement

_HEADLINE = re.compile(rf"[\s\"]*(?P<who>{ACTOR}|{PLACE})(?P<rest>[^:\"؟?!]{{0,50}}):\s*(?=\S)")
_CLOSING = {"«": "»", "“": "”", "„": "“", '"': '"', "”": "”", "‹": "›"}
_TURN = 4  # words of a turn in a transcript that are worth keeping
_LONGEST_QUOTE = 2_000  # characters; a closing mark further away closes something else
_JOINED = re.compile(r"(?:[،,]| و|\bи| and|,)\s*(?:(?:همچنین|سپس|نیز|در ادامه|также|also)\s*)?$")


@dataclass(slots=True)
class _Talk:
    """What is carried from sentence to sentence while an article is read."""

    speaker: Actor | None = None
    quoted_until: int = 0
    statements: list[Statement] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    subjects: list[Actor | None] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Spoken:
    """The statements of an article, its pronouns resolved, and the person each sentence is about.

    `subjects[i]` is the named or resolved subject of sentence `i`, else the speaker in play.
    """

    statements: tuple[Statement, ...]
    references: tuple[Reference, ...]
    subjects: tuple[Actor | None, ...]


def find_statements(
    reading: Reading, syntax: Syntax, speech: Speech, background: Background
) -> Spoken:
    """Every statement whose speaker the registry knows, in order of place."""
    talk = _Talk()
    for index, sentence in enumerate(reading.sentences):
        skeleton = reading.skeletons[index]
        if sentence.start >= talk.quoted_until:
            _Sentence(reading, index, skeleton, syntax, speech, background, talk).read()
        talk.subjects.append(talk.speaker)
    unique = dict.fromkeys(talk.statements)
    return Spoken(
        tuple(sorted(unique, key=lambda s: (s.start, s.end))),
        tuple(sorted(talk.references, key=lambda r: r.start)),
        tuple(talk.subjects),
    )


@dataclass(slots=True)
class _Sentence:
    """One sentence being read; `talk` collects what it says."""

    reading: Reading
    index: int
    skeleton: Skeleton
    syntax: Syntax
    speech: Speech
    background: Background
    talk: _Talk

    def read(self) -> None:
        text = self.skeleton.text
        if self._headline():
            return
        start = self._after_attribution()
        hinted = self.speech.hint.search(text)
        verbs = [
            v for v in (self.speech.find(text) if hinted else [])
            if not self.syntax.negated.search(text, 0, v.start)
        ]
        if hinted and self._according():
            return
        if not verbs:
            if hinted and self._wanted(start):
                return
            self._remember(self._before(start, len(text)), quiet=True)
            return
        if self.syntax.verb_first:
            self._verb_first(verbs)
        else:
            self._subject_first(verbs, start)

    # --- one construction each ---------------------------------------------------------

    def _headline(self) -> bool:
        """«پوتین: …» in the title or as the head of a line."""
        match = _HEADLINE.match(self.skeleton.text)
        if not match:
            return False
        in_title = self.reading.is_title(self.index)
        rest = match["rest"].strip(' "')
        if (rest and not in_title) or self.speech.pattern.search(match["rest"]):
            return False
        if not in_title and len(self.skeleton.text[match.end():].split()) < _TURN:
            return True  # "Thank you." in a transcript
        actor = self._speaker_at(match.start("who"))
        if actor is None:
            if not in_title:
                self.talk.speaker = None
            return in_title
        self._add(actor, Words(match.end(), len(self.skeleton.text), "direct"), "")
        self.talk.speaker = actor
        return True

    def _according(self) -> bool:
        """«به گفته X، A», "according to X, A"."""
        text = self.skeleton.text
        for match in self.speech.according.finditer(text):
            at = match.end()
            while at < len(text) and text[at] in ' "':
                at += 1
            pronoun = self.syntax.pronoun.match(text, at)
            if pronoun:
                actor, end = self._pronoun(at, pronoun.end()), pronoun.end()
            elif at < len(text) and text[at] in self.skeleton.units:
                actor, end = self._speaker_at(at), at + 1
            else:
                found = subject_after(
                    self.skeleton, at, _clause_end(text, at), self.syntax, self.background,
                    any_case=True,
                )
                actor, end = found.actor, found.end
                if actor and self.syntax.office_head.match(text, at) is None:
                    actor = None
            if actor is None or not _can_speak(actor):
                continue
            words = Words(end, len(text), "indirect")
            if not text[end:].strip(' "،,.:'):
                words = Words(0, match.start(), "indirect")
            self._add(actor, words, text[match.start():match.end()].strip())
            self.talk.speaker = actor
            return True
        return False

    def _wanted(self, start: int) -> bool:
        """«خواستار A شد»."""
        text = self.skeleton.text
        match = self.speech.wanted.search(text)
        if not match:
            return False
        actor = self._remember(self._before(start, match.start()))
        if actor:
            group = next(g for g in match.groupdict() if match[g] is not None)
            verb = text[match.start():match.start(group)].strip()
            tail = text[match.end(group):match.end()].strip()
            self._add(actor, Words(match.start(group), match.end(group), "indirect"),
                      f"{verb} {tail}")
        return True

    def _subject_first(self, verbs: list[Found], start: int) -> None:
        text = self.skeleton.text
        actor: Actor | None = None
        consumed = start  # where the words of the last statement begin
        last: Found | None = None
        mine: list[int] = []  # indexes of this sentence's statements
        for verb in verbs:
            if verb.start < consumed:
                if not self._continues(verb, mine):
                    continue
            elif last is None:
                subject = self._before(start, verb.start)
                if subject.how in ("none", "unknown") and self.syntax.after_verb:
                    if self._words_first(verb):
                        return
                actor = self._remember(subject, go_on="go_on" in verb.verb.frames)
                if subject.how in ("named", "pronoun"):
                    start = subject.end
                if actor:
                    self._clause(actor, start, verb)
            else:
                between = text[last.end:verb.start]
                change = re.match(rf"\s*(?:و|،|,|и|and)\s*({ACTOR})", between)
                if change:
                    named = self._speaker_at(last.end + change.start(1))
                    actor = named or actor
                    self.talk.speaker = actor
            last = verb
            if actor is None or self.syntax.other_subject.search(text, start, verb.start):
                continue
            words = words_between(self.skeleton, verb, start, self.syntax) \
                if verb.verb.frames & {"over", "verdict"} and not self.syntax.after_verb else None
            after = words_after(self.skeleton, verb, verb.end, self.syntax)
            if after is None and self.syntax.after_verb:
                after = words_over(self.skeleton, verb, verb.end, self.syntax) or words_far(
                    self.skeleton, verb, verb.end, self.syntax
                )
            chosen = after or words
            if chosen is None:
                continue
            before = len(self.talk.statements)
            self._add(actor, chosen, self._surface(verb.start, verb.end))
            if len(self.talk.statements) > before:
                mine.append(before)
            if chosen is after:
                # Verbs inside the words belong to them; a closed quotation ends them.
                consumed = verb.end if self._closing(chosen) is not None else chosen.end

    def _clause(self, actor: Actor, start: int, verb: Found) -> None:
        """«با بیان اینکه A، …»: the first of two quotations."""
        text = self.skeleton.text
        for match in self.speech.clause.finditer(text, start, verb.start):
            comma = max(text.rfind("،", match.end(), verb.start),
                        text.rfind(",", match.end(), verb.start))
            end = comma if comma > match.end() else verb.start
            self._add(actor, Words(match.end(), end, "indirect"), match["noun"])

    def _continues(self, verb: Found, mine: list[int]) -> bool:
        """«… گفت که A و افزود: B»: cut A before the second verb; False inside A."""
        text = self.skeleton.text
        joint = _JOINED.search(text, 0, verb.start)
        if not joint or not mine:
            return False
        if not re.compile(rf"\s*(?::|{self.syntax.that}(?!\w))").match(text, verb.end):
            return False
        previous = self.talk.statements[mine[-1]]
        cut = self.skeleton.starts[joint.start()]
        if previous.start < cut < previous.end:
            self.talk.statements[mine[-1]] = replace(previous, end=cut)
        return True

    def _words_first(self, verb: Found) -> bool:
        """«A», — заявил Путин; "A," Putin said: the words stand before verb and speaker."""
        text = self.skeleton.text
        before = re.search(rf"({ACTOR}|(?<!\w){self.syntax.pronoun.pattern})[\s,]*$",
                           text[:verb.start])
        if before:
            at, end = before.start(), before.start()
            if text[at] in self.skeleton.units:
                actor = self._speaker_at(at)
            else:
                actor = self._pronoun(at, before.end(1))
        else:
            found = subject_after(
                self.skeleton, verb.end, _clause_end(text, verb.end), self.syntax,
                self.background,
            )
            actor, end = found.actor, verb.start
            pronoun = self.syntax.pronoun.match(text, verb.end + 1)
            if actor is None and pronoun:
                actor = self._pronoun(verb.end + 1, pronoun.end())
        if not re.search(r"(?:\"\s*,?|,\s*\"|,|[.!?]\")\s*-*\s*$", text[:end]):
            return False
        if actor is None or not _can_speak(actor):
            self.talk.speaker = None
            return True
        quoted = '"' in text[:end]
        self._add(actor, Words(0, end, "direct" if quoted or "-" in text[max(0, end - 3):end]
                               else "indirect"), self._surface(verb.start, verb.end))
        self.talk.speaker = actor
        return True

    def _verb_first(self, verbs: list[Found]) -> None:
        """«قال لافروف إن A», «وأضاف أن A»."""
        text = self.skeleton.text
        consumed = 0
        for verb in verbs:
            if verb.start < consumed:
                continue
            that = re.compile(rf"(?<!\w){self.syntax.that}(?!\w)|[:\"]").search(text, verb.end)
            limit = that.start() if that else min(len(text), verb.end + 90)
            head = re.search(rf"({ACTOR})\s*$", text[:verb.start])
            subject: Subject = NONE
            if head:
                actor = self._speaker_at(head.start(1))
                subject = Subject("named", actor, head.start(1), head.end(1)) if actor else NONE
            if subject is NONE:
                subject = subject_after(
                    self.skeleton, verb.end, limit, self.syntax, self.background
                )
            between = text[verb.end:limit].strip()
            if subject is NONE and between and not self.syntax.preposition.match(between):
                subject = UNKNOWN
            actor = self._remember(subject, go_on=True)
            if actor is None:
                continue
            after = max(verb.end, subject.end)
            words = (
                words_after(self.skeleton, verb, after, self.syntax)
                or words_over(self.skeleton, verb, after, self.syntax)
                or words_far(self.skeleton, verb, after, self.syntax)
            )
            if words:
                self._add(actor, words, self._surface(verb.start, verb.end))
                consumed = words.start + 1

    # --- the speaker ---------------------------------------------------------------------

    def _before(self, start: int, end: int) -> Subject:
        return subject_before(self.skeleton, start, end, self.syntax, self.background)

    def _remember(
        self, subject: Subject, go_on: bool = True, quiet: bool = False
    ) -> Actor | None:
        """The actor of `subject`, which becomes the speaker in play.

        In a `quiet` sentence, one without a verb of saying, only persons change the play.
        """
        if subject.how == "pronoun":
            return self._pronoun(subject.start, subject.end)
        if subject.how == "named":
            actor = subject.actor
            if actor is None:
                return None
            if quiet and (actor.kind != "person"):
                if actor.office:
                    self.talk.speaker = None
                return None
            self.talk.speaker = actor if _can_speak(actor) else None
            return self.talk.speaker
        if subject.how == "unknown":
            if not quiet or self.syntax.office_head.match(
                self.skeleton.text.lstrip(' "')
            ):
                self.talk.speaker = None
            return None
        return self.talk.speaker

    def _pronoun(self, start: int, end: int) -> Actor | None:
        actor = self.talk.speaker
        if actor is None or actor.kind != "person":
            return None
        at, until = self.skeleton.span(start, end)
        reference = Reference(
            actor.entity, "person", self.reading.text[at:until], at, until, "pronoun"
        )
        if reference not in self.talk.references:
            self.talk.references.append(reference)
        return replace(actor, surface=reference.surface)

    def _speaker_at(self, at: int) -> Actor | None:
        """The actor or speaking country behind the sign at `at`, when it can speak."""
        unit = self.skeleton.units.get(self.skeleton.text[at])
        if isinstance(unit, Mention):
            if unit.kind != "place" or unit.entity not in self.background.countries:
                return None
            return Actor(unit.entity, "place", unit.surface, unit.start, unit.end)
        return unit if isinstance(unit, Actor) and _can_speak(unit) else None

    # --- spans ---------------------------------------------------------------------------

    def _after_attribution(self) -> int:
        """Where the sentence proper begins: after «به گزارش X به نقل از Y،»."""
        sentence = self.reading.sentences[self.index]
        text = self.skeleton.text
        last = 0
        for link in self.reading.attributions:
            if not sentence.start <= link.start < sentence.end:
                continue
            at = next(
                (i for i, end in enumerate(self.skeleton.ends) if end >= link.end), None
            )
            if at is None or at > 160 or (last == 0 and at > 90):
                continue
            comma = re.compile(r"[^،,:]{0,70}?[،,:]").match(text, at + 1)
            last = comma.end() if comma else at + 1
        return last

    def _surface(self, start: int, end: int) -> str:
        at, until = self.skeleton.span(start, end)
        return self.reading.text[at:until].replace("\n", " ")

    def _closing(self, words: Words) -> int | None:
        """The article offset of the mark that closes the quotation, if it is near."""
        if not words.quoted:
            return None
        text, start = self.reading.text, self.skeleton.starts[words.start]
        at = start - 1
        while at >= 0 and text[at] not in _CLOSING:
            at -= 1
        if at < 0 or start - at > 4:
            return None
        line_end = text.find("\n", start)
        limit = min(start + _LONGEST_QUOTE, line_end if line_end >= 0 else len(text))
        found = text.find(_CLOSING[text[at]], start, limit)
        return found if found >= 0 else None

    def _add(self, actor: Actor, words: Words, verb: str) -> None:
        start, end = self.skeleton.span(words.start, words.end)
        closing = self._closing(words)
        if closing is not None and closing > start:
            end = closing
            self.talk.quoted_until = max(self.talk.quoted_until, closing)
        text = self.reading.text
        while end > start and text[end - 1] in " .،,\"»”؛:\u200c\u200f\u200e—–-\n\t":
            end -= 1
        while start < end and text[start] in " \"«“„،,:—–-":
            start += 1
        if end - start < 2:
            return
        self.talk.statements.append(Statement(
            actor.entity, actor.kind, actor.surface, words.mode, start, end, verb
        ))


def _can_speak(actor: Actor) -> bool:
    """A person, an organisation, or a country; not an office whose holder is not known."""
    return actor.kind == "person" or not actor.office


def _clause_end(text: str, start: int) -> int:
    match = re.compile(r"[.;؛:\"]").search(text, start, start + 160)
    return match.start() if match else min(len(text), start + 160)
