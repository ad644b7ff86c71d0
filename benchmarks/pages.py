"""What is asked for, by whom, and what the answer must hold before any of it is timed."""

import uuid
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from benchmarks import people
from benchmarks.visitors import Answer, Line, Visitor
from directory.demo import key


@dataclass(frozen=True)
class Page:
    """`holds` are words that stand in the right answer and in no other; `form` makes a fresh one each time."""

    name: str
    path: str
    who: Visitor
    holds: tuple[str, ...] = ()
    form: Callable[[], dict] | None = None
    status: int = 200

    @property
    def is_ours(self) -> bool:
        return not self.path.startswith("/hello")

    def address(self) -> str:
        return self.path

    def ask(self, line: Line) -> Answer:
        answer = self.who.ask(line, self.address(), self.form() if self.form else None)
        if answer.status != self.status:
            raise SystemExit(f"{self.name}: status {answer.status} instead of {self.status}")
        return answer

    def check(self, line: Line) -> None:
        answer = self.ask(line)
        if missing := [words for words in self.holds if words not in answer.text]:
            raise SystemExit(f"{self.name}: the answer lacks {missing}")


def everything(person: uuid.UUID, size: int, real: bool) -> list[Page]:
    """The three to compare with first, then the pages of the house."""
    anybody, rosa, carl = Visitor(), Visitor("Rosa"), Visitor("Carl")
    here, lunch = "near=KX2+4HD", "St Mark’s lunch club"
    somewhere = "Hounslow" if real else "Kelderby"
    return [
        Page("hello", "/hello/", anybody, ("hello, world",)),
        Page("hello-db", "/hello-db/", anybody, ("hello, 1",)),
        Page("empty page of the house", "/empty/", anybody, ("hello, world",)),
        Page("search, no words", "/", anybody, ("Kelderby Men’s Shed",)),
        Page("search, words and place", f"/?q=lunch&{here}", anybody, (lunch,)),
        Page("search, common word and place", f"/?q=people&{here}", anybody, ("Dogs and people",)),
        Page("search, common word", "/?q=community", anybody, (somewhere,)),
        Page("search, misspelt", f"/?q=gardning&{here}", anybody, ("gardening", "Sluice Lane shared allotment")),
        Page("listing", f"/listing/{key('st-marks-lunch-club')}/", anybody, (lunch,)),
        Page("referral sent", "/refer/", rosa, form=referral, status=302),
        Page(f"caseload of {size}", "/caseload/?view=everyone", carl, (f'<span class="count">{size}</span></h1>',)),
        Page("person", f"/people/{person}/", carl, ("Given0 Family",)),
    ]


def referral() -> dict[str, object]:
    """A form as a browser sends it, with a key of its own, about somebody else each time."""
    key = uuid.uuid4()
    return {
        "key": key, "given_name": "Stanley", "family_name": "Ames", "postcode": people.ELSEWHERE,
        "phone": "07700 900 126", "safe_to_message": "yes", "wants": ["company", "something_to_do"],
        "words": f"Somewhere to be on a Tuesday. {key}", "consent": "on", "tell_referrer": "on",
        "language": "en",
    }  # fmt: skip


def statements(page: Page) -> int | None:
    """How often one request speaks to the database, its transaction's begin and commit included."""
    if not page.is_ours:
        return None
    client = Client(SERVER_NAME=settings.ALLOWED_HOSTS[0])
    if page.who.name:
        client.force_login(people.cast(page.who.name), settings.AUTHENTICATION_BACKENDS[0])
    ask = (lambda: client.post(page.path, page.form())) if page.form else (lambda: client.get(page.path))
    ask()  # what is read once a process is not counted
    with CaptureQueriesContext(connection) as captured:
        ask()
    return len(captured)
