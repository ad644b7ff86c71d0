"""Who is told what: as much as each person agreed to, and nobody who has left."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as
from connect.messaging import links
from connect.messaging.models import Link, Message
from connect.people.models import Membership
from referrals.going import actions as going
from referrals.models import Consent, Occasion, Person, Referral
from referrals.reminding import sweeping
from tests.answers import taken_back

pytestmark = pytest.mark.django_db


@pytest.fixture
def over(expected):
    with acting_as("seed"):
        ended = timezone.now() - timedelta(hours=3)
        Occasion.objects.filter(pk=expected.pk).update(starts_at=ended - timedelta(hours=2), ends_at=ended)
        return Occasion.objects.select_related("referral", "connection").get(pk=expected.pk)


def ask():
    with acting_as("reminders"):
        sweeping.ask_who_went()


def outbox(**conditions):
    with acting_as("delivery"):
        return list(Message.objects.filter(**conditions).values_list("template", "state").order_by("template"))


def went(occasion):
    with acting_as("seed"):
        going.answer(occasion, said_by="organiser", answer="went")


def test_a_worker_who_has_left_hears_nothing_more(cast, over):
    Membership.objects.filter(user=cast.rosa).update(ends_at=timezone.now())
    went(over)
    assert {state for _template, state in outbox(recipient_key=cast.rosa.pk)} == {"cancelled"}


@pytest.mark.parametrize(
    ("model", "values"),
    [
        (Person, {"restricted": True}),
        (Consent, {}),
        (Occasion, {"called_off_at": timezone.now()}),
        (Referral, {"state": "withdrawn"}),
    ],
)
def test_an_organiser_is_asked_about_nobody_who_may_not_be_named(over, model, values):
    if model is Consent:
        taken_back()
    else:
        with acting_as("seed"):
            model.objects.update(**values)
    ask()
    assert outbox(template="register") == []


def test_who_is_called_off_later_disappears_from_the_register(over, client):
    ask()
    client.get(reverse("link", args=[links.token(Link.objects.filter(purpose="register").latest("created_at"))]))
    assert "Stanley A" in client.get(reverse("register")).content.decode()
    with acting_as("seed"):
        Referral.objects.update(state="withdrawn")
    assert client.get(reverse("register")).status_code == 410


def test_a_yes_taken_back_stops_what_rests_on_it_and_its_links(cast, over, sign_in, client):
    ask()
    sign_in(cast.carl).post(reverse("take_back", args=[over.referral_id]), {"purpose": "contact"})
    assert {state for _template, state in outbox(recipient_key=over.connection.person_id)} == {"cancelled"}
    link = Link.objects.get(purpose="attendance")
    assert client.get(reverse("link", args=[links.token(link)])).status_code == 410
    assert "They took it back, " in sign_in(cast.carl).get(reverse("person", args=[over.referral_id])).content.decode()


def test_word_to_the_worker_that_has_not_left_yet_does_not_leave_once_it_is_taken_back(cast, over, sign_in):
    went(over)
    sign_in(cast.carl).post(reverse("take_back", args=[over.referral_id]), {"purpose": "tell_referrer"})
    told = set(outbox(recipient_key=cast.rosa.pk))
    assert {state for template, state in told if template != "no_longer_told"} == {"cancelled"}
    assert ("no_longer_told", "queued") in told  # she hears that she hears no more, and not why


@pytest.mark.parametrize("who", ["rosa", "nia", "cora", "vera"])
def test_nobody_else_takes_a_yes_back(cast, over, sign_in, who):
    answer = sign_in(getattr(cast, who)).post(reverse("take_back", args=[over.referral_id]), {"purpose": "contact"})
    with acting_as("seed"):
        assert (answer.status_code, Consent.objects.exclude(decision="given").count()) == (404, 0)


def test_the_api_tells_a_referrer_no_more_than_the_page(cast, over, sign_in):
    with acting_as("seed"):
        taken_back("tell_referrer")
    rosa = sign_in(cast.rosa)
    row = rosa.get(reverse("api_referral", args=[over.referral_id])).json()
    assert ("state" in row, row["progress"]["word"]) == (False, "With a connector")
    assert (
        rosa.get(reverse("api_referrals"), {"state": "submitted"}).json()["count"] == 1
    )  # no such filter: no such answer
    assert sign_in(cast.carl).get(reverse("api_referral", args=[over.referral_id])).json()["state"] == "active"


@pytest.mark.parametrize("who", ["rosa", "lena", "carl", "tess"])
@pytest.mark.parametrize("name", ["referral", "person", "api_referral"])
def test_a_restricted_person_is_for_a_named_list_which_nobody_is_on_yet(cast, over, sign_in, who, name):
    with acting_as("seed"):
        Person.objects.update(restricted=True)
    answer = sign_in(getattr(cast, who)).get(reverse(name, args=[over.referral_id]))
    assert (answer.status_code, "Ames" in answer.content.decode()) == (404, False)


def test_on_christmas_day_nobody_is_asked_whether_they_went(time_machine, over):
    london = ZoneInfo("Europe/London")
    time_machine.move_to(datetime(2026, 12, 24, 20, 45, tzinfo=london), tick=False)
    with acting_as("seed"):
        ended = timezone.now() - timedelta(hours=2)
        Occasion.objects.update(starts_at=ended - timedelta(hours=2), ends_at=ended)
    ask()
    with acting_as("delivery"):
        due = set(Message.objects.filter(template__startswith="did_you").values_list("due_at", flat=True))
    assert due == {datetime(2026, 12, 27, 9, tzinfo=london)}  # the 26th is Boxing Day, the 27th a Sunday like any other
