"""Names over time."""

from __future__ import annotations

from didgah.briefing.context import Context
from didgah.briefing.frame import NothingToShow, choice, names, numbers, slide, unreadable, viewed
from didgah.briefing.items import Item
from didgah.briefing.naming import UNITS, check_unit, counted_under
from didgah.briefing.slides import Chart, Series, Slide
from didgah.charts import theme
from didgah.describe import isolated
from didgah.language.calendars import format_interval_pair
from didgah.language.messages import plural, text
from didgah.queries import entities, entity_search

MEASURES = ("share", "n")
MOST = 6


def compose(item: Item, context: Context) -> Slide:
    """A line for each name of `about["entities"]`; `n` are the dated articles in scope."""
    language = context.language
    unit = choice(item, "unit", UNITS, UNITS[0])
    measure = choice(item, "measure", MEASURES, MEASURES[0])
    keys = tuple(dict.fromkeys(item.about.get("entities", "").split()))
    if not 1 <= len(keys) <= MOST or not all(":" in one for one in keys):
        raise unreadable("entities", item.about.get("entities", ""))
    filters = counted_under(item)
    check_unit(unit, filters, context)
    found = entities.trend(context.snapshot, filters, keys, "auto", unit)
    if found.empty or not found["n"].any():
        raise NothingToShow("briefing.reading.nothing")
    said = names(keys, context)
    share = measure == "share"
    shares = share and unit == "articles"  # by sentences and mentions: so many an article
    spans = found[["period", "until"]].drop_duplicates().sort_values("period")
    series = []
    for key, colour in zip(keys, _colours(keys, context), strict=True):
        rows = found[found["entity"] == key].sort_values("period")
        series.append(Series(
            said[key], numbers(rows["share" if share else "n"]), colour,
            low=numbers(rows["low"]) if shares else (),
            high=numbers(rows["high"]) if shares else (),
            n=tuple(int(one) for one in rows["n"]) if share else (),
        ))
    chart = Chart(
        form="lines", series=tuple(series), percent=shares,
        categories=tuple(_when(row, language) for row in spans.itertuples()),
        unit=text(f"briefing.{_scale(unit, measure)}.{unit}", language),
        days=tuple(start.date() for start in spans["period"]),
    )
    top = found.sort_values(["n", "period"], ascending=[False, True]).iloc[0]
    n = int(found.loc[found["entity"] == keys[0], "denominator"].sum())
    record = item.about.get("entity", "")
    return slide(
        item, context, page="entities", filters=filters, headline=text(
            "briefing.headline.trend", language,
            names=text("meetings.list_comma", language).join(isolated(said[one]) for one in keys)),
        view=viewed(item, "unit", "copies", "measure")
        | ({"entity": record} if record else {"names": ",".join(keys)}),
        reading=text(
            "briefing.reading.trend", language, name=isolated(said[top["entity"]]),
            n=plural(f"entities.{unit}_n", language, int(top["n"])), when=_when(top, language)),
        n=n, n_words=plural("briefing.n.dated", language, n), body=chart,
        evidence=context.passages(filters.narrow(top["open"])),
    )


def _scale(unit: str, measure: str) -> str:
    if measure == "n":
        return "unit"
    return "share" if unit == "articles" else "per_article"


def _when(row, language: str) -> str:
    return format_interval_pair(row.period.date(), row.until.date(), "day", language)


def _colours(keys: tuple[str, ...], context: Context) -> list[str]:
    """The page's: by the name's place among those of its kind in the whole corpus."""
    kinds = sorted({key.partition(":")[0] for key in keys})
    ranked = {kind: list(entity_search.options(context.snapshot, (kind,))["key"])
              for kind in kinds}
    return list(theme.ranked_colours(keys, ranked).values())

