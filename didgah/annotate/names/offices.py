"""Offices that stand for their holder: «رئیس جمهوری روسیه», «глава МИД РФ», "Russia's president".

Which offices exist, who held them when and how four languages word them are tables of the
registry (people_offices.csv, office_words.csv). An office is resolved by the article
itself where it stands beside a holder's name, else by the day of publication.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from didgah.annotate.matching.company import Context, Rule
from didgah.annotate.matching.inflection import russian_forms
from didgah.annotate.matching.phrases import (
    Match,
    PhraseTree,
    Tokens,
    leftmost_longest,
    token_spans,
    tokens_of,
)
from didgah.annotate.names.office_phrases import OWN, Post, office_phrases
from didgah.annotate.names.own_offices import beside_another, own_holder, told_alone
from didgah.annotate.sentences.full_names import GIVEN, load_names
from didgah.annotate.sentences.skeleton import plain
from didgah.model import Language, Mention, Reference, Registry, Span

# Without a publication date an office counts as unchanged when one person holds it all the
# time from the first year of the chronology until today.
_SPAN_OF_COVERAGE = date(2003, 1, 1)
# What may stand between a name and the office in apposition to it.
_APPOSITION = re.compile(r"[ \u00a0\u200c,،–—«»\"]*(?:the )?")
_LONGEST_APPOSITION = 7
_REACH = 40  # characters from an office in which a name may tell whose it is
# Two words behind an office, after nothing but a comma or a quotation mark.
_NAME_BEHIND = re.compile(r"[ \u00a0\u200c]?[,،]? ?[«\"“]?([^\W\d_]{2,})[ \u200c]([^\W\d_]{2,})")
# Words of an office that only tie it to a name: "Russia's president", "president of Russia".
_LINKS = frozenset(("s", "of", "the", "ل", "в", "در", "to"))
_KEPT = 4

_finders: dict[str, _Finder] = {}


def find_references(
    text: str, language: Language, mentions: Sequence[Mention], published: date | None,
    registry: Registry, sentences: Sequence[Span], tokens: Tokens | None = None,
    outlet_country: str = "",
) -> tuple[Reference, ...]:
    """Offices in `text` whose holder is known, in order.

    A span leaves out the names inside it («رئیس جمهوری» of «رئیس جمهوری روسیه») and so
    overlaps no mention. An office whose holder at `published` is not certain gives nothing,
    unless the article names one holder beside it. `tokens` is `tokens_of(text)` where it is known,
    `outlet_country` the ISO code of the country that the text is published in.
    """
    finder = _finders.get(registry.version)
    if finder is None:
        while len(_finders) >= _KEPT:
            _finders.pop(next(iter(_finders)))
        finder = _finders[registry.version] = _Finder(registry)
    return tuple(finder.find(
        tokens or tokens_of(text), language, mentions, published, sentences, outlet_country))


def holders(registry: Registry) -> dict[Post, tuple[tuple[str, date, date], ...]]:
    """For each post: person id, first and last day, open ends as `date.min` and `date.max`."""
    terms: dict[Post, list[tuple[str, date, date]]] = defaultdict(list)
    for entity in registry.entities.values():
        for office in entity.offices:
            if office.office:
                terms[office.office, office.of].append(
                    (entity.id, office.since or date.min, office.until or date.max)
                )
    return {post: tuple(sorted(found, key=lambda t: t[1])) for post, found in terms.items()}


class _Finder:
    """Everything about offices that is worked out once from a registry."""

    def __init__(self, registry: Registry) -> None:
        self._registry = registry
        self._holders = holders(registry)
        self._country_of = {
            of: registry.entities[of].country for _, of in self._holders}
        self._trees: dict[Language, PhraseTree[Post]] = {}
        self._rules: dict[Language, Rule] = {
            cue.language: Rule(cue) for cue in registry.cues if cue.entity == "office:*"
        }

    def find(
        self, tokens: Tokens, language: Language, mentions: Sequence[Mention],
        published: date | None, sentences: Sequence[Span], outlet_country: str = "",
    ) -> Iterator[Reference]:
        if language not in ("fa", "ru", "ar", "en"):
            return
        text = tokens.text
        context = Context(tokens, language)
        rule = self._rules.get(language)
        found: list[tuple[Match[Post], tuple[Post, ...], str]] = []
        own: list[Match[Post]] = []
        named: dict[Post, set[str]] = defaultdict(set)
        around = _Around(mentions)
        for matches in leftmost_longest(self._tree(language).matches(tokens)):
            match = matches[0]
            if rule and rule.forbids(match.first, match.last, context):
                continue
            posts = tuple(dict.fromkeys(m.phrase.what for m in matches))
            if posts[0][1] == OWN:
                if told_alone(text, match.start, match.end, language):
                    own.append(match)
                continue
            near = around.of(match, _REACH)
            beside = self._beside(text, match, posts, near)
            if not beside and (
                _stranger(match, context, sentences) if language in ("ru", "en")
                else self._somebody_else(text, match, posts, near, language, published)
            ):
                continue
            for post in posts:
                if beside in {person for person, _, _ in self._holders[post]}:
                    named[post].add(beside)
            found.append((match, posts, beside))
        for match, posts, beside in found:
            person = beside or self._by_date(posts, published) or _only(named, posts)
            span = _outside(text, match, around.of(match, 0)) if person else None
            if span:
                yield Reference(person, "person", text[slice(*span)], *span, "office")
        if not own:
            return
        people = {m.entity for m in mentions if m.kind == "person"}
        for match in own:
            person = own_holder(match.phrase.what[0], language, outlet_country, people,
                                self._holders, self._country_of, published)
            if beside_another(
                text, match.start, match.end, person, around.of(match, _REACH), language
            ):
                continue
            span = _outside(text, match, around.of(match, 0)) if person else None
            if span:
                yield Reference(person, "person", text[slice(*span)], *span, "office")

    def _beside(
        self, text: str, match: Match[Post], posts: tuple[Post, ...], mentions: Sequence[Mention]
    ) -> str:
        """The holder named in apposition: just before or just behind the office."""
        able = {person for post in posts for person, _, _ in self._holders[post]}
        for mention in mentions:
            if mention.kind != "person" or mention.entity not in able:
                continue
            if mention.end <= match.start:
                between = text[mention.end : match.start]
            elif mention.start >= match.end:
                between = text[match.end : mention.start]
            else:
                continue
            if len(between) <= _LONGEST_APPOSITION and _APPOSITION.fullmatch(between):
                return mention.entity
        return ""

    def _somebody_else(
        self, text: str, match: Match[Post], posts: tuple[Post, ...],
        mentions: Sequence[Mention], language: Language, published: date | None,
    ) -> bool:
        """Whether the name of another than the holder follows, where no capitals tell a name.

        That is a known person of the country who never held the office, or a given name that
        is not the holder's with another word behind it.
        """
        behind = _NAME_BEHIND.match(text, match.end)
        if not behind:
            return False
        start = behind.start(1)
        known = next((m for m in mentions if m.start == start and m.kind == "person"), None)
        people = self._registry.entities
        if known is not None:
            homes = {people[of].country for _, of in posts}
            return people[f"person:{known.entity}"].country in homes - {""}
        names = load_names(GIVEN)[language]
        first, second = plain(behind[1]), plain(behind[2])
        holder = self._by_date(posts, published)
        own = plain(people[f"person:{holder}"].names[language]).split() if holder else []
        return first in names.given and second not in names.stops and first not in own

    def _by_date(self, posts: tuple[Post, ...], published: date | None) -> str:
        """The one person who held any of `posts` on the day, "" when that is not certain."""
        people = set()
        for post in posts:
            for person, since, until in self._holders[post]:
                if published is None:
                    if since <= _SPAN_OF_COVERAGE and until == date.max:
                        people.add(person)
                elif since <= published <= until:
                    people.add(person)
        return people.pop() if len(people) == 1 else ""

    def _tree(self, language: Language) -> PhraseTree[Post]:
        if language not in self._trees:
            inflect = russian_forms if language == "ru" else None
            self._trees[language] = PhraseTree(
                language, office_phrases(self._registry, self._holders, language), inflect)
        return self._trees[language]


class _Around:
    """Mentions, which are apart and in order, and quickly those near a place."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._mentions = mentions
        self._starts = [m.start for m in mentions]
        self._ends = [m.end for m in mentions]

    def of(self, match: Match[Post], reach: int) -> Sequence[Mention]:
        """Those at most `reach` characters before, in or behind the match."""
        low = bisect_left(self._ends, match.start - reach)
        return self._mentions[low:bisect_right(self._starts, match.end + reach)]


def _stranger(match: Match[Post], context: Context, sentences: Sequence[Span]) -> bool:
    """A capitalised word that is no known name follows: the office of somebody not in the tables.

    Only where the languages write names with capitals, and only inside the sentence.
    """
    if match.last + 1 >= len(context.starts):
        return False
    start = context.starts[match.last + 1]
    if context.text[match.end : start].strip(" \u00a0"):
        return False
    following = bisect_left(sentences, match.end, key=lambda s: s.start)
    if following < len(sentences) and sentences[following].start <= start:
        return False
    word = context.surface(match.last + 1)
    return word[0].isupper() and not word.isupper()


def _only(named: dict[Post, set[str]], posts: tuple[Post, ...]) -> str:
    people = set().union(*(named.get(post, set()) for post in posts))
    return people.pop() if len(people) == 1 else ""


def _outside(text: str, match: Match[Post], mentions: Sequence[Mention]) -> tuple[int, int] | None:
    """The longest stretch of the office's words that no mention covers."""
    pieces, at = [], match.start
    for mention in mentions:
        if mention.end <= match.start or mention.start >= match.end:
            continue
        pieces.append((at, max(at, mention.start)))
        at = max(at, mention.end)
    pieces.append((at, max(at, match.end)))
    spans = []
    for start, end in pieces:
        words = [
            (start + one, start + other)
            for one, other in token_spans(text[start:end])
        ]
        while words and text[slice(*words[-1])] in _LINKS:
            words.pop()
        while words and text[slice(*words[0])] in _LINKS:
            words.pop(0)
        if words:
            spans.append((words[0][0], words[-1][1]))
    return max(spans, key=lambda span: span[1] - span[0], default=None)
