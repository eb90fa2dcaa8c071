"""Charts that PowerPoint draws itself, each with its workbook."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

from pptx.chart.chart import Chart as Drawn
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_TICK_LABEL_POSITION,
)
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls
from pptx.util import Pt

from didgah.briefing.slides import Chart
from didgah.charts import theme
from didgah.export.pptx import workbook
from didgah.export.pptx.page import Page, box, name
from didgah.export.pptx.words import QUIET, Part, Style, chart_text, write
from didgah.language.calendars import format_date, format_interval_pair
from didgah.language.writing import mirrored

_TYPES = {
    "bars": XL_CHART_TYPE.BAR_CLUSTERED, "columns": XL_CHART_TYPE.COLUMN_CLUSTERED,
    "stacked": XL_CHART_TYPE.COLUMN_STACKED, "lines": XL_CHART_TYPE.LINE_MARKERS,
}
# Number formats that write the digits of the language; the numbers stay numbers.
_DIGITS = {"fa": "[$-3000429]", "ar": "[$-2000401]"}
_CAPTION = 20  # points above the chart
_MOST_LABELS = 10  # on an axis of time
_LEAST = 0.05  # of the axis: a shorter bar has no room for a number inside
_LABELLED = 15  # columns that numbers can stand on


def draw(page: Page, chart: Chart, language: str, alternative: str, top: float) -> None:
    """Draw `chart` into the room of `page`; `top` is the end of its axis of values, which pages
    of one slide share."""
    room = page.room
    frame = box(page.paper, room.part(0, 0, room.wide, _CAPTION))
    write(frame, [Part(_caption(chart, language), Style(11, QUIET))], language)
    name(page.paper.shapes[-1], "caption", chart.unit)
    labels = [workbook.category(one) for one in _categories(chart, language)]
    data = CategoryChartData(number_format=_format(chart, ""))
    data.categories = labels
    for one in chart.series:
        data.add_series(workbook.category(one.name) or "-", one.values)
    below = room.part(0, _CAPTION, room.wide, room.tall - _CAPTION)
    if page.placeholder is not None:
        shape = page.placeholder.insert_chart(_TYPES[chart.form], data)
        shape.left, shape.top, shape.width, shape.height = (
            below.left, below.top, below.width, below.height)
    else:
        shape = page.paper.shapes.add_chart(
            _TYPES[chart.form], below.left, below.top, below.width, below.height, data)
    name(shape, "chart", alternative)
    drawn = shape.chart
    drawn.part.chart_workbook.update_from_xlsx_blob(workbook.write(chart, labels, language))
    _dress(drawn, chart, language, top)


def highest(chart: Chart) -> float:
    """Where the axis of values ends: a little above the highest value or interval."""
    if chart.form == "stacked":  # shares are of different wholes and are never stacked
        sums = [sum(one.values[n] or 0 for one in chart.series)
                for n in range(len(chart.categories))]
        return 1.12 * max(sums, default=0)
    ends = [one for series in chart.series for one in (*series.values, *series.high)
            if one is not None]
    end = 1.12 * max(ends, default=0)
    return min(end, 1.0) if chart.percent else end


def _caption(chart: Chart, language: str) -> str:
    if not chart.days:
        return chart.unit
    span = format_interval_pair(chart.days[0], chart.days[-1], "days", language)
    return f"\u2068{chart.unit}\u2069 · {span}"


def _categories(chart: Chart, language: str) -> list[str]:
    """Categories as an axis has room for: periods by the day, month or year they begin with."""
    if not chart.days:
        return list(chart.categories)
    return [_moment(one, chart.days, language) for one in chart.days]


def _moment(day: date, days: tuple[date, ...], language: str) -> str:
    gap = min(((after - before).days for before, after in pairwise(days)), default=1)
    precision = "year" if gap > 300 else "month" if gap > 27 else "day"
    return format_date(day, language, precision=precision)


def _format(chart: Chart, digits: str) -> str:
    values = [one for series in chart.series for one in series.values if one is not None]
    if chart.percent:
        return digits + ("0%" if max(values, default=0) >= 0.2 else "0.0%")
    return digits + ("0" if all(float(one).is_integer() for one in values) else "0.0")


def _dress(drawn: Drawn, chart: Chart, language: str, top: float) -> None:
    right, look = mirrored(language), theme.colours()
    drawn.has_title, drawn.font.size = False, Pt(11)
    chart_text(drawn._chartSpace, language, Style(11))
    written = _format(chart, _DIGITS.get(language, ""))
    plot, lying = drawn.plots[0], chart.form == "bars"
    count = len(chart.categories)
    small = Style(11 if count <= 16 else 9 if count <= 20 else 8)
    names, values = drawn.category_axis, drawn.value_axis
    names.has_major_gridlines = False
    names.format.line.color.rgb = RGBColor.from_string(look["line"][1:])
    chart_text(names._element, language, small)
    chart_text(values._element, language, Style(10, QUIET))
    values.minimum_scale = 0
    if top:
        values.maximum_scale = top
    values.format.line.fill.background()
    values.major_gridlines.format.line.color.rgb = RGBColor.from_string(look["grid"][1:])
    values.tick_labels.number_format, values.tick_labels.number_format_is_linked = written, False
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    if lying:
        names.reverse_order = True  # the first on top
        if right:
            values.reverse_order = True  # bars grow from the right, where their names stand
        values.visible, values.has_major_gridlines = False, False
        plot.gap_width = 45
    # Time runs from left to right in every language, as on the dashboard.
    step = 1 if lying else -(-count // _MOST_LABELS)
    for kind in ("tickLblSkip", "tickMarkSkip"):
        _before_end(names._element, kind, step)
    if not lying:
        if chart.form != "lines":
            plot.gap_width = 40
        if chart.form == "stacked":
            plot.overlap = 100
    for one, series in zip(plot.series, chart.series, strict=True):
        colour = RGBColor.from_string(series.colour[1:])
        if chart.form == "lines":
            one.format.line.color.rgb, one.format.line.width, one.smooth = colour, Pt(2.5), False
            one.marker.format.fill.solid()
            one.marker.format.fill.fore_color.rgb = colour
            one.marker.format.line.color.rgb = colour
            one.marker.size = 5
        else:
            one.format.fill.solid()
            one.format.fill.fore_color.rgb = colour
            one.invert_if_negative = False
    bounded = _shows_bounds(chart, top)
    if bounded:
        _error_bars(plot.series[0]._element, chart, lying)
    if lying or (len(chart.series) == 1 and chart.form == "columns"
                 and len(chart.categories) <= _LABELLED):
        plot.has_data_labels = True
        labels = plot.data_labels
        labels.number_format, labels.number_format_is_linked = written, False
        # At the foot of a bar an interval's whisker does not strike the number out.
        labels.position = (XL_LABEL_POSITION.INSIDE_BASE if bounded
                           else XL_LABEL_POSITION.OUTSIDE_END)
        white = Style(small.size, "#FFFFFF", bold=True)
        chart_text(labels._element, language, white if bounded else small)
    drawn.has_legend = len(chart.series) > 1
    if drawn.has_legend:
        drawn.legend.position = XL_LEGEND_POSITION.LEFT if right else XL_LEGEND_POSITION.RIGHT
        drawn.legend.include_in_layout = False
        chart_text(drawn.legend._element, language, Style(11))


def _shows_bounds(chart: Chart, top: float) -> bool:
    """True when intervals can be drawn: one series, and each bar long enough for its number.

    The notes have the intervals in any case.
    """
    if len(chart.series) > 1 or workbook.bounds(chart.series[0]) is None:
        return False
    return chart.form == "lines" or all(
        one is None or one >= _LEAST * top for one in chart.series[0].values)


def _before_end(axis, kind: str, step: int) -> None:
    """`c:tickLblSkip` and its like stand before `c:noMultiLvlLbl` at an axis' end."""
    made = parse_xml(f'<c:{kind} {nsdecls("c")} val="{max(1, step)}"/>')
    last = axis.xpath("./c:noMultiLvlLbl")
    if last:
        last[0].addprevious(made)
    else:
        axis.append(made)


def _error_bars(series, chart: Chart, lying: bool) -> None:
    """The interval of each value, read from the workbook's own columns."""
    ends = workbook.bounds(chart.series[0])
    sides = "".join(
        f'<c:{side}><c:numRef><c:f>{workbook.reference(chart, 0, sign)}</c:f><c:numCache>'
        f'<c:formatCode>General</c:formatCode><c:ptCount val="{len(values)}"/>'
        + "".join(f'<c:pt idx="{n}"><c:v>{value!r}</c:v></c:pt>'
                  for n, value in enumerate(values))
        + f"</c:numCache></c:numRef></c:{side}>"
        for side, sign, values in (("plus", "+", ends[1]), ("minus", "−", ends[0]))
    )
    way = "" if lying else '<c:errDir val="y"/>'
    made = parse_xml(
        f'<c:errBars {nsdecls("c", "a")}>{way}<c:errBarType val="both"/>'
        f'<c:errValType val="cust"/><c:noEndCap val="0"/>{sides}<c:spPr><a:ln w="9525">'
        f'<a:solidFill><a:srgbClr val="{theme.colours()["text"][1:]}"/></a:solidFill></a:ln>'
        "</c:spPr></c:errBars>"
    )
    series.xpath("./c:cat")[0].addprevious(made)
