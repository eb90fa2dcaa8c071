"""Who said what: speakers, the exact span of their words, the verb that reports them.

Rules over skeletons (see `skeleton`), after the prototype measured in the design notes:
no quotation corpus or package exists for Persian. A sentence is read from left to right;
the speaker in play carries over sentences and paragraphs until another subject comes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from didgah.annotate.background import Background
from didgah.annotate.quotes import Words, words_after, words_between, words_far, words_over
from didgah.annotate.reading import Reading
from didgah.annotate.skeleton import ACTOR, PLACE, Actor, Skeleton
from didgah.annotate.speech import Found, Speech
from didgah.annotate.subjects import NONE, UNKNOWN, Subject, subject_after
from didgah.annotate.syntax import Syntax
from didgah.annotate.talk import Talk, can_speak
from didgah.model import Reference, Statement

_HEADLINE = re.compile(rf"[\s\"]*(?P<who>{ACTOR}|{PLACE})(?P<rest>[^:\"؟?!]{{0,50}}):\s*(?=\S)")
_TURN = 4  # words of a turn in a transcript that are worth keeping
_JOINED = re.compile(r"(?:[،,]| و|\bи| and|,)\s*(?:(?:همچنین|سپس|نیز|در ادامه|также|also)\s*)?$")
_CHANGE = re.compile(rf"\s*(?:و|،|,|и|and)\s*({ACTOR})")
_WORDS_END = re.compile(r"(?:\"\s*,?|,\s*\"|,|[.!?]\")\s*-*\s*$")


@dataclass(frozen=True, slots=True)
class Spoken:
    """The statements of an article, its pronouns resolved, and the person each sentence is about.

    `subjects[i]` is the speaker in play at the end of sentence `i`, None when unknown.
    """

    statements: tuple[Statement, ...]
    references: tuple[Reference, ...]
    subjects: tuple[Actor | None, ...]


def find_statements(
    reading: Reading, syntax: Syntax, speech: Speech, background: Background
) -> Spoken:
    """Every statement whose speaker the registry knows, in order of place."""
    talk = Talk(reading, syntax, background)
    subjects: list[Actor | None] = []
    for index, sentence in enumerate(reading.sentences):
        if sentence.start >= talk.quoted_until:
            _Sentence(index, reading.skeletons[index], syntax, speech, talk).read()
        subjects.append(talk.speaker)
    return Spoken(
        tuple(sorted(dict.fromkeys(talk.statements), key=lambda s: (s.start, s.end))),
        tuple(sorted(talk.references, key=lambda r: r.start)),
        tuple(subjects),
    )


@dataclass(frozen=True, slots=True)
class _Sentence:
    """One sentence being read; `talk` collects what it says."""

    index: int
    skeleton: Skeleton
    syntax: Syntax
    speech: Speech
    talk: Talk

    def read(self) -> None:
        """Take in what the sentence says, and who is in play after it."""
        text = self.skeleton.text
        if self._headline():
            return
        start = self._after_attribution()
        if not self.speech.hint.search(text):
            self._quiet(start)
            return
        if self._according():
            return
        verbs = [v for v in self.speech.find(text)
                 if not self.syntax.negated.search(text, 0, v.start)]
        if not verbs:
            if not self._wanted(start):
                self._quiet(start)
        elif self.syntax.verb_first:
            self._verb_first(verbs)
        else:
            self._subject_first(verbs, start)

    def _quiet(self, start: int) -> None:
        end = len(self.skeleton.text)
        self.talk.remember(self.skeleton, self.talk.subject(self.skeleton, start, end), quiet=True)

    # --- one construction each ---------------------------------------------------------

    def _headline(self) -> bool:
        """«پوتین: …» in the title, as the head of a line, or as a turn in a transcript."""
        match = _HEADLINE.match(self.skeleton.text)
        if not match:
            return False
        in_title = self.talk.reading.is_title(self.index)
        rest = match["rest"].strip(' "')
        if (rest and not in_title) or self.speech.pattern.search(match["rest"]):
            return False
        if not in_title and len(self.skeleton.text[match.end():].split()) < _TURN:
            return True  # "Thank you."
        actor = self.talk.speaker_at(self.skeleton, match.start("who"))
        if actor is None:
            if not in_title:
                self.talk.speaker = None
            return in_title
        words = Words(match.end(), len(self.skeleton.text), "direct")
        self.talk.say(self.skeleton, actor, words, "")
        self.talk.speaker = actor
        return True

    def _according(self) -> bool:
        """«به گفته X، A», "according to X, A"."""
        text = self.skeleton.text
        for match in self.speech.according.finditer(text):
            at = match.end()
            while at < len(text) and text[at] in ' "':
                at += 1
            actor, end = self._named_at(at)
            if actor is None or not can_speak(actor):
                continue
            words = Words(end, len(text), "indirect")
            if not text[end:].strip(' "،,.:'):
                words = Words(0, match.start(), "indirect")
            self.talk.say(self.skeleton, actor, words, match[0].strip())
            self.talk.speaker = actor
            return True
        return False

    def _named_at(self, at: int) -> tuple[Actor | None, int]:
        """Who is named by the noun phrase at `at`, and where it ends."""
        text = self.skeleton.text
        if pronoun := self.syntax.pronoun.match(text, at):
            return self.talk.pronoun(self.skeleton, at, pronoun.end()), pronoun.end()
        if at < len(text) and text[at] in self.skeleton.units:
            return self.talk.speaker_at(self.skeleton, at), at + 1
        if not self.syntax.office_head.match(text, at):
            return None, at
        found = subject_after(self.skeleton, at, _clause_end(text, at), self.syntax,
                              self.talk.background, any_case=True)
        return found.actor, found.end

    def _wanted(self, start: int) -> bool:
        """«خواستار A شد»."""
        text = self.skeleton.text
        match = self.speech.wanted.search(text)
        if not match:
            return False
        subject = self.talk.subject(self.skeleton, start, match.start())
        actor = self.talk.remember(self.skeleton, subject)
        if actor:
            group = next(g for g in match.groupdict() if match[g] is not None)
            head = text[match.start():match.start(group)].strip()
            tail = text[match.end(group):match.end()].strip()
            words = Words(match.start(group), match.end(group), "indirect")
            self.talk.say(self.skeleton, actor, words, f"{head} {tail}")
        return True

    def _subject_first(self, verbs: list[Found], start: int) -> None:
        """«X گفت: A و افزود: B»: one subject, then its verbs with their words."""
        text = self.skeleton.text
        actor: Actor | None = None
        last: Found | None = None
        consumed = start  # where the words of the last statement end
        said = len(self.talk.statements)  # the statements of this sentence begin here
        for verb in verbs:
            if verb.start < consumed:
                if not self._continues(verb, said):
                    continue
            elif last is None:
                subject = self.talk.subject(self.skeleton, start, verb.start)
                found = subject.how in ("named", "pronoun")
                if not found and self.syntax.after_verb and self._words_first(verb):
                    return
                actor = self.talk.remember(self.skeleton, subject)
                start = subject.end if found else start
                if actor:
                    self._clause(actor, start, verb)
            elif change := _CHANGE.match(text, last.end, verb.start):
                named = self.talk.speaker_at(self.skeleton, change.start(1))
                actor = self.talk.speaker = named or actor
            last = verb
            if actor is None or self.syntax.other_subject.search(text, start, verb.start):
                continue
            after = self._words_after(verb)
            words = after or self._words_between(verb, start)
            if words:
                self.talk.say(self.skeleton, actor, words, self._surface(verb))
            if after:
                # Verbs inside the words belong to them; a closed quotation ends them.
                closed = self.talk.closing(self.skeleton, after) is not None
                consumed = verb.end if closed else after.end

    def _words_after(self, verb: Found) -> Words | None:
        found = words_after(self.skeleton, verb, verb.end, self.syntax)
        if found is None and self.syntax.after_verb:
            found = words_over(self.skeleton, verb, verb.end) or words_far(
                self.skeleton, verb, verb.end, self.syntax
            )
        return found

    def _words_between(self, verb: Found, start: int) -> Words | None:
        if self.syntax.after_verb or not verb.verb.frames & {"over", "verdict"}:
            return None
        return words_between(self.skeleton, verb, start)

    def _clause(self, actor: Actor, start: int, verb: Found) -> None:
        """«با بیان اینکه A، …»: the first of two quotations."""
        text = self.skeleton.text
        for match in self.speech.clause.finditer(text, start, verb.start):
            comma = max(text.rfind("،", match.end(), verb.start),
                        text.rfind(",", match.end(), verb.start))
            end = comma if comma > match.end() else verb.start
            self.talk.say(self.skeleton, actor, Words(match.end(), end, "indirect"), match["noun"])

    def _continues(self, verb: Found, said: int) -> bool:
        """«… گفت که A و افزود: B»: cut A before the second verb; False inside A."""
        text = self.skeleton.text
        joint = _JOINED.search(text, 0, verb.start)
        if not joint or len(self.talk.statements) == said:
            return False
        if not re.compile(rf"\s*(?::|{self.syntax.that}(?!\w))").match(text, verb.end):
            return False
        previous = self.talk.statements[-1]
        cut = self.skeleton.starts[joint.start()]
        if previous.start < cut < previous.end:
            self.talk.statements[-1] = replace(previous, end=cut)
        return True

    def _words_first(self, verb: Found) -> bool:
        """«A», — заявил Путин; "A," Putin said: the words stand before verb and speaker."""
        text = self.skeleton.text
        before = re.search(rf"({ACTOR}|(?<!\w){self.syntax.pronoun.pattern})[\s,]*$",
                           text[:verb.start])
        end = before.start() if before else verb.start
        if not _WORDS_END.search(text[:end]):
            return False
        if before:
            actor, _ = self._named_at(end)
        else:
            actor, _ = self._named_at(verb.end + 1)
            actor = actor or subject_after(
                self.skeleton, verb.end, _clause_end(text, verb.end), self.syntax,
                self.talk.background,
            ).actor
        if actor is None or not can_speak(actor):
            self.talk.speaker = None
            return True
        direct = '"' in text[:end] or "-" in text[max(0, end - 3):end]
        words = Words(0, end, "direct" if direct else "indirect")
        self.talk.say(self.skeleton, actor, words, self._surface(verb))
        self.talk.speaker = actor
        return True

    def _verb_first(self, verbs: list[Found]) -> None:
        """«قال لافروف إن A», «وأضاف أن A»."""
        consumed = 0
        for verb in verbs:
            if verb.start < consumed:
                continue
            subject = self._subject_of(verb)
            actor = self.talk.remember(self.skeleton, subject)
            if actor is None:
                continue
            after = max(verb.end, subject.end)
            words = (
                words_after(self.skeleton, verb, after, self.syntax)
                or words_over(self.skeleton, verb, after)
                or words_far(self.skeleton, verb, after, self.syntax)
            )
            if words:
                self.talk.say(self.skeleton, actor, words, self._surface(verb))
                consumed = words.start + 1

    def _subject_of(self, verb: Found) -> Subject:
        """The subject around an Arabic verb: behind it, or just before it in a headline."""
        text = self.skeleton.text
        that = re.compile(rf"(?<!\w){self.syntax.that}(?!\w)|[:\"]").search(text, verb.end)
        limit = that.start() if that else min(len(text), verb.end + 90)
        head = re.search(rf"({ACTOR})\s*$", text[:verb.start])
        actor = self.talk.speaker_at(self.skeleton, head.start(1)) if head else None
        if head and actor:
            return Subject("named", actor, head.start(1), head.end(1))
        found = subject_after(
            self.skeleton, verb.end, limit, self.syntax, self.talk.background
        )
        between = text[verb.end:limit].strip()
        if found is NONE and between and not self.syntax.preposition.match(between):
            return UNKNOWN
        return found

    # --- spans ---------------------------------------------------------------------------

    def _after_attribution(self) -> int:
        """Where the sentence proper begins: after «به گزارش X به نقل از Y،»."""
        sentence = self.talk.reading.sentences[self.index]
        text = self.skeleton.text
        last = 0
        for link in self.talk.reading.attributions:
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

    def _surface(self, verb: Found) -> str:
        at, until = self.skeleton.span(verb.start, verb.end)
        return self.talk.reading.text[at:until].replace("\n", " ")


def _clause_end(text: str, start: int) -> int:
    match = re.compile(r"[.;؛:\"]").search(text, start, start + 160)
    return match.start() if match else min(len(text), start + 160)
