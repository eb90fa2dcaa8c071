"""One sentence being read for statements, with what its rules share."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from didgah.annotate.sentences.noun_phrases import phrase_at
from didgah.annotate.sentences.skeleton import Actor, Skeleton
from didgah.annotate.sentences.syntax import Syntax
from didgah.annotate.statements.naming import stranger
from didgah.annotate.statements.speech import Found, Speech
from didgah.annotate.statements.subjects import subject_after
from didgah.annotate.statements.talk import Talk

_CLAUSE_END = re.compile(r"[.;؛:\"]")
_CLAUSE = 160  # characters in which a clause ends or is taken to end
_ATTRIBUTION_FIRST = 30
_ATTRIBUTION_START, _ATTRIBUTION_END = 90, 160  # where "according to IRNA citing TASS," may stand
_COMMA = re.compile(r"[^،,:]{0,70}?[،,:]")


@dataclass(frozen=True, slots=True)
class Line:
    """Sentence `index`; `talk` collects what it says."""

    index: int
    skeleton: Skeleton
    syntax: Syntax
    speech: Speech
    talk: Talk
    found: list[Found]  # the verbs of saying in it

    @property
    def text(self) -> str:
        """The text of the skeleton."""
        return self.skeleton.text

    def surface(self, verb: Found) -> str:
        """The verb as written."""
        return self.as_written(verb.start, verb.end)

    def as_written(self, start: int, end: int) -> str:
        """`text[start:end]` as the article has it, in one line."""
        at, until = self.skeleton.span(start, end)
        return self.talk.reading.text[at:until].replace("\n", " ").strip()

    def body_at(self, start: int, end: int) -> Actor | None:
        """The organisation that `text[start:end]` names, known or not."""
        unit = next((one for one in map(self.skeleton.units.get, self.text[start:end])
                     if getattr(one, "kind", "") == "organisation"), None)
        if unit is None and not self.syntax.body.search(self.text, start, end):
            return None
        at, until = self.skeleton.span(start, end)
        known = next((m for m in self.talk.reading.mentions
                      if m.kind == "organisation" and m.start < until and at < m.end), None)
        surface = self.as_written(start, end)
        return Actor(known.entity if known else "", "organisation", surface, at, until)

    def named_at(self, at: int) -> tuple[Actor | None, int]:
        """Who is named by the noun phrase at `at`, and where it ends; known or not."""
        text = self.text
        if pronoun := self.syntax.pronoun.match(text, at):
            return self.talk.pronoun(self.skeleton, at, pronoun.end()), pronoun.end()
        if at < len(text) and text[at] in self.skeleton.units:
            return self.talk.speaker_at(self.skeleton, at), at + 1
        limit = clause_end(text, at)
        phrase = phrase_at(self.skeleton, at, limit, self.syntax)
        if self.syntax.office_head.match(text, at):
            found = subject_after(self.skeleton, at, limit, self.syntax, self.talk.background,
                                  any_case=True)
            if found.actor and (phrase is None or found.start < phrase.until + 2):
                if found.actor.kind == "person":
                    self.talk.meet(found.actor)
                return self.talk.voice(found.actor), found.end
        if phrase is None or self.syntax.no_speaker.match(text, phrase.start):
            return None, at
        return stranger(self.talk, self.skeleton, phrase), phrase.until

    def after_attribution(self) -> int:
        """Where the sentence proper begins: after «به گزارش X به نقل از Y،»."""
        sentence = self.talk.reading.sentences[self.index]
        last = 0
        links = self.talk.reading.attributions
        first, behind = (
            bisect_left(links, place, key=lambda link: link.start)
            for place in (sentence.start, sentence.end)
        )
        for link in links[first:behind]:
            at = next(
                (i for i, end in enumerate(self.skeleton.ends) if end >= link.end), None
            )
            if at is None or at > _ATTRIBUTION_END or (last == 0 and at > _ATTRIBUTION_START):
                continue
            if self.syntax.after_verb and at > _ATTRIBUTION_FIRST:
                continue  # «…, сообщил ТАСС глава совета»
            # Behind "(Reuters) -" the subject follows at once.
            comma = None if self.syntax.after_verb else _COMMA.match(self.text, at + 1)
            if comma and any(at < verb.start < comma.end() for verb in self.found):
                comma = None  # «به گزارش فارس X گفت، A»
            last = comma.end() if comma else at + 1
        return last


def clause_end(text: str, start: int) -> int:
    """Where the clause at `start` ends."""
    match = _CLAUSE_END.search(text, start, start + _CLAUSE)
    return match.start() if match else min(len(text), start + _CLAUSE)
