"""A briefing as one web page that needs nothing else: to be read, to be printed, to be shown."""

from didgah.export.deck_page.page import to_html

__all__ = ["to_html"]
