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
    """Wait until the app is there and its script is at rest; raises AssertionError if never."""
    page.wait_for_selector("[data-testid=stApp]", timeout=60_000)
    # Attached, not visible: on a phone Streamlit hides the first copy of a link with a hint.
    page.wait_for_selector(
        "[data-testid=stMain] [data-testid=stMarkdownContainer]", state="attached"
    )
    quiet = 0
    for _ in range(240):
        state = page.get_attribute("[data-testid=stApp]", "data-test-script-state")
        quiet = quiet + 1 if state == "notRunning" else 0
        if quiet >= 3:
            return
        page.wait_for_timeout(150)
    raise AssertionError("the page never came to rest")
