"""A briefing as one page that is shown in a room: whole when it arrives, so that it stays.

`/present/ID` counts on the data that the briefing is pinned to (`version=` names others,
`lang=` another language of the deck). When those cannot be read it says so and shows the
latest data; when none can, what it showed last.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from datetime import date
from functools import lru_cache
from threading import Lock

import duckdb
from starlette.requests import Request
from starlette.responses import HTMLResponse

from components import briefing_deck, briefing_store, data, links
from components.shell import refusal
from didgah.briefing import saved
from didgah.briefing.context import Context
from didgah.briefing.items import Briefing, BriefingError
from didgah.briefing.slides import Deck
from didgah.export.deck_page import to_html
from didgah.language import calendars
from didgah.language.messages import text
from didgah.store.layout import StoreError

PATH = "present"
_KEPT = 12  # pages, each below a megabyte
_UNREADABLE = (StoreError, OSError, duckdb.Error)

_shown: OrderedDict[tuple[str, str], Deck] = OrderedDict()  # what was shown last, by briefing
_lock = Lock()


def page(request: Request) -> HTMLResponse:
    """The page, or a small one that says why there is none."""
    asked = links.read(request.query_params.multi_items())
    calendars.choose(asked.calendar)
    try:
        briefing = _briefing(request.path_params["briefing"])
    except (BriefingError, *_UNREADABLE):
        return refusal.page(request, 503, "present.unreadable")
    if briefing is None:
        return refusal.page(request, 404, "present.gone")
    if request.query_params.get("lang") == asked.language:
        briefing = replace(briefing, language=asked.language)
    deck, note = _deck(briefing, asked.version, _base(request))
    if deck is None:
        return refusal.page(request, 503, "present.unreadable")
    return refusal.answer(_page(deck, note))


def _briefing(name: str) -> Briefing | None:
    found = saved.current(briefing_store.read(data.folder()))
    return next((one for one in found if one.id == name), None)


def _deck(briefing: Briefing, version: str, base: str) -> tuple[Deck | None, str]:
    """The deck on the data asked for, or another with the words that say so."""
    asked = version or briefing.version
    language, place = briefing.language, (briefing.id, briefing.language)
    try:
        found = data.kept(asked)
        context = Context(found or data.latest(), language, base, date.today())
        deck = briefing_deck.counted(briefing, context)
    except _UNREADABLE:
        with _lock:
            return _shown.get(place), text("present.last_shown", language)
    with _lock:
        _shown[place] = deck
        _shown.move_to_end(place)
        if len(_shown) > _KEPT:
            _shown.popitem(last=False)
    return deck, text("briefing.data_lost", language) if asked and found is None else ""


@lru_cache(_KEPT)
def _page(deck: Deck, note: str) -> str:
    return to_html(deck, room=True, note=note)


def _base(request: Request) -> str:
    """The dashboard's address as the visitor sees it, with "/" at its end."""
    return str(request.url).partition("?")[0].rpartition(f"{PATH}/")[0]
