"""The organisation's template that a briefing's slides are made on: uploaded, used, forgotten."""

from __future__ import annotations

import streamlit as st

from didgah.briefing.slides import Deck
from didgah.export.pptx.deck import to_pptx
from didgah.export.pptx.template import TemplateError
from didgah.language.messages import text

_KEPT = "pptx_template"


class TemplateRefused(Exception):
    """A template that no slides can be made on; the message names file and reason."""


def upload(language: str, forget: str) -> None:
    """A place for a template. A change drops `forget`, the key of what was made without it."""
    with st.expander(text("pptx.template", language), icon=":material/upload_file:"):
        st.file_uploader(
            text("pptx.template", language), type=["pptx", "potx"], key=_KEPT,
            label_visibility="collapsed", help=text("pptx.template_hint", language),
            on_change=lambda: st.session_state.pop(forget, None))
        st.caption(text("pptx.template_hint", language))


def slides(deck: Deck) -> bytes:
    """`deck` on the template that lies in the upload, if one does. Raises TemplateRefused."""
    template = st.session_state.get(_KEPT)
    try:
        return to_pptx(deck, template.getvalue() if template is not None else None)
    except TemplateError as error:
        raise TemplateRefused(text(error.key, deck.language, file=template.name)) from error
