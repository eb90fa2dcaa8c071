"""Templates: used by what their placeholders are for, refused with a reason."""

import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Inches

from didgah.export.pptx.deck import to_pptx
from didgah.export.pptx.template import FACE, TemplateError
from didgah.language.messages import INTERFACE_LANGUAGES, text
from tests.didgah.export.pptx import decks

_TYPES = "[Content_Types].xml"


def saved(presentation):
    out = io.BytesIO()
    presentation.save(out)
    return out.getvalue()


def plain():
    """The empty presentation of python-pptx, narrow, with an example slide in it."""
    template = Presentation()
    template.slides.add_slide(template.slide_layouts[1]).shapes.title.text = "example"
    return saved(template)


def changed(template, part, change):
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(template)) as old, zipfile.ZipFile(
        out, "w", zipfile.ZIP_DEFLATED
    ) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return out.getvalue()


def potx():
    return changed(plain(), _TYPES, lambda types: types.replace(
        b"presentation.main+xml", b"template.main+xml"))


def reason(template):
    with pytest.raises(TemplateError) as refused:
        to_pptx(decks.deck(), template)
    for language in INTERFACE_LANGUAGES:
        assert "a.potx" in text(refused.value.key, language, file="a.potx")
    return str(refused.value)


@pytest.mark.parametrize("template", [plain, potx])
def test_slides_are_made_on_the_templates_layouts_without_its_examples(template):
    book = Presentation(io.BytesIO(to_pptx(decks.whole(), template())))
    assert book.slide_width == Inches(10)
    said = [one.shapes.title.text_frame.text for one in book.slides]
    assert "example" not in said
    assert said[0] == "ارائهٔ نمونه"
    assert any(decks.AS_OF in one.text_frame.text for one in book.slides[0].shapes
               if one.has_text_frame)
    assert {one.slide_layout.name for one in list(book.slides)[1:]} == {"Title and Content"}
    empty = [shape for page in book.slides for shape in page.placeholders
             if shape.has_text_frame and not shape.text_frame.text]
    assert not empty


def test_a_charts_and_a_tables_placeholder_take_charts_and_tables():
    template = Presentation()
    body = next(one for one in template.slide_layouts[1].placeholders
                if one.placeholder_format.type == PP_PLACEHOLDER.OBJECT)
    body._element.xpath(".//p:ph")[0].set("type", "chart")
    other = next(one for one in template.slide_layouts[7].placeholders
                 if one.placeholder_format.type == PP_PLACEHOLDER.OBJECT)
    other._element.xpath(".//p:ph")[0].set("type", "tbl")
    shown = decks.deck(decks.slide(decks.SHARES), decks.slide(decks.TABLE))
    pages = list(Presentation(io.BytesIO(to_pptx(shown, saved(template)))).slides)
    filled = [shape.placeholder_format.type for page in pages for shape in page.placeholders
              if shape.has_chart or shape.has_table]
    assert filled[0] == PP_PLACEHOLDER.CHART
    assert set(filled[1:]) == {PP_PLACEHOLDER.TABLE}


def test_a_template_without_any_placeholder_gets_the_slides_own_geometry():
    template = Presentation()
    for layout in template.slide_layouts:
        for one in list(layout.placeholders):
            one._element.getparent().remove(one._element)
    book = Presentation(io.BytesIO(to_pptx(decks.whole(), saved(template))))
    for page in list(book.slides)[1:-1]:
        headline = [one for one in page.shapes if one.name.startswith("headline")]
        assert len(headline) == 1
        for one in page.shapes:
            assert one.left >= 0
            assert one.top >= 0
            assert one.left + one.width <= book.slide_width
            assert one.top + one.height <= book.slide_height


def test_a_theme_without_a_face_for_arabic_letters_gets_one_and_keeps_its_others():
    book = Presentation(io.BytesIO(to_pptx(decks.deck(), plain())))
    theme = book.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME).blob.decode()
    assert theme.count(f'<a:cs typeface="{FACE}"/>') == 2
    assert '<a:latin typeface="Calibri"/>' in theme


def test_what_is_no_template_is_refused_by_its_reason():
    assert reason(b"") == "damaged"
    assert reason(b"no zip at all") == "damaged"
    assert reason(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 512) == "encrypted"
    assert reason(plain()[:5000]) == "damaged"
    assert reason(changed(plain(), "ppt/presentation.xml", lambda _: b"<p>")) == "damaged"
    macros = changed(plain(), _TYPES, lambda types: types.replace(
        b"openxmlformats-officedocument.presentationml.presentation.main+xml",
        b"ms-powerpoint.presentation.macroEnabled.main+xml"))
    assert reason(macros) == "macros"


def test_a_part_that_unpacks_to_far_more_than_it_is_is_not_unpacked():
    bomb = changed(plain(), "docProps/app.xml", lambda _: b" " * 20_000_000)
    assert len(bomb) < 200_000
    assert reason(bomb) == "large"


def test_a_template_without_layouts_is_refused():
    template = Presentation()
    for one in list(template.slide_layouts):
        template.slide_layouts.remove(one)
    assert reason(saved(template)) == "no_layouts"


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_a_damaged_template_is_used_or_refused(data):
    template = plain()
    with zipfile.ZipFile(io.BytesIO(template)) as packed:
        part = data.draw(st.sampled_from([
            one for one in packed.namelist() if "ppt/slide" in one or "ppt/pres" in one
            or one == _TYPES or one.endswith(".rels")]))
        length = packed.getinfo(part).file_size
    start = data.draw(st.integers(0, length - 1))
    end = data.draw(st.integers(start, min(length, start + 200)))
    put = data.draw(st.binary(max_size=5))
    broken = changed(template, part, lambda old: old[:start] + put + old[end:])
    try:
        made = to_pptx(decks.deck(decks.slide(decks.SHARES)), broken)
    except TemplateError as error:
        assert str(error) in ("damaged", "no_layouts", "macros")  # noqa: PT017
    else:
        assert made.startswith(b"PK")
