"""Statements of languages that name the speaker before the verb, or behind the words said."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from didgah.annotate.line import Line, clause_end
from didgah.annotate.naming import stranger, subject_end
from didgah.annotate.quotes import Words, words_after, words_far, words_over
from didgah.annotate.skeleton import ACTOR, DATE, PLACE, Actor
from didgah.annotate.speech import Found
from didgah.annotate.subjects import Subject, subject_after, unknown
from didgah.annotate.words_between import words_between
from didgah.model import Mention

_JOINED = re.compile(r"(?:[،,]| و|\bи| and|,)\s*(?:(?:همچنین|سپس|نیز|در ادامه|также|also)\s*)?$")
_CHANGE = re.compile(rf"\s*(?:و|،|,|и|and)\s*({ACTOR})")
_WORDS_END = re.compile(r"(?:\"\s*,?|,\s*\"|,|[.!?…]\"|[?!…]\s*-)\s*-*\s*$")
_BROKEN = re.compile(
    r"(?: (?:тогда|также|then|also))?, (?!где|который|которая|when|who|as|передает)\w")
_RESUMED = re.compile(r"[.,]\s*-*\s*\"\s*(?=\S)")
_COMMA = re.compile("[،,]")
# Endings of a verb whose subject is several; English has none.
_PLURAL = {
    "fa": re.compile(r"ند$"), "ru": re.compile(r"(?:ли|ют|ят)(?: |$)"), "en": re.compile(r"\w$"),
}
_IN_BODY = re.compile(r"[\s\"-]*во? ([^,:;\"]{2,60}?)\s*(?:(?:также|ранее|вчера|сегодня) )?$")
_BESIDE = re.compile(rf",\"? (?:(?:the )?{ACTOR}|(?P<other>[\w-]+(?: [\w-]+){{0,3}})) $")
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
_BESIDE_VERB = re.compile(rf", (?:the )?({ACTOR}) $")
_WHO = re.compile(
    rf"({ACTOR})\"?,? (?:who|который|которая)(?: (?!не )[\w-]+)?(?: {DATE})? (?:,.{{0,60}}, )?$")
_RELATIVE = 100  # characters between somebody and the verb of a clause about him
_DATELINE = re.compile(
    rf"\s*({PLACE})(?:, {PLACE})?(?:,? ?(?:{DATE}|\w+ \d+))?\.?"
    r"(?: ?[(/][^()/]{2,30}[)/])?\.? ?-+ ")
# «… پیش می‌روند و پوتین از …»: a finite verb, then somebody who is no object.
_AND_ACTOR = re.compile(
    rf"(?<=[دتم])(?P<and>[،,]? و) (?P<who>{ACTOR})(?! ?(?:را|و)(?!\w)| ?[،,])")
_TENSE = re.compile(r"(?:بودند|بود|است|اند)?$")
_ASKED = re.compile(r"(?<!\w)از [^:]{2,120}$")


def subject_first(line: Line, verbs: list[Found], start: int) -> None:
    """«X گفت: A و افزود: B»: one subject, then its verbs with their words."""
    text, talk, syntax = line.text, line.talk, line.syntax
    actor: Actor | None = None
    last: Found | None = None
    consumed = start  # where the words of the last statement end
    if lead := _DATELINE.match(text, start):
        start = consumed = lead.end()
    closed = start  # where a quotation that the sentence closes ends
    clause = True  # whether the words of the last statement are a clause or a quotation
    said = len(talk.statements)  # the statements of this sentence begin here
    for verb in verbs:
        if verb.start < closed:
            continue
        if verb.start < consumed:
            if other := _another(line, verb, said):
                actor = talk.speaker = other
            elif own := _clause_of_its_own(line, verb, last, said):
                actor, start = own
                talk.speaker, consumed = actor, start
            elif not _continues(line, verb, said, clause):
                continue
        elif who := _relative(line, verb):
            actor = who
        elif last is None:
            subject = _inside_a_body(line, start, verb) or talk.subject(
                line.skeleton, start, verb.start)
            found = subject.how in ("named", "pronoun")
            if syntax.after_verb and (
                ((not found or _told_after(line, subject, verb) or _inverted(line, verb)
                  or _interrupts(line, subject, verb)) and _words_first(line, verb))
                or (not found and _subject_behind(line, verb))
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
            clause = not after or _opens(line, verb.end)
            words = words if clause else _object_alone(line, words)
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


def _dateline(line: Line, start: int) -> int:
    """Where the text behind "KAZAN, May 19 (TASS) —" begins, 0 where there is none of these."""
    found = _DATELINE.match(line.text, start)
    if found is None:
        return 0
    unit = line.skeleton.units[found.group(1)]
    city = isinstance(unit, Mention) and unit.entity not in line.talk.background.broad
    return found.end() if city or unit.surface.isupper() else 0  # type: ignore[attr-defined]


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
    if match is None or not line.syntax.body.search(text, match.start(1), match.end(1)):
        return None
    at, until = line.skeleton.span(*match.span(1))
    known = next((m for m in line.talk.reading.mentions
                  if m.kind == "organisation" and m.start < until and at < m.end), None)
    surface = line.as_written(*match.span(1))
    actor = Actor(known.entity if known else "", "organisation", surface, at, until)
    return Subject("named", actor, *match.span(1))


def _told_after(line: Line, subject: Subject, verb: Found) -> bool:
    """"Putin will come on Friday, Peskov told reporters.": who speaks is not whom it is about."""
    beside = _BESIDE.search(line.text, subject.end, verb.start)
    if beside is None:
        return False
    who = beside.end() - len(beside[0].lstrip(',"\u0020'))
    if beside["other"] and not (
        line.syntax.pronoun.fullmatch(beside["other"])
        or line.syntax.bare_office.match(line.text, who)
    ):
        return False
    return not _opens(line, verb.end) and (
        line.text.find(",", verb.end) < 0 or line.text[verb.end:verb.end + 1] == ","
    )


def _interrupts(line: Line, subject: Subject, verb: Found) -> bool:
    """A verb in the midst of its words: "The talks, Lavrov said, were over"."""
    before = line.text[:subject.start].rstrip()
    return line.syntax.language == "en" and before.endswith(",") and '"' not in before and (
        line.text.startswith(", ", verb.end)
    )


def _inverted(line: Line, verb: Found) -> bool:
    """«Работа продолжится, сказал министр»: behind a comma, with its subject behind it."""
    text, syntax = line.text, line.syntax
    if not syntax.nominative or not text[:verb.start].rstrip().endswith((",", '"', "-")):
        return False
    at = verb.end + 1
    if addressee := syntax.addressee.match(text, at):
        at = addressee.end()
    if syntax.pronoun.match(text, at) or syntax.bare_office.match(text, at):
        return True
    unit = line.skeleton.units.get(text[at:at + 1])
    return isinstance(unit, Actor) and line.talk.background.nominative(unit)


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
    ) and not _opens(line, verb.end)


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


def _continues(line: Line, verb: Found, said: int, clause: bool) -> bool:
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


def _another(line: Line, verb: Found, said: int) -> Actor | None:
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


def _clause_of_its_own(
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


def _object_alone(line: Line, words: Words) -> Words:
    """"condemned A as he met …", «осудил A и выразил …»: what is said ends with the object."""
    behind = _NEXT_CLAUSE.get(line.syntax.language)
    found = behind.search(line.text, words.start + 1, words.end) if behind else None
    return replace(words, end=found.start()) if found else words


def _words_first(line: Line, verb: Found) -> bool:
    """«A», — заявил Путин; "A," Putin said: the words stand before verb and speaker."""
    text, talk, syntax = line.text, line.talk, line.syntax
    if "quote" not in verb.verb.frames or _opens(line, verb.end):
        return False
    quoted = '"' in text[:verb.start] or "-" in text[:verb.start]
    if not quoted and words_far(line.skeleton, verb, verb.end, syntax):
        return False
    before = re.search(
        rf"(?:(?<!\w)the )?({ACTOR}|(?<!\w){syntax.pronoun.pattern})[\s,]*$", text[:verb.start])
    end = before.start() if before else verb.start
    named = None
    if not before and (quote := text.rfind('"', 0, verb.start)) > 0:
        # "A," Surname said.
        named = unknown(line.skeleton, quote + 1, verb.start, syntax).phrase
        if named and text[named.until:verb.start].strip():
            named = None
        end = named.start if named else end
    if not _WORDS_END.search(text[:end]):
        return False
    until = verb.end
    if before:
        actor, _ = line.named_at(before.start(1))
    elif named:
        actor = stranger(talk, line.skeleton, named)
    else:
        at = verb.end + 1
        if addressee := syntax.addressee.match(text, at):
            at = addressee.end()
        actor, until = line.named_at(at)
        if actor is None:
            actor = _behind(line, verb)
            until = max(until, verb.end)
    if actor is None:
        talk.speaker = None
        return True
    direct = '"' in text[:end] or "-" in text[max(0, end - 3):end]
    lead = _dateline(line, 0)
    first = lead if lead < end else 0
    # "The talks, he said, would go on": the clause that is broken up is told as one.
    broken = not direct and _BROKEN.match(text, until) and not line.found[1:]
    talk.say(line.skeleton, actor, Words(
        first, len(text) if broken else end, "direct" if direct else "indirect"
    ), line.surface(verb))
    talk.speaker = actor
    talk.unclosed = line.index if text[:end].count('"') == 1 and text[:1] == '"' else None
    stop = clause_end(text, until)
    if direct and (resumed := _RESUMED.search(text, until, stop + 4)):
        talk.say(line.skeleton, actor, Words(resumed.end(), len(text), "direct", True),
                 line.surface(verb))
    return True


def _subject_behind(line: Line, verb: Found) -> bool:
    """«В Москве заявил министр, что A», "Said the minister: A"."""
    text = line.text
    if "quote" not in verb.verb.frames or text[verb.end:verb.end + 1] != " ":
        return False
    found = subject_after(
        line.skeleton, verb.end, min(clause_end(text, verb.end), verb.end + 40), line.syntax,
        line.talk.background,
    )
    between = text[verb.end:found.start].strip()
    if found.actor is None or (between and not line.syntax.office_head.match(between)):
        return False
    actor = line.talk.remember(line.skeleton, found)
    words = words_after(line.skeleton, verb, found.end, line.syntax) or words_far(
        line.skeleton, verb, found.end, line.syntax)
    if actor is None or words is None:
        return actor is not None and verb is line.found[-1]  # «Об этом сообщил министр.»
    return line.talk.say(line.skeleton, actor, words, line.surface(verb))


def _opens(line: Line, at: int) -> bool:
    """Whether the words said follow at `at`: after "that", a colon or a quotation mark."""
    found = re.compile(
        rf"[\s,]*{line.syntax.that}(?!\w)|[^:\",.]{{0,60}}:\s|\s+\""
    ).match(line.text, at)
    return found is not None


def _behind(line: Line, verb: Found) -> Actor | None:
    found = subject_after(
        line.skeleton, verb.end, clause_end(line.text, verb.end), line.syntax,
        line.talk.background,
    )
    return line.talk.voice(found.actor) if found.actor else None
