"""Offering somebody a role, a second person's yes where one is needed, and taking it up."""

from collections.abc import Mapping

from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils import timezone

from connect.audit.actions import rights_changed
from connect.identity import acting_as
from connect.messaging import links, messages
from connect.people.models import Membership, Tenant, User
from connect.people.running import actions
from connect.people.running.models import Invitation
from connect.people.running.reach import bodies_given_by, needs_second, roles_given_by, teams_given_by
from connect.people.training import actions as training


class RunningError(Exception):
    """Something that may not be done; the page says so in words."""


class NotToOneself(RunningError):
    """Nobody gives themselves a role, nor agrees to one of their own."""


class NotTheirsToGive(RunningError):
    """That role, organisation or team is not theirs to give."""


class TooLate(RunningError):
    """It was called off, taken up or has run out."""


@transaction.atomic
def invite(*, by: User, made: Mapping[str, object], **offer: object) -> Invitation:
    """Offer a role to an address. The letter leaves now, or once a second administrator has agreed.

    Whether the address has an account already makes no difference to anything the sender sees.
    """
    if offer["email"] == by.email:
        raise NotToOneself
    _within(by, offer)
    return give(by=by, made=made, **offer)


@transaction.atomic
def give(*, by: User, made: Mapping[str, object], **offer: object) -> Invitation:
    """The same where the caller has asked the matrix for another right than to give roles, as champions do."""
    invitation = Invitation.objects.create(made_by=by, needs_second=needs_second(by), **offer, **made)
    rights_changed(what="invited", about=invitation.pk, by=by, detail=actions.said_of(invitation))
    if not invitation.needs_second:
        _write(invitation)
    return invitation


def _within(by: User, offer: Mapping[str, object]) -> None:
    """The form offers no more than this; and the form is not the wall."""
    team = offer.get("team")
    theirs = (
        offer["role"] in roles_given_by(by)
        and bodies_given_by(by).filter(pk=offer["organisation"].pk).exists()
        and (team is None or teams_given_by(by).filter(pk=team.pk, organisation=offer["organisation"]).exists())
    )
    if not theirs:
        raise NotTheirsToGive


def _write(invitation: Invitation) -> None:
    """A link that opens for whoever reads that mailbox, and for nobody who does not."""
    link = links.mint("invitation", invitation.pk, [], invitation.expires_at)
    tenant = Tenant.current()
    with acting_as("reminders"):
        messages.queue(
            recipient_key=invitation.pk,
            cause="invitation",
            channel="email",
            to=invitation.email,
            template="invitation",
            context={
                "by": invitation.made_by.name,
                "organisation": invitation.organisation.name,
                "house": str(tenant),
                "until": invitation.expires_at,
                "phone": tenant.help_phone,
            },
            link=link,
        )


@transaction.atomic
def agree(invitation: Invitation, *, by: User) -> None:
    """The second administrator's yes; then the letter leaves."""
    held = Invitation.objects.select_for_update(of=("self",)).get(pk=invitation.pk)
    if by.pk == held.made_by_id or by.email == held.email:
        raise NotToOneself
    if not held.waits_for_second:
        raise TooLate
    Invitation.objects.filter(pk=held.pk).update(agreed_by=by, agreed_at=timezone.now())
    rights_changed(what="agreed", about=held.pk, by=by, detail=actions.said_of(held))
    _write(held)


@transaction.atomic
def call_off(invitation: Invitation, *, by: User) -> None:
    """The letter is stopped if it has not left, and its link opens nothing."""
    withdraw(invitation)
    rights_changed(what="called_off", about=invitation.pk, by=by, detail=actions.said_of(invitation))


def withdraw(invitation: Invitation) -> None:
    if not Invitation.objects.open().filter(pk=invitation.pk).update(called_off_at=timezone.now()):
        raise TooLate
    messages.cancel(recipient_key=invitation.pk)
    links.revoke(invitation.pk)


def account_of(invitation: Invitation) -> User | None:
    return User.objects.filter(email=invitation.email).first()


@transaction.atomic
def take_up(invitation: Invitation, *, password: str = "", user: User | None = None) -> Membership:
    """The role becomes theirs: of a new account with this password, or of the account that is signed in.

    A letter alone opens no account that exists: whoever has one shows it by signing in.
    """
    held = Invitation.objects.select_for_update(of=("self",)).get(pk=invitation.pk)
    if not held.is_open or held.waits_for_second:
        raise TooLate
    if user is None:
        user = _new_account(held, password)
    elif user.email != held.email:
        raise NotTheirsToGive
    Invitation.objects.filter(pk=held.pk).update(accepted_at=timezone.now(), accepted_by=user)
    links.revoke(held.pk)
    if held.instead_of_id:
        _leave(held, user)
    membership = actions.begin(user, held)
    training.know_again(user)
    rights_changed(what="taken_up", about=user.pk, detail=actions.said_of(held))
    return membership


def _leave(invitation: Invitation, user: User) -> None:
    """The place they move from. Whoever was suspended there meanwhile, or has been moved already, moves nowhere."""
    before = Membership.objects.current().filter(pk=invitation.instead_of_id).first()
    if before is None:
        raise TooLate
    actions.close(before)
    rights_changed(what="moved_on", about=user.pk, detail=actions.said_of(before))


def _new_account(invitation: Invitation, password: str) -> User:
    if account_of(invitation):
        raise NotTheirsToGive
    user = User.objects.create_user(invitation.email, password, name=invitation.name)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user
