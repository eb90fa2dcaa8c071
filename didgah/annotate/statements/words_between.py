"""Words that stand between subject and verb: «A را محکوم کرد», «از A خبر داد».

Between a subject and the object of its verb there are circumstances, which are nobody's words:
«در آن دیدار», «در گفت‌وگو با X», «، همتای روس خود،», a day in brackets.
"""

from __future__ import annotations

import re

from didgah.annotate.sentences.skeleton import ACTOR, Skeleton
from didgah.annotate.sentences.syntax import Syntax
from didgah.annotate.statements.quotes import Words, count, trimmed
from didgah.annotate.statements.speech import Found

_FINITE = (r"(?:است|اند|شد|شده|شود|بود|بودند|کرد|کردند|داد|دادند|داشت|دارد|گفت(?! ?و ?گو)|گرفت|یافت"
           r"|رفت)")
# «را», then a judgement: no further clause and no verb in it.
_JUDGED = re.compile(
    rf"\sرا(?P<judgement>(?: (?!(?:که|و {_FINITE}|{_FINITE})(?!\w))[^ ،,:؛.]+[،,]?){{0,16}}"
    r"(?<![،,])) $"
)
_TOLD_OF = re.compile(r"\sرا که [^:؛.]{4,140} $")  # «حمله‌ای را که به شهر شد، محکوم کرد»
_READ_OUT = re.compile(  # «پیام او را برای حاضران خواند» is no judgement
    r"(?:متن|پیام|نامه|بیانیه|شعر|دعا|قران|قرآن|نماز|خطبه|سوگند|گزارش|قطعنامه|اسامی|سرود)"
    r"(?:های?|ی)?(?!\w)"
)
_READS = re.compile(r"(?:می ?)?خوان(?:د|ند|ده)")
# How somebody condemns is no judgement: «به شدت».
_HOW = re.compile(
    r" (?:(?:به|با) (?:شدت|صراحت|قاطعیت|تندی|طور \w+)|شدیدا|قاطعانه|صراحتا|رسما|بشدت|قویا"
    r"|در (?:شدید|سخت) ?ترین \w+)(?= ?$)")
_BRACKET = re.compile(r"\s*[(\[][^()\[\]]{1,60}[)\]]")
_RELATIVE = re.compile(r"\s*که [^،,]{3,120}[،,]")
_WITH = re.compile(r"(?:با|ضمن)(?!\w)")
_ACTOR = re.compile(ACTOR)
_REST = re.compile(r"(?: ای(?= ))?(?: خود(?= ?[،,]))?")  # «، همتای ترکیه‌ای خود،»
_EDGES = re.compile(r"[\s\"،,-]*")
# Behind «از» of these nobody's words stand.
_BEHIND = {"از": r"(?!سوی |طرف |جانب |جمله |این ?رو|این پس|[اآ]ن پس|سال |زمان |طریق |نزدیک )"}


def words_between(
    skeleton: Skeleton, verb: Found, subject_end: int, syntax: Syntax
) -> Words | None:
    """«بر A تاکید کرد», «A را محکوم کرد»: what stands between subject and verb."""
    text = skeleton.text
    frames = verb.verb.frames
    start = _start(text, subject_end, verb.start, syntax, verb.verb.over)
    judged = frames & {"verdict", "deem"} and (
        _JUDGED.search(text, start, verb.start) or _TOLD_OF.search(text, start, verb.start))
    for preposition in () if judged else verb.verb.over:
        if preposition and (found := _behind(text, preposition, start, verb.start)):
            return found
    if not judged:
        return None
    at = start
    judgement = _HOW.sub("", judged.groupdict().get("judgement", "که")).strip(' "')
    if not judgement and "verdict" not in frames:
        return None  # «A را دانست» judges nothing
    if _READS.match(text, verb.start) and (not judgement or _READ_OUT.match(text, at)):
        return None
    return trimmed(text, Words(at, verb.start if judgement else judged.start(), "indirect"))


def _behind(text: str, preposition: str, start: int, end: int) -> Words | None:
    pattern = re.compile(
        rf"(?<!\w)(?<!بنا )(?<!علاوه )(?<!ناشی )(?<!پس )(?<!پیش )(?<!بعد )(?<!قبل )"
        rf"{re.escape(preposition)} {_BEHIND.get(preposition, '')}(?=\S)"
    )
    found = pattern.search(text, start, end)
    if found is None or count(text, Words(found.start(), end, "indirect")) < 2:
        return None
    # «درباره» belongs to what is said, «بر» to the verb.
    at = found.end() if len(preposition) <= 2 else found.start()
    return trimmed(text, Words(at, end, "indirect"))


def _start(text: str, at: int, end: int, syntax: Syntax, own: tuple[str, ...]) -> int:
    """Behind the subject and the circumstances told after it; `own` are the verb's prepositions."""
    beside = text[at:at + 1] in "،,("
    while at < end:
        at = _EDGES.match(text, at, end).end()  # type: ignore[union-attr]
        if found := (
            _BRACKET.match(text, at, end) or syntax.circumstance.match(text, at, end)
            or syntax.opening.match(text, at, end)
        ):
            at = _REST.match(text, found.end(), end).end()  # type: ignore[union-attr]
            continue
        if found := _RELATIVE.match(text, at, end):
            at, beside = found.end(), False
            continue
        phrase = syntax.preposition.match(text, at, end)
        if phrase and any(text.startswith(f"{one} ", at) for one in own if one):
            return at
        if not phrase and not (beside and _apposed(text, at, end, syntax)):
            return at
        # «با اشاره به A، B و C،» ends at its last comma, «در دیدار با X، A، B و C» at the first.
        last = phrase is not None and _WITH.match(text, at)
        comma = max(text.rfind("،", at, end), text.rfind(",", at, end)) if last else min(
            (i for i in (text.find("،", at, end), text.find(",", at, end)) if i >= 0), default=-1)
        if comma < 0:
            return at
        at, beside = comma + 1, phrase is not None
    return at


def _apposed(text: str, at: int, end: int, syntax: Syntax) -> bool:
    """Whether what somebody is stands at `at`: «، همتای روس خود،»."""
    return bool(syntax.calling.match(text, at, end) or _ACTOR.match(text, at, end))
