"""The dossier of a meeting says what the questions answer, and says where nothing is known."""

from datetime import UTC, date, datetime

import pytest

from didgah.briefing import compose
from didgah.briefing.context import Context
from didgah.briefing.dossier import PARTS, dossier
from didgah.briefing.frame import NothingToShow
from didgah.briefing.slides import Quotes, Table
from didgah.filters import Filters
from didgah.language.messages import INTERFACE_LANGUAGES
from didgah.queries import articles, meetings

MADE = datetime(2026, 11, 24, tzinfo=UTC)


def context(snapshot, language="en"):
    return Context(snapshot, language, "https://didgah.example/", date(2026, 11, 24))


def reported(snapshot) -> list[str]:
    frame = meetings.timeline(snapshot, Filters())
    return list(frame.loc[frame["articles"] > 0, "meeting"])


@pytest.mark.parametrize("language", INTERFACE_LANGUAGES)
def test_every_meeting_has_a_dossier_in_every_language(small_snapshot, language):
    for one in reported(small_snapshot):
        slides = dossier(one, Filters(), context(small_snapshot, language))
        assert len(slides) == 1 + len(PARTS)
        assert len({slide.id for slide in slides}) == len(slides)
        for slide in slides:
            assert slide.headline
            assert slide.reading
            assert f"version={small_snapshot.version}" in slide.link
            assert (slide.body is None) == (slide.n == 0)
        made = compose.deck_of("t", slides, context(small_snapshot, language), MADE, "")
        assert made.slides == slides


def test_the_periods_add_up_to_the_reports_and_each_number_opens_as_many(small_snapshot):
    for one in reported(small_snapshot):
        found = meetings.record(small_snapshot, one, Filters())
        said = {slide.kind: slide for slide in dossier(one, Filters(), context(small_snapshot))}
        coverage = said["coverage"]
        if not isinstance(coverage.body, Table):
            assert found.meeting.first is None
            continue
        rows = [[cell.value for cell in row[1:]] for row in coverage.body.rows]
        naive = {view.article: view for view in found.reports}
        assert coverage.n == len(naive) == sum(row[-1] for row in rows)
        assert all(sum(row[:-1]) == row[-1] for row in rows)
        days = [view.published.value for view in naive.values()]
        first, last = found.meeting.first, found.meeting.last
        assert [row[-1] for row in rows] == [
            sum(day is not None and day < first for day in days),
            sum(day is not None and first <= day <= last for day in days),
            sum(day is not None and day > last for day in days),
            sum(day is None for day in days),
        ]
        for row in coverage.body.rows:
            for cell in row[1:]:
                if cell.value:
                    query = cell.link.partition("?")[2]
                    assert articles.count(small_snapshot, Filters.from_query(query)) == cell.value
        assert said["outlets"].n == coverage.n


def test_statements_are_the_words_of_their_articles(small_snapshot):
    quoted = 0
    for one in reported(small_snapshot):
        found = meetings.record(small_snapshot, one, Filters())
        said = {slide.kind: slide for slide in dossier(one, Filters(), context(small_snapshot))}
        body = said["statements"].body
        assert said["statements"].n == (len(found.statements) if body else 0)
        for quote in body.quotes if isinstance(body, Quotes) else ():
            quoted += 1
            assert quote.text in articles.get(small_snapshot, quote.evidence.article).article.text
    assert quoted


def test_what_is_not_known_is_said(small_snapshot):
    empty = [slide for one in reported(small_snapshot)
             for slide in dossier(one, Filters(), context(small_snapshot)) if slide.body is None]
    assert empty
    assert all(slide.reading and not slide.n_words for slide in empty)


def test_no_meeting_no_dossier(small_snapshot):
    with pytest.raises(NothingToShow):
        dossier("nowhere", Filters(), context(small_snapshot))
