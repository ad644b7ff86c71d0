"""Coming in as a volunteer: a form without an account, an e-mail that is theirs, references, checks, and approval."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone

from connect.identity import acting_as, acting_for, identify
from connect.messaging import links
from connect.messaging.models import Link, Message
from referrals.befriending import approving, sweeping, visiting
from referrals.befriending.models import Referee, Volunteer, VolunteerCheck, VolunteerStep
from referrals.models import Heard
from tests.referrals.befriending.conftest import applied, in_days

pytestmark = pytest.mark.django_db


def swept():
    with acting_as("reminders"):
        return sweeping.confirm_addresses(), sweeping.ask_referees()


def open_link(client, purpose):
    link = Link.objects.filter(purpose=purpose).latest("created_at")
    client.get(reverse("link", args=[links.token(link)]))
    return link


@pytest.fixture
def anna(scheme, client):
    client.post(reverse("befriend"), applied())
    with acting_as("seed"):
        return Volunteer.objects.get()


def test_anybody_may_offer_without_an_account_and_twice_is_once(scheme, client):
    assert client.get(reverse("befriend")).status_code == 200
    form = applied()
    for _twice in range(2):
        assert client.post(reverse("befriend"), form)["Location"] == reverse("befriend_sent")
    with acting_as("seed"):
        [row] = Volunteer.objects.all()
    assert (row.team, row.stage, row.postcode, row.languages) == (
        scheme.team,
        "applied",
        "KX2 4HD",
        ["English", "Welsh"],
    )
    identify()
    assert Volunteer.objects.count() == 0


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("postcode", "nowhere", "Enter a full postcode"),
        ("email", "anna", "Enter an e-mail address, like name@example.org"),
        ("adult", "", "Befrienders are 18 or over"),
        ("agreed", "", "We can only ring you if you agree"),
        ("kinds", [], "Choose one or more"),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(scheme, client, field, value, words):
    answer = client.post(reverse("befriend"), applied(why="Because of my aunt") | {field: value})
    text = answer.content.decode()
    assert (answer.status_code, words in text or field == "postcode", "Because of my aunt" in text) == (422, True, True)
    with acting_as("seed"):
        assert Volunteer.objects.count() == 0


def test_an_address_is_theirs_when_they_press_the_button_not_when_a_machine_opens_the_page(scheme, anna, client, now):
    assert [swept(), swept()] == [(1, 0), (0, 0)]
    link = open_link(client, "volunteer")
    client.get(reverse("befriend_confirm"))
    assert now(anna).stage == "applied"
    for _twice in range(2):
        client.post(reverse("befriend_confirm"), {"link": link.pk})
    assert now(anna).stage == "confirmed"


def test_references_come_by_a_link_that_opens_nothing_of_the_volunteer(scheme, anna, client, sign_in, now):
    swept()
    link = open_link(client, "volunteer")
    client.post(reverse("befriend_confirm"), {"link": link.pk})
    person = {"key": "8f7d1c1e-16a6-4b40-9f3a-9d6a0e0e2f21", "name": "Pat Winslow", "email": "pat@example.org"}
    for _twice in range(2):
        sign_in(scheme.cleo).post(reverse("volunteer_referee", args=[anna.pk]), person)
    assert [swept(), swept()] == [(0, 1), (0, 0)]
    with acting_as("delivery"):
        assert [one.to for one in Message.objects.filter(template="reference_asked")] == ["pat@example.org"]
    link = open_link(client, "reference")
    with acting_for(link.scope):
        assert (Volunteer.objects.count(), Referee.objects.count()) == (0, 1)
    said = {"link": link.pk, "years": "Ten, next door", "trusts": "yes", "words": "Kind."}
    for _twice in range(2):
        assert client.post(reverse("reference"), said).status_code in (200, 302)
    with acting_as("seed"):
        assert list(Referee.objects.values_list("trusts", "words")) == [("yes", "Kind.")]
        assert [one.text for one in Heard.objects.all()] == ["Kind."]


@pytest.fixture
def talked(scheme, anna):
    with acting_as("seed"):
        Volunteer.objects.update(stage="talked")
        anna.refresh_from_db()
    return anna


def test_nobody_is_approved_while_something_is_missing(scheme, talked, sign_in, now):
    client = sign_in(scheme.cleo)
    text = client.post(reverse("volunteer_approve", args=[talked.pk]), follow=True).content.decode()
    assert [words in text for words in ("2 more references", "No check has been seen", "No training yet")] == [True] * 3
    assert now(talked).stage == "talked"


def test_step_by_step_each_with_who_and_when(scheme, talked, sign_in, now):
    client = sign_in(scheme.cleo)
    with acting_as("seed"):
        for n in "ab":
            Referee.objects.create(
                volunteer=talked, about="Anna", name=n, email=f"{n}@example.org", team=scheme.team, trusts="yes",
                key=f"8f7d1c1e-16a6-4b40-9f3a-9d6a0e0e2f2{n}", content_hash="", made_in="",
            )  # fmt: skip
    today = timezone.localdate().isoformat()
    for _twice in range(2):
        client.post(reverse("volunteer_check", args=[talked.pk]), {"level": "dbs_enhanced", "seen_on": today})
        client.post(reverse("volunteer_lesson", args=[talked.pk]), {"title": "First evening", "held_on": today})
    client.post(reverse("volunteer_approve", args=[talked.pk]))
    assert (now(talked).stage, now(talked).approved_by) == ("approved", scheme.cleo)
    with acting_as("seed"):
        assert list(VolunteerCheck.objects.values_list("level", "seen_by__name")) == [("dbs_enhanced", "Cleo Hart")]
        assert list(VolunteerStep.objects.values_list("to", "by__name")) == [
            ("applied", None),
            ("approved", "Cleo Hart"),
        ]


def test_a_check_has_no_place_for_a_number_or_a_copy():
    assert {one.name for one in VolunteerCheck._meta.get_fields()} == {
        "id", "volunteer", "level", "seen_on", "seen_by", "recheck_on",
    }  # fmt: skip


def test_a_check_counts_as_long_as_the_team_decided():
    assert approving._months_after(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert approving._months_after(date(2026, 11, 24), 36) == date(2029, 11, 24)


def test_a_day_that_lies_ahead_is_no_day_on_which_it_was_seen(scheme, talked, sign_in):
    form = {"level": "dbs_enhanced", "seen_on": in_days(3).isoformat()}
    answer = sign_in(scheme.cleo).post(reverse("volunteer_check", args=[talked.pk]), form)
    assert (answer.status_code, "up to today" in answer.content.decode()) == (422, True)


@pytest.mark.parametrize("name", ["carl", "nia", "cara", "rosa", "vera", "colm", "dev"])
def test_volunteers_are_for_those_who_coordinate_them_here(scheme, anna, sign_in, name):
    user = getattr(scheme, name)
    assert sign_in(user).get(reverse("volunteer", args=[anna.pk])).status_code == 404
    identify(user)
    assert [one.objects.count() for one in (Volunteer, Referee, VolunteerCheck, VolunteerStep)] == [0, 0, 0, 0]


def test_miles_are_claimed_by_month_as_a_file_that_names_nobody_who_is_helped(scheme, met, sign_in):

    visiting.log(met, on=in_days(-1), went="met", miles=6)
    month = in_days(-1).strftime("%Y-%m")
    client = sign_in(scheme.cleo)
    page = reverse("befriending_mileage")
    assert "£2.70" in client.get(page, {"month": month}).content.decode()
    text = client.get(page, {"month": month, "as": "csv"}).content.decode("utf-8-sig")
    assert text.splitlines()[1:] == [f"{month},Vera Moss,1,6,45,2.70"]
    assert sign_in(scheme.vera).get(page).status_code == 404
