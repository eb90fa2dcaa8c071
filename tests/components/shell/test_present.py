"""The route that shows a briefing: on its data, on others and saying so, or saying why not."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components import data
from components.shell import present, server
from didgah.briefing import log
from didgah.briefing.items import Item, item_row
from didgah.language.messages import text
from didgah.store import layout
from didgah.store.layout import StoreError
from tests.didgah.export.page_reader import Page

AT = datetime(2026, 11, 24, tzinfo=UTC)


@pytest.fixture
def home(monkeypatch, tmp_path, small_folder):
    """A home with the small corpus and one briefing of two items, "b1"."""
    shutil.copytree(small_folder, tmp_path / "corpus")
    monkeypatch.setenv("DIDGAH_HOME", str(tmp_path))
    present._shown.clear()
    return tmp_path


@pytest.fixture
def put(home, small_snapshot):
    path = layout.briefings(home / "corpus")

    def write(action: str, **value: object) -> None:
        log.append(path, log.new_event(action, "b1", AT, **value))

    write("created", title="دیدارهای سال", language="fa", version=small_snapshot.version)
    write("added", item=item_row(Item("i1", "coverage")))
    write("added", item=item_row(Item("i2", "ranking")))
    return write


@pytest.fixture
def client(put):
    return TestClient(Starlette(routes=list(server.routes()), middleware=list(server.middleware())),
                      base_url="http://didgah.example")


def test_it_is_the_page_in_room_mode_with_links_to_this_dashboard(client, small_snapshot):
    answer = client.get("/base/present/b1")
    assert answer.status_code == 200
    page = Page(answer.text)
    assert page.all("html", "room")
    assert page.all("h1")[0][1] == "دیدارهای سال"
    links = [attrs["href"] for attrs, _ in page.all("a", "live")]
    assert all(one.startswith("http://didgah.example/base/") for one in links)
    assert all(f"version={small_snapshot.version}" in one for one in links)
    assert page.all("p", "notice") == []


def test_the_policy_in_the_header_is_the_pages_own(client):
    answer = client.get("/present/b1")
    sent = answer.headers["content-security-policy"]
    assert sent == f"{Page(answer.text).policy()}; frame-ancestors *"
    assert "unsafe" not in sent
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_the_room_may_have_another_language(client):
    page = Page(client.get("/present/b1?lang=ru").text)
    assert page.all("html")[0][0]["lang"] == "ru"
    assert text("briefing.headline.coverage", "ru") in page.all("section")[0][1]
    assert Page(client.get("/present/b1?lang=xx").text).all("html")[0][0]["lang"] == "fa"


def test_data_that_are_gone_are_replaced_and_that_is_said(client):
    page = Page(client.get("/present/b1?version=ffff").text)
    assert page.all("p", "notice")[0][1] == text("briefing.data_lost", "fa")


def test_when_nothing_can_be_read_the_last_that_was_shown_comes(client, monkeypatch):
    first = Page(client.get("/present/b1").text)
    monkeypatch.setattr(data, "kept", lambda version: None)
    monkeypatch.setattr(data, "latest", lambda: (_ for _ in ()).throw(StoreError("gone")))
    answer = client.get("/present/b1")
    assert answer.status_code == 200
    page = Page(answer.text)
    assert page.all("p", "notice")[0][1] == text("present.last_shown", "fa")
    assert [words for _, words in page.all("section")] == [
        words for _, words in first.all("section")]
    present._shown.clear()
    answer = client.get("/present/b1", headers={"Accept-Language": "ar-EG, en;q=0.5"})
    assert answer.status_code == 503
    assert Page(answer.text).all("h1")[0][1] == text("present.unreadable", "ar")
    assert "gone" not in answer.text


def test_a_change_of_the_briefing_is_shown_at_once(client, put):
    client.get("/present/b1")
    put("renamed", title="عنوان تازه")
    put("removed", item="i1")
    page = Page(client.get("/present/b1").text)
    assert page.all("h1")[0][1] == "عنوان تازه"
    assert len(page.all("section")) == 1 + 1


@pytest.mark.parametrize("name", ["nothing", "b1%00", "%3Cscript%3E", "..%2F..%2Fetc"])
def test_a_briefing_that_is_not_there_is_a_plain_page(client, name):
    answer = client.get(f"/present/{name}", headers={"Accept-Language": "en-US"})
    assert answer.status_code == 404
    assert "<script" not in answer.text
    if "%2F" not in name:
        assert Page(answer.text).all("h1")[0][1] == text("present.gone", "en")
        assert answer.headers["content-security-policy"].startswith("default-src 'none'")


def test_a_deleted_one_is_gone(client, put):
    put("deleted")
    assert client.get("/present/b1").status_code == 404


def test_a_damaged_file_is_told_without_its_inside(client, home):
    layout.briefings(home / "corpus").write_text("{}\n{}\n")
    answer = client.get("/present/b1")
    assert answer.status_code == 503
    assert "briefings.jsonl" not in answer.text


def test_who_may_not_read_is_not_shown(put, monkeypatch):
    monkeypatch.setenv("DIDGAH_READERS", "login")
    app = Starlette(routes=list(server.routes()), middleware=list(server.middleware()))
    client = TestClient(app)
    answer = client.get("/present/b1", headers={"Accept-Language": "fa-IR,en;q=0.5"})
    assert answer.status_code == 401
    page = Page(answer.text)
    assert page.all("html")[0][0] == {"lang": "fa", "dir": "rtl"}
    assert page.all("h1")[0][1] == text("access.outside", "fa")
    assert "دیدارهای سال" not in answer.text
    russian = client.get("/present/b1?lang=ru", headers={"Sec-Fetch-Dest": "document"})
    assert text("access.outside_advice", "ru") in russian.text
    script = client.get("/present/b1", headers={"Sec-Fetch-Dest": "script"})
    assert script.status_code == 401
    assert script.headers["content-type"].startswith("text/plain")


def test_who_is_signed_in_but_not_let_in_is_told_so(put, monkeypatch):
    for name, value in (("READERS", "r@example.org"), ("IDENTITY_HEADER", "X-Email"),
                        ("PROXY_SECRET", "s" * 16)):
        monkeypatch.setenv(f"DIDGAH_{name}", value)
    app = Starlette(routes=list(server.routes()), middleware=list(server.middleware()))
    answer = TestClient(app).get("/present/b1?lang=ar", headers={
        "X-Email": "x@example.org", "X-Didgah-Proxy": "s" * 16})
    assert answer.status_code == 401
    assert text("access.not_you", "ar") in answer.text
