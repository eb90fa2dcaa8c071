"""Analysts' corrections: append-only, applied, reversible."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from didgah.model import Meeting, Participant, ReportRef
from didgah.resolve.decisions import (
    DecisionError,
    append,
    apply,
    in_force,
    load,
    new_decision,
)

NOW = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
NAMES = dict.fromkeys(("fa", "ru", "ar", "en"), "meeting")


def meeting(ident: str, day: int, *people: str) -> Meeting:
    return Meeting(
        ident, False, "", "bilateral", NAMES, date(2021, 5, day), date(2021, 5, day), "day",
        "held", "", "", tuple(Participant(p, "person", "participant") for p in people),
        (ReportRef(f"of-{ident}", 0),),
    )


MEETINGS = (meeting("r-a", 1, "putin"), meeting("r-b", 2, "lavrov"), meeting("r-c", 3))


def decide(action: str, target: str, **value: str):
    return new_decision(action, target, value, "because", NOW)


def test_file_grows_and_comes_back(tmp_path):
    path = tmp_path / "store" / "decisions.jsonl"
    assert load(path) == ()
    first, second = decide("reject_meeting", "r-a"), decide("rename_meeting", "r-b", fa="نام تازه")
    append(path, first)
    before = path.read_bytes()
    append(path, second)
    assert path.read_bytes().startswith(before)
    assert load(path) == (first, second)


def test_half_written_line_does_not_spoil_the_next(tmp_path):
    path = tmp_path / "decisions.jsonl"
    append(path, decide("reject_meeting", "r-a"))
    with path.open("a", encoding="utf-8") as file:
        file.write('{"id": "torn')
    append(path, decide("reject_meeting", "r-b"))
    with pytest.raises(DecisionError, match=r"decisions\.jsonl:2"):
        load(path)
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(line for line in lines if "torn" not in line), encoding="utf-8")
    assert [d.target for d in load(path)] == ["r-a", "r-b"]


@pytest.mark.parametrize("row", [
    "[]", '{"id": "x"}',
    json.dumps({"id": "x", "at": NOW.isoformat(), "action": "burn", "target": "r-a",
                "value": {}, "reason": ""}),
    json.dumps({"id": "x", "at": "yesterday", "action": "undo", "target": "r-a",
                "value": {}, "reason": ""}),
])
def test_bad_line_is_named(tmp_path, row):
    path = tmp_path / "decisions.jsonl"
    path.write_text("\n" + row + "\n", encoding="utf-8")
    with pytest.raises(DecisionError, match=r"decisions\.jsonl:2"):
        load(path)


@pytest.mark.parametrize(("action", "value"), [
    ("merge_meetings", {}), ("rename_meeting", {}), ("redate_meeting", {"first": "soon"}),
    ("redate_meeting", {"first": "2021-05-02", "last": "2021-05-01"}), ("burn", {}),
    ("redate_meeting", {"first": "2021-05-02", "precision": "moment"}),
])
def test_senseless_decision_is_refused(action, value):
    with pytest.raises(ValueError, match=r"."):
        new_decision(action, "r-a", value, "", NOW)


def test_reject_redate_rename():
    found = apply(MEETINGS, [
        decide("reject_meeting", "r-c"),
        decide("redate_meeting", "r-a", first="2021-05-07", last="2021-05-08", precision="days"),
        decide("rename_meeting", "r-b", fa="نام تازه"),
        decide("reject_meeting", "gone"),
    ])
    assert [m.id for m in found] == ["r-b", "r-a"]
    assert found[0].names == NAMES | {"fa": "نام تازه"}
    assert (found[1].first, found[1].last, found[1].precision) == (
        date(2021, 5, 7), date(2021, 5, 8), "days")


def test_merge_moves_reports_and_people_and_later_decisions():
    found = apply(MEETINGS, [
        decide("merge_meetings", "r-a", into="r-b"),
        decide("merge_meetings", "r-b", into="r-c"),
        decide("rename_meeting", "r-a", en="all"),
    ])
    one, = found
    assert one.id == "r-c"
    assert {r.article for r in one.reports} == {"of-r-a", "of-r-b", "of-r-c"}
    assert {p.entity for p in one.participants} == {"putin", "lavrov"}
    assert one.names["en"] == "all"
    itself = replace(decide("merge_meetings", "r-a", into="r-b"), value={"into": "r-a"})
    assert apply(MEETINGS, [itself]) == MEETINGS


def test_undo_of_an_undo_brings_the_decision_back():
    reject = decide("reject_meeting", "r-a")
    undo = decide("undo", reject.id)
    again = replace(decide("undo", undo.id), at=NOW)
    assert apply(MEETINGS, [reject, undo]) == MEETINGS
    assert in_force([reject, undo, again]) == (reject,)


@given(st.lists(st.sampled_from([
    decide("reject_meeting", "r-a"), decide("merge_meetings", "r-a", into="r-b"),
    decide("merge_meetings", "r-b", into="r-a"), decide("rename_meeting", "r-c", fa="نو"),
    decide("redate_meeting", "r-b", first="2021-06-01"),
]), max_size=6))
def test_undoing_everything_gives_the_meetings_back(decisions):
    undone = [decide("undo", d.id) for d in decisions]
    assert apply(MEETINGS, [*decisions, *undone]) == MEETINGS
    kept = apply(MEETINGS, decisions)
    assert {r for m in kept for r in m.reports} <= {r for m in MEETINGS for r in m.reports}


def test_nothing_is_merged_into_itself():
    with pytest.raises(DecisionError, match="into itself"):
        decide("merge_meetings", "r-a", into="r-a")
