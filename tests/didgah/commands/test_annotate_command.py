"""`didgah annotate` from the outside."""

import json

import pytest

from didgah.cli import main

ROWS = [
    {"title": "پوتین: درها باز است", "body": "پوتین دیروز با اردوغان در مسکو دیدار کرد.",
     "date": "2021-09-30"},
    {"title": "", "body": ""},
    {"title": "Lavrov in Kazan", "body": "Sergey Lavrov said on Monday that the door was open."},
]


@pytest.fixture
def articles(tmp_path):
    path = tmp_path / "articles.jsonl"
    path.write_text("\n".join(json.dumps(r, ensure_ascii=False) for r in ROWS), encoding="utf-8")
    return path


def lines(capsys) -> list[dict]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_one_object_a_line_in_input_order(articles, capsys, jobs):
    arguments = ["annotate", str(articles), "--json", "--jobs", jobs]
    assert main([*arguments, "--published", "2021-10-01"]) == 0
    first, second = lines(capsys)
    assert first["article"]["title"].startswith("پوتین")
    assert first["article"]["published"]["value"] == "2021-09-30"
    assert first["meetings"][0]["from"] == "2021-09-29"
    assert second["article"]["published"] == {
        "value": "2021-10-01", "precision": "day", "known_from": "stated"}
    assert second["statements"][0]["speaker"] == "lavrov"


def test_refused_rows_go_to_standard_error(articles, capsys):
    assert main(["annotate", str(articles), "--json"]) == 0
    assert "articles.jsonl:2" in capsys.readouterr().err


def test_summary_is_for_people(articles, capsys):
    assert main(["annotate", str(articles)]) == 0
    out = capsys.readouterr().out
    assert "Vladimir Putin" in out
    assert "bilateral" in out


def test_persian_date_is_understood_and_nonsense_refused(articles, capsys):
    assert main(["annotate", str(articles), "--json", "--published", "۹ مهر ۱۴۰۰"]) == 0
    assert lines(capsys)[1]["article"]["published"]["value"] == "2021-10-01"
    with pytest.raises(SystemExit):
        main(["annotate", str(articles), "--published", "soon"])


def test_missing_file_and_nothing_readable(tmp_path, capsys):
    with pytest.raises(SystemExit, match="no such file"):
        main(["annotate", str(tmp_path / "gone.txt")])
    empty = tmp_path / "empty.txt"
    empty.write_text("", encoding="utf-8")
    assert main(["annotate", str(empty), "--json"]) == 1
    assert "empty.txt" in capsys.readouterr().err
