"""Highlights: their look, their legend, and where a marked piece leads."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import streamlit as st

from components import links
from didgah.charts.word_sides import side_colours
from didgah.highlight import LAYERS, Layer, Mark
from didgah.language.calendars import format_interval_pair
from didgah.language.messages import text
from didgah.model import Annotation, Registry
from didgah.registry import label
from didgah.store.article_rows import candidate_key

# Guesses are shown to those who ask for them.
_SHOWN: tuple[Layer, ...] = tuple(one for one in LAYERS if one != "unlisted")


@cache
def _sheet() -> str:
    return Path(__file__).with_suffix(".css").read_text(encoding="utf-8")


def style() -> None:
    """The look of marked text, once per page."""
    first, second = side_colours(st.context.theme.type == "dark")
    variables = f"--first: {first}; --second: {second};"  # the shell sets all others
    st.html(f"<style>:root {{ {variables} }}\n{_sheet()}</style>")


def chosen_layers(language: str) -> tuple[Layer, ...]:
    """Switches for the layers, each named by its own mark; kept in the URL as `marks`."""
    written = links.view("marks", "-".join(_SHOWN))
    shown = tuple(layer for layer in LAYERS if layer in written.split("-"))
    st.session_state["reader_layers"] = list(shown)

    def remember() -> None:
        now = [one for one in LAYERS if one in st.session_state["reader_layers"]]
        links.set_view(marks=None if tuple(now) == _SHOWN else "-".join(now) or "none")

    with st.container(key="reader_layers_box"):
        st.pills(
            text("reader.layers", language), LAYERS, selection_mode="multi", key="reader_layers",
            format_func=lambda layer: text(f"reader.layer.{layer}", language),
            on_change=remember,
        )
    return shown


def leads_to(
    annotation: Annotation, registry: Registry, language: str
) -> Callable[[Mark], tuple[str, str] | None]:
    """What `highlight.to_html` asks of each mark: where it leads and what it tells."""

    def target(mark: Mark) -> tuple[str, str] | None:
        kind, _, name = mark.ref.partition(":")
        if mark.layer == "date":
            return "", date_words(annotation, int(name), language)
        if mark.layer == "unlisted":
            found = annotation.candidates[int(name)]
            said = text("reader.unlisted", language, name=found.name,
                        kind=text(f"kind.{found.kind}", language))
            return links.url_for(
                "entities", list="unlisted", candidate=candidate_key(found)), said
        if mark.layer == "meeting":
            title = meeting_title(name, registry, language)
            return (
                links.url_for("meetings", meeting=name),
                text("reader.evidence_of", language, meeting=title),
            )
        if mark.layer == "statement":
            return _statement(mark, annotation, registry, language)
        if mark.layer in ("person", "organisation", "place"):
            entity = registry.entities.get(mark.ref)
            if entity is not None:
                return links.url_for("entities", entity=mark.ref), label(entity, language)
            if kind == "series" and name in registry.series:
                return (
                    links.url_for("meetings", links.current().filters.narrow(f"series={name}")),
                    label(registry.series[name], language),
                )
        return None

    return target


def _statement(
    mark: Mark, annotation: Annotation, registry: Registry, language: str
) -> tuple[str, str] | None:
    for one in annotation.statements:
        if (one.start, one.end) == (mark.start, mark.end):
            entity = registry.entities.get(mark.ref)
            speaker = label(entity, language) if entity else one.surface
            mode = text(f"mode.{one.mode}", language)
            return "", text("reader.said_by", language, speaker=speaker, mode=mode)
    return None


def meeting_title(meeting: str, registry: Registry, language: str) -> str:
    """The name of a meeting of the chronology; words for one known from coverage alone."""
    known = registry.meetings.get(meeting)
    return label(known, language) if known else text("reader.other_meetings", language)


def date_words(annotation: Annotation, number: int, language: str) -> str:
    """A date expression resolved, in two calendars, with what was assumed."""
    found = annotation.dates[number]
    if found.first is None:
        return text("reader.date_unresolved", language)
    words = format_interval_pair(found.first, found.last, found.precision, language)
    if found.approximate:
        words = text("reader.date_about", language, date=words)
    if found.assumed:
        what = text("reader.list_comma", language).join(
            text(f"reader.assumed.{one}", language) for one in found.assumed
        )
        words += " — " + text("reader.date_assumed", language, what=what)
    return words
