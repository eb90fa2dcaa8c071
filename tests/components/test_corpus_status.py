"""The list of what was refused is whole however often it is downloaded."""

from __future__ import annotations

import pytest

from components import corpus_status
from didgah.model import Rejected
from didgah.store import layout
from didgah.store.archive import Archive


def test_the_refused_list_is_whole_at_every_download(tmp_path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("DIDGAH_HOME", str(tmp_path))
    rows = [Rejected("news.csv", line, "rejected.unreadable") for line in (3, 8)]
    Archive(layout.corpus(tmp_path)).add(rows, "news.csv")
    made = []
    monkeypatch.setattr(
        corpus_status.st, "download_button", lambda label, data, *rest, **more: made.append(data)
    )
    corpus_status.refused("", "en")
    first, second = made[0](), made[0]()
    assert first == second
    assert first.count(b"news.csv") == 2
