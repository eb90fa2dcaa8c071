"""`didgah briefing` through the command line."""

import io
import json
import shutil
from datetime import UTC, datetime

import pytest
from pptx import Presentation

from didgah.briefing import log
from didgah.briefing.items import Item, item_row
from didgah.cli import main
from didgah.store import layout

AT = datetime(2026, 11, 24, tzinfo=UTC)


@pytest.fixture
def home(tmp_path, small_folder):
    """A home with one briefing of one item on the small corpus."""
    shutil.copytree(small_folder, layout.corpus(tmp_path))
    path = layout.briefings(layout.corpus(tmp_path))
    log.append(path, log.new_event(
        "created", "b1", AT, title="گزارش", language="fa", version=""))
    log.append(path, log.new_event("added", "b1", AT, item=item_row(Item("i1", "coverage"))))
    return tmp_path


def exported(home, *more, form="pptx"):
    out = home / f"out.{form}"
    asked = ["briefing", "--home", str(home), "export", "b1", "--form", form, "--out", str(out)]
    return main([*asked, *more]), out


def test_briefings_are_listed(home, capsys):
    assert main(["briefing", "--home", str(home), "list"]) == 0
    assert capsys.readouterr().out.split() == ["b1", "fa", "1", "گزارش"]


def test_a_briefing_becomes_slides_on_a_template_with_links_of_the_dashboard(home):
    template = io.BytesIO()
    Presentation().save(template)
    (home / "ours.pptx").write_bytes(template.getvalue())
    code, out = exported(home, "--template", str(home / "ours.pptx"),
                         "--address", "https://didgah.example")
    assert code == 0
    book = Presentation(out)
    assert len(book.slides) == 3
    assert book.slide_width == Presentation().slide_width
    links = {one._target for one in book.slides[1].part.rels.values() if one.is_external}
    assert any(one.startswith("https://didgah.example/overview?") for one in links)


@pytest.mark.parametrize(("form", "start"), [("html", b"<!doctype"), ("xlsx", b"PK")])
def test_the_other_forms(home, form, start):
    code, out = exported(home, form=form)
    assert code == 0
    assert out.read_bytes().startswith(start)


def test_json_has_the_same_slides(home):
    code, out = exported(home, form="json")
    assert code == 0
    assert "گزارش" in json.dumps(json.loads(out.read_bytes()), ensure_ascii=False)


@pytest.mark.parametrize("more", [
    ["--template", "/nowhere/x.potx"], ["--address", "javascript:alert(1)"],
])
def test_what_cannot_be_done_is_said(home, capsys, more):
    assert exported(home, *more)[0] == 1
    assert capsys.readouterr().err


def test_a_damaged_template_is_named(home, capsys):
    (home / "bad.potx").write_bytes(b"nothing")
    assert exported(home, "--template", str(home / "bad.potx"))[0] == 1
    assert "bad.potx" in capsys.readouterr().err


def test_a_briefing_that_is_not_there(home, capsys):
    assert main(["briefing", "--home", str(home), "export", "b2", "--out", "x"]) == 1
    assert "b2" in capsys.readouterr().err
