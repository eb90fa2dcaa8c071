"""What was put aside: in order, in the presenter's words, on its way out."""

from components import briefing_page, links

briefing_page.show(links.current())
