"""The command line as a whole."""

import subprocess
import sys
from pathlib import Path

import pytest

from didgah import __version__, cli, commands


def test_every_module_of_commands_is_a_command() -> None:
    there = {path.stem for path in Path(commands.__path__[0]).glob("*.py")} - {"__init__"}
    assert set(cli.names()) == there
    assert {"add", "annotate", "build", "query"} <= there


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.main(["--version"])
    assert caught.value.code == 0
    assert capsys.readouterr().out == f"didgah {__version__}\n"


@pytest.mark.parametrize("name", cli.names())
def test_every_command_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.main([name, "--help"])
    assert caught.value.code == 0
    assert capsys.readouterr().out.startswith(f"usage: didgah {name}")


def test_a_reader_that_hangs_up_is_no_traceback(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        "".join(f'{{"title": "t{n}"}}\n' for n in range(5000)), encoding="utf-8")
    done = subprocess.run(
        f'"{sys.executable}" -m didgah.cli add a.jsonl --preview --rejected /dev/stdout | head -1',
        shell=True, cwd=tmp_path, capture_output=True, text=True, check=False,
        env={"PYTHONPATH": str(Path(cli.__file__).resolve().parents[1]), "PATH": "/usr/bin:/bin"},
    )
    assert "Traceback" not in done.stderr
