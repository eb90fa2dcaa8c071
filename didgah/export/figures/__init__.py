"""Bodies of slides drawn as HTML and SVG: real text, no script, any width.

Positions are per cents of the drawing, so that it fits a phone, a wall and a sheet of paper
while its words keep their size. Colours are classes (`markup.colour_rules`). Time runs from
left to right in every language, as in the dashboard. A mark that says something has it in
`data-tip`; the page's script shows it on hover and focus.
"""
