"""The button that copies a link which still shows the same numbers next month."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from components import data, links
from didgah.language.messages import text
from didgah.store import publish
from didgah.store.layout import StoreError

_button = st.components.v2.component(
    "didgah_copy_link",
    html="<button type='button' class='copy'></button>",
    css=(Path(__file__).with_name("copylink.css")).read_text(encoding="utf-8"),
    js=(Path(__file__).with_name("copylink.js")).read_text(encoding="utf-8"),
)


def copy_link(state: links.State) -> None:
    """Draw the button. To be called after the page, when it is known which views it has.

    The copied address is the one in the browser, completed with every value that is only
    implied there: the page's views at their defaults, the language and the data version.
    That version is kept from then on.
    """
    explicit = links.explicit()
    explicit["lang"] = state.language
    explicit["version"] = data.snapshot().version
    _draw(explicit, state.language)


@st.fragment
def _draw(explicit: dict[str, str], language: str) -> None:
    # A press reruns the button alone, so that the page below stays as it is.
    _button(
        key="copy_link",
        data={
            "label": text("copylink.label", language),
            "done": text("copylink.done", language),
            "failed": text("copylink.failed", language),
            "explicit": explicit,
        },
        on_copied_change=_keep,
    )


def _keep() -> None:
    """Pin the version whose link was copied: nobody collects what somebody has sent round."""
    served = data.snapshot()
    try:
        publish.pin(served.folder, served.version)
    except StoreError as error:
        st.toast(text("copylink.not_kept", links.current().language, reason=str(error)),
                 icon=":material/warning:")
