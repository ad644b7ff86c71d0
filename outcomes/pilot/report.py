"""The pilot report: the questions that such a pilot is to answer, each answered from released figures or not at all."""

from django.utils.translation import gettext as _

from connect.people.models import Tenant, User
from outcomes.annotations import reading
from outcomes.drawing import Finding, worded
from outcomes.figures.lattice import Grain
from outcomes.figures.reading import Board
from outcomes.paper.parts import Paper
from outcomes.pilot import asking, reached

GRAINS = (Grain.YEAR, Grain.QUARTER)  # chats and values are released of these alone
QUESTIONS = (
    asking.comfort, asking.stigma, asking.pathway, reached.first_ever, reached.life_course, reached.everyday,
    reached.before_and_after,
)  # fmt: skip


def report(board: Board, user: User) -> Paper:
    findings = [found for ask in QUESTIONS if (found := ask(board))]
    period, place = board.period, board.place
    return Paper(
        title=_("Ask, assist, act: what asking at the doorstep taught us"),
        under=_("The pilot in %(place)s, %(period)s") % {"place": place.name, "period": period.title},
        meta=[_("From: %(house)s") % {"house": Tenant.current()}],
        stand=_stand(board),
        brief=[finding.said for finding in findings],
        findings=findings,
        cannot=_cannot(findings),
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


def _cannot(findings: list[Finding]) -> list[str]:
    said = [
        _("Workers chose to be trained, and there is no comparison group: some people would have found company "
          "anyway. Nothing here shows that one thing came of another."),
        _("Only chats that somebody wrote down are counted. Attendance is what a group, a companion or the person "
          "told us; of whom nobody told us is not counted as having gone."),
    ]  # fmt: skip
    if len(findings) < len(QUESTIONS):
        missing = _("Some of the questions are not answered here: there are too few to say it safely, or it is only "
                    "counted for the whole area.")  # fmt: skip
        return [*said, missing]
    return said
