"""The page of briefings, opened as a visitor does, on a store of its own."""

import shutil
from datetime import UTC, datetime

import pytest

from didgah.briefing import log, saved
from didgah.briefing.items import Item, item_row
from didgah.filters import Filters
from didgah.language.messages import INTERFACE_LANGUAGES, text
from didgah.store import layout, publish
from didgah.store.reader import open_latest
from tests.pages.opening import component, open_page, shown

NOW = datetime(2026, 3, 1, tzinfo=UTC)
ITEMS = (Item("i1", "coverage"), Item("i2", "meeting", about={"meeting": "kaz-2021"}),
         Item("i3", "cloud", Filters(languages=("ru",))))


@pytest.fixture
def folder(small_folder, tmp_path, monkeypatch):
    """A copy of the small store with one briefing of three items."""
    copy = tmp_path / "corpus"
    shutil.copytree(small_folder, copy)
    monkeypatch.setenv("DIDGAH_HOME", str(tmp_path))
    snapshot = open_latest(copy)
    version = snapshot.manifest.version
    snapshot.close()
    write(copy, "created", title="Three <b>things", language="en", version=version)
    for item in ITEMS:
        write(copy, "added", item=item_row(item))
    return copy


def write(folder, action, name="b1", **value):
    log.append(layout.briefings(folder), log.new_event(action, name, NOW, **value))


def found(folder):
    return saved.fold(log.load(layout.briefings(folder)))


def order(folder):
    return [one.id for one in found(folder)["b1"][-1].briefing.items]


def button(app, key):
    return next(one for one in app.button if one.key == key)


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_every_item_says_its_number(folder, language):
    app = open_page("briefing", lang=language)
    assert not app.exception
    page = shown(app)
    assert text("briefing.kind.meeting", language) in page
    assert "Three &lt;b&gt;things" in page
    assert page.count("briefing-item") == 3


def test_order_words_and_title_are_saved(folder):
    app = open_page("briefing", lang="en")
    button(app, "down_i1").click().run()
    assert order(folder) == ["i2", "i1", "i3"]
    button(app, "up_i3").click().run()
    assert order(folder) == ["i2", "i3", "i1"]
    app.text_input(key="headline_i3").set_value("Как пишут").run()
    app.text_area(key="notes_i3").set_value("Say this").run()
    app.text_input(key="briefing_title_b1").set_value("نشست سه‌شنبه").run()
    now = found(folder)["b1"][-1].briefing
    assert now.title == "نشست سه‌شنبه"
    assert (now.items[1].headline, now.items[1].notes) == ("Как пишут", "Say this")
    assert not app.exception
    assert "Как пишут" in shown(app)


def test_an_item_is_taken_out_and_brought_back_by_the_history(folder):
    app = open_page("briefing", lang="en", briefing_history="1")
    button(app, "remove_i2").click().run()
    assert order(folder) == ["i1", "i3"]
    before = found(folder)["b1"][-2].event.id
    app.session_state["briefing_history"] = True
    app.run()
    button(app, f"return_{before}").click().run()
    assert order(folder) == ["i1", "i2", "i3"]


def test_a_copy_is_another_briefing(folder):
    app = open_page("briefing", lang="en")
    button(app, "briefing_duplicate").click().run()
    copies = saved.current(found(folder))
    assert len(copies) == 2
    assert copies[0].items == copies[1].items
    assert app.query_params["briefing"] == copies[0].id
    button(app, "remove_i1").click().run()
    assert order(folder) == ["i1", "i2", "i3"]


def test_what_is_deleted_can_be_restored(folder):
    app = open_page("briefing", lang="en")
    button(app, "briefing_delete").click().run()
    assert saved.current(found(folder)) == ()
    assert text("briefing.none", "en") in shown(app)
    button(app, "restore_b1").click().run()
    assert order(folder) == ["i1", "i2", "i3"]


def test_a_damaged_file_is_named_with_its_line(folder):
    with layout.briefings(folder).open("a", encoding="utf-8") as file:
        file.write("nonsense\n")
    app = open_page("briefing", lang="en")
    assert not app.exception
    assert "briefings.jsonl:5:" in shown(app)


def test_a_link_to_a_briefing_that_is_gone_says_so(folder):
    assert text("briefing.gone", "en") in shown(open_page("briefing", lang="en", briefing="b9"))


def test_a_copied_link_names_the_briefing(folder):
    sent = component(open_page("briefing", lang="en"), "didgah_copy_link")
    assert sent["explicit"]["briefing"] == "b1"


def test_data_that_are_not_kept_are_told(folder):
    write(folder, "updated", version="abcdef123456")
    assert text("briefing.data_lost", "en") in shown(open_page("briefing", lang="en"))


def test_it_is_brought_up_to_date_and_says_before_what_changes(folder):
    new, old = publish.manifests(folder)
    write(folder, "updated", version=old.version)
    app = open_page("briefing", lang="en")
    app.session_state["briefing_compare"] = True
    app.run()
    table = " ".join(one.value for one in app.markdown) + shown(app)
    assert text("briefing.column_before", "en") in table
    button(app, "briefing_do_update").click().run()
    assert found(folder)["b1"][-1].briefing.version == new.version
    assert new.version in publish.read_published(folder).pinned
    assert not [one for one in app.button if one.key == "briefing_do_update"]


def test_those_who_may_only_read_see_it_and_change_nothing(folder, monkeypatch):
    monkeypatch.setenv("DIDGAH_EDITORS", "nobody")
    app = open_page("briefing", lang="en")
    assert not app.exception
    assert "Three &lt;b&gt;things" in shown(app)
    assert not [one for one in app.button if (one.key or "").startswith(("up_", "remove_"))]
    assert not app.text_input
