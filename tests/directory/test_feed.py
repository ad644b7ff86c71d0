"""Reading a feed from its address: every page, every detail, with limits, and nobody leads us elsewhere."""

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from inspect import signature
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.management import CommandError, call_command

from directory.models import Service
from directory.openreferral import fetching
from directory.openreferral.feed import Feed, Unreadable


class Double(ThreadingHTTPServer):
    """A feed on this machine: `answers[path]` is JSON, (status, headers, body) or a function of the query."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers, self.asked = {}, []

    @property
    def address(self):
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        parts = urlsplit(self.path)
        self.server.asked.append(self.path)
        answer = self.server.answers.get(parts.path, (404, {}, "{}"))
        if callable(answer):
            takes_headers = len(signature(answer).parameters) == 2
            answer = answer(parse_qs(parts.query), *([self.headers] if takes_headers else []))
        status, headers, body = answer if isinstance(answer, tuple) else (200, {}, json.dumps(answer))
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body if isinstance(body, bytes) else body.encode())

    def log_message(self, *_):
        pass


@pytest.fixture
def double():
    server = Double()
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def records(server, path=""):
    return list(Feed(server.address + path, allow_local=True).records())


def full(n):
    return {"id": str(n), "name": f"Choir {n}", "schedules": []}


def paged(query):
    number = int(query["page"][0])
    return {
        "total_items": 5,
        "total_pages": 3,
        "page_number": number,
        "contents": [full(n) for n in range(number * 2, number * 2 + 2)],
    }


def test_every_page_is_read_until_the_last(double):
    double.answers["/api/services"] = paged
    assert [each["id"] for each in records(double, "/api")] == ["2", "3", "4", "5", "6", "7"]
    assert len(double.asked) == 3


@pytest.mark.parametrize(
    "page",
    [
        {"totalElements": 1, "totalPages": 1, "content": [full(1)]},
        {"totalelements": 1, "totalpages": 1, "content": [full(1)]},
        [full(1)],
        full(1),
    ],
)
def test_envelopes_of_every_kind_are_read(double, page):
    double.answers["/services"] = page
    assert records(double) == [full(1)]


def test_an_empty_feed_that_says_it_goes_on_ends(double):
    double.answers["/services"] = {"totalelements": 0, "totalpages": 0, "last": False, "content": []}
    assert (records(double), len(double.asked)) == ([], 1)


def test_a_feed_that_answers_every_page_with_the_first_ends(double):
    double.answers["/services"] = {"total_pages": 9999, "contents": [full(1)]}
    assert (records(double), len(double.asked)) == ([full(1)], 2)


def test_a_sparse_list_is_filled_from_each_detail(double):
    sparse = [
        {"id": "1", "name": "Choir"},
        {"id": "2", "name": "Band"},
        {"id": "3 /?", "name": "Bus"},
        {"id": "4", "name": "Sewing"},
    ]
    double.answers["/services"] = sparse
    double.answers["/services/1"] = full(1)
    double.answers["/services/3%20%2F%3F"] = (500, {}, "")
    double.answers["/services/4"] = (200, {}, "oops")
    found = records(double)
    assert found[:2] == [full(1), sparse[1]]  # a detail that does not exist is no mistake
    assert [str(each).partition("/services")[2] for each in found[2:3]] == ["/3%20%2F%3F answers 500"]
    assert isinstance(found[3], Unreadable)


def test_a_redirect_on_the_same_machine_is_followed_and_another_is_not(double):
    double.answers["/services"] = (301, {"Location": "/v3/services?page=1"}, "")
    double.answers["/v3/services"] = [full(1)]
    assert records(double) == [full(1)]
    for elsewhere in (
        "http://169.254.169.254/latest/meta-data",
        f"http://localhost:{double.server_port}/v3/services",
        "file:///etc/passwd",
    ):
        double.answers["/services"] = (302, {"Location": elsewhere}, "")
        with pytest.raises(Unreadable, match="another machine"):
            records(double)
    double.answers["/services"] = (302, {"Location": "/services"}, "")
    with pytest.raises(Unreadable, match="too often"):
        records(double)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "10.0.0.1", "169.254.169.254", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"]
)
def test_our_own_network_is_not_read_unless_that_is_meant(host):
    with pytest.raises(Unreadable, match=r"inside our own network|nobody answers"):
        list(Feed(f"http://{host}:9/").records())


@pytest.mark.parametrize(
    "address",
    [
        "ftp://example.org/",
        "file:///etc/passwd",
        "http:///services",
        "http://[",
        "http://a.org:99999",
        "http://me:pw@a.org",
    ],
)
def test_only_web_addresses_are_read(address):
    with pytest.raises(Unreadable, match="no web address"):
        list(Feed(address).records())


def test_a_page_that_is_too_large_is_not_read_to_its_end(double, monkeypatch):
    monkeypatch.setattr(fetching, "LARGEST", 1000)
    double.answers["/services"] = [full(n) for n in range(100)]
    with pytest.raises(Unreadable, match="too large"):
        records(double)


def test_what_was_kept_before_a_feed_broke_off_stays(double, db, capsys):
    def breaks_off(query):
        return paged(query) if query["page"] == ["1"] else (503, {}, "")

    double.answers["/services"] = breaks_off
    with pytest.raises(CommandError, match="answers 503"):
        call_command("import_services", double.address, allow_local=True, name="double")
    assert capsys.readouterr().out.splitlines()[-1] == "2 taken, 0 changed, 0 unchanged, 0 refused"
    assert Service.objects.count() == 2
