"""The commonest names of a kind, each with its share of what is counted."""

from __future__ import annotations

from didgah.briefing.context import Context
from didgah.briefing.frame import NothingToShow, choice, names, numbers, slide, viewed
from didgah.briefing.items import Item
from didgah.briefing.naming import KINDS, UNITS, check_unit, counted_under
from didgah.briefing.slides import Chart, Series, Slide
from didgah.charts import theme
from didgah.describe import isolated
from didgah.language.messages import plural, text
from didgah.language.numbers import format_percent
from didgah.queries import entities

ROWS = ("10", "25", "50")
_DEFAULT = "10"  # what a slide has room for; the page begins with 25


def compose(item: Item, context: Context) -> Slide:
    """A bar for each name; `n` are the articles, sentences or mentions that shares are of."""
    language = context.language
    kind = choice(item, "kind", KINDS, KINDS[0])
    unit = choice(item, "unit", UNITS, UNITS[0])
    rows = choice(item, "rows", ROWS, _DEFAULT)
    filters = counted_under(item)
    check_unit(unit, filters, context)
    found = entities.top(context.snapshot, filters, (kind,), unit, int(rows))
    if found.empty:
        raise NothingToShow("briefing.reading.nothing")
    said = names(tuple(found["entity"]), context)
    bounded = unit == "articles"
    chart = Chart(
        form="bars", categories=tuple(said[key] for key in found["entity"]),
        series=(Series(
            text(f"entities.{unit}", language), numbers(found["share"]),
            theme.kind_colour(kind), low=numbers(found["low"]) if bounded else (),
            high=numbers(found["high"]) if bounded else (),
            n=tuple(int(one) for one in found["n"]),
        ),),
        unit=text(f"briefing.share.{unit}", language), percent=True,
    )
    first = found.iloc[0]
    n = int(first["denominator"])
    return slide(
        item, context, page="entities", filters=filters,
        view=viewed(item, "kind", "unit", "copies") | {"rows": rows},
        headline=text(f"briefing.headline.ranking_{kind}", language),
        reading=text(
            "briefing.reading.ranking", language, name=isolated(said[first["entity"]]),
            n=plural(f"entities.{unit}_n", language, int(first["n"])),
            share=format_percent(float(first["share"]), language),
        ),
        n=n, n_words=plural(f"entities.{unit}_n", language, n), body=chart,
        evidence=context.passages(filters.narrow(first["open"])),
    )
