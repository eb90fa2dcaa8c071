"""`didgah add`, as a person or a script uses it."""

import csv
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from didgah import cli
from didgah.model import Article
from didgah.store.archive import Archive

ROWS = "عنوان,متن,تاریخ\nالف,متن الف,۱۴۰۰/۹/۳\nب,متن ب,soon\nج,,\n=1+1,متن د,\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "خبرها.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("DIDGAH_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def stored(home: Path) -> list[Article]:
    return list(Archive(home / "corpus").articles())


def test_articles_go_in_and_the_report_says_so(
    table: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["add", str(table), "--no-build"]) == 0
    out, err = capsys.readouterr()
    assert "3 new, 0 changed, 0 there already, 1 refused." in out
    assert "خبرها.csv:4  There is no text, or nothing but a title." in out
    assert "soon" in out
    assert "تاریخ" in err  # the columns, before the import
    assert [article.title for article in stored(home)] == ["الف", "ب", "=1+1"]


def test_the_report_as_json(table: Path, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for n in range(2):
        assert cli.main(["add", str(table), "--no-build", "--json"]) == 0
        out, err = capsys.readouterr()
        assert err == ""
        assert json.loads(out) == {
            "new": 0 if n else 3, "changed": 0, "unchanged": 3 if n else 0, "rejected": 1,
            "notes": 1, "reasons": {"rejected.empty_body": 1, "noted.date_unreadable": 1},
            "batch": "000002" if n else "000001", "data_version": None,
        }


def test_a_preview_stores_nothing(
    table: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["add", str(table), "--preview"]) == 0
    out = capsys.readouterr().out
    assert "خبرها.csv:2  2021-11-24  الف" in out
    assert "3 articles can be read, 1 of them with a date." in out
    assert not home.exists()
    assert cli.main(["add", str(table), "--dry-run", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["articles"] == 3


def test_columns_by_hand_outlet_and_language(tmp_path: Path, home: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("alpha,beta\nعنوان,متن خبر\n", encoding="utf-8")
    assert cli.main(["add", str(path), "--no-build"]) == 1
    assert cli.main(["add", str(path), "--no-build", "--map", "title=alpha", "--map", "body=beta",
                     "--outlet", "فارس", "--language", "fa"]) == 0
    [article] = stored(home)
    assert (article.title, article.body, article.outlet, article.language) == (
        "عنوان", "متن خبر", "فارس", "fa")


def test_the_list_of_refusals_is_a_safe_table(table: Path, home: Path, tmp_path: Path) -> None:
    path = tmp_path / "refused.csv"
    table.write_text(ROWS + '"=HYPERLINK(""x"")",,\n', encoding="utf-8")
    assert cli.main(["add", str(table), "--no-build", "--rejected", str(path)]) == 0
    data = path.read_text(encoding="utf-8")
    assert data.startswith("\ufeff")
    rows = list(csv.reader(data.removeprefix("\ufeff").splitlines()))
    assert [row[1] for row in rows[1:]] == ["3", "4", "6"]
    assert [row[2] for row in rows[1:]] == ["Went in, with a note", "Refused", "Refused"]
    assert rows[3][5].startswith("'=HYPERLINK")


@pytest.mark.parametrize(
    "arguments",
    [["add"], ["add", "x.csv", "--map", "colour=x"], ["add", "x.csv", "--map", "title"],
     ["add", "x.csv", "--language", "klingon"], ["nonsense"], []],
)
def test_wrong_usage_is_two(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.main(arguments)
    assert caught.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_a_path_that_is_not_there_stops_before_anything(
    table: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["add", str(table), "nowhere.csv"]) == 2
    assert "nowhere.csv" in capsys.readouterr().err
    assert not home.exists()


def test_nothing_in_is_one(tmp_path: Path, home: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    assert cli.main(["add", str(tmp_path / "a.pdf")]) == 1


def test_a_second_import_at_the_same_time_is_refused_in_words(
    table: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def items() -> object:
        yield Article("a", "b")
        assert cli.main(["add", str(table), "--no-build"]) == 1

    Archive(home / "corpus").add(items(), "first")  # type: ignore[arg-type]
    assert "Another import is being written" in capsys.readouterr().err
    assert len(stored(home)) == 1


def test_ctrl_c_stores_nothing_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    with path.open("w", encoding="utf-8") as stream:
        for n in range(40_000):
            stream.write(json.dumps({"title": f"t{n}", "text": f"text {n} " * 20}) + "\n")
    with subprocess.Popen(
        [sys.executable, "-m", "didgah.cli", "add", str(path), "--home", str(tmp_path / "home")],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as process:
        archive = tmp_path / "home" / "corpus" / "archive"
        deadline = time.monotonic() + 60
        while not list(archive.glob("*.part")) and time.monotonic() < deadline:
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "Cancelled. Nothing was stored." in err
    assert stored(tmp_path / "home") == []
    assert not list(archive.glob("*.part"))


@pytest.mark.skipif(os.name == "nt", reason="there are no pseudo-terminals")
@pytest.mark.parametrize(("answer", "articles"), [("n", 0), ("y", 3), ("", 3)])
def test_on_a_terminal_the_columns_are_shown_and_consent_asked(
    table: Path, home: Path, answer: str, articles: int
) -> None:
    import pty

    ours, theirs = pty.openpty()
    os.write(ours, f"{answer}\n".encode())
    done = subprocess.run(
        [sys.executable, "-m", "didgah.cli", "add", str(table), "--no-build"],
        stdin=theirs, stdout=subprocess.PIPE, stderr=theirs, text=True, timeout=60, check=False,
    )
    shown = os.read(ours, 100_000).decode()
    os.close(ours)
    os.close(theirs)
    assert "عنوان" in shown
    assert "Add these articles? [Y/n]" in shown
    assert done.returncode == (0 if articles else 1)
    assert len(stored(home)) == articles


def test_the_dashboard_is_brought_up_to_date(table: Path, home: Path) -> None:
    from didgah.store import layout
    from didgah.store.reader import open_latest

    assert cli.main(["add", str(table), "--json"]) == 0
    assert layout.active(home) == home / "corpus"
    snapshot = open_latest(home / "corpus")
    assert snapshot.manifest.articles == 3
    snapshot.close()


def test_help_is_quick_and_complete() -> None:
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "didgah.cli", "--help"],
        capture_output=True, text=True, check=True, env=os.environ | {"COLUMNS": "100"},
    )
    assert time.monotonic() - begun < 30
    for name in cli.names():
        assert name in done.stdout
    for heavy in ("pandas", "duckdb", "hazm", "streamlit", "pyarrow", "trafilatura"):
        assert f"| {heavy}\n" not in done.stderr.replace(" " * 2, ""), heavy
