"""Who a picture is, and the SVG around its marks."""

from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString

from outcomes.drawing.marks import num

WIDE, NARROW = 640, 336  # about a unit to the pixel, so that letters are never scaled below 12
SIZE, SMALL = 14, 13


@dataclass(frozen=True, slots=True)
class Frame:
    """Its id, its words for people who cannot see it, its width."""

    id: str
    title: str
    desc: str
    width: int = WIDE

    @property
    def narrow(self) -> bool:
        return self.width < 480

    @property
    def hatched(self) -> str:
        """The fill of what is hidden."""
        return f"url(#{self.id}-h)"


def hatch(frame: Frame) -> str:
    return (
        f'<defs><pattern id="{frame.id}-h" width="6" height="6" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><rect width="6" height="6" class="hatch-bg"/>'
        '<line x1="0" y1="0" x2="0" y2="6" class="hatch"/></pattern></defs>'
    )


def svg(frame: Frame, height: float, marks: str, kind: str = "") -> SafeString:
    """The finished drawing. Every word in it has been escaped where it was set."""
    kind = kind or ("narrow" if frame.narrow else "wide")
    return SafeString(
        f'<svg class="chart {kind}" viewBox="0 0 {frame.width} {num(height)}" width="{frame.width}" '
        f'height="{num(height)}" role="img" aria-labelledby="{frame.id}-t {frame.id}-d" '
        f'font-size="{SIZE}" xmlns="http://www.w3.org/2000/svg">'
        f'<title id="{frame.id}-t">{escape(frame.title)}</title>'
        f'<desc id="{frame.id}-d">{escape(frame.desc)}</desc>{marks}</svg>\n'
    )
