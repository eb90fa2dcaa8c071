"""Links inside written-out text that open their page without loading everything anew."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

_follower = st.components.v2.component(
    "didgah_soft_links", js=Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
)


def follow() -> None:
    """Once per page. Where scripts fail, the same links work as the browser's own."""
    with st.container(key="soft_links_box"):
        _follower(key="soft_links")
