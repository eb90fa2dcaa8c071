"""The questions answered a second time, naively: loops over articles and annotations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from didgah import textquery
from didgah.filters import Filters
from didgah.model import Annotation, Article, Meeting, Reprint


@dataclass(frozen=True)
class Facts:
    """What a filter can ask of one article."""

    article: Article
    annotation: Annotation
    meetings: tuple[Meeting, ...]  # per report
    original: str = ""  # the article whose text it prints, "" when nobody else does

    @property
    def id(self) -> str:
        return self.article.id

    @property
    def day(self) -> date | None:
        return self.article.published.value

    @property
    def language(self) -> str:
        found = self.annotation.language
        return found if found in ("fa", "ru", "ar", "en") else "und"

    @property
    def outlet(self) -> str:
        stated = self.annotation.outlet_name
        return self.annotation.outlet or (f"name:{stated}" if stated else "unknown")

    @property
    def entities(self) -> Counter[str]:
        names = [f"{one.kind}:{one.entity}" for one in self.annotation.mentions]
        offices = [f"{one.kind}:{one.entity}" for one in self.annotation.references
                   if one.how == "office"]
        return Counter(names + offices)

    @property
    def terms(self) -> Counter[str]:
        counts: Counter[str] = Counter()
        for term in self.annotation.terms:
            counts[f"{self.language}:{term.lemma}"] += term.count
        return counts

    @property
    def themes(self) -> set[str]:
        return {hit.theme for hit in self.annotation.themes}

    @property
    def candidates(self) -> Counter[str]:
        """Names outside the registry: "kind:name", lower case, and how often."""
        return Counter(f"{one.kind}:{one.name.lower()}" for one in self.annotation.candidates)

    @property
    def cites(self) -> set[str]:
        return {one.outlet or f"name:{one.name}" for one in self.annotation.attribution
                if one.role == "source" and (one.outlet or one.name.startswith("News agency"))}

    def fits(self, filters: Filters) -> bool:
        asks = [
            (filters.languages, {self.language}),
            (filters.outlets, {self.outlet}),
            (filters.entities, set(self.entities)),
            (tuple(f"place:{one}" for one in filters.places), set(self.entities)),
            (filters.series, {one.series for one in self.meetings}),
            (filters.status, {one.status for one in self.meetings}),
            (filters.meetings, {one.id for one in self.meetings}),
            (filters.themes, self.themes),
            (filters.terms, set(self.terms)),
            (filters.candidates, set(self.candidates)),
            (filters.topics, {self.annotation.screen.topic}),
            (filters.cites, self.cites),
            (filters.texts, {self.original}),
            ((filters.reprints,) if filters.reprints else (),
             {"again" if self.original not in ("", self.id) else "first"}),
        ]
        if any(asked and not set(asked) & held for asked, held in asks):
            return False
        if (filters.since or filters.until) and self.day is None:
            return False
        if filters.since and self.day < filters.since:
            return False
        if filters.until and self.day > filters.until:
            return False
        if filters.undated and self.day is not None:
            return False
        if filters.query:
            node = textquery.parse(filters.query)
            if not textquery.matches(node, textquery.tokens(self.article.text)):
                return False
        return all(map(self._holds, filters.also)) and not any(map(self._holds, filters.excluded))

    def _holds(self, value: str) -> bool:
        field, _, rest = value.partition(":")
        if field == "language":
            return rest == self.language
        if field == "publisher":
            return rest == self.outlet
        if field == "topic":
            return rest == self.annotation.screen.topic
        if field == "year":
            return self.day is not None and rest == str(self.day.year)
        if field == "meeting":
            return rest in {one.id for one in self.meetings}
        if field == "series":
            return rest in {one.series for one in self.meetings}
        if field == "theme":
            return rest in self.themes
        if field == "term":
            return rest in self.terms
        if field == "cites":
            return rest in self.cites
        if field == "candidate":
            return rest in self.candidates
        return value in self.entities


class Corpus:
    """All articles of a small corpus with the meetings their reports were joined into."""

    def __init__(
        self, written: Iterable[tuple[Article, Annotation]], meetings: Iterable[Meeting],
        reprints: Iterable[Reprint] = (),
    ) -> None:
        self.meetings = list(meetings)
        joined = {
            (ref.article, ref.index): one for one in self.meetings for ref in one.reports
        }
        original = {one.article: one.group for one in reprints}
        self.all = [
            Facts(article, annotation, tuple(
                joined[article.id, at] for at in range(len(annotation.meetings))),
                original.get(article.id, ""))
            for article, annotation in written
        ]

    def within(self, filters: Filters) -> list[Facts]:
        return [one for one in self.all if one.fits(filters)]

    def count(self, filters: Filters) -> int:
        return len(self.within(filters))

    def mentions(self, filters: Filters, key: str) -> int:
        return sum(one.entities[key] for one in self.within(filters))

    def occurrences(self, filters: Filters, term: str) -> int:
        return sum(one.terms[term] for one in self.within(filters))
