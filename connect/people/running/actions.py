"""Memberships that begin, rest, move and end; accounts that are locked. Each leaves a row with the auditor."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from connect.audit.actions import rights_changed
from connect.people.models import Membership, Team, User
from connect.people.running.models import Invitation


class OtherTeam(Exception):
    """A membership moves within its organisation; elsewhere, it begins with an invitation."""


def said_of(one: Membership | Invitation) -> str:
    """Role, organisation and team as codes and keys: names are for those who may look them up."""
    return " ".join(filter(None, [one.role, f"o:{one.organisation_id}", one.team_id and f"t:{one.team_id}"]))


def begin(user: User, offer: Invitation) -> Membership:
    """The membership of the offer: new, or the one that had ended before. Who is suspended stays so."""
    who = {"user": user, "organisation": offer.organisation, "team": offer.team, "role": offer.role}
    before = Membership.objects.select_for_update().filter(**who).first()
    now = {"starts_at": timezone.now(), "ends_at": None, "suspended_at": _still_suspended(before, offer)}
    membership, _new = Membership.objects.update_or_create(**who, defaults=now | {"area": offer.area, "job": offer.job})
    return membership


def _still_suspended(before: Membership | None, offer: Invitation) -> datetime | None:
    """Only whoever asks somebody back after the end has thought better of it; a letter from before has not."""
    if before is None or (before.ends_at and before.ends_at <= offer.made_at):
        return None
    return before.suspended_at


def close(membership: Membership) -> None:
    """Every right that came with it is gone when this transaction commits: each request asks anew."""
    Membership.objects.filter(pk=membership.pk).update(ends_at=timezone.now())


@transaction.atomic
def end(membership: Membership, *, by: User) -> None:
    close(membership)
    rights_changed(what="ended", about=membership.user_id, by=by, detail=said_of(membership))


@transaction.atomic
def rest(membership: Membership, *, by: User) -> None:
    """Suspended: nothing opens, and nothing is lost when it is taken up again."""
    Membership.objects.filter(pk=membership.pk, suspended_at=None).update(suspended_at=timezone.now())
    rights_changed(what="suspended", about=membership.user_id, by=by, detail=said_of(membership))


@transaction.atomic
def resume(membership: Membership, *, by: User) -> None:
    Membership.objects.filter(pk=membership.pk).update(suspended_at=None)
    rights_changed(what="resumed", about=membership.user_id, by=by, detail=said_of(membership))


@transaction.atomic
def move(membership: Membership, *, team: Team, by: User) -> Membership:
    """Into another team of the same organisation, with the same role. What they hold stays with the old team."""
    if team.organisation_id != membership.organisation_id:
        raise OtherTeam
    close(membership)
    moved, _new = Membership.objects.update_or_create(
        user_id=membership.user_id,
        organisation_id=membership.organisation_id,
        team=team,
        role=membership.role,
        defaults={
            "starts_at": timezone.now(),
            "ends_at": None,
            "suspended_at": membership.suspended_at,
            "job": membership.job,
        },
    )
    rights_changed(what="moved", about=membership.user_id, by=by, detail=f"{said_of(membership)} to t:{team.pk}")
    return moved


@transaction.atomic
def lock(user: User, *, by: User) -> None:
    """The account opens nothing in any organisation; its sessions end with their next request."""
    User.objects.filter(pk=user.pk).update(is_active=False)
    rights_changed(what="locked", about=user.pk, by=by)


@transaction.atomic
def unlock(user: User, *, by: User) -> None:
    User.objects.filter(pk=user.pk).update(is_active=True)
    rights_changed(what="unlocked", about=user.pk, by=by)
