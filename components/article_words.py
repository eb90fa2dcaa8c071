"""Words of articles on a page: each block with its own language and direction.

Titles, sentences, statements and lines of a concordance are not in the language of the page.
Screen readers choose their voice by `lang`, browsers the side a line begins on by `dir`, so
every piece of article text is written out here.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from didgah.highlight import Mark, direction, inert, segments, to_html
from didgah.language import writing
from didgah.language.messages import text
from didgah.model import LANGUAGES, Span


def attributes(words: str, spoken: str) -> str:
    """`lang` and `dir` for `words` out of an article in `spoken`, as HTML attributes.

    The direction is that of most letters, and of the language where there are none.
    """
    lang = f'lang="{spoken}" ' if spoken in LANGUAGES else 'lang="" '
    way = direction(words)
    if way == "auto" and spoken in LANGUAGES:
        way = writing.direction(spoken)
    return f'{lang}dir="{way}"'


def block(
    words: str, spoken: str, tag: str = "bdi", *, name: str = "", inner: str | None = None,
    href: str = "",
) -> str:
    """`words` as one element of safe HTML, of class `name`.

    `inner` is what stands in it, as safe HTML, when that is more than the words; `href` is an
    address of ours, for a link.
    """
    more = (f' class="{escape(name)}"' if name else "") + (
        f' href="{escape(href)}" target="_self"' if href else "")
    shown = escape(inert(words)) if inner is None else inner
    return f"<{tag}{more} {attributes(words, spoken)}>{shown}</{tag}>"


def title(words: str, spoken: str, language: str, href: str = "", name: str = "") -> str:
    """An article's title as safe HTML, a link when there is an address (`href`) of ours.

    Without a title, words in `language`, the reader's, say so.
    """
    shown = inert(words).strip()
    tongue = spoken if shown else language
    return block(shown or text("reader.untitled", language), tongue, "a" if href else "bdi",
                 name=name, href=href)


def marked(words: str, spoken: str, spans: Sequence[Span], tag: str = "p", name: str = "") -> str:
    """`words` as one element, with `spans` (offsets into them) highlighted; see `block`."""
    return block(words, spoken, tag, name=name, inner=highlighted(words, spans))


def highlighted(words: str, spans: Sequence[Span]) -> str:
    """`words` as safe HTML without an element of their own, `spans` marked over whole words."""
    return to_html(words, segments(words, [Mark(one.start, one.end, "hit") for one in spans]))


def shortened(words: str, most: int) -> str:
    """`words`, cut before the word that goes beyond `most` characters."""
    return words if len(words) <= most else words[:most].rsplit(None, 1)[0] + "…"
