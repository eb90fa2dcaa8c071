"""The browser of the host: it alone sets Persian right on paper. Nothing is downloaded."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
_SECONDS = 40  # a page takes two on an idle machine
_SETTLING = 5000  # milliseconds of the page's own time, which runs ahead of ours
_FLAGS = (
    "--headless=new", "--disable-gpu", "--no-first-run", "--no-default-browser-check",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--disable-extensions", "--disable-quic", "--host-resolver-rules=MAP * ~NOTFOUND",
    "--no-pdf-header-footer", f"--virtual-time-budget={_SETTLING}",
)  # fmt: skip


class PrintError(Exception):
    """The browser did not print; the message says what it did, not where."""


def find() -> str | None:
    """Path of the host's Chromium or Chrome; None where there is none."""
    return next(filter(None, map(shutil.which, _NAMES)), None)


def pdf(page: str, seconds: float = _SECONDS) -> bytes:
    """`page`, a whole HTML document with everything inside, printed as it says itself.

    Fonts are embedded and text stays text. Raises PrintError when there is no browser, when
    it fails, or when it takes longer than `seconds` (it is then ended with all its children).
    """
    browser = find()
    if browser is None:
        raise PrintError("no Chromium on this host")
    # Its own sandbox needs a user who is not root.
    flags = (*_FLAGS, "--no-sandbox") if os.geteuid() == 0 else _FLAGS
    with tempfile.TemporaryDirectory(prefix="didgah-print-", ignore_cleanup_errors=True) as folder:
        source, target = Path(folder, "page.html"), Path(folder, "page.pdf")
        source.write_text(page, encoding="utf-8")
        _run([browser, *flags, f"--user-data-dir={folder}/profile", f"--print-to-pdf={target}",
              source.as_uri()], folder, seconds)
        try:
            return target.read_bytes()
        except FileNotFoundError:
            raise PrintError("the browser wrote nothing") from None


def _run(command: list[str], home: str, seconds: float) -> None:
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        start_new_session=True, env=os.environ | {"HOME": home},
    )
    try:
        status = process.wait(seconds)
    except subprocess.TimeoutExpired:
        raise PrintError(f"the browser took longer than {seconds:g} s") from None
    finally:
        _end(process)
    if status:
        raise PrintError(f"the browser ended with status {status}")


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the browser and what it started, which may live longer than itself."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
