"""The upload of a template: what lies there is what slides are made on."""

import io

import pytest
import streamlit as st
from pptx import Presentation

from components import briefing_forms, briefing_template
from tests.didgah.export.pptx import decks


@pytest.fixture
def uploaded(monkeypatch):
    def put(name, content):
        one = io.BytesIO(content)
        one.name = name
        monkeypatch.setattr(st, "session_state", {"pptx_template": one})

    return put


def test_slides_are_made_on_what_was_uploaded(uploaded):
    template = io.BytesIO()
    Presentation().save(template)
    uploaded("ours.pptx", template.getvalue())
    made = Presentation(io.BytesIO(briefing_template.slides(decks.deck())))
    assert made.slide_width == Presentation().slide_width


def test_a_template_that_cannot_be_read_is_named_to_the_reader(uploaded):
    uploaded("bad.potx", b"nothing")
    form = next(one for one in briefing_forms.FORMS if one.name == "pptx")
    with pytest.raises(briefing_forms.FormError, match=r"bad\.potx"):
        form.make(decks.deck())
