"""The golden thread in figures: aims, their outcomes, and what is known that speaks to each; both ways."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connect.people.models import User
from outcomes.disclosure import HIDDEN
from outcomes.drawing import Picture, Strand, picture, thread, worded
from outcomes.figures import catalogue
from outcomes.figures.reading import Board
from outcomes.framework.models import Framework, Outcome
from outcomes.works.telling import Line, line

GOALS = "goals"  # what people set themselves speaks to every outcome they were tied to
# What an outcome's evidence is called, and the measure that says how it stands.
MEASURED = {
    GOALS: (gettext_lazy("Goals reached"), 34),
    "attendance": (gettext_lazy("Going along"), 15),
    "connections": (gettext_lazy("Places of belonging"), 31),
    "volunteering": (gettext_lazy("Giving time"), None),
}
CHANGE = 32


@dataclass(frozen=True, slots=True)
class Evidence:
    code: str
    title: str
    measure: int | None
    shown: str  # how it stands, in a few words


@dataclass(frozen=True, slots=True)
class Held:
    outcome: Outcome
    goals: str
    evidence: Sequence[Evidence]


@dataclass(frozen=True, slots=True)
class Thread:
    framework: Framework
    drawing: Picture
    aims: Sequence[tuple[object, Sequence[Held]]]
    upwards: Sequence[tuple[Evidence, Sequence[Outcome]]]


def threads(user: User, board: Board | None) -> list[Thread]:
    team = user.acting.team
    rows = Framework.objects.of_scheme(team.scheme_id) if team else Framework.objects.filter(scheme=None)
    used = rows.filter(in_use=True).prefetch_related("aims__outcomes").order_by("title", "-version")
    return [_thread(one, board) for one in used]


def _thread(framework: Framework, board: Board | None) -> Thread:
    aims = [(aim, [_held(one, board) for one in aim.outcomes.all()]) for aim in framework.aims.all()]
    found: dict[str, tuple[Evidence, list[Outcome]]] = {}
    for _aim, held in aims:
        for one in held:
            for proof in one.evidence:
                found.setdefault(proof.code, (proof, []))[1].append(one.outcome)
    return Thread(framework, _drawn(framework, aims, found), aims, list(found.values()))


def _held(outcome: Outcome, board: Board | None) -> Held:
    codes = list(dict.fromkeys([*outcome.evidence, GOALS]))
    return Held(outcome, _goals(outcome, board), [_evidence(code, board) for code in codes])


def _goals(outcome: Outcome, board: Board | None) -> str:
    """Of the goals that were due: the share reached or moving."""
    if board is None or not board.has("goals_due_by_outcome", outcome.code):
        return ""
    one = board.share("goals_met_by_outcome", "goals_due_by_outcome", outcome.code)
    if one.whole == HIDDEN:
        return _("too few goals due to say")
    said = {"share": worded(one.shown, "%"), "n": worded(one.whole)}
    return _("%(share)s of %(n)s goals due reached or moving") % said if one.whole not in (0, "-") else ""


def _evidence(code: str, board: Board | None) -> Evidence:
    if code in MEASURED:
        title, number = MEASURED[code]
    else:
        title, number = _instrument(code), CHANGE
    return Evidence(code, str(title), number, _shown(code, number, board))


def _instrument(code: str) -> str:
    one = catalogue.counts().get(f"pairs_{code}")
    return str(one.title).split(":")[0] if one else code


def _shown(code: str, number: int | None, board: Board | None) -> str:
    measure = catalogue.measures().get(number) if number else None
    if board is None or measure is None:
        return ""
    if number == CHANGE:
        told = board.value(f"change_{code}")
        if not told:
            return _("too few to say")
        said = {"mean": worded(told["mean"]), "low": worded(told["low"]), "high": worded(told["high"])}
        return _("mean change %(mean)s (%(low)s to %(high)s)") % said
    found: Line = line(board, measure)
    return found.why_not or " · ".join(filter(None, (found.shown, found.of)))


def _drawn(framework: Framework, aims: Sequence[tuple], found: dict[str, tuple[Evidence, list[Outcome]]]) -> Picture:
    strands = [
        Strand(one.outcome.code, one.outcome.title, aim.code, tuple(proof.code for proof in one.evidence))
        for aim, held in aims
        for one in held
    ]
    names = {code: proof.title for code, (proof, _outcomes) in found.items()}
    words = "; ".join(f"{s.code} {s.label}: {', '.join(names[code] for code in s.evidence)}" for s in strands)
    heads = (_("Aims"), _("Outcomes"), _("What speaks to them"))
    title = _("%(name)s: from aims to what is known") % {"name": framework.title}
    drawn = partial(_on, strands, {aim.code: aim.title for aim, _held in aims}, names, heads)
    return picture(f"thread-{framework.slug}", title, drawn, desc=words)


def _on(strands: Sequence[Strand], aims: dict, names: dict, heads: tuple, frame: object) -> str:
    return thread(strands, aims, names, frame, heads=heads)
