"""No page has a serious fault by axe-core's rules, in two languages and both themes."""

from __future__ import annotations

from importlib.resources import files

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

PAGES = ["", "meetings", "entities", "words", "reader", "briefing", "corpus", "method"]
AXE = files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")

FAULTS = """
async () => {
  const { violations } = await axe.run(document, { resultTypes: ['violations'] })
  return violations.filter(one => ['serious', 'critical'].includes(one.impact)).map(
    one => [one.id, one.nodes.length,
            ...one.nodes.slice(0, 3).map(node => [
              node.html.slice(0, 200), node.any[0]?.message ?? ''])])
}
"""


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize("where", PAGES)
def test_page_has_no_serious_fault(server, visit, where, language, dark) -> None:
    page = visit(dark=dark).open(f"{server.url}/{where}?lang={language}")
    page.wait_for_timeout(800)  # charts are drawn after the script has ended
    page.evaluate(AXE)
    assert page.evaluate(FAULTS) == []
