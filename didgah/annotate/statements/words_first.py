"""Words that stand before their verb: "A", said X; «A», — заявил X; A, X told reporters."""

from __future__ import annotations

import re

from didgah.annotate.sentences.skeleton import ACTOR, DATE, PLACE, Actor
from didgah.annotate.statements.line import Line, clause_end
from didgah.annotate.statements.naming import stranger
from didgah.annotate.statements.quotes import Words, words_after, words_far
from didgah.annotate.statements.speech import Found
from didgah.annotate.statements.subjects import Subject, subject_after, unknown
from didgah.model import Mention

_WORDS_END = re.compile(r"(?:\"\s*,?|,\s*\"|,|[.!?…]\"|[?!…]\s*-)\s*-*\s*$")
_BROKEN = re.compile(
    r"(?: (?:тогда|также|then|also))?, (?!где|который|которая|when|who|as|передает)\w")
_RESUMED = re.compile(r"[.,]\s*-*\s*\"\s*(?=\S)")
_SAID = 4  # words that are said at least
_AT_END = re.compile(r", (?P<who>(?!and |but |which |who |when |while |as )[^,:;\".]{1,80}) $")
_ADDING = re.compile(r"(?:, |,? (?:and|и) (?:also |then |также |затем )?)$")
_NAME_ALONE = re.compile(rf"(?:the )?{ACTOR}")
_THEN_NOTHING = re.compile(
    r"(?:(?: \w+){0,2} (?:reporters|journalists|media|tv|television|lawmakers|parliament|agency))?"
    r"(?: (?:on|in|at|during|after|by|late|earlier|today|yesterday|following|[\ue000-\uefff])"
    r"[^,:\"]{0,80})?[\s.]*$"
)
_BESIDE = re.compile(rf",\"? (?:(?:the )?{ACTOR}|(?P<other>[\w-]+(?: [\w-]+){{0,3}})) $")
DATELINE = re.compile(
    rf"\s*({PLACE})(?:, {PLACE})?(?:,? ?(?:{DATE}|\w+ \d+))?\.?"
    r"(?: ?[(/][^()/]{2,30}[)/])?\.? ?-+ ")


def _dateline(line: Line, start: int) -> int:
    """Where the text behind "KAZAN, May 19 (TASS) —" begins, 0 where there is none of these."""
    found = DATELINE.match(line.text, start)
    if found is None:
        return 0
    unit = line.skeleton.units[found.group(1)]
    city = isinstance(unit, Mention) and unit.entity not in line.talk.background.broad
    return found.end() if city or unit.surface.isupper() else 0  # type: ignore[attr-defined]


def told_at_end(line: Line, verbs: list[Found]) -> bool:
    """"A has not been set, the spokesman told reporters.", «A, рассказал ТАСС источник»."""
    if any(opens(line, verb.end) for verb in verbs) or '"' in line.text:
        return False
    last = verbs[-1]
    if line.syntax.nominative:
        # What stands before may hold a verb or a body: «Россия выступает за A, заявил X».
        return "quote" in last.verb.frames and _inverted(line, last) and before_verb(line, last)
    segment = _AT_END.search(line.text, 0, last.start)
    if segment is None or len(line.text[:segment.start()].split()) < _SAID:
        return False
    if not _THEN_NOTHING.match(line.text, last.end) or not (
        line.syntax.addressee.match(line.text, last.end + 1) or "quote" in last.verb.frames
    ):
        return False
    who = segment["who"]
    if line.syntax.calling.search(who) is None and not _NAME_ALONE.fullmatch(who):
        return False
    first = line.talk.subject(line.skeleton, 0, verbs[0].start) if len(verbs) > 1 else None
    if first and first.actor and first.actor.kind == "person":
        return False  # "Erdogan reiterated A, his office said": he is heard, not his office
    subject = line.talk.subject(line.skeleton, segment.start("who"), last.start)
    actor = line.talk.remember(line.skeleton, subject)
    if actor is None:
        return False
    lead = _dateline(line, 0)
    line.talk.say(line.skeleton, actor, Words(lead, segment.start(), "indirect"),
                  line.surface(last))
    return True


def speaks_behind(line: Line, subject: Subject, verb: Found) -> bool:
    """Whether `subject` before the verb belongs to what is said, and who says it follows."""
    return (
        _told_after(line, subject, verb) or _inverted(line, verb)
        or _interrupts(line, subject, verb)
    )


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
    return not opens(line, verb.end) and (
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
    if isinstance(unit, Actor):
        return line.talk.background.nominative(unit)
    return syntax.calling.match(text, at) is not None


def before_verb(line: Line, verb: Found) -> bool:
    """«A», — заявил Путин; "A," Putin said: the words stand before verb and speaker."""
    text, talk, syntax = line.text, line.talk, line.syntax
    if "quote" not in verb.verb.frames or opens(line, verb.end):
        return False
    quoted = '"' in text[:verb.start] or "-" in text[:verb.start]
    if not quoted and words_far(line.skeleton, verb, verb.end, syntax):
        return False
    before = re.search(
        rf"(?:(?<!\w)the )?({ACTOR}|(?<!\w){syntax.pronoun.pattern})(?: of {PLACE})?[\s,]*$",
        text[:verb.start])
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
    else:
        _further(line, actor, max(until, verb.end))
    return True


def _further(line: Line, actor: Actor, start: int) -> None:
    """"A," said X, adding that B; «A», — сказал X и добавил, что B."""
    for verb in line.found:
        if verb.start < start or not _ADDING.search(line.text, start, verb.start):
            continue
        words = words_after(line.skeleton, verb, verb.end, line.syntax, comma=False)
        if words is None or (words.mode == "indirect" and not opens(line, verb.end)):
            continue
        line.talk.say(line.skeleton, actor, words, line.surface(verb))
        return


def subject_behind(line: Line, verb: Found) -> bool:
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


def opens(line: Line, at: int) -> bool:
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
