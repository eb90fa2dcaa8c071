"""Bad tables: each fault is refused with its file, line and reason, and all at once."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest

from didgah import registry_tables as tables
from didgah.registry import RegistryError, load

Rows = dict[str, list[dict[str, str]]]


def good_rows() -> Rows:
    """The least that loads: one of everything, tied together."""
    names = {"name_fa": "نام", "name_ru": "Имя", "name_ar": "اسم", "name_en": "Name"}
    titles = {f"title_{lang}": "t" for lang in ("fa", "ru", "ar", "en")}
    return {
        "people.csv": [
            {"id": "ivan", "country": "RU", **names, "sources": "https://example.org/ivan"}
        ],
        "people_offices.csv": [
            {"person": "ivan", "office": "president", "of": "place:land", **titles,
             "since": "2001-05", "until": "2004"},
        ],
        "organisations.csv": [{"id": "club", "type": "group", **_others(names, " club")}],
        "places.csv": [
            {"id": "land", "type": "country", "country": "RU", "latitude": "60",
             "longitude": "100", **_others(names, " land")},
        ],
        "outlets.csv": [{"id": "paper", "language": "fa", **_others(names, " paper")}],
        "series.csv": [{"id": "run", "lane": "1", "organisation": "club", **names}],
        "meetings.csv": [
            {"id": "m-1", "series": "run", "kind": "session", "status": "held",
             "first": "2001-05-01", "last": "2001-05-02", "precision": "day", "place": "land",
             "country": "RU", "confidence": "high", **names,
             "sources": "https://example.org/1; http://example.org/2"},
        ],
        "meeting_participants.csv": [
            {"meeting": "m-1", "role": "chairman", "kind": "person", "entity": "ivan",
             "name_en": "Ivan", "office_en": "chair", "office_fa": "رئیس"},
        ],
        "statements.csv": [
            {"id": "s-1", "meeting": "m-1", "speaker": "ivan", "speaker_name_en": "Ivan",
             "mode": "speech", "date": "2001-05", "themes": "trade", "gist_fa": "گفت",
             "gist_en": "Said", "confidence": "medium", "sources": "report-2001"},
        ],
        "unaddressed.csv": [{"id": "report-2001", "words_en": "A report", "words_fa": "گزارش"}],
        "themes.csv": [{"id": "trade", **names}],
        "theme_terms.csv": [{"theme": "trade", "language": "fa", "term": "تجارت"}],
        "cues.csv": [{"entity": "place:land", "language": "en", "form": "", "near": "sea*"}],
        "office_words.csv": [
            {"office": "president", "language": "en", "form": "president of {of}"}
        ],
        "first_names.csv": [{"language": "ru", "name": "Пётр"}],
    }


def _others(names: dict[str, str], tail: str) -> dict[str, str]:
    return {column: name + tail for column, name in names.items()}


def write(folder: Path, rows: Rows) -> Path:
    for name, columns in tables.COLUMNS.items():
        out = io.StringIO()
        writer = csv.DictWriter(out, columns, lineterminator="\n", restval="")
        writer.writeheader()
        writer.writerows(rows[name])
        (folder / name).write_text(out.getvalue(), encoding="utf-8")
    return folder


def problems(folder: Path) -> tuple[str, ...]:
    with pytest.raises(RegistryError) as caught:
        load(folder)
    assert str(caught.value) == "\n".join(caught.value.problems)
    return caught.value.problems


def test_the_least_registry_loads_with_its_parts_tied(tmp_path: Path) -> None:
    registry = load(write(tmp_path, good_rows()))
    meeting = registry.meetings["m-1"]
    (chair,) = meeting.participants
    assert (chair.entity, chair.names) == ("ivan", {})
    assert chair.offices == {"en": "chair", "fa": "رئیس"}
    assert (meeting.venue, registry.statements["s-1"].office) == ({}, {})
    assert registry.statements["s-1"].sources == ("report-2001",)
    assert registry.unaddressed == {"report-2001": {"en": "A report", "fa": "گزارش"}}
    assert meeting.sources == ("https://example.org/1", "http://example.org/2")
    office = registry.entities["person:ivan"].offices[0]
    assert (office.since.isoformat(), office.until.isoformat()) == ("2001-05-01", "2004-12-31")
    assert "series:run" in registry.entities


def test_a_changed_table_gives_another_version(tmp_path: Path) -> None:
    before = load(write(tmp_path, good_rows())).version
    rows = good_rows()
    rows["theme_terms.csv"].append({"theme": "trade", "language": "fa", "term": "صادرات"})
    assert load(write(tmp_path, rows)).version != before


def _set(table: str, column: str, value: str) -> Callable[[Rows], None]:
    def change(rows: Rows) -> None:
        rows[table][0][column] = value

    return change


def _again(table: str) -> Callable[[Rows], None]:
    def change(rows: Rows) -> None:
        rows[table].append(dict(rows[table][0]))

    return change


FAULTS = [
    (_again("people.csv"), "people.csv:3: id 'ivan' is already used on line 2"),
    (_again("meetings.csv"), "meetings.csv:3: id 'm-1' is already used on line 2"),
    (_again("meeting_participants.csv"), "meeting_participants.csv:3: this participant stands"),
    (_again("theme_terms.csv"), "theme_terms.csv:3: term 'تجارت' stands twice"),
    (_again("office_words.csv"), "office_words.csv:3: form 'president of {of}' stands twice"),
    (_again("first_names.csv"), "first_names.csv:3: name 'Пётр'"),
    (_again("cues.csv"), "cues.csv:3: a cue for this form stands above"),
    (_set("people.csv", "id", "Ivan!"), "people.csv:2: id 'Ivan!' is no identifier"),
    (_set("people.csv", "name_ru", ""), "people.csv:2: name_ru is empty"),
    (_set("people.csv", "sources", ""), "people.csv:2: sources is empty"),
    (_set("people.csv", "country", "Russia"), "people.csv:2: country 'Russia' is no ISO"),
    (_set("people.csv", "name_en", " Ivan"), "people.csv:2: name_en has blanks at its edge"),
    (_set("people.csv", "name_en", "Iva\u0300n\u0007"), "people.csv:2: name_en has a character"),
    (_set("people.csv", "name_en", "Ivàn".replace("à", "a\u0300")), "not in composed form"),
    (_set("people.csv", "variants_en", "Ivan; ; Van"), "people.csv:2: variants_en has an empty"),
    (_set("people.csv", "variants_en", "Van; Van"), "variants_en names the same value twice"),
    (_set("people.csv", "variants_en", "Name"), "people.csv:2: 'Name' stands twice (en)"),
    (_set("organisations.csv", "name_en", "Name"), "'Name' already names person:ivan (en)"),
    (_set("people_offices.csv", "person", "nobody"), "people_offices.csv:2: person 'nobody'"),
    (_set("people_offices.csv", "of", "place:moon"), "people_offices.csv:2: of 'place:moon'"),
    (_set("people_offices.csv", "of", ""), "office and of are given together"),
    (_set("people_offices.csv", "office", "pope"), "office 'pope' is not known"),
    (_set("people_offices.csv", "since", "2005"), "since 2005 is after until 2004"),
    (_set("people_offices.csv", "since", "2001-13"), "since '2001-13' is no date"),
    (_set("people_offices.csv", "title_ar", ""), "people_offices.csv:2: title_ar is empty"),
    (_set("places.csv", "latitude", "91"), "places.csv:2: latitude 91 is not between -90 and 90"),
    (_set("places.csv", "longitude", "east"), "places.csv:2: longitude 'east' is no number"),
    (_set("series.csv", "organisation", "ghost"), "series.csv:2: organisation 'ghost'"),
    (_set("series.csv", "lane", "top"), "series.csv:2: lane 'top' is no whole number"),
    (_set("meetings.csv", "series", "other"), "meetings.csv:2: series 'other' is not known"),
    (_set("meetings.csv", "series", ""), "meetings.csv:2: series is empty"),
    (_set("meetings.csv", "place", "moon"), "meetings.csv:2: place 'moon' is not known"),
    (_set("meetings.csv", "kind", "party"), "meetings.csv:2: kind 'party' is none of session,"),
    (_set("meetings.csv", "status", "maybe"), "meetings.csv:2: status 'maybe' is none of"),
    (_set("meetings.csv", "precision", "hour"), "meetings.csv:2: precision 'hour' is none of"),
    (_set("meetings.csv", "confidence", ""), "meetings.csv:2: confidence '' is none of"),
    (_set("meetings.csv", "first", "2001-02-30"), "meetings.csv:2: first '2001-02-30' is no date"),
    (_set("meetings.csv", "first", "2001-06"), "meetings.csv:2: first '2001-06' is no date"),
    (_set("meetings.csv", "first", "2002-01-01"), "meetings.csv:2: first 2002-01-01 is after"),
    (_set("meetings.csv", "sources", ""), "meetings.csv:2: sources is empty: a row without a"),
    (_set("meetings.csv", "sources", "javascript:alert(1)"), "is no http(s) address"),
    (_set("meetings.csv", "sources", "file:///etc/passwd"), "is no http(s) address"),
    (_set("meetings.csv", "sources", "https://exa mple.org/"), "is no http(s) address"),
    (_set("meetings.csv", "sources", "report-2002"), "is no http(s) address"),
    (_set("people.csv", "sources", "report-2001"), "people.csv:2: source 'report-2001' is no"),
    (_set("unaddressed.csv", "words_fa", ""), "unaddressed.csv:2: words_fa is empty"),
    (_set("meetings.csv", "theme_en", "Trade"), "meetings.csv:2: theme_fa is empty"),
    (_set("meetings.csv", "venue_fa", "کاخ"), "meetings.csv:2: venue_en is empty"),
    (_set("meetings.csv", "outcome_en", "Signed"), "meetings.csv:2: outcome_fa is empty"),
    (_set("meetings.csv", "note_en", "Doubted"), "meetings.csv:2: note_fa is empty"),
    (_set("meeting_participants.csv", "office_fa", ""), "participants.csv:2: office_fa is empty"),
    (_set("meeting_participants.csv", "entity", ""), "participants.csv:2: name_fa is empty"),
    (_set("meeting_participants.csv", "name_fa", "ایوان"), "name_fa is given, but 'ivan'"),
    (_set("statements.csv", "office_en", "chair"), "statements.csv:2: office_fa is empty"),
    (_set("statements.csv", "speaker", ""), "statements.csv:2: speaker_name_fa is empty"),
    (_set("meeting_participants.csv", "meeting", "m-2"), "meeting 'm-2' is not known"),
    (_set("meeting_participants.csv", "entity", "anna"), "person 'anna' is not known"),
    (_set("meeting_participants.csv", "role", "guest"), "role 'guest' is none of"),
    (_set("meeting_participants.csv", "kind", "ghost"), "kind 'ghost' is none of"),
    (_set("meeting_participants.csv", "name_en", ""), "participants.csv:2: name_en is empty"),
    (_set("statements.csv", "speaker", "anna"), "statements.csv:2: speaker 'anna' is not known"),
    (_set("statements.csv", "themes", "trade; war"), "statements.csv:2: theme 'war' is not known"),
    (_set("statements.csv", "mode", "song"), "statements.csv:2: mode 'song' is none of"),
    (_set("statements.csv", "gist_fa", ""), "statements.csv:2: gist_fa is empty"),
    (_set("statements.csv", "sources", ""), "statements.csv:2: sources is empty"),
    (_set("theme_terms.csv", "theme", "war"), "theme_terms.csv:2: theme 'war' is not known"),
    (_set("theme_terms.csv", "language", "de"), "theme_terms.csv:2: language 'de' is none of"),
    (_set("cues.csv", "entity", "place:moon"), "cues.csv:2: entity 'place:moon' is not known"),
    (_set("cues.csv", "form", "Moon"), "cues.csv:2: 'Moon' is no form of place:land (en)"),
]


@pytest.mark.parametrize(("change", "expected"), FAULTS, ids=[e for _, e in FAULTS])
def test_a_fault_is_named_with_file_and_line(
    tmp_path: Path, change: Callable[[Rows], None], expected: str
) -> None:
    rows = good_rows()
    change(rows)
    found = problems(write(tmp_path, rows))
    assert any(expected in problem for problem in found), found


def test_all_faults_are_told_at_once_in_the_order_of_the_files(tmp_path: Path) -> None:
    rows = good_rows()
    _set("meetings.csv", "sources", "")(rows)
    _set("meetings.csv", "kind", "party")(rows)
    _set("people.csv", "name_fa", "")(rows)
    found = problems(write(tmp_path, rows))
    assert len(found) == 3
    assert [p.split(":")[0] for p in found] == ["meetings.csv", "meetings.csv", "people.csv"]


def test_a_ragged_row_is_refused_and_costs_the_others_nothing(tmp_path: Path) -> None:
    write(tmp_path, good_rows())
    table = tmp_path / "themes.csv"
    table.write_text(table.read_text(encoding="utf-8") + "war,جنگ,война\n", encoding="utf-8")
    assert problems(tmp_path) == ("themes.csv:3: 3 cells instead of 5",)


def test_a_header_that_differs_is_refused_and_says_how(tmp_path: Path) -> None:
    write(tmp_path, good_rows())
    table = tmp_path / "first_names.csv"
    table.write_text("language,nom\nru,Пётр\n", encoding="utf-8")
    (only,) = problems(tmp_path)
    assert only.startswith("first_names.csv:1: the header must be language,name")
    assert "missing: name" in only
    assert "unknown: nom" in only


def test_a_missing_table_and_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    write(tmp_path, good_rows())
    (tmp_path / "cues.csv").unlink()
    (tmp_path / "first_names.csv").write_bytes(b"language,name\nru,\xff\xfe\n")
    found = problems(tmp_path)
    assert "cues.csv:1: the file is missing" in found
    assert "first_names.csv:2: not UTF-8 text" in found


def test_an_open_quotation_mark_is_refused(tmp_path: Path) -> None:
    write(tmp_path, good_rows())
    table = tmp_path / "first_names.csv"
    table.write_text('language,name\nru,"Пётр\n', encoding="utf-8")
    found = problems(tmp_path)
    assert any(p.startswith("first_names.csv:") for p in found), found
