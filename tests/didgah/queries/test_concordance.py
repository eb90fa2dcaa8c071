"""A concordance shows what was counted: through the real annotator, in four languages."""

from datetime import date

import pandas as pd
import pytest

from didgah import registry as registry_tables
from didgah.filters import Filters
from didgah.model import Article, Published
from didgah.queries import concordance, terms
from didgah.queries.concordance import ordered
from didgah.store.archive import Archive
from didgah.store.build import build
from didgah.store.reader import Snapshot, open_latest

TEXTS = {
    "fa": ("نشست همكاري‌هاي روسيه در کازان",
           ("ولادیمیر پوتین در نشست کازان از همکاری اقتصادی گفت. همکاری‌های تازه آغاز می‌شود.\n"
           "پوتین گفت سازمان همکاری اسلامی شریک مهمی است و همکاریهای فرهنگی ادامه دارد.\n"
           "کتاب‌های تازه دربارهٔ کتابخانه رسید.")),
    "ru": ("Встреча в Казани", ("Владимир Путин обсудил сотрудничество с партнёрами.\n"
           "О сотрудничестве и встречах говорил и Путин; встреча прошла в Казани.")),
    "ar": ("لقاء في قازان", "بحث فلاديمير بوتين التعاون الاقتصادي.\nوالتعاون مستمر في قازان."),
    "en": ("Meeting in Kazan", ("Vladimir Putin discussed trade at the meeting.\n"
           "Meetings on trade went on; Putin left Kazan.")),
}


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory):
    """One article a language, annotated for real."""
    folder = tmp_path_factory.mktemp("annotated") / "corpus"
    Archive(folder).add([
        Article(title, body, language=language, outlet="Own desk",
                published=Published(date(2021, 5, at), "day", "stated"))
        for at, (language, (title, body)) in enumerate(TEXTS.items(), 1)
    ], "by hand")
    build(folder, registry_tables.load())
    opened = open_latest(folder)
    yield opened
    opened.close()


@pytest.mark.parametrize("language", TEXTS)
def test_every_counted_occurrence_is_shown_where_it_stands(snapshot: Snapshot, language):
    counted = terms.frequencies(snapshot, Filters(), language, n=999)
    assert len(counted) > 3
    text = "\n".join(TEXTS[language])
    for row in counted.itertuples():
        lines = concordance.concordance(snapshot, Filters(), language, row.term.partition(":")[2])
        assert lines.attrs == {"total": row.n, "articles": 1, "truncated": False}
        assert len(lines) == row.n, row.label
        assert list(lines.start) == sorted(lines.start)
        for line in lines.itertuples():
            assert text[line.start : line.end] == line.keyword
            assert line.left + line.keyword + line.right in text


def test_a_word_inside_a_name_is_not_an_occurrence_of_the_word(snapshot):
    lines = concordance.concordance(snapshot, Filters(), "fa", "همکاری")
    assert [line.strip() for line in lines.keyword] == [
        "همكاري‌هاي", "همکاری", "همکاری‌های", "همکاریهای"]
    name = concordance.concordance(snapshot, Filters(), "fa", "سازمان همکاری اسلامی")
    assert list(name.keyword) == ["سازمان همکاری اسلامی"]


def test_lines_can_be_cut_but_the_total_is_exact(snapshot):
    lines = concordance.concordance(snapshot, Filters(), "fa", "همکاری", n=2)
    assert len(lines) == 2
    assert lines.attrs == {"total": 4, "articles": 1, "truncated": True}


def test_nothing_is_shown_outside_the_scope(snapshot):
    for filters in (Filters(languages=("ru",)), Filters(until=date(2020, 1, 1))):
        lines = concordance.concordance(snapshot, filters, "fa", "همکاری")
        assert lines.empty
        assert lines.attrs["total"] == 0
    assert concordance.concordance(snapshot, Filters(), "fa", "نیست").empty


def test_lines_are_ordered_by_the_nearest_words_in_reading_order():
    frame = pd.DataFrame({
        "left": ["از کتاب", "با آب", "در باغ"],
        "keyword": ["سبز"] * 3,
        "right": ["، روشن و زیبا", " آمد.", " «باران» است"],
    })
    frame.attrs["total"] = 3
    after = ordered(frame, "next")
    assert list(after["right"].str.strip(" ،«.")) == ["آمد", "باران» است", "روشن و زیبا"]
    assert list(ordered(frame, "previous")["left"]) == ["با آب", "در باغ", "از کتاب"]
    assert after.attrs["total"] == 3
    assert ordered(frame, "date") is frame
