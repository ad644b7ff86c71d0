"""Addresses are looked at once a week, gently and never inside our own network; three days of silence make one dead."""

import threading
import time
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
import time_machine
from django.utils import timezone

from directory.keeping import links
from directory.keeping.links import Answer, look
from directory.models import LinkCheck, OnlineCommunity, Service

NOW = datetime(2026, 6, 1, 10, tzinfo=UTC)


@pytest.fixture
def elsewhere():
    """A machine that answers by path; `asked` is what it was asked."""
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def answer(self):
            asked.append((self.command, self.path))
            if self.path == "/trickle":
                self.trickle()
                return
            status = int(self.path.strip("/").split("/")[0] or 200)
            if self.path == "/405" and self.command == "GET":
                status = 200
            self.send_response(status)
            if status in (301, 302):
                self.send_header("Location", self.path.removeprefix(f"/{status}") or "/200")
            self.end_headers()

        def trickle(self):
            """A header that never ends, a letter at a time."""
            with suppress(OSError):
                for _letter in range(200):
                    self.wfile.write(b"x")
                    time.sleep(0.05)

        do_GET = do_HEAD = answer

        def log_message(self, *_args):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    server.asked = asked
    server.url = f"http://127.0.0.1:{server.server_port}"
    yield server
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "alive"),
    [
        ("/200", True),
        ("/405", True),
        ("/302/200", True),
        ("/404", False),
        ("/410", False),
        ("/500", False),
        ("/403", None),
        ("/429", None),
    ],
)
def test_what_an_answer_means(elsewhere, path, alive):
    assert look(elsewhere.url + path, allow_local=True).alive is alive


def test_a_head_is_enough_and_a_page_is_never_read(elsewhere):
    look(elsewhere.url + "/200", allow_local=True)
    assert elsewhere.asked == [("HEAD", "/200")]


def test_where_it_moved_for_good_is_kept(elsewhere):
    assert look(elsewhere.url + "/301/200", allow_local=True).moved_to == elsewhere.url + "/200"
    assert look(elsewhere.url + "/302/200", allow_local=True).moved_to == ""


def test_round_and_round_is_given_up():
    class Round:
        turns = 0

    def again(_method, _address, _until, _allow):
        Round.turns += 1
        return 302, "/next"

    original, links._once = links._once, again
    try:
        assert look("https://round.example.org/").problem == "redirects too often"
    finally:
        links._once = original
    assert Round.turns == links.REDIRECTS + 1


def test_nothing_listens_there():
    assert look("http://127.0.0.1:9/", allow_local=True) == Answer(False, problem="does not answer")


@pytest.mark.parametrize("address", ["http://127.0.0.1/", "http://localhost:5432/", "http://169.254.169.254/latest/meta-data/", "http://[::1]/"])  # fmt: skip  # noqa: E501
def test_our_own_network_is_not_asked_and_that_is_no_verdict(address):
    answer = look(address)
    assert (answer.alive, "inside our own network" in answer.problem) == (None, True)


def test_a_redirect_into_our_own_network_is_not_followed(elsewhere, monkeypatch):
    monkeypatch.setattr(links, "_once", lambda _m, address, _u, _a: outward(address))
    asked = []

    def outward(address):
        asked.append(address)
        if len(asked) > 1:
            return links.outside.resolve("127.0.0.1", 80)
        return 302, "http://127.0.0.1/admin"

    assert look("https://fine.example.org/").alive is None


@pytest.mark.parametrize(
    "address",
    [
        "https://www.facebook.com/groups/1",
        "https://m.facebook.com/groups/1",
        "https://chat.whatsapp.com/a",
        "https://www.instagram.com/a",
    ],
)
def test_facebook_answers_everybody_alike_so_it_is_not_even_asked(address, monkeypatch):
    monkeypatch.setattr(links, "_once", lambda *_a: pytest.fail("asked"))
    assert look(address).alive is None


# ---------- over the days ----------


@pytest.fixture
def site(cast, monkeypatch):
    """The lunch club's own page; `says` is how it answers."""
    Service.objects.filter(pk=cast.lunch.pk).update(url="https://st-marks.example.org/")

    class Site:
        says = Answer(False, 404, "answers 404")
        looks = 0

    def asked(_address, **_more):
        Site.looks += 1
        return Site.says

    monkeypatch.setattr(links, "look", asked)
    return Site


def sweep(*days):
    for day in days:
        with time_machine.travel(NOW + timedelta(days=day), tick=False):
            links.sweep()


@pytest.mark.django_db
def test_dead_after_three_looks_on_three_days_and_not_before(site):
    sweep(0, 0, 0.5)
    assert (site.looks, LinkCheck.objects.dead().count()) == (1, 0)
    sweep(1)
    assert LinkCheck.objects.dead().count() == 0
    sweep(2)
    assert (site.looks, LinkCheck.objects.dead().count()) == (3, 1)
    sweep(3, 4, 5)
    assert site.looks == 3, "then once a week again"


@pytest.mark.django_db
def test_one_good_answer_and_it_begins_anew(site):
    sweep(0, 1)
    site.says = Answer(True, 200)
    sweep(2)
    check = LinkCheck.objects.get()
    assert (check.failures, check.failing_since) == (0, None)
    sweep(3, 4, 8)
    assert site.looks == 3
    sweep(9)
    assert site.looks == 4


@pytest.mark.django_db
def test_not_knowing_is_no_failure(site):
    site.says = Answer(None, 403, "does not answer a machine")
    sweep(0, 1, 2, 7, 14)
    assert (site.looks, LinkCheck.objects.get().failures) == (3, 0)


@pytest.mark.django_db
def test_few_at_a_time_and_each_address_once_for_all_its_listings(cast, site):
    Service.objects.bulk_create(
        Service(organisation=cast.council, name=f"S{n}", url=f"https://s{n % 50}.example.org/") for n in range(100)
    )
    sweep(0)
    assert (site.looks, LinkCheck.objects.count()) == (links.AT_A_TIME, 51)
    Service.objects.update(url="")
    OnlineCommunity.objects.create(
        service=cast.lunch, platform="facebook_group", address="https://www.facebook.com/groups/1"
    )
    sweep(0.1)
    assert [check.address for check in LinkCheck.objects.all()] == ["https://www.facebook.com/groups/1"]


@pytest.mark.django_db
def test_two_sweeps_at_once_ask_an_address_once(site):
    check = LinkCheck.objects.create(address="https://st-marks.example.org/")
    copy = LinkCheck.objects.get(pk=check.pk)
    assert (links._one(check, False), links._one(copy, False)) == (True, False)
    assert timezone.now() - LinkCheck.objects.get().looked_at < timedelta(minutes=1)


def test_a_server_that_sends_a_letter_now_and_then_does_not_hold_the_check_for_hours(elsewhere, monkeypatch):
    monkeypatch.setattr(links, "PATIENCE", 0.3)
    began = time.monotonic()
    assert look(f"{elsewhere.url}/trickle", allow_local=True) == Answer(False, problem="does not answer")
    assert time.monotonic() - began < 5
