"""Where the words of one verb end and the clause of the next begins, with or without a subject."""

from __future__ import annotations

import re
from dataclasses import replace

from didgah.annotate.sentences.skeleton import ACTOR, Actor
from didgah.annotate.statements.line import Line
from didgah.annotate.statements.quotes import Words
from didgah.annotate.statements.speech import Found

_JOINED = re.compile(
    r"(?:[،,](?: и(?= ))?| و|\bи| and)\s*"
    r"(?:(?:همچنین|سپس|نیز|در ادامه|также|also)\s*)?$"
)
_CONTRAST = re.compile(
    rf"[,;] (?:while|whereas|but|and|а|но|тогда как|в то время как|и) (?:the )?({ACTOR})"
    r"(?: (?:also|then|later|тогда|также|же|ранее|уже|в свою очередь|позже))*(?:, [^,]{3,80},)? $"
)
# Where the clause of a verb ends behind its object.
_NEXT_CLAUSE = {
    "en": re.compile(
        r", (?:the )?[\w-]+(?: \w+){0,2} (?:said|says|reported)(?: in [\w ]+| on [\w ]+)?$"
        r"| (?:as|while|when|after|before|during|ahead of) "
        rf"(?:he|she|they|the two|(?:the )?{ACTOR} \w+)(?!\w)"
        r"| (?:and|but) (?:also |then |later )?(?!(?:need|speed|indeed)(?!\w))"
        r"(?:\w{2,}ed|said|told|met|gave|held|took|made|spoke|left|saw|went|came|wrote|put)"
        r" (?:his|her|the|a|an|to|that|for|on|in|at|with|it|they|he|she|[\ue000-\uefff])(?!\w)"
    ),
    "ru": re.compile(
        r",? (?:и|а|но) (?:также |затем |потом |вновь |снова )?"
        r"\w+(?:[аяиеыу]л|шел)(?:[аио])?(?:с[ья])?(?!\w)"
        r"|, (?:когда|после чего|пока|поскольку|так как|передает|сообщает|пишет)(?!\w)"
    ),
}
# «… پیش می‌روند و پوتین از …»: a finite verb, then somebody who is no object.
_AND_ACTOR = re.compile(
    rf"(?<=[دتم])(?P<and>[،,]? و) (?P<who>{ACTOR})(?! ?(?:را|و)(?!\w)| ?[،,])")
_TENSE = re.compile(r"(?:بودند|بود|است|اند)?$")


def continues(line: Line, verb: Found, said: int, clause: bool) -> bool:
    """«… گفت که A و افزود: B»: cut A before the second verb; False inside A.

    Behind a clause the second verb must open its words as clearly, behind an object not.
    """
    text, talk = line.text, line.talk
    joint = _JOINED.search(text, 0, verb.start)
    if not joint or len(talk.statements) == said:
        return False
    # Russian closes a clause by a comma, English goes on with "and said".
    goes_on = verb.verb.frames & {"bare", "go_on", "verdict"} if line.syntax.language == "en" else (
        line.syntax.nominative and joint[0].startswith(","))
    if clause and not goes_on and not re.compile(
        rf"[\s,]*(?::|{line.syntax.that}(?!\w))"
    ).match(text, verb.end):
        return False
    previous = talk.statements[-1]
    if previous.start < line.skeleton.starts[joint.start()] < previous.end:
        _cut(line, joint.start())
    return True


def another_subject(line: Line, verb: Found, said: int) -> Actor | None:
    """"…, while Putin said that B", «…, а Путин назвал B»: the next clause has its own subject."""
    found = _CONTRAST.search(line.text, 0, verb.start)
    if found is None or len(line.talk.statements) == said:
        return None
    if line.skeleton.starts[found.start()] <= line.talk.statements[-1].start:
        return None
    unit = line.skeleton.units[found.group(1)]
    if line.syntax.nominative and isinstance(unit, Actor) and (
        not line.talk.background.nominative(unit)
    ):
        return None
    actor = line.talk.speaker_at(line.skeleton, found.start(1))
    if actor is not None:
        _cut(line, found.start())
    return actor


def clause_of_its_own(
    line: Line, verb: Found, last: Found | None, said: int
) -> tuple[Actor, int] | None:
    """«X گفته بود A است و Y از B خبر داده بود»: Y, who is told of in the tense of X."""
    if line.syntax.after_verb or last is None or len(line.talk.statements) == said:
        return None
    if _TENSE.search(line.text, last.start, last.end)[0] != (  # type: ignore[index]
        _TENSE.search(line.text, verb.start, verb.end)[0]  # type: ignore[index]
    ):
        return None
    found = _AND_ACTOR.search(line.text, last.end, verb.start)
    if found is None:
        return None
    actor = line.talk.speaker_at(line.skeleton, found.start("who"))
    if actor is None or actor.kind != "person":
        return None
    _cut(line, found.start("and"))
    return actor, found.end("who")


def _cut(line: Line, at: int) -> None:
    """End the words of the last statement before `at`."""
    end = len(line.text[:at].rstrip(' ,،;"'))
    previous = line.talk.statements[-1]
    if end and previous.start < line.skeleton.ends[end - 1] < previous.end:
        line.talk.statements[-1] = replace(previous, end=line.skeleton.ends[end - 1])


def object_alone(line: Line, words: Words) -> Words:
    """"condemned A as he met …", «осудил A и выразил …»: what is said ends with the object."""
    behind = _NEXT_CLAUSE.get(line.syntax.language)
    found = behind.search(line.text, words.start + 1, words.end) if behind else None
    return replace(words, end=found.start()) if found else words
