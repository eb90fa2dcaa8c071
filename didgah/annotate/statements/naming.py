"""Whom a noun phrase names: somebody met before in the article, or a stranger.

A stranger has no entity. He is never taken for a person of the registry, and an outlet or a
word such as "report" is nobody.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from didgah.annotate.sentences.noun_phrases import Phrase, phrase_at
from didgah.annotate.sentences.outlets import outlet_key
from didgah.annotate.sentences.ranks import held
from didgah.annotate.sentences.skeleton import Actor, Skeleton, plain
from didgah.annotate.statements.bare_offices import bare_office
from didgah.annotate.statements.honours import body_meant, honoured

if TYPE_CHECKING:
    from didgah.annotate.statements.subjects import Subject
    from didgah.annotate.statements.talk import Talk

_NAME = 5  # words; a longer phrase is no bare name
_EZAFE = "\u0654"  # over a final he
_AROUND = 10_000  # characters in which a name comes again
_STEM = 4  # letters of a name that its cases share at least
_OFFICE = 2  # words of an office that tell it from others
_FULL = 3  # words by which an office or a name tells one from others
_THIS = re.compile(r"(?:این|ان|آن) ")
_OF = re.compile(r"[\s،,]*(?:از )?")
_MORE = 2  # words behind a surname that are none of the name
_LEAD_REACH = 3_000  # characters
_LEAD = 3  # sentences in which a lead's office gets its name


def introduce(talk: Talk, skeleton: Skeleton, verbs: list[int]) -> None:
    """Everybody whom a sentence names beside an office comes up; `verbs` begin there.

    «مع نظيره الألماني فرانك …»: a counterpart has the office of whoever speaks.
    """
    syntax, text = talk.syntax, skeleton.text
    done = 0
    for head in syntax.office_head.finditer(text):
        if head.start() < done or syntax.bare_office.match(text, head.start()):
            continue
        limit = next((verb for verb in verbs if verb > head.start()), len(text))
        phrase = phrase_at(skeleton, head.start(), limit, syntax)
        if phrase is None:
            continue
        done = phrase.until
        start, end = skeleton.span(phrase.start, phrase.until)
        called = talk.reading.text[start:end]
        if syntax.counterpart.match(head.group()) and talk.speaker is not None:
            called = f"{talk.speaker.office or talk.cast.office_of(talk.speaker)} {called}"
        at = next((i for i in range(phrase.start, phrase.until)
                   if isinstance(skeleton.units.get(text[i]), Actor)
                   and skeleton.units[text[i]].kind == "person"), None)  # type: ignore[attr-defined]
        if at is not None:
            actor = skeleton.units[text[at]]
            assert isinstance(actor, Actor)
            before = text[phrase.start:at]
            theirs = syntax.possessed.search(before) or syntax.governed.search(before) or (
                syntax.nominative and not talk.background.nominative(actor))
            if not theirs:  # «معاون لاوروف» is somebody else
                talk.cast.enter(actor, called)
        elif len(talk.cast.content(called)) >= _FULL and by_office(talk, called) is None:
            surface = " ".join(talk.reading.text[start:skeleton.ends[phrase.end - 1]].split())
            talk.cast.enter(Actor("", "person", surface, start, end), called)


def met_before(talk: Talk, skeleton: Skeleton, phrase: Phrase) -> Actor | None:
    """Whom of those met so far the phrase means."""
    start, end = skeleton.span(phrase.start, phrase.end)
    surface = talk.reading.text[start:end]
    known = talk.cast.meant(surface)
    if known and known.kind == "person" and talk.syntax.body.match(skeleton.text, phrase.start):
        return None  # «الخارجية» is no minister of hers
    if known is None and talk.syntax.office_head.match(skeleton.text, phrase.start):
        known = by_office(talk, surface)
    return replace(known, surface=surface) if known and known.entity else known


def by_office(talk: Talk, called: str) -> Actor | None:
    """The one person met so far whom a bare office can mean by what the registry says of him.

    «وزير الخارجية» is whoever of those in play held an office so called on the day; of several
    only the one who speaks now.
    """
    words = talk.cast.content(called)
    if len(words) < _OFFICE:
        return None
    day, language = talk.reading.published, talk.syntax.language
    nations = talk.background.nations
    home = ""
    if language == "ar":  # «الوزير الروسي»: the nation, not the title, says whose
        home = next((nations[one] for word in words[1:] for one in (word, f"ال{word}")
                     if one in nations), "")
    if home:
        words = tuple(w for w in words if w not in nations and f"ال{w}" not in nations)
        if not words:
            return None
    able = []
    for known in talk.cast.people:
        offices = held(talk.background.people.get(known.entity), day) if known.entity else ()
        titles = (one.title.get(language, "").replace(_EZAFE, "")  # type: ignore[call-overload]
                  for one in offices)
        if home and talk.background.country_of.get(f"person:{known.entity}", "") != home:
            continue
        if any(set(words) <= set(talk.cast.content(title)) for title in titles):
            able.append(known)
    if len(able) > 1 and talk.speaker is not None:
        able = [known for known in able if known.entity == talk.speaker.entity]
    return able[0] if len(able) == 1 else None


def stranger(talk: Talk, skeleton: Skeleton, phrase: Phrase) -> Actor | None:
    """The person or body, known before or not, whom the phrase names."""
    syntax, text = talk.syntax, skeleton.text
    if meant := bare_office(talk, skeleton, phrase.start):
        return meant.actor
    words = text[phrase.start:phrase.end]
    if syntax.anaphor.fullmatch(words) and (
        honoured(talk, words, skeleton.starts[phrase.start]) is not None
        or (talk.speaker is not None and _may_be(talk, words))
    ):
        return talk.pronoun(skeleton, phrase.start, phrase.end)
    if body := body_meant(talk, words, skeleton.starts[phrase.start]):
        return body
    known = met_before(talk, skeleton, phrase)
    if known and not known.entity and known.start == skeleton.starts[phrase.start] and (
        _his_office(talk, skeleton, phrase)
    ):
        known = None  # brought in by this very office
    if known:
        return known
    if _THIS.match(words) and syntax.language == "fa":
        return _this(talk, skeleton, phrase)
    if length := talk.cast.prefix(words):
        # «کریمی ادامه کار را …»: a name known already, then the object.
        head = Phrase(phrase.start, phrase.start + length, phrase.start + length)
        known = met_before(talk, skeleton, head)
        if known and not words.startswith("'s", length) and (
            phrase.run_on or _ends_with(talk, known, words[:length])
        ):
            return known
    phrase = name_alone(talk, skeleton, phrase)
    if phrase.run_on:
        return None
    if _his_office(talk, skeleton, phrase):
        assert talk.speaker is not None
        return talk.cast.enter(
            talk.speaker, f"{text[phrase.start:phrase.end]} {talk.speaker.surface}")
    words = text[phrase.start:phrase.end]
    start, end = skeleton.span(phrase.start, phrase.end)
    if _is_source(talk, start, end) or not _can_name(talk, skeleton, phrase):
        return None
    surface = " ".join(talk.reading.text[start:end].split())
    kind = "organisation" if syntax.body.match(text, phrase.start) else "person"
    actor = Actor("", kind, surface, start, end)
    until = skeleton.span(phrase.start, phrase.until)[1]
    called = talk.reading.text[start:until]
    beside = _OF.match(text, phrase.end)
    if phrase.until == phrase.end and not (
        beside and syntax.calling.match(text, beside.end())
    ) and _names_the_lead(talk, words, actor):
        office = next(one.surface for one in talk.statements
                      if one.start >= talk.reading.title_end)
        called = f"{office} {called}"
    return talk.cast.enter(actor, called)


def _his_office(talk: Talk, skeleton: Skeleton, phrase: Phrase) -> bool:
    """«کریمی گفت: … مدیر این بنیاد افزود»: the office of a stranger who has none so far."""
    words = skeleton.text[phrase.start:phrase.end]
    return (
        phrase.until == phrase.end and talk.syntax.calling.match(words) is not None
        and not any(char in skeleton.units for char in words) and wants_office(talk)
    )


def wants_office(talk: Talk) -> bool:
    """Whether a stranger speaks of whom a name and no office is known.

    Persian goes on about one speaker by his name and his office in turn.
    """
    speaker, syntax = talk.speaker, talk.syntax
    return (
        syntax.language == "fa" and speaker is not None and not speaker.entity
        and speaker.kind == "person" and syntax.calling.search(plain(speaker.surface)) is None
        and any(speaker.start <= at < speaker.end for at in talk.names)
        and not talk.cast.office_of(speaker)
    )


def name_alone(talk: Talk, skeleton: Skeleton, phrase: Phrase) -> Phrase:
    """A stranger's name at the head of the phrase without the words behind it, else the phrase."""
    if talk.syntax.language != "fa":
        return phrase  # elsewhere capitals or the order of words end a name
    title = talk.syntax.title.match(skeleton.text, phrase.start)
    at = title.end() if title and title.end() < phrase.end else phrase.start
    end = talk.names.get(skeleton.starts[at])
    if end is None:
        return phrase
    until = bisect_left(skeleton.ends, end) + 1
    more = len(skeleton.text[until:phrase.end].split())
    if until >= phrase.end or (" " not in skeleton.text[at:until] and more < _MORE):
        return phrase
    return Phrase(phrase.start, until, until if phrase.run_on else phrase.until)


def subject_end(talk: Talk, skeleton: Skeleton, subject: Subject) -> int:
    """Where a subject ends: before the object, when its phrase runs on into one."""
    phrase = subject.phrase
    if subject.actor is None and phrase is not None and phrase.run_on:
        alone = name_alone(talk, skeleton, phrase)
        if not alone.run_on:
            return alone.until
        return phrase.start + talk.cast.prefix(skeleton.text[phrase.start:phrase.end])
    return subject.end


def _may_be(talk: Talk, words: str) -> bool:
    """Whether the speaker in play can be called so: his office, if told, is no other."""
    assert talk.speaker is not None
    head = talk.syntax.office_head.search(words)
    office = talk.cast.office_of(talk.speaker)
    if head is None or not office:
        return True
    return talk.syntax.calling.search(office) is None or any(
        word in talk.cast.content(office) for word in talk.cast.content(head.group())
    )


def _this(talk: Talk, skeleton: Skeleton, phrase: Phrase) -> Actor | None:
    """«این کارگزار», «این وزارتخانه»: whoever is in play, if that is one."""
    rest = _THIS.match(skeleton.text, phrase.start)
    if rest is None or talk.speaker is None:
        return None
    body = talk.syntax.body.match(skeleton.text, rest.end()) is not None
    if body != (talk.speaker.kind == "organisation"):
        return None
    return talk.speaker if body else talk.pronoun(skeleton, phrase.start, phrase.end)


def _ends_with(talk: Talk, known: Actor, called: str) -> bool:
    """Whether `called` is the surname by which `known` goes."""
    name, short = talk.cast.content(known.surface), talk.cast.content(called)
    return len(short) < len(name) and name[-len(short):] == short


def _names_the_lead(talk: Talk, words: str, actor: Actor) -> bool:
    """«مدیر انجمن گفت: …» in the lead, then «علی محمدی … افزود»: one person."""
    if talk.syntax.language != "fa" or actor.start > _LEAD_REACH:
        return False
    body = [one for one in talk.statements if one.start >= talk.reading.title_end]
    if not body:
        return False
    first = body[0]
    return (
        all((one.speaker, one.surface) == ("", first.surface) for one in body)
        and talk.reading.text.count("\n", 0, actor.start) <= _LEAD
        and actor.kind == first.kind == "person"
        and talk.syntax.calling.match(plain(first.surface)) is not None
        and talk.syntax.calling.match(talk.syntax.title.sub("", words, count=1)) is None
        and len(words.split()) <= _NAME
    )


def is_full_name(talk: Talk, skeleton: Skeleton, phrase: Phrase) -> bool:
    """Two words with capitals and nothing else, where names are written so."""
    start, end = skeleton.span(phrase.start, phrase.end)
    words = talk.reading.text[start:end].split()
    return talk.syntax.after_verb and 1 < len(words) <= _NAME and all(
        word[:1].isupper() for word in words
    )


def _is_source(talk: Talk, start: int, end: int) -> bool:
    if any(a.start < end and start < a.end for a in talk.reading.attributions):
        return True
    return outlet_key(talk.reading.text[start:end]) in talk.background.outlets


def _can_name(talk: Talk, skeleton: Skeleton, phrase: Phrase) -> bool:
    """Whether the phrase can be somebody: by a capital where names have one, or a calling."""
    syntax, text = talk.syntax, skeleton.text
    if phrase.end - phrase.start == 1:
        return False  # the sign of a place or a series alone
    if not syntax.after_verb:
        return any(c.isalpha() for c in text[phrase.start:phrase.end])
    if syntax.calling.search(text, phrase.start, phrase.end) or syntax.body.search(
        text, phrase.start, phrase.end
    ):
        return True
    capitals = [at for at in range(phrase.start, phrase.end)
                if talk.reading.text[skeleton.starts[at]].isupper()]
    if len(capitals) == 1 and not text[:capitals[0]].strip(' "'):
        return _a_name_elsewhere(talk, text[phrase.start:phrase.end], skeleton.starts[capitals[0]])
    return bool(capitals)


def _a_name_elsewhere(talk: Talk, words: str, at: int) -> bool:
    """Whether the word that a sentence begins with has its capital inside a sentence, too."""
    first = max(0, at - _AROUND)
    text = talk.reading.text[first:at + _AROUND]
    word = talk.reading.text[at:at + len(words.split()[0])]
    if word.isupper():
        return True
    stem = word[:max(_STEM, len(word) - 2)] if talk.syntax.nominative else word
    here = text.find(f" {stem}")
    while here >= 0:
        before = text[here - 1:here]
        if first + here + 1 != at and (before.isalpha() or before == ","):
            return True
        here = text.find(f" {stem}", here + 1)
    return False
