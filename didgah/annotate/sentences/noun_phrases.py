"""Where a noun phrase that speaks begins and ends, when the registry knows nobody in it.

«عباس محمدی، مدیر انجمن، در نشست گفت»: the phrase ends before a preposition, an adverb or the
verb; a second phrase between commas that is an office belongs to it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from didgah.annotate.sentences.skeleton import Skeleton
from didgah.annotate.sentences.syntax import Syntax

_LONGEST = 14  # words
_LEAD = re.compile(r"[\s\"*•،,-]*")
_QUOTED = re.compile(r"\"([^\"\n]{2,60})\"")
_TITLED = re.compile(r"(\w+) \"([^\"\n\W\d][^\"\n]{2,40})\"")
_COMMA = re.compile(r"\s*[،,]\s*(?=\w)")
_OBJECT = re.compile(r"\s*را(?!\w)")


@dataclass(frozen=True, slots=True)
class Phrase:
    """`[start, end)` is the name or office, up to `until` what is said beside it of him.

    `run_on` is True when the phrase may run on into an object («کریمی کار را مهم دانست»).
    """

    start: int
    end: int
    until: int
    run_on: bool = False


def phrase_at(skeleton: Skeleton, at: int, limit: int, syntax: Syntax) -> Phrase | None:
    """The noun phrase that begins at `at` and ends before `limit`, None when there is none."""
    text = skeleton.text
    lead = _LEAD.match(text, at, limit)
    at = lead.end() if lead else at
    if at and text[at - 1] == '"' and (quoted := _QUOTED.match(text, at - 1, limit)):
        return Phrase(at, quoted.end(1), quoted.end(1))
    titled = _TITLED.match(text, at, limit)  # «سناتور "…" گفت»
    if titled and (syntax.calling.fullmatch(text, *titled.span(1))
                   or syntax.title.fullmatch(titled[1] + " ")):
        return Phrase(titled.start(2), titled.end(2), titled.end(2))
    stop = syntax.phrase_end.search(text, at, limit)
    end = _trimmed(text, at, stop.start() if stop else limit)
    if end <= at or len(text[at:end].split()) > _LONGEST:
        return None
    until = end
    if stop and (comma := _COMMA.match(text, end, limit)) and syntax.calling.match(
        text, comma.end(), limit
    ):
        beside = syntax.phrase_end.search(text, comma.end(), limit)
        until = _trimmed(text, comma.end(), beside.start() if beside else limit)
    return Phrase(at, end, until, bool(stop and _OBJECT.match(text, stop.start())))


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in " \"،,-":
        end -= 1
    return end
