"""The demo's front door: where a younger person goes, a referral that was begun, and a month of chats."""

import random
from datetime import timedelta

from django.utils import timezone

from connect.people.models import Scheme, User
from connect.people.roles import Job
from connect.places.models import Area
from referrals import actions
from referrals.asking.models import Came, Draft, HealthyChat, WhyNot

YOUNGER = "Kelderby Youth, 01632 960 077, is there for everybody from 11 to 17. In danger now, ring 999."
CHATS = 40


def load(worker: User) -> None:
    """Written as the job "seed", like everything the demo holds; once."""
    Scheme.objects.filter(younger_go_to="").update(younger_go_to=YOUNGER)
    if HealthyChat.objects.exists():
        return
    begun = {"postcode": ["KX2 4HD"], "given_name": ["Maud"], "words": ["Would come if somebody met her at the door."]}
    Draft.objects.create(user=worker, organisation_id=worker.acting.organisation_id, typed=begun)
    dice = random.Random(40)  # noqa: S311  (the same chats each time, nothing secret)
    wards = list(Area.objects.filter(kind=Area.Kind.WARD).order_by("code")[:7])
    HealthyChat.objects.bulk_create([_chat(dice, worker, wards) for _ in range(CHATS)])


def _chat(dice: random.Random, worker: User, wards: list[Area]) -> HealthyChat:
    asked, before = dice.random() < 0.8, dice.randrange(1, 5)
    return HealthyChat(
        at=timezone.now() - timedelta(days=dice.randrange(30)),
        organisation_id=worker.acting.organisation_id,
        job=dice.choice([Job.HOUSING, Job.NURSE, Job.LIBRARY]),
        trained=dice.random() < 0.6,
        ward=dice.choice(wards),
        minutes=dice.randrange(3, 25),
        before=before,
        after=min(before + dice.randrange(3), 5),
        asked=asked,
        came=dice.choice([Came.RATHER_NOT, Came.TALKED, Came.THINKING, Came.SIGNPOSTED]) if asked else "",
        why_not="" if asked else dice.choice(WhyNot.values),
        **actions.new_key(),
    )
