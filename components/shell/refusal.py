"""Pages of our own routes: whole answers, and small ones that say why there is nothing."""

from __future__ import annotations

from html import escape

from starlette.requests import Request
from starlette.responses import HTMLResponse

from components.shell.headers import frame_ancestors
from didgah.export.document import policy
from didgah.language.messages import INTERFACE_LANGUAGES, text
from didgah.language.writing import direction


def answer(written: str, status: int = 200) -> HTMLResponse:
    """A page under the content policy that it carries, or one that loads nothing."""
    rules = policy(written) or "default-src 'none'; base-uri 'none'; form-action 'none'"
    return HTMLResponse(written, status, headers={
        "Content-Security-Policy": f"{rules}; {frame_ancestors()}",
        "Cache-Control": "no-cache",
    })


def page(request: Request, status: int, why: str) -> HTMLResponse:
    """A small page in the reader's language; `why` is the key of its title, `why`_advice of the
    sentence below, and a link leads to the dashboard."""
    language = language_of(request)
    title, advice = text(why, language), text(f"{why}_advice", language)
    return answer(
        f'<!doctype html><html lang="{language}" dir="{direction(language)}">'
        '<head><meta charset="utf-8"><meta name="color-scheme" content="light dark">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)}</title></head>"
        f"<body><h1>{escape(title)}</h1><p>{escape(advice)}</p>"
        f'<p><a href="../briefing?lang={language}">{escape(text("briefing.all", language))}</a></p>'
        "</body></html>", status)


def language_of(request: Request) -> str:
    """The language to answer in: as asked, or the browser's."""
    accepted = request.headers.get("accept-language", "").replace(" ", "").split(",")
    wanted = [request.query_params.get("lang", ""), *(one[:2].lower() for one in accepted)]
    return next((one for one in wanted if one in INTERFACE_LANGUAGES), INTERFACE_LANGUAGES[0])
