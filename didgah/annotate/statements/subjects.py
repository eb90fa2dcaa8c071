"""Whose sentence it is: the subject before (or after) a verb, and the speaker in play.

The first noun phrase that no preposition governs is the subject; a pronoun or nothing
at all points at the speaker in play; a subject that the registry does not know ends
that play, so that the next «وی» is not given to the wrong person.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from didgah.annotate.sentences.background import Background
from didgah.annotate.sentences.noun_phrases import Phrase, phrase_at
from didgah.annotate.sentences.skeleton import ACTOR, UNIT, Actor, Skeleton
from didgah.annotate.sentences.syntax import Syntax
from didgah.model import Mention

_ACTOR = re.compile(ACTOR)
_COMMA = re.compile(r"[،,]")
_SPACE = re.compile(r" ")
_WORD = re.compile(r"\w+")
_DATELINE = re.compile(r"\s*(?:[،,(/:.-]|[\ue800-\uebff])")
_OFFICE_AND_NAME = re.compile(rf"(?P<the>(?:the )?)[\w-]+(?: [\w-]+){{0,2}} ({ACTOR})(?!'s)")
_AIDE = re.compile(rf"{UNIT} [\w-]+(?: [\w-]+)? ({ACTOR})(?!'s)")
_OFFICE_BEHIND = re.compile(r"(?: [\w-]+){1,4}")
_NEAR = 12  # words between a verb and the subject behind it


@dataclass(frozen=True, slots=True)
class Subject:
    """What stands as the subject: `actor` for "named", positions in the skeleton else.

    `phrase` is that of an "unknown" subject, when one could be made out.
    """

    how: Literal["named", "pronoun", "none", "unknown"]
    actor: Actor | None = None
    start: int = 0
    end: int = 0
    phrase: Phrase | None = None


NONE = Subject("none")
UNKNOWN = Subject("unknown")


def subject_before(
    skeleton: Skeleton, start: int, verb: int, syntax: Syntax, background: Background
) -> Subject:
    """The subject of the verb at `verb`, looked for from `start`.

    "none" means that the sentence leaves it out, "unknown" that it names somebody whom
    the registry does not know.
    """
    text = skeleton.text
    at = start
    for end in syntax.clause_end.finditer(text, start, verb):
        # «… برگزار شد و لاوروف گفت»: the verb belongs to the last clause.
        if end.end() < verb and isinstance(skeleton.units.get(text[end.end()]), Actor):
            at = end.end()
    while True:
        while opening := syntax.opening.match(text, at, verb):
            at = opening.end()
        if at >= verb:
            return NONE
        if text.startswith("the ", at) and text[at + 4] in skeleton.units:
            at += 4
        if text[at] in skeleton.units:
            if text.startswith("'s ", at + 1) and _person_at(skeleton, at + 4):
                at += 4  # "Tatarstan's leader Rustam Minnikhanov"
            elif text.startswith("'s", at + 1):
                return unknown(skeleton, at, verb, syntax, background)  # "Putin's spokesman"
            if _is_whose(skeleton, at, verb, syntax):
                return unknown(skeleton, at, verb, syntax, background)
            found = _whose_aide(skeleton, at, verb, syntax) or _unit(
                skeleton, at, syntax, background)
            if found:
                return replace(found, phrase=phrase_at(skeleton, at, verb, syntax))
        if pronoun := syntax.pronoun.match(text, at, verb):
            return Subject("pronoun", None, at, pronoun.end())
        if syntax.after_verb and (titled := _titled(skeleton, at, verb, syntax, background)):
            return titled
        if not syntax.preposition.match(text, at, verb):
            return _apposed_to_verb(skeleton, at, verb, syntax) or unknown(
                skeleton, at, verb, syntax, background
            )
        comma = _COMMA.search(text, at, verb)
        if comma and comma.end() < verb:
            at = comma.end()
            continue
        return _after_phrase(skeleton, at, verb, syntax, background)


def subject_after(
    skeleton: Skeleton, verb_end: int, limit: int, syntax: Syntax, background: Background,
    any_case: bool = False,
) -> Subject:
    """The subject that follows its verb: "said Putin", «قال لافروف»."""
    text = skeleton.text
    for match in _ACTOR.finditer(text, verb_end, limit):
        between = text[verb_end:match.start()]
        if syntax.governed.search(between) or len(_WORD.findall(between)) > _NEAR:
            continue
        actor = skeleton.units[match.group()]
        assert isinstance(actor, Actor)
        if syntax.nominative and not any_case and not background.nominative(actor):
            continue
        return Subject("named", actor, match.start(), match.end())
    return NONE


def unknown(
    skeleton: Skeleton, at: int, limit: int, syntax: Syntax, background: Background | None = None
) -> Subject:
    """The subject that the noun phrase at `at` is, when the registry knows nobody in it.

    With `background` a known person whose name ends the phrase is the subject.
    """
    phrase = phrase_at(skeleton, at, limit, syntax)
    if phrase is None or syntax.no_speaker.match(skeleton.text, phrase.start):
        return UNKNOWN
    if background and syntax.after_verb and (
        named := _name_at_end(skeleton, phrase, syntax, background)
    ):
        return named
    return Subject("unknown", None, phrase.start, phrase.until, phrase)


def _name_at_end(
    skeleton: Skeleton, phrase: Phrase, syntax: Syntax, background: Background
) -> Subject | None:
    """"Russia's Grand Mufti X", «постпред России при ООН X»: an office, then its holder."""
    text = skeleton.text
    found = _ACTOR.search(text, phrase.end - 1, phrase.end)
    actor = skeleton.units[found.group()] if found else None
    if not isinstance(actor, Actor) or actor.kind != "person" or phrase.end - phrase.start < 3:
        return None
    before = text[phrase.start:phrase.end - 1]
    office = syntax.calling.search(before)
    if office is None or syntax.governed.search(before) or before.endswith("'s ") or (
        syntax.nominative and not background.nominative(actor)
    ):
        return None
    return Subject("named", actor, phrase.start, phrase.end, phrase)


def _is_whose(skeleton: Skeleton, at: int, verb: int, syntax: Syntax) -> bool:
    """Whether the country at `at` only says whose minister speaks: "UAE Economy Minister X"."""
    unit = skeleton.units[skeleton.text[at]]
    if not syntax.office_behind or not isinstance(unit, Mention) or unit.kind != "place":
        return False
    found = _OFFICE_BEHIND.match(skeleton.text, at + 1, verb)
    return found is not None and syntax.calling.search(skeleton.text, *found.span()) is not None


def _unit(
    skeleton: Skeleton, at: int, syntax: Syntax, background: Background
) -> Subject | None:
    unit = skeleton.units[skeleton.text[at]]
    if syntax.object.match(skeleton.text, at + 1):
        return None
    if isinstance(unit, Actor):
        if syntax.nominative and not background.nominative(unit):
            return None
        return Subject("named", unit, at, at + 1)
    country = isinstance(unit, Mention) and unit.entity in background.countries
    if isinstance(unit, Mention) and unit.kind == "place" and (
        # «مسکو اعلام کرد» is the government there, «مسکو، ۵ مه – …» is where it was written.
        country or (unit.entity not in background.broad
                    and not _DATELINE.match(skeleton.text, at + 1))
    ):
        actor = Actor(unit.entity, "place", unit.surface, unit.start, unit.end)
        return Subject("named", actor, at, at + 1)
    return None


def _whose_aide(skeleton: Skeleton, at: int, verb: int, syntax: Syntax) -> Subject | None:
    """"Kremlin aide Yuri Ushakov": the person, not the body that English puts before him."""
    found = _AIDE.match(skeleton.text, at, verb) if syntax.office_behind else None
    if found is None or not _person_at(skeleton, found.start(1)):
        return None
    actor = skeleton.units[found[1]]
    if not isinstance(actor, Actor) or not syntax.calling.match(skeleton.text, at + 2):
        return None
    return Subject("named", actor, at, found.end())


def _person_at(skeleton: Skeleton, at: int) -> bool:
    unit = skeleton.units.get(skeleton.text[at:at + 1])
    return isinstance(unit, Actor) and unit.kind == "person"


def _titled(
    skeleton: Skeleton, at: int, verb: int, syntax: Syntax, background: Background
) -> Subject | None:
    """"President Putin", «глава республики Рустам Минниханов»: an office, then its holder."""
    found = _OFFICE_AND_NAME.match(skeleton.text, at, verb)
    if found is None or not syntax.office_head.match(skeleton.text, at + len(found["the"])):
        return None
    actor = skeleton.units[found[2]]
    if not isinstance(actor, Actor) or actor.kind != "person" or (
        syntax.governed.search(skeleton.text[at:found.start(2)])
        or (syntax.nominative and not background.nominative(actor))
    ):
        return None
    return Subject("named", actor, at, found.end())


def _after_phrase(
    skeleton: Skeleton, at: int, verb: int, syntax: Syntax, background: Background
) -> Subject:
    """The subject behind «در این نشست …» without a comma, or none, or an unknown one."""
    for space in _SPACE.finditer(skeleton.text, at, verb):
        pronoun = syntax.pronoun.match(skeleton.text, space.end(), verb)
        if pronoun and not syntax.governed.search(skeleton.text[at:space.end()]):
            return Subject("pronoun", None, space.end(), pronoun.end())
    for match in reversed(list(_ACTOR.finditer(skeleton.text, at, verb))):
        before = skeleton.text[at:match.start()]
        if syntax.governed.search(before) or syntax.possessed.search(before):
            continue
        if syntax.object.match(skeleton.text, match.end()):
            continue
        actor = skeleton.units[match.group()]
        assert isinstance(actor, Actor)
        if syntax.nominative and not background.nominative(actor):
            continue
        return Subject("named", actor, match.start(), match.end())
    for match in syntax.calling.finditer(skeleton.text, at, verb):
        before = skeleton.text[at:match.start()]
        if not (syntax.governed.search(before) or syntax.possessed.search(before)):
            return unknown(skeleton, match.start(), verb, syntax)
    if syntax.office_head.search(skeleton.text, at, verb):
        return UNKNOWN
    return NONE if syntax.null_opening.match(skeleton.text, at, verb) else UNKNOWN


def _apposed_to_verb(
    skeleton: Skeleton, at: int, verb: int, syntax: Syntax
) -> Subject | None:
    """«سخنگوی وزارت … دمیتری پسکوف گفت»: a full name just before the verb."""
    match = re.search(rf"({ACTOR})[\s\"،,]*$", skeleton.text[at:verb])
    if not match:
        return None
    actor = skeleton.units[match.group(1)]
    before = skeleton.text[at:at + match.start()]
    assert isinstance(actor, Actor)
    if actor.kind != "person" or syntax.governed.search(before):
        return None
    if " " not in actor.surface.strip() and syntax.possessed.search(before):
        return None
    if not syntax.office_head.search(before) and not before.strip().endswith(("،", ",")):
        return None
    return Subject("named", actor, at + match.start(), at + match.start() + 1)
