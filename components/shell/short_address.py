"""Where a short link leads: a redirect to the address that its code stands for."""

from __future__ import annotations

from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from components.shell import refusal
from components.shell.pages import BY_NAME
from didgah.store import layout, short_links

PATH = "go"


def lead(request: Request) -> Response:
    """302 to a page of ours, below whatever path we are served at; a small page otherwise."""
    code, home = request.path_params["code"], layout.home()
    for folder in (layout.corpus(home), layout.sample(home)):
        address = short_links.find(folder, code)
        if address and address.partition("?")[0] in BY_NAME:
            # Relative, so that nothing of the request decides where it leads.
            return RedirectResponse("../" + quote(address, safe="/?&=%+:,;~!*'()-._"), 302)
    return refusal.page(request, 404, "short.gone")
