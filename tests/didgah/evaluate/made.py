"""Labels and articles for the tests of `didgah.evaluate`."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from didgah.evaluate.labels import Date, Encounter, GoldArticle, Labels, Name, Said, TakingPart
from didgah.model import Article, Published, Span

SIZE = 60
KINDS = ("person", "place", "organisation")
WHO = ("person:putin", "person:lavrov", "place:qatar", "یک نمایندهٔ مجلس")
DAYS = (date(2021, 11, 24), date(2021, 11, 25), date(2022, 5, 18))


def apart(most: int = 6):
    """Sorted, disjoint (start, end) within `SIZE` characters."""
    return st.lists(st.integers(0, SIZE), max_size=2 * most, unique=True).map(
        lambda edges: [
            (a, b) for a, b in zip(sorted(edges)[::2], sorted(edges)[1::2], strict=False)])


def loose(most: int = 6):
    """(start, end) in any order, which may overlap one another."""
    pair = st.tuples(st.integers(0, SIZE), st.integers(0, SIZE)).filter(lambda p: p[0] != p[1])
    return st.lists(pair.map(lambda p: (min(p), max(p))), max_size=most)


@st.composite
def names(draw) -> tuple[Name, ...]:
    """Names apart from one another."""
    return tuple(
        Name(a, b, draw(st.sampled_from(KINDS)), draw(st.sampled_from(("", "place:qatar",
                                                                       "person:putin"))))
        for a, b in draw(apart()))


@st.composite
def dates(draw) -> tuple[Date, ...]:
    """Time expressions; those of type date with or without a value."""
    made = []
    for a, b in draw(apart()):
        kind = draw(st.sampled_from(("date", "date", "time", "duration")))
        if kind != "date":
            made.append(Date(a, b, kind, valued=False))
            continue
        first = draw(st.none() | st.sampled_from(DAYS))
        made.append(Date(a, b, "date", first, first, "day" if first else "unknown",
                         approximate=draw(st.booleans()), assumed=draw(st.booleans())))
    return tuple(made)


@st.composite
def meetings(draw) -> tuple[Encounter, ...]:
    """Up to three meetings."""
    made = []
    for a, b in draw(apart(3)):
        first = draw(st.none() | st.sampled_from(DAYS))
        made.append(Encounter(
            draw(st.booleans()), draw(st.sampled_from(("session", "visit"))),
            draw(st.sampled_from(("", "kazanforum"))), first, first,
            "day" if first else "unknown",
            draw(st.sampled_from(("", "place:kazan", "place:jeddah", "تالار شهر"))),
            draw(st.sampled_from(("", "RU"))), draw(st.sampled_from(("held", "announced"))),
            (Span(a, b),),
            tuple(TakingPart(who, "participant", "minister" if who.startswith("person") else "")
                  for who in draw(st.lists(st.sampled_from(WHO), unique=True, max_size=3))),
        ))
    return tuple(made)


@st.composite
def statements(draw) -> tuple[Said, ...]:
    """Statements apart from one another."""
    return tuple(
        Said(a, b, draw(st.sampled_from(WHO)), draw(st.sampled_from(("direct", "indirect"))),
             draw(st.sampled_from(("", "گفت"))))
        for a, b in draw(apart()))


@st.composite
def labels(draw) -> Labels:
    """All layers."""
    return Labels(draw(names()), draw(dates()), draw(meetings()), draw(statements()),
                  draw(st.sampled_from(("on", "off"))), linked=True)


def gold(found: Labels, language: str = "fa", split: str = "tune") -> GoldArticle:
    """An article of `SIZE` characters with these labels."""
    article = Article("خبر", "ا" * (SIZE - 4), language=language,
                      published=Published(DAYS[0], "day", "stated"))
    return GoldArticle(article.id, article, found, language, "made:1", split)
