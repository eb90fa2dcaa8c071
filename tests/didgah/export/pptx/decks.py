"""Decks made by hand, with one slide of each kind and texts that test a writer."""

from datetime import UTC, date, datetime

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

AS_OF = "۳ آذر ۱۴۰۵، ۲۴ نوامبر ۲۰۲۶، ۱۴ جمادی‌الثانی ۱۴۴۸ قمری"
LINK = "https://didgah.example/meetings?lang=fa&version=abc"
EVIDENCE = Evidence(
    "نشست در کازان برگزار می‌شود.", "fa", "a1", "Kazan hosts a forum", "خبرگزاری",
    date(2024, 5, 16), "«⁨Kazan hosts a forum⁩»، خبرگزاری، ۲۷ اردیبهشت ۱۴۰۳",
    "https://didgah.example/reader?article=a1", "https://news.example/1")

SHARES = Chart(
    "bars", ("کازان", "=HYPERLINK(1)", "Jeddah"),
    (Series("خبر", (0.5, 0.25, 0.1), "#2A72C9", (0.4, 0.2, 0.05), (0.6, 0.3, 0.2), (50, 25, 10)),),
    "سهم از خبرها", percent=True)
STACKED = Chart(
    "stacked", ("۱", "۲"), (Series("فارسی", (3, 0), "#2A72C9"), Series("روسی", (1, 4), "#BD5304")),
    "خبر", days=(date(2024, 3, 20), date(2024, 4, 20)))
LINES = Chart(
    "lines", ("a", "b", "c"),
    (Series("x", (1.5, None, 3.0), "#2A72C9"), Series("y", (0, 2, 1), "#BD5304")), "sentences",
    days=(date(2022, 1, 1), date(2023, 1, 1), date(2024, 1, 1)))
COLUMNS = Chart("columns", ("a", "b"), (Series("x", (5, 7), "#2A72C9"),), "articles")


_STATES = (("held", "برگزارشده"), ("announced", "اعلام‌شده"), ("cancelled", "لغوشده"))


def marks(n, lane="کازان", step=20):
    return tuple(
        Mark(f"m{k}", f"دیدار {k}", lane, "۲۷ اردیبهشت ۱۴۰۳", "کازان",
             date.fromordinal(738000 + step * k), date.fromordinal(738000 + step * k + 3 * (k % 2)),
             "day", *_STATES[k % 3],
             "", k % 2, "#005C3C")
        for k in range(n))


TIMELINE = Timeline(("کازان", "جده"), (*marks(7), *marks(60, "جده", 1)), None, None)
CLOUD = Cloud(tuple(
    Word(one, 90 - 20 * n, str(90 - 20 * n), "#17212B", "gloss")
    for n, one in enumerate(("می‌شود", "نشست", "روسیه"))), "fa", "کاربرد")
QUOTES = Quotes((
    Quote("همکاری دو کشور گسترش می‌یابد.", "fa", EVIDENCE, "سخنگو", "وزارت", "نقل مستقیم"),
    Quote("The forum will grow.", "en", EVIDENCE),
    Quote("Форум будет расти.", "ru", EVIDENCE), Quote("سيتوسع المنتدى.", "ar", EVIDENCE)))
LINES_OF_WORD = Quotes(tuple(
    Quote("در این نشست گفتند", "fa", EVIDENCE, hit=(7, 11)) for _ in range(12)), aligned=True)
RECORD = Record((Fact("مکان", "کازان", LINK), Fact("شرکت‌کنندگان", "نام " * 60)))
TABLE = Table(("نام", "شمار"), tuple(
    (Cell(f"ردیف {n}"), Cell(str(n), float(n))) for n in range(40)))
BODIES = {
    "shares": SHARES, "stacked": STACKED, "lines": LINES, "columns": COLUMNS, "timeline": TIMELINE,
    "cloud": CLOUD, "quotes": QUOTES, "word": LINES_OF_WORD, "record": RECORD, "table": TABLE,
    "nothing": None,
}


def slide(body, **parts):
    said = {
        "id": "a1", "kind": "ranking", "headline": "دیدارها در کازان",
        "notes": "نخست این را بگویید",
        "reading": "بیشترین: ⁨Kazan⁩ با ۵۰ خبر (۵۰٪).", "n": 100, "n_words": "۱۰۰ خبر",
        "scope": "همهٔ خبرها", "source": "منبع: دیدگاه", "link": LINK, "evidence": (EVIDENCE,)}
    return Slide(body=body, **(said | parts))


def deck(*slides, language="fa", title="ارائهٔ نمونه"):
    return Deck(title, language, slides, "abc123", AS_OF,
                datetime(2026, 11, 24, tzinfo=UTC), ("شمارش بر پایهٔ خبر است.",), LINK)


def whole(language="fa"):
    return deck(*(slide(body) for body in BODIES.values()), language=language)
