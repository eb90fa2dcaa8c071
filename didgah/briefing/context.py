"""What every slide is made with: the data, the language of the deck, addresses, citations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import quote, urlencode

from didgah.addresses import is_web
from didgah.annotate.published import publication_of
from didgah.briefing.slides import Evidence
from didgah.citation import cite
from didgah.describe import describe
from didgah.filters import Filters
from didgah.language.calendars import civil_calendar, home_calendar
from didgah.language.messages import INTERFACE_LANGUAGES, text
from didgah.model import Annotation, Article, Language
from didgah.outlets import outlet_name
from didgah.queries import snippets
from didgah.store.article_rows import outlet_key
from didgah.store.reader import Snapshot


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """`base` is the dashboard's address with "/" at its end ("" when not known: addresses
    are then relative); `today` decides what is still to come."""

    snapshot: Snapshot
    language: Language
    base: str
    today: date

    def address(self, page: str, filters: Filters | None = None, **view: str) -> str:
        """Where a page shows the same, on this data version and in the calendar chosen."""
        pairs = (filters or Filters()).to_pairs()
        pairs += [(name, value) for name, value in view.items() if value]
        if self.language != INTERFACE_LANGUAGES[0]:
            pairs.append(("lang", self.language))
        calendar = home_calendar(self.language)
        if calendar != civil_calendar(self.language):
            pairs.append(("calendar", calendar))
        pairs.append(("version", self.snapshot.version))
        return f"{self.base}{page}?{urlencode(pairs, quote_via=quote)}"

    def scope(self, filters: Filters) -> str:
        """The filters in words."""
        return describe(filters, self.language, self.snapshot.registry)

    @property
    def source(self) -> str:
        """Which corpus the numbers are from, in words."""
        name = "downloads.source_sample" if self.snapshot.is_sample else "downloads.source"
        return text(name, self.language)

    def evidence(
        self, article: Article, annotation: Annotation, start: int, end: int
    ) -> Evidence:
        """The passage `article.text[start:end]` with its citation and its place."""
        outlet = outlet_name(outlet_key(annotation), self.snapshot.registry, self.language)
        return Evidence(
            text=article.text[start:end], language=annotation.language, article=article.id,
            title=article.title, outlet=outlet, day=publication_of(article).value,
            cited=cite(article, outlet, self.language),
            where=self.address("reader", article=article.id, at=str(start)),
            url=article.url if is_web(article.url) else "",
        )

    def passages(self, filters: Filters, most: int = 5) -> tuple[Evidence, ...]:
        """The sentences that answer the filters best, of the newest `most` articles in scope."""
        return tuple(
            self.evidence(one.article, one.annotation, one.start, one.end)
            for one in snippets.newest(self.snapshot, filters, most)
        )
