"""Meetings and lanes in the reader's language: titles, places, countries, parties."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

import pandas as pd

from didgah.charts import hover
from didgah.charts.lanes import MANY, OTHERS, UNKNOWN
from didgah.language.messages import plural, text
from didgah.language.names import territory_name
from didgah.model import SEVERAL, Registry
from didgah.registry import HOME_COUNTRY, label


def describe(frame: pd.DataFrame, registry: Registry, language: str) -> pd.DataFrame:
    """`frame` (of the timeline query) with title, series_name, where and hover in words."""
    described = frame.assign(
        title=[title(row, language) for row in frame.to_dict("records")],
        series_name=[series_name(one, registry, language) for one in frame["series"]],
        where=[where(place, country, registry, language)
               for place, country in zip(frame["place"], frame["country"], strict=True)],
    )
    return described.assign(
        hover=[hover.meeting(row, language) for row in described.to_dict("records")]
    )


def title(row: Mapping[str, object], language: str) -> str:
    """The meeting's name in `language`, or in English, or its id; of a row of the timeline."""
    return str(row[f"name_{language}"] or row["name_en"] or row["meeting"])


def in_words(worded: Mapping[str, str], language: str) -> str:
    """What the chronology says, in `language`, or in English, in which it is always written."""
    return worded.get(language) or worded.get("en", "")


def series_name(series: str, registry: Registry, language: str) -> str:
    """The name of a series, words for none."""
    if series in registry.series:
        return label(registry.series[series], language)
    return series or text("meetings.no_series", language)


def place_name(place: str, registry: Registry, language: str) -> str:
    """The name of a place by its id."""
    entity = registry.entities.get(f"place:{place}")
    return label(entity, language) if entity else place


def where(place: str, country: str, registry: Registry, language: str) -> str:
    """City and country, or what is known of them, or words for nothing."""
    parts = [place_name(place, registry, language)] if place else []
    if country:
        name = country_name(country, registry, language)
        parts += [name] if name not in parts else []
    return text("meetings.list_comma", language).join(parts) or text(
        "meetings.place_unknown", language
    )


def country_name(code: str, registry: Registry, language: str) -> str:
    """The registry's name of the country with this ISO code, else Unicode's (CLDR)."""
    for entity in registry.entities.values():
        if entity.kind == "place" and entity.type == "country" and entity.country == code:
            return label(entity, language)
    return territory_name(code, language)


def levels(
    sides: Iterable[tuple[str, str]], registry: Registry, language: str
) -> str:
    """The highest level of each side, of (ISO country code, level); "" speaks for no country."""
    comma = text("meetings.list_comma", language)
    return comma.join(
        text("meetings.side", language, country=country_name(country, registry, language),
             level=text(f"level.{level}", language))
        if country else text(f"level.{level}", language)
        for country, level in sides
    )


def party_name(party: str, registry: Registry, language: str) -> str:
    """The name of a party: an ISO country code or the registry key of a body."""
    if party in registry.entities:
        return label(registry.entities[party], language)
    return country_name(party, registry, language)


def parties_named(
    parties: Collection[str], registry: Registry, language: str, most: int = 3
) -> str:
    """The parties of a meeting, Russia first: «روسیه – ایران»; the first `most` of many."""
    first = sorted(parties, key=lambda one: (one != HOME_COUNTRY, one))
    if len(first) == most + 1:  # "and 1 other" is no shorter than its name
        most += 1
    named = " – ".join(party_name(one, registry, language) for one in first[:most])
    others = len(first) - most
    return plural("meetings.parties_more", language, others, named=named) if others > 0 else named


def lane_labels(keys: Iterable[str], registry: Registry, language: str) -> dict[str, str]:
    """Lane key → its name in `language`."""
    return {key: _lane_label(key, registry, language) for key in keys}


def _lane_label(key: str, registry: Registry, language: str) -> str:
    if key in (OTHERS, MANY, SEVERAL, UNKNOWN):
        return text(f"meetings.lane_{key}", language)
    kind, _, name = key.partition(":")
    if kind == "series":
        return series_name(name, registry, language)
    if kind == "place":
        return place_name(name, registry, language)
    if kind == "person":
        return label(registry.entities[key], language) if key in registry.entities else name
    if kind == "country":
        return text(
            "meetings.lane_country", language, country=country_name(name, registry, language)
        )
    return " – ".join(party_name(one, registry, language) for one in name.split("+"))
