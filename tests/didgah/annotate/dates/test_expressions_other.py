"""Times of day, lengths and repetitions; round trips; and that nothing makes the reader fail."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from didgah.annotate.dates import expressions as dates
from didgah.annotate.dates.expressions import find_dates
from didgah.language.conversion import to_calendar
from didgah.language.months import NAMES, RUSSIAN_GENITIVE, spellings
from didgah.language.numbers import to_digits

THURSDAY = date(2021, 11, 25)


@pytest.mark.parametrize(("language", "text", "span", "kind"), [
    ("fa", "ساعت ۱۰ صبح آمد", "ساعت ۱۰ صبح", "time"),
    ("fa", "در ساعت ۱۷:۳۰ آمد", "ساعت ۱۷:۳۰", "time"),
    ("fa", "ساعت هفت و نیم عصر", "ساعت هفت و نیم عصر", "time"),
    ("fa", "ظهر رسید", "ظهر", "time"),
    ("fa", "تا نیمه‌شب", "نیمه‌شب", "time"),
    ("fa", "طی سه روز", "سه روز", "duration"),
    ("fa", "سفری ۲ هفته‌ای", "۲ هفته‌ای", "duration"),
    ("fa", "به مدت یک سال", "یک سال", "duration"),
    ("fa", "یک سال و نیم طول کشید", "یک سال و نیم", "duration"),
    ("fa", "۷۲ ساعت طول کشید", "۷۲ ساعت", "duration"),
    ("fa", "هر سال برپا می‌شود", "هر سال", "set"),
    ("fa", "هر دو هفته یک‌بار", "هر دو هفته یک‌بار", "set"),
    ("fa", "هر پنج‌شنبه", "هر پنج‌شنبه", "set"),
    ("fa", "سه روز در هفته", "سه روز در هفته", "set"),
    ("ru", "в 10 часов утра", "10 часов утра", "time"),
    ("ru", "в 17:30", "17:30", "time"),
    ("ru", "в течение двух недель", "двух недель", "duration"),
    ("ru", "трёхдневный визит", "трёхдневный", "duration"),
    ("ru", "3-дневный визит", "3-дневный", "duration"),
    ("ru", "проводится ежегодно", "ежегодно", "set"),
    ("ru", "каждые две недели", "каждые две недели", "set"),
    ("ru", "раз в год", "раз в год", "set"),
    ("ar", "الساعة العاشرة صباحا", "الساعة العاشرة صباحا", "time"),
    ("ar", "لمدة ثلاثة أيام", "ثلاثة أيام", "duration"),
    ("ar", "على مدى يومين", "يومين", "duration"),
    ("ar", "كل عام", "كل عام", "set"),
    ("ar", "يعقد سنويا", "سنويا", "set"),
    ("en", "at 10 a.m.", "10 a.m.", "time"),
    ("en", "at 17:30", "17:30", "time"),
    ("en", "for three days", "three days", "duration"),
    ("en", "a three-day visit", "three-day", "duration"),
    ("en", "half an hour", "half an hour", "duration"),
    ("en", "every two weeks", "every two weeks", "set"),
    ("en", "twice a year", "twice a year", "set"),
])
def test_what_is_no_date_has_its_type_and_no_interval(language, text, span, kind):
    (found,) = find_dates(text, language, THURSDAY)
    assert (found.text, found.type) == (span, kind)
    assert (found.first, found.last, found.precision) == (None, None, "unknown")


def test_a_day_and_its_hour_are_a_date_and_a_time():
    found = find_dates("روز سه‌شنبه ساعت ۱۷:۳۰", "fa", THURSDAY)
    assert [(d.text, d.type) for d in found] == [
        ("روز سه‌شنبه", "date"), ("ساعت ۱۷:۳۰", "time"),
    ]
    found = find_dates("at 5 pm on Monday", "en", THURSDAY)
    assert [(d.text, d.type) for d in found] == [("5 pm", "time"), ("Monday", "date")]


_days = st.dates(date(1930, 1, 1), date(2070, 1, 1))


@settings(max_examples=150, deadline=None)
@given(_days, st.data())
def test_a_persian_day_in_any_writing_is_read_back(day, data):
    calendar = data.draw(st.sampled_from(("solar_hijri", "gregorian", "lunar_hijri")))
    year, month, number = to_calendar(day, calendar)
    name = data.draw(st.sampled_from([
        n for n, c, m in spellings("fa") if (c, m) == (calendar, month)
    ]))
    name = name.replace("ی", data.draw(st.sampled_from("یي"))).replace(
        "ک", data.draw(st.sampled_from("کك")))
    space = data.draw(st.sampled_from((" ", "", "\u200c", "  ")))
    middle = data.draw(st.sampled_from(("", "ماه ", "سال ", "ماه سال ")))
    text = f"{number}{space}{name} {middle}{year}"
    text = to_digits(text, data.draw(st.sampled_from(("fa", "ar", "en"))))
    (found,) = find_dates(f"در {text} آمد", "fa", THURSDAY)
    assert (found.first, found.last, found.calendar, found.assumed) == (day, day, calendar, ())


@settings(max_examples=100, deadline=None)
@given(_days, st.data())
def test_an_arabic_day_in_any_writing_is_read_back(day, data):
    calendar = data.draw(st.sampled_from(("gregorian", "lunar_hijri")))
    year, month, number = to_calendar(day, calendar)
    name = data.draw(st.sampled_from([
        n for n, c, m in spellings("ar") if (c, m) == (calendar, month)
    ]))
    other = data.draw(st.sampled_from(("", f"/{name}", f" ({name})")))
    middle = data.draw(st.sampled_from((" ", " من ", " من شهر ", " شهر ")))
    after = data.draw(st.sampled_from((" ", " عام ", "، ")))
    text = to_digits(f"{number}{middle}{name}{other}{after}{year}", data.draw(
        st.sampled_from(("ar", "en"))))
    (found,) = find_dates(f"عقد في {text} هناك", "ar", THURSDAY)
    assert (found.first, found.last, found.calendar) == (day, day, calendar)


@settings(max_examples=100, deadline=None)
@given(_days, st.data())
def test_a_russian_and_an_english_day_in_any_writing_are_read_back(day, data):
    genitive = RUSSIAN_GENITIVE["gregorian"][day.month - 1]
    mark = data.draw(st.sampled_from(("", "-го", "-е")))
    tail = data.draw(st.sampled_from(("", " года", " г.")))
    (found,) = find_dates(f"Прибыл {day.day}{mark} {genitive} {day.year}{tail}", "ru", THURSDAY)
    assert (found.first, found.last) == (day, day)
    name = NAMES["gregorian"]["en"][day.month - 1]
    ending = {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10 * (day.day // 10 != 1), "th")
    wording = data.draw(st.sampled_from((
        "{d} {m} {y}", "{d}{e} {m} {y}", "the {d}{e} of {m} {y}", "{m} {d}, {y}", "{m} {d}{e} {y}",
    ))).format(d=day.day, e=ending, m=name, y=day.year)
    (found,) = find_dates(f"He came on {wording} there", "en", THURSDAY)
    assert (found.first, found.last) == (day, day)


@settings(max_examples=100, deadline=None)
@given(_days, st.sampled_from(("fa", "ru", "ar", "en")), st.sampled_from("-./"))
def test_figures_are_read_back(day, language, mark):
    forms = [f"{day.year}{mark}{day.month:02}{mark}{day.day:02}"]
    if day.day > 12 or language != "en":
        forms.append(f"{day.day}{mark}{day.month}{mark}{day.year}")
    for form in forms:
        (found,) = find_dates(form, language, THURSDAY)
        assert (found.text, found.first) == (form, day)


def _vocabulary(language):
    lexicon = dates._tools(language)[0]
    words = sorted(
        " ".join((first, *entry.tail))
        for first, entries in lexicon.entries.items() for entry in entries
    )
    figures = ["1", "5", "31", "99", "303", "1400", "1443", "2021", "12:30", "1400/9/3",
               "24.11.2021", "1990s", "1990-е", "20th", "،", ",", "-", "(", ")"]
    return words + figures


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(("fa", "ru", "ar", "en")), st.data())
def test_no_run_of_date_words_makes_it_fail(language, data):
    words = data.draw(st.lists(st.sampled_from(_vocabulary(language)), max_size=8))
    gap = data.draw(st.sampled_from((" ", " ", "\u200c", "", "\u200f ", "\n")))
    text = gap.join(data.draw(st.sampled_from((w, w.capitalize()))) for w in words)
    published = data.draw(st.sampled_from((THURSDAY, None, date.min, date.max)))
    position = 0
    for found in find_dates(text, language, published):
        assert position <= found.start < found.end <= len(text)
        assert found.text == text[found.start:found.end]
        assert (found.first is None) == (found.last is None)
        assert found.first is None or (found.first <= found.last and found.type == "date")
        position = found.end


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80), st.sampled_from(("fa", "ru", "ar", "en")))
def test_no_text_makes_it_fail(text, language):
    text += " 5 May \ud800 ۳ آذر İ"
    for found in find_dates(text, language, THURSDAY):
        assert found.text == text[found.start : found.end] != ""
