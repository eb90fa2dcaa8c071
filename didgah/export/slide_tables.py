"""What a slide shows as one table: the rows behind a chart, a timeline, a cloud, quotes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from didgah.briefing.slides import (
    Cell,
    Chart,
    Cloud,
    Deck,
    Evidence,
    Quotes,
    Record,
    Slide,
    Table,
    Timeline,
)
from didgah.language.calendars import format_date
from didgah.language.messages import text
from didgah.language.names import language_name
from didgah.language.numbers import format_number, format_percent


def table(slide: Slide, language: str) -> Table:
    """The rows of the slide's body, numbers and days as values; no rows without a body."""
    match slide.body:
        case Chart() as chart:
            return _chart(chart, language)
        case Timeline() as timeline:
            return _timeline(timeline, language)
        case Cloud() as cloud:
            return _cloud(cloud, language)
        case Quotes() as quotes:
            return _quotes(quotes, language)
        case Record() as record:
            return Table(_named(("fact", "said"), language), tuple(
                (Cell(one.label), Cell(one.value, link=one.link)) for one in record.facts))
        case Table() as rows:
            return rows
        case _:
            return Table((), ())


def evidence(deck: Deck) -> Table:
    """Every passage the deck rests on, with the slide it belongs to (its number from 1)."""
    return Table(
        _named(("slide", *_PASSAGE), deck.language),
        tuple((_number(place, deck.language), *_passage(one, deck.language))
              for place, slide in enumerate(deck.slides, 1) for one in _behind(slide)),
    )


def cited(deck: Deck) -> tuple[Evidence, ...]:
    """One passage of each article the deck cites, in the order in which they come."""
    found: dict[str, Evidence] = {}
    for slide in deck.slides:
        for one in _behind(slide):
            found.setdefault(one.article, one)
    return tuple(found.values())


_PASSAGE = ("words", "language", "title", "outlet", "day", "cited", "place", "address")


def _behind(slide: Slide) -> Iterator[Evidence]:
    if isinstance(slide.body, Quotes):
        yield from (one.evidence for one in slide.body.quotes)
    yield from slide.evidence


def _passage(one: Evidence, language: str) -> tuple[Cell, ...]:
    return (
        Cell(one.text, language=one.language), Cell(language_name(one.language, language)),
        Cell(one.title, language=one.language), Cell(one.outlet), _day(one.day, language),
        Cell(one.cited), Cell(one.where, link=one.where), Cell(one.url, link=one.url),
    )


def _named(names: Iterable[str], language: str) -> tuple[str, ...]:
    return tuple(text(f"briefing.column.{name}", language) for name in names)


def _number(value: float | None, language: str, percent: bool = False) -> Cell:
    if value is None:
        return Cell("")
    if percent:
        return Cell(format_percent(value, language, 1), value, percent=True)
    return Cell(format_number(value, language, 0 if value == int(value) else 2), value)


def _day(value, language: str) -> Cell:
    return Cell(format_date(value, language), value) if value else Cell("")


def _chart(chart: Chart, language: str) -> Table:
    columns = ["period" if chart.days else "name", *(["first"] if chart.days else [])]
    named = list(_named(columns, language))
    values: list[list[Cell]] = []
    say = partial(_number, language=language, percent=chart.percent)
    for one in chart.series:
        named.append(f"{one.name} ({chart.unit})")
        values.append([say(value) for value in one.values])
        for key, found in (("low", one.low), ("high", one.high)):
            if found:
                named.append(f"{one.name}: {text(f'briefing.column.{key}', language)}")
                values.append([say(value) for value in found])
        if one.n:
            named.append(f"{one.name}: {text('briefing.column.n', language)}")
            values.append([_number(value, language) for value in one.n])
    rows = []
    for place, category in enumerate(chart.categories):
        head = [Cell(category), *([_day(chart.days[place], language)] if chart.days else [])]
        rows.append((*head, *(column[place] for column in values)))
    return Table(tuple(named), tuple(rows))


def _timeline(timeline: Timeline, language: str) -> Table:
    names = ("meeting", "lane", "when", "first", "last", "precision", "where", "status", "level",
             "articles")
    return Table(_named(names, language), tuple(
        (Cell(one.title), Cell(one.lane), Cell(one.when), _day(one.first, language),
         _day(one.last, language), Cell(text(f"precision.{one.precision}", language)),
         Cell(one.where), Cell(one.status_words), Cell(one.level_words),
         _number(one.articles, language))
        for one in timeline.marks
    ))


def _cloud(cloud: Cloud, language: str) -> Table:
    columns = (*_named(("word", "gloss"), language), cloud.unit)
    return Table(columns, tuple(
        (Cell(one.text, language=cloud.language), Cell(one.gloss),
         Cell(one.value_words, one.value))
        for one in cloud.words
    ))


def _quotes(quotes: Quotes, language: str) -> Table:
    return Table(_named(("who", "office", "how", *_PASSAGE), language), tuple(
        (Cell(one.who), Cell(one.office), Cell(one.how),
         Cell(one.text, language=one.language), *_passage(one.evidence, language)[1:])
        for one in quotes.quotes
    ))
