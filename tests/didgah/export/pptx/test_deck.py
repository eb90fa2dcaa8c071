"""A presentation read back: its charts, its directions, its links, and where everything stands."""

import io
import time
from dataclasses import replace
from itertools import combinations

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pptx import Presentation
from pptx.enum.chart import XL_LEGEND_POSITION
from pptx.util import Pt

from didgah.briefing.slides import Chart, Evidence, Quote, Quotes, Series, Table, Timeline
from didgah.export.pptx.deck import to_pptx
from didgah.language.messages import INTERFACE_LANGUAGES
from tests.didgah.export.pptx import decks

_TAGS = {"fa": "fa-IR", "ar": "ar-SA", "ru": "ru-RU", "en": "en-GB"}


def opened(deck, template=None):
    return Presentation(io.BytesIO(to_pptx(deck, template)))


def middle(deck):
    """The slides between the first and the last."""
    return list(opened(deck).slides)[1:-1]


def texts(slide):
    return "\n".join(one.text_frame.text for one in slide.shapes if one.has_text_frame)


def charts(slides):
    return [one.chart for page in slides for one in page.shapes if one.has_chart]


@pytest.fixture(scope="module", params=INTERFACE_LANGUAGES)
def book(request):
    return request.param, opened(decks.whole(request.param))


@pytest.mark.parametrize("name", ["shares", "stacked", "lines", "columns"])
def test_a_chart_and_its_workbook_have_the_values_of_the_slide(name):
    body = decks.BODIES[name]
    (drawn,) = charts(middle(decks.deck(decks.slide(body))))
    assert [one.name for one in drawn.plots[0].series] == [one.name for one in body.series]
    assert [tuple(one.values) for one in drawn.plots[0].series] == [
        one.values for one in body.series]
    sheet = openpyxl.load_workbook(
        io.BytesIO(drawn.part.chart_workbook.xlsx_part.blob))["Sheet1"]
    rows = list(sheet.iter_rows(values_only=True))
    assert [row[0] for row in rows[1:]] == list(drawn.plots[0].categories)
    for place, one in enumerate(body.series, 1):
        assert rows[0][place] == one.name
        assert tuple(row[place] for row in rows[1:]) == one.values
    assert not any(cell.data_type == "f" for row in sheet for cell in row)
    assert sheet.sheet_view.rightToLeft


def test_intervals_and_counts_are_in_the_workbook_and_drawn():
    (drawn,) = charts(middle(decks.deck(decks.slide(decks.SHARES))))
    sheet = openpyxl.load_workbook(io.BytesIO(drawn.part.chart_workbook.xlsx_part.blob))["Sheet1"]
    named = {column[0].value: [cell.value for cell in column[1:]] for column in sheet.columns}
    assert named["خبر −"] == pytest.approx([0.1, 0.05, 0.05])
    assert named["خبر +"] == pytest.approx([0.1, 0.05, 0.1])
    assert named["خبر n"] == [50, 25, 10]
    assert len(drawn._chartSpace.xpath(".//c:errBars")) == 1
    for side, head in (("minus", "خبر −"), ("plus", "خبر +")):
        (reference,) = drawn._chartSpace.xpath(f".//c:errBars/c:{side}//c:f")
        cells = sheet[reference.text.partition("!")[2].replace("$", "")]
        assert [one.value for (one,) in cells] == named[head]


def test_a_value_between_two_unknown_ones_is_seen():
    body = Chart("lines", ("a", "b", "c"), (Series("x", (None, 2.0, None), "#2A72C9"),), "u")
    (drawn,) = charts(middle(decks.deck(decks.slide(body))))
    assert tuple(drawn.plots[0].series[0].values) == (None, 2.0, None)
    assert "none" not in drawn._chartSpace.xpath(".//c:ser/c:marker/c:symbol/@val")


def test_a_bar_too_short_for_its_number_has_it_outside_and_no_interval_over_it():
    body = Chart("bars", ("a", "b"), (Series(
        "x", (0.9, 0.01), "#2A72C9", (0.8, 0.0), (1.0, 0.1)),), "u", percent=True)
    (drawn,) = charts(middle(decks.deck(decks.slide(body))))
    assert not drawn._chartSpace.xpath(".//c:errBars")
    assert drawn._chartSpace.xpath(".//c:dLblPos/@val") == ["outEnd"]


@pytest.mark.parametrize(("language", "legend", "turned", "digits"), [
    ("fa", XL_LEGEND_POSITION.LEFT, "maxMin", "[$-3000429]"),
    ("ar", XL_LEGEND_POSITION.LEFT, "maxMin", "[$-2000401]"),
    ("ru", XL_LEGEND_POSITION.RIGHT, "minMax", ""), ("en", XL_LEGEND_POSITION.RIGHT, "minMax", ""),
])
def test_charts_follow_the_direction_and_the_digits_of_the_deck(language, legend, turned, digits):
    bars, stacked = charts(middle(decks.deck(
        decks.slide(decks.SHARES), decks.slide(decks.STACKED), language=language)))
    assert (bars._chartSpace.xpath(".//c:valAx/c:scaling/c:orientation/@val")
            or ["minMax"]) == [turned]
    assert bars._chartSpace.xpath(".//c:catAx/c:scaling/c:orientation/@val") == ["maxMin"]
    assert not bars.has_legend
    assert stacked.legend.position == legend
    assert stacked._chartSpace.xpath(".//c:catAx/c:scaling/c:orientation/@val") == ["minMax"]
    (written,) = bars._chartSpace.xpath(".//c:dLbls/c:numFmt/@formatCode")
    assert written == f"{digits}0%"
    colours = stacked._chartSpace.xpath(".//c:ser/c:spPr//a:srgbClr/@val")
    assert colours == ["2A72C9", "BD5304"]
    right = "1" if language in ("fa", "ar") else "0"
    for chart in (bars, stacked):
        assert set(chart._chartSpace.xpath(".//a:pPr/@rtl")) == {right}
        assert set(chart._chartSpace.xpath(".//a:defRPr/@lang")) == {_TAGS[language]}
        assert all(one.xpath("./a:cs") for one in chart._chartSpace.xpath(".//a:defRPr"))


def test_every_paragraph_has_its_direction_and_every_run_its_language_and_faces(book):
    _, presentation = book
    for slide in presentation.slides:
        spaces = [slide.element]
        if slide.has_notes_slide:
            spaces.append(slide.notes_slide.notes_placeholder._element)
        for space in spaces:
            for paragraph in space.xpath(".//a:p[a:r]"):
                assert paragraph.xpath("./a:pPr/@rtl"), paragraph.xpath("string()")
                assert paragraph.xpath("./a:pPr/@algn")
            for run in space.xpath(".//a:r"):
                (look,) = run.xpath("./a:rPr")
                assert look.get("lang")
                for face in ("latin", "ea", "cs"):
                    assert len(look.xpath(f"./a:{face}")) == 1


def test_text_runs_the_way_of_its_own_letters():
    (page,) = middle(decks.deck(decks.slide(decks.QUOTES)))[:1]
    found = {}
    for paragraph in page.element.xpath(".//a:p[a:r]"):
        found["".join(paragraph.xpath(".//a:t/text()"))] = (
            paragraph.xpath("./a:pPr/@rtl")[0], paragraph.xpath("./a:pPr/@algn")[0],
            paragraph.xpath("./a:r/a:rPr/@lang"))
    assert found["همکاری دو کشور گسترش می‌یابد."] == ("1", "r", ["fa-IR"])
    assert found["The forum will grow."] == ("0", "l", ["en-GB"])
    assert found["Форум будет расти."] == ("0", "l", ["ru-RU"])
    assert found["سيتوسع المنتدى."] == ("1", "r", ["ar-SA"])
    # A citation is the deck's own words, whatever the language of the title in it.
    cited = next(one for key, one in found.items() if "Kazan hosts a forum" in key)
    assert cited == ("1", "r", ["fa-IR", "en-GB", "fa-IR"])


def test_tables_begin_where_the_language_does(book):
    language, presentation = book
    flags = {flag for slide in presentation.slides for flag in slide.element.xpath(
        ".//a:tblPr/@rtl")}
    assert flags == {"1" if language in ("fa", "ar") else "0"}


def test_half_spaces_are_kept_and_isolates_become_marks():
    (page,) = middle(decks.deck(decks.slide(decks.CLOUD)))
    said = texts(page)
    assert "می\u200cشود" in said
    assert "\u2068" not in said
    assert "\u200fKazan\u200f" in said


def test_each_slide_says_what_it_rests_on_with_its_link_and_its_code():
    for page in middle(decks.deck(*(decks.slide(one) for one in decks.BODIES.values()))):
        said = texts(page)
        for words in ("دیدارها در کازان", "بیشترین", "۱۰۰ خبر", "همهٔ خبرها", "منبع: دیدگاه",
                      "۳ آذر ۱۴۰۵، ۲۴ نوامبر ۲۰۲۶", "abc123"):
            assert words in said
        links = [one._target for one in page.part.rels.values() if one.is_external]
        assert decks.LINK in links
        codes = [one for one in page.shapes if one.shape_type == 13]
        assert len(codes) == 1
        assert codes[0].click_action.hyperlink.address == decks.LINK


def test_first_slide_has_title_scope_and_three_calendars_and_the_last_the_methods():
    found = list(opened(decks.deck(decks.slide(decks.CLOUD))).slides)
    assert "ارائهٔ نمونه" in texts(found[0])
    assert "همهٔ خبرها" in texts(found[0])
    assert "۳ آذر ۱۴۰۵، ۲۴ نوامبر ۲۰۲۶، ۱۴ جمادی‌الثانی ۱۴۴۸ قمری" in texts(found[0])
    assert "شمارش بر پایهٔ خبر است." in texts(found[-1])


def test_notes_begin_with_the_presenters_and_go_on_with_the_evidence():
    (page,) = middle(decks.deck(decks.slide(decks.SHARES)))
    lines = page.notes_slide.notes_text_frame.text.splitlines()
    assert lines[0] == "نخست این را بگویید"
    assert decks.EVIDENCE.text in lines
    assert any("Kazan hosts a forum" in one for one in lines)
    assert any("n = 50" in one and "[۴۰٪–۶۰٪]" in one for one in lines)


def test_every_shape_has_a_text_for_those_who_do_not_see_it(book):
    _, presentation = book
    for slide in presentation.slides:
        for one in slide.element.xpath("./p:cSld/p:spTree/*[not(self::p:nvGrpSpPr)]//p:cNvPr"):
            assert one.get("descr"), one.get("name")


def test_nothing_lies_over_anything_or_outside_the_slide(book):
    _, presentation = book
    check_places(presentation)


def check_places(presentation):
    for slide in presentation.slides:
        boxes = [(one.left, one.top, one.left + one.width, one.top + one.height, one.name)
                 for one in slide.shapes if not one.name.startswith("grid")]
        for left, top, right, bottom, name in boxes:
            assert -1 <= left <= right <= presentation.slide_width + 1, name
            assert -1 <= top <= bottom <= presentation.slide_height + 1, name
        slack = Pt(0.5)
        for a, b in combinations(boxes, 2):
            apart = (a[2] <= b[0] + slack or b[2] <= a[0] + slack
                     or a[3] <= b[1] + slack or b[3] <= a[1] + slack)
            assert apart, (a, b)


def test_a_timeline_shows_each_dated_meeting_once_and_states_by_their_fill():
    body = Timeline(("کازان",), decks.marks(7), None, None)
    drawn, *_ = middle(decks.deck(decks.slide(body)))
    shapes = [one for one in drawn.shapes if one.name.startswith("meeting ")]
    assert len(shapes) == 7
    by_state = {}
    for one, mark in zip(shapes, body.marks, strict=True):
        fill = one.fill.fore_color.rgb
        by_state.setdefault(mark.status, set()).add((str(fill), one.line.dash_style is not None))
    assert by_state == {"held": {("005C3C", False)}, "announced": {("FFFFFF", False)},
                        "cancelled": {("FFFFFF", True)}}
    lefts = [one.left for one in shapes]
    assert lefts == sorted(lefts)


def test_a_dense_lane_is_counted_in_stacks_that_leave_nobody_out():
    body = Timeline(("جده",), decks.marks(400, "جده", 1), None, None)
    drawn, *tables = middle(decks.deck(decks.slide(body)))
    single = [one for one in drawn.shapes if one.name.startswith("meeting ")]
    stacks = [one for one in drawn.shapes if one.name.startswith("meetings ")]
    digits = str.maketrans("۰۱۲۳۴۵۶۷۸۹", "0123456789")
    counted = sum(int(one.text_frame.text.translate(digits)) for one in stacks)
    assert len(single) + counted == 400
    rows = [row for page in tables for one in page.shapes if one.has_table
            for row in list(one.table.rows)[1:]]
    (left,) = [int("".join(filter(str.isdigit, cell.text)).translate(digits))
               for cell in rows[-1].cells if cell.text]
    assert left + len(rows) - 1 == 400


def test_more_bars_than_a_slide_holds_go_on_the_next_with_the_same_scale():
    body = Chart("bars", tuple(f"نام {n}" for n in range(60)),
                 (Series("x", tuple(range(60, 0, -1)), "#2A72C9"),), "u")
    pages = charts(middle(decks.deck(decks.slide(body))))
    assert [one for page in pages for one in page.plots[0].categories] == list(body.categories)
    assert len(pages) == 3
    assert len({page.value_axis.maximum_scale for page in pages}) == 1


def test_rows_of_a_table_are_all_there():
    pages = middle(decks.deck(decks.slide(decks.TABLE)))
    rows = [row.cells[0].text for page in pages for one in page.shapes if one.has_table
            for row in list(one.table.rows)[1:]]
    assert rows == [f"ردیف {n}" for n in range(40)]


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "briefing?x=1", ""])
def test_only_addresses_of_the_web_become_links(link):
    evidence = replace(decks.EVIDENCE, url=link, where=link)
    quotes = Quotes((Quote("a", "en", evidence),))
    book = opened(decks.deck(decks.slide(quotes, link=link, evidence=(evidence,))))
    for page in list(book.slides)[1:-1]:
        for part in (page.part, page.notes_slide.part):
            assert not [one for one in part.rels.values() if one.is_external]


def test_a_slide_with_nothing_to_show_says_why():
    why = "این دیدار در این داده نیست."
    (page,) = middle(decks.deck(decks.slide(None, reading=why, n_words="")))
    assert why in texts(page)


def test_a_sentence_of_megabytes_takes_no_minutes():
    long = "نشست kazan " * 200_000
    evidence = replace(decks.EVIDENCE, text=long)
    body = Quotes((Quote(long, "fa", evidence, hit=(0, 4)),))
    began = time.perf_counter()
    made = to_pptx(decks.deck(decks.slide(body, evidence=(evidence,)),
                              decks.slide(replace(body, aligned=True))))
    assert time.perf_counter() - began < 10
    assert len(made) < 200_000


anything = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(anything, anything, anything, st.sampled_from(INTERFACE_LANGUAGES),
       st.lists(st.one_of(st.none(), st.floats(0, 1e9)), min_size=1, max_size=4))
def test_any_text_makes_a_presentation_that_opens(one, two, three, language, values):
    evidence = Evidence(one, two, "a", one, two, None, three, one, two)
    chart = Chart("bars", tuple(one for _ in values), (Series(two, tuple(values), "#2A72C9"),), one)
    shown = decks.deck(
        decks.slide(chart, headline=two, reading=three, notes=one, evidence=(evidence,), link=one),
        decks.slide(Quotes((Quote(one, "fa", evidence, two, three, hit=(0, len(one))),))),
        decks.slide(Quotes((Quote(two, two, evidence, hit=(0, 1)),), aligned=True)),
        decks.slide(Table((one, two), ((decks.Cell(one, language="ru"), decks.Cell(three)),))),
        language=language, title=three)
    book = opened(shown)
    assert len(book.slides) == 6
    check_places(book)
