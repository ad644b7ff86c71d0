"""The pilot report: the questions that such a pilot is to answer, each answered from released figures or not at all."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from connect.people.models import Tenant, User
from outcomes.annotations import reading
from outcomes.drawing import Finding, worded
from outcomes.figures.lattice import Grain
from outcomes.figures.reading import Board
from outcomes.paper.parts import Paper, tells
from outcomes.pilot import asking, reached

GRAINS = (Grain.YEAR, Grain.QUARTER)  # chats and values are released of these alone
QUESTIONS: tuple[tuple[Callable[[Board], Finding | None], Any], ...] = (
    (asking.comfort, gettext_lazy("How did workers find asking?")),
    (asking.stigma, gettext_lazy("What kept them from it?")),
    (asking.pathway, gettext_lazy("Does the path from a chat to a group work?")),
    (reached.first_ever, gettext_lazy("Who was reached that was not before?")),
    (reached.life_course, gettext_lazy("Is it for all ages?")),
    (reached.everyday, gettext_lazy("Is it part of everyday work?")),
    (reached.before_and_after, gettext_lazy("How was it before, by ward and by role?")),
)


def report(board: Board, user: User) -> Paper:
    answers = [(ask(board), str(question)) for ask, question in QUESTIONS]
    findings = [replace(one, deck=f"{question} {one.deck}") for one, question in answers if one and tells(one)]
    open_ = [question for one, question in answers if not (one and tells(one))]
    period, place = board.period, board.place
    return Paper(
        title=_("Ask, assist, act: what asking at the doorstep taught us"),
        under=_("The pilot in %(place)s, %(period)s") % {"place": place.name, "period": period.title},
        meta=[_("From: %(house)s") % {"house": Tenant.current()}],
        stand=_stand(board),
        brief=[finding.said for finding in findings],
        findings=findings,
        cannot=_cannot(open_),
        board=board,
        meanwhile=reading.beside(user, place.code, period.start, period.end),
        file=f"pilot-{place.code}-{period.address}".lower(),
    )


def _stand(board: Board) -> str:
    said = {"place": board.place.name, "period": board.period.title, "n": worded(board.shown("received"))}
    if isinstance(board.shown("received"), int):
        return _("Workers who meet people every day learned to ask whether they would like more company, and what to "
                 "do with the answer. In %(place)s %(n)s people were referred (%(period)s).") % said  # fmt: skip
    return _("Workers who meet people every day learned to ask whether they would like more company, and what to do "
             "with the answer.")  # fmt: skip


def _cannot(unanswered: list[str]) -> list[str]:
    said = [
        _("Workers chose to be trained, and there is no comparison group: some people would have found company "
          "anyway. Nothing here shows that one thing came of another."),
        _("Only chats that somebody wrote down are counted. Attendance is what a group, a companion or the person "
          "told us; of whom nobody told us is not counted as having gone."),
    ]  # fmt: skip
    if unanswered:
        missing = _("Not answered here, since there are too few to say it safely, or it is counted for the whole area "
                    "alone: %(questions)s")  # fmt: skip
        return [*said, missing % {"questions": " ".join(unanswered)}]
    return said
