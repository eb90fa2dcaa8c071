"""What somebody asks for: «خواستار A شد», where the words stand inside the verb."""

from __future__ import annotations

import re

from didgah.annotate.sentences.skeleton import Actor
from didgah.annotate.statements.line import Line
from didgah.annotate.statements.quotes import Words

_AND = re.compile(r"[،,]? ?و (?:\w+ ){0,6}$")


def wanted(line: Line, start: int) -> bool:
    """«خواستار A شد»."""
    match = line.speech.wanted.search(line.text, start)
    if not match:
        return False
    subject = line.talk.subject(line.skeleton, start, match.start())
    actor = line.talk.remember(line.skeleton, subject)
    if actor:
        _want(line, actor, match)
    return True


def wanted_before(line: Line, start: int, verb: int) -> int:
    """«خواستار A شد و گفت: B»: where the clause of the wish before the verb ends, else `start`."""
    match = line.speech.wanted.search(line.text, start, verb)
    if match is None or not wanted(line, start):
        return start
    return match.end()


def wanted_too(line: Line, start: int) -> None:
    """«… را اعلام کرد و خواستار A شد»: of whoever spoke last in the sentence."""
    talk = line.talk
    match = line.speech.wanted.search(line.text, start)
    if match is None or talk.told != line.index or not _AND.search(
        line.text, start, match.start()
    ):
        return
    last = talk.statements[-1]
    if last.end <= line.skeleton.starts[match.start()] and talk.speaker is not None:
        _want(line, talk.speaker, match)


def _want(line: Line, actor: Actor, match: re.Match[str]) -> None:
    group = next(g for g in match.groupdict() if match[g] is not None)
    head = line.as_written(match.start(), match.start(group))
    tail = line.as_written(match.end(group), match.end())
    words = Words(match.start(group), match.end(group), "indirect")
    line.talk.say(line.skeleton, actor, words, f"{head} {tail}")
