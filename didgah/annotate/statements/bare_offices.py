"""Whom a bare office or part means: «министр», "the Turkish leader", "the visitor", «собеседник».

Of those the article has named so far, whoever held such an office on the day, is of the
nation told and stands near enough. Where two could be meant nobody is: a wrong speaker is
worse than an office without a name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from didgah.annotate.sentences.ranks import held
from didgah.annotate.sentences.skeleton import Actor, Skeleton

if TYPE_CHECKING:
    from didgah.annotate.statements.talk import Talk

_REACH = 40  # sentences back in which a person is looked for
_TITLES = 3  # sentences of a title at most
_STEM = 6  # letters of an office that its forms share
_NEAR = (2, 8)  # sentences in which the parties of a meeting are named: at best, at most
_LED = re.compile(r"(?:^|[^\w])(?:в|во|на|in|at|to|visited|visits|reached|from)[ \"]+(?:the )?$")
_WORD = re.compile("\\w+|[.;:\ue000-\uefff]")
_PHRASE = 50  # characters of an office in which its holder's name follows
_ADJECTIVE = re.compile("(?:ой|ого|ому|ая|ую|ым|ом)$")


@dataclass(frozen=True, slots=True)
class Meant:
    """Whom a bare office, up to `end` of the skeleton, means: without entity when not certain."""

    actor: Actor
    end: int


def bare_office(talk: Talk, skeleton: Skeleton, start: int) -> Meant | None:
    """Whom the bare office that begins at `start` means, None when there is no such office."""
    syntax = talk.syntax
    found = syntax.bare_office.match(skeleton.text, start)
    if found is None:
        return None
    nation = found["nation"]
    home = talk.background.nations.get(nation, "") if nation else ""
    if nation and not home:
        return None  # «чувашский министр», «член совета министр»
    noun = found["noun"]
    inside = (talk.background.nations.get(_ADJECTIVE.sub("ий", word), "") for word in noun.split())
    home = home or next(filter(None, inside), "")  # «шеф российской дипломатии»
    at, end = skeleton.span(start, found.end("noun"))
    if talk.reading.text[end:end + 2].strip()[:1].isupper():
        return None  # «президент Абрамов»
    people = [one for one in actors_before(talk, at) if one.kind == "person"]
    if syntax.guest.fullmatch(noun) or syntax.host.fullmatch(noun):
        actor = _party(talk, people, at, home, guest=syntax.guest.fullmatch(noun) is not None)
    elif syntax.opposite.fullmatch(noun):
        actor = _other(talk, people, at, home)
    else:
        actor = _holder(talk, people, noun, home, at)
        if actor is None and not people:
            return None
    if _a_stranger_may_be(talk, noun, actor, at):
        if talk.speaker is None or not talk.speaker.entity:
            return None  # perhaps he who speaks now
        actor = None
    surface = " ".join(talk.reading.text[at:end].split())
    entity = actor.entity if actor else ""
    return Meant(Actor(entity, "person", surface, at, end), found.end("noun"))


def actors_before(talk: Talk, at: int) -> Iterator[Actor]:
    """Whom and what of the registry the article names before `at`, the last one first."""
    reading = talk.reading
    index = reading.sentence_at(at)
    for number in range(index, max(-1, index - _REACH), -1):
        yield from _actors_in(reading.skeletons[number], at)


def _actors_in(skeleton: Skeleton, at: int) -> list[Actor]:
    if not skeleton.units:
        return []
    return [one for one in map(skeleton.units.get, skeleton.text)
            if isinstance(one, Actor) and one.entity and one.end <= at][::-1]


def _in_sentence(skeleton: Skeleton, at: int) -> list[Actor]:
    return [one for one in _actors_in(skeleton, at) if one.kind == "person"]


def _holder(
    talk: Talk, people: list[Actor], noun: str, home: str, at: int
) -> Actor | None:
    """The one person so named who holds such an office; of several the one in play."""
    able: dict[str, Actor] = {}
    for one in people:
        if one.entity not in able and _of(talk, one, home) and _holds(talk, one.entity, noun):
            able[one.entity] = one
    if len(able) > 1 and talk.speaker is not None and talk.speaker.entity in able:
        return able[talk.speaker.entity]
    if len(able) > 1:
        titled = {one.entity for number, skeleton in enumerate(talk.reading.skeletons[:_TITLES])
                  if talk.reading.is_title(number)
                  for one in _in_sentence(skeleton, talk.reading.title_end)}
        if len(titled & able.keys()) == 1:  # whom the article is about
            return able[(titled & able.keys()).pop()]
        first = talk.reading.sentence_at(at)
        able = {key: one for key, one in able.items()
                if first - talk.reading.sentence_at(one.start) < _NEAR[0]}
    return next(iter(able.values())) if len(able) == 1 else None


def _holds(talk: Talk, person: str, noun: str) -> bool:
    """Whether an office of a person that day, or any when none is known then, is called so."""
    entity = talk.background.people.get(person)
    if entity is None:
        return False
    title = next((title for word, title in talk.syntax.offices_meant if word.fullmatch(noun)), None)
    offices = held(entity, talk.reading.published) or entity.offices
    return title is not None and any(title.search(one.title["en"].lower()) for one in offices)


def _of(talk: Talk, one: Actor, home: str) -> bool:
    return not home or talk.background.country_of.get(f"person:{one.entity}", "") == home


def _near(talk: Talk, people: list[Actor], at: int, reach: int) -> list[Actor]:
    """Those named in this sentence or the few before it, each once."""
    here = talk.reading.sentence_at(at)
    near: dict[str, Actor] = {}
    for one in people:
        if here - talk.reading.sentence_at(one.start) > reach:
            break
        near.setdefault(one.entity, one)
    return list(near.values())


def _only(talk: Talk, people: list[Actor], at: int, fits: Callable[[Actor], bool]) -> Actor | None:
    """The one who fits among those named nearest; None when two do."""
    for reach in _NEAR:
        able = [one for one in _near(talk, people, at, reach) if fits(one)]
        if able:
            return able[0] if len(able) == 1 else None
    return None


def _party(
    talk: Talk, people: list[Actor], at: int, home: str, guest: bool
) -> Actor | None:
    """The guest or the host of the two who meet where the text last says that they do."""
    country = _country_before(talk, at)
    if not country:
        return None
    codes = talk.background.country_of
    return _only(talk, people, at, lambda one: _of(talk, one, home) and (
        (codes.get(f"person:{one.entity}", country) != country) == guest
    ))


def _country_before(talk: Talk, at: int) -> str:
    """The country of the last place or seat near `at` in which something is told to happen."""
    reading, codes = talk.reading, talk.background.country_of
    first = reading.sentences[max(0, reading.sentence_at(at) - _NEAR[1])].start
    behind = bisect_left(reading.mentions, at, key=lambda m: m.start)
    for one in reversed(reading.mentions[:behind]):
        if one.start < first:
            break
        if one.kind in ("place", "organisation") and _LED.search(
            reading.flat[max(0, one.start - 12):one.start]
        ) and (code := codes.get(f"{one.kind}:{one.entity}", "")):
            return code
    lead = next((m for m in reading.mentions
                 if m.kind == "place" and m.start >= reading.title_end), None)
    begins = lead and not reading.text[reading.title_end:lead.start].strip()
    return codes.get(f"place:{lead.entity}", "") if lead and begins else ""  # the dateline


def _other(talk: Talk, people: list[Actor], at: int, home: str) -> Actor | None:
    """Whom the speaker in play meets: the one other person named near."""
    speaker = talk.speaker
    if speaker is None:
        return None
    return _only(talk, people, at,
                 lambda one: one.entity != speaker.entity and _of(talk, one, home))


def _a_stranger_may_be(talk: Talk, noun: str, actor: Actor | None, at: int) -> bool:
    """Whether somebody whom the registry does not know came up so, and is as likely meant."""
    stem = re.escape(noun.split()[0 if talk.syntax.nominative else -1][:_STEM])
    word = re.compile(rf"(?<!\w){stem}")
    if any(
        not one.entity and (actor is None or one.start > actor.start)
        and word.search(" ".join(words))
        for one, words in zip(talk.cast.people, talk.cast.words, strict=True)
    ):
        return True
    # «с министром культуры Иваном Новаком»: what was drawn into no name is a stranger's.
    full = re.compile(rf"(?<!\w){stem}\w{{0,4}}(?<![ыи])(?<!ов)(?<!s)(?!\w)")
    index = talk.reading.sentence_at(at)
    return any(
        _name_behind(talk, skeleton, found.end())
        for skeleton in talk.reading.skeletons[max(0, index - _NEAR[0]):index + 1]
        for found in full.finditer(skeleton.text)
        if skeleton.starts[found.start()] < at
    )


def _name_behind(talk: Talk, skeleton: Skeleton, at: int) -> bool:
    """Whether a word with a capital that is no known name stands in the phrase behind `at`."""
    text = talk.reading.text
    for word in list(_WORD.finditer(skeleton.text, at, at + _PHRASE)):
        if word[0] in ".;:" or word[0] in skeleton.units:
            return False
        if text[skeleton.starts[word.start()]].isupper():
            return True
    return False


def meant_by_pronoun(talk: Talk, at: int) -> Actor | None:
    """Whom «он» at the article offset `at` means when not the speaker in play.

    That is the one person whom the sentence before names as a subject can be named, where it
    does not name the speaker at all.
    """
    reading = talk.reading
    index = reading.sentence_at(at) - 1
    if index < 0 or reading.is_title(index) or not talk.syntax.after_verb:
        return None
    skeleton = reading.skeletons[index]
    named = {one.entity: one for one in _in_sentence(skeleton, at)}
    if len(named) != 1 or talk.speaker is None or talk.speaker.entity in named:
        return None
    one = next(iter(named.values()))
    place = next(i for i, c in enumerate(skeleton.text) if skeleton.units.get(c) is one)
    if talk.syntax.nominative:
        return one if talk.background.nominative(one) else None
    before = skeleton.text[:place]
    beside = talk.syntax.governed.search(before) or talk.syntax.possessed.search(before)
    return None if beside or skeleton.text.startswith("'s", place + 1) else one
