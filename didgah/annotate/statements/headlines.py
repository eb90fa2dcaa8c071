"""Statements without a verb of their own: «پوتین: …», «به گفته X، …», "according to X, …"."""

from __future__ import annotations

import re

from didgah.annotate.sentences.skeleton import ACTOR, PLACE, Actor
from didgah.annotate.statements.line import Line
from didgah.annotate.statements.quotes import Words, words_after, words_far
from didgah.annotate.statements.speech import Found, Verb

# «پیام پوتین به نشست کازان: …»: in a title the words of a message stand for its sender.
_OF = (r"(?:پیام|سخنان|بیانیه|نامه|هشدار|واکنش|پاسخ|تاکید|انتقاد|توییت|اظهارات|روایت|رساله|کلمه"
       r"|بیان|послание|обращение) ")
_HEADLINE = re.compile(
    rf"[\s\"]*(?P<of>{_OF})?(?P<who>{ACTOR}|{PLACE})(?P<rest>[^:\"؟?!]{{0,50}}):\s*(?=\S)")
_NAMED = re.compile(r"[\s\"*•-]*(?P<who>[^:؟?!.؛…/]{2,70}?)\s*:\s*(?=\S)")
_TURN = 4  # words of a turn in a transcript that are worth keeping
_NAME = 7  # words before the colon of a headline that may be a name or an office
# «به نقل از» an outlet is attribution, «از نظر فنی» is no opinion; of a person they report words.
_OF_PERSONS = re.compile("نقل|نظر|دید|نگاه")
_WRITTEN = Verb(frozenset({"quote"}))
_SO = re.compile(r"[\s،,]*فان(?:ه|ها|هم)?\s+")
# «به گفته X که در نشست سخن می‌گفت، A», "according to X, who …, A".
_WHO = re.compile(r"\s*[،,]?\s*(?:که|who|whose|котор\w+|الذی|التی) [^،,.:\"]{2,100}[،,]\s*")
_MARKED = re.compile(r"[\s،,]*[:\"]")
_QUOTES = re.compile(r"[\s،,:]*\"")
_IN_BODY = re.compile(r"во? ([^,:;\".]{2,60}),")
_SHORT = 12  # characters too few to be what somebody said


def headline(line: Line) -> bool:
    """«پوتین: …» in the title, as the head of a line, or as a turn in a transcript."""
    match = _HEADLINE.match(line.text)
    if not match:
        return _headline_of_stranger(line)
    talk = line.talk
    in_title = talk.reading.is_title(line.index)
    rest = match["rest"].strip(' "')
    if ((rest or match["of"]) and not in_title) or line.speech.pattern.search(match["rest"]):
        return False
    if not in_title and len(line.text[match.end():].split()) < _TURN:
        return True  # "Thank you."
    actor = talk.speaker_at(line.skeleton, match.start("who"), city=in_title)
    if actor is None:
        if not in_title:
            talk.speaker = None
        return in_title
    talk.say(line.skeleton, actor, Words(match.end(), len(line.text), "direct"), "")
    talk.speaker = actor
    return True


def _headline_of_stranger(line: Line) -> bool:
    """A title that begins with a name or office the registry does not have.

    It is kept for later: whether «کریمی» is somebody's name shows in the body alone.
    """
    talk = line.talk
    if not talk.reading.is_title(line.index):
        return False
    match = _NAMED.match(line.text)
    if not match or any(verb.start < match.end() for verb in line.found):
        return False
    if len(match["who"].split()) > _NAME or line.syntax.preposition.match(match["who"]):
        return False
    start, end = line.skeleton.span(*match.span("who"))
    surface = talk.reading.text[start:end].strip(' "«»')
    actor = Actor("", "person", surface, start, end)
    if talk.say(line.skeleton, actor, Words(match.end(), len(line.text), "direct"), ""):
        talk.unproved = len(talk.statements) - 1
    return True


def according(line: Line) -> bool:
    """«به گفته X، A», "according to X, A", «A, по словам X»."""
    text, talk = line.text, line.talk
    his = line.speech.his.search(text)
    if his and line.syntax.verb_first and any(one.start < his.start() for one in line.found):
        his = None  # «قال إن A على حد قوله»
    if talk.speaker is not None and his:
        words = Words(_then(text, his.end()), len(text), "indirect")
        if text[:his.start()].rstrip(" ,-").endswith('"'):
            words = Words(0, his.start(), "direct")  # «A», — цитирует его газета
        elif line.syntax.after_verb and text[:his.start()].endswith(", ") and (
            text.startswith(",", len(text[:his.end()].rstrip()))
        ):
            words = Words(0, len(text), "indirect")
        elif not text[his.end():].strip(' ".،,'):
            words = Words(0, his.start(), "indirect")
        return talk.say(line.skeleton, talk.speaker, words, line.as_written(*his.span()))
    for match in line.speech.according.finditer(text):
        at = match.end()
        while at < len(text) and text[at] in ' "':
            at += 1
        if addressee := line.syntax.addressee.match(text, at):
            at = addressee.end()
        if any(verb.start < match.start() for verb in line.found):
            return False  # inside the words of somebody else
        if _OF_PERSONS.search(match[0]) and not (
            line.syntax.calling.match(text, at) or _is_person(line, at)
            or line.syntax.pronoun.match(text, at)
        ):
            continue
        if line.syntax.verb_first and not (
            line.syntax.calling.match(text, at) or line.syntax.body.match(text, at)
            or text[at:at + 1] in line.skeleton.units
        ):
            continue  # «وفقا للشريعة»
        actor, end = _inside_a_body(line, at) or line.named_at(at)
        if actor is None or actor.kind == "outlet":
            continue
        if told := _WHO.match(text, end):
            end = told.end()
        words = Words(_then(text, end), len(text), "indirect")
        before = text[:match.start()].rstrip()
        broken = before.endswith(",") and '"' not in before and text[end:end + 1] == ","
        if line.syntax.after_verb and broken:
            words = Words(0, len(text), "indirect")  # "The talks, according to X, went well"
        elif not text[end:].strip(' "،,.:)') or (
            before.endswith((",", "،", '"', "-"))
            and len(before) > max(_SHORT, len(text) - end)
        ):
            words = Words(0, match.start(), "indirect")
        talk.say(line.skeleton, actor, words, line.as_written(*match.span()))
        talk.speaker = actor
        return True
    return False


def _inside_a_body(line: Line, at: int) -> tuple[Actor, int] | None:
    """«Как сообщили в министерстве, A»: Russian lets a body speak as a place."""
    found = _IN_BODY.match(line.text, at) if line.syntax.nominative else None
    if found is None:
        return None
    body = line.body_at(*found.span(1))
    return (body, found.end(1)) if body else None


def _then(text: str, at: int) -> int:
    """Behind «فإن», which ties the words to whose they are."""
    found = _SO.match(text, at)
    return found.end() if found else at


def written(line: Line) -> bool:
    """«در پیام X آمده است: A», «Работа …, говорится в послании X»: the sender's words."""
    match = line.syntax.written.search(line.text)
    if match is None:
        return False
    talk, text = line.talk, line.text
    at = next(match.start(name) for name, who in match.groupdict().items() if who)
    actor = talk.speaker_at(line.skeleton, at)
    if actor is None:
        return False
    verb = Found(match.start(), match.end(), _WRITTEN)
    words = words_after(line.skeleton, verb, match.end(), line.syntax) or words_far(
        line.skeleton, verb, match.end(), line.syntax)
    before = text[:match.start()].rstrip(' -,،')
    if words is None and len(before) > _SHORT:
        words = Words(0, match.start(), "indirect")
    talk.speaker = actor
    verb_at = match.start() if match.end() == at + 1 else at + 1
    said = " ".join(line.as_written(verb_at, match.end()).split()[-2:])
    return words is not None and talk.say(line.skeleton, actor, words, said)


def relayed(line: Line) -> bool:
    """«نقلت الوكالة عن X قوله إن A», "the agency quoted X as saying A"."""
    match = line.syntax.relayed.search(line.text)
    if match is None:
        return False
    actor, end = line.named_at(match.start("who"))
    if actor is None or actor.kind == "outlet" or end > match.end():
        return False
    if not (actor.kind == "person" or actor.entity):
        return False
    words = Words(match.end(), len(line.text), "direct" if _MARKED.match(
        line.text, match.end()) else "indirect", bool(_QUOTES.match(line.text, match.end())))
    line.talk.speaker = actor
    return line.talk.say(line.skeleton, actor, words, line.as_written(*match.span("verb")))


def _is_person(line: Line, at: int) -> bool:
    unit = line.skeleton.units.get(line.text[at]) if at < len(line.text) else None
    return isinstance(unit, Actor) and (unit.kind == "person" or unit.office != "")
