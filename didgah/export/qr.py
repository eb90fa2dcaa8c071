"""QR codes of links (ISO/IEC 18004, by segno)."""

from __future__ import annotations

import io

import segno

_QUIET = 4  # modules of white around a code, as the standard asks


def svg(link: str) -> bytes | None:
    """The code of `link` as SVG of any size; None for one too long (about 2,900 bytes)."""
    return _written(link, kind="svg", xmldecl=False, omitsize=True)


def png(link: str, scale: int = 8) -> bytes | None:
    """The code of `link` as PNG, `scale` pixels a module; None for one too long."""
    return _written(link, kind="png", scale=scale)


def _written(link: str, **how: object) -> bytes | None:
    try:
        # The least correction gives the largest modules: the code is shown, not printed on boxes.
        code = segno.make_qr(link, error="l", boost_error=False)
    except segno.DataOverflowError:
        return None
    out = io.BytesIO()
    code.save(out, border=_QUIET, light="white", **how)
    return out.getvalue()
