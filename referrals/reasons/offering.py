"""The reasons of one scheme, where somebody has to give one and where somebody is told it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from connect.people.models import Scheme
from connect.people.running.models import SchemeReason
from referrals.life.forms import CloseForm, GiveBackForm, PauseForm, ReopenForm, TransferForm, WithdrawForm
from referrals.models import Referral
from referrals.states import Closed, Paused, Reopened, Returned, State, Transferred, Withdrawn


@dataclass(frozen=True)
class Step:
    """One question "why": its key in the rows, what it is called, its codes, and the form that asks it."""

    key: str
    title: str | Promise
    choices: list[tuple[str, str]]
    form: type[forms.Form]


# What only the clocks say, or what says nothing without its own page, is nobody's to switch off.
KEPT = {Returned.NO_ANSWER, Withdrawn.KEPT}
STEPS = {
    step.key: step
    for step in (
        Step(State.RETURNED, _("It goes back"), Returned.choices, GiveBackForm),
        Step(State.CLOSED, _("It is finished"), Closed.choices, CloseForm),
        Step(State.PAUSED, _("It rests"), Paused.choices, PauseForm),
        Step(State.WITHDRAWN, _("It is taken back"), Withdrawn.choices, WithdrawForm),
        Step(State.TRANSFERRED, _("To another scheme"), Transferred.choices, TransferForm),
        Step(State.ACCEPTED, _("It begins again"), Reopened.choices, ReopenForm),
    )
}


def rows_of(scheme: Scheme | object, step: str) -> dict[str, SchemeReason]:
    return {row.code: row for row in SchemeReason.objects.filter(scheme=scheme, step=step)}


def narrow(form: forms.Form, referral: Referral) -> None:
    """A form that asks why: what this scheme offers, in its words, with its advice beside each."""
    step = next((one for one in STEPS.values() if isinstance(form, one.form)), None)
    if step is None:
        return
    rows = rows_of(referral.team.scheme_id, step.key)
    if rows:
        form.fields["why"].choices = list(_offered(form.fields["why"].choices, rows))


def _offered(choices: Iterable[tuple[str, str]], rows: dict[str, SchemeReason]) -> Iterable[tuple[str, str]]:
    for code, label in choices:
        row = rows.get(code)
        if row is None or row.offered:
            yield code, said_by(row, label)


def said_by(row: SchemeReason | None, label: str | Promise) -> str:
    """The scheme's own words for it, or the house's; and what it advises then."""
    if row is None:
        return str(label)
    return " ".join(filter(None, [row.wording or str(label), row.advice]))


def told(referral: Referral, step: str, code: str, label: str | Promise) -> str:
    """What whoever asked reads of this reason, in the words of the scheme that gave it."""
    return said_by(SchemeReason.objects.filter(scheme=referral.team.scheme_id, step=step, code=code).first(), label)
