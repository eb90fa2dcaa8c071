"""The corpus page: what goes in, what is refused, what a read-only instance shows."""

from __future__ import annotations

import io
import shutil
import time
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from components import corpus_task, jobs
from didgah.readers import ReadOptions
from didgah.store import layout, reader
from tests.pages.opening import Markup, open_page, shown

CSV = (
    "تیتر,متن خبر,تاریخ\r\n"
    "نشست کازان,رستم مینیخانف در نشست کازان دربارهٔ همکاری سخن گفت.,۱۴۰۰/۹/۳\r\n"
    "<script>alert(1)</script> خبر دوم,متن خبر دوم دربارهٔ دیدار در جده است.,۱۴۰۰/۹/۴\r\n"
    "بی‌متن,,\r\n"
).encode()


@pytest.fixture
def own(small_folder, tmp_path, monkeypatch) -> Path:
    """A home whose corpus may be changed."""
    shutil.copytree(small_folder, tmp_path / "corpus")
    monkeypatch.setenv("DIDGAH_HOME", str(tmp_path))
    monkeypatch.delenv("DIDGAH_EDITORS", raising=False)
    jobs._board.clear()
    yield tmp_path
    jobs._board.clear()


def words(app: AppTest) -> str:
    return " ".join(Markup(shown(app)).words)


def _over() -> jobs.Job:
    for _ in range(1200):
        job = jobs.find(corpus_task.TASK)
        if job and job.phase != "running":
            return job
        time.sleep(0.05)
    raise AssertionError("the import never ended")


def test_upload_is_previewed_with_its_columns_before_anything_is_stored(own):
    app = open_page("corpus", lang="en")
    before = layout.corpus(own)
    app.file_uploader(key="corpus_files").upload("news.csv", CSV, "text/csv").run()
    assert not app.exception
    said = words(app)
    assert "Title: تیتر" in said
    assert "Text: متن خبر" in said
    assert "3 Azar 1400" in said
    assert "There is no text, or nothing but a title." in said
    assert "script" not in {tag for tag, _ in Markup(shown(app)).elements}
    assert not (before / "archive").exists()


def test_columns_can_be_mapped_by_hand(own):
    app = open_page("corpus", lang="en")
    content = b"a,b\r\nThe title,The text of the article stands here.\r\n"
    app.file_uploader(key="corpus_files").upload("x.csv", content, "text/csv").run()
    assert "No column was recognised" in words(app)
    app.selectbox(key="corpus_map_title").select("column:a").run()
    app.selectbox(key="corpus_map_body").select("column:b").run()
    assert not app.exception
    assert "The text of the article stands here." in words(app)


def test_an_import_runs_outside_the_page_and_says_what_became_of_it(own):
    corpus_task.start_import([("news.csv", CSV)], ReadOptions())
    over = _over()
    assert over.phase == "done", over.error
    assert (over.result.report.new, over.result.report.rejected) == (2, 1)
    assert over.result.manifest.articles == 2
    assert reader.open_latest(layout.corpus(own)).version == over.result.manifest.version
    app = open_page("corpus", lang="en")
    assert not app.exception
    assert f"data version {over.result.manifest.version}" in words(app)
    assert "news.csv" in words(app)
    app.button(key="corpus_dismiss").click().run()
    assert jobs.find(corpus_task.TASK) is None


def test_a_failed_import_is_told_and_leaves_what_was_shown(own, monkeypatch):
    served = reader.open_latest(layout.corpus(own)).version

    def full(*_args, **_kwargs):
        raise OSError("no space left on device")

    monkeypatch.setattr("didgah.store.archive.Archive.add", full)
    corpus_task.start_import([("news.csv", CSV)], ReadOptions())
    assert _over().phase == "failed"
    app = open_page("corpus", lang="en")
    assert not app.exception
    assert "no space left on device" in words(app)
    assert reader.open_latest(layout.corpus(own)).version == served


def test_a_read_only_instance_shows_provenance_and_takes_nothing(own, monkeypatch):
    monkeypatch.setenv("DIDGAH_EDITORS", "nobody")
    app = open_page("corpus", lang="en")
    assert not app.exception
    assert "This instance is for reading" in words(app)
    assert reader.open_latest(layout.corpus(own)).version in words(app)
    assert not list(app.get("file_uploader"))
    assert "corpus_rebuild" not in {one.key for one in app.button}
    corpus_task.start_import([("news.csv", CSV)], ReadOptions())
    corpus_task.start_rebuild()
    assert jobs.find(corpus_task.TASK) is None


def test_published_states_can_be_kept_for_good(own):
    from didgah.store import publish

    version = reader.open_latest(layout.corpus(own)).version
    app = open_page("corpus", lang="en")
    keep = next(one for one in app.button if one.label == "Keep for good")
    keep.click().run()
    assert not app.exception
    assert publish.read_published(layout.corpus(own)).pinned == (version,)


def _taken(app: AppTest):
    return next(one.proto for one in app.get("download_button")
                if one.proto.label == "Download as one file")


def test_a_published_state_is_taken_as_the_file_that_another_installation_opens(
    own, tmp_path, monkeypatch
):
    from didgah.store import frozen

    given = {}
    monkeypatch.setattr(
        "streamlit.download_button",
        lambda label, data, name, *_, disabled=False, **more: given.update(
            {name: (data, disabled)}))
    version = reader.open_latest(layout.corpus(own)).version
    app = open_page("corpus", lang="en")
    assert not app.exception
    data, disabled = given[f"didgah-{version}.zip"]
    assert not disabled
    assert frozen.take(tmp_path / "other", io.BytesIO(data())).version == version


def test_a_state_that_is_too_large_names_the_command(own, monkeypatch):
    version = reader.open_latest(layout.corpus(own)).version
    assert "--take" in _taken(open_page("corpus", lang="en")).help
    monkeypatch.setattr("components.corpus_history._SENT", 1000)
    taken = _taken(open_page("corpus", lang="en"))
    assert taken.disabled
    assert f"didgah snapshots --export {version}" in taken.help  # the newest comes first
