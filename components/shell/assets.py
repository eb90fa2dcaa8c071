"""Files served beside the pages that Streamlit does not serve itself."""

from __future__ import annotations

from pathlib import Path

import plotly
from starlette.requests import Request
from starlette.responses import FileResponse
from starlette.routing import Route

from components.shell import present, short_address

# The library the pictures for download are drawn with; straight from the installed package,
# so that its version is that of the figures.
_PLOTLY = Path(plotly.__file__).resolve().parent / "package_data" / "plotly.min.js"


def _plotly(request: Request) -> FileResponse:
    return FileResponse(
        _PLOTLY, media_type="text/javascript", headers={"Cache-Control": "max-age=86400"}
    )


# Below any base path that a proxy or `server.baseUrlPath` puts in front.
ROUTES = (
    Route("/{base:path}didgah-assets/plotly.js", _plotly),
    Route("/{base:path}" + short_address.PATH + "/{code}", short_address.lead),
    Route("/{base:path}" + present.PATH + "/{briefing}", present.page),
)
