"""A real server on a real corpus, and Debian's Chromium to drive it.

The server serves the sample corpus, built once for all test processes. Chromium is the
system's: nothing is downloaded. Where there is none, CI installs Debian's package and
elsewhere the tests are skipped with the reason.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from scripts import browsing


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of the system's Chromium; installed from Debian in CI when missing."""
    found = browsing.chromium()
    if not found and os.environ.get("CI") and os.geteuid() == 0 and shutil.which("apt-get"):
        subprocess.run(["apt-get", "update", "-qq"], check=False)
        subprocess.run(["apt-get", "install", "-y", "-qq", "chromium"], check=False)
        found = browsing.chromium()
    if not found:
        pytest.skip("no Chromium here: install Debian's `chromium` to run the browser tests")
    return found


@dataclass(frozen=True)
class Server:
    """A running dashboard: its address and the folder of its stores."""

    url: str
    home: Path


@pytest.fixture(scope="session")
def sample_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the sample store built, shared by all test processes."""
    home = tmp_path_factory.getbasetemp().parent / "browser-home"
    home.mkdir(exist_ok=True)
    with (home / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (home / "built").exists():
            browsing.build_sample(home)
            (home / "built").touch()
    return home


@pytest.fixture(scope="session")
def server(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The dashboard on the sample corpus."""
    process, url = browsing.serve(sample_home, tmp_path_factory.mktemp("server") / "log")
    yield Server(url, sample_home)
    process.terminate()
    process.wait(20)


@pytest.fixture
def fresh_server(
    sample_home: Path, tmp_path: Path
) -> Iterator[Callable[..., Server]]:
    """Starts dashboards of their own: for cold starts and for corpora that a test changes."""
    running: list[subprocess.Popen[bytes]] = []

    def start(home: Path | None = None, **environment: str) -> Server:
        own = home or tmp_path / "home"
        if not own.exists():
            shutil.copytree(sample_home / "sample", own / "sample")
        process, url = browsing.serve(own, tmp_path / f"log{len(running)}", **environment)
        running.append(process)
        return Server(url, own)

    yield start
    for process in running:
        process.terminate()
        process.wait(20)


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """One Chromium for the session."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=browsing.FLAGS)
        yield launched
        launched.close()


@dataclass
class Visit:
    """A tab, what it asked other machines for, and what it complained about."""

    page: Page
    outside: list[str]
    errors: list[str]

    def open(self, url: str) -> Page:
        """Open `url` and wait until Streamlit has nothing more to run."""
        self.page.goto(url)
        self.settle()
        return self.page

    def settle(self) -> None:
        """Wait until the app is there and the script is at rest."""
        browsing.settle(self.page)


@pytest.fixture
def visit(browser: Browser, server: Server) -> Iterator[Callable[..., Visit]]:
    """Opens tabs of their own: `visit(locale=…, width=…, dark=…)`; `first` has no tour behind."""
    contexts: list[BrowserContext] = []

    def start(
        locale: str = "fa-IR", width: int = 1440, height: int = 900, dark: bool = False,
        first: bool = False,
    ) -> Visit:
        context = browser.new_context(
            locale=locale,
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            accept_downloads=True,
            permissions=["clipboard-read", "clipboard-write"],
        )
        contexts.append(context)
        context.add_init_script(browsing.TELL_STARTED)
        if not first:
            context.add_init_script(browsing.SEEN_TOUR)
        page = context.new_page()
        page.set_default_timeout(30_000)
        visit = Visit(page, [], [])
        page.on(
            "request",
            lambda request: visit.outside.append(request.url)
            if not request.url.startswith(("http://127.0.0.1:", "data:", "blob:", "ws://127.0.0.1:"))
            else None,
        )
        page.on("pageerror", lambda error: visit.errors.append(str(error)))
        return visit

    yield start
    for context in contexts:
        context.close()
