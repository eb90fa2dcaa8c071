"""Words over time."""

from __future__ import annotations

from didgah.briefing import words
from didgah.briefing.context import Context
from didgah.briefing.frame import NothingToShow, numbers, slide, unreadable
from didgah.briefing.items import Item
from didgah.briefing.slides import Chart, Series, Slide
from didgah.charts import theme
from didgah.describe import isolated
from didgah.highlight import inert
from didgah.language.calendars import format_interval_pair, home_calendar
from didgah.language.messages import plural, text
from didgah.queries import articles, terms

MOST = 8


def compose(item: Item, context: Context) -> Slide:
    """A line for each word of `about["compare"]`: its share of the articles of each period."""
    language, tongue = context.language, words.spoken(item)
    asked = dict.fromkeys(filter(None, item.about.get("compare", "").split(words.APART)))
    lemmas = tuple(one.partition(":")[2] for one in asked)
    if not 1 <= len(lemmas) <= MOST or not all(lemmas) or not all(
        one.startswith(f"{tongue}:") for one in asked
    ):
        raise unreadable("compare", item.about.get("compare", ""))
    own = words.within(item.filters, tongue)
    grain = terms.trend_grain(
        articles.count(context.snapshot, own), home_calendar(language) == "solar_hijri")
    found = terms.trend(context.snapshot, item.filters, tongue, lemmas, grain=grain)
    if found.empty or not found["n"].any():
        raise NothingToShow("briefing.reading.nothing")
    palette = theme.sequence()
    spans = found[["period", "until"]].drop_duplicates().sort_values("period")
    series = []
    for place, term in enumerate(asked):
        rows = found[found["term"] == term].sort_values("period")
        series.append(Series(
            lemmas[place], numbers(rows["share"]), palette[place % len(palette)],
            n=tuple(int(one) for one in rows["articles"]),
        ))
    top = found.sort_values(["articles", "period"], ascending=[False, True]).iloc[0]
    n = int(found.loc[found["term"] == found["term"].iloc[0], "denominator"].sum())
    told = text("meetings.list_comma", language).join(isolated(inert(one)) for one in lemmas)
    return slide(
        item, context, page="words", filters=own,
        view={"tongue": tongue, "compare": words.APART.join(asked)},
        headline=text("words.trend_title", language, words=told),
        reading=plural(
            "briefing.reading.word_trend", language, int(top["articles"]),
            word=isolated(inert(top["term"].partition(":")[2])), when=_when(top, language)),
        n=n, n_words=plural("briefing.n.dated", language, n),
        body=Chart(
            form="lines", series=tuple(series), percent=True,
            categories=tuple(_when(row, language) for row in spans.itertuples()),
            unit=text("briefing.share.articles", language),
            days=tuple(start.date() for start in spans["period"]),
        ),
        evidence=context.passages(own.narrow(top["open"])),
    )


def _when(row, language: str) -> str:
    return format_interval_pair(row.period.date(), row.until.date(), "day", language)
