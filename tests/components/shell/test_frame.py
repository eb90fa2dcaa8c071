"""The frame: every page opens in it, in both languages, with the filters carried along."""

from __future__ import annotations

from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from components.shell.pages import PAGES
from didgah.language.messages import text
from tests.pages.opening import MAIN, Markup, component, open_page, shown


@pytest.fixture
def home(small_folder, monkeypatch):
    monkeypatch.setenv("DIDGAH_HOME", str(small_folder.parent))


def words(app: AppTest) -> str:
    return " ".join(Markup(shown(app)).words)


@pytest.mark.parametrize("language", ["fa", "en"])
@pytest.mark.parametrize("name", [entry.name for entry in PAGES])
def test_every_page_opens_under_its_title(home, name, language):
    app = open_page(name, lang=language)
    assert not app.exception
    assert text(f"{name}.title", language) in words(app)
    assert text(f"{name}.purpose", language) in words(app)
    document = component(app, "didgah_document")
    direction = "rtl" if language == "fa" else "ltr"
    assert document == {
        "language": language, "direction": direction, "page": name, "paper": {},
    }


def test_links_of_the_bar_carry_filters_language_and_version_but_no_views(home, small_snapshot):
    app = open_page("overview", languages=["fa", "ru"], lang="en", grain="year",
                    version=small_snapshot.version)
    carried = [one.proto.query_string for one in app.get("page_link")]
    others = [query for query in carried if "languages" in query]
    assert len(others) >= len(PAGES) - 1
    for query in others[: len(PAGES) - 1]:
        assert parse_qs(query) == {
            "languages": ["fa", "ru"], "lang": ["en"], "version": [small_snapshot.version],
        }


def test_language_switch_keeps_the_whole_state(home):
    app = open_page("overview", languages="fa", grain="year")
    switch = next(one for one in app.button if one.label == text("shell.language_name", "en"))
    switch.click().run()
    assert {name: value for name, value in app.query_params.items()} == {
        "languages": "fa", "grain": "year", "lang": "en",
    }


def test_copied_link_says_views_language_and_version(home, small_snapshot):
    app = open_page("overview")
    explicit = component(app, "didgah_copy_link")["explicit"]
    assert explicit["version"] == small_snapshot.version
    assert explicit["lang"] == "fa"
    assert explicit["grain"] == "auto"


def test_a_version_that_is_not_kept_is_said_and_the_latest_shown(home):
    app = open_page("overview", lang="en", version="0000deadbeef")
    assert not app.exception
    assert "Data version 0000deadbeef" in words(app)
    app.button(key="follow_latest").click().run()
    assert "version" not in app.query_params
    assert "0000deadbeef" not in words(app)


def test_the_sample_says_that_it_is_one(small_folder, tmp_path, monkeypatch):
    import shutil

    shutil.copytree(small_folder, tmp_path / "sample")
    monkeypatch.setenv("DIDGAH_HOME", str(tmp_path))
    app = open_page("overview", lang="en")
    assert not app.exception
    assert "sample corpus" in words(app)


def test_ones_own_corpus_is_not_called_a_sample(home):
    assert "sample corpus" not in words(open_page("overview", lang="en"))


def test_stylesheet_holds_nothing_that_the_sanitiser_takes_for_a_tag():
    import re

    from components.shell.style import stylesheet

    for language in ("fa", "en"):
        assert not re.search(r"<[a-zA-Z/!]", stylesheet(language))
    assert "direction: rtl" in stylesheet("fa")
    assert "html { direction: rtl" not in stylesheet("en")


def test_first_visit_builds_the_sample_and_says_so(tmp_path, monkeypatch):
    import threading

    from components import jobs
    from didgah.store import build

    asked, finish = [], threading.Event()

    def slow(home, progress):
        asked.append(home)
        progress(3, 12, "build.annotate")
        finish.wait(30)

    monkeypatch.setenv("DIDGAH_HOME", str(tmp_path))
    monkeypatch.setattr(build, "ensure_sample", slow)
    jobs._board.clear()
    app = AppTest.from_file(str(MAIN), default_timeout=60)
    app.query_params["lang"] = "en"
    app.run()
    assert not app.exception
    assert "Preparing the sample corpus" in words(app)
    assert "3 of 12" in words(app)
    assert asked == [tmp_path]
    finish.set()
    jobs._board.clear()


def test_a_first_start_that_fails_offers_another_try(tmp_path, monkeypatch):
    import time

    from components import jobs
    from didgah.store import build
    from didgah.store.layout import StoreError

    def full(home, progress):
        raise StoreError("no room left")

    monkeypatch.setenv("DIDGAH_HOME", str(tmp_path))
    monkeypatch.setattr(build, "ensure_sample", full)
    jobs._board.clear()
    app = AppTest.from_file(str(MAIN), default_timeout=60)
    app.query_params["lang"] = "en"
    app.run()
    for _ in range(100):
        job = jobs.find("sample")
        if job and job.phase == "failed":
            break
        time.sleep(0.02)
    app.run()
    assert not app.exception
    assert "no room left" in words(app)
    assert app.button(key="warmup_retry").label == "Try again"
    jobs._board.clear()


def test_a_damaged_store_is_explained_and_made_again_on_request(
    small_folder, small_registry, tmp_path, monkeypatch
):
    import shutil
    import time

    import streamlit as st

    from components import jobs
    from didgah.store import reader

    shutil.copytree(small_folder, tmp_path / "corpus")
    monkeypatch.setenv("DIDGAH_HOME", str(tmp_path))
    asked = []
    monkeypatch.setattr("didgah.store.build.build", lambda folder, *_, **how: asked.append(
        (folder, how)))
    for events in (tmp_path / "corpus").rglob("events.duckdb"):
        events.write_bytes(b"")
    jobs._board.clear()
    st.cache_resource.clear()
    app = AppTest.from_file(str(MAIN), default_timeout=60)
    app.query_params["lang"] = "en"
    app.run()
    assert not app.exception
    assert "The data cannot be opened" in words(app)
    assert reader.latest_name(tmp_path / "corpus") in words(app), "it says which file"
    app.button(key="mend").click().run()
    for _ in range(200):
        if asked:
            break
        time.sleep(0.02)
    assert asked == [(tmp_path / "corpus", {"full": True})]
    jobs._board.clear()
