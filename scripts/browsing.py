"""A dashboard of one's own and the system's Chromium to look at it with."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Sequence
from pathlib import Path

from playwright.sync_api import Page

from didgah.export.chromium import find

ROOT = Path(__file__).resolve().parents[1]
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
]  # fmt: skip
READY_SECONDS = 90
# Run in every new tab of somebody who has been here before: the tour stays closed.
SEEN_TOUR = "try { localStorage.setItem('didgah-tour-seen', '1') } catch {}"
# Run in every new tab: each of our pieces of the page marks its element once its script has run,
# which Streamlit starts only some time after its own script is at rest.
TELL_STARTED = """
const { Blob: Plain } = window
window.Blob = class extends Plain {
  static tells = true
  constructor(parts, options) {
    super(options?.type === 'text/javascript' && parts?.length === 1
      ? [`${parts[0]}`.replace('export default function', 'const begin = function'), `
          export default (given) => {
            const end = begin(given)
            const { parentElement: at } = given
            ;(at.host ?? at).dataset.started = 'yes'
            return end
          }`]
      : parts, options)
  }
}
"""
PIECES = "[data-testid^=stBidiComponent]"


def chromium() -> str | None:
    """Path of the system's Chromium; None where there is none. Nothing is downloaded."""
    return find()


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def serve(
    home: Path, log: Path, *, script: Path = ROOT / "app.py", port: int | None = None,
    options: Sequence[str] = (), **environment: str
) -> tuple[subprocess.Popen[bytes], str]:
    """Start a dashboard on the corpora of `home`, or `script`; the process and its address.

    `options` are Streamlit's own, `port` a free one when it is not given. Raises RuntimeError
    with the end of `log` when it does not come up.
    """
    port = port or free_port()
    command = [
        sys.executable, "-m", "streamlit", "run", str(script), "--server.headless", "true",
        "--server.port", str(port), "--server.address", "127.0.0.1", *options,
    ]  # fmt: skip
    with log.open("wb") as out:  # the server keeps its own copy open
        process = subprocess.Popen(
            command, cwd=ROOT, stdout=out, stderr=subprocess.STDOUT,
            env=os.environ | {"DIDGAH_HOME": str(home)} | environment,
        )
    url = f"http://127.0.0.1:{port}"
    for _ in range(READY_SECONDS * 4):
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2) as answer:
                if answer.status == 200:
                    return process, url
        except OSError:
            if process.poll() is not None:
                break
        time.sleep(0.25)
    process.kill()
    raise RuntimeError(f"the dashboard did not start:\n{log.read_text()[-3000:]}")


def build_sample(home: Path) -> None:
    """Build the store of the bundled corpus under `home`."""
    command = [sys.executable, "-m", "didgah.cli", "build", "--sample"]
    subprocess.run(command, cwd=ROOT, check=True, env=os.environ | {"DIDGAH_HOME": str(home)})


def settle(page: Page) -> None:
    """Wait until the app is there, its script at rest and our own pieces of the page at work.

    The pieces are waited for in tabs that were opened with `TELL_STARTED`. Raises
    AssertionError when the page never comes to rest.
    """
    page.wait_for_selector("[data-testid=stApp]", timeout=60_000)
    # Attached, not visible: on a phone Streamlit hides the first copy of a link with a hint.
    page.wait_for_selector(
        "[data-testid=stMain] [data-testid=stMarkdownContainer]", state="attached"
    )
    quiet = 0
    for _ in range(400):
        quiet = quiet + 1 if page.evaluate(_AT_REST, PIECES) else 0
        if quiet >= 3:
            return
        page.wait_for_timeout(150)
    raise AssertionError("the page never came to rest")


_AT_REST = """async (pieces) => {
  // Two frames: what Streamlit was told just now is drawn.
  for (const _ of [1, 2]) await new Promise(requestAnimationFrame)
  const charts = [...document.querySelectorAll('[data-testid=stPlotlyChart]')]
  return document.querySelector('[data-testid=stApp]')?.dataset.testScriptState === 'notRunning'
    && !document.querySelector('[data-testid=stSkeleton]')
    && charts.every((one) => one.querySelector('.main-svg'))
    && (!window.Blob.tells || [...document.querySelectorAll(pieces)]
      .every((one) => one.dataset.started))
}"""
