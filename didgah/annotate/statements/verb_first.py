"""Statements of Arabic, where the verb comes first: «قال لافروف إن A، مؤكدا أن B، وأضاف أن C»."""

from __future__ import annotations

import re
from dataclasses import replace

from didgah.annotate.sentences.noun_phrases import Phrase, phrase_at
from didgah.annotate.sentences.skeleton import ACTOR, DATE, PLACE, Actor
from didgah.annotate.statements.cast import can_speak
from didgah.annotate.statements.line import Line
from didgah.annotate.statements.naming import met_before
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
from didgah.annotate.statements.subjects import NONE, UNKNOWN, Subject, subject_after

_NEAR = 90  # characters behind a verb in which its subject stands
_HEAD = 8  # words of a headline before its verb
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
_WHOM = re.compile(r"\s+(?!الخطی)(?P<whom>(?:[^\s.:؛،,()–-]+ ){1,8}?)(?:الی(?!\w)|علی(?!\w)|ب\w{3})")
# «رد المتحدث على السؤال قائلا»: the verb before tells whose it is.
_SAYING = re.compile("قایل|بالقول")
_CLAUSE_HEAD = re.compile(r"(?:^|[،,.؛] ?)(?P<head>[وف]?\w+)(?= [^،,.؛:\"]{1,100}$)")
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
            subject = _subject_of(line, verb, running)
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
    subject = _subject_of(line, Found(*head.span("head"), verb.verb), False)
    named = subject.how in ("named", "unknown") and subject.end <= verb.start
    return line.talk.remember(line.skeleton, subject) if named else None


def _words(line: Line, verb: Found, after: int) -> Words | None:
    after = _past_asides(line, after)
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


def _past_asides(line: Line, at: int) -> int:
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


def _subject_of(line: Line, verb: Found, running: bool) -> Subject:
    """The subject around an Arabic verb: behind it, or just before it in a headline."""
    text, talk, syntax = line.text, line.talk, line.syntax
    that = re.compile(rf"(?<!\w){syntax.that}(?!\w)|[:\"]").search(text, verb.end)
    limit = that.start() if that else min(len(text), verb.end + _NEAR)
    if not running and (ahead := _subject_ahead(line, verb)):
        return ahead
    start = _past_asides(line, verb.end)
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
    if line.syntax.calling.match(text, phrase.start):
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
