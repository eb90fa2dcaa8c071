"""The URL is the state: read it, change it, link with it.

The only caller of `st.page_link` and `st.switch_page`. Widgets are seeded from
`current()` before they are made, and their callbacks write back through `set_view` and
`set_filters`. Streamlit's own `bind="query-params"` is not used, because it writes the
labels of options into the URL where we want ids.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextvars import ContextVar
from dataclasses import dataclass, fields, replace
from urllib.parse import quote, urlencode, urlsplit

import streamlit as st

from components.shell.pages import BY_NAME, HOME, streamlit_page
from didgah.filters import Filters
from didgah.highlight import inert
from didgah.language import calendars
from didgah.language.messages import INTERFACE_LANGUAGES
from didgah.model import Calendar

Pairs = list[tuple[str, str]]

_FILTER_NAMES = tuple(item.name for item in fields(Filters))
_FRAME_NAMES = ("lang", "calendar", "version")
# Names of parameters of the functions below: no page calls a view so, and an address that
# does must not reach them as keywords.
_TAKEN = ("self", "page", "label", "filters", "icon", "help", "width", "interface",
          "dates")
_MAX_VIEW_VALUE = 500

# The views that this run of the page asked for, with the values in force.
_seen: ContextVar[dict[str, str] | None] = ContextVar("views_seen", default=None)
# How often each link to the page itself was drawn in this run.
_drawn: ContextVar[dict[str, int] | None] = ContextVar("links_drawn", default=None)


@dataclass(frozen=True, slots=True)
class State:
    """What the URL says: the question, the page's own view, language and data version.

    `version` is the pinned data version, "" for the latest. `ignored` holds the
    "name=value" that could not be used. `calendar` is None for the language's own.
    """

    filters: Filters
    view: dict[str, str]
    language: str
    version: str
    ignored: tuple[str, ...]
    calendar: Calendar | None = None

    def pairs(self, filters: Filters | None = None, **view: str | None) -> Pairs:
        """Query parameters of a link: language and version kept, `view` as given."""
        found: Pairs = (self.filters if filters is None else filters).to_pairs()
        found += [(name, str(value)) for name, value in view.items() if value not in (None, "")]
        if self.language != INTERFACE_LANGUAGES[0]:
            found.append(("lang", self.language))
        if self.calendar:
            found.append(("calendar", self.calendar))
        if self.version:
            found.append(("version", self.version))
        return found


def current() -> State:
    """The state in the URL of this session, unusable values left out and listed."""
    pairs: Pairs = [
        (name, value) for name in st.query_params for value in st.query_params.get_all(name)
    ]
    state = read(pairs)
    calendars.choose(state.calendar)  # also in the run of a fragment, which begins nowhere else
    return state


def read(pairs: Pairs) -> State:
    """State from (name, value) pairs; see `current`."""
    filters, ignored = Filters.read(pairs)
    last = dict(pairs)
    language = last.get("lang", INTERFACE_LANGUAGES[0])
    more: list[str] = []
    if language not in INTERFACE_LANGUAGES:
        more.append(f"lang={language[:80]}")
        language = INTERFACE_LANGUAGES[0]
    version = last.get("version", "")
    if version and not (version.isascii() and version.isalnum() and len(version) <= 64):
        more.append(f"version={version[:80]}")
        version = ""
    calendar = next((one for one in calendars.WRITTEN if one == last.get("calendar")), None)
    if last.get("calendar") and calendar is None:
        more.append(f"calendar={last['calendar'][:80]}")
    view = {
        name: value[:_MAX_VIEW_VALUE]
        for name, value in last.items()
        if name not in _FILTER_NAMES + _FRAME_NAMES + _TAKEN
    }
    return State(filters, view, language, version, (*ignored, *more), calendar)


def view(name: str, default: str, allowed: Sequence[str] | None = None) -> str:
    """The page-view parameter `name`, or `default` when absent or not among `allowed`."""
    value = current().view.get(name, default)
    value = value if allowed is None or value in allowed else default
    seen = _seen.get()
    if seen is not None:
        seen[name] = value
    return value


def begin() -> None:
    """To be called when a run starts: forget what the last one on this thread did."""
    _seen.set({})
    _drawn.set({})


def explicit() -> dict[str, str]:
    """The views the page has asked for since `begin`, with their values, empty ones left out.

    A copied link says them all, so that it keeps its meaning when a default changes.
    """
    return {name: value for name, value in (_seen.get() or {}).items() if value}


def set_view(**params: str | None) -> None:
    """Write page-view parameters into the URL; None or "" takes one out."""
    state = current()
    _write(state.pairs(**(state.view | params)))


def set_filters(filters: Filters) -> None:
    """Write other filters into the URL and keep the rest of the state."""
    state = current()
    _write(state.pairs(filters, **state.view))


def unpin() -> None:
    """Leave the data version that the link pinned and follow the latest one."""
    state = current()
    _write([pair for pair in state.pairs(**state.view) if pair[0] != "version"])


def _write(pairs: Pairs) -> None:
    if pairs != [(n, v) for n in st.query_params for v in st.query_params.get_all(n)]:
        st.query_params.from_dict(_grouped(pairs))


def url_for(
    page: str, filters: Filters | None = None, *, version: str | None = None, **view: str | None
) -> str:
    """A relative address of `page` for use in an `href`, with language and version kept.

    `version` is the data version to be pinned there, when another than here.
    """
    state = current()
    pairs = (state if version is None else replace(state, version=version)).pairs(filters, **view)
    path = "./" if page == HOME.name else page
    return path + ("?" + urlencode(pairs, quote_via=quote) if pairs else "")


def link(
    page: str,
    label: str,
    filters: Filters | None = None,
    *,
    icon: str | None = None,
    help: str | None = None,  # noqa: A002, Streamlit's own name for it
    width: str = "content",
    interface: str | None = None,
    dates: Calendar | None = None,
    version: str | None = None,
    **view: str | None,
) -> None:
    """A link to `page` that carries `filters` (the current ones when None) and `view`.

    `label` is shown as plain text whatever characters it holds; `interface` is the
    language to be read there, `dates` the calendar, `version` the data version to be pinned,
    when they are to change.
    """
    state = current()
    if interface is not None:
        state = replace(state, language=interface)
    if dates is not None:
        own = dates == calendars.civil_calendar(state.language)
        state = replace(state, calendar=None if own else dates)
    if version is not None:
        state = replace(state, version=version)
    pairs = state.pairs(filters, **view)
    if page == here():
        # A page link to the page it stands on changes the page but not the address.
        st.button(
            plain(label), key=_key(f"{page}?{pairs}{label}"), icon=icon, help=help,
            type="tertiary", width=width, on_click=_write, args=(pairs,),
        )
        return
    st.page_link(  # noqa: TID251
        streamlit_page(BY_NAME[page], state.language),
        label=plain(label),
        icon=icon,
        help=help,
        width=width,
        query_params=_grouped(pairs),
    )


def here() -> str:
    """The name of the page that is shown."""
    name = urlsplit(st.context.url or "").path.rstrip("/").rpartition("/")[2]
    return name if name in BY_NAME else HOME.name  # the root, perhaps of a proxied path


def _key(link: str) -> str:
    """A widget key for a link, also when the same one stands on the page twice."""
    drawn = _drawn.get()
    if drawn is None:  # in the run of a fragment
        drawn = {}
        _drawn.set(drawn)
    drawn[link] = drawn.get(link, 0) + 1
    return f"link {drawn[link]} {link}"


def go(page: str, filters: Filters | None = None, **view: str | None) -> None:
    """Open `page` now, as if the link had been clicked."""
    state = current()
    st.switch_page(  # noqa: TID251
        streamlit_page(BY_NAME[page], state.language),
        query_params=_grouped(state.pairs(filters, **view)),
    )


_MARKDOWN = str.maketrans({c: "\\" + c for c in r"\`*_{}[]()<>#+-.!|~$:&"})


def plain(label: str) -> str:
    """`label` as Streamlit's Markdown shows it to the letter, and inert: see `highlight.inert`."""
    return inert(label).translate(_MARKDOWN)


def _grouped(pairs: Pairs) -> dict[str, str | list[str]]:
    grouped: dict[str, list[str]] = {}
    for name, value in pairs:
        grouped.setdefault(name, []).append(value)
    return {name: values[0] if len(values) == 1 else values for name, values in grouped.items()}
