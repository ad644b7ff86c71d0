"""Every chart: what is hidden is drawn as long as anything hidden, what is said is what stands in the table."""

import re
from functools import partial
from xml.etree import ElementTree

import pytest

from outcomes import drawing
from outcomes.drawing import (
    Bar,
    Column,
    Curve,
    Dot,
    Fit,
    Frame,
    Heat,
    Interval,
    Link,
    Panel,
    Part,
    Pin,
    Place,
    Range,
    Reference,
    Slope,
    Stage,
    Strand,
    Table,
    picture,
)

LONG = "Kelderby and District Federation of Tenants’ and Residents’ Associations & Friends"
SQUARE = ((0, 0), (40, 0), (40, 30), (0, 30))
RIGHT = tuple((x + 40, y) for x, y in SQUARE)
FORTY = [Bar.of("Millrace", 40), Bar.of("Northgate", "*"), Bar.of(LONG, 15, tone="note"), Bar.of("Weir", "-")]
MONTHS = [Column.of(f"{m:02}", m * 5 if m % 3 else "*", "%") for m in range(1, 13)]
LOST = "not reached, or said not this time"
CHARTS = {
    "bars": partial(drawing.bars, FORTY, reference=Reference(20, "all of Kelderby")),
    "columns": partial(drawing.columns, MONTHS, unit="%", top_value=100),
    "progress": partial(
        drawing.progress, [Bar.of(row.label, row.shown if row.value is None else 40, "%") for row in FORTY]
    ),
    "parts": partial(
        drawing.parts, [Part.of("Fresh", 61, 4, "%"), Part.of("Ageing", 30, 2, "%"), Part.of("Never", "*", 0)]
    ),
    "funnel": partial(
        drawing.funnel,
        [
            Stage.of("Referred", 410, lost=LOST),
            Stage.of("Spoken to", 355, 87, LOST),
            Stage.of("Went", "*"),
            Stage.of("Settled", "-"),
        ],
    ),
    "waits": partial(
        drawing.waits,
        [
            Curve("Referred in early 2026", ((0, 0), (4, 20), (9, 51), (26, 68))),
            Curve("Early 2025", ((0, 0), (8, 22), (26, 44)), "rest"),
        ],
        x_label="Weeks since referral",
        last=26,
        step=2,
    ),
    "intervals": partial(
        drawing.intervals,
        [Interval("North", 54, 40, 66, "54%"), Interval(LONG, None), Interval("–", None, shown="–")],
        unit="%",
        reference=Reference(80, "80%"),
    ),
    "ranges": partial(drawing.ranges, [Range("North", 54, 81, "54% to 81%"), Range(LONG, None, None, "*")]),
    "slope": partial(
        drawing.slope,
        [Slope("Housing", 20, 44, "20%", "44%"), Slope(LONG, 21, 45, "21%", "45%", "rest")],
        low=0,
        high=60,
        heads=("Before", "After"),
    ),
    "choropleth": partial(
        drawing.choropleth,
        [Place("Millrace", SQUARE, (20, 15), 12, "12"), Place(LONG, RIGHT, (60, 15), None, "*")],
        breaks=(5, 10, 15, 20),
        legend=drawing.legend((5, 10, 15, 20)),
        box=(80, 30),
        pins=[Pin("this group", (20, 10), 8, "note", "middle"), Pin("", (60, 10), 8)],
    ),
    "flow": partial(
        drawing.flow,
        [Link.of("GP practices", "Lunch", 60), Link.of("Housing", "Lunch", "*"), Link.of("Housing", LONG, 30, "note")],
        totals={"GP practices": "60", "Housing": "30", "Lunch": "65", LONG: "*"},
        heads=("Who referred", "Kind of group"),
    ),
    "small multiples": partial(
        drawing.small_multiples,
        [Panel("Millrace", (None, 10, 15), "latest 15"), Panel(LONG, (5, None), "latest *")],
        high=20,
        unit="",
        ends=("April", "October"),
    ),
    "funnel plot": partial(
        drawing.funnel_plot,
        [Dot("GP practices", 60, 58), Dot("Housing", 90, 20)],
        mean=55,
        last=100,
        x_label="People introduced",
        mean_label="Kelderby 55%",
    ),
    "thread": partial(
        drawing.thread,
        [Strand("A1.1", "New skills", "A1", ("E1",)), Strand("A2.1", LONG, "A2", ())],
        {"A1": "A sense of purpose", "A2": "Living well"},
        {"E1": "Goals"},
        heads=("Aims", "Outcomes", "Evidence"),
    ),
}


def frame(width=drawing.WIDE, name="x"):
    return Frame(f"{name}-{width}", "People & places", "Millrace: 40; Northgate: hidden", width)


def parsed(chart, width=drawing.WIDE):
    return ElementTree.fromstring(chart(frame(width)))


def marks(root, tag):
    return [one for one in root.iter() if one.tag.endswith("}" + tag)]


def hatched(root):
    return [float(one.get("width")) for one in marks(root, "rect") if (one.get("fill") or "").startswith("url(")]


def ends(one):
    """Where the words begin and end, at the widest letters we meet."""
    size = 13 if "sm" in (one.get("class") or "").split() else 12 if "xs" in (one.get("class") or "") else 14
    wide, x = len(one.text or "") * size * 0.6, float(one.get("x"))
    start = {"end": x - wide, "middle": x - wide / 2}.get(one.get("text-anchor"), x)
    return start, start + wide


@pytest.mark.parametrize("width", [drawing.WIDE, drawing.NARROW])
@pytest.mark.parametrize("name", CHARTS)
def test_a_chart_is_a_picture_with_a_name_and_a_description(name, width):
    root = parsed(CHARTS[name], width)
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == f"x-{width}-t x-{width}-d"
    assert [marks(root, tag)[0].text for tag in ("title", "desc")] == [
        "People & places",
        "Millrace: 40; Northgate: hidden",
    ]
    assert not re.search(r"#[0-9a-f]{3,6}\b|style=", CHARTS[name](frame(width)))


@pytest.mark.parametrize("width", [drawing.WIDE, drawing.NARROW])
@pytest.mark.parametrize("name", [name for name in CHARTS if name != "thread"])
def test_no_words_leave_the_picture(name, width):
    outside = [
        one.text for one in marks(parsed(CHARTS[name], width), "text") if ends(one)[0] < -1 or ends(one)[1] > width + 1
    ]
    assert outside == []


@pytest.mark.parametrize("name", ["bars", "progress", "funnel", "intervals"])
def test_what_is_hidden_is_hatched_once_and_nought_is_not(name):
    assert len(hatched(parsed(CHARTS[name]))) == 1


def test_a_hidden_bar_is_as_long_whatever_stands_beside_it():
    beside = [hatched(parsed(partial(drawing.bars, [Bar.of("a", n), Bar.of("b", "*")]))) for n in (10, 25, 4000)]
    assert beside == [[26.0], [26.0], [26.0]]


def test_a_hidden_link_is_a_dotted_line():
    assert CHARTS["flow"](frame()).count("ribbon-hidden") == 1


def test_a_line_has_a_gap_where_a_figure_is_hidden_and_none_where_there_is_too_little():
    spark = drawing.sparkline([10, None, 15, 20], frame())
    assert re.findall(r"M[\d.]+ ", spark) == ["M3 ", "M77 "]
    assert drawing.sparkline([10, None], frame()) == ""


def test_words_from_outside_are_escaped():
    assert "<b>" not in drawing.bars([Bar.of("<b>", 10)], frame())


def test_picture_table_and_words_come_from_the_same_cells():
    table = Table(
        "By ward", ["Ward", "People", "Share"], [("Millrace", 1240, 40.0), ("Weir", "*", "-")], total=("All", 1245, "*")
    )
    shown = picture("wards", "People by ward", CHARTS["bars"], table=table)
    said = "Millrace: People 1,240, Share 40; Weir: People hidden, Share –; All: People 1,245, Share hidden"
    assert [marks(ElementTree.fromstring(one), "desc")[0].text for one in shown.drawings] == [said, said]
    assert [marks(ElementTree.fromstring(one), "title")[0].get("id") for one in shown.drawings] == [
        "wards-w-t",
        "wards-n-t",
    ]
    assert [(head, [cell for _n, cell, _a in cells], total) for head, cells, total in table.lines][1:] == [
        ("Weir", ["*", "–"], False),
        ("All", ["1,245", "*"], True),
    ]


@pytest.mark.parametrize(("high", "edges"), [(0, [1, 2, 3, 4]), (22, [5, 10, 15, 20]), (470, [100, 200, 300, 400])])
def test_shades_have_round_edges(high, edges):
    assert drawing.steps(high) == edges


def test_the_classes_of_a_map_are_said_in_words():
    assert drawing.legend([5, 10, 15, 20]) == ["under 5", "5–9", "10–14", "15–19", "20 or more"]
    assert drawing.legend([1, 2, 3]) == ["under 1", "1", "2", "3 or more"]


def test_a_heat_table_shades_what_is_shown_and_hatches_the_rest():
    heat = Heat("needs", "Needs", ["A lift"], [("Millrace", [45], 45), ("Weir", ["*"], "*"), ("Mill", ["-"], "-")])
    assert [cells for _name, cells, _total in heat.lines] == [
        ['<td class="amount q4">45</td>'],
        ['<td class="amount hid"><abbr title="hidden">*</abbr></td>'],
        ['<td class="amount">–</td>'],
    ]


def test_longitude_and_latitude_stand_north_up_on_a_sheet_a_hundred_wide():
    fit = Fit.around([((-1.0, 52.0), (-0.9, 52.05))])
    assert [round(x) for x in fit((-1.0, 52.05))] == [0, 0]
    assert [round(x) for x in fit((-0.9, 52.0))] == [100, round(fit.box[1])]
    assert 0.014 < fit.metre < 0.015
