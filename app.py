"""Launcher: `streamlit run app.py`.

The main script lives in components/shell, where it has no `pages/` beside it. With one,
Streamlit serves `pages/*.py` on a cold server without the frame around them.
"""

from pathlib import Path

import streamlit as st

from components.shell.server import middleware, routes
from components.states import on_script_error

_MAIN = Path(__file__).resolve().parent / "components" / "shell" / "main.py"
app = st.App(_MAIN, routes=routes(), middleware=middleware(), on_script_error=on_script_error)
