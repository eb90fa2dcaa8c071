"""Text on slides: every paragraph with its direction, every run with its language and faces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from pptx.dml.color import RGBColor
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.oxml.xmlchemy import BaseOxmlElement
from pptx.text.text import TextFrame, _Paragraph
from pptx.util import Pt

from didgah.addresses import is_web
from didgah.charts import theme
from didgah.highlight import direction, inert
from didgah.language import writing

INK, QUIET = theme.colours()["text"], theme.colours()["muted"]
_TAGS = {"fa": "fa-IR", "ar": "ar-SA", "ru": "ru-RU", "en": "en-GB"}
# The theme's faces: an organisation's template decides them, and its empty slots are filled
# (`template.FACE`).
FACES = {"latin": "+mn-lt", "ea": "+mn-ea", "cs": "+mn-cs"}
_ISOLATES = re.compile("[\u2066-\u2069]")
_MARK = {"rtl": "\u200f", "ltr": "\u200e"}
_RIGHT = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
_LEFT = "[A-Za-z\u00c0-\u02af\u0370-\u052f]"
# From a letter that runs the other way to the last such letter before one of the text's own way.
_TURNED = {
    "rtl": re.compile(f"({_LEFT}(?:(?:(?!{_RIGHT}).)*{_LEFT})?)", re.S),
    "ltr": re.compile(f"({_RIGHT}(?:(?:(?!{_LEFT}).)*{_RIGHT})?)", re.S),
}
_PERSIAN_ONLY = re.compile("[پچژگکی]")
Side = Literal["start", "centre", "end", "own"]


@dataclass(frozen=True, slots=True)
class Style:
    """`size` in points, `colour` as hex."""

    size: float
    colour: str = INK
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """Words of one look; `language` "" is the deck's. `link` is kept when it is of the web."""

    text: str
    style: Style
    language: str = ""
    link: str = ""


def legible(text: str, way: str = "ltr") -> str:
    """`text` as XML and PowerPoint can hold it, inert (`highlight.inert`).

    Office does not follow Unicode's isolates everywhere; the marks of direction that take their
    place in a paragraph running `way` keep names and numbers apart just as well here.
    """
    return inert(_ISOLATES.sub(_MARK[way], text))


def tag(language: str) -> str:
    """BCP 47 tag that Office has a proofing language for; unknown ones as they are."""
    known = re.fullmatch("[a-z]{2,3}", language)
    return _TAGS.get(language, language if known else _TAGS["en"])


def way_of(text: str, language: str) -> Literal["rtl", "ltr"]:
    """The direction of `text` by its letters; of `language` when it has none."""
    found = direction(text)
    return writing.direction(language) if found == "auto" else found


def write(
    frame: TextFrame, parts: Sequence[Part], language: str, side: Side = "start",
    after: float = 0,
) -> None:
    """Add a paragraph to `frame`, whose language is `language` (the deck's).

    `side` "start" and "end" are the deck's; "own" is where the text itself begins. Words of
    articles run the way of most of their letters, the deck's own words the deck's way as long as
    a letter of theirs does. `after` is the space below in points.
    """
    first = frame.paragraphs[0]
    empty = len(frame.paragraphs) == 1 and not first.runs
    paragraph = first if empty else frame.add_paragraph()
    whole = "".join(one.text for one in parts)
    spoken = parts[0].language or language if parts else language
    quoted = side == "own" or spoken != language
    way = way_of(whole, spoken) if quoted else _way_told(whole, language)
    set_direction(paragraph, way, language, side)
    paragraph.space_before, paragraph.space_after = Pt(0), Pt(after)
    for part in parts:
        for text, spoken in _stretches(legible(part.text, way), part.language or language):
            _run(paragraph, text, spoken, part)


def set_direction(
    paragraph: _Paragraph, way: str, language: str, side: Side = "start"
) -> None:
    """The paragraph's `rtl` flag and its alignment, which is a matter of the deck's `language`."""
    properties = paragraph._p.get_or_add_pPr()
    properties.set("rtl", "1" if way == "rtl" else "0")
    start = way if side == "own" else writing.direction(language)
    if side == "end":
        start = "ltr" if start == "rtl" else "rtl"
    properties.set("algn", "ctr" if side == "centre" else "r" if start == "rtl" else "l")
    properties.set("marL", "0")
    properties.set("indent", "0")
    if not properties.xpath("./a:buNone"):
        properties.append(parse_xml(f"<a:buNone {nsdecls('a')}/>"))


def chart_text(element: BaseOxmlElement, language: str, style: Style) -> None:
    """Give a chart's part (an axis, a legend, its labels) text properties of its own."""
    for old in element.xpath("./c:txPr"):
        element.remove(old)
    right = int(writing.mirrored(language))
    made = parse_xml(
        f'<c:txPr {nsdecls("c", "a")}><a:bodyPr/><a:lstStyle/><a:p><a:pPr rtl="{right}">'
        f'<a:defRPr lang="{tag(language)}" sz="{round(style.size * 100)}" b="{int(style.bold)}">'
        f'<a:solidFill><a:srgbClr val="{style.colour[1:]}"/></a:solidFill>{_faces()}'
        f'</a:defRPr></a:pPr><a:endParaRPr lang="{tag(language)}"/></a:p></c:txPr>'
    )
    element.get_or_add_txPr()  # finds the place that the schema has for it
    element.replace(element.xpath("./c:txPr")[0], made)


def _way_told(text: str, language: str) -> str:
    way = writing.direction(language)
    own = re.compile(_RIGHT if way == "rtl" else _LEFT)
    return way if own.search(text) else way_of(text, language)


def _faces() -> str:
    return "".join(f'<a:{name} typeface="{face}"/>' for name, face in FACES.items())


def _run(paragraph: _Paragraph, text: str, language: str, part: Part) -> None:
    run = paragraph.add_run()
    run.text = text
    run.font.size, run.font.bold = Pt(part.style.size), part.style.bold
    run.font.color.rgb = RGBColor.from_string(part.style.colour[1:])
    properties = run._r.get_or_add_rPr()
    properties.set("lang", tag(language))
    properties.set("dirty", "0")
    for name, face in FACES.items():
        properties.append(parse_xml(f'<a:{name} {nsdecls("a")} typeface="{face}"/>'))
    if part.link and is_web(part.link):
        run.hyperlink.address = part.link


def _stretches(text: str, language: str) -> Iterable[tuple[str, str]]:
    """Pieces of `text` with their languages: what is written the other way is another's."""
    way = writing.direction(language)
    for n, piece in enumerate(_TURNED[way].split(text)):
        if piece:
            yield piece, _guessed(piece) if n % 2 else language


def _guessed(piece: str) -> str:
    if re.match(_RIGHT, piece):
        return "fa" if _PERSIAN_ONLY.search(piece) else "ar"
    return "ru" if "\u0400" <= piece[0] <= "\u052f" else "en"
