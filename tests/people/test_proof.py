"""Is it still you: what asks for fresh proof opens for twenty minutes, by the strongest somebody has."""

import html
import re

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.urls import reverse

from connect.people.access import could, may, scope
from connect.people.roles import Role
from tests.cast import PASSWORD, person
from tests.conftest import ForgetfulClient, prove

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.people.proof_pages")]

PAGE, ASKED = "/try/proof/", "/accounts/reauthenticate/?next=%2Ftry%2Fproof%2F"
WORDS = 'Said "I know Cora" & <b>left</b>,\r\nO’Neil.'


def answer(client, **how):
    got = client.get(PAGE, **how)
    return got.status_code, got.get("Location", got.content.decode()[:5])


def test_whoever_signed_in_just_now_need_not_show_it_again(cast, client):
    client.post(reverse("account_login"), {"login": cast.tess.email, "password": PASSWORD})
    assert answer(client) == (200, "drawn")


def test_after_twenty_minutes_she_is_led_to_show_it_and_comes_back(cast, client):
    with time_machine.travel("2027-02-02 10:00Z", tick=False) as clock:
        client.post(reverse("account_login"), {"login": cast.tess.email, "password": PASSWORD})
        clock.shift(20 * 60)
        assert answer(client) == (302, ASKED)
        back = client.post(ASKED, {"password": PASSWORD, "next": PAGE})
        assert (back.status_code, back["Location"], answer(client)) == (302, PAGE, (200, "drawn"))


def test_a_wrong_password_proves_nothing(cast, sign_in):
    tess = sign_in(cast.tess)
    tess.post(ASKED, {"password": "not it at all", "next": PAGE})
    assert answer(tess) == (302, ASKED)


@pytest.mark.parametrize("who", ["carl", "rosa", "colm"])
def test_who_may_not_is_not_asked_for_proof_but_meets_a_404(cast, sign_in, who):
    client = sign_in(getattr(cast, who))
    assert (client.get(PAGE).status_code, client.post(PAGE).status_code, client.post("/try/api/").status_code) == (
        404,
        404,
        404,
    )


def test_what_she_sent_too_late_waits_in_her_page_and_nowhere_else(cast):
    tess = ForgetfulClient(enforce_csrf_checks=True, raise_request_exception=False)
    tess.force_login(cast.tess)
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', tess.get(reverse("caseload")).content.decode())[1]
    sent = {"words": WORDS, "csrfmiddlewaretoken": token}
    stale = tess.post(PAGE, sent)
    page = stale.content.decode()
    kept = html.unescape(re.search(r'<input type="hidden" name="words" value="([^"]*)">', page)[1])
    assert (stale.status_code, kept, page.count("Show that it is you")) == (403, WORDS, 1)
    assert WORDS not in str(dict(tess.session.items()))
    prove(tess, cast.tess)
    again = tess.post(PAGE, {"words": kept, "csrfmiddlewaretoken": token})
    assert (again.status_code, again.content.decode()) == (200, WORDS)


def test_a_program_is_told_how(cast, sign_in):
    tess = sign_in(cast.tess)
    stale = tess.post("/try/api/")
    said = "Show once more that it is you, at /accounts/reauthenticate/, and ask again within 20 minutes"
    assert (stale.status_code, stale.json()) == (403, {"detail": said})
    prove(tess, cast.tess)
    assert tess.post("/try/api/").json() == {"done": True}


def test_to_whoever_has_a_second_lock_a_password_proves_nothing(cast, sign_in):
    TOTP.activate(cast.tess, generate_totp_secret())
    tess = sign_in(cast.tess)
    prove(tess, cast.tess)
    assert answer(tess) == (302, ASKED)
    assert tess.get(ASKED)["Location"] == "/accounts/2fa/reauthenticate/?next=%2Ftry%2Fproof%2F"
    assert tess.post(ASKED, {"password": PASSWORD})["Location"] == tess.get(ASKED)["Location"]


def test_the_six_figures_of_her_phone_do(cast, sign_in):
    secret = generate_totp_secret()
    TOTP.activate(cast.tess, secret)
    tess = sign_in(cast.tess)
    code = format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))
    tess.post(reverse("mfa_reauthenticate"), {"code": code, "next": PAGE})
    assert answer(tess) == (200, "drawn")


def test_the_proof_of_one_is_no_proof_of_another_on_the_same_phone(cast, sign_in):
    client = sign_in(person("Tina Orr", Role.TL, cast.action, cast.team))
    prove(client, cast.tess)
    assert answer(client) == (302, ASKED)


def test_breaking_the_glass_stays_refused_with_every_proof(cast, sign_in):
    dpo = person("Dee Poe", Role.DPO, cast.council)
    client = sign_in(dpo)
    prove(client, dpo)
    assert client.get("/try/glass/").status_code == 404


def test_a_button_is_drawn_by_what_somebody_could_do(cast):
    assert (may(cast.tess, "REASSIGN", "U"), could(cast.tess, "REASSIGN", "U")) == (False, True)
    cast.tess.proof_is_fresh = True
    assert may(cast.tess, "REASSIGN", "U") is True
    assert (scope(Role.TL, "REASSIGN", "U"), scope(Role.TL, "REASSIGN", "U", proven=True)) == (None, "t")


ROOMS = ["caseload", "refer", "home", "saved_searches"]


def second_lock_demanded(settings):
    settings.DEMAND_SECOND_LOCK = True


@pytest.mark.parametrize("room", ROOMS)
def test_where_a_second_lock_is_demanded_a_password_leads_to_the_page_to_set_one_up(cast, client, settings, room):
    second_lock_demanded(settings)
    client.post(reverse("account_login"), {"login": cast.carl.email, "password": PASSWORD})
    got = client.get(reverse(room))
    assert (got.status_code, got["Location"]) == (302, reverse("mfa_index"))
    assert client.get(reverse("mfa_index")).status_code == 200
    assert client.get("/api/v1/referrals/").status_code == 403
    assert client.get(reverse("search")).status_code == 200  # what is open to anybody is open to him


def test_setting_a_second_lock_up_asks_for_the_password_again_and_then_opens(cast, client, settings):
    second_lock_demanded(settings)
    client.post(reverse("account_login"), {"login": cast.carl.email, "password": PASSWORD})
    page = reverse("mfa_activate_totp")
    asked = client.get(page)["Location"]
    assert asked == f"{reverse('account_reauthenticate')}?next=%2Faccounts%2F2fa%2Ftotp%2Factivate%2F"
    assert client.post(asked, {"password": PASSWORD, "next": page})["Location"] == page
    assert client.get(page).status_code == 200


def test_with_a_second_lock_used_he_comes_in(cast, client, settings):
    second_lock_demanded(settings)
    client.force_login(cast.carl)
    prove(client, cast.carl, method="mfa", type=Authenticator.Type.TOTP)
    assert client.get(reverse("caseload")).status_code == 200


def test_a_session_from_before_the_lock_was_set_up_has_to_use_it(cast, client, settings):
    second_lock_demanded(settings)
    client.post(reverse("account_login"), {"login": cast.carl.email, "password": PASSWORD})
    TOTP.activate(cast.carl, generate_totp_secret())
    assert client.get(reverse("caseload"))["Location"] == "/accounts/reauthenticate/?next=%2Fcaseload%2F"


def test_it_is_demanded_of_everybody_but_the_demo_and_the_tests():
    import os
    import subprocess
    import sys

    said = "from connect import settings; print(settings.DEMAND_SECOND_LOCK)"
    without = {name: value for name, value in os.environ.items() if name not in {"PYTEST_VERSION", "CONNECT_DEMO"}}
    for more, demanded in (({}, "True"), ({"CONNECT_DEMO": "1"}, "False")):
        told = subprocess.run(
            [sys.executable, "-c", said], env=without | {"SECRET_KEY": "x"} | more, capture_output=True, text=True
        )
        assert told.stdout.strip() == demanded
