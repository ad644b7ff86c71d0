"""Another system hears of a step: a reference, the step and when; signed; tried again; never led inside."""

import hashlib
import hmac
import json
import threading
from contextlib import contextmanager
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from django.db import connection, transaction
from django.db.utils import ProgrammingError
from django.urls import reverse
from django.utils import timezone

from connect.audit.models import RightsChange
from connect.identity import acting_as, identify
from connect.people.roles import Role
from referrals import actions as life
from referrals.hearing import actions as hearing
from referrals.introductions import actions as introductions
from referrals.models import Person, Referral
from referrals.person import consenting, restricting
from referrals.webhooks import actions, sending
from referrals.webhooks.models import Hook, HookCall
from tests.cast import mr_ames, person
from tests.conftest import prove

pytestmark = pytest.mark.django_db


@contextmanager
def listening(*statuses):
    """A system on this machine that answers with each status in turn, the last for ever."""
    heard, answers = [], list(statuses)

    class Ear(BaseHTTPRequestHandler):
        def do_POST(self):
            heard.append((dict(self.headers), self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(answers.pop(0) if len(answers) > 1 else answers[0])
            self.send_header("Location", "http://127.0.0.1:1/elsewhere")
            self.end_headers()

        def log_message(self, *_said):
            pass

    server = HTTPServer(("127.0.0.1", 0), Ear)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/hook", heard
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def listen(organisation, by, address="https://example.org/hook"):
    with acting_as("seed"):
        return actions.listen(organisation, address=address, by=by, made=life.new_key())


def owed():
    with acting_as("delivery"):
        return list(HookCall.objects.order_by("at").values_list("reference", "step"))


def swept(**more):
    with acting_as("delivery"):
        HookCall.objects.owed().update(due_at=timezone.now())
    return sending.sweep(5, **more)


@pytest.fixture
def referral(cast):
    return mr_ames(cast)


def accept(cast, referral):
    with acting_as("seed"):
        life.accept(Referral.objects.get(pk=referral.pk), by=cast.carl)


def test_a_step_is_owed_to_the_systems_of_both_organisations_and_to_no_other(cast, referral):
    for organisation in (cast.homes, cast.action, cast.elsewhere):
        listen(organisation, cast.lena)
    accept(cast, referral)
    assert owed() == [(referral.reference, "accepted")] * 2


def test_carl_accepts_without_knowing_who_listens(cast, referral, sign_in):
    listen(cast.homes, cast.lena)
    assert sign_in(cast.carl).post(reverse("accept", args=[referral.pk])).status_code == 302
    identify(cast.carl)
    assert (Hook.objects.count(), HookCall.objects.count(), owed()) == (0, 0, [(referral.reference, "accepted")])


def test_the_referrers_system_hears_no_more_than_the_referrer(cast, with_carl):
    with acting_as("seed"):
        consenting.take_back(with_carl, purpose="tell_referrer", by=cast.carl)
    listen(cast.homes, cast.lena)
    with acting_as("seed"):
        introductions.introduce(with_carl, service=cast.lunch, by=cast.carl, made=life.new_key())
        life.close(Referral.objects.get(pk=with_carl.pk), by=cast.carl, why="completed")
    assert [step for _reference, step in owed()] == ["closed"]


def test_nothing_goes_about_somebody_under_protection(cast, referral):
    listen(cast.action, cast.tess)
    with acting_as("seed"):
        Person.objects.update(restricted=True)
    accept(cast, referral)
    assert owed() == []


def test_a_call_is_signed_and_names_nobody(cast, referral):
    with listening(204) as (address, heard):
        _hook, secret = listen(cast.homes, cast.lena, address)
        accept(cast, referral)
        assert swept(allow_local=True) == 1
    [(headers, body)] = heard
    said = json.loads(body)
    assert (sorted(said), said["reference"], said["step"]) == (
        ["at", "id", "reference", "step"], referral.reference, "accepted",
    )  # fmt: skip
    sent, signed = (part.partition("=")[2] for part in headers["Connect-Signature"].split(","))
    expected = hmac.new(secret.encode(), sent.encode() + b"." + body, hashlib.sha256).hexdigest()
    assert (signed, headers["Connect-Delivery"]) == (expected, said["id"])
    assert abs(int(sent) - timezone.now().timestamp()) < 60


def test_a_call_on_its_way_is_not_begun_again_by_another_worker(cast, referral):
    with listening(200) as (address, heard):
        listen(cast.homes, cast.lena, address)
        accept(cast, referral)
        first = sending._claimed()
        assert (sending.sweep(5, allow_local=True), len(heard)) == (0, 0)
        assert sending._settle(first, sending._post(first, allow_local=True)) is True
    assert len(heard) == 1


def test_a_step_told_twice_is_owed_once(cast, referral):
    listen(cast.homes, cast.lena)
    with acting_as("seed"):
        for _ in range(2):
            hearing.tell(referral, "accepted", event_at=timezone.now(), cause="accepted:1")
            actions.owe(referral, "accepted", at=timezone.now(), cause="accepted:1", told=True)
    assert owed() == [(referral.reference, "accepted")]


def test_what_still_waits_is_held_back_when_they_come_under_protection(cast, referral):
    with listening(200) as (address, heard):
        listen(cast.action, cast.tess, address)
        listen(cast.homes, cast.lena, address)
        accept(cast, referral)
        with acting_as("seed"):
            restricting.restrict(referral, why="abuse", by=cast.carl, owner=cast.tess)
        assert (swept(allow_local=True), heard) == (0, [])


def test_what_still_waits_for_the_referrers_system_is_held_back_when_the_yes_is_taken_back(cast, referral):
    listen(cast.action, cast.tess)
    listen(cast.homes, cast.lena)
    accept(cast, referral)
    with acting_as("seed"):
        consenting.take_back(referral, purpose="tell_referrer", by=cast.carl)
    with acting_as("delivery"):
        assert list(HookCall.objects.owed().values_list("hook__organisation", flat=True)) == [cast.action.pk]


def test_what_was_answered_is_not_sent_again(cast, referral):
    with listening(200) as (address, heard):
        listen(cast.homes, cast.lena, address)
        accept(cast, referral)
        swept(allow_local=True)
        swept(allow_local=True)
    assert len(heard) == 1


@pytest.mark.parametrize("refusal", [302, 404, 500])
def test_what_was_not_answered_well_is_tried_again_and_a_redirect_is_not_followed(cast, referral, refusal):
    with listening(refusal, 200) as (address, heard):
        listen(cast.homes, cast.lena, address)
        accept(cast, referral)
        assert [swept(allow_local=True), swept(allow_local=True)] == [0, 1]
    assert len(heard) == 2


def test_after_six_tries_it_is_let_go(cast, referral):
    with listening(500) as (address, heard):
        listen(cast.homes, cast.lena, address)
        accept(cast, referral)
        for _ in range(8):
            swept(allow_local=True)
    with acting_as("delivery"):
        call = HookCall.objects.get()
    assert (len(heard), call.tries, call.status, call.gave_up_at is not None) == (6, 6, 500, True)


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/", "http://localhost/", "http://169.254.169.254/latest/"])
def test_no_call_is_led_inside(cast, referral, address):
    listen(cast.homes, cast.lena, address)
    accept(cast, referral)
    assert swept() == 0
    with acting_as("delivery"):
        assert HookCall.objects.get().status == 0


def test_it_waits_between_tries(cast, referral):
    listen(cast.homes, cast.lena, "http://127.0.0.1:9/")
    accept(cast, referral)
    sending.sweep(5)
    with acting_as("delivery"):
        wait = HookCall.objects.get().due_at - timezone.now()
    assert timedelta(seconds=50) < wait <= timedelta(minutes=1)


def form(cast, organisation=None, **changes):
    return {
        "key": "8a7c5a5e-0000-4000-8000-00000000000b", "organisation": (organisation or cast.homes).pk,
        "address": "https://example.org/hook",
    } | changes  # fmt: skip


def proven(sign_in, user):
    client = sign_in(user)
    prove(client, user)
    return client


def test_to_add_and_to_stop_takes_fresh_proof_and_stands_in_the_books(cast, sign_in):
    stale, fresh = sign_in(cast.lena), proven(sign_in, cast.lena)
    answers = [one.post(reverse("webhook_add"), form(cast)).status_code for one in (stale, fresh)]
    with acting_as("delivery"):
        stop = reverse("webhook_stop", args=[Hook.objects.get().pk])
    answers += [one.post(stop).status_code for one in (stale, fresh, fresh)]
    assert answers == [403, 200, 403, 302, 302]
    identify(cast.dora)
    told = RightsChange.objects.order_by("at").values_list("what", "actor_id", "detail")
    said = f"o:{cast.homes.pk} example.org"
    assert list(told) == [("hook_added", cast.lena.pk, said), ("hook_stopped", cast.lena.pk, said)]


def test_the_secret_is_shown_once(cast, sign_in):
    lena, page, add = sign_in(cast.lena), reverse("webhooks"), reverse("webhook_add")
    prove(lena, cast.lena)
    shown = lena.post(add, form(cast)).content.decode()
    with acting_as("delivery"):
        secret = Hook.objects.get().secret
    assert (secret in shown, secret in lena.get(page).content.decode()) == (True, False)
    again = lena.post(add, form(cast)).content.decode()
    assert ("added a moment ago" in again, secret in again) == (True, False)


def test_the_table_holds_no_secret_in_the_clear(cast):
    _hook, secret = listen(cast.homes, cast.lena)
    with acting_as("delivery"), connection.cursor() as cursor:
        [(held,)] = cursor.execute("select secret from referrals_hook").fetchall()
    assert secret.encode() not in bytes(held)


@pytest.mark.parametrize(
    "address",
    ["http://example.org/", "https://", "ftp://example.org/", "https://a:b@example.org/", "https://example.org:x/",
     "javascript:alert(1)", "https://exam ple.org/", "\x00", ""],
)  # fmt: skip
def test_only_a_sealed_line_to_a_plain_address_is_taken(cast, sign_in, address):
    page = proven(sign_in, cast.lena).post(reverse("webhook_add"), form(cast, address=address))
    with acting_as("delivery"):
        assert (page.status_code, Hook.objects.count()) == (422, 0)


def test_a_lead_adds_none_for_another_organisation(cast, sign_in):
    assert proven(sign_in, cast.lena).post(reverse("webhook_add"), form(cast, cast.elsewhere)).status_code == 422


def test_what_is_stopped_hears_nothing_more(cast, referral, sign_in):
    hook, _secret = listen(cast.homes, cast.lena)
    accept(cast, referral)
    proven(sign_in, cast.lena).post(reverse("webhook_stop", args=[hook.pk]))
    with acting_as("delivery"):
        assert HookCall.objects.owed().count() == 0


@pytest.mark.parametrize("who", ["rosa", "ravi", "carl", "nia", "colm", "dev", "vera", "tess"])
def test_nobody_else_has_the_page_or_a_row(cast, referral, sign_in, who):
    hook, _secret = listen(cast.homes, cast.lena)
    accept(cast, referral)
    client = sign_in(getattr(cast, who))
    assert client.get(reverse("webhooks")).status_code == 404
    assert client.post(reverse("webhook_stop", args=[hook.pk])).status_code == 404
    identify(getattr(cast, who))
    assert (Hook.objects.count(), HookCall.objects.count()) == (0, 0)


def test_another_organisations_lead_has_the_page_and_sees_nothing_of_it(cast, referral, sign_in):
    hook, _secret = listen(cast.homes, cast.lena)
    accept(cast, referral)
    leila = person("Leila Farr", Role.LEAD, cast.elsewhere)
    client = proven(sign_in, leila)
    page = client.get(reverse("webhooks"))
    assert (page.status_code, list(page.context["hooks"])) == (200, [])
    assert client.post(reverse("webhook_stop", args=[hook.pk])).status_code == 404
    identify(leila)
    assert (Hook.objects.count(), HookCall.objects.count(), Hook.objects.update(stopped_at=timezone.now())) == (0, 0, 0)
    for owner in (cast.homes, cast.elsewhere):  # for another organisation; and in another's name
        with pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
            Hook.objects.create(organisation=owner, address="https://a.example/", made_by=cast.lena, **life.new_key())


def test_lena_sees_how_it_went_and_changes_nothing_of_what_was_sent(cast, referral, sign_in):
    listen(cast.homes, cast.lena)
    listen(cast.action, cast.tess)
    accept(cast, referral)
    [hook] = sign_in(cast.lena).get(reverse("webhooks")).context["hooks"]
    assert (hook.organisation, hook.answered, hook.waiting, hook.given_up) == (cast.homes, 0, 1, 0)
    identify(cast.lena)
    assert (Hook.objects.count(), HookCall.objects.count(), HookCall.objects.update(step="x")) == (1, 1, 0)


def test_whoever_keeps_the_machine_counts_and_reads_no_reference(cast, referral, sign_in):
    listen(cast.homes, cast.lena)
    accept(cast, referral)
    page = sign_in(cast.adam).get(reverse("webhooks"))
    assert ([hook.waiting for hook in page.context["hooks"]], referral.reference in page.content.decode()) == (
        [1],
        False,
    )
