"""LibreOffice opens what is written, shows every slide and joins no word out of order."""

import shutil
import subprocess
import unicodedata

import pytest

from didgah.export.pptx.deck import to_pptx
from tests.didgah.export.pptx import decks

_TOOLS = ("soffice", "pdftotext", "pdfinfo")

pytestmark = pytest.mark.skipif(
    not all(map(shutil.which, _TOOLS)),
    reason="LibreOffice Impress and poppler-utils are not installed",
)


def test_libreoffice_shows_every_slide_with_its_persian_words(tmp_path):
    made = decks.whole()
    file = tmp_path / "deck.pptx"
    file.write_bytes(to_pptx(made))
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless",
         "--convert-to", "pdf", "--outdir", str(tmp_path), str(file)],
        check=True, capture_output=True, timeout=200)
    told = subprocess.run(["pdfinfo", str(tmp_path / "deck.pdf")], check=True,
                          capture_output=True, text=True).stdout
    pages = int(told.partition("Pages:")[2].split()[0])
    assert pages >= len(made.slides) + 2
    written = subprocess.run(["pdftotext", str(tmp_path / "deck.pdf"), "-"], check=True,
                             capture_output=True, text=True).stdout
    written = unicodedata.normalize("NFKC", written)
    for words in ("نمونه", "دیدارها", "کازان", "همکاری", "گسترش", "شمارش"):
        assert unicodedata.normalize("NFKC", words) in written
    assert "The forum will grow." in written
