"""Decks made by hand: one of every body, with any words in it."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import strategies as st

from didgah.briefing.slides import (
    Cell,
    Chart,
    Cloud,
    Deck,
    Evidence,
    Fact,
    Mark,
    Quote,
    Quotes,
    Record,
    Series,
    Slide,
    Table,
    Timeline,
    Word,
)
from didgah.language.messages import INTERFACE_LANGUAGES

MADE = datetime(2026, 11, 24, 9, tzinfo=UTC)
LINK = "https://didgah.example/"
BLUE, RED = "#2A72C9", "#BD5304"

HOSTILE = (
    "</script><script>alert(1)</script>", "<!--<script>", "]]>", "\"'><img src=x onerror=alert(1)>",
    "\u202eسلام", "\u2066\u2067", "\ud800", "a\x00b", "\u2028", "javascript:alert(1)", "&amp;lt;",
)
words = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=30))


def evidence(text: str = "این نشست سه‌شنبه برگزار شد.", language: str = "fa") -> Evidence:
    return Evidence(text, language, "a1", "t", "o", date(2024, 10, 23), f"«{text[:9]}».",
                    f"{LINK}reader?article=a1", "https://outlet.example/1")


def quotes(text: str, *, n: int = 1, language: str = "fa") -> Quotes:
    return Quotes(tuple(
        Quote(text, language, evidence(text, language), who="سخنگو", office="وزارت")
        for _ in range(n)
    ))


def chart(
    form: str = "stacked", values: tuple[tuple[float | None, ...], ...] = ((3, 0, 7), (1, 4, 2)),
    percent: bool = False, bounds: bool = False,
) -> Chart:
    length = len(values[0])
    days = () if form == "bars" else tuple(date(2024, 1 + n, 1) for n in range(length))
    return Chart(form, tuple(f"دورهٔ {n}" for n in range(length)), tuple(
        Series(f"سری {place}", one, (BLUE, RED)[place],
               low=tuple(0.8 * value for value in one) if bounds else (),
               high=tuple(1.2 * value for value in one) if bounds else ())
        for place, one in enumerate(values)
    ), "خبر", percent, days)


def mark(name: str, first: date | None, lane: str = "الف", status: str = "held",
         last: date | None = None, articles: int = 2) -> Mark:
    return Mark(name, name, lane, "۱ مهر", "کازان", first, last or first, "day", status,
                "برگزارشده", "", articles, BLUE)


def timeline() -> Timeline:
    return Timeline(("الف", "ب"), (
        mark("m1", date(2024, 1, 5)), mark("m2", date(2024, 1, 5)),
        mark("m3", date(2024, 2, 1), status="cancelled", last=date(2024, 3, 1)),
        mark("m4", date(2024, 6, 1), "ب", "announced", articles=0), mark("m5", None, "ب"),
    ), date(2024, 1, 1), date(2024, 6, 30))


def bodies(text: str) -> tuple:
    return (
        chart(), chart("lines"), chart("columns"), chart("bars", ((0.5, 0.25),), True, True),
        timeline(), quotes(text), Record((Fact("مکان", text, LINK), Fact("روز", text))),
        Cloud((Word(text or "واژه", 9.0, "۹", BLUE, "گ"), Word("کم", 1.0, "۱", RED)), "fa", "خبر"),
        Table(("نام", "شمار"), (
            (Cell(text), Cell("۳", 3.0)), (Cell("ب", language="ru"), Cell("")))),
        None,
    )


def slide(body, n: int = 1, text: str = "خوانده شد") -> Slide:
    return Slide(f"i{n}", "coverage", text, text, n, text, text, text,
                 f"{LINK}overview?n={n}", body, (evidence(text),), text)


def deck(language: str = "fa", *slides: Slide, text: str = "عنوان", link: str = LINK) -> Deck:
    return Deck(text, language, slides, "abc123", "۳ آذر ۱۴۰۵", MADE, (text,), link)


decks = st.builds(
    lambda language, text, other: deck(language, *(
        slide(body, n, text) for n, body in enumerate(bodies(other), 1)), text=text),
    st.sampled_from(INTERFACE_LANGUAGES), words, words,
)
