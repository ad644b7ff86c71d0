"""Somebody goes alone: planned, checked in, out; an alarm when they are not; and a diary that says only when."""

import datetime
import uuid

import pytest
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as
from connect.messaging import delivery
from connect.messaging.models import Message
from connect.people.models import Membership, User
from referrals import actions
from referrals.case import diary, visiting
from referrals.case.tasks import raise_visit_alarms
from referrals.models import Visit

pytestmark = pytest.mark.django_db
MINUTE = datetime.timedelta(minutes=1)


@pytest.fixture
def visit(cast, with_carl):
    """Carl is with Mr Ames, and was to be out a moment ago; Cora looks out for him."""
    now = timezone.now()
    with acting_as("seed"):
        User.objects.filter(pk__in=[cast.cora.pk, cast.tess.pk]).update(phone="07700 900 777")
        return visiting.plan(
            with_carl, who=cast.carl, buddy=cast.cora, place="14 Garnet Terrace", phone="07700900555",
            transport="bus", starts_at=now - 60 * MINUTE, ends_at=now - MINUTE, by=cast.carl, made=actions.new_key(),
        )  # fmt: skip


def late_by(visit, minutes):
    with acting_as("seed"):
        Visit.objects.filter(pk=visit.pk).update(ends_at=timezone.now() - minutes * MINUTE)


def told():
    with acting_as("delivery"):
        return sorted(Message.objects.filter(template__startswith="visit").values_list("template", "channel", "state"))


def form(cast, **changes):
    return {
        "key": uuid.uuid4(), "who": cast.carl.pk, "place": "14 Garnet Terrace", "phone": "07700 900 555",
        "day": timezone.localdate() + datetime.timedelta(days=1), "starts": "14:00", "ends": "15:15",
        "transport": "bus", "risks": ["animal", "new"], "precautions": "Ring first", "buddy": cast.cora.pk,
    } | changes  # fmt: skip


def test_a_visit_is_planned_once_and_stands_on_the_day_of_whoever_goes(cast, sign_in, with_carl):
    carl, sent = sign_in(cast.carl), form(cast)
    for _ in range(2):
        carl.post(reverse("plan_visit", args=[with_carl.pk]), sent)
    with acting_as("seed"):
        planned = Visit.objects.get()
    assert (planned.risks, planned.buddy_id, planned.ends_at - planned.starts_at) == (
        ["animal", "new"], cast.cora.pk, 75 * MINUTE,
    )  # fmt: skip
    assert "Visit" in carl.get(reverse("today")).content.decode()


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"ends": "13:00"}, "It ends after it begins"),
        ({"phone": "x"}, "Enter a phone number"),
        ({"day": "2020-01-01"}, "Choose a day from today on"),
        ({"buddy": "carl"}, "Choose somebody else than whoever goes"),
    ],
)
def test_a_plan_that_cannot_be_is_said_beside_the_field_and_nothing_typed_is_lost(
    cast, sign_in, with_carl, change, said
):
    change = {"buddy": cast.carl.pk} if "buddy" in change else change
    page = sign_in(cast.carl).post(reverse("plan_visit", args=[with_carl.pk]), form(cast, **change))
    text = page.content.decode()
    assert (page.status_code, said in text, "14 Garnet Terrace" in text) == (422, True, True)


def test_nobody_is_alarmed_before_a_quarter_of_an_hour(visit):
    late_by(visit, 14)
    raise_visit_alarms()
    assert told() == []


def test_the_buddy_is_told_after_fifteen_minutes_and_the_lead_after_thirty_each_once(visit):
    late_by(visit, 16)
    raise_visit_alarms(), raise_visit_alarms()
    assert told() == [("visit_overdue_buddy", "email", "queued"), ("visit_overdue_buddy", "sms", "queued")]
    with acting_as("seed"):  # the same end, a quarter of an hour later
        Visit.objects.filter(pk=visit.pk).update(ends_at=timezone.now() - 31 * MINUTE)
    raise_visit_alarms(), raise_visit_alarms()
    assert [one[:2] for one in told()][2:] == [("visit_overdue_lead", "email"), ("visit_overdue_lead", "sms")]


def test_an_alarm_says_who_is_late_and_nothing_about_whom_they_went_to_see(visit):
    late_by(visit, 31)
    raise_visit_alarms()
    with acting_as("delivery"):
        written = " ".join(m.subject + m.body for m in Message.objects.filter(template__startswith="visit"))
    assert [word for word in ("Stanley", "Ames", "Garnet", "KX2") if word in written] == []
    assert ("Carl Whitlock" in written, "07700900555" in written) == (True, True)


def test_an_alarm_leaves_at_night_and_nothing_else_does(visit, settings, monkeypatch):
    settings.QUIET_HOURS = True
    monkeypatch.setattr(delivery, "is_time_to_write", lambda: False)
    late_by(visit, 16)
    with acting_as("seed"):
        from connect.messaging import messages

        messages.queue(
            recipient_key=uuid.uuid4(), cause="x", channel="email", to="x@example.org", template="signpost",
            context={}, due_at=timezone.now(),
        )  # fmt: skip
    raise_visit_alarms()
    with acting_as("delivery"):
        Message.objects.update(due_at=timezone.now() - MINUTE)
    claimed = [delivery.claim_next(only_alarms=True).message.template for _ in range(2)]
    assert (claimed, delivery.claim_next(only_alarms=True)) == (["visit_overdue_buddy"] * 2, None)


def test_who_checks_out_is_looked_for_no_more(cast, sign_in, visit):
    late_by(visit, 16)
    raise_visit_alarms()
    sign_in(cast.carl).post(reverse("leave", args=[visit.pk]))
    late_by(visit, 40)
    raise_visit_alarms()
    assert {state for _template, _channel, state in told()} == {"cancelled"}


def test_who_stays_longer_is_late_only_after_the_new_end_and_then_again(cast, sign_in, visit):
    late_by(visit, 16)
    raise_visit_alarms()
    sign_in(cast.carl).post(reverse("stay_longer", args=[visit.pk]))
    raise_visit_alarms()
    assert [state for _template, _channel, state in told()] == ["cancelled", "cancelled"]
    late_by(visit, 17)
    raise_visit_alarms()
    assert sorted(state for _template, _channel, state in told()) == ["cancelled", "cancelled", "queued", "queued"]


def test_the_buddy_sees_where_and_never_whom_and_the_lead_sees_both(cast, sign_in, visit):
    late_by(visit, 16)
    cora, tess = (sign_in(user).get(reverse("visits")).content.decode() for user in (cast.cora, cast.tess))
    assert ("Garnet" in cora, "Stanley" in cora, "Not out yet" in cora) == (True, False, True)
    assert ("Garnet" in tess, "Stanley Ames" in tess, "Not out yet" in tess) == (True, True, True)
    assert "Not out of a visit yet" in sign_in(cast.tess).get(reverse("today")).content.decode()


def test_nia_sees_nobody_who_is_out_and_presses_nothing(cast, sign_in, visit):
    nia, cora = sign_in(cast.nia), sign_in(cast.cora)
    assert "Garnet" not in nia.get(reverse("visits")).content.decode()
    for name in ("arrive", "leave", "stay_longer", "call_off"):
        url = reverse(name, args=[visit.pk])
        assert (nia.post(url).status_code, cora.post(url).status_code) == (404, 404)


def test_where_somebody_restricted_lives_is_told_to_no_buddy(cast, sign_in, visit):
    with acting_as("seed"):
        Visit.objects.update(guarded=True)
    assert "Garnet" not in sign_in(cast.cora).get(reverse("visits")).content.decode()


def test_who_is_out_checks_out_though_the_person_went_to_a_colleague_meanwhile(cast, sign_in, visit):
    from referrals.models import Referral

    with acting_as("seed"):
        Referral.objects.update(connector=cast.cora)
    assert sign_in(cast.carl).post(reverse("leave", args=[visit.pk])).status_code == 302
    with acting_as("seed"):
        assert Visit.objects.get().left_at is not None


# ---------- the diary ----------


def feed(user):
    from connect.identity import identify

    identify(user)
    address = diary.address(diary.open_anew(user))
    identify()
    return address


def test_a_calendar_reads_times_and_the_word_visit_and_nothing_else(cast, client, visit):
    answer = client.get(feed(cast.carl))
    text = answer.content.decode()
    assert (answer["Content-Type"], text.count("SUMMARY:Visit"), text.count("BEGIN:VEVENT")) == (
        "text/calendar; charset=utf-8", 1, 1,
    )  # fmt: skip
    assert [word for word in ("Stanley", "Ames", "Garnet", "Carl", "07700", str(visit.pk)) if word in text] == []


def test_a_calendar_holds_ones_own_visits_only(cast, client, visit):
    assert "BEGIN:VEVENT" not in client.get(feed(cast.nia)).content.decode()
    assert "BEGIN:VEVENT" not in client.get(feed(cast.tess)).content.decode()


def test_an_address_that_was_revoked_replaced_or_made_up_is_a_404(cast, client, sign_in, visit):
    first = feed(cast.carl)
    second = feed(cast.carl)
    assert (client.get(first).status_code, client.get(second).status_code) == (404, 200)
    assert client.get(second[:-8] + "0000.ics").status_code == 404
    sign_in(cast.carl).post(reverse("close_diary"))
    assert client.get(second).status_code == 404


def test_a_diary_ends_with_the_membership(cast, client, visit):
    address = feed(cast.carl)
    Membership.objects.filter(user=cast.carl).update(ends_at=timezone.now() - MINUTE)
    assert client.get(address).status_code == 404


def test_a_visit_sent_again_with_another_hour_is_not_said_to_be_planned(cast, with_carl, sign_in):
    carl, address, said = sign_in(cast.carl), reverse("plan_visit", args=[with_carl.pk]), form(cast)
    assert [carl.post(address, said).status_code for _twice in range(2)] == [302, 302]
    again = carl.post(address, said | {"starts": "09:00", "ends": "10:00"})
    assert (again.status_code, "planned before with other words" in again.content.decode()) == (422, True)
