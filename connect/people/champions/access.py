"""Whoever may refer needs an account: offered when it is granted, ended when it is taken back."""

import uuid
from collections.abc import Set

from connect.people.champions.models import Champion
from connect.people.champions.states import May
from connect.people.models import Membership, User
from connect.people.roles import Role
from connect.people.running import actions as running
from connect.people.running import inviting
from connect.people.running.models import Invitation


def follow(champion: Champion, *, before: Set[str], by: User) -> None:
    """After a grant: the letter that opens an account, or the end of one."""
    if May.REFER in champion.may and May.REFER not in before:
        _offer(champion, by)
    elif May.REFER in before and May.REFER not in champion.may:
        take_back(champion, by=by)


def _offer(champion: Champion, by: User) -> None:
    made = {"key": uuid.uuid4(), "content_hash": "", "made_in": ""}
    if not _account(champion).exists() and not _open(champion).exists():
        inviting.give(
            by=by, made=made, email=champion.email, name=champion.name, role=Role.CHA, organisation=champion.kept_by
        )


def take_back(champion: Champion, *, by: User | None) -> None:
    for membership in _account(champion):
        if by:
            running.end(membership, by=by)
        else:
            running.close(membership)
    for invitation in _open(champion):
        inviting.withdraw(invitation)


def _account(champion: Champion):
    return Membership.objects.current().filter(user__email=champion.email, role=Role.CHA, organisation=champion.kept_by)


def _open(champion: Champion):
    return Invitation.objects.open().filter(email=champion.email, role=Role.CHA, organisation=champion.kept_by)
