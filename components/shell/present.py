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
from html import escape
from threading import Lock

import duckdb
from starlette.requests import Request
from starlette.responses import HTMLResponse

from components import briefing_deck, briefing_store, data, links
from components.shell.headers import frame_ancestors
from didgah.briefing import saved
from didgah.briefing.context import Context
from didgah.briefing.items import Briefing, BriefingError
from didgah.briefing.slides import Deck
from didgah.export.deck_page import to_html
from didgah.export.document import policy
from didgah.language import calendars
from didgah.language.messages import INTERFACE_LANGUAGES, text
from didgah.language.writing import direction
from didgah.store.layout import StoreError

PATH = "present"
_KEPT = 12  # pages, each below a megabyte
_UNREADABLE = (StoreError, OSError, duckdb.Error)

_shown: OrderedDict[tuple[str, str], Deck] = OrderedDict()  # what was shown last, by briefing
_lock = Lock()


def page(request: Request) -> HTMLResponse:
    """The page, or a small one that says why there is none."""
    language = _language(request)
    asked = links.read(request.query_params.multi_items())
    calendars.choose(asked.calendar)
    try:
        briefing = _briefing(request.path_params["briefing"])
    except (BriefingError, *_UNREADABLE):
        return _refusal(503, "unreadable", language)
    if briefing is None:
        return _refusal(404, "gone", language)
    if request.query_params.get("lang") == asked.language:
        briefing = replace(briefing, language=asked.language)
    deck, note = _deck(briefing, asked.version, _base(request))
    if deck is None:
        return _refusal(503, "unreadable", language)
    return _answer(_page(deck, note))


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


def _language(request: Request) -> str:
    """Of the words that say why there is no page: as asked, or the browser's."""
    accepted = request.headers.get("accept-language", "").replace(" ", "").split(",")
    wanted = [request.query_params.get("lang", ""), *(one[:2].lower() for one in accepted)]
    return next((one for one in wanted if one in INTERFACE_LANGUAGES), INTERFACE_LANGUAGES[0])


def _refusal(status: int, why: str, language: str) -> HTMLResponse:
    title, advice = (text(f"present.{part}", language) for part in (why, f"{why}_advice"))
    return _answer(
        f'<!doctype html><html lang="{language}" dir="{direction(language)}">'
        '<head><meta charset="utf-8"><meta name="color-scheme" content="light dark">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title></head>"
        f"<body><h1>{escape(title)}</h1><p>{escape(advice)}</p>"
        f'<p><a href="../briefing?lang={language}">{escape(text("briefing.all", language))}</a></p>'
        "</body></html>", status)


def _answer(written: str, status: int = 200) -> HTMLResponse:
    rules = policy(written) or "default-src 'none'; base-uri 'none'; form-action 'none'"
    return HTMLResponse(written, status, headers={
        "Content-Security-Policy": f"{rules}; {frame_ancestors()}",
        "Cache-Control": "no-cache",
    })
