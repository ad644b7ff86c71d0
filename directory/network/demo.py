"""The demo borough's groups with whoever looks after them, a poll that is over and one that is open. All invented."""

import random
import uuid
from datetime import timedelta

from django.utils import timezone

from connect.people.models import User
from connect.places.models import Area
from directory.models import Service
from directory.network import actions, letters, polls
from directory.network.models import Group, Poll, PollWords

ADMINS = ["Gus Orchard", "Nan Pellow", "Idris Vane", "Marta Quayle", "Sol Whitby", "Ivy Trent"]
MORE = [("Kelderby Dads", "whatsapp", 84), ("Northgate Noticeboard", "facebook_page", 1910)]
NEEDS = ["company", "getting_out", "something_to_do", "practical_help"]
WORDS = ["A choir that anybody may join", "A bus back after six"]
ANSWERS = 64


def load(lead: User) -> None:
    """Once."""
    wards = list(lead.acting.team.areas.order_by("name"))
    if not wards or Group.objects.filter(name=MORE[0][0]).exists():
        return
    groups = [*_listed(wards), *_others(wards)]
    for at, (group, name) in enumerate(zip(groups, ADMINS, strict=False)):
        email = f"{name.split()[0].lower()}{at}@example.org"
        actions.add_admin(group, email=email, name=name, phone="", agreed_on=timezone.localdate(), by=lead)
    _asked(groups[0], wards)
    words = "A summit for admins in the Example Hall, on a Thursday evening. Tea from six. Will you come?"
    letters.write(words=words, wards=[], made=_made(), by=lead)


def _listed(wards: list[Area]) -> list[Group]:
    """Those that have a listing, with the members that it states."""
    rows = Service.objects.filter(community__isnull=False).select_related("community").order_by("name")
    return [
        actions.add(
            name=one.name, platform=one.community.platform, address=one.community.address, service=one,
            members=one.community.members, members_on=one.community.members_counted_on,
            wards=[wards[at % len(wards)]], made=_made(),
        )
        for at, one in enumerate(rows)
    ]  # fmt: skip


def _others(wards: list[Area]) -> list[Group]:
    return [
        actions.add(
            name=name, platform=platform, address="", service=None, members=n, wards=[wards[-1 - at]], made=_made()
        )
        for at, (name, platform, n) in enumerate(MORE)
    ]


def _asked(group: Group, wards: list[Area]) -> None:
    """One that is over, with answers from two wards; and one that is open."""
    today = timezone.localdate()
    group.wards.set(wards[:3])
    over = polls.begin(
        group, question="What would you like more of round here?", needs=NEEDS,
        opens_on=today, closes_on=today, made=_made(),
    )  # fmt: skip
    dice = random.Random(8)  # noqa: S311 (the same demo every time)
    for at in range(ANSWERS):
        words = WORDS[at] if at < len(WORDS) else ""
        ward = dice.choice([*wards[:3], wards[0], None])
        polls.answer(over, key=uuid.uuid4(), needs=dice.sample(NEEDS, dice.randint(1, 2)), ward=ward, words=words)
    Poll.objects.filter(pk=over.pk).update(opens_on=today - timedelta(days=30), closes_on=today - timedelta(days=16))
    if read := PollWords.objects.filter(words=WORDS[0]).first():
        polls.settle_words(read, passed_on=True)
    polls.begin(
        group, question="What shall we try next?", needs=NEEDS[:3],
        opens_on=today, closes_on=today + timedelta(days=14), made=_made(),
    )  # fmt: skip


def _made() -> dict[str, object]:
    return {"key": uuid.uuid4(), "content_hash": "", "made_in": ""}
