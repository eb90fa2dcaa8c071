"""People whom no table has, where a meeting is told of: full names, and names beside an office.

Without them "talks with the president of Venezuela, Nicolás Maduro" has one side only. A
stranger is known by the name as written and never taken for somebody of the registry.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from didgah.annotate.sentences.full_names import Names, straight
from didgah.annotate.sentences.skeleton import ACTOR, UNIT, Actor, Skeleton, plain, with_actor
from didgah.annotate.sentences.syntax import Syntax
from didgah.language.fold import key
from didgah.model import Candidate

MARK = "?"  # no id of the registry begins with it

_UNIT = re.compile(UNIT)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’\u200c][^\W\d_]+)*")
_CASED = ("ru", "en")
_SENTENCE = 4000  # characters; what is longer is no sentence
_LONGEST = 5  # words of a name
_OFFICE_REACH = 110  # characters before a name in which its office may begin
_SAME = 5  # letters that surnames in two cases have in common


_QUOTED = re.compile(r'"([^\W\d_]+(?: [^\W\d_]+){1,3})"')
_APART = re.compile(r"[.;:!؟?،,\ue000-\ue3ff]")
_SURNAME = re.compile(rf" (?:[^\W\d_]{{1,3}}-)?({ACTOR})")
_BEHIND = re.compile(rf"[\"،,]? ?({ACTOR})")


@dataclass(slots=True)
class Strangers:
    """The strangers of one article; a person told of twice has one name, the first.

    `people` are those whom the finder of names proposes, in order; rules find others.
    """

    names: Names
    syntax: Syntax
    text: str
    next_member: re.Pattern[str]  # the «و» before the next of several offices
    people: Sequence[Candidate] = ()
    _known: dict[frozenset[str], str] = field(default_factory=dict)

    def into(self, skeleton: Skeleton) -> Skeleton:
        """The skeleton with every stranger, and the office beside the name, as one actor."""
        if len(skeleton.text) > _SENTENCE:
            return skeleton
        spans = self._proposed(skeleton)
        for start, end, words in sorted([*self._spans(skeleton), *self._quoted(skeleton)]):
            if all(end <= one[0] or one[1] <= start for one in spans) and not (
                self._part_of_name(skeleton, end)
            ):
                spans.append((start, end, words, ""))
        spans.sort()
        floors = [0, *(one[1] for one in spans)]
        for (start, end, words, name), floor in list(zip(spans, floors, strict=False))[::-1]:
            skeleton = self._placed(skeleton, start, end, words, floor, name)
        return self._titled(skeleton)

    def anybody(self, start: int, end: int) -> bool:
        """Whether a person is proposed between two offsets of the article."""
        at = bisect_left(self.people, start, key=lambda one: one.start)
        return at < len(self.people) and self.people[at].end <= end

    def _proposed(self, skeleton: Skeleton) -> list[tuple[int, int, list[str], str]]:
        """(start, end, words, name) of everybody proposed, in positions of the skeleton."""
        found: list[tuple[int, int, list[str], str]] = []
        if not skeleton.text:
            return found
        limit = skeleton.ends[-1]
        at = bisect_left(self.people, skeleton.starts[0], key=lambda one: one.start)
        for one in self.people[at:]:
            if one.end > limit:
                break
            start = bisect_left(skeleton.starts, one.start)
            end = bisect_left(skeleton.ends, one.end) + 1
            inside = start < end <= len(skeleton.text)
            whole = inside and skeleton.starts[start] == one.start and (
                skeleton.ends[end - 1] == one.end)
            if whole and not _UNIT.search(skeleton.text, start, end) and not (
                self._part_of_name(skeleton, end)
            ):
                found.append((start, end, one.name.split(), one.name))
        return found

    def _part_of_name(self, skeleton: Skeleton, end: int) -> bool:
        """Whether somebody's surname follows, so that what ends here is his given name.

        «Мухаммед ас-Судани», of whom the registry knows the surname alone.
        """
        behind = _SURNAME.match(skeleton.text, end)
        unit = skeleton.units.get(behind[1]) if behind else None
        return isinstance(unit, Actor) and unit.kind == "person" and not (
            is_stranger(unit.entity) or unit.office or " " in unit.surface)

    def _titled(self, skeleton: Skeleton) -> Skeleton:
        """The office in full words before a full name drawn into its actor."""
        for mark, unit in list(skeleton.units.items()):
            at = skeleton.text.find(mark)
            if not isinstance(unit, Actor) or unit.kind != "person" or unit.office or at < 0 or (
                is_stranger(unit.entity) or " " not in unit.surface
            ):
                continue
            office, _, first, last = self._office(skeleton, at, at + 1, 0)
            if " " in office and last == at + 1:
                begin, stop = skeleton.starts[first], skeleton.ends[last - 1]
                told = replace(unit, start=begin, end=stop, office=office)
                skeleton = with_actor(skeleton, told, begin, stop)
        return skeleton

    def _placed(
        self, skeleton: Skeleton, start: int, end: int, words: list[str], floor: int, name: str
    ) -> Skeleton:
        """The skeleton with one more stranger; what stands before `floor` is not his.

        `name` is how he is called where that is known, else his name as written is made straight.
        """
        office, of, first, last = self._office(skeleton, start, end, floor)
        if skeleton.text[first - 1:first] == '"' and '"' in skeleton.text[end:last]:
            first -= 1  # the opening one of a pair
        elif skeleton.text[start - 1:start] == skeleton.text[end:end + 1] == '"' and (
            first == start and last == end
        ):
            first, last = start - 1, end + 1
        name = self._name(words, self._written(skeleton, start, end), office, name)
        begin, stop = skeleton.starts[first], skeleton.ends[last - 1]
        actor = Actor(MARK + name, "person", name, begin, stop, office, of)
        return with_actor(skeleton, actor, begin, stop)

    def _spans(self, skeleton: Skeleton) -> Iterator[tuple[int, int, list[str]]]:
        """(start, end, words) of each name, in positions of the skeleton, from left to right."""
        text, cased = skeleton.text, self.names.language in _CASED
        # Without capitals only a given name begins one; without a cased letter there is none.
        if self.names.language == "fa" and not text.islower() and (
            self.names.given.isdisjoint(_WORD.findall(text))
        ):
            return
        words = [(m.start(), m.end()) for m in _WORD.finditer(text)]
        at = 0
        while at < len(words):
            start = words[at][0] + self._clitic(text[slice(*words[at])])
            after_particle = at and text[slice(*words[at - 1])] in self.names.particles
            if after_particle or not self._opens(skeleton, start, words[at][1]):
                at += 1
                continue
            words[at] = start, words[at][1]
            last = at
            while last + 1 < len(words) and last - at < _LONGEST and (
                text[words[last][1]:words[last + 1][0]] == " "
                and self._continues(skeleton, *words[last + 1])
            ):
                last += 1
            while last > at and text[slice(*words[last])] in self.names.particles:
                last -= 1
            beside = _office_before(skeleton, start) is not None
            if last > at or (beside and cased):
                end = words[last][1]
                yield start, end, [self._written(skeleton, *w) for w in words[at:last + 1]]
            at = last + 1

    def _quoted(self, skeleton: Skeleton) -> Iterator[tuple[int, int, list[str]]]:
        """Two to four words in quotation marks beside an office: «…» دبیرکل سازمان ملل."""
        if self.names.language in _CASED or '"' not in skeleton.text:
            return
        for match in _QUOTED.finditer(skeleton.text):
            start, end = match.span(1)
            behind = _BEHIND.match(skeleton.text, match.end())
            unit = skeleton.units.get(behind[1]) if behind else None
            office = isinstance(unit, Actor) and unit.kind != "person" and unit.office
            if office or _office_before(skeleton, start) is not None:
                yield start, end, self._written(skeleton, start, end).split()

    def _clitic(self, word: str) -> int:
        """One when an Arabic preposition or "and" is written together with a given name."""
        return int(
            self.names.language == "ar" and word[0] in "وبلفک" and word not in self.names.given
            and word[1:] in self.names.given
        )

    def _opens(self, skeleton: Skeleton, start: int, end: int) -> bool:
        word = skeleton.text[start:end]
        capital = self._written(skeleton, start, end)[0].isupper()
        if self.names.language in _CASED and not capital:
            return False
        if word in self.names.given:
            return True
        return capital and len(word) > 2 and _office_before(skeleton, start) is not None and (
            not self.syntax.office_head.match(word)
        )

    def _continues(self, skeleton: Skeleton, start: int, end: int) -> bool:
        word = skeleton.text[start:end]
        if word in self.names.particles:
            return True
        if self.syntax.office_head.match(word) or word in self.names.stops:
            return False
        if self.names.language in _CASED:
            written = self._written(skeleton, start, end)
            return written[0].isupper() and (len(written) == 1 or not written.isupper())
        if self.names.language == "ar" and word[0] == "و" and (
            word.startswith("وال") or self.syntax.calling.match(word[1:])
        ):
            return False
        return len(word) > 1

    def _written(self, skeleton: Skeleton, start: int, end: int) -> str:
        return self.text[skeleton.starts[start]:skeleton.ends[end - 1]]

    def _office(
        self, skeleton: Skeleton, start: int, end: int, floor: int
    ) -> tuple[str, str, int, int]:
        """(office, what it is an office of, first and last position of the noun phrase)."""
        at = _office_before(skeleton, start)
        if at is not None:
            actor = skeleton.units[skeleton.text[at]]
            assert isinstance(actor, Actor)
            return actor.office, actor.of or actor.entity, at, end
        after = _BEHIND.match(skeleton.text, end)
        if after and not self._named_next(skeleton, after.end()):
            actor = skeleton.units[after[1]]
            if isinstance(actor, Actor) and actor.kind != "person" and actor.office:
                return actor.office, actor.of or actor.entity, start, after.end()
        begin = max(floor, start - _OFFICE_REACH)
        heads = [m.span() for m in self.syntax.office_head.finditer(skeleton.text, begin, start)]
        for joint in self.next_member.finditer(skeleton.text, begin, start):
            # «… ووزير الخارجية …»: what stands before is another's
            heads = [(joint.end(), joint.end())]
        for first, after_head in heads:
            between = skeleton.text[after_head:start]
            if not _APART.search(between) and not any(
                self.syntax.preposition.fullmatch(one) for one in between.split()
            ):
                return self._written(skeleton, first, start).strip(' «"'), "", first, end
        return self._office_words_behind(skeleton, end), "", start, end

    def _office_words_behind(self, skeleton: Skeleton, end: int) -> str:
        """The words of an office that follow a name, up to a mark, a preposition or a sign."""
        at = end + len(re.compile(r"[\"،,]? ?").match(skeleton.text, end)[0])
        if at == end or not self.syntax.office_head.match(skeleton.text, at):
            return ""
        last = at
        for word in list(_WORD.finditer(skeleton.text, at, at + _OFFICE_REACH))[:_LONGEST]:
            if skeleton.text[last:word.start()].strip() or word[0] in self.names.stops or (
                self.syntax.preposition.fullmatch(word[0]) and last > at
            ):
                break
            last = word.end()
        return self._written(skeleton, at, last) if last > at else ""

    def _named_next(self, skeleton: Skeleton, at: int) -> bool:
        """Whether an office that ends at `at` goes with the name that follows."""
        next_ = re.compile(rf" ?(?:({ACTOR})|(\w))").match(skeleton.text, at)
        if not next_:
            return False
        unit = skeleton.units.get(next_[1] or "")
        if isinstance(unit, Actor):
            return unit.kind == "person"
        return bool(next_[2]) and self._written(skeleton, next_.start(2), next_.end(2)).isupper()

    def _name(self, words: list[str], written: str, office: str, told: str) -> str:
        """The name by which this person went before in the article, else in the nominative."""
        stems = frozenset(key(w)[:_SAME] for w in words if len(w) > 2)
        for known, name in self._known.items():
            if len(known & stems) >= min(2, len(stems), len(known)):
                return name
        name = told or " ".join(written.split())
        if self.names.language == "ru" and not told:
            name = self._nominative(words, office)
        self._known[stems] = name
        return name

    def _nominative(self, words: list[str], office: str) -> str:
        given = next((w for w in words if plain(w) in self.names.nominative), None)
        base = self.names.nominative[plain(given)] if given else ""
        if given is None or base == plain(given):
            # "с Премьер-министром Мьянмы …": only the office tells the case.
            oblique = office.split(" ")[0].endswith(("ом", "ем", "ым"))
            return " ".join([*words[:-1], straight(words[-1], "") if oblique else words[-1]])
        made = [base.title() if w is given else straight(w, base) for w in words]
        return " ".join(made)


def is_stranger(entity: str) -> bool:
    """Whether an actor's id is the name of somebody whom no table has."""
    return entity.startswith(MARK)


def _office_before(skeleton: Skeleton, start: int) -> int | None:
    """Where the sign of an office that nobody is known to hold stands just before `start`."""
    at = start - 1
    while at >= 0 and skeleton.text[at] in ' "':
        at -= 1
    unit = skeleton.units.get(skeleton.text[at]) if at >= 0 else None
    if isinstance(unit, Actor) and unit.kind != "person" and unit.office:
        return at
    return None
