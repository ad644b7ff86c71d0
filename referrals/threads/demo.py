"""The demo's threads: Rosa and Carl about somebody they share, and Carl with the organiser of a group."""

from connect.people.models import User
from referrals import actions
from referrals.belonging import Connection
from referrals.models import Referral
from referrals.states import OPEN, State
from referrals.threads import actions as threads


def load(rosa: User, carl: User) -> None:
    """A question with its answer, one that waits for Rosa, and a word to a group."""
    mine = Referral.objects.filter(connector=carl, referrer=rosa, state__in=[State.CONTACTED, State.ACTIVE], named=None)
    shared = [one for one in mine.select_related("person", "team").order_by("submitted_at")[:9] if _may_be_told(one)]
    for referral in shared[:1]:
        _says(referral, carl, "Is there a better time to ring? He did not pick up before ten.")
        threads.tell_connector(
            referral, text="After his dinner, about half past one. He sleeps late.", by=rosa, made=actions.new_key()
        )
    for referral in shared[1:2]:
        _says(referral, carl, "Do you know whether the lift works again? She asked me.")
    _to_a_group(carl)


def _may_be_told(referral: Referral) -> bool:
    return not threads.why_not_to_referrer(referral)


def _says(referral: Referral, carl: User, text: str) -> None:
    threads.tell_referrer(referral, text=text, by=carl, made=actions.new_key())


def _to_a_group(carl: User) -> None:
    found = Connection.objects.filter(
        referral__connector=carl, referral__named=None, referral__state__in=OPEN, state="introduced"
    )
    waiting = found.select_related("service", "referral__team").order_by("introduced_at")
    for one in waiting:
        if not threads.why_not_to_organiser(one):
            text = "Could somebody meet them at the door the first time? They do not know anybody yet."
            threads.tell_organiser(one, text=text, by=carl, made=actions.new_key())
            return
