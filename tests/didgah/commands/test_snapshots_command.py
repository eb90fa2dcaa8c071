"""`didgah snapshots` through the command line."""

import json
import shutil

import pytest

from didgah.cli import main
from didgah.store import layout


@pytest.fixture
def home(tmp_path, small_folder):
    """A home whose corpus is the small one."""
    shutil.copytree(small_folder, layout.corpus(tmp_path))
    return tmp_path


def test_snapshots_are_listed_pinned_and_checked(home, capsys):
    assert main(["snapshots", "--home", str(home), "--json"]) == 0
    listed = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [one["articles"] for one in listed] == [60, 45]
    version = listed[1]["version"]
    assert main(["snapshots", "--home", str(home), "--pin", version]) == 0
    assert "pinned" in capsys.readouterr().out.splitlines()[1]
    assert main(["query", "overview", "--home", str(home), "--version", version, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["rows"][0]["articles"] == 45
    assert main(["snapshots", "--home", str(home), "--unpin", version]) == 0
    assert "pinned" not in capsys.readouterr().out
    assert main(["snapshots", "--home", str(home), "--pin", "nosuch"]) == 1
    assert main(["snapshots", "--home", str(home), "--check"]) == 0
    events = layout.snapshots(layout.corpus(home)) / listed[0]["folder"] / "events.duckdb"
    events.write_bytes(b"")
    capsys.readouterr()
    assert main(["snapshots", "--home", str(home), "--check"]) == 1
    assert "0 bytes where" in capsys.readouterr().out


def test_a_home_without_snapshots_is_explained(tmp_path, capsys):
    assert main(["snapshots", "--home", str(tmp_path)]) == 1
    assert "nothing has been published" in capsys.readouterr().err
