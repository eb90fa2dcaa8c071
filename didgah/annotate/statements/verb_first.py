"""Statements of Arabic, where the verb comes first: «قال لافروف إن A، مؤكدا أن B، وأضاف أن C»."""

from __future__ import annotations

import re
from dataclasses import replace

from didgah.annotate.sentences.skeleton import Actor
from didgah.annotate.statements.line import Line
from didgah.annotate.statements.quotes import (
    Words,
    trimmed,
    words_after,
    words_far,
    words_object,
    words_over,
    words_that,
)
from didgah.annotate.statements.speech import Found
from didgah.annotate.statements.subjects import NONE
from didgah.annotate.statements.verb_first_subjects import past_asides, subject_around

_PRESENT = ("ی", "ت")
_QUOTED = re.compile(r"[\s-]*\"([^\"]{8,})\"[\s،,.]*(?:\w+ ){0,3}$")
_WHILE = re.compile(r"(?:فیما|کما|بینما|حیث|اذ)$")
# «، بحسب ما نقلت عنه وكالة»: whence the outlet has it.
_SOURCE = re.compile(r"[،,]\s*(?:و?بحسب|وفقا ل|وفق|حسب|نقلا عن|کما نقلت|طبقا ل)[^،,]*$")
# What the article tells of behind the words: «، وذلك خلال لقاء …», «وقدم تعازيه».
_APART = re.compile(
    r"[،,]? (?:(?:و?جاء|و)ذلک(?= (?:خلال|فی|علی|عقب|بعد|اثر|اثناء|قبل|لدی|ردا))"
    r"|علی حد (?:قول|تعبیر|وصف)(?:ه|ها|هم)(?!\w)|(?:و?جاء ذلک)(?= (?:خلال|فی|علی|عقب))"
    r"|و(?:قدم|التقی|استقبل|زار|اجتمع|بحث|ناقش|حضر|وقع|سلم|استعرض|تبادل|هنا|عزی)ت?(?= (?!ان)))"
)
_NOTHING = re.compile(r"(?:ذلک|هذا|هذه|تلک)(?!\w)(?! ال)")
_COMMA = re.compile(r"\s*[،,]\s*")
# «داعيا الدول الأعضاء إلى الحضور»
_WHOM = re.compile(
    r"\s+(?!الخطی)(?P<whom>(?:[^\s.:؛،,()–-]+ ){1,8}?)(?:الی(?!\w)|علی(?!\w)|ب\w{3})")
# «رد المتحدث على السؤال قائلا»: the verb before tells whose it is.
_SAYING = re.compile("قایل|بالقول")
_CLAUSE_HEAD = re.compile(r"(?:^|[،,.؛] ?)(?P<head>[وف]?\w+)(?= [^،,.؛:\"]{1,100}$)")


def verb_first(line: Line, verbs: list[Found]) -> None:
    """Every verb and participle with its words, which end where the next one begins."""
    talk = line.talk
    actor: Actor | None = None
    said: int | None = None  # the statement whose words run now
    closed = 0
    for verb in verbs:
        running = said is not None
        if verb.start < closed or (running and not _fresh(line, verb)):
            continue
        if "narrow" in verb.verb.frames and not (_fresh(line, verb) or _opens(line, verb)):
            continue  # «عبر» is "through" as well
        if "also" in verb.verb.frames:
            subject, who = NONE, actor or _sayer(line, verb) or talk.speaker
            if who is None:
                continue
        else:
            subject = subject_around(line, verb, running)
            known = talk.speaker
            who = talk.remember(line.skeleton, subject)
        words = _words(line, verb, max(verb.end, subject.end))
        if words and (source := _SOURCE.search(line.text, words.start, words.end)):
            words = replace(words, end=source.start())
        if words and (apart := _APART.search(line.text, words.start, words.end)):
            words = replace(words, end=apart.start())
        if words and not words.quoted and _NOTHING.match(line.text, words.start):
            words = None  # «وعبر عن ذلك»
        if words is None and who is not None and not running:
            words = _words_ahead(line, verb)
        if words is None:
            if running:
                talk.speaker = known if "also" not in verb.verb.frames else talk.speaker
            continue
        if running:
            _cut(line, said, verb)
            said = None
        actor = who
        if who is None or not talk.say(line.skeleton, who, words, line.surface(verb)):
            continue
        said = len(talk.statements) - 1
        end = talk.closing(line.skeleton, words)
        if end is not None:
            closed = next((i for i, at in enumerate(line.skeleton.starts) if at >= end),
                          len(line.text))
            said = None
        else:
            closed = words.start


def _sayer(line: Line, verb: Found) -> Actor | None:
    """Whose «قائلا» is: the subject of the verb that its clause begins with."""
    if not _SAYING.match(line.text, verb.start):
        return None
    start = 0
    while opening := line.syntax.opening.match(line.text, start, verb.start):
        start = opening.end()
    head = _CLAUSE_HEAD.search(line.text[:verb.start].rstrip(), start)
    if head is None:
        return None
    subject = subject_around(line, Found(*head.span("head"), verb.verb), False)
    named = subject.how in ("named", "unknown") and subject.end <= verb.start
    return line.talk.remember(line.skeleton, subject) if named else None


def _words(line: Line, verb: Found, after: int) -> Words | None:
    after = past_asides(line, after)
    pause = _COMMA.match(line.text, after)
    if pause and "object" in verb.verb.frames and line.syntax.object_head.match(
        line.text, pause.end()
    ):
        after = pause.end() - 1  # «أكد لافروف، دعم بلاده …»
    if "whom" in verb.verb.frames and (whom := _WHOM.match(line.text, after)):
        return trimmed(line.text, Words(whom.start("whom"), len(line.text), "indirect"))
    if "narrow" in verb.verb.frames:
        found = words_over(line.skeleton, verb, after, line.syntax) or words_that(
            line.skeleton, after, line.syntax)
        # «وبين السفير في حوار … أن»: behind a subject the word is no preposition.
        if found or after <= verb.end or not _opens(line, verb):
            return found
        quoting = replace(verb, verb=replace(verb.verb, frames=verb.verb.frames | {"quote"}))
        return words_far(line.skeleton, quoting, after, line.syntax)
    found = (
        words_after(line.skeleton, verb, after, line.syntax, comma=False)
        or words_over(line.skeleton, verb, after, line.syntax)
    )
    if found:
        return found
    far = words_far(line.skeleton, verb, after, line.syntax)
    bare = words_object(line.skeleton, verb, after, line.syntax)
    if far and not line.speech.pattern.search(line.text, after, far.start) and not (
        bare and line.syntax.object_head.match(line.text, bare.start)
    ):
        return far
    return bare


def _words_ahead(line: Line, verb: Found) -> Words | None:
    """«A»، قال لافروف: a quotation that the sentence begins with."""
    found = _QUOTED.match(line.text, 0, verb.start)
    return Words(found.start(1), found.end(1), "direct") if found else None


def _fresh(line: Line, verb: Found) -> bool:
    """Whether the verb stands beside the words that run and not inside them."""
    before = line.text[:verb.start]
    joined = before.endswith((" و", " ف", "،و", ".و", ",و")) or before in ("و", "ف")
    if joined:
        before = before[:-1]
    before = _WHILE.sub("", before.rstrip(' "')).rstrip()
    if before.endswith(("،", ",", ".", "؛")):
        return True
    if "also" in verb.verb.frames and "narrow" not in verb.verb.frames:
        return True
    # «… المستقل وأكد أن …»: joined by «و» alone, a past verb goes on.
    return joined and not line.text[verb.start:verb.end].startswith(_PRESENT)


def _opens(line: Line, verb: Found) -> bool:
    """Whether nothing but «من جانبه» stands between the verb and the head of its clause."""
    text, at = line.text[:verb.start], 0
    while opening := line.syntax.opening.match(text, at):
        at = opening.end()
    return at >= len(text)


def _cut(line: Line, said: int, verb: Found) -> None:
    """End the running statement before `verb`."""
    text = line.text[:verb.start]
    if text.endswith(("و", "ف")):
        text = text[:-1]
    at = len(_WHILE.sub("", text.rstrip(' ".،,؛')).rstrip(' ".،,؛'))
    previous = line.talk.statements[said]
    end = line.skeleton.ends[at - 1] if at else previous.end
    if previous.start < end < previous.end:
        line.talk.statements[said] = replace(previous, end=end)
