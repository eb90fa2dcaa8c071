"""What stands in the middle of a slide, as HTML."""

from __future__ import annotations

from didgah.addresses import is_web
from didgah.briefing.slides import (
    Body,
    Cell,
    Chart,
    Cloud,
    Evidence,
    Quote,
    Quotes,
    Record,
    Slide,
    Table,
    Timeline,
)
from didgah.export.figures import lanes, plot
from didgah.export.markup import colour_class, said, spoken, told, value_words
from didgah.highlight import Mark, segments, to_html
from didgah.language.messages import text
from didgah.language.numbers import format_number

_LONG = 280  # characters from which a quote is written smaller
_SIZES = 8  # of the words of a cloud


def body(slide: Slide, language: str) -> str:
    """The slide's body; "" when it has none."""
    match slide.body:
        case Chart() as chart:
            return plot.draw(chart, language, slide.headline)
        case Timeline() as timeline:
            return lanes.draw(timeline, language, slide.headline)
        case Cloud() as cloud:
            return _cloud(cloud)
        case Quotes() as quotes:
            lines = "".join(_quote(one, slide.reading) for one in quotes.quotes)
            return f'<div class="{"lines" if quotes.aligned else "quotes"}">{lines}</div>'
        case Record() as record:
            facts = "".join(
                f"<div><dt>{told(one.label)}</dt><dd>{linked(one.link, told(one.value))}</dd></div>"
                for one in record.facts
            )
            return f'<dl class="record">{facts}</dl>'
        case Table() as table:
            return _table(table.columns, [[_cell(one) for one in row] for row in table.rows])
    return ""


def numbers(found: Body | None, language: str) -> str:
    """What a drawing shows as a table; "" for a body that is words already."""
    match found:
        case Chart():
            counted = any(one.n for one in found.series)
            columns = ["", *(part for one in found.series for part in (
                [one.name, "n"] if counted else [one.name]))]
            rows = []
            for n, category in enumerate(found.categories):
                cells = [f'<th scope="row">{told(category)}</th>']
                for one in found.series:
                    cells.append(_td(value_words(one.values[n], found, language)))
                    if counted:
                        behind = one.n[n] if one.n else None
                        cells.append(_td("" if behind is None else format_number(behind, language)))
                rows.append(cells)
            return _table(columns, rows)
        case Timeline():
            return _table(
                [text(f"meetings.{key}", language) for key in (
                    "date", "column_meeting", "status", "column_where", "column_articles")],
                [[f'<th scope="row">{told(one.when)}</th>', _td(one.title), _td(one.status_words),
                  _td(one.where), _td(format_number(one.articles, language))]
                 for one in found.marks])
        case Cloud():
            return _table(["", found.unit], [
                [f'<th scope="row" {spoken(found.language, one.text)}>{said(one.text)}</th>',
                 _td(one.value_words)] for one in found.words])
    return ""


def evidence(one: Evidence, language: str) -> str:
    """A passage with its citation and where it stands."""
    opens = text("deck.in_dashboard", language)
    where = live(one.where, told(opens)) if is_web(one.where) else ""
    source = linked(one.url, told(text("deck.at_source", language))) if one.url else ""
    links = " · ".join(filter(None, (where, source)))
    return (
        f"<li><blockquote {spoken(one.language, one.text)}>{said(one.text)}</blockquote>"
        f'<p class="cited">{told(one.cited)} {links}</p></li>'
    )


def linked(address: str, inner: str) -> str:
    """`inner` as a link in a new tab when `address` is one of the web, else as it is."""
    if not is_web(address):
        return inner
    return f'<a href="{said(address)}" target="_blank" rel="noopener noreferrer">{inner}</a>'


def live(address: str, inner: str) -> str:
    """A link into the dashboard: it leads nowhere without a network, which the script says."""
    return linked(address, inner).replace("<a ", '<a class="live" ', 1)


def _quote(one: Quote, reading: str) -> str:
    """A quote with who said it and its citation, unless the slide's `reading` is that."""
    marks = [Mark(*one.hit, "hit")] if one.hit[0] < one.hit[1] else []
    words = to_html(one.text, segments(one.text, marks))
    who = "".join(
        f"<span>{told(part)}</span>" for part in (one.who, one.office, one.how) if part)
    speaker = f'<figcaption class="who">{who}</figcaption>' if who else ""
    cited = one.evidence.cited
    cited = "" if cited == reading else f'<p class="cited">{told(cited)}</p>'
    kind = ' class="long"' if len(one.text) > _LONG else ""
    return (f"<figure{kind}>{speaker}<blockquote {spoken(one.language, one.text)}>{words}"
            f"</blockquote>{cited}</figure>")


def _cloud(cloud: Cloud) -> str:
    """Words in rows by their value, each as large as its value among the others is."""
    values = [one.value for one in cloud.words]
    low, high = min(values, default=0), max(values, default=0)
    words = []
    for one in cloud.words:
        share = (one.value - low) / (high - low) if high > low else 1
        tip = f"\u2068{one.text}\u2069: {one.value_words} {cloud.unit}"
        gloss = f"<small>{told(one.gloss)}</small>" if one.gloss and one.gloss != one.text else ""
        words.append(
            f'<li class="size{round(share * (_SIZES - 1))} hit {colour_class(one.colour)}" '
            f'data-tip="{told(tip)}"><span {spoken(cloud.language, one.text)}>'
            f"{said(one.text)}</span>{gloss}</li>")
    way = spoken(cloud.language, "".join(one.text for one in cloud.words))
    return f'<p class="unit">{told(cloud.unit)}</p><ul class="cloud" {way}>{"".join(words)}</ul>'


def _table(columns: list[str] | tuple[str, ...], rows: list[list[str]]) -> str:
    head = "".join(
        f'<th scope="col">{told(one)}</th>' if one else "<td></td>" for one in columns)
    lines = "".join(f"<tr>{''.join(row)}</tr>" for row in rows)
    return (f'<div class="scroll" tabindex="0"><table><thead><tr>{head}</tr></thead>'
            f"<tbody>{lines}</tbody></table></div>")


def _td(words: str) -> str:
    return f"<td>{told(words)}</td>"


def _cell(cell: Cell) -> str:
    way = spoken(cell.language, cell.words) if cell.language else ""
    words = said(cell.words) if cell.language else told(cell.words)
    kind = ' class="n"' if isinstance(cell.value, float | int) else ""
    return f"<td{kind} {way}>{linked(cell.link, words)}</td>"
