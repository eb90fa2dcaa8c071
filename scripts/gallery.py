"""Every page in every language, theme and width, on one sheet to look at.

`make gallery` writes `build/gallery/index.html` and one picture per view beside it.
"""

from __future__ import annotations

import argparse
import itertools
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from components.shell.pages import HOME, PAGES
from didgah.language.messages import INTERFACE_LANGUAGES
from scripts import browsing

LOCALES = {"fa": "fa-IR", "en": "en-US", "ru": "ru-RU", "ar": "ar-SA"}
HEIGHTS = {1440: 900, 1024: 768, 390: 844}
THUMBNAIL = 360  # pixels, the width of a picture on the sheet


@dataclass(frozen=True, slots=True)
class View:
    """One picture: an address of the dashboard as one visitor sees it."""

    where: str  # path and query without the language
    language: str
    theme: str  # "light" or "dark"
    width: int  # CSS pixels

    @property
    def file(self) -> str:
        """Name of its picture."""
        place = "".join(c if c.isalnum() else "-" for c in self.where) or HOME.name
        return f"{place}-{self.language}-{self.theme}-{self.width}.png"

    @property
    def address(self) -> str:
        """Path and query with the language."""
        return f"/{self.where}{'&' if '?' in self.where else '?'}lang={self.language}"


def views(
    where: Sequence[str], languages: Sequence[str], themes: Sequence[str], widths: Sequence[int]
) -> Iterator[View]:
    """Every combination, pages outermost."""
    for place, language, theme, width in itertools.product(where, languages, themes, widths):
        yield View(place, language, theme, width)


def shoot(browser: Browser, url: str, view: View, folder: Path) -> float:
    """Take the picture of the whole page; seconds until it was at rest."""
    context = browser.new_context(
        locale=LOCALES[view.language],
        viewport={"width": view.width, "height": HEIGHTS.get(view.width, 900)},
        color_scheme=view.theme,
    )
    context.add_init_script(browsing.SEEN_TOUR)
    page = context.new_page()
    start = time.perf_counter()
    page.goto(url + view.address)
    browsing.settle(page)
    seconds = time.perf_counter() - start
    page.wait_for_timeout(700)  # Plotly draws after the script has ended
    # Streamlit scrolls an inner box: a window as high as its content shows all of it.
    height = page.evaluate(
        "document.querySelector('[data-testid=stMain]')?.scrollHeight ?? innerHeight")
    page.set_viewport_size({"width": view.width, "height": min(int(height) + 8, 6000)})
    page.wait_for_timeout(300)
    page.screenshot(path=folder / view.file)
    context.close()
    return seconds


def sheet(folder: Path, shots: Sequence[View]) -> Path:
    """Write the contact sheet over the pictures in `folder`: rows are pages, columns the rest."""
    columns = sorted({(one.width, one.language, one.theme) for one in shots}, reverse=True)
    places = list(dict.fromkeys(one.where for one in shots))
    head = "".join(f"<th>{escape(' · '.join(map(str, column)))}</th>" for column in columns)
    rows = []
    for place in places:
        cells = []
        for width, language, theme in columns:
            view = View(place, language, theme, width)
            cells.append(f"<td><a href='{view.file}'><img src='thumbs/{view.file}'></a></td>"
                         if view in shots else "<td></td>")
        rows.append(f"<tr><th>{escape(place or HOME.name)}</th>{''.join(cells)}</tr>")
    thumbs = folder / "thumbs"
    thumbs.mkdir(exist_ok=True)
    for view in shots:
        with Image.open(folder / view.file) as picture:
            ratio = THUMBNAIL / picture.width
            picture.resize((THUMBNAIL, round(picture.height * ratio))).save(thumbs / view.file)
    page = folder / "index.html"
    page.write_text(
        "<!doctype html><meta charset=utf-8><title>Didgah, every page</title>"
        "<style>body{font:13px sans-serif}td{vertical-align:top;padding:4px}"
        "img{border:1px solid #bbb}th{position:sticky;top:0;background:#fff}</style>"
        f"<table><tr><th></th>{head}</tr>{''.join(rows)}</table>",
        encoding="utf-8",
    )
    return page


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 0 when every picture was taken."""
    parser = argparse.ArgumentParser(prog="python -m scripts.gallery", description=__doc__)
    pages = ["" if one is HOME else one.name for one in PAGES]
    parser.add_argument("where", nargs="*", default=pages, metavar="PATH?QUERY",
                        help="views to take (default: every page)")
    parser.add_argument("--languages", default=",".join(INTERFACE_LANGUAGES))
    parser.add_argument("--themes", default="light,dark")
    parser.add_argument("--widths", default="1440,1024,390")
    parser.add_argument("--out", type=Path, default=browsing.ROOT / "build" / "gallery")
    parser.add_argument("--url", help="a dashboard that runs already")
    asked = parser.parse_args(arguments)
    executable = browsing.chromium()
    if executable is None:
        parser.exit(1, "no Chromium here: install Debian's `chromium`\n")
    asked.out.mkdir(parents=True, exist_ok=True)
    shots = list(views(asked.where, asked.languages.split(","), asked.themes.split(","),
                       [int(one) for one in asked.widths.split(",")]))
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        process, url = None, asked.url
        if url is None:
            browsing.build_sample(Path(scratch))
            process, url = browsing.serve(Path(scratch), Path(scratch) / "log")
        browser = playwright.chromium.launch(executable_path=executable, args=browsing.FLAGS)
        try:
            for view in shots:
                print(f"{shoot(browser, url, view, asked.out):5.1f} s  {view.file}", flush=True)
        finally:
            browser.close()
            if process:
                process.terminate()
                process.wait(20)
    print(sheet(asked.out, shots))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
