"""The demo's phrases, a task and a visit, so that Carl's day has something in it."""

from datetime import time, timedelta

from django.utils import timezone

from connect.messaging import hours
from connect.people.models import User
from referrals import actions
from referrals.case import doing, phrases, visiting
from referrals.case.states import Risk, Transport
from referrals.models import Referral

PHRASES = [
    "No answer, no message left.",
    "Left a message to ring the team.",
    "Would like somebody to come along the first time.",
    "Mornings are best.",
]


def load(carl: User, buddy: User) -> None:
    """For the first two people Carl has in hand."""
    held = Referral.objects.filter(connector=carl, closed_at=None).select_related("person")
    mine = held.order_by("-submitted_at")[:2]
    if len(mine) < 2:
        return
    phrases.keep(carl.acting.team_id, PHRASES)
    today = timezone.localdate()
    said = {"words": "Post the bus map", "owner": carl, "due_on": today, "by": carl}
    doing.add_task(mine[0], **said, made=actions.new_key())
    day = today + timedelta(days=1)
    visiting.plan(
        mine[1], who=carl, buddy=buddy, place="14 Garnet Terrace, Millrace", starts_at=hours.at(day, time(14)),
        ends_at=hours.at(day, time(15, 15)), phone="07700900555", transport=Transport.BUS, risks=[Risk.NEW],
        by=carl, made=actions.new_key(),
    )  # fmt: skip
