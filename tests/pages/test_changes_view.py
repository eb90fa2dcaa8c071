"""What has changed since an earlier data version, as the front page tells it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components import copylink, data
from didgah.filters import Filters
from didgah.language.calendars import format_date
from didgah.language.messages import plural, text
from didgah.language.numbers import format_number
from didgah.queries import changes
from didgah.registry import label
from didgah.store import publish
from didgah.store.reader import Snapshot, open_version
from tests.pages.opening import Markup, open_page, shown


@pytest.fixture
def earlier(small_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Snapshot]:
    """The version of the small corpus before its last articles came."""
    monkeypatch.setenv("DIDGAH_HOME", str(small_folder.parent))
    oldest = list(publish.manifests(small_folder))[-1]
    snapshot = open_version(small_folder, oldest.version)
    yield snapshot
    snapshot.close()


def words(app: AppTest) -> str:
    return " ".join(Markup(shown(app)).words)


@pytest.mark.parametrize("language", ["fa", "en", "ru", "ar"])
def test_figures_and_names_are_those_of_the_query(earlier, small_snapshot, language):
    app = open_page("overview", lang=language, changed_since=earlier.version)
    assert not app.exception
    found = changes.changes(small_snapshot, earlier, Filters())
    said = words(app)
    assert text("changes.articles", language, then=format_number(found.articles_then, language),
                now=format_number(found.articles_now, language)) in said
    assert [one.label for one in app.expander] == [
        plural("changes.added", language, found.added)]
    names = changes.names(small_snapshot, earlier, Filters(), ("person", "organisation", "place"))
    first = small_snapshot.registry.entities[names.entity.iloc[0]]
    assert label(first, language) in said
    for one in (earlier, small_snapshot):
        assert one.version in said


def test_filters_hold_for_both_sides(earlier, small_snapshot):
    filters = Filters(languages=("ru",))
    app = open_page("overview", lang="en", languages="ru", changed_since=earlier.version)
    found = changes.changes(small_snapshot, earlier, filters)
    assert f"Articles: {found.articles_then} then, {found.articles_now} now" in words(app)


def test_the_same_version_has_not_changed(earlier, small_snapshot):
    app = open_page("overview", lang="en", changed_since=small_snapshot.version)
    assert text("changes.none", "en") in words(app)


@pytest.mark.parametrize("version", ["0000deadbeef", "<b>", "../../etc", "ا"])
def test_a_version_that_is_not_there_is_said(earlier, version):
    app = open_page("overview", lang="en", changed_since=version)
    assert not app.exception
    assert text("changes.lost", "en") in words(app)
    assert version in words(app)


def test_a_pinned_link_says_its_day_in_three_calendars_and_offers_to_compare(earlier):
    app = open_page("overview", lang="fa", version=earlier.version)
    day = date.fromisoformat(earlier.manifest.built[:10])
    for calendar in ("solar_hijri", "gregorian", "lunar_hijri"):
        assert format_date(day, "fa", calendar) in words(app)
    button = next(one for one in app.button if text("banner.compare", "fa") in one.label)
    button.click().run()
    assert app.query_params["changed_since"] == earlier.version
    assert "version" not in app.query_params
    assert text("changes.meetings", "fa") in " ".join(one.value for one in app.subheader)


def test_copying_a_link_keeps_its_version(tmp_path, small_folder, monkeypatch):
    folder = tmp_path / "corpus"
    shutil.copytree(small_folder, folder)
    monkeypatch.setenv("DIDGAH_HOME", str(tmp_path))
    version = next(publish.manifests(folder)).version
    assert publish.read_published(folder).pinned == ()
    served = open_version(folder, version)
    monkeypatch.setattr(data, "snapshot", lambda: served)
    copylink._keep()
    served.close()
    assert publish.read_published(folder).pinned == (version,)
