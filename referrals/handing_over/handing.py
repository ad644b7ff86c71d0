"""Handing over: each person goes where the lead said, and with the last of them the membership may end."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from django.db import transaction

from connect.people.models import Membership, User
from connect.people.running import actions as running
from connect.people.running.reach import members_changed_by
from referrals import actions
from referrals.handing_over import carrying, planning
from referrals.models import Referral
from referrals.queue import claiming


@dataclass
class Done:
    """`left` are still in the same hands: somebody was faster, or they may go to nobody here."""

    handed: int = 0
    queued: int = 0
    left: list[Referral] = field(default_factory=list)


@transaction.atomic
def hand_over(holder: User, *, plan: Mapping[UUID, User | None], by: User) -> Done:
    """`plan` says for each referral the colleague, or None for the team's queue. What it does not name stays."""
    done, there = Done(), {user.pk for user in planning.colleagues(by.acting.team, holder)}
    rows = planning.in_the_hands_of(holder, by=by).filter(pk__in=list(plan)).select_related("team__scheme")
    for referral in rows.select_related("team__organisation", "connector"):
        _hand(referral, plan[referral.pk], there, done, holder=holder, by=by)
    return done


def _hand(
    referral: Referral, to: User | None, there: set[UUID], done: Done, *, holder: User, by: User
) -> None:  # fmt: skip
    """Each on its own, so that one whom a colleague took meanwhile does not hold up the rest."""
    try:
        with transaction.atomic():
            if to is not None and to.pk in there:
                claiming.hand_to(referral, to, by=by)
                done.handed += 1
            else:
                claiming.release(referral, by=by)
                done.queued += 1
            carrying.take_along(referral, holder=holder, by=by)
    except actions.ReferralError:
        done.left.append(referral)


@transaction.atomic
def leave(holder: User, *, plan: Mapping[UUID, User | None], by: User) -> Done:
    """Hand over, put back whatever came in meanwhile, and end the membership: in one transaction, or nothing of it."""
    done = hand_over(holder, plan=plan, by=by)
    rest = planning.in_the_hands_of(holder, by=by).values_list("pk", flat=True)
    more = hand_over(holder, plan=dict.fromkeys(rest), by=by)
    for membership in members_changed_by(by).filter(user=holder, team=by.acting.team_id):
        running.end(membership, by=by)
    return Done(done.handed, done.queued + more.queued, more.left)


def may_end(holder: User, by: User) -> bool:
    """Whether the lead may end it too: never their own, nor another lead's, nor while they hold somebody hidden."""
    mine = members_changed_by(by).filter(user=holder, team=by.acting.team_id)
    is_there = Membership.objects.current().filter(pk__in=mine).exists()
    return is_there and not planning.hidden_from(by, holder)
