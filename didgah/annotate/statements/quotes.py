"""Which words a verb of saying reports: their span in the skeleton and in what manner."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from didgah.annotate.sentences.skeleton import DATE, UNIT, Skeleton
from didgah.annotate.sentences.syntax import Syntax
from didgah.annotate.statements.speech import Found

_COLON = re.compile(r"[^:\"؛!؟?]{0,70}?:(?!\d)\s*(\"?)\s*")
_COMMA = re.compile(r"\s*[،,]\s*(?=\S)")
_OBJECT = re.compile(r"\s+(?=\w|[\ue000-\uefff])")
# "called Erdogan on Friday" is no judgement.
_TELEPHONED = re.compile(
    rf"{UNIT}(?:'s \w+)?(?: ?{DATE}|$|"
    r" (?:to|on|in|about|after|for|from|at|and|over|late|early|last|when|as)(?!\w))"
    r"|(?:his|her|the|its) (?:[\w-]+ ){0,2}(?:counterpart|leader|president|minister|king)s? "
    rf"(?:to|on|in|about|after|from|at|and|late|{DATE})"
    r"|(?:a|an|the) (?:\w+ )?(?:meeting|vote|election|session|summit|strike|referendum|halt|truce)"
)
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
        return found if found and count(text, found) > 2 else None
    if "bare" in verb.verb.frames and text[after:after + 1] == " " and not (
        syntax.joined.match(text, after + 1)
    ):
        found = _words(text, after + 1, "indirect", False)
        return found if found and count(text, found) > (1 if syntax.nominative else 2) else None
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
    # A name in quotation marks may stand between: «في حوار مع صحيفة "الرياض" أن».
    any_ = r"(?:[^:\"؛]|\"[^\"]{1,30}\"(?! *[،,.]))" if syntax.verb_first else r"[^:\"؛]"
    reach = 160 if syntax.verb_first else 90
    found = re.compile(rf"{any_}{{1,{reach}}}?[\s،,]{syntax.that}(?!\w)\s*(\"?)\s*").match(
        skeleton.text, after
    )
    if not found:
        return None
    quoted = found.group(1) != ""
    return _words(skeleton.text, found.end(), "direct" if quoted else "indirect", quoted)


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
            # An addressee may stand between: «доложил Президенту о …», "thanked Russia for".
            gap = rf"(?:\s[\w{UNIT[1:-1]}'\"-]+){{0,4}}?" if syntax.after_verb else ""
            lead = rf"{gap}[\s،,]*(?<!\w){re.escape(preposition)}(?!\w)\s*"
        if found := re.compile(lead).match(text, after):
            words = _words(text, found.end(), "indirect", False)
            return words if words and count(text, words) > (not syntax.after_verb) else None
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
    if words is None:
        return None
    least = 1
    if syntax.after_verb and "verdict" in verb.verb.frames:
        least = 3 if "narrow" in verb.verb.frames else 0
        if least and _TELEPHONED.match(text, at):
            return None
    return words if count(text, words) > least else None


def _words(
    text: str, start: int, mode: Literal["direct", "indirect"], quoted: bool
) -> Words | None:
    words = trimmed(text, Words(start, len(text), mode, quoted))
    return words if words and words.end > words.start else None


def trimmed(text: str, words: Words) -> Words | None:
    """`words` without marks at the edges, None when nothing is left."""
    start, end = words.start, words.end
    while end > start and text[end - 1] in " .،,\"؛:":
        end -= 1
    while start < end and text[start] in " \"،,:":
        start += 1
    return Words(start, end, words.mode, words.quoted) if end > start else None


def count(text: str, words: Words) -> int:
    """How many words."""
    return len(text[words.start:words.end].split())
