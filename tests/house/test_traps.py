"""A page is one transaction with one identity: what that breaks elsewhere must not break here."""

import logging

import pytest
from django.db import connection

from connect import logins
from connect.identity import acting_as
from referrals.models import Person, Referral, ReferralQuerySet
from tests.cast import mr_ames

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.urls("tests.house.trap_pages")]


def people():
    with acting_as("seed"):
        return Person.objects.count()


@pytest.mark.parametrize(
    ("page", "status", "left"),
    [("writes", 200, 1), ("writes_then_503", 503, 0), ("writes_then_raises", 500, 0), ("writes_then_404", 404, 0)],
)
def test_a_page_that_fails_commits_nothing(cast, sign_in, page, status, left):
    assert (sign_in(cast.rosa).get(f"/trap/{page}/").status_code, people()) == (status, left)


def test_a_page_that_declares_no_rule_is_closed_to_everybody(cast, sign_in, client):
    assert [who.get("/trap/declares_nothing/").status_code for who in (client, sign_in(cast.tess))] == [404, 404]


@pytest.mark.parametrize(("who", "sees"), [("rosa", 1), ("carl", 2), ("ravi", 1), ("nia", 0), ("colm", 0), ("vera", 0)])
def test_with_the_first_wall_forgotten_the_second_holds(cast, sign_in, monkeypatch, who, sees):
    mr_ames(cast), mr_ames(cast, by=cast.ravi)
    monkeypatch.setattr(ReferralQuerySet, "visible_to", lambda self, user: self.all())
    assert len(sign_in(getattr(cast, who)).get("/trap/forgot_its_filter/").json()) == sees


def test_what_is_streamed_after_the_transaction_sees_nothing(cast, sign_in):
    mr_ames(cast)
    assert b"".join(sign_in(cast.rosa).get("/trap/streams/").streaming_content) == b"0"


def test_two_requests_on_one_connection_share_no_identity(cast, sign_in, client):
    mr_ames(cast)
    logins.use("web")
    one_only = {"pool": {"min_size": 1, "max_size": 1}}
    connection.settings_dict["OPTIONS"] = connection.settings_dict["OPTIONS"] | one_only
    seen, backends = [], set()
    for who in (sign_in(cast.rosa), sign_in(cast.nia), sign_in(cast.carl)):
        seen.append(len(who.get("/trap/forgot_its_filter/").json()))
        with connection.cursor() as cursor:
            backends.add(cursor.execute("select pg_backend_pid()").fetchone())
            assert cursor.execute("select current_setting('app.user_id', true)").fetchone() == ("",)
        connection.close()
    logins.use("web")
    assert (seen, len(backends)) == ([1, 0, 1], 1)


def test_what_goes_wrong_is_logged_without_what_it_was_about(cast, sign_in, capsys, caplog):
    from connect.logs import Quiet

    handler = logging.StreamHandler()
    handler.setFormatter(Quiet())
    lines = []
    handler.emit = lambda record: lines.append(handler.format(record))
    logging.getLogger("django.request").addHandler(handler)
    try:
        sign_in(cast.rosa).get("/trap/writes_then_raises/?name=Canary+07700")
    finally:
        logging.getLogger("django.request").removeHandler(handler)
    text = "\n".join(lines)
    assert "builtins.ValueError" in text
    assert [word for word in ("Canary", "07700") if word in text + capsys.readouterr().err] == []


def test_a_task_without_an_identity_sees_nothing(cast):
    mr_ames(cast)
    assert (Referral.objects.count(), people()) == (0, 1)
