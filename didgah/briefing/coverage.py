"""Articles over time, by language of the press."""

from __future__ import annotations

from didgah.briefing.context import Context
from didgah.briefing.frame import NothingToShow, choice, slide
from didgah.briefing.items import Item
from didgah.briefing.slides import Chart, Series, Slide
from didgah.charts import theme
from didgah.language.calendars import format_interval_pair, home_calendar
from didgah.language.messages import plural, text
from didgah.language.names import language_name
from didgah.queries import overview
from didgah.queries.periods import GRAINS


def compose(item: Item, context: Context) -> Slide:
    """A column for each period, stacked by language; its `n` are the dated articles."""
    language = context.language
    grain = choice(item, "grain", ("auto", *GRAINS), "auto")
    found = overview.coverage(
        context.snapshot, item.filters, grain, home_calendar(language) == "solar_hijri")
    if found.empty:
        raise NothingToShow("briefing.reading.nothing")
    periods = found[["period", "until"]].drop_duplicates().sort_values("period")
    days = [start.date() for start in periods["period"]]
    by = found.pivot_table(index="period", columns="language", values="articles", aggfunc="sum")
    counts = by.reindex(periods["period"]).fillna(0)
    n = int(found["articles"].sum())
    chart = Chart(
        form="stacked",
        categories=tuple(
            format_interval_pair(start.date(), until.date(), "day", language)
            for start, until in periods.itertuples(index=False)
        ),
        series=tuple(
            Series(language_name(spoken, language), tuple(int(one) for one in counts[spoken]),
                   theme.language_colour(spoken))
            for spoken in theme.language_order(counts.columns)
        ),
        unit=text("briefing.unit.articles", language),
        days=tuple(days),
    )
    return slide(
        item, context, page="overview", view={"grain": grain},
        headline=text("briefing.headline.coverage", language),
        reading=_reading(found, language), n=n,
        n_words=plural("briefing.n.articles", language, n), body=chart,
        evidence=context.passages(item.filters),
    )


def _reading(found, language: str) -> str:
    totals = found.groupby(["period", "until"], as_index=False)["articles"].sum()
    top = totals.sort_values(["articles", "period"], ascending=[False, True]).iloc[0]
    return plural(
        "briefing.reading.coverage", language, int(top["articles"]),
        when=format_interval_pair(top["period"].date(), top["until"].date(), "day", language),
    )
