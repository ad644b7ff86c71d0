"""What our words for a referral mean: one list, which the pages, the lists and the page of definitions all read."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from referrals.states import OPEN, Next, State

HELD = [State.ACCEPTED, State.CONTACTED, State.ACTIVE]  # somebody works with them now


@dataclass(frozen=True)
class Meaning:
    """A word, what it means in a sentence, and the rows it means: `where(today)` filters Referral."""

    code: str
    word: Promise
    sentence: Promise
    where: Callable[[date], Q]
    states: tuple[str, ...] = ()

    def q(self, today: date | None = None) -> Q:
        return self.where(today or timezone.localdate())


def _in(states: list[str]) -> Callable[[date], Q]:
    return lambda today: Q(state__in=states)


def _of(code: str, word: Promise, sentence: Promise, states: list[str]) -> Meaning:
    return Meaning(code, word, sentence, _in(states), tuple(states))


MEANINGS = {
    meaning.code: meaning
    for meaning in (
        _of("open", _("Open"), _("Somebody still owes this person something. Not finished, not taken back, and not "
            "with another scheme. A referral that came back to the worker is open: it waits for their answer."), OPEN),
        _of("new", _("New"), _("Sent, and nobody has accepted it or given it back yet."), [State.SUBMITTED]),
        _of("returned", _("Come back"), _("Given back to the worker who asked, with a question or a reason."),
            [State.RETURNED]),
        _of("accepted", _("Accepted"), _("A connector has taken it, and has not spoken with the person yet."),
            [State.ACCEPTED]),
        Meaning("contacted", _("Contacted"), _("Somebody here has spoken with the person at least once: a call that "
            "was answered, a visit, a message they answered. A try that reached nobody does not count."),
            lambda today: Q(first_contact_at__isnull=False)),
        _of("active", _("Active"), _("Spoken with, and at least one introduction has been agreed. Resting is not "
            "active."), [State.ACTIVE]),
        _of("held", _("In a caseload"), _("Accepted, spoken with or active: a connector works with them now."), HELD),
        _of("paused", _("Paused"), _("It rests, with a reason, and comes back to the state it was in."),
            [State.PAUSED]),
        Meaning("waiting", _("Waiting"), _("New or accepted, and nobody here has spoken with the person yet. It is "
            "counted in working days from the day the referral was sent."),
            lambda today: Q(state__in=[State.SUBMITTED, State.ACCEPTED], first_contact_at__isnull=True),
            (State.SUBMITTED, State.ACCEPTED)),
        Meaning("overdue", _("Overdue"), _("Open, and the day by which the next step was promised has gone by. The "
            "day itself is not overdue."), lambda today: Q(state__in=OPEN, next_on__lt=today), tuple(OPEN)),
        Meaning("way", _("On their way"), _("Open, and a group expects the person on a day that is agreed."),
            lambda today: Q(state__in=OPEN, next_step=Next.SESSION), tuple(OPEN)),
        Meaning("unset", _("Nothing set"), _("Open and in a caseload, with no next step. There should be none."),
            lambda today: Q(state__in=HELD) & (Q(next_step=Next.NOTHING) | Q(next_on=None)), tuple(HELD)),
        _of("closed", _("Finished"), _("Nothing more is done, for a reason that is recorded. It can be opened again."),
            [State.CLOSED]),
        _of("withdrawn", _("Taken back"), _("The person, or the worker for them, no longer wants it."),
            [State.WITHDRAWN]),
        _of("transferred", _("With another scheme"), _("The other scheme has accepted it. It is counted there."),
            [State.TRANSFERRED]),
    )
}  # fmt: skip


@dataclass(frozen=True)
class Term:
    """A word that is no filter of referrals, but is used on pages and must mean one thing."""

    word: Promise
    sentence: Promise


TERMS = [
    Term(_("Working day"), _("Monday to Friday, without the bank holidays of the nation the team works in. The day "
         "something happens is day 0.")),
    Term(_("Introduced"), _("The person said yes to a group, and the group expects them on a day.")),
    Term(_("Going along"), _("Somebody said that the person went at least once: the person, the organiser, the "
         "connector or whoever went along.")),
    Term(_("Not known whether they went"), _("Nobody has said yet, or two have said different things and nobody has "
         "said “went” alone.")),
    Term(_("Settled"), _("They go on their own account, and the connector and the person both say so.")),
    Term(_("The referrer heard"), _("Word left for whoever asked and was delivered. Heard in time: within five working "
         "days of the first time they went, or of the end.")),
    Term(_("Usually replies in so many days"), _("The middle one of the times an organiser took to answer us. Said "
         "from five answers on.")),
    Term(_("Most stay"), _("Of the people we introduced in the last twelve months, more than half still go. Said from "
         "ten people on.")),
]  # fmt: skip


def where(code: str, today: date | None = None) -> Q:
    """The rows a word means, for any list: Referral.objects.visible_to(user).filter(where("waiting"))."""
    return MEANINGS[code].q(today)
