"""One word: why it is here, where it stands, how its use changes."""

from __future__ import annotations

from threading import Thread

import pandas as pd
import streamlit as st

from components import basket, data, links, tables, word_actions
from components.concordance import draw
from components.downloads import downloads
from components.words_view import WordsView
from didgah.filters import Filters
from didgah.highlight import inert
from didgah.language.evened import steps
from didgah.language.messages import plural, text
from didgah.language.numbers import format_number
from didgah.language.words import tokens
from didgah.language.writing import comma
from didgah.queries import concordance, terms
from didgah.queries.concordance import ORDERS, ordered

_LINES = 25  # concordance lines at a time
_ASKED = 200
_FORMS = 12
_KWIC = ("title", "outlet_name", "day", "left", "keyword", "right", "article", "start", "end")


@st.cache_resource(show_spinner=False)
def warm_up() -> None:
    """Load what cuts texts into words, once and behind the visitor's back: it takes seconds."""
    Thread(target=tokens, args=("واژه", "fa"), daemon=True).start()


def show(frame: pd.DataFrame, filters: Filters, view: WordsView, language: str) -> None:
    """The open word with its sentences and its forms, or how to open one.

    A word that the cloud does not show (from a link, or below the first hundred) opens too.
    """
    warm_up()
    if not view.word:
        st.html(f'<p class="small">{text("words.choose", language)}</p>')
        return
    row = frame[frame["term"] == view.word]
    label = str(row["label"].iloc[0]) if len(row) else _lemma(view.word)
    with st.container(border=True, key="word_panel"):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.subheader(text("words.chosen", language, word=links.plain(label)), width="content")
            links.link(
                "reader", text("words.read", language), icon=":material/article:",
                filters=filters.narrow(_filter_of(view)),
            )
            word_actions.buttons(view.word, language)
            st.button(text("words.close", language), key="word_close", type="tertiary",
                      icon=":material/close:",
                      on_click=lambda: links.set_view(word=None, side=None))
        lines, lens = st.columns([3, 1], gap="large")
        with lines:
            _concordance(view.word, filters, view, language)
        with lens:
            _lens(row, filters, view, language)


def _filter_of(view: WordsView) -> str:
    return Filters(languages=(view.tongue,), terms=(view.word,)).to_query()


def _lemma(term: str) -> str:
    return term.partition(":")[2]


@st.fragment
def _concordance(word: str, filters: Filters, view: WordsView, language: str) -> None:
    with st.spinner(text("words.reading", language)):
        frame = data.ask(concordance.concordance, filters, view.tongue, _lemma(word), n=_ASKED)
    total = frame.attrs["total"]
    said = plural("words.concordance_total", language, total)
    if total > len(frame):
        said += comma(language) + text(
            "words.concordance_shown", language, shown=format_number(len(frame), language)
        )
    st.html(f'<p><strong>{text("words.concordance", language)}</strong> '
            f'<span class="small">{said}</span></p>')
    order = links.view("order", ORDERS[0], ORDERS)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.session_state["words_order"] = order
        st.segmented_control(
            text("words.order", language), ORDERS, key="words_order", required=True,
            format_func=lambda one: text(f"words.order.{one}", language),
            on_change=lambda: links.set_view(order=st.session_state["words_order"]),
        )
        frame = ordered(frame, order)
        downloads(
            frame, None, f"didgah-concordance-{view.tongue}",
            text("words.concordance_title", language, word=inert(_lemma(word))),
            columns={name: text(f"words.column.{name}", language) for name in _KWIC}, note=said,
            scope=view.scope(filters),
        )
        basket.put("concordance", {"term": word, "order": order}, filters)
    pages = -(-len(frame) // _LINES)
    number = st.pagination(pages, key=f"kwic_{word}_{order}") if pages > 1 else 1
    draw(frame.iloc[(number - 1) * _LINES : number * _LINES], language, view.tongue)


def _lens(row: pd.DataFrame, filters: Filters, view: WordsView, language: str) -> None:
    """Why the word is as large as it is: its count, its forms, what was evened out."""
    st.html(f'<p><strong>{text("words.lens", language)}</strong></p>'
            f'<p class="small">{text("words.lens_help", language)}</p>')
    lemma = _lemma(view.word)
    forms = data.ask(terms.forms, view.tongue, lemma)

    def why(form: str) -> str:
        said = [text(f"words.step.{one}", language) for one in steps(form, lemma)]
        return comma(language).join(said)

    tables.short(
        [text("words.form", language), text("words.column.n", language),
         text("words.evened", language)],
        [
            [str(form), tables.Cell(format_number(int(n), language), number=True), why(str(form))]
            for form, n in list(zip(forms["surface"], forms["n"], strict=True))[:_FORMS]
        ],
        caption=text("words.lemma", language, lemma=lemma),
    )
    notes = []
    if len(forms) > _FORMS:
        notes.append(plural("words.more_forms", language, len(forms) - _FORMS))
    notes += _spellings(filters, view, lemma, language)
    if len(row) and view.measure == "marked":
        notes.append(text(
            "words.lens_marked", language, here=plural("words.uses", language, int(row.n.iloc[0])),
            there=plural("words.uses", language, int(row.n_there.iloc[0])),
            z=format_number(round(float(row.z.iloc[0]), 1), language),
        ))
    stopped = data.ask(terms.stopped, filters, view.tongue)
    notes.append(plural(
        "words.lens_stopped", language, len(stopped),
        uses=format_number(int(stopped["n"].sum()), language),
    ))
    for note in notes:
        st.caption(links.plain(note))


def _spellings(filters: Filters, view: WordsView, lemma: str, language: str) -> list[str]:
    """What was written on another keyboard or with vowel signs, with counts, in one line."""
    frame = data.ask(concordance.concordance, filters, view.tongue, lemma, n=_ASKED)
    counts = frame["keyword"].value_counts()
    changed = {"marks", "letters"}
    found = [
        text("words.times", language, word=inert(str(written)), n=format_number(int(n), language))
        for written, n in counts.items() if changed & set(steps(str(written), lemma))
    ]
    if not found:
        return []
    return [text("words.lens_letters", language, words=comma(language).join(found))]
