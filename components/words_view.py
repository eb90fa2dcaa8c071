"""What the words page shows: the choices in the URL, and the words they ask for."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pandas as pd
import streamlit as st

from components import data, links, states
from didgah.cloud.glosses import glosses
from didgah.cloud.kinds import names
from didgah.cloud.shown import ASKED, KINDS, MEASURES, shown
from didgah.filters import Filters
from didgah.language.messages import text
from didgah.language.numbers import format_number
from didgah.model import LANGUAGES, Registry
from didgah.queries import articles, keyness, terms

MODES: tuple[str, ...] = ("one", "two")
FORMS: tuple[str, ...] = ("places", "rows")
WORDS = 120  # more would be too small to read
APART = "|"  # between words in the URL


@dataclass(frozen=True, slots=True)
class WordsView:
    """The choices: language of the text, measure, kinds of words, the term that is open.

    `mode` is one cloud or two side by side, `form` words at places or in rows, `stops` the
    terms that this link leaves out besides the stop list.
    """

    tongue: str
    measure: str
    kinds: tuple[str, ...]
    word: str
    form: str = "places"
    stops: tuple[str, ...] = ()
    mode: str = "one"

    @property
    def value(self) -> str:
        """The column of the frame that sizes go by."""
        return "n" if self.measure == "count" else "z"

    def scope(self, filters: Filters) -> Filters:
        """The articles that the words are counted in: those of `filters` in this language."""
        return replace(filters, languages=(self.tongue,))


def usual_measure(filters: Filters) -> str:
    """Distinctiveness where a part is looked at; of the whole there is only frequency."""
    return "count" if replace(filters, languages=()).is_default else "marked"


def stops() -> tuple[str, ...]:
    """The terms ("language:lemma") that the link leaves out."""
    written = links.view("stop", "").split(APART)
    return tuple(dict.fromkeys(one for one in written if one.partition(":")[2]))


def choose(filters: Filters, language: str) -> WordsView:
    """Draw the switches, each kept in the URL, and say what is chosen."""
    here = filters.languages[0] if len(filters.languages) == 1 else LANGUAGES[0]
    mode = links.view("mode", MODES[0], MODES)
    tongue = links.view("tongue", here, LANGUAGES)
    measure = links.view("by", usual_measure(filters), MEASURES) if mode == "one" else "marked"
    form = links.view("form", "places" if mode == "one" else "rows", FORMS)
    written = links.view("kinds", "-".join(KINDS))
    kinds = tuple(kind for kind in KINDS if kind in written.split("-")) or KINDS
    counts = data.ask(articles.facets, filters, "language", n=10)
    found = dict(zip(counts["value"], counts["articles"], strict=True))

    def tab(code: str) -> str:
        n = format_number(int(found.get(code, 0)), language)
        return f"{text(f'language.{code}', language)} :gray[{n}]"

    with st.container(horizontal=True, vertical_alignment="bottom", key="words_switches"):
        _switch("mode", mode, MODES, "words.mode", _named("words.mode", language), language)
        _switch("tongue", tongue, LANGUAGES, "words.language", tab, language)
        if mode == "one":
            _switch("by", measure, MEASURES, "words.by", _named("words.by", language), language)
        _switch("form", form, FORMS, "words.draw", _named("words.draw", language), language)
        st.session_state["words_kinds"] = list(kinds)
        st.pills(
            text("words.kinds", language), KINDS, selection_mode="multi", key="words_kinds",
            format_func=lambda kind: text(f"words.kinds.{kind}", language),
            on_change=_take_kinds,
        )
    word = links.view("word", "")
    if mode == "one" and not word.startswith(f"{tongue}:"):
        word = ""
    return WordsView(tongue, measure, kinds, word, form, stops(), mode)


def _named(stem: str, language: str):
    return lambda one: text(f"{stem}.{one}", language)


def _switch(name, value, options, title, named, language) -> None:
    widget = f"words_{name}"
    st.session_state[widget] = value

    def take() -> None:
        links.set_view(**{name: st.session_state[widget]})
        if name == "tongue":
            links.set_view(word=None, compare=None)  # words of another language
        elif name == "mode":
            links.set_view(word=None, side=None, form=None)

    st.segmented_control(
        text(title, language), options, key=widget, format_func=named, on_change=take,
        required=True,
    )


def _take_kinds() -> None:
    now = [kind for kind in KINDS if kind in st.session_state["words_kinds"]]
    links.set_view(kinds=None if len(now) in (0, len(KINDS)) else "-".join(now))


def words_of(filters: Filters, view: WordsView, language: str) -> pd.DataFrame:
    """The terms that the view shows, largest first, with `gloss` for the reader's language."""
    ask = terms.frequencies if view.measure == "count" else keyness.keyness
    return dressed(data.ask(ask, filters, view.tongue, n=ASKED), view, language)


def against(
    filters: Filters, other: Filters, view: WordsView, language: str
) -> pd.DataFrame:
    """The terms that mark `filters` against `other` in the view's language."""
    frame = data.ask(keyness.contrast, filters, other, view.tongue, n=ASKED)
    return dressed(frame, view, language)


def dressed(frame: pd.DataFrame, view: WordsView, language: str) -> pd.DataFrame:
    """`frame` as the view shows it: kinds told by the registry, own stop words left out."""
    served = data.snapshot()
    known = _names(served.version, served.registry, view.tongue)
    said = _glosses(served.version, served.registry, view.tongue, language)
    return shown(frame, view.measure, view.kinds, view.stops, known, said, WORDS)


@st.cache_data(max_entries=12, show_spinner=False)
def _names(version: str, _registry: Registry, tongue: str) -> frozenset[str]:
    return names(_registry, tongue)


@st.cache_data(max_entries=24, show_spinner=False)
def _glosses(version: str, _registry: Registry, tongue: str, reader: str) -> dict[str, str]:
    return glosses(_registry, tongue, reader)


def nothing_marked(frame: pd.DataFrame, filters: Filters, language: str) -> None:
    """Say why no word is distinctive, and offer frequency instead."""
    why = frame.attrs.get("message", "words.nothing_stands_out")
    states.block(text(why, language), text("words.nothing_to_compare_advice", language))
    by = None if usual_measure(filters) == "count" else "count"
    st.button(
        text("words.to_count", language), key="words_to_count",
        on_click=lambda: links.set_view(by=by),
    )
