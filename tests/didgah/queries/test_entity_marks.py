"""Every mark of the names page against naive counts, and the list that it opens."""

from collections import Counter
from dataclasses import replace
from itertools import combinations

from hypothesis import HealthCheck, given, settings

from didgah.filters import Filters
from didgah.queries import entities, sentences
from didgah.queries.peaks import peaks
from didgah.queries.ranks import PERIODS, ranks
from didgah.queries.roles import QUOTED, reports, roles
from didgah.queries.statements import statements
from tests.didgah.queries import asked

_CALM = settings(max_examples=12, deadline=None,
                 suppress_health_check=[HealthCheck.function_scoped_fixture])
KEYS = ("person:putin", "person:lavrov", "place:kazan")
ALL = 9999


def _counted(one):
    """[(entity, start)] of the names and offices of one article."""
    told = [(f"{m.kind}:{m.entity}", m.start) for m in one.annotation.mentions
            if m.kind != "series"]
    return told + [(f"{r.kind}:{r.entity}", r.start) for r in one.annotation.references
                   if r.how == "office"]


def _by_sentence(one):
    """Names of each sentence of an article; a title without a sentence is a line of its own."""
    found: dict[tuple[int, int], Counter] = {}
    text = one.article.text
    for key, start in _counted(one):
        inside = [s for s in one.annotation.sentences if s.start <= start < s.end]
        at = (inside[0].start, inside[0].end) if inside else (
            text.rfind("\n", 0, start) + 1, text.find("\n", start))
        found.setdefault(at, Counter())[key] += 1
    return list(found.values())


@_CALM
@given(filters=asked.light)
def test_sentences_and_their_pairs_are_as_many_as_are_listed(small_snapshot, naive, filters):
    held = [names for one in naive.within(filters) for names in _by_sentence(one)]
    rows = entities.top(small_snapshot, filters, ("person", "place"), "sentences", n=99)
    assert dict(zip(rows.entity, rows.n, strict=True)) == Counter(
        key for names in held for key in names if key.split(":")[0] in ("person", "place"))
    assert (rows.denominator == sum(
        len(one.annotation.sentences) for one in naive.within(filters))).all()
    for row in rows.head(4).itertuples():
        listed = sentences.page(small_snapshot, filters, (row.entity,), limit=ALL)
        assert len(listed) == row.n == sentences.count(small_snapshot, filters, (row.entity,))[0]
    pairs = sentences.comention(small_snapshot, filters, KEYS)
    assert {(row.a, row.b): row.n for row in pairs.itertuples()} == Counter(
        pair for names in held for pair in combinations(sorted(set(names) & set(KEYS)), 2))
    for row in pairs.itertuples():
        listed = sentences.page(small_snapshot, filters, (row.a, row.b), limit=ALL)
        assert len(listed) == row.n
        assert all(len(one.marks) >= 2 for one in listed)


@_CALM
@given(filters=asked.light)
def test_mentions_are_as_many_as_are_marked_in_the_sentences_listed(
    small_snapshot, naive, filters
):
    for row in entities.top(small_snapshot, filters, ("person",), "mentions").itertuples():
        listed = sentences.page(small_snapshot, filters, (row.entity,), limit=ALL)
        assert sum(len(one.marks) for one in listed) == row.n
        assert sentences.count(small_snapshot, filters, (row.entity,))[1] == row.n
        assert row.n == sum(one.entities[row.entity] for one in naive.within(filters))


@_CALM
@given(filters=asked.light)
def test_languages_ranks_and_peaks_open_what_they_count(small_snapshot, naive, filters):
    once = replace(filters, reprints="first")
    for rows in (
        entities.by_language(small_snapshot, once, KEYS),
        ranks(small_snapshot, once, "person"),
        ranks(small_snapshot, once, "person", solar=True),
        peaks(small_snapshot, once, KEYS),
        peaks(small_snapshot, once, KEYS, "n"),
    ):
        for row in rows.itertuples():
            assert naive.count(once.narrow(row.open)) == row.n, row


def test_every_name_has_a_row_in_every_language(small_snapshot, naive):
    once = Filters(reprints="first")
    rows = entities.by_language(small_snapshot, once, KEYS)
    inside = naive.within(once)
    spoken = Counter(one.language for one in inside)
    assert len(rows) == len(KEYS) * len(spoken)
    for row in rows.itertuples():
        assert row.denominator == spoken[row.language]
        assert row.low <= row.share <= row.high


def test_ranks_count_from_one_in_every_period(small_snapshot):
    rows = ranks(small_snapshot, Filters(), "person")
    assert 1 < rows.period.nunique() <= PERIODS
    for _, part in rows.groupby("period"):
        assert list(part["rank"]) == list(range(1, len(part) + 1))
        assert list(part.n) == sorted(part.n, reverse=True)


def test_a_peak_tells_the_meeting_its_articles_report(small_snapshot, naive):
    rows = peaks(small_snapshot, Filters(), KEYS, "n")
    assert not rows.empty
    assert (rows.meeting != "").any()
    for row in rows[rows.meeting != ""].itertuples():
        inside = naive.within(Filters().narrow(row.open))
        reports = Counter(met for one in inside for met in {m.id for m in one.meetings if m.known})
        assert reports[row.meeting] == row.reports == max(reports.values())


def test_spellings_add_up_to_the_mentions(small_snapshot):
    rows = entities.top(small_snapshot, Filters(), ("person", "place"), "mentions", n=99)
    written = entities.forms(small_snapshot, tuple(rows.entity))
    assert written.groupby("entity").n.sum().to_dict() == dict(
        zip(rows.entity, rows.n, strict=True))
    assert written.groupby("entity").share.sum().round(9).eq(1).all()


@_CALM
@given(filters=asked.light)
def test_roles_list_as_many_reports_and_statements_as_they_count(small_snapshot, naive, filters):
    told: Counter[tuple[str, str]] = Counter()
    for one in naive.within(filters):
        for report in one.annotation.meetings:
            told.update({(f"{p.kind}:{p.entity}", p.role) for p in report.participants})
        told.update((f"person:{s.speaker}", QUOTED) for s in one.annotation.statements if s.speaker)
    rows = roles(small_snapshot, filters, KEYS)
    assert {(row.entity, row.role): row.n for row in rows.itertuples()} == {
        pair: n for pair, n in told.items() if pair[0] in KEYS}
    for row in rows.itertuples():
        listed = (statements(small_snapshot, filters, row.entity, n=ALL) if row.role == QUOTED
                  else reports(small_snapshot, filters, row.entity, row.role))
        assert len(listed) == row.n
