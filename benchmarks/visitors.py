"""Whoever asks for a page: a line to the server, and people with cookies of their own."""

import http.client
import re
import time
from dataclasses import dataclass, field
from urllib.parse import urlencode

from connect.people.demo import PASSWORD, address

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="(\w+)"')


@dataclass(frozen=True)
class Answer:
    status: int
    text: str
    ms: float
    cookies: dict[str, str]


class Line:
    """One kept-alive connection for everybody: one worker answers every page of a round, so they compare."""

    def __init__(self, port: int) -> None:
        self.connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)

    def ask(self, path: str, form: dict | None = None, cookies: dict[str, str] | None = None) -> Answer:
        """From the first byte sent to the last received, in milliseconds."""
        body = urlencode(form, doseq=True).encode() if form else None
        headers = {"Content-Type": "application/x-www-form-urlencoded"} if form else {}
        headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in (cookies or {}).items())
        began = time.perf_counter()
        self.connection.request("POST" if form else "GET", path, body, headers)
        response = self.connection.getresponse()
        content = response.read()
        took = 1000 * (time.perf_counter() - began)
        return Answer(response.status, content.decode(), took, _cookies(response))


def _cookies(response: http.client.HTTPResponse) -> dict[str, str]:
    given = response.headers.get_all("Set-Cookie") or []
    return dict(cookie.split(";")[0].split("=", 1) for cookie in given)


@dataclass
class Visitor:
    """Somebody, signed in or not, with the token that their forms carry."""

    name: str = ""
    cookies: dict[str, str] = field(default_factory=dict)
    token: str = ""

    def ask(self, line: Line, path: str, form: dict | None = None) -> Answer:
        if form:
            form = form | {"csrfmiddlewaretoken": self.token}
        answer = line.ask(path, form, self.cookies)
        self.cookies |= answer.cookies
        return answer

    def read_form(self, line: Line, path: str) -> None:
        self.token = TOKEN.search(self.ask(line, path).text)[1]

    def sign_in(self, line: Line) -> None:
        """Through the same door as everybody."""
        self.read_form(line, "/accounts/login/")
        answer = self.ask(line, "/accounts/login/", {"login": address(self.name), "password": PASSWORD})
        if answer.status != 302:
            raise SystemExit(f"{self.name} could not sign in: {answer.status}")
