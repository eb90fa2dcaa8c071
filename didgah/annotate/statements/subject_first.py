"""Statements of languages that name the speaker before the verb, or behind the words said."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from didgah.annotate.sentences.skeleton import ACTOR, DATE, Actor
from didgah.annotate.statements import clause_turns, words_first
from didgah.annotate.statements.line import Line
from didgah.annotate.statements.naming import subject_end
from didgah.annotate.statements.quotes import Words, words_after, words_far, words_over
from didgah.annotate.statements.speech import Found
from didgah.annotate.statements.subjects import Subject
from didgah.annotate.statements.words_between import words_between

_CHANGE = re.compile(rf"\s*(?:و|،|,|и|and)\s*({ACTOR})")
_COMMA = re.compile("[،,]")
# Endings of a verb whose subject is several; English has none.
_PLURAL = {
    "fa": re.compile(r"ند$"), "ru": re.compile(r"(?:ли|ют|ят)(?: |$)"), "en": re.compile(r"\w$"),
}
_IN_BODY = re.compile(r"[\s\"-]*во? ([^,:;\"]{2,60}?)\s*(?:(?:также|ранее|вчера|сегодня) )?$")
_BESIDE_VERB = re.compile(rf", (?:the )?({ACTOR}) $")
_WHO = re.compile(
    rf"({ACTOR})\"?,? (?:who|который|которая)(?: (?!не )[\w-]+)?(?: {DATE})? (?:,.{{0,60}}, )?$")
# "Asked about A, X replied" is no question of his.
_ASKED_ABOUT = re.compile("asked (?:about|by|if|whether|why|how|what|when|to|for|on|in|at) ")
_RELATIVE = 100  # characters between somebody and the verb of a clause about him
_ASKED = re.compile(r"(?<!\w)از [^:]{2,120}$")


def subject_first(line: Line, verbs: list[Found], start: int) -> None:
    """«X گفت: A و افزود: B»: one subject, then its verbs with their words."""
    text, talk, syntax = line.text, line.talk, line.syntax
    actor: Actor | None = None
    last: Found | None = None
    consumed = start  # where the words of the last statement end
    if lead := words_first.DATELINE.match(text, start):
        start = consumed = lead.end()
    closed = start  # where a quotation that the sentence closes ends
    clause = True  # whether the words of the last statement are a clause or a quotation
    said = len(talk.statements)  # the statements of this sentence begin here
    if syntax.after_verb and words_first.told_at_end(line, verbs):
        return
    for verb in verbs:
        if verb.start < closed or (verb.start <= start and _ASKED_ABOUT.match(text, verb.start)):
            continue
        if verb.start < consumed:
            if other := clause_turns.another_subject(line, verb, said):
                actor = talk.speaker = other
            elif own := clause_turns.clause_of_its_own(line, verb, last, said):
                actor, start = own
                talk.speaker, consumed = actor, start
            elif not clause_turns.continues(line, verb, said, clause):
                continue
        elif who := _relative(line, verb):
            actor = who
        elif last is None:
            subject = _inside_a_body(line, start, verb) or talk.subject(
                line.skeleton, start, verb.start)
            found = subject.how in ("named", "pronoun")
            if syntax.after_verb and (
                ((not found or words_first.speaks_behind(line, subject, verb))
                 and words_first.before_verb(line, verb))
                or (not found and words_first.subject_behind(line, verb))
            ):
                return
            actor = talk.remember(line.skeleton, subject)
            start = max(start, subject_end(talk, line.skeleton, subject))
            if actor:
                _clause(line, actor, start, verb)
        elif last and (own := _BESIDE_VERB.search(text, last.end, verb.start)):
            actor = talk.speaker = talk.speaker_at(line.skeleton, own.start(1))
        elif change := _CHANGE.match(text, last.end, verb.start):
            named = talk.speaker_at(line.skeleton, change.start(1))
            actor = talk.speaker = named or actor
        last = verb
        if "asked" in verb.verb.frames and not _ASKED.search(text, start, verb.start):
            continue
        if actor is None or _taken_away(line, start, verb):
            continue
        after = _words_after(line, verb, verbs)
        words = after or _words_between(line, verb, max(start, consumed))
        if words:
            clause = not after or words_first.opens(line, verb.end)
            words = words if clause else clause_turns.object_alone(line, words)
            talk.say(line.skeleton, actor, words, line.surface(verb))
            for other in _others(line, start, verb):
                talk.say(line.skeleton, other, words, line.surface(verb))
            if not after:
                consumed = max(consumed, verb.end)
        if after:
            # Verbs inside the words belong to them; a closed quotation ends them.
            mark = talk.closing(line.skeleton, after)
            if mark is not None:
                closed = bisect_left(line.skeleton.starts, mark)
            consumed = after.end if mark is None else closed


def _relative(line: Line, verb: Found) -> Actor | None:
    """"the king, who called A …": the subject of the verb is whom the clause hangs on."""
    found = _WHO.search(line.text, max(0, verb.start - _RELATIVE), verb.start)
    return line.talk.speaker_at(line.skeleton, found.start(1)) if found else None


def _taken_away(line: Line, start: int, verb: Found) -> bool:
    """Whether the verb is that of "the two sides" or of nobody, not of the subject at `start`.

    «روابط دو کشور را … دانست» has its one subject still: two take a verb in the plural.
    """
    if line.syntax.impersonal.search(line.text, start, verb.start):
        return True
    several = _PLURAL[line.syntax.language].search(line.text, verb.start, verb.end)
    return bool(several and line.syntax.other_subject.search(line.text, start, verb.start))


def _inside_a_body(line: Line, start: int, verb: Found) -> Subject | None:
    """«В министерстве сообщили, что A»: Russian lets a body speak as a place."""
    text = line.text
    if not line.syntax.nominative or not text[verb.start:verb.end].endswith("ли"):
        return None
    match = _IN_BODY.match(text, start, verb.start)
    body = line.body_at(*match.span(1)) if match else None
    return Subject("named", body, *match.span(1)) if match and body else None


def _others(line: Line, at: int, verb: Found) -> list[Actor]:
    """«X و Y تأکید کردند»: who speaks together with the subject that ends at `at`."""
    if not _PLURAL[line.syntax.language].search(line.text, verb.start, verb.end):
        return []
    found = []
    while again := _CHANGE.match(line.text, at, verb.start):
        actor = line.talk.speaker_at(line.skeleton, again.start(1))
        if actor is None:
            break
        found.append(actor)
        at = again.end()
    return found


def _words_after(line: Line, verb: Found, verbs: list[Found]) -> Words | None:
    def own(words: Words | None) -> Words | None:
        """None for «… خبر داد و گفت: A», where the colon is the next verb's."""
        between = words and any(verb.end < one.start < words.start for one in verbs)
        return None if between else words

    if line.syntax.after_verb and _with_preposition(line, verb):
        return own(words_over(line.skeleton, verb, verb.end, line.syntax))
    found = own(words_after(line.skeleton, verb, verb.end, line.syntax))
    if line.syntax.after_verb:
        if found is None and "quote" in verb.verb.frames and (
            told := line.syntax.addressee.match(line.text, verb.end + 1)
        ):  # "told reporters A"
            bare = replace(verb, verb=replace(
                verb.verb, frames=verb.verb.frames | {"bare"}))
            found = own(words_after(
                line.skeleton, bare, len(line.text[:told.end()].rstrip()), line.syntax, False))
        far = own(words_far(line.skeleton, verb, verb.end, line.syntax))
        if found is None or (far and found.mode == "indirect" and "bare" in verb.verb.frames
                             and line.text[found.start:far.start].count(",") == 0):
            found = far or found or words_over(line.skeleton, verb, verb.end, line.syntax)
    return found


def _with_preposition(line: Line, verb: Found) -> bool:
    """Whether the verb's own preposition follows it: «призвал к A», "warned of A"."""
    return any(
        one and line.text.startswith(f" {one} ", verb.end) for one in verb.verb.over
    ) and not words_first.opens(line, verb.end)


def _words_between(line: Line, verb: Found, start: int) -> Words | None:
    if line.syntax.after_verb or not verb.verb.frames & {"over", "verdict", "deem"}:
        return None
    return words_between(line.skeleton, verb, start, line.syntax)


def _clause(line: Line, actor: Actor, start: int, verb: Found) -> None:
    """«با بیان اینکه A، …»: the first of two quotations."""
    text = line.text
    for match in line.speech.clause.finditer(text, start, verb.start):
        comma = max(text.rfind("،", match.end(), verb.start),
                    text.rfind(",", match.end(), verb.start))
        end = comma if comma > match.end() else verb.start
        words = Words(match.end(), end, "indirect")
        line.talk.say(line.skeleton, actor, words, line.as_written(*match.span("noun")))
    for match in line.speech.stance.finditer(text, start, verb.start):
        comma = _COMMA.search(text, match.end(), verb.start)
        words = Words(match.end(), comma.start() if comma else verb.start, "indirect")
        if len(text[words.start:words.end].split()) > 1:
            line.talk.say(line.skeleton, actor, words, line.as_written(*match.span("noun")))
