"""What a connector writes down: from whom, when; beside what others said, and never instead of it."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as
from referrals.models import Attendance, HowItWas

pytestmark = pytest.mark.django_db


def said():
    with acting_as("seed"):
        return list(Attendance.objects.order_by("written_at").values_list("said_by", "answer", "by__name"))


def tell(client, over, **form):
    return client.post(reverse("heard", args=[over.referral_id, over.pk]), form, follow=True).content.decode()


def test_carl_knows_it_himself_or_from_somebody_and_both_are_kept(over, cast, sign_in):
    carl = sign_in(cast.carl)
    tell(carl, over, answer="went")
    page = tell(carl, over, answer="not", who="organiser", liked="good")
    assert said() == [("connector", "went", cast.carl.name), ("organiser", "not", cast.carl.name)]
    assert ("Both are kept" in page, "Who says what" in page, "Counted: did not go." in page) == (True, True, True)
    with acting_as("seed"):
        assert HowItWas.objects.get().by == cast.carl


def test_when_they_said_so_is_kept_and_cannot_be_before_it_or_to_come(over, cast, sign_in):
    carl = sign_in(cast.carl)
    for on in (timezone.localdate() - timedelta(days=30), timezone.localdate() + timedelta(days=1)):
        assert "Enter a day from that session until today" in tell(carl, over, answer="went", who="person", on=on)
    assert said() == []


@pytest.mark.parametrize("who", ["rosa", "cora", "nia", "vera", "colm"])
def test_nobody_else_writes_it_down(over, cast, sign_in, who):
    sign_in(getattr(cast, who)).post(reverse("heard", args=[over.referral_id, over.pk]), {"answer": "went"})
    assert said() == []
