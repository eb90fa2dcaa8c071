"""Places of meetings, and the lists that their marks open."""

from collections import Counter

import pandas as pd
from hypothesis import HealthCheck, given, settings

from didgah.filters import Filters
from didgah.queries import meeting_places, meetings
from didgah.queries.meeting_places import UNKNOWN
from tests.didgah.queries import asked

_CALM = settings(max_examples=15, deadline=None,
                 suppress_health_check=[HealthCheck.function_scoped_fixture])


def _spot(meeting, registry) -> str:
    entity = registry.entities.get(f"place:{meeting.place}")
    if entity and entity.latitude is not None and not (entity.type == "country" and entity.country):
        return entity.key
    country = meeting.country or (entity.country if entity else "")
    drawable = any(
        one.kind == "place" and one.type == "country" and one.country == country
        and one.latitude is not None for one in registry.entities.values()
    )
    return f"country:{country}" if country and drawable else UNKNOWN


@_CALM
@given(filters=asked.filters)
def test_places_count_as_loops_do(small_snapshot, naive, filters) -> None:
    shown = set(meetings.timeline(small_snapshot, filters).meeting)
    spots = {one.id: _spot(one, small_snapshot.registry) for one in naive.meetings}
    articles = Counter()
    for article in naive.within(filters):
        articles.update({spots[one.id] for one in article.meetings if one.id in shown})
    found = meeting_places.places(small_snapshot, filters).set_index("spot")
    assert dict(found.meetings) == Counter(spots[one] for one in shown)
    assert dict(found.articles) == {spot: articles[spot] for spot in found.index}
    for spot, row in found.iterrows():
        days = [one.first for one in naive.meetings
                if one.id in shown and spots[one.id] == spot and one.first]
        assert (row["first"].date() if days else None) == max(days, default=None)
        assert pd.isna(row.latitude) == (spot == UNKNOWN)


@_CALM
@given(filters=asked.filters)
def test_a_place_opens_as_many_meetings_as_it_counts(small_snapshot, filters) -> None:
    for covered in (False, True):
        found = meeting_places.places(small_snapshot, filters, covered=covered)
        listed = meeting_places.listed(small_snapshot, filters, covered=covered)
        assert dict(zip(found.spot, found.meetings, strict=True)) == Counter(listed.spot)


def test_a_meeting_known_to_its_country_is_not_put_into_a_city(small_snapshot) -> None:
    registry = small_snapshot.registry
    countries = [one for one in registry.entities.values()
                 if one.kind == "place" and one.type == "country" and one.latitude is not None]
    country = countries[0]
    level, *point = meeting_places.spot_of("", country.country, registry)
    assert (level, point) == ("country", [country.latitude, country.longitude])
    assert meeting_places.spot_of(country.id, "", registry)[0] == "country"
    assert meeting_places.spot_of("no-such", "", registry) is None
    assert meeting_places.places(small_snapshot, Filters(series=("no-such",))).empty
