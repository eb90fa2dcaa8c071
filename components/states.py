"""What to show when there is nothing to show: empty, failed, waiting. Each says what to do next."""

from __future__ import annotations

import logging
from collections.abc import Callable
from html import escape

import streamlit as st

from components import links
from didgah.filters import Filters
from didgah.highlight import inert
from didgah.language.messages import text

_log = logging.getLogger("didgah")


def block(title: str, advice: str, *, kind: str = "empty", detail: str = "") -> None:
    """A quiet box with a heading, one sentence of advice and, small, a detail. Plain text all."""
    small = f"<small dir='auto'>{escape(inert(detail))}</small>" if detail else ""
    st.html(
        f"<div class='state state-{escape(kind)}' role='status'><strong>{escape(title)}</strong>"
        f"<p>{escape(advice)}</p>{small}</div>"
    )


def empty(filters: Filters, language: str, *, title: str = "", key: str = "") -> None:
    """Nothing fits the filters: say so and offer to loosen them.

    `title` replaces the heading when something more telling than "no articles" is known;
    `key` tells several on one page apart.
    """
    heading = title or text("states.empty", language)
    if filters.is_default:
        block(heading, text("states.empty_corpus", language))
        links.link("corpus", text("states.to_corpus", language), icon=":material/upload_file:")
        return
    block(heading, text("states.empty_advice", language))
    st.button(
        text("filters.reset", language), key=f"empty_reset_{key}", icon=":material/filter_alt_off:",
        on_click=links.set_filters, args=(Filters(),),
    )


def problem(title: str, advice: str, *, detail: str = "") -> None:
    """Something went wrong that the reader can do something about."""
    block(title, advice, kind="problem", detail=detail)


def note(words: str) -> None:
    """One line in passing: something was left out, or stands on a sample."""
    st.html(f"<p class='note' role='note'>{escape(words)}</p>")


def on_script_error(error: Exception) -> bool:
    """Last resort of the whole app: log it for the operator, keep the visitor's page calm.

    Streamlit calls this for any exception nobody caught; True stops it from showing its own.
    """
    _log.error("a page failed", exc_info=error)
    language = links.current().language
    problem(
        text("states.failed", language), text("states.failed_advice", language),
        detail=type(error).__name__,
    )
    return True


def retry(label: str, action: Callable[[], None], key: str) -> None:
    """A button that runs `action` and the page again."""
    st.button(label, key=key, icon=":material/refresh:", on_click=action)
