"""`didgah decide`: corrections are written down, listed, and seen by the next build."""

import json
import shutil

import pytest

from didgah.cli import main
from didgah.resolve import decisions
from didgah.store import layout


@pytest.fixture
def home(tmp_path, small_folder):
    """A home whose corpus is the small one."""
    shutil.copytree(small_folder, layout.corpus(tmp_path))
    return tmp_path


def _decide(home, *words):
    return main(["decide", *words, "--home", str(home)])


def test_a_decision_is_kept_listed_and_undone(home, capsys):
    assert _decide(home, "reject", "kaz-2021", "--reason", "a test", "--json") == 0
    said = json.loads(capsys.readouterr().out)
    path = layout.decisions(layout.corpus(home))
    [kept] = decisions.load(path)
    assert (kept.id, kept.action, kept.target, kept.reason) == (
        said["id"], "reject_meeting", "kaz-2021", "a test")
    assert _decide(home, "undo", kept.id) == 0
    assert decisions.in_force(decisions.load(path)) == ()
    capsys.readouterr()
    assert _decide(home, "list") == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith(kept.id)
    assert first.endswith("(undone)")
    assert "undo" in second


@pytest.mark.parametrize(
    ("words", "action", "value"),
    [
        (("redate", "kaz-2021", "--first", "2021-07-28", "--last", "2021-07-30", "--precision",
          "days"),
         "redate_meeting", {"first": "2021-07-28", "last": "2021-07-30", "precision": "days"}),
        (("rename", "kaz-2021", "--name", "fa=همایش کازان", "--name", "en=Kazan"),
         "rename_meeting", {"fa": "همایش کازان", "en": "Kazan"}),
        (("merge", "kaz-2021", "--into", "svg-2021-jeddah"),
         "merge_meetings", {"into": "svg-2021-jeddah"}),
        (("accept-name", "person:диалог первый", "--id", "dialogue", "--name", "ru=Диалог Первый",
          "--spelling", "ru=Д. Первый", "--spelling", "ru=Первый Диалог"),
         "accept_name", {"kind": "person", "id": "dialogue", "name_ru": "Диалог Первый",
                         "forms_ru": "Д. Первый; Первый Диалог"}),
        (("accept-name", "person:صلح", "--same-as", "person:putin", "--spelling", "fa=صلح"),
         "accept_name", {"same_as": "person:putin", "forms_fa": "صلح"}),
        (("reject-name", "person:صلح"), "reject_name", {}),
    ],
)
def test_each_action_says_what_it_sets(home, words, action, value):
    assert _decide(home, *words) == 0
    [kept] = decisions.load(layout.decisions(layout.corpus(home)))
    assert (kept.action, kept.value) == (action, value)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("reject", "kaz-1821"), "no 'kaz-1821'"),
        (("reject",), "needs a target"),
        (("reject-name", "person:nobody"), "no 'person:nobody'"),
        (("accept-name", "person:صلح", "--name", "fa=صلح"), "needs value.id"),
        (("accept-name", "person:صلح", "--id", "putin", "--name", "fa=صلح"), "is taken"),
        (("accept-name", "person:صلح", "--id", "peace", "--name", "صلح"), "--name 'صلح'"),
        (("undo", "kaz-2021"), "no 'kaz-2021'"),
        (("merge", "kaz-2021"), "needs value.into"),
        (("merge", "kaz-2021", "--into", "nowhere"), "no 'nowhere'"),
        (("redate", "kaz-2021"), "needs --first"),
        (("redate", "kaz-2021", "--first", "2021-07-28", "--last", "2021-07-01"), "before"),
        (("rename", "kaz-2021", "--name", "Kazan"), "--name 'Kazan'"),
        (("rename", "kaz-2021"), "needs names"),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_written(home, capsys, words, why):
    assert _decide(home, *words) == 1
    assert why in capsys.readouterr().err
    assert not layout.decisions(layout.corpus(home)).exists()


def test_a_corpus_that_was_never_published_has_no_meetings_to_decide_about(tmp_path, capsys):
    assert _decide(tmp_path, "reject", "kaz-2021") == 1
    assert capsys.readouterr().err
