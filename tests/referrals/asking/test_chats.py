"""A chat is logged in a few taps, on its own: nobody's name is in it, and nobody reads it row by row."""

import uuid

import pytest
from django.db import connection
from django.urls import reverse

from connect.identity import acting_as, identify
from connect.people.models import Membership
from referrals.asking.models import HealthyChat
from tests.cast import mr_ames

pytestmark = pytest.mark.django_db


def said(**more):
    return {"key": str(uuid.uuid4()), "asked": "yes", "came": "signposted"} | more


def logged():
    with acting_as("freeze"):
        return list(HealthyChat.objects.select_related("ward", "referral"))


def test_rosa_logs_a_chat_with_her_work_and_ward_and_without_a_name(cast, sign_in):
    Membership.objects.filter(user=cast.rosa).update(job="housing")
    page = sign_in(cast.rosa).post(
        reverse("chat"), said(minutes="12", before="2", after="4", ward="KX2 4HD"), follow=True
    )
    chat = logged()[0]
    assert "Logged." in page.content.decode()
    assert (chat.job, chat.ward, chat.organisation, chat.minutes) == ("housing", cast.ward, cast.homes, 12)
    assert (chat.before, chat.after, chat.asked, chat.assisted, chat.acted) == (2, 4, True, True, True)


def test_no_column_could_hold_who_it_was():
    with connection.cursor() as cursor:
        columns = {
            column.name for column in connection.introspection.get_table_description(cursor, "referrals_healthychat")
        }
    assert columns == {
        "id", "key", "content_hash", "made_in", "at", "organisation_id", "job", "trained", "ward_id", "minutes",
        "before", "after", "asked", "why_not", "came", "referral_id",
    }  # fmt: skip


def test_not_asked_is_as_welcome_and_has_its_reason(cast, sign_in):
    sign_in(cast.rosa).post(reverse("chat"), said(asked="no", why_not="not_alone"))
    chat = logged()[0]
    assert (chat.asked, chat.why_not, chat.came, chat.assisted) == (False, "not_alone", "", False)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"asked": ""}, "Say whether you brought it up"),
        ({"came": ""}, "Say what came of it"),
        ({"asked": "no", "came": ""}, "Say why not; there is no wrong answer"),
    ],
)
def test_what_is_missing_is_asked_for_and_nothing_is_logged(cast, sign_in, wrong, says):
    page = sign_in(cast.rosa).post(reverse("chat"), said(**wrong))
    assert (page.status_code, says in page.content.decode(), logged()) == (422, True, [])


def test_sent_twice_it_is_one_chat(cast, sign_in):
    rosa, form = sign_in(cast.rosa), said()
    rosa.post(reverse("chat"), form), rosa.post(reverse("chat"), form)
    assert len(logged()) == 1


def test_logged_from_the_receipt_it_belongs_to_that_referral_and_only_to_ones_own(cast, sign_in):
    mine, ravis = mr_ames(cast), mr_ames(cast, by=cast.ravi)
    rosa = sign_in(cast.rosa)
    for referral in (mine, ravis):
        rosa.post(f"{reverse('chat')}?of={referral.pk}", said(came="referred"))
    assert [chat.referral for chat in logged() if chat.referral_id] == [mine]


def test_no_one_reads_the_rows_not_even_who_logged_them(cast, sign_in):
    sign_in(cast.rosa).post(reverse("chat"), said())
    for name in ("rosa", "lena", "carl", "tess", "nia", "colm", "dev"):
        identify(getattr(cast, name))
        assert HealthyChat.objects.count() == 0
