"""What a page costs the visitor: figures stay small, nothing comes from elsewhere."""

from __future__ import annotations

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

FIGURES = 300 * 1024  # bytes of figure data on one page
VIEWS = ["", "meetings", "meetings?show=map", "meetings?span=all", "entities", "words",
         "words?mode=two", "reader", "corpus", "method"]  # fmt: skip

# The figures as Plotly holds them, which is what was sent to draw them.
SENT = """
() => [...document.querySelectorAll('.js-plotly-plot')].map(
  one => new Blob([JSON.stringify({data: one.data, layout: one.layout})]).size)
"""


@pytest.mark.parametrize("where", VIEWS)
def test_figures_are_small_and_nothing_is_asked_of_other_machines(server, visit, where) -> None:
    tab = visit()
    page = tab.open(f"{server.url}/{where}")
    if where.startswith(("meetings", "entities")):
        page.wait_for_selector(".js-plotly-plot .main-svg", state="attached")
    page.wait_for_timeout(800)
    sizes = page.evaluate(SENT)
    assert sum(sizes) < FIGURES
    assert tab.outside == []
    assert tab.errors == []
