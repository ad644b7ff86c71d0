"""The person and the organiser answer at one moment, and two windows record it: one thing is owed, and done once."""

import uuid
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as
from connect.messaging import links
from referrals.following.models import FollowUp
from referrals.models import ReferralEvent
from tests.referrals.test_taking_turns import at_once, posting

pytestmark = pytest.mark.django_db(transaction=True)


def test_two_who_say_not_at_one_moment_are_one_talk_and_it_is_recorded_once(cast, weeks, client, sign_in):
    [first] = weeks(1)
    scope = [first.referral_id, first.pk]
    until = timezone.now() + timedelta(days=3)
    presses = []
    for purpose, subject, address, said in (
        ("attendance", first.pk, "reply", {"answer": "not"}),
        ("register", first.register_id, "register", {f"came-{first.pk}": "not"}),
    ):
        link = links.mint(purpose, subject, scope, until)
        client.get(reverse("link", args=[links.token(link)]))
        presses.append(posting(client, reverse(address), {"link": str(link.pk), "key": str(uuid.uuid4())} | said))
    assert at_once(*presses) == [302, 302]
    with acting_as("seed"):
        row = FollowUp.objects.get()
        assert (row.kind, row.done_at) == ("not_started", None)
    address = reverse("follow", args=[row.referral_id, row.connection_id, row.kind])
    sent = {"row": str(row.pk), "then": "leave", "why": "cost"}
    windows = [posting(sign_in(cast.carl), address, sent | {"key": str(uuid.uuid4())}) for _n in range(3)]
    assert at_once(*windows) == [302, 302, 302]
    with acting_as("seed"):
        assert ReferralEvent.objects.filter(kind="followed").count() == 1
