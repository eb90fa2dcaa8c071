"""What the words page shows: the choices in the URL, and the words they ask for."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pandas as pd
import streamlit as st

from components import data, links, states
from didgah.cloud.kinds import kind_of, names
from didgah.filters import Filters
from didgah.language.messages import text
from didgah.language.numbers import format_number
from didgah.model import LANGUAGES, Registry
from didgah.queries import articles, terms

MEASURES: tuple[str, ...] = ("count", "marked")
KINDS: tuple[str, ...] = ("name", "word")
WORDS = 120  # more would be too small to read
LEAST_Z = 1.0  # below it a word is hardly more frequent here than elsewhere
_ASKED = 600  # of which one kind alone still fills the picture


@dataclass(frozen=True, slots=True)
class WordsView:
    """The choices: language of the text, measure, kinds of words, the term that is open."""

    tongue: str
    measure: str
    kinds: tuple[str, ...]
    word: str

    @property
    def value(self) -> str:
        """The column of the frame that sizes go by."""
        return "n" if self.measure == "count" else "z"

    def scope(self, filters: Filters) -> Filters:
        """The articles that the words are counted in: those of `filters` in this language."""
        return replace(filters, languages=(self.tongue,))


def choose(filters: Filters, language: str) -> WordsView:
    """Draw the switches, each kept in the URL, and say what is chosen."""
    here = filters.languages[0] if len(filters.languages) == 1 else LANGUAGES[0]
    tongue = links.view("tongue", here, LANGUAGES)
    measure = links.view("by", MEASURES[0], MEASURES)
    written = links.view("kinds", "-".join(KINDS))
    kinds = tuple(kind for kind in KINDS if kind in written.split("-")) or KINDS
    counts = data.ask(articles.facets, filters, "language", n=10)
    found = dict(zip(counts["value"], counts["articles"], strict=True))

    def tab(code: str) -> str:
        n = format_number(int(found.get(code, 0)), language)
        return f"{text(f'language.{code}', language)} :gray[{n}]"

    with st.container(horizontal=True, vertical_alignment="bottom", key="words_switches"):
        _switch("tongue", tongue, LANGUAGES, "words.language", tab, language)
        _switch("by", measure, MEASURES, "words.by",
                lambda one: text(f"words.by.{one}", language), language)
        st.session_state["words_kinds"] = list(kinds)
        st.pills(
            text("words.kinds", language), KINDS, selection_mode="multi", key="words_kinds",
            format_func=lambda kind: text(f"words.kinds.{kind}", language),
            on_change=_take_kinds,
        )
    word = links.view("word", "")
    return WordsView(tongue, measure, kinds, word if word.startswith(f"{tongue}:") else "")


def _switch(name, value, options, title, named, language) -> None:
    key = f"words_{name}"
    st.session_state[key] = value

    def take() -> None:
        links.set_view(**{name: st.session_state[key]})
        if name == "tongue":
            links.set_view(word=None, compare=None)  # words of another language

    st.segmented_control(
        text(title, language), options, key=key, format_func=named, on_change=take, required=True
    )


def _take_kinds() -> None:
    now = [kind for kind in KINDS if kind in st.session_state["words_kinds"]]
    links.set_view(kinds=None if len(now) in (0, len(KINDS)) else "-".join(now))


def words_of(filters: Filters, view: WordsView) -> pd.DataFrame:
    """The terms that the view shows, largest first."""
    ask = terms.frequencies if view.measure == "count" else terms.keyness
    frame = data.ask(ask, filters, view.tongue, n=_ASKED)
    served = data.snapshot()
    known = _names(served.registry.version, served.registry, view.tongue)
    if view.measure == "marked":
        frame = frame[frame["z"] >= LEAST_Z]
    told = zip(frame["label"], frame["kind"], strict=True)
    frame = frame.assign(kind=[kind_of(label, kind, known) for label, kind in told])
    shown = frame[frame["kind"].isin(view.kinds)].head(WORDS).reset_index(drop=True)
    shown.attrs = dict(frame.attrs)
    return shown


@st.cache_data(max_entries=12, show_spinner=False)
def _names(version: str, _registry: Registry, tongue: str) -> frozenset[str]:
    return names(_registry, tongue)


def nothing_marked(frame: pd.DataFrame, language: str) -> None:
    """Say why no word is distinctive, and offer frequency instead."""
    why = frame.attrs.get("message", "words.nothing_stands_out")
    states.block(text(why, language), text("words.nothing_to_compare_advice", language))
    st.button(
        text("words.to_count", language), key="words_to_count",
        on_click=lambda: links.set_view(by=None),
    )
