"""A briefing on one sheet of A4: «برگهٔ توجیهی»."""

from didgah.briefing.slides import Deck
from didgah.export.chromium import pdf
from didgah.export.one_page.sheet import to_html

__all__ = ["to_html", "to_pdf"]


def to_pdf(deck: Deck) -> bytes:
    """The sheet as a PDF of one page. Raises chromium.PrintError."""
    return pdf(to_html(deck))
