"""Whether the dashboard can serve, for whoever watches over it.

`/_stcore/health` is Streamlit's and says that the process lives.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse

from components import data
from didgah.store.layout import StoreError


def ready(request: Request) -> JSONResponse:
    """200 with the data version when numbers can be served, else 503; no detail of the host."""
    try:
        version = data.latest().version
    except StoreError:
        return JSONResponse({"ready": False}, 503)
    return JSONResponse({"ready": True, "version": version})
