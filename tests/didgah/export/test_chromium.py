"""The host's browser: found or not, and ended when it takes too long."""

import os
import time

import pytest

from didgah.export import chromium


@pytest.fixture
def browser(monkeypatch, tmp_path):
    """Put a shell script in the browser's place."""

    def make(script: str) -> None:
        path = tmp_path / "chromium"
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)
        monkeypatch.setattr(chromium, "find", lambda: str(path))

    return make


def test_without_a_browser_it_says_so(monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    assert chromium.find() is None
    with pytest.raises(chromium.PrintError, match="no Chromium"):
        chromium.pdf("<p>x</p>")


def test_the_page_is_given_whole_and_no_name_is_resolved(browser):
    browser('for one in "$@"; do case $one in --print-to-pdf=*) out=${one#*=};; file:*) '
            'page=${one#file://};; --host-resolver-rules=*) rules=$one;; esac; done\n'
            'cat "$page" > "$out"; echo "$rules" >> "$out"')
    assert chromium.pdf("<p>سلام</p>").decode() == (
        "<p>سلام</p>--host-resolver-rules=MAP * ~NOTFOUND\n")


@pytest.mark.parametrize(("script", "why"), [("exit 3", "status 3"), ("exit 0", "wrote nothing")])
def test_a_browser_that_fails_is_told_of(browser, script, why):
    browser(script)
    with pytest.raises(chromium.PrintError, match=why):
        chromium.pdf("x")


def test_one_that_hangs_is_ended_with_its_children(browser, tmp_path):
    browser(f"sleep 60 & echo $! > {tmp_path}/child; wait")
    began = time.monotonic()
    with pytest.raises(chromium.PrintError, match="took longer than 1 s"):
        chromium.pdf("x", seconds=1)
    assert time.monotonic() - began < 10
    child = int((tmp_path / "child").read_text())
    for _ in range(50):
        if _state(child) in ("", "Z"):
            return
        time.sleep(0.1)
    raise AssertionError("the child lives on")


def _state(process: int) -> str:
    try:
        os.kill(process, 0)
        with open(f"/proc/{process}/stat") as stat:
            return stat.read().rpartition(")")[2].split()[0]
    except (ProcessLookupError, FileNotFoundError):
        return ""
