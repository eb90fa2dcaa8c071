"""First content of the front page beside an empty Streamlit app, in one run and one browser.

    python -m benchmarks.first_content

Both servers run on this machine; visits take turns, each in a browser context of its own, so
that nothing is cached but by the server. First content is the moment from which the main part
of the page holds words; the numbers of the front page are there when its headline is.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from scripts import browsing

BAR = 1.3  # times the empty app
_EMPTY = 'import streamlit as st\n\nst.write("Empty")\n'

# Notes the moment at which each selector first has words; the clock starts with the navigation.
_WATCH = """
([first, later]) => {
  window.didgahSeen = {}
  const look = () => {
    for (const [name, where] of [['first', first], ['later', later]]) {
      if (!where || name in window.didgahSeen) continue
      if (document.querySelector(where)?.innerText.trim()) {
        window.didgahSeen[name] = performance.now()
      }
    }
    requestAnimationFrame(look)
  }
  look()
}
"""


def visit(browser: Browser, url: str, first: str, later: str = "") -> dict[str, float]:
    """Milliseconds from the navigation until the words of `first` and of `later` stand there."""
    context = browser.new_context(locale="fa-IR", viewport={"width": 1440, "height": 900})
    context.add_init_script(browsing.SEEN_TOUR)
    context.add_init_script(f"({_WATCH})({[first, later]!r})")
    page = context.new_page()
    page.goto(url)
    awaited = "later" if later else "first"
    page.wait_for_function(f"() => {awaited!r} in (window.didgahSeen ?? {{}})", timeout=60_000)
    seen = page.evaluate("window.didgahSeen")
    context.close()
    return seen


def main() -> None:
    """Print the medians and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--visits", type=int, default=15)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        folder = Path(scratch)
        (folder / "empty.py").write_text(_EMPTY, encoding="utf-8")
        browsing.build_sample(folder)
        servers = [browsing.serve(folder, folder / "empty.log", script=folder / "empty.py"),
                   browsing.serve(folder, folder / "didgah.log")]
        browser = playwright.chromium.launch(
            executable_path=browsing.chromium(), args=browsing.FLAGS)
        main_part = "[data-testid=stMainBlockContainer]"
        seen: dict[str, list[float]] = {"empty": [], "first": [], "headline": []}
        try:
            for turn in range(asked.visits + 2):
                empty = visit(browser, servers[0][1], main_part)
                ours = visit(browser, servers[1][1], main_part, "p.headline")
                if turn >= 2:  # the first visits warm the servers
                    seen["empty"].append(empty["first"])
                    seen["first"].append(ours["first"])
                    seen["headline"].append(ours["later"])
        finally:
            browser.close()
            for process, _ in servers:
                process.terminate()
                process.wait(20)
    middle = {name: statistics.median(times) for name, times in seen.items()}
    for name, times in seen.items():
        print(f"{name:>9}  median {middle[name]:6.0f} ms  from {min(times):6.0f} to "
              f"{max(times):6.0f}  {middle[name] / middle['empty']:.2f} x")
    ratio = middle["first"] / middle["empty"]
    print(f"first content {ratio:.2f} x an empty app (bar {BAR}): "
          f"{'within' if ratio <= BAR else 'MISSED'}")


if __name__ == "__main__":
    main()
