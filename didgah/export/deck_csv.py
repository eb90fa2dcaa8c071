"""The tables of a deck as CSV files in one archive."""

from __future__ import annotations

import io
import re
import zipfile

import pandas as pd

from didgah.briefing.slides import Deck, Table
from didgah.export import slide_tables
from didgah.export.csv_text import to_csv
from didgah.language.messages import text


def to_zip(deck: Deck) -> bytes:
    """A ZIP with one CSV a slide ("01-timeline.csv") and "evidence.csv", each as `to_csv`.

    Numbers and days are values, with the headline, the scope, n, source and data version below.
    """
    out = io.BytesIO()
    version = text("downloads.version", deck.language, version=deck.version)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as files:
        for place, slide in enumerate(deck.slides, 1):
            about = (slide.headline, slide.reading, slide.n_words, slide.scope, slide.source,
                     version, slide.link)
            table = slide_tables.table(slide, deck.language)
            kind = re.sub(r"[^a-z_]", "", slide.kind)
            _add(files, f"{place:02}-{kind}.csv", table, about, deck)
        _add(files, "evidence.csv", slide_tables.evidence(deck), (deck.title, version), deck)
    return out.getvalue()


def _add(
    files: zipfile.ZipFile, name: str, table: Table, about: tuple[str, ...], deck: Deck
) -> None:
    rows = [[cell.words if cell.value is None else cell.value for cell in row]
            for row in table.rows]
    columns = [str(n) for n in range(len(table.columns))]  # names may come twice
    frame = pd.DataFrame(rows, columns=columns, dtype=object)
    when = zipfile.ZipInfo(name, deck.made.timetuple()[:6])
    when.compress_type = zipfile.ZIP_DEFLATED
    files.writestr(when, to_csv(frame, dict(zip(columns, table.columns, strict=True)), about))
