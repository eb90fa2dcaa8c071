"""The one filter bar: shared by all pages, seeded from the URL, written back to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from html import escape
from typing import Literal

import streamlit as st

from components import data, links, query_spellings, states
from components.day_picker import day_picker
from didgah import spellings, textquery
from didgah.describe import Namer, describe, isolated
from didgah.filters import MAX_LENGTH, REPRINTS, Filters
from didgah.language.calendars import format_pair
from didgah.language.messages import text
from didgah.language.numbers import format_number
from didgah.model import LANGUAGES, STATUSES
from didgah.queries import articles
from didgah.typed_dates import read_day, write_day

_OPTIONS = 600  # the commonest values a list offers
# Field of Filters → the facet that counts its values.
_MORE: dict[str, str] = {
    "outlets": "outlet", "entities": "entity", "places": "place", "series": "series",
    "themes": "theme", "cites": "cites", "topics": "topic",
}
_CUT = "filter_query_cut"  # in the session: what was typed last was too long
_EDGES: dict[str, Literal["first", "last"]] = {"since": "first", "until": "last"}


def show(state: links.State) -> None:
    """Draw the bar, what is wrong in it, the sentence and the chips."""
    say = Namer(data.snapshot().registry, state.language)
    with st.container(key="filterbar", gap="xsmall"):
        with st.container(horizontal=True, vertical_alignment="bottom", key="filterbar_row"):
            problems = [_query(state), *(_day(state, name) for name in _EDGES)]
            _choice(state, "languages", say, dict.fromkeys((*LANGUAGES, "und")), width=230)
            _more(state, say)
        for problem in filter(None, problems):
            states.note(problem)
        sentence(state)
        if not _fault(state.filters.query):
            query_spellings.chips(state)
        _chips(state, say)


def sentence(state: links.State) -> None:
    """The filters in words."""
    with st.container(horizontal=True, vertical_alignment="center", key="filterbar_said"):
        said = describe(state.filters, state.language, data.snapshot().registry)
        st.html(f"<p class='sentence'>{escape(said)}</p>")


# --- text query ---------------------------------------------------------------------------


def _query(state: links.State) -> str:
    """The search box; returns what is wrong with what was typed, "" when nothing is."""
    key, language = "filter_query", state.language
    fault = _fault(st.session_state.get(key, ""))
    if fault is None:
        st.session_state[key] = state.filters.query
    st.text_input(
        text("filters.query", language), key=key, on_change=_take_query,
        placeholder=text("filters.query_example", language), icon=":material/search:",
        help=text("filters.query_help", language), width=340,
    )
    if st.session_state.pop(_CUT, False):
        return text("filters.query_cut", language, n=format_number(MAX_LENGTH, language))
    if fault is None:
        return ""
    reason = text(fault.message_key, language)
    return text("filters.query_fix", language, reason=reason, fix=fault.hint) if fault.hint else (
        text("filters.query_fault", language, reason=reason))


def _fault(typed: str) -> textquery.QueryError | None:
    if not typed.strip():
        return None
    try:
        textquery.parse(typed)
    except textquery.QueryError as error:
        return error
    return None


def _take_query() -> None:
    typed = st.session_state["filter_query"]
    st.session_state[_CUT] = len(typed) > MAX_LENGTH
    typed = typed[:MAX_LENGTH].rsplit(None, 1)[0] if len(typed) > MAX_LENGTH else typed
    if _fault(typed) is None:
        filters = links.current().filters
        links.set_filters(replace(filters, query=query_spellings.spread(typed)))


# --- dates --------------------------------------------------------------------------------


def _day(state: links.State, field: str) -> str:
    """A field for a date in any calendar; returns what is wrong, "" when nothing is."""
    key, language = f"filter_{field}", state.language
    typed = st.session_state.get(key, "")
    wrong = bool(typed.strip()) and read_day(typed, _EDGES[field]) is None
    value: date | None = getattr(state.filters, field)
    if not wrong:
        st.session_state[key] = write_day(value, language)
    with st.container(
        horizontal=True, vertical_alignment="bottom", gap=None, wrap=False, width=186,
        key=f"filterbar_{field}",
    ):
        st.text_input(
            text(f"filters.{field}", language), key=key, on_change=_take_day, args=(field,),
            placeholder=text("filters.day_example", language), width=150,
            help=text("filters.day_help", language) + (
                f"\n\n{format_pair(value, language)}" if value else ""),
        )
        day_picker(
            value, key=f"pick_{field}", language=language, earliest=_earliest(),
            on_day=partial(_set_day, field),
        )
    return text("filters.day_fault", language, typed=typed) if wrong else ""


def _earliest() -> date:
    """The day the list of years of a calendar sheet begins with."""
    return data.ask(articles.first_day) or date.today()


def _take_day(field: str) -> None:
    typed = st.session_state[f"filter_{field}"]
    day = read_day(typed, _EDGES[field]) if typed.strip() else None
    if day is not None or not typed.strip():
        _set_day(field, day)


def _set_day(field: str, day: date | None) -> None:
    filters = replace(links.current().filters, **{field: day})
    if filters.since and filters.until and filters.since > filters.until:
        filters = replace(filters, since=filters.until, until=filters.since)
    links.set_filters(filters)


# --- lists --------------------------------------------------------------------------------


def _more(state: links.State, say: Namer) -> None:
    language = state.language
    active = sum(
        bool(getattr(state.filters, field)) for field in (*_MORE, "status", "undated", "reprints"))
    label = text("filters.more", language)
    if active:
        label += f" ({format_number(active, language)})"
    with st.popover(label, icon=":material/tune:", key="filter_more", on_change="rerun") as box:
        # Counting costs a query per list, so it waits until somebody looks.
        if not box.open:
            return
        st.caption(text("filters.more_note", language))
        left, right = st.columns(2)
        filters = state.filters
        if _fault(filters.query):  # it came with a link; nothing can be counted with it
            filters = filters.without("query")
        for n, (field, facet) in enumerate(_MORE.items()):
            with (left, right)[n % 2]:
                _choice(state, field, say, _counts(filters, facet))
        with right:
            _choice(state, "status", say, dict.fromkeys(STATUSES))
            _reprints(state)
        with left:
            st.session_state["filter_undated"] = state.filters.undated
            st.checkbox(text("filters.undated", language), key="filter_undated",
                        on_change=_take_undated)


def _counts(filters: Filters, facet: str) -> dict[str, int]:
    found = data.ask(articles.facets, filters, facet, n=_OPTIONS)
    counts = zip(found["value"], (int(n) for n in found["articles"]), strict=True)
    if facet != "entity":
        return dict(counts)
    # Places and outlets have lists of their own.
    return {key: n for key, n in counts if key.startswith(("person:", "organisation:"))}


def _choice(
    state: links.State, field: str, say: Namer, counts: Mapping[str, int | None],
    width: int | Literal["stretch"] = "stretch",
) -> None:
    key, language = f"filter_{field}", state.language
    chosen = list(getattr(state.filters, field))
    options = [*counts, *(value for value in chosen if value not in counts)]
    labels = _labels(field, options, counts, say)
    st.session_state[key] = chosen
    st.multiselect(
        text(f"filters.{field}", language), options, key=key, on_change=_take, args=(field,),
        format_func=lambda value: labels.get(value, value), width=width,
        placeholder=text("filters.any", language), select_all=False,
    )


def _labels(
    field: str, options: Iterable[str], counts: Mapping[str, int | None], say: Namer
) -> dict[str, str]:
    """Distinct labels: two entities of one name would be one to the browser."""
    labels: dict[str, str] = {}
    for value in options:
        label, n = say(field, value), counts.get(value)
        if n is not None:
            label += f" ({format_number(n, say.language)})"
        labels[value] = f"{label} [{value}]" if label in labels.values() else label
    return labels


def _take(field: str) -> None:
    chosen = tuple(st.session_state[f"filter_{field}"])
    links.set_filters(replace(links.current().filters, **{field: chosen}))


def _reprints(state: links.State) -> None:
    key, language = "filter_reprints", state.language
    st.session_state[key] = state.filters.reprints or "all"
    st.segmented_control(
        text("filters.reprints", language), ("all", *REPRINTS), key=key, required=True,
        format_func=lambda one: text(f"filters.reprints.{one}", language),
        on_change=_take_reprints,
    )


def _take_reprints() -> None:
    chosen = st.session_state["filter_reprints"]
    links.set_filters(replace(links.current().filters, reprints="" if chosen == "all" else chosen))


def _take_undated() -> None:
    links.set_filters(
        replace(links.current().filters, undated=st.session_state["filter_undated"]))


# --- chips --------------------------------------------------------------------------------


def _chips(state: links.State, say: Namer) -> None:
    if state.filters.is_default:
        return
    with st.container(horizontal=True, key="filterbar_chips", gap="xxsmall"):
        for field, value, label in active(state.filters, say):
            st.button(
                links.plain(label), key=f"chip_{field}_{value}", icon=":material/close:",
                help=text("filters.remove", state.language, name=isolated(links.plain(label))),
                on_click=_remove, args=(field, value),
            )
        st.button(text("filters.reset", state.language), key="chip_reset", type="tertiary",
                  icon=":material/filter_alt_off:", on_click=links.set_filters,
                  args=(Filters(),))


def active(filters: Filters, say: Namer) -> list[tuple[str, str | None, str]]:
    """(field, value, words) of everything asked for; value None where a field has only one."""
    found: list[tuple[str, str | None, str]] = []
    for field, value in filters.to_pairs():
        if field in _EDGES:
            found.append((field, None, text(f"filters.chip.{field}", say.language,
                                            day=say(field, getattr(filters, field)))))
        elif field == "excluded":
            found.append((field, value, text("filters.chip.excluded", say.language,
                                             name=isolated(say(field, value)))))
        elif field == "undated":
            found.append((field, None, text("filters.undated", say.language)))
        elif field == "query":
            known = spellings.known(say.registry)
            typed = spellings.collapsed(value, spellings.spreads(value, known))
            found.append((field, None, text("filters.quoted", say.language, name=typed)))
        else:
            found.append((field, value, say(field, value)))
    return found


def _remove(field: str, value: str | None) -> None:
    links.set_filters(links.current().filters.without(field, value))
