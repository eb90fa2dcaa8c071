"""Beside an article: who else printed its text, and what an article of two texts tells."""

from __future__ import annotations

from html import escape

import streamlit as st

from components import data, links
from didgah.describe import Namer, isolated, join
from didgah.highlight import inert
from didgah.language.calendars import format_date
from didgah.language.messages import plural, text
from didgah.language.numbers import format_percent
from didgah.queries import reprints
from didgah.queries.reprints import Copy

_SHOWN = 12


def panel(article: str, say: Namer) -> None:
    """The other articles with this text, each with what it shares with the first."""
    group = data.ask(reprints.group_of, article)
    if not group:
        return
    language = say.language
    st.html(f'<h4 class="aside-heading">{escape(text("reader.reprints", language))}</h4>')
    first = group[0]
    told = text("reader.first_printed" if first.sure else "reader.first_unsure", language,
                outlet=isolated(inert(say("outlets", first.outlet))))
    items = "".join(_item(one, article, first, say) for one in group[:_SHOWN])
    st.html(f'<p class="small">{escape(told)}</p><ul class="copies">{items}</ul>')
    if len(group) > _SHOWN:
        more = plural("reader.all_copies", language, len(group))
        links.link("reader", more, links.current().filters.from_query(f"texts={first.article}"))


def _item(one: Copy, here: str, first: Copy, say: Namer) -> str:
    language = say.language
    outlet = escape(inert(say("outlets", one.outlet)))
    name = f"<b><bdi>{outlet}</bdi></b>" if one.article == here else (
        f'<a href="{escape(links.url_for("reader", article=one.article))}" target="_self">'
        f"<bdi>{outlet}</bdi></a>")
    when = format_date(one.day, language) if one.day else text(
        "reader.published_unknown", language)
    facts = [escape(when)]
    if one.article == here:
        facts.append(escape(text("reader.this_one", language)))
    if not one.first:
        facts.append(escape(text("reader.shares", language,
                                 share=format_percent(one.contained, language))))
    if one.cites:
        cited = join([isolated(inert(say("outlets", key))) for key in one.cites], "and", language)
        facts.append(escape(text("reader.cites", language, outlets=cited)))
    if not one.first:
        address = links.url_for("reader", article=one.article, diff=first.article)
        facts.append(f'<a href="{escape(address)}" target="_self">'
                     f'{escape(text("reader.differences", language))}</a>')
    return f"<li>{name}<small>{' · '.join(facts)}</small></li>"
