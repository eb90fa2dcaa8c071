"""What a press of the basket's button does to the briefings of the store."""

import shutil
from datetime import UTC, datetime

import pytest
from streamlit.testing.v1 import AppTest

from didgah.briefing import log, saved
from didgah.store import layout, publish

NOW = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.fixture
def folder(small_folder, tmp_path, monkeypatch):
    copy = tmp_path / "corpus"
    shutil.copytree(small_folder, copy)
    monkeypatch.setenv("DIDGAH_HOME", str(tmp_path))
    return copy


def _script():
    from types import SimpleNamespace

    import streamlit as st

    from components import basket

    sent = st.session_state.get("sent", "")
    if sent:
        st.session_state["basket_listener"] = SimpleNamespace(put=sent)
        basket._put()
    if action := st.session_state.get("then", ""):
        getattr(basket, action)()


def press(sent='{"kind": "coverage"}', then="", **params):
    app = AppTest.from_function(_script)
    app.session_state["sent"] = sent
    app.session_state["then"] = then
    for name, value in params.items():
        app.query_params[name] = value
    app.run()
    assert not app.exception
    told = [app.session_state[one] for one in ("basket_told",) if one in app.session_state]
    return told[0] if told else None


def briefings(folder):
    return saved.current(saved.fold(log.load(layout.briefings(folder))))


def begin(folder, name, version, at=NOW):
    log.append(layout.briefings(folder), log.new_event(
        "created", name, at, title=name, language="fa", version=version))


def test_the_first_press_makes_a_briefing_on_the_data_that_is_looked_at(folder):
    told = press(lang="ru")
    one, = briefings(folder)
    newest = next(publish.manifests(folder)).version
    assert (one.language, one.version) == ("ru", newest)
    assert newest in publish.read_published(folder).pinned
    assert [item.kind for item in one.items] == ["coverage"]
    assert one.title in told["words"]
    assert told["undo"]
    assert not told["update"]


def test_a_press_can_be_taken_back(folder):
    press()
    told = press(then="_undo")
    assert len(briefings(folder)[0].items) == 1
    assert not told["undo"]


def test_things_go_into_the_briefing_of_the_address_or_the_newest(folder):
    version = next(publish.manifests(folder)).version
    begin(folder, "older", version)
    begin(folder, "newer", version, NOW.replace(day=2))
    press(briefing="older")
    press(briefing="nowhere")
    counts = {one.id: len(one.items) for one in briefings(folder)}
    # The first press made the older one the one changed last.
    assert counts == {"older": 2, "newer": 0}


def test_other_data_are_told_and_the_briefing_can_be_brought_up_to_date(folder):
    newest, old = (one.version for one in publish.manifests(folder))
    begin(folder, "b1", old)
    told = press()
    assert told["update"]
    assert briefings(folder)[0].version == old
    press(then="_update")
    assert briefings(folder)[0].version == newest
    assert newest in publish.read_published(folder).pinned


@pytest.mark.parametrize("sent", ['{"kind": "pie"}', "{", '{"kind": "coverage", "about": 3}'])
def test_what_is_no_item_changes_nothing(folder, sent):
    assert press(sent) is None
    assert briefings(folder) == ()


def test_nobody_else_may_put_things_in(folder, monkeypatch):
    monkeypatch.setenv("DIDGAH_EDITORS", "nobody")
    told = press()
    assert briefings(folder) == ()
    assert not told["undo"]


def test_a_full_briefing_says_so(folder, monkeypatch):
    monkeypatch.setattr("components.basket.MOST", 1)
    press()
    told = press()
    assert len(briefings(folder)[0].items) == 1
    assert not told["undo"]


def test_a_damaged_file_is_told_and_not_written_to(folder):
    path = layout.briefings(folder)
    path.write_text("nonsense\n", encoding="utf-8")
    assert "briefings.jsonl:1" in press()["words"]
    assert path.read_text(encoding="utf-8") == "nonsense\n"
