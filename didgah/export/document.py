"""An HTML document that holds all it needs and may ask for nothing."""

from __future__ import annotations

import base64
import hashlib

from didgah.export.faces import faces
from didgah.export.markup import told
from didgah.language.writing import direction


def document(
    title: str, language: str, content: str, style: str, script: str, kind: str = ""
) -> str:
    """A page with `content` in its body, the fonts for its letters, `style` and `script`.

    `kind` is the class of the root. `content` is markup; whoever gives it has escaped it.
    """
    style = faces(content) + style
    return (
        f'<!doctype html>\n<html lang="{language}" dir="{direction(language)}"'
        f'{f" class={kind}" if kind else ""}><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(style, script)}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer"><meta name="robots" content="noindex">'
        f"<title>{told(title)}</title><style>{style}</style></head><body>{content}"
        f"<script>{script}</script></body></html>\n"
    )


def policy(page: str) -> str:
    """The content policy that a page of `document` carries; "" for another."""
    return page.partition('Content-Security-Policy" content="')[2].partition('"')[0]


def _policy(style: str, script: str) -> str:
    def digest(written: str) -> str:
        return base64.b64encode(hashlib.sha256(written.encode()).digest()).decode()

    return (
        f"default-src 'none'; style-src 'sha256-{digest(style)}'; "
        f"script-src 'sha256-{digest(script)}'; font-src data:; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
