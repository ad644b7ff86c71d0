"""The marks of a drawing: words, lines, boxes, paths. Every word is escaped here."""

from collections.abc import Iterable

from django.utils.html import escape


def num(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")


def text(x: float, y: float, words: str, kind: str = "", anchor: str = "start") -> str:
    role = f' class="{kind}"' if kind else ""
    where = "" if anchor == "start" else f' text-anchor="{anchor}"'
    return f'<text x="{num(x)}" y="{num(y)}"{role}{where}>{escape(words)}</text>'


def lines_of(x: float, y: float, lines: Iterable[str], kind: str = "", anchor: str = "start", lead: float = 17) -> str:
    return "".join(text(x, y + i * lead, words, kind, anchor) for i, words in enumerate(lines))


def line(x1: float, y1: float, x2: float, y2: float, kind: str) -> str:
    return f'<line x1="{num(x1)}" y1="{num(y1)}" x2="{num(x2)}" y2="{num(y2)}" class="{kind}"/>'


def rect(x: float, y: float, w: float, h: float, kind: str, fill: str = "") -> str:
    paint = f' fill="{fill}"' if fill else ""
    return f'<rect x="{num(x)}" y="{num(y)}" width="{num(max(w, 0))}" height="{num(max(h, 0))}" class="{kind}"{paint}/>'


def path(d: str, kind: str, fill: str = "") -> str:
    paint = f' fill="{fill}"' if fill else ""
    return f'<path d="{d}" class="{kind}"{paint}/>'


def circle(x: float, y: float, r: float, kind: str) -> str:
    return f'<circle cx="{num(x)}" cy="{num(y)}" r="{num(r)}" class="{kind}"/>'


def diamond(x: float, y: float, r: float, kind: str) -> str:
    """The second sign of what the sentence names, for those who do not tell its colour."""
    return path(f"M{num(x)} {num(y - r)}l{num(r)} {num(r)}l-{num(r)} {num(r)}l-{num(r)}-{num(r)}z", kind)


def trail(points: Iterable[tuple[float, float]]) -> str:
    return "M" + "L".join(f"{num(x)} {num(y)}" for x, y in points)


def swing(x1: float, y1: float, x2: float, y2: float) -> str:
    """A line that leaves and arrives level."""
    mid = num((x1 + x2) / 2)
    return f"M{num(x1)} {num(y1)}C{mid} {num(y1)} {mid} {num(y2)} {num(x2)} {num(y2)}"
