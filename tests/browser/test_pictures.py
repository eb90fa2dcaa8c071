"""What can be taken away from a chart: looked at as a reader of the file would."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from didgah.language.messages import text

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

SVG = "{http://www.w3.org/2000/svg}"


def _save(page, label: str, folder: Path) -> Path:
    with page.expect_download() as waiting:
        page.get_by_text(label, exact=True).click()
    target = folder / waiting.value.suggested_filename
    waiting.value.save_as(target)
    return target


@pytest.mark.parametrize("language", ["fa", "en"])
def test_picture_and_table_stand_alone(visit, server, tmp_path, language):
    tab = visit()
    page = tab.open(f"{server.url}/?lang={language}&languages=fa&grain=year")
    page.wait_for_selector(".js-plotly-plot .main-svg")
    said = page.locator("p.sentence").inner_text()
    page.locator(".st-key-take_coverage button").first.click()
    page.wait_for_selector(".pictures button")

    title = text("overview.coverage", language)
    drawing = ET.parse(_save(page, text("downloads.svg", language), tmp_path)).getroot()
    lines = ["".join(one.itertext()) for one in drawing.findall(f"{SVG}text")]
    assert lines[0] == title
    caption = " ".join(lines[1:])
    assert " ".join(said.split()) in caption
    assert text("downloads.source_sample", language) in caption
    style = drawing.find(f"{SVG}style")
    assert style is not None
    assert "data:font/woff2;base64," in style.text
    chart = drawing.find(f"{SVG}svg")
    assert chart is not None
    assert len(list(chart.iter(f"{SVG}path"))) > 20, "the bars are in it"
    assert not [one for one in drawing.iter() if "href" in one.attrib]

    picture = Image.open(_save(page, text("downloads.png", language), tmp_path))
    assert picture.width == 2400
    assert picture.height == 2 * int(drawing.get("height"))
    colours = picture.convert("RGB").getcolors(1 << 24)
    assert len(colours) > 50, "it is no blank sheet"

    table = _save(page, text("downloads.csv", language), tmp_path).read_bytes()
    assert table.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(table.decode("utf-8-sig"))))
    about = [row[0] for row in rows if row and row[0].startswith("# ")]
    assert about[0] == f"# {title}"
    assert len(about) >= 5
    assert tab.outside == []
    assert tab.errors == []
