"""Filters for property tests: every field, with values that the small corpus has and lacks."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from didgah.filters import Filters

KEYS = ("person:putin", "person:lavrov", "person:minnikhanov", "person:nobody",
        "organisation:svg", "place:kazan", "place:russia")
QUERIES = ("", "", "", "halal", "حلال OR халяль", "NOT мир", "diplo*", "کازان AND NOT صلح",
           '"خانه ما"', "گفت روابط*", "(trade dialogue) OR سلام", "١٢")


def _some(values: tuple[str, ...], most: int = 2) -> st.SearchStrategy[tuple[str, ...]]:
    return st.one_of(
        st.just(()), st.lists(st.sampled_from(values), max_size=most, unique=True).map(tuple)
    )


# Days on which articles came out, so that the ends of a span matter, and any others.
_PUBLISHED = tuple(first + timedelta(days=n) for n in range(4) for first in (
    date(2021, 11, 24), date(2022, 6, 1), date(2021, 7, 28), date(2023, 5, 18)))
_days = st.one_of(
    st.none(), st.sampled_from(_PUBLISHED), st.dates(date(2020, 12, 1), date(2023, 8, 1))
)

filters = st.builds(
    lambda since, until, **rest: Filters(
        since=min(since, until) if since and until else since,
        until=max(since, until) if since and until else until, **rest),
    since=_days,
    until=_days,
    undated=st.sampled_from((False, False, False, True)),
    languages=_some(("fa", "ru", "ar", "en", "und"), 3),
    outlets=_some(("irna", "tass", "name:Own desk", "unknown", "ria"), 3),
    entities=_some(KEYS),
    also=_some((*KEYS, "series:svg", "theme:halal", "meeting:kaz-2021", "term:fa:صلح",
                "candidate:person:صلح", "cites:tass")),
    excluded=_some((*KEYS, "series:svg", "theme:halal", "meeting:kaz-2021", "term:fa:صلح",
                    "cites:tass", "language:fa", "publisher:irna", "topic:on", "year:2021")),
    places=_some(("kazan", "moscow", "jeddah")),
    series=_some(("svg", "kazanforum")),
    themes=_some(("halal", "interfaith", "gold")),
    meetings=_some(("kaz-2021", "svg-2021-jeddah", "svg-2022-moscow", "no-such")),
    terms=_some(("fa:صلح", "ru:мир", "en:halal", "fa:نیست")),
    candidates=_some(("person:صلح", "person:диалог первый", "place:nowhere")),
    status=_some(("held", "announced", "postponed", "cancelled")),
    topics=_some(("on", "off", "unsure")),
    cites=_some(("irna", "tass", "name:News agency A", "nobody")),
    reprints=st.sampled_from(("", "", "first", "again")),
    query=st.sampled_from(QUERIES),
)

# Filters with at most a few fields set: what people ask, and what leaves articles to count.
light = st.builds(
    lambda full, kept: Filters(**{name: getattr(full, name) for name in kept}),
    full=filters,
    kept=st.lists(st.sampled_from(
        ("since", "until", "undated", "languages", "outlets", "entities", "also", "places",
         "series", "themes", "meetings", "terms", "candidates", "status",
         "topics", "cites", "reprints", "excluded", "query")),
        max_size=2, unique=True),
)
