"""The registry as it ships: what it holds, and that it passes its own schema."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from didgah.language.fold import key
from didgah.model import LANGUAGES, Registry, Theme
from didgah.registry import ROOT, label, load, office_title
from didgah.registry_chronology import titles_only


def shipped() -> Registry:
    return load()


def test_the_shipped_tables_load_and_loading_twice_gives_the_same_object() -> None:
    assert load() is load(ROOT)
    assert len(shipped().version) == 16


def test_the_known_sessions_and_rounds_are_there() -> None:
    meetings = shipped().meetings
    assert len(meetings) >= 320
    for year, place in ((2006, "moscow"), (2008, "jeddah"), (2021, "jeddah"), (2024, "kl")):
        found = [
            m for m in meetings.values()
            if m.series == "strategic_vision_group" and m.first.year == year and m.place == place
            and m.kind == "session"
        ]
        assert len(found) == 1, (year, place)
    rounds = {m.first.year for m in meetings.values() if m.series == "kazanforum"}
    assert set(range(2012, 2027)) <= rounds
    assert 2011 not in rounds  # nothing was found, so nothing is claimed


def test_every_meeting_and_statement_has_a_source_and_no_path_poses_as_one() -> None:
    registry = shipped()
    for row in (*registry.meetings.values(), *registry.statements.values()):
        assert row.sources, row.id
        assert not any(s.startswith("file:") or "shared/" in s for s in row.sources), row.id


def test_what_rests_on_the_article_without_an_address_is_not_called_sure() -> None:
    registry = shipped()
    alone = [
        s for s in registry.statements.values() if set(s.sources) <= set(registry.unaddressed)
    ]
    assert alone
    assert {s.confidence for s in alone} <= {"medium", "low"}


def test_the_chronology_is_persian_on_the_persian_side() -> None:
    registry = shipped()
    worded: dict[str, dict[str, str]] = dict(registry.unaddressed)
    for m in registry.meetings.values():
        for name in ("names", "venue", "theme", "outcome", "note"):
            worded[f"{m.id} {name}"] = getattr(m, name)
        for p in m.participants:
            assert p.entity or p.names, (m.id, p)
            worded[f"{m.id} {p.name}"], worded[f"{m.id} {p.name} as"] = p.names, p.offices
    for s in registry.statements.values():
        assert s.speaker or s.speaker_names["fa"], s.id
        worded[f"{s.id} office"], worded[f"{s.id} gist"] = s.office, s.gist
    given = {where: words for where, words in worded.items() if words}
    assert len(given) > 1000
    for where, words in given.items():
        assert words["en"], where
        assert words["fa"], where
        # No Latin letter, no digit but a Persian one, no Arabic yeh or kaf.
        assert not re.search("[A-Za-z0-9٠-٩يك]", words["fa"]), (where, words["fa"])


def test_status_says_what_was_not_held() -> None:
    meetings = shipped().meetings
    assert meetings["kaz-2020-cancelled"].status == "cancelled"
    assert meetings["ras-2025-postponed"].status == "postponed"
    assert {m.id for m in meetings.values() if m.status == "announced"} == {
        "kaz-2026-planned", "svg-2026-planned",
    }
    assert sum(m.status == "held" for m in meetings.values()) == len(meetings) - 4


def test_titles_only_is_told_by_the_addresses() -> None:
    assert titles_only(("https://www.1tv.ru/news/2003-08-04/1-x", "https://github.com/lobsterbush/a"))
    assert not titles_only(("https://www.1tv.ru/news/2003-08-04/1-x", "http://kremlin.ru/1"))
    assert not titles_only(("https://example.org/1tv.ru/",))
    share = sum(m.titles_only for m in shipped().meetings.values())
    assert share == 180


def test_jeddah_2021_knows_who_sent_and_who_read_the_messages() -> None:
    roles = {
        (p.entity, p.role) for p in shipped().meetings["svg-2021-jeddah"].participants
    }
    assert ("putin", "message_sender") in roles
    assert ("minnikhanov", "message_reader") in roles
    assert ("minnikhanov", "chairman") in roles
    assert ("khalid_faisal", "message_reader") in roles
    assert ("king_salman", "host") in roles


def test_spans_of_months_years_and_weeks_are_whole() -> None:
    for meeting in shipped().meetings.values():
        first, last = meeting.first, meeting.last
        if meeting.precision == "year":
            assert (first, last) == (date(first.year, 1, 1), date(first.year, 12, 31)), meeting.id
        elif meeting.precision == "month":
            assert first.day == 1, meeting.id
            assert (last - first).days in range(27, 31), meeting.id
        elif meeting.precision == "week":
            assert (first.weekday(), (last - first).days) == (0, 6), meeting.id


def test_names_of_meetings_are_in_the_script_of_their_language() -> None:
    latin_allowed = ("KazanSummit", "KazanForum", "IDEX")
    for meeting in shipped().meetings.values():
        for language in ("fa", "ar", "ru"):
            name = meeting.names[language]
            for word in latin_allowed:
                name = name.replace(word, "")
            letters = "".join(c for c in name if c.isascii() and c.isalpha())
            assert set(letters) <= set("IVX"), (meeting.id, language, name)  # Roman numerals
        assert not any(c in "0123456789" for c in meeting.names["fa"]), meeting.id


def test_host_cities_stand_on_the_map() -> None:
    registry = shipped()
    for meeting in registry.meetings.values():
        if meeting.place:
            place = registry.entities[f"place:{meeting.place}"]
            assert place.latitude is not None, meeting.place
            assert place.longitude is not None, meeting.place


def test_terms_of_office_of_one_post_do_not_overlap_by_more_than_a_year() -> None:
    posts: dict[tuple[str, str], list[tuple[date, date, str]]] = {}
    for entity in shipped().entities.values():
        for office in entity.offices:
            if office.office:
                posts.setdefault((office.office, office.of), []).append(
                    (office.since or date.min, office.until or date.max, entity.id)
                )
    for post, terms in posts.items():
        for (_, until, one), (since, _, other) in zip(
            sorted(terms), sorted(terms)[1:], strict=False
        ):
            if one != other and until != date.max:
                assert (until - since).days <= 366, (post, one, other)
            assert one == other or until != date.max, (post, one, other)


def test_label_falls_back_to_english_and_then_to_the_identifier() -> None:
    theme = Theme("x", {"en": "Trade"}, {})
    assert label(theme, "fa") == "Trade"
    assert label(Theme("x", {}, {}), "fa") == "x"
    assert label(shipped().entities["person:putin"], "fa") == "ولادیمیر پوتین"


def test_entities_have_four_names_and_offices_four_titles() -> None:
    for entity in shipped().entities.values():
        assert set(entity.names) == set(LANGUAGES), entity.key
        for office in entity.offices:
            assert all(office.title[language] for language in LANGUAGES), entity.key


def test_all_members_of_the_oic_are_places() -> None:
    members = (
        "AF AL DZ AZ BH BD BJ BN BF CM TD KM CI DJ EG GA GM GN GW GY ID IR IQ JO KZ KW KG LB LY "
        "MY MV ML MR MA MZ NE NG OM PK PS QA SA SN SL SO SD SR SY TJ TG TN TR TM UG AE UZ YE"
    ).split()
    countries = {
        e.country for e in shipped().entities.values() if e.kind == "place" and e.type == "country"
    }
    assert len(members) == 57
    assert set(members) <= countries


def test_no_path_of_somebodys_machine_is_in_the_tables() -> None:
    path_on_disk = re.compile(r"""(?:^|[\s,;"(])(?:/|~/|\.\.?/|[A-Z]:\\|file:)\w""", re.MULTILINE)
    assert path_on_disk.search("2011,/home/somebody/a.txt")
    for table in Path(ROOT).iterdir():
        found = path_on_disk.search(table.read_text(encoding="utf-8"))
        assert found is None, (table.name, found)


def test_guarded_forms_that_lean_on_nothing_else_have_a_cue() -> None:
    """A guarded form of a place needs a cue row, else nothing could ever accept it."""
    registry = shipped()
    cued = {
        (c.entity, c.language, key(c.form))
        for c in registry.cues if c.before or c.after or c.near
    }
    for entity in registry.entities.values():
        if entity.kind in ("place", "outlet"):
            for language, forms in entity.guarded.items():
                for form in forms:
                    assert {
                        (entity.key, language, key(form)), (entity.key, language, ""),
                        (f"{entity.kind}:*", language, ""),
                    } & cued, (entity.key, language, form)


def test_an_office_has_its_title_in_the_language_asked_for() -> None:
    person = load().entities["person:putin"]
    office = next(one for one in person.offices if one.office == "president")
    assert office_title(person, f"president@{office.of}", "fa") == office.title["fa"]
    assert office_title(person, "cook@place:russia", "fa") == office_title(person, "", "fa") == ""
