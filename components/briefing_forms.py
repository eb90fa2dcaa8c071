"""The forms a briefing leaves in: a registry, and a menu of downloads that is made of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from components import briefing_template, states
from didgah.briefing.slides import Deck
from didgah.export import chromium, one_page
from didgah.export.citations import to_bibtex, to_ris
from didgah.export.deck_calendar import to_calendar
from didgah.export.deck_csv import to_zip
from didgah.export.deck_json import to_json
from didgah.export.deck_page import to_html
from didgah.export.slide_tables import cited
from didgah.export.workbook import to_xlsx
from didgah.language.messages import text


class FormError(Exception):
    """A form that cannot be written on this host; the message says why, for the reader."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form: `make` writes the file's bytes from nothing but the deck.

    `name` is ASCII and tells forms apart; `message` is the key of its label; `icon` is one of
    Streamlit's material icons; `extension` has no dot. `make` raises `FormError` when it
    cannot be written here.
    """

    name: str
    message: str
    icon: str
    extension: str
    mime: str
    make: Callable[[Deck], bytes]


def _one_page(deck: Deck) -> bytes:
    try:
        return one_page.to_pdf(deck)
    except chromium.PrintError as error:
        raise FormError(text("one_page.failed", deck.language, why=str(error))) from error


def _slides(deck: Deck) -> bytes:
    try:
        return briefing_template.slides(deck)
    except briefing_template.TemplateRefused as error:
        raise FormError(str(error)) from error


# In the order of the menu. Each form is added by one line here.
FORMS: tuple[Form, ...] = (
    Form("pptx", "pptx.form", ":material/slideshow:", "pptx",
         "application/vnd.openxmlformats-officedocument.presentationml.presentation", _slides),
    Form("html", "deck.form", ":material/html:", "html", "text/html",
         lambda deck: to_html(deck, room=False).encode()),
    # Without a browser on the host the sheet is printed in the reader's own.
    Form("one_page", "one_page.form", ":material/description:", "pdf", "application/pdf", _one_page)
    if chromium.find() else
    Form("one_page", "one_page.form_page", ":material/description:", "html", "text/html",
         lambda deck: one_page.to_html(deck).encode()),
    Form("xlsx", "briefing.form.xlsx", ":material/table:", "xlsx",
         "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", to_xlsx),
    Form("csv", "briefing.form.csv", ":material/folder_zip:", "zip", "application/zip", to_zip),
    Form("json", "briefing.form.json", ":material/data_object:", "json", "application/json",
         to_json),
    Form("ics", "briefing.form.ics", ":material/event:", "ics", "text/calendar", to_calendar),
    Form("ris", "briefing.form.ris", ":material/format_quote:", "ris",
         "application/x-research-info-systems", lambda deck: to_ris(cited(deck))),
    Form("bibtex", "briefing.form.bibtex", ":material/format_quote:", "bib",
         "application/x-bibtex", lambda deck: to_bibtex(cited(deck))),
)


@st.fragment
def offer(deck: Deck, briefing: str, language: str) -> None:
    """A button for each form; the file is written when it is asked for, then it is there."""
    if not FORMS:
        return
    with st.container(horizontal=True, key="briefing_forms"):
        for form in FORMS:
            _form(form, deck, briefing, language)
    briefing_template.upload(language, forget="form_pptx")


def _form(form: Form, deck: Deck, briefing: str, language: str) -> None:
    kept = f"form_{form.name}"
    label = text(form.message, language)
    made = st.session_state.get(kept)
    if made is not None and made[0] is deck:
        st.download_button(
            text("briefing.form_ready", language, form=label), made[1],
            f"didgah-{briefing}.{form.extension}", form.mime, key=f"take_{form.name}",
            icon=":material/download:", on_click="ignore")
        return
    if not st.button(label, key=f"make_{form.name}", icon=form.icon):
        return
    try:
        with st.spinner(text("briefing.form_making", language)):
            st.session_state[kept] = (deck, form.make(deck))
    except FormError as error:
        states.problem(text("briefing.form_failed", language), str(error))
        return
    st.rerun(scope="fragment")
