"""Aims and outcomes as lines of text, and back: what a colleague may type, and what it becomes."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from outcomes.framework.models import Aim
from outcomes.scoring.definitions import shipped

LINE = re.compile(r"(?:(?P<code>[A-Za-z]{1,4}\d+(?:\.\d+)*)[:.]?\s+)?(?P<title>.*?)(?:\s*\[(?P<evidence>[^\]]*)\])?")
MOST_CODE, MOST_TITLE = 12, 200


@dataclass(frozen=True)
class Line:
    """One aim or outcome as typed; `code` is "" until it gets one."""

    code: str
    title: str
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True)
class Typed:
    aim: Line
    outcomes: tuple[Line, ...]


def kinds() -> list[str]:
    """What may speak for an outcome."""
    return ["attendance", "connections", *shipped()]


def line(text: str) -> Line:
    """Raises ValidationError with words for whoever typed it."""
    found = LINE.fullmatch(text.strip())
    code, title = (found["code"] or "").upper(), found["title"].strip()
    if not title:
        raise ValidationError(_("“%(text)s” has no words beside its code") % {"text": text.strip()[:40]})
    if len(title) > MOST_TITLE or len(code) > MOST_CODE:
        raise ValidationError(_("“%(text)s…” is too long: 200 letters at most") % {"text": title[:40]})
    evidence = tuple(one for part in (found["evidence"] or "").split(",") if (one := part.strip().lower()))
    if unknown := [one for one in evidence if one not in kinds()]:
        raise ValidationError(_("“%(word)s” is no evidence that we know") % {"word": unknown[0][:40]})
    return Line(code, title, evidence)


def lines(text: str) -> tuple[Line, ...]:
    return tuple(line(one) for one in text.splitlines() if one.strip())


def numbered(typed: Sequence[Typed]) -> list[Typed]:
    """Who has no code gets the next that is free; what was called something keeps its name. Raises ValidationError."""
    taken = [one.code for row in typed for one in (row.aim, *row.outcomes) if one.code]
    if twice := next((code for code in taken if taken.count(code) > 1), ""):
        raise ValidationError(_("The code %(code)s stands there twice") % {"code": twice})
    used = set(taken)
    return [_numbered(row, used) for row in typed]


def _numbered(row: Typed, used: set[str]) -> Typed:
    aim = row.aim.code or _free("A", used)
    outcomes = tuple(Line(one.code or _free(f"{aim}.", used), one.title, one.evidence) for one in row.outcomes)
    return Typed(Line(aim, row.aim.title), outcomes)


def _free(stem: str, used: set[str]) -> str:
    code = next(f"{stem}{n}" for n in range(1, len(used) + 2) if f"{stem}{n}" not in used)
    used.add(code)
    return code


def as_text(aim: Aim) -> tuple[str, str]:
    """(the aim's line, its outcomes line by line), as they would be typed."""
    return f"{aim.code} {aim.title}", "\n".join(_text(one.code, one.title, one.evidence) for one in aim.outcomes.all())


def _text(code: str, title: str, evidence: Iterable[str]) -> str:
    return f"{code} {title} [{', '.join(evidence)}]" if evidence else f"{code} {title}"
