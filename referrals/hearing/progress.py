"""How far along, in words for the worker who asked: no group, no reason, and only as much as the person agreed to."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from referrals.models import Referral
from referrals.states import Answer, Purpose, State, Step

STEPS = [Step.SETTLED, Step.ATTENDING, Step.INTRODUCED]  # the furthest first


@dataclass(frozen=True)
class Progress:
    """`at` is how many of the five dots are filled; `word` names the stage; `line` says it in a sentence."""

    at: int
    word: str
    line: str

    @property
    def has_been(self) -> bool:
        return self.at >= 4


def for_referrer(referral: Referral) -> Progress:
    """Expects `consents`, `connections` and `occasions__attendances` prefetched; reads nothing else."""
    ended = _ended(referral)
    if ended:
        return ended
    if referral.state in (State.SUBMITTED, State.ACCEPTED) or not referral.agreed_to(Purpose.TELL_REFERRER):
        return _early(referral)
    return _under_way(referral)


def _ended(referral: Referral) -> Progress | None:
    return {
        State.RETURNED: Progress(0, _("Come back to you"), _("It is with you again: why, and what you can do.")),
        State.WITHDRAWN: Progress(0, _("Taken back"), _("Nobody is rung after that.")),
        State.TRANSFERRED: Progress(1, _("With another scheme"), _("Another team has taken it over, and rings them.")),
        State.CLOSED: Progress(_told_stage(referral), _("Finished"), _("Thank you for noticing them.")),
    }.get(referral.state)


def _told_stage(referral: Referral) -> int:
    return referral.furthest if referral.agreed_to(Purpose.TELL_REFERRER) else 1


def _early(referral: Referral) -> Progress:
    if referral.state == State.SUBMITTED:
        return Progress(0, _("New"), _("The team answers within two working days."))
    if referral.agreed_to(Purpose.TELL_REFERRER):
        return Progress(1, _("With a connector"), _("They will be rung soon."))
    return Progress(1, _("With a connector"), _("They have not said that we may tell you more."))


def _under_way(referral: Referral) -> Progress:
    if referral.state == State.PAUSED:
        return Progress(referral.stage, _("Paused"), _("It rests for now, and goes on when they are ready."))
    furthest = next((step for step in STEPS if any(c.state == step for c in referral.connections.all())), None)
    if furthest == Step.SETTLED:
        return Progress(5, _("Settled"), _("They go on their own account now. Thank you for noticing them."))
    if furthest in (Step.ATTENDING, Step.INTRODUCED) and _answers_differ(referral):
        return Progress(3, _("Introduced"), _("We are not sure yet whether they went. The connector is asking."))
    if furthest == Step.ATTENDING:
        return Progress(4, _("Going along"), _("They went to something they chose."))
    if furthest == Step.INTRODUCED and _did_not_go(referral):
        return Progress(3, _("Introduced"), _("They have not been yet. That is fine: the connector is in touch."))
    if furthest == Step.INTRODUCED:
        return Progress(3, _("Introduced"), _("They have chosen somewhere, and are expected there."))
    return Progress(2, _("Spoken to"), _("They are choosing something together."))


def _did_not_go(referral: Referral) -> bool:
    return any(occasion.verdict == Answer.NOT for occasion in referral.occasions.all())


def _answers_differ(referral: Referral) -> bool:
    verdicts = {occasion.verdict for occasion in referral.occasions.all()}
    return "two answers" in verdicts and Answer.WENT not in verdicts
