"""What a PDF says, read back by Poppler."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

from didgah.export import chromium

browser = pytest.mark.skipif(chromium.find() is None, reason="no Chromium here")
poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="no poppler-utils here")


def words_of(pdf: bytes) -> str:
    """Its words in one line, without marks of direction."""
    command = ["pdftotext", "-layout", "-", "-"]
    out = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()
    return re.sub(r"\s+", " ", re.sub("[\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", out))


def pages_of(pdf: bytes) -> int:
    """How many pages of A4 it has."""
    command = ["pdfinfo", "-"]
    out = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()
    assert "595 x 842" in out or "594.96 x 841.92" in out or "A4" in out
    return int(re.search(r"Pages:\s+(\d+)", out)[1])
