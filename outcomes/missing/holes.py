"""The map of a closure: what others reach is shaded; within the ring of this one, what stays white is a hole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from outcomes.drawing.frame import Frame, svg
from outcomes.drawing.marks import circle, diamond, lines_of, path, rect, text, trail
from outcomes.drawing.scales import wrap
from outcomes.missing.closing import Closing
from outcomes.missing.offers import NEAR, Room, Spot
from outcomes.profiles.maps import Map, Point

# Half of what is shown, in metres: a group farther east or west than this reaches nobody whom this one does.
WIDE, NARROW, HIGH = 2.1 * NEAR, 1.5 * NEAR, 1.4 * NEAR


def drawn(closing: Closing, ground: Map, frame: Frame) -> SafeString:
    """Around the group, as far as its neighbours matter."""
    middle = ground.at(*closing.spot)
    half = NARROW if frame.narrow else WIDE
    scale = frame.width / (2 * half)

    def on(point: Point) -> Point:
        return (point[0] - middle[0] + half) * scale, (point[1] - middle[1] + HIGH) * scale

    def at(spots: Iterable[Spot]) -> list[Point]:
        return [on(ground.at(*spot)) for spot in spots]

    height, ring = 2 * HIGH * scale, NEAR * scale
    others = [(one.offer.room is Room.FULL, point) for one in closing.others for point in at(one.offer.spots)]
    borders = [[on(point) for point in ring] for shape in ground.shapes for ring in shape.rings]
    marks = [
        *(path(trail(border) + "Z", "area outline") for border in borders),
        *(circle(*point, ring, "q1") for full, point in others if not full),
        *(path(trail(border) + "Z", "border") for border in borders),
        *(circle(*point, ring, "reach r-note") for point in at(closing.this.spots)),
        *_names(ground, on, frame, height),
        *(circle(*point, 5, "hollow" if full else "main rim") for full, point in others),
        *(_this(point) for point in at(closing.this.spots)),
    ]
    return svg(frame, height + 40, _window(frame, height, marks) + _legend(height + 18))


def _window(frame: Frame, height: float, marks: Sequence[str]) -> str:
    """What lies farther off is cut away."""
    clip = f'<clipPath id="{frame.id}-c">{rect(0, 0, frame.width, height, "")}</clipPath>'
    return f'<defs>{clip}</defs><g clip-path="url(#{frame.id}-c)">{"".join(marks)}</g>'


def _names(ground: Map, on: object, frame: Frame, height: float) -> Iterable[str]:
    for shape in ground.shapes:
        x, y = on(shape.at)
        if 30 < x < frame.width - 30 and 14 < y < height - 10:
            yield lines_of(x, y - 14, wrap(shape.name, 110), "sm halo", "middle", lead=15)


def _this(point: Point) -> str:
    x, y = point
    return diamond(x, y, 9, "note rim") + text(x, y - 15, _("this group"), "sm b halo", "middle")


def _legend(y: float) -> str:
    return (
        circle(8, y - 4, 5, "main rim") + text(20, y, _("others"), "sm mut")
        + circle(86, y - 4, 5, "hollow") + text(98, y, _("full"), "sm mut")
        + rect(142, y - 12, 22, 14, "q1 edge") + text(172, y, _("reached by others"), "sm mut")
    )  # fmt: skip
