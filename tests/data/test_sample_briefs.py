"""The bundled briefs: what they promise, and that the annotator reads what the writer meant."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from didgah import registry
from didgah.addresses import is_web
from didgah.annotate.pipeline import annotate, load_lexicons
from didgah.model import Article
from didgah.readers import read_path

BRIEFS = Path(__file__).resolve().parents[2] / "data" / "sample"
LEAST = {"fa": 100, "ru": 30, "ar": 30, "en": 30}
DESKS = {
    "fa": "میز نمونهٔ دیدگاه", "ru": "Учебная лента «Дидгах»", "ar": "مكتب ديدگاه النموذجي",
    "en": "Didgah sample desk",
}


def rows(language: str) -> list[dict]:
    lines = (BRIEFS / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.mark.parametrize("language", LEAST)
def test_briefs_name_their_desk_their_sources_and_known_meetings(language: str) -> None:
    known = registry.load().meetings
    briefs = rows(language)
    assert len(briefs) >= LEAST[language]
    for brief in briefs:
        assert brief["outlet"] == DESKS[language]
        assert brief["language"] == language
        assert brief["sources"]
        assert all(is_web(address) for address in brief["sources"])
        assert brief["meeting"]
        assert set(brief["meeting"]) <= known.keys()


def test_briefs_cover_the_chronology_widely_and_two_series_whole() -> None:
    known = registry.load().meetings
    told = Counter(m for language in LEAST for brief in rows(language) for m in brief["meeting"])
    assert len(told) >= 90
    assert len({known[m].first.year for m in told}) >= 18
    for series in ("strategic_vision_group", "kazanforum"):
        whole = {m.id for m in known.values() if m.series == series}
        assert whole <= told.keys()
    in_more_languages = [
        m for m in told
        if sum(any(m in b["meeting"] for b in rows(language)) for language in LEAST) > 1
    ]
    assert len(in_more_languages) >= 40


@pytest.mark.parametrize("language", LEAST)
def test_annotator_finds_the_meetings_the_writer_meant(language: str) -> None:
    tables, lexicons = registry.load(), load_lexicons()
    meant = found = both = 0
    for brief, article in zip(
        rows(language), read_path(BRIEFS / f"{language}.jsonl"), strict=True
    ):
        assert isinstance(article, Article)
        annotation = annotate(article, tables, lexicons)
        assert annotation.language == language
        joined = {report.known for report in annotation.meetings if report.known}
        meant += len(brief["meeting"])
        found += len(joined)
        both += len(joined & set(brief["meeting"]))
    # What the rules were written on, so a floor against regressions and no measure of truth.
    assert both / meant >= 0.95
    assert both / found >= 0.9
