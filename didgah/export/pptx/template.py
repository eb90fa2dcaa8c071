"""What the slides are made on: the project's own master, or an organisation's template."""

from __future__ import annotations

import io
import zipfile
import zlib

from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PythonPptxError
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.presentation import Presentation as Opened
from pptx.slide import SlideLayout
from pptx.util import Emu, Inches

from didgah.charts import theme

# No deck can carry its fonts (PowerPoint embeds only what it has itself), so the face must be on
# the readers' machines. Tahoma comes with Windows and with Office for the Mac and holds Latin,
# Cyrillic, Arabic and the Persian letters with the half-space; elsewhere a like one stands in.
FACE = "Tahoma"

_MOST_BYTES = 60_000_000
_MOST_UNPACKED = 300_000_000
_MOST_PARTS = 5_000
_MOST_RATIO = 200  # deflated XML rarely passes 50
_SMALL = 1_000_000  # bytes of a part whose ratio does not matter
_OLE = b"\xd0\xcf\x11\xe0"
_TYPES = "[Content_Types].xml"
_TEMPLATE = b"presentationml.template.main+xml"
_PRESENTATION = b"presentationml.presentation.main+xml"
_DRAWING = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}
# What zip, XML and python-pptx raise for files that are not what they say.
_FAULTS = (
    zipfile.BadZipFile, zlib.error, etree.LxmlError, PythonPptxError, KeyError, ValueError,
    AttributeError, IndexError, TypeError, NotImplementedError, RuntimeError, EOFError, OSError,
)


class TemplateError(ValueError):
    """A template that cannot be used; `key` is the message that says why (one field, `file`)."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.key = f"pptx.template.{reason}"


def opened(template: bytes | None) -> Opened:
    """An empty presentation on `template` (.pptx or .potx), or on the project's own master.

    Raises TemplateError: "encrypted", "macros", "large" (a zip bomb too), "damaged",
    "no_layouts".
    """
    if template is None:
        return _own()
    try:
        deck = Presentation(io.BytesIO(_checked(template)))
        _clear(deck)
        _complete_faces(deck)
        for layout in deck.slide_layouts:  # parts are read when they are asked for
            for one in layout.placeholders:
                _ = one.placeholder_format.type, one.left, one.top, one.width, one.height
        size = (deck.slide_width, deck.slide_height)
        _ = deck.core_properties  # made when the file does not lead to its own, beside them
        names = [str(one.partname) for one in deck.part.package.iter_parts()]
        if len(set(names)) < len(names):
            raise TemplateError("damaged")
    except TemplateError:
        raise
    except _FAULTS as error:
        raise TemplateError("damaged") from error
    if not len(deck.slide_layouts) or not all(size):
        raise TemplateError("no_layouts")
    return deck


def layout_for(deck: Opened, wanted: PP_PLACEHOLDER | None) -> SlideLayout:
    """The layout for a slide whose body is of type `wanted`: a title and as little else as can be.

    None asks for a title slide.
    """
    def worth(layout: SlideLayout) -> int:
        types = [one.placeholder_format.type for one in layout.placeholders]
        if wanted is None:
            return (4 * (PP_PLACEHOLDER.CENTER_TITLE in types)
                    + 2 * (PP_PLACEHOLDER.SUBTITLE in types) + (PP_PLACEHOLDER.TITLE in types))
        bodies = sum(one in _BODIES for one in types)
        return (20 * (PP_PLACEHOLDER.TITLE in types) + 6 * (wanted in types)
                + 4 * (PP_PLACEHOLDER.OBJECT in types) + 2 * (PP_PLACEHOLDER.BODY in types)
                - 5 * max(0, bodies - 1) - 6 * (PP_PLACEHOLDER.PICTURE in types))

    return max(deck.slide_layouts, key=worth)


_BODIES = (PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.CHART, PP_PLACEHOLDER.TABLE)


def _checked(template: bytes) -> bytes:
    """The file as a presentation, after what can be known without unpacking it."""
    if template.startswith(_OLE):  # encrypted Office files are OLE; so are those before 2007
        raise TemplateError("encrypted")
    if len(template) > _MOST_BYTES:
        raise TemplateError("large")
    with zipfile.ZipFile(io.BytesIO(template)) as packed:
        parts = packed.infolist()
        if any(one.flag_bits & 1 for one in parts):
            raise TemplateError("encrypted")
        # Python reads no more of a part than its entry states, so the statement can be trusted.
        if len(parts) > _MOST_PARTS or sum(one.file_size for one in parts) > _MOST_UNPACKED or any(
            one.file_size > max(_SMALL, _MOST_RATIO * one.compress_size) for one in parts
        ):
            raise TemplateError("large")
        types = packed.read(_TYPES)
        if b"macroEnabled" in types or any("vbaproject" in one.filename.lower() for one in parts):
            raise TemplateError("macros")
        if _TEMPLATE not in types:
            return template
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as changed:
            for one in parts:
                content = packed.read(one)
                if one.filename == _TYPES:
                    content = content.replace(_TEMPLATE, _PRESENTATION)
                changed.writestr(one.filename, content)
    return out.getvalue()


def _clear(deck: Opened) -> None:
    """Take out the slides that a template brings as examples."""
    listed = deck.slides._sldIdLst  # python-pptx has no public way to take a slide out
    for one in list(listed):
        deck.part.drop_rel(one.rId)
        listed.remove(one)
    for sections in deck.element.xpath("//*[local-name()='sectionLst']"):
        extension = sections.getparent()
        extension.getparent().remove(extension)


def _complete_faces(deck: Opened) -> None:
    """Name a complex-script face where a theme leaves it open, as Latin-script templates do."""
    for master in deck.slide_masters:
        part = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
        root = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False))
        for one in root.iterfind(".//a:fontScheme/*/a:cs", _DRAWING):
            if not one.get("typeface"):
                one.set("typeface", FACE)
        part.blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _own() -> Opened:
    """python-pptx's empty presentation made wide, with the project's faces and colours."""
    deck = Presentation()
    _clear(deck)
    master, wide = deck.slide_master, Inches(13.333)
    by = wide / deck.slide_width
    for shapes in (master.shapes, *(layout.shapes for layout in deck.slide_layouts)):
        for one in shapes:
            if one._element.xpath("./p:spPr/a:xfrm"):  # else it follows its master
                one.left, one.width = Emu(round(one.left * by)), Emu(round(one.width * by))
    deck.slide_width = wide
    for one in list(deck.slide_layouts):
        if one.name not in ("Title Slide", "Title Only"):
            deck.slide_layouts.remove(one)
    for one in master.placeholders:
        if one.placeholder_format.type == PP_PLACEHOLDER.TITLE:
            one.left, one.top = Inches(0.5), Inches(0.3)
            one.width, one.height = wide - Inches(1), Inches(0.95)
    for one in deck.slide_layouts[0].placeholders:
        if one.placeholder_format.type == PP_PLACEHOLDER.CENTER_TITLE:
            one.left, one.top = Inches(0.5), Inches(1.4)
            one.width, one.height = wide - Inches(1), Inches(1.5)
    part = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    root = etree.fromstring(part.blob, etree.XMLParser(resolve_entities=False))
    for one in root.xpath(".//a:fontScheme/*/*[self::a:latin or self::a:cs]", namespaces=_DRAWING):
        one.set("typeface", FACE)
    for n, colour in enumerate((theme.colours()["accent"], *theme.sequence()[1:6]), 1):
        for one in root.iterfind(f".//a:clrScheme/a:accent{n}/a:srgbClr", _DRAWING):
            one.set("val", colour[1:])
    for one in root.iterfind(".//a:clrScheme/a:hlink/a:srgbClr", _DRAWING):
        one.set("val", theme.colours()["accent"][1:])
    part.blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return deck
