"""`didgah build` through the command line."""

import json

import pytest

from didgah.cli import main
from didgah.store import layout, publish


def test_build_publishes_an_archive(tmp_path, capsys):
    assert main(["build", "--home", str(tmp_path), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["articles"] == 0
    assert main(["build", "--home", str(tmp_path), "--full"]) == 0
    assert f"data version {answer['version']}" in capsys.readouterr().out
    layout.decisions(layout.corpus(tmp_path)).write_text("nonsense\n")
    assert main(["build", "--home", str(tmp_path)]) == 1
    assert "decisions.jsonl:1" in capsys.readouterr().err


@pytest.mark.parametrize("full", [[], ["--full"]])
def test_build_makes_the_sample_of_the_bundled_briefs(tmp_path, capsys, monkeypatch, full):
    briefs = tmp_path / "briefs"
    briefs.mkdir()
    row = '{"title": "Talks", "body": "They met in Kazan.", "date": "2021-05-01"}\n'
    (briefs / "en.jsonl").write_text(row)
    monkeypatch.setattr(layout, "SAMPLE_BRIEFS", briefs)
    home = tmp_path / "home"
    assert main(["build", "--sample", "--home", str(home), *full]) == 0
    assert "1 articles" in capsys.readouterr().out
    assert publish.published_articles(layout.sample(home)) == 1
    assert publish.published_articles(layout.corpus(home)) == 0
