"""The subject around an Arabic verb: behind it, or just before it in a headline."""

from __future__ import annotations

import re
from dataclasses import replace

from didgah.annotate.sentences.noun_phrases import Phrase, phrase_at
from didgah.annotate.sentences.skeleton import ACTOR, DATE, PLACE
from didgah.annotate.statements.cast import can_speak
from didgah.annotate.statements.line import Line
from didgah.annotate.statements.naming import met_before
from didgah.annotate.statements.quotes import words_over
from didgah.annotate.statements.speech import Found
from didgah.annotate.statements.subjects import NONE, UNKNOWN, Subject, subject_after

_NEAR = 90  # characters behind a verb in which its subject stands
_HEAD = 8  # words of a headline before its verb
_PRESENT = ("ی", "ت")
_WORD = re.compile(r"\w+")
_WITH = re.compile(r"ب(?!ن$|نت$|یان$|لاد)\w{3,}$")
_SPACES = re.compile(r"[\s،,]*")
# «، خلال لقائه نظيره،», «، الذي يرأس المجموعة،» between a subject and its words
_TOLD_BETWEEN = re.compile(
    r"\s*[،,] (?:خلال|فی|علی هامش|عقب|بعد|قبل|اثناء|لدی|الذی|التی) [^،,:\"]{3,120}[،,](?= )")
_DAY = re.compile(DATE)
# «خامنئي الذي رأى أن», «أما بوتين فشدد على»: the subject stands before its verb.
_WHO = re.compile(rf"({ACTOR})[،,]? (?:(?:الذی|التی)(?: (?!لم|لا)\w+)?|ف)\s*$")
_PLACE_AHEAD = re.compile(rf"[\s\"]*({PLACE})\s*$")
_BUT = re.compile(rf"(?<!\w)و?اما ({ACTOR})[^:.؛\"]{{0,60}}ف$")


def subject_around(line: Line, verb: Found, running: bool) -> Subject:
    """The subject around an Arabic verb: behind it, or just before it in a headline."""
    text, talk, syntax = line.text, line.talk, line.syntax
    that = re.compile(rf"(?<!\w){syntax.that}(?!\w)|[:\"]").search(text, verb.end)
    limit = that.start() if that else min(len(text), verb.end + _NEAR)
    if not running and (ahead := _subject_ahead(line, verb)):
        return ahead
    start = past_asides(line, verb.end)
    between = text[start:limit].lstrip()
    if start > verb.end and syntax.preposition.match(text[verb.end:start].lstrip()) and not (
        syntax.calling.match(between) or between[:1] in line.skeleton.units
    ):
        return NONE  # «قال في مؤتمر صحفي عقده مع …»
    if not between or between[0] in "،,.:" or syntax.preposition.match(between):
        return NONE
    if words_over(line.skeleton, replace(verb, verb=replace(
            verb.verb, frames=verb.verb.frames - {"object"})), verb.end, syntax):
        return NONE  # «ونوه بدور …»
    if head := _object_head(line, verb, start, limit):
        limit = head
    phrase = phrase_at(line.skeleton, start, limit, syntax)
    found = subject_after(line.skeleton, start, limit, syntax, talk.background)
    if found.actor and (phrase is None or found.start <= phrase.until + 1) and not (
        syntax.object_head.search(text, verb.end, found.start)
    ):
        if phrase and not can_speak(found.actor) and (
            found.start == phrase.start and phrase.end > found.end
        ):
            return replace(found, phrase=phrase, end=phrase.until)
        return found
    if phrase is None:
        return NONE
    if "whom" in verb.verb.frames and not (
        syntax.calling.match(text, phrase.start) or syntax.body.match(text, phrase.start)
        or met_before(talk, line.skeleton, phrase)
    ):
        return NONE  # «ودعا الدول الأعضاء إلى …»
    phrase = _without_object(line, phrase)
    if phrase is None or syntax.no_speaker.match(text, phrase.start):
        return NONE
    if any(c in line.skeleton.units for c in text[phrase.start:phrase.end]) and (
        country := talk.speaker_at(line.skeleton, phrase.start, city=True)
    ) and len(text[phrase.start:phrase.end].split()) == 1:
        return Subject("named", country, phrase.start, phrase.end)
    named = that is not None or syntax.calling.match(text, phrase.start) is not None or (
        syntax.body.match(text, phrase.start) is not None
        or met_before(talk, line.skeleton, phrase) is not None
        or syntax.object_head.match(text, _next_word(text, phrase.until)) is not None
        or any(re.match(rf"\s*{re.escape(p)}", text[phrase.until:]) for p in verb.verb.over if p)
    )
    return Subject("unknown", None, phrase.start, phrase.until, phrase) if named else UNKNOWN


def past_asides(line: Line, at: int) -> int:
    """Behind «حينها», «في تلك الزيارة», a day: what is said does not begin with them."""
    text, until = line.text, at
    while at < len(text):
        if told := _TOLD_BETWEEN.match(text, at):
            at = until = told.end()
        at = _SPACES.match(text, at).end()  # type: ignore[union-attr]
        found = line.syntax.circumstance.match(text, at) or _DAY.match(text, at)
        if found is None:
            return until
        at = until = found.end()
    return until


def _next_word(text: str, at: int) -> int:
    found = _WORD.search(text, at)
    return found.start() if found else len(text)


def _object_head(line: Line, verb: Found, start: int, limit: int) -> int | None:
    """Where the object begins behind a subject: «شتاينماير | تفهمه قلق الرياض»."""
    words = list(_WORD.finditer(line.text, start, limit))[:_HEAD]
    for at, word in enumerate(words):
        if line.syntax.object_head.match(line.text, word.start()):
            return word.start()
        if at and "ب" in verb.verb.over and _WITH.match(word.group()):
            return word.start()  # «وأشاد الأمين العام بدور …»
    return None


def _without_object(line: Line, phrase: Phrase) -> Phrase | None:
    """The phrase up to the end of a name known already, when more follows."""
    text = line.text
    if line.syntax.calling.match(text, phrase.start) or (
        line.syntax.body.match(text, phrase.start)
    ):
        return phrase  # «وزير الخارجية الألماني» is not «وزير الخارجية»
    length = line.talk.cast.prefix(text[phrase.start:phrase.end])
    if 0 < length < phrase.end - phrase.start and phrase.until == phrase.end:
        end = phrase.start + length
        return Phrase(phrase.start, end, end)
    return phrase


def _subject_ahead(line: Line, verb: Found) -> Subject | None:
    """«الجبير يؤكد …», «وزير الخارجية يؤكد …»: the subject of a headline comes first."""
    text, talk = line.text, line.talk
    head = (_BUT.search(text, 0, verb.start) or _WHO.search(text, 0, verb.start)
            or re.search(rf"({ACTOR})\s*$", text[:verb.start]))
    actor = talk.speaker_at(line.skeleton, head.start(1)) if head else None
    if head and actor:
        return Subject("named", actor, head.start(1), head.start(1))
    if not talk.reading.is_title(line.index) or not text.startswith(_PRESENT, verb.start):
        return None
    place = _PLACE_AHEAD.match(text, 0, verb.start)
    if place and (actor := talk.speaker_at(line.skeleton, place.start(1), city=True)):
        return Subject("named", actor, place.start(1), place.start(1))
    if len(text[:verb.start].split()) > _HEAD:
        return None
    phrase = phrase_at(line.skeleton, text.rfind("/", 0, verb.start) + 1, verb.start, line.syntax)
    if phrase is None or text[phrase.until:verb.start].strip():
        return None
    return Subject("unknown", None, phrase.start, phrase.start, phrase)
