"""Charts as inline SVG, made on the server: figures as shown go in, a picture with its table comes out.

How to draw one, in a view or a reading module (never in a template):

    from functools import partial
    from outcomes.drawing import Bar, Table, bars, picture

    rows = [Bar.of(name, board.shown("received", place=code)) for code, name in wards]
    context["wards"] = picture(
        "wards",                                   # its id on the page: once a page
        _("People referred, by ward"),             # its title, for those who do not see it
        partial(bars, rows),                       # any chart below, waiting for its frame
        table=Table(_("People referred, by ward"), [_("Ward"), _("People")], [(row.label, row.shown) for row in rows]),
    )

and in the template `{% include "outcomes/drawing/picture.html" with picture=wards %}` inside a
`<section class="finding">`: the wide drawing, the narrow one (the stylesheet picks), and the table below them.
`Finding` is the whole of it: the sentence, the deck, the picture, how to read it, the definitions, drawn by
`{% include "outcomes/drawing/finding.html" with finding=… %}`; the page links `connect/reports.css`.

- **A hidden figure ("*") is None** here, and is hatched at a fixed size, so that no length says more than the table
  does. `amount(shown)` gives None for "*" and "-"; `Bar.of`, `Column.of`, `Stage.of`, `Part.of`, `Link.of` do it
  for you. "-" (nobody to count) draws nothing.
- `desc` is made out of the table unless you give one, so that picture, table and words cannot differ.
- `tone`: "main", "rest" (in the background), "note" once a chart, for what the sentence above it names.
- Heat tables are their own picture: `Heat` with `{% include "outcomes/drawing/heat.html" with heat=… %}`.
- Maps: `Fit.around(rings)` puts longitude and latitude on the sheet; `steps(high)` and `legend(edges)` shade it.
- Order is the list's own (framework, map, alphabet): nobody is ranked, and no worker is drawn, ever.

Nothing here names a colour: classes over the tokens of the stylesheet do, so themes, dark mode and print follow.
"""

from outcomes.drawing.amounts import Bar, Column, Part, bars, columns, parts, progress, sparkline
from outcomes.drawing.finding import Finding
from outcomes.drawing.flows import Link, flow
from outcomes.drawing.frame import NARROW, WIDE, Frame
from outcomes.drawing.heat import Heat, heat_cell
from outcomes.drawing.journey import Curve, Stage, funnel, waits
from outcomes.drawing.maps import Fit, Pin, Place, choropleth, legend
from outcomes.drawing.multiples import Panel, Slope, slope, small_multiples
from outcomes.drawing.picture import Picture, Table, picture
from outcomes.drawing.plots import Dot, funnel_plot
from outcomes.drawing.scales import amount, label_of, limits, step_of, steps, worded
from outcomes.drawing.threads import Strand, thread
from outcomes.drawing.uncertain import Interval, Range, Reference, intervals, ranges

__all__ = [
    "NARROW", "WIDE", "Bar", "Column", "Curve", "Dot", "Finding", "Fit", "Frame", "Heat", "Interval", "Link", "Panel",
    "Part", "Picture", "Pin", "Place", "Range", "Reference", "Slope", "Stage", "Strand", "Table", "amount", "bars",
    "choropleth", "columns", "flow", "funnel", "funnel_plot", "heat_cell", "intervals", "label_of", "legend", "limits",
    "parts", "picture", "progress", "ranges", "slope", "small_multiples", "sparkline", "step_of", "steps", "thread",
    "waits", "worded",
]  # fmt: skip
