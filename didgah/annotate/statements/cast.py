"""Who has come up in an article so far, known or not, and whom a shorter form of a name means.

A person is brought in by a name with an office ("Ivan Petrov, head of the board") and called
by part of it later ("Petrov", "the head of the board"). A form means the person whose name and
office hold all its words; nobody is given the words of somebody with another name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

from didgah.annotate.sentences.skeleton import Actor, plain

_WORD = re.compile(r"[^\W_]+")
# Persian newsrooms call the foreign ministry so in turn.
_DIPLOMACY, _MINISTRY = "دستگاه دیپلماسی", "وزارت خارجه"
_NISBA = 5  # letters of an adjective of origin at least
_KEPT = 150  # people; of a whole book the earlier ones are forgotten
_INFLECTED = {"ru"}
_ARTICLE = re.compile(r"^(?:ال|لل)(?=\w{3})")
_EMPTY = frozenset(plain(
    "کشورمان اقای آقای خانم دکتر مهندس سید حجت الاسلام المسلمین و آیت الله سردار جناب حضرت شیخ "
    "السید الدکتور الشیخ معالی سعاده سمو صاحب فخامه جلاله الاستاذ المهندس سماحه معالیه سعادته "
    "mr mrs ms dr the a an of sir господин госпожа г н"
).split())


@dataclass(slots=True)
class Cast:
    """The people of an article in order of entrance; `language` decides how words compare.

    `foreign` are the words for nationalities: "the minister" is not "the German minister".
    """

    language: str
    foreign: frozenset[str] = frozenset()
    people: list[Actor] = field(default_factory=list)
    words: list[tuple[str, ...]] = field(default_factory=list)

    def enter(self, actor: Actor, called: str) -> Actor:
        """Add `actor`, who is called `called` here; returns whoever that is, fullest form."""
        words = self.content(called)
        if not words:
            return actor
        for at in range(len(self.people) - 1, -1, -1):
            known = self.people[at]
            same = known.entity == actor.entity and known.kind == actor.kind if actor.entity \
                else self._shorter(words, self.words[at]) or (
                    not known.entity and len(self.words[at]) > 1
                    and self._shorter(self.words[at], words))
            if not same:
                continue
            new = [w for w in words if not self._has(self.words[at], w)]
            self.words[at] = (*self.words[at], *new)
            if not known.entity and new:
                known = replace(known, surface=actor.surface)
            self.people[at] = known
            return known
        self.people.append(actor)
        self.words.append(words)
        if len(self.people) > _KEPT:
            del self.people[0], self.words[0]
        return actor

    def meant(self, called: str) -> Actor | None:
        """The person whose name and office hold all words of `called`.

        Of several, the one whom the words say most of; else the first, whom the article is
        about: others are told from him ("the German minister").
        """
        words = self.content(called)
        if not words:
            return None
        able = [(known, theirs) for known, theirs in zip(self.people, self.words, strict=True)
                if self._within(words, theirs)]
        exact = [known for known, theirs in able if len(theirs) == len(words)]
        if exact:
            return exact[0]
        return next((
            known for known, theirs in able
            if self._is_name(words, known) or not self._elsewhere(theirs, words)
        ), None)

    def _is_name(self, words: tuple[str, ...], known: Actor) -> bool:
        name = self.content(known.surface)
        return name[-len(words):] == words

    def _shorter(self, words: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
        """Whether `words` are a shorter form of `theirs`, and no office of another country."""
        return self._within(words, theirs) and (
            theirs[-len(words):] == words or not self._elsewhere(theirs, words))

    def _elsewhere(self, theirs: tuple[str, ...], words: tuple[str, ...]) -> bool:
        """Whether a nationality tells theirs from the office that `words` name."""
        if self.language == "ar" and words[-1] in theirs:
            at = theirs.index(words[-1]) + 1
            if at < len(theirs) and len(theirs[at]) >= _NISBA and theirs[at].endswith("ی"):
                return True  # «وزير الخارجية الألماني» is another than «وزير الخارجية»
        return any(
            (word in self.foreign or f"ال{word}" in self.foreign) and word not in words
            for word in theirs
        )

    def office_of(self, actor: Actor) -> str:
        """The words by which somebody came up, without those of the name in use."""
        for known, theirs in zip(self.people, self.words, strict=True):
            if (known.entity, known.surface) == (actor.entity, actor.surface) or (
                actor.entity and known.entity == actor.entity
            ):
                name = self.content(known.surface)
                return " ".join(word for word in theirs if word not in name)
        return ""

    def prefix(self, called: str) -> int:
        """The length of the longest head of `called` that means somebody here, 0 for none."""
        best = 0
        for found in list(_WORD.finditer(called))[:12]:
            if self.meant(called[:found.end()]):
                best = found.end()
            elif plain(found.group()) not in _EMPTY:
                break
        return best

    def content(self, called: str) -> tuple[str, ...]:
        """The words of a name or an office that tell one from another, in plain form."""
        return _content(called, self.language)

    def _within(self, words: tuple[str, ...], theirs: tuple[str, ...]) -> bool:
        return all(self._has(theirs, word) for word in words)

    def _has(self, theirs: tuple[str, ...], word: str) -> bool:
        if word in theirs:
            return True
        return self.language in _INFLECTED and any(_same_stem(word, one) for one in theirs)


@lru_cache(maxsize=10_000)
def _content(called: str, language: str) -> tuple[str, ...]:
    words = plain(called)
    if language == "fa":
        words = words.replace(_DIPLOMACY, _MINISTRY)
    return tuple(dict.fromkeys(
        _ARTICLE.sub("", word) if language == "ar" else word
        for word in _WORD.findall(words) if word not in _EMPTY
    ))


def _same_stem(one: str, other: str) -> bool:
    """Whether two Russian words differ in their endings alone."""
    least = min(len(one), len(other))
    common = 0
    while common < least and one[common] == other[common]:
        common += 1
    return common >= 3 and max(len(one), len(other)) - common <= 3 and least - common <= 2


def can_speak(actor: Actor) -> bool:
    """A person, an organisation, or a country; not an office whose holder is not known."""
    return actor.kind == "person" or not actor.office
