"""Date expressions: spans in the original, values against the publication day."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from didgah.annotate.dates.expressions import find_dates
from didgah.language.calendars import format_date, format_interval

THURSDAY = date(2021, 11, 25)
SAMPLE = Path(__file__).parents[5] / "shared" / "samples" / "putin-message-jeddah.txt"


def read(text, language, published=THURSDAY):
    found = find_dates(text, language, published)
    assert all(text[d.start:d.end] == d.text for d in found)
    return found


def check(text, language, span, first, last, precision):
    (found,) = read(text, language)
    assert found.text == span
    assert (found.first, found.last) == (
        date.fromisoformat(first), date.fromisoformat(last or first)), found
    assert found.precision == precision
    return found


@pytest.mark.parametrize(("text", "span", "first", "last", "precision"), [
    ("شهر هشتم مرداد ماه میزبان نشست بود", "هشتم مرداد ماه", "2021-07-30", None, "day"),
    ("وزیر روز چهارشنبه سخن گفت", "روز چهارشنبه", "2021-11-24", None, "day"),
    ("از سال ۲۰۰۶ آغاز شد", "سال ۲۰۰۶", "2006-01-01", "2006-12-31", "year"),
    ("در سال ۱۴۰۰", "سال ۱۴۰۰", "2021-03-21", "2022-03-20", "year"),
    ("از حدود ۱۵ سال پیش عضو است", "حدود ۱۵ سال پیش", "2005-01-01", "2007-12-31", "year"),
    ("در ۲۴ نوامبر ۲۰۲۱ در شهر", "۲۴ نوامبر ۲۰۲۱", "2021-11-24", None, "day"),
    ("سوم آذر ۱۴۰۰ در شهر", "سوم آذر ۱۴۰۰", "2021-11-24", None, "day"),
    ("تاریخ ۱۴۰۰/۰۹/۰۳ بود", "۱۴۰۰/۰۹/۰۳", "2021-11-24", None, "day"),
    ("وی ديروز گفت", "ديروز", "2021-11-24", None, "day"),
    ("فردا می‌آید", "فردا", "2021-11-26", None, "day"),
    ("هفته گذشته آمد", "هفته گذشته", "2021-11-13", "2021-11-19", "week"),
    ("هفته آینده می‌رود", "هفته آینده", "2021-11-27", "2021-12-03", "week"),
    ("ماه گذشته آمد", "ماه گذشته", "2021-10-23", "2021-11-21", "month"),
    ("سال گذشته آمد", "سال گذشته", "2020-03-20", "2021-03-20", "year"),
    ("سال جاری میلادی است", "سال جاری میلادی", "2021-01-01", "2021-12-31", "year"),
    ("۱۸ تا ۲۰ شوال ۱۴۴۳ برپا شد", "۱۸ تا ۲۰ شوال ۱۴۴۳", "2022-05-19", "2022-05-21", "days"),
    ("11 و 12 خرداد برپا شد", "11 و 12 خرداد", "2021-06-01", "2021-06-02", "days"),
    ("۲۸ تا ۳۰ ژوئیه برپا شد", "۲۸ تا ۳۰ ژوئیه", "2021-07-28", "2021-07-30", "days"),
    ("۲۸ جولای تا ۲ آگوست ۲۰۲۱", "۲۸ جولای تا ۲ آگوست ۲۰۲۱", "2021-07-28", "2021-08-02", "days"),
    ("اواخر آذر برپا شد", "اواخر آذر", "2021-12-12", "2021-12-21", "days"),
    ("در اردیبهشت ۱۴۰۳", "اردیبهشت ۱۴۰۳", "2024-04-20", "2024-05-20", "month"),
    ("روز چهارشنبه، ۳ آذرماه گفت", "روز چهارشنبه، ۳ آذرماه", "2021-11-24", None, "day"),
    ("۲۰ می ۲۰۲۱ آمد", "۲۰ می ۲۰۲۱", "2021-05-20", None, "day"),
    ("در می دو هزار و بیست و یک", "می دو هزار و بیست و یک", "2021-05-01", "2021-05-31", "month"),
    ("بیست‌ویکم فروردین ماه امسال", "بیست‌ویکم فروردین ماه امسال", "2021-04-10", None, "day"),
    ("چهارشنبه هفته گذشته", "چهارشنبه هفته گذشته", "2021-11-17", None, "day"),
    ("یکشنبه آینده می‌رود", "یکشنبه آینده", "2021-11-28", None, "day"),
    ("طی سه سال گذشته", "سه سال گذشته", "2018-11-25", "2021-11-25", "year"),
    ("سال‌های ۲۰۱۰ تا ۲۰۱۴", "سال‌های ۲۰۱۰ تا ۲۰۱۴", "2010-01-01", "2014-12-31", "year"),
    ("در دهه ۱۹۹۰ میلادی", "دهه ۱۹۹۰ میلادی", "1990-01-01", "1999-12-31", "decade"),
    ("در پاییز ۱۴۰۰", "پاییز ۱۴۰۰", "2021-09-23", "2021-12-21", "season"),
    ("۱۴ دی ۹۹ درگذشت", "۱۴ دی ۹۹", "2021-01-03", None, "day"),
    ("ماه رمضان گذشته", "ماه رمضان گذشته", "2021-04-13", "2021-05-12", "month"),
])
def test_persian(text, span, first, last, precision):
    check(text, "fa", span, first, last, precision)


@pytest.mark.parametrize(("text", "span", "first", "last", "precision"), [
    ("24 ноября 2021 года прошла встреча", "24 ноября 2021 года", "2021-11-24", None, "day"),
    ("Он прибыл в среду утром", "среду утром", "2021-11-24", None, "day"),
    ("В среду, 24 ноября, он прибыл", "среду, 24 ноября", "2021-11-24", None, "day"),
    ("Он вчера прибыл", "вчера", "2021-11-24", None, "day"),
    ("в мае 2023 года", "мае 2023 года", "2023-05-01", "2023-05-31", "month"),
    ("28–30 июля прошёл форум", "28–30 июля", "2021-07-28", "2021-07-30", "days"),
    ("с 28 июля по 2 августа 2021 года", "28 июля по 2 августа 2021 года", "2021-07-28",
     "2021-08-02", "days"),
    ("24.11.2021 он прибыл", "24.11.2021", "2021-11-24", None, "day"),
    ("в 2014 году", "2014 году", "2014-01-01", "2014-12-31", "year"),
    ("на прошлой неделе", "прошлой неделе", "2021-11-15", "2021-11-21", "week"),
    ("около 15 лет назад", "около 15 лет назад", "2005-01-01", "2007-12-31", "year"),
    ("год назад", "год назад", "2020-01-01", "2020-12-31", "year"),
    ("весной 2021 года", "весной 2021 года", "2021-03-01", "2021-05-31", "season"),
    ("в 1990-х годах", "1990-х годах", "1990-01-01", "1999-12-31", "decade"),
    ("7 марта прошлого года", "7 марта прошлого года", "2020-03-07", None, "day"),
])
def test_russian(text, span, first, last, precision):
    check(text, "ru", span, first, last, precision)


@pytest.mark.parametrize(("text", "span", "first", "last", "precision"), [
    ("في 24 نوفمبر 2021 عقد", "24 نوفمبر 2021", "2021-11-24", None, "day"),
    ("في 24 تشرين الثاني/نوفمبر 2021", "24 تشرين الثاني/نوفمبر 2021", "2021-11-24", None, "day"),
    ("الرابع والعشرين من نوفمبر الماضي", "الرابع والعشرين من نوفمبر الماضي", "2021-11-24", None,
     "day"),
    ("وأعلن أمس أنه", "أمس", "2021-11-24", None, "day"),
    ("وأعلن أمس الأربعاء أنه", "أمس الأربعاء", "2021-11-24", None, "day"),
    ("عقد يوم الأربعاء", "يوم الأربعاء", "2021-11-24", None, "day"),
    ("عقد الأربعاء الماضي", "الأربعاء الماضي", "2021-11-24", None, "day"),
    ("يوم الأحد المقبل", "يوم الأحد المقبل", "2021-11-28", None, "day"),
    ("١٨ شوال ١٤٤٣ هـ", "١٨ شوال ١٤٤٣ هـ", "2022-05-19", None, "day"),
    ("والعام الماضي", "العام الماضي", "2020-01-01", "2020-12-31", "year"),
    ("الأسبوع الماضي", "الأسبوع الماضي", "2021-11-14", "2021-11-20", "week"),
    ("وقبل نحو 15 عاما", "قبل نحو 15 عاما", "2005-01-01", "2007-12-31", "year"),
    ("قبل عامين", "قبل عامين", "2019-01-01", "2019-12-31", "year"),
    ("من 28 إلى 30 يوليو 2021", "28 إلى 30 يوليو 2021", "2021-07-28", "2021-07-30", "days"),
    ("وفي عام 2014", "عام 2014", "2014-01-01", "2014-12-31", "year"),
    ("عام 1443هـ", "عام 1443هـ", "2021-08-09", "2022-07-29", "year"),
])
def test_arabic(text, span, first, last, precision):
    check(text, "ar", span, first, last, precision)


@pytest.mark.parametrize(("text", "span", "first", "last", "precision"), [
    ("on 24 November 2021 in", "24 November 2021", "2021-11-24", None, "day"),
    ("on November 24, 2021, in", "November 24, 2021", "2021-11-24", None, "day"),
    ("held on November 24 in", "November 24", "2021-11-24", None, "day"),
    ("He came on Wednesday with", "Wednesday", "2021-11-24", None, "day"),
    ("He came yesterday", "yesterday", "2021-11-24", None, "day"),
    ("last week", "last week", "2021-11-15", "2021-11-21", "week"),
    ("28–30 July 2021", "28–30 July 2021", "2021-07-28", "2021-07-30", "days"),
    ("July 28 – August 2, 2021", "July 28 – August 2, 2021", "2021-07-28", "2021-08-02", "days"),
    ("he met them in March", "March", "2021-03-01", "2021-03-31", "month"),
    ("since 2006 it has", "2006", "2006-01-01", "2006-12-31", "year"),
    ("about 15 years ago", "about 15 years ago", "2005-01-01", "2007-12-31", "year"),
    ("early November 2021", "early November 2021", "2021-11-01", "2021-11-10", "days"),
    ("It opened on 21 December. He left", "21 December", "2020-12-21", None, "day"),
    ("on Nov. 24 he", "Nov. 24", "2021-11-24", None, "day"),
    ("the 1990s", "1990s", "1990-01-01", "1999-12-31", "decade"),
])
def test_english(text, span, first, last, precision):
    check(text, "en", span, first, last, precision)


def test_what_a_rule_supplied_is_said():
    def assumed(text, language="fa"):
        return read(text, language)[0].assumed

    assert assumed("هشتم مرداد ماه") == ("year",)
    assert assumed("روز چهارشنبه") == ("week",)
    assert assumed("امروز") == ("day",)
    assert assumed("سال گذشته") == ("calendar",)
    assert assumed("سال ۸۸") == ("century",)
    assert assumed("سوم آذر ۱۴۰۰") == ()
    assert assumed("دوشنبه ۳ آذر ۱۴۰۰") == ("day",)  # it was a Wednesday
    assert assumed("накануне", "ru") == ("day",)


def test_approximate_is_said():
    assert read("حدود ۱۵ سال پیش", "fa")[0].approximate
    assert read("اوایل سال ۲۰۲۰", "fa")[0].approximate
    assert not read("سال ۲۰۲۰", "fa")[0].approximate


def test_tense_chooses_the_year():
    assert read("نشست ۵ اسفند برگزار خواهد شد", "fa")[0].first == date(2022, 2, 24)
    assert read("نشست ۵ اسفند برگزار شد", "fa")[0].first == date(2021, 2, 23)
    assert read("Форум пройдёт 5 февраля", "ru")[0].first == date(2022, 2, 5)
    assert read("Форум прошёл 5 февраля", "ru")[0].first == date(2021, 2, 5)
    assert read("The forum will open on February 5", "en")[0].first == date(2022, 2, 5)


def test_a_weekday_chooses_the_year():
    (found,) = read("سه‌شنبه ۲۰ آبان", "fa", date(2021, 1, 10))
    assert (found.first, found.assumed) == (date(2020, 11, 10), ("year",))


@pytest.mark.parametrize("text", [
    "به گزارش مهر، آذر گفت تیر خورد و صفر بود", "۲۰ می شود", "نماز جمعه برپا شد",
    "۲۰۲۱ تن", "ماهی و سالن و روزه",
])
def test_persian_words_that_are_no_dates(text):
    assert read(text, "fa") == ()


@pytest.mark.parametrize(("text", "language"), [
    ("окружающая среда", "ru"), ("среду обитания", "ru"),
    ("he may march", "en"), ("sat down on the sun", "en"), ("in 2000 soldiers", "en"),
    ("أحد عشر كوكبا", "ar"), ("صلاة الجمعة", "ar"),
])
def test_other_words_that_are_no_dates(text, language):
    assert read(text, language) == ()


@pytest.mark.parametrize(("text", "language"), [
    ("۳۱ آذر ۱۴۰۰", "fa"), ("30 فوریه", "fa"), ("۳ آذر ۲۰۲۱", "fa"), ("۲۴ نوامبر ۱۴۰۰", "fa"),
    ("30 February 2021", "en"), ("02/03/2021", "en"), ("31 июня", "ru"),
])
def test_impossible_and_doubtful_dates_stay_open(text, language):
    (found,) = read(text, language)
    assert (found.first, found.last) == (None, None)


def test_without_a_publication_day_relative_dates_stay_open():
    text = "هشتم مرداد و دیروز و روز چهارشنبه و سال گذشته و ۱۵ سال پیش و ۲۴ نوامبر ۲۰۲۱"
    *relative, absolute = read(text, "fa", None)
    assert len(relative) == 5
    assert all(d.first is None and d.last is None for d in relative)
    assert absolute.first == date(2021, 11, 24)


def test_unknown_languages_give_none():
    assert find_dates("24.11.2021", "tr", THURSDAY) == ()


def test_two_dates_joined_by_and_are_two():
    assert [d.text for d in read("۲۰ مه ۲۰۲۱ و ۳ ژوئن", "fa")] == ["۲۰ مه ۲۰۲۱", "۳ ژوئن"]


@settings(max_examples=60, deadline=None)
@given(st.dates(date(1930, 1, 1), date(2070, 1, 1)), st.sampled_from(("fa", "ar", "ru", "en")),
       st.sampled_from(("gregorian", "solar_hijri")))
def test_what_the_calendar_writes_is_read_back(day, language, calendar):
    if calendar == "solar_hijri" and language not in ("fa", "en"):
        return
    (found,) = read(format_date(day, language, calendar), language)
    assert (found.first, found.last, found.calendar) == (day, day, calendar)


@settings(max_examples=60, deadline=None)
@given(st.dates(date(1930, 1, 1), date(2070, 1, 1)), st.integers(1, 40),
       st.sampled_from(("fa", "ru", "en")))
def test_written_spans_are_read_back(day, length, language):
    last = date.fromordinal(day.toordinal() + length)
    (found,) = read(format_interval(day, last, "days", language, "gregorian"), language)
    assert (found.first, found.last, found.precision) == (day, last, "days")


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="۱۲۳ 0123456789/.-آذرمهردیسال روزتامیشنبه\u200c()،", max_size=80))
def test_finds_never_overlap_nor_leave_the_text(text):
    position = 0
    for found in read(text, "fa"):
        assert position <= found.start < found.end <= len(text)
        assert (found.first is None) == (found.last is None)
        assert found.first is None or found.first <= found.last
        position = found.end


@pytest.mark.skipif(not SAMPLE.is_file(), reason="the shared sample article is not here")
def test_the_first_article_has_its_dates():
    found = {d.text: d for d in read(SAMPLE.read_text("utf-8"), "fa") if d.type == "date"}
    assert set(found) == {
        "روز چهارشنبه", "امروز", "حدود ۱۵ سال پیش", "سال ۲۰۰۶", "سال ۲۰۱۴", "هشتم مرداد ماه"}
    assert found["روز چهارشنبه"].first == date(2021, 11, 24)
    assert found["هشتم مرداد ماه"].first == date(2021, 7, 30)
    assert found["حدود ۱۵ سال پیش"].approximate


def test_a_hostile_run_of_dates_takes_no_square_time():
    import time

    begun = time.perf_counter()
    assert len(read("شنبه " * 20_000, "fa")) == 20_000
    read("1, " * 40_000, "ru")
    read("سال" + " " * 100_000 + "۱", "fa")
    assert time.perf_counter() - begun < 20


@pytest.mark.parametrize(("wording", "day"), [
    ("بیست‌وسوم مهر ۱۴۰۴", date(2025, 10, 15)), ("سی‌ویکم شهریور ۱۴۰۴", date(2025, 9, 22)),
])
def test_compound_ordinals_with_half_spaces(wording, day):
    assert [d.first for d in read(f"این اجلاس {wording} در مسکو است.", "fa")] == [day]
