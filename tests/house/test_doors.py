"""Doors that are not about one subject: health, accounts, caches, odd input."""

import json

import pytest
from django.core import mail
from django.db import connection
from django.db.utils import OperationalError
from django.urls import reverse

from connect.health import HealthMiddleware
from connect.identity import acting_as
from connect.people.models import Membership
from referrals.models import Person
from tests.cast import mr_ames

pytestmark = pytest.mark.django_db


def test_health_says_when_the_database_is_away_before_anything_else_asks_it(client, rf, monkeypatch):
    assert (client.get("/healthz").status_code, client.get("/healthz").content) == (200, b"ok")
    monkeypatch.setattr(connection, "cursor", lambda: (_ for _ in ()).throw(OperationalError))
    answer = HealthMiddleware(lambda request: pytest.fail("asked further"))(rf.get("/healthz"))
    assert (answer.status_code, answer.content) == (503, b"database")


def test_a_forgotten_password_leaves_by_the_sender_of_everything_else(cast, client, settings, tmp_path):
    settings.EMAIL_BACKEND, settings.MAILBOX_DIR = "connect.messaging.backend.OurSender", tmp_path / "mailbox"
    client.post(reverse("account_reset_password"), {"email": cast.rosa.email})
    letters = [json.loads(path.read_text()) for path in settings.MAILBOX_DIR.iterdir()]
    assert ([letter["to"] for letter in letters], mail.outbox) == ([cast.rosa.email], [])


def test_with_no_mail_server_the_page_says_the_same_of_any_address(cast, client, settings):
    settings.EMAIL_BACKEND, settings.EMAIL_SENDER, settings.EMAIL_PORT = (
        "connect.messaging.backend.OurSender",
        "smtp",
        1,
    )
    codes = [
        client.post(reverse("account_reset_password"), {"email": email}).status_code
        for email in (cast.rosa.email, "nobody@example.org")
    ]
    assert codes == [302, 302]


def test_nobody_changes_the_address_they_sign_in_with(cast, sign_in):
    rosa = sign_in(cast.rosa)
    for change in (
        {"action_add": "", "email": "evil@example.net"},
        {"action_primary": "", "email": "evil@example.net"},
    ):
        assert rosa.post("/accounts/email/", change).status_code == 404
    cast.rosa.refresh_from_db()
    assert cast.rosa.email == "rosa@example.org"


@pytest.mark.parametrize("name", ["api_referrals", "referrals", "search"])
def test_what_somebody_signed_in_is_shown_is_kept_by_no_cache(cast, sign_in, name):
    assert "no-store" in sign_in(cast.rosa).get(reverse(name))["Cache-Control"]


def test_a_membership_that_begins_next_month_opens_nothing_today(cast, sign_in):
    from datetime import timedelta

    from django.utils import timezone

    Membership.objects.filter(user=cast.carl).update(starts_at=timezone.now() + timedelta(days=30))
    assert sign_in(cast.carl).get(reverse("caseload")).status_code == 404


@pytest.mark.parametrize(
    "body",
    [
        '{"key": "8a7c5a5e-0000-4000-8000-000000000000", "given_name": "\\ud800"}',
        "[" * 100_000,
        '{"wants": ["\\udfff"]}',
    ],
)
def test_half_characters_and_bottomless_json_are_a_400(cast, sign_in, body):
    answer = sign_in(cast.rosa).post(reverse("api_referrals"), body, content_type="application/json")
    assert answer.status_code == 400


def test_a_change_is_kept_with_who_made_it(cast, sign_in):
    from referrals.models import ReferralHistory

    referral = mr_ames(cast)
    sign_in(cast.carl).post(reverse("accept", args=[referral.pk]))
    with acting_as("migration"):
        last = ReferralHistory.objects.select_related("pgh_context").latest("pgh_id")
        assert (last.state, last.pgh_context.metadata) == ("accepted", {"user": str(cast.carl.pk), "role": "CON"})
        assert Person.objects.count() == 1


def test_postgresqls_own_log_quotes_nobody(cast, engines):
    from django.db import transaction
    from django.db.utils import DatabaseError

    with pytest.raises(DatabaseError), transaction.atomic():
        Person.objects.create(given_name="Canary Quincewell", created_by=cast.rosa, organisation=cast.homes)
    with pytest.raises(DatabaseError), transaction.atomic():
        Membership.objects.create(user=cast.rosa, organisation=cast.homes, role="PUB")
    log = (engines.state / "postgres.log").read_text(errors="replace")
    assert ("row-level security" in log, "Canary" in log, "Failing row" in log) == (True, False, False)
