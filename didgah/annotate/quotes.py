"""Which words a verb of saying reports: their span in the skeleton and in what manner."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from didgah.annotate.skeleton import Skeleton
from didgah.annotate.speech import Found
from didgah.annotate.syntax import Syntax

_COLON = re.compile(r"[^:\"؛!؟?]{0,70}?:(?!\d)\s*(\"?)\s*")
_COMMA = re.compile(r"\s*[،,]\s*(?=\S)")
_OBJECT = re.compile(r"\s+(?=\w|[\ue000-\uefff])")
_READ_OUT = re.compile(  # «پیام او را برای حاضران خواند» is no judgement
    r"(?:متن|پیام|نامه|بیانیه|شعر|دعا|قران|قرآن|نماز|خطبه|سوگند|گزارش|قطعنامه|اسامی|سرود)(?!\w)"
)
_SKIPPED = re.compile(r"[\s\"]*(?:(?:همچنین|نیز|سپس|[\ue800-\uebff])\s*)?")
_JUDGED = re.compile(r"\sرا(?: [\w]+){0,8} $")
_QUOTE = re.compile(r"\s*,?\s*\"\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class Words:
    """Reported words, as positions in a skeleton; `quoted` when a quotation mark opens them."""

    start: int
    end: int
    mode: Literal["direct", "indirect"]
    quoted: bool = False
    open: bool = False  # direct speech behind a colon, which may go on in the next sentence


def words_after(
    skeleton: Skeleton, verb: Found, after: int, syntax: Syntax, comma: bool = True
) -> Words | None:
    """The words that follow the verb, or its subject when that comes second.

    `after` is where the verb phrase ends; the words run to the end of the sentence. Without
    `comma` a mere comma does not open them.
    """
    text = skeleton.text
    if "quote" not in verb.verb.frames:
        return None
    that = syntax.that
    if "asked" in verb.verb.frames and syntax.purpose:
        that = rf"(?:{that}|{syntax.purpose})"
    if that := re.compile(rf"[\s،,]*{that}(?!\w)\s*(:?)\s*(\"?)\s*").match(text, after):
        quoted = that.group(2) != ""
        mode = "direct" if quoted else "indirect"
        return _words(text, that.end(), mode, quoted)
    if colon := _COLON.match(text, after):
        that = re.compile(rf"{syntax.that} ").match(text, colon.end())
        at = that.end() if that and syntax.verb_first else colon.end()  # «قال: إن …»
        found = _words(text, at, "direct", colon.group(1) != "")
        return replace(found, open=not found.quoted) if found else None
    if quote := _QUOTE.match(text, after):
        return _words(text, quote.end(), "direct", True)
    if comma and (pause := _COMMA.match(text, after)):
        found = _words(text, pause.end(), "indirect", False)
        return found if found and _count(text, found) > 2 else None
    if "bare" in verb.verb.frames and text[after:after + 1] == " " and not (
        syntax.joined.match(text, after + 1)
    ):
        found = _words(text, after + 1, "indirect", False)
        return found if found and _count(text, found) > 2 else None
    return None


def words_that(skeleton: Skeleton, after: int, syntax: Syntax) -> Words | None:
    """The words behind "that" alone."""
    that = re.compile(rf"[\s،,]*{syntax.that}(?!\w)\s*(\"?)\s*").match(skeleton.text, after)
    if that is None:
        return None
    quoted = that.group(1) != ""
    return _words(skeleton.text, that.end(), "direct" if quoted else "indirect", quoted)


def words_far(
    skeleton: Skeleton, verb: Found, after: int, syntax: Syntax
) -> Words | None:
    """As `words_after`, with a phrase before "that": "said in Berlin on Monday that …"."""
    if "quote" not in verb.verb.frames:
        return None
    reach = 160 if syntax.verb_first else 90
    found = re.compile(rf"[^:\"؛]{{1,{reach}}}?[\s،,]{syntax.that}(?!\w)\s*(\"?)\s*").match(
        skeleton.text, after
    )
    if not found:
        return None
    quoted = found.group(1) != ""
    return _words(skeleton.text, found.end(), "direct" if quoted else "indirect", quoted)


def words_between(
    skeleton: Skeleton, verb: Found, subject_end: int, syntax: Syntax
) -> Words | None:
    """«بر A تاکید کرد», «A را محکوم کرد»: what stands between subject and verb."""
    text = skeleton.text
    judged = "verdict" in verb.verb.frames and _JUDGED.search(text, subject_end, verb.start)
    for preposition in () if judged else verb.verb.over:
        if not preposition:
            continue
        pattern = re.compile(rf"(?<![\w])(?<!بنا )(?<!علاوه ){re.escape(preposition)} (?=\S)")
        found = pattern.search(text, subject_end, verb.start)
        if found and _count(text, Words(found.start(), verb.start, "indirect")) > 1:
            # «درباره» belongs to what is said, «بر» to the verb.
            start = found.end() if len(preposition) <= 2 else found.start()
            return _trim(text, Words(start, verb.start, "indirect"))
    if judged:
        bare = judged.end() - judged.start() <= len(" را ")  # no judgement: «A را اعلام کرد»
        at = _object(text, subject_end, judged.start(), syntax)
        judging = text[verb.start:verb.end] not in ("خواند", "خوانده است", "دانست")
        if judging or not (bare or _READ_OUT.match(text, at)):
            end = judged.start() if bare else verb.start
            return _trim(text, Words(at, end, "indirect"))
    return None


def words_over(skeleton: Skeleton, verb: Found, after: int, syntax: Syntax) -> Words | None:
    """«أكد لافروف على ضرورة …», "called for a truce": behind a preposition after verb or subject.

    An empty preposition stands for a verb that ends in its own ("called for").
    """
    text = skeleton.text
    for preposition in sorted(verb.verb.over, key=len, reverse=True):
        if not preposition:
            lead = r"\s+"
        elif syntax.verb_first and len(preposition) == 1:
            lead = rf"[\s،,]*(?<!\w){preposition}(?=\w{{3}})"  # «ب» is written with its noun
        else:
            # An addressee may stand between: «доложил Президенту о …».
            gap = r"(?:\s[\w-]+){0,4}?" if syntax.nominative else ""
            lead = rf"{gap}[\s،,]*(?<!\w){re.escape(preposition)}(?!\w)\s*"
        if found := re.compile(lead).match(text, after):
            words = _words(text, found.end(), "indirect", False)
            return words if words and _count(text, words) > 1 else None
    return words_object(skeleton, verb, after, syntax)


def words_object(skeleton: Skeleton, verb: Found, after: int, syntax: Syntax) -> Words | None:
    """«أعلن لافروف توقيع …», "stressed the need", «отметил значение …»: the bare object."""
    text = skeleton.text
    if "object" not in verb.verb.frames or not (lead := _OBJECT.match(text, after)):
        return None
    at = lead.end()
    if syntax.preposition.match(text, at) or syntax.pronoun.match(text, at):
        return None
    words = _words(text, at, "indirect", False)
    return words if words and _count(text, words) > 1 else None


def _object(text: str, start: int, end: int, syntax: Syntax) -> int:
    """Where the object of «را» begins: behind the subject and the adverbs or phrase after it."""
    at = _SKIPPED.match(text, start, end).end()  # type: ignore[union-attr]
    beside = text[at:at + 1] in "،,(" or syntax.preposition.match(text, at, end)
    comma = max(text.rfind("،", start, end), text.rfind(",", start, end))
    if beside and comma >= 0:
        at = _SKIPPED.match(text, comma + 1, end).end()  # type: ignore[union-attr]
    return at


def _words(
    text: str, start: int, mode: Literal["direct", "indirect"], quoted: bool
) -> Words | None:
    words = _trim(text, Words(start, len(text), mode, quoted))
    return words if words and words.end > words.start else None


def _trim(text: str, words: Words) -> Words | None:
    start, end = words.start, words.end
    while end > start and text[end - 1] in " .،,\"؛:":
        end -= 1
    while start < end and text[start] in " \"،,:":
        start += 1
    return Words(start, end, words.mode, words.quoted) if end > start else None


def _count(text: str, words: Words) -> int:
    return len(text[words.start:words.end].split())
