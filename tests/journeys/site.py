"""Somebody with a browser, and what it saw beside the page: complaints in its console, requests to anybody else."""

from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request

from tests.conftest import prove

from . import kelderby
from .clock import Clock

PHONE = {"width": 360, "height": 740}
STILL = {"reduced_motion": "reduce"}  # no colour is caught half-way
DESK = {"width": 1280, "height": 900}
PATIENCE = 30_000  # milliseconds for anything to appear, on a machine with more to do


class Site:
    def __init__(self, browser: Browser, url: str, clock: Clock) -> None:
        self.browser, self.url, self.clock = browser, url, clock

    @contextmanager
    def visitor(
        self, who: str = "", window: dict[str, int] = PHONE, *, fresh: bool = False, **options: object
    ) -> Iterator[Page]:
        """An empty page; whoever has a name is signed in, `fresh` with a new proof. It leaves no complaint."""
        context = self.browser.new_context(base_url=self.url, viewport=window, locale="en-GB", **(STILL | options))
        context.set_default_timeout(PATIENCE)
        watch = Watch(context, self.url)
        if who:
            self.sign_in(context, who, fresh)
        try:
            page = context.new_page()
            yield page
            watch.saw_nothing_amiss()
        except Exception as error:
            error.add_note(f"What was on the screen, at {page.url}:\n{page.locator('body').inner_text()}")
            raise
        finally:
            context.close()

    def sign_in(self, context: BrowserContext, who: str, fresh: bool) -> None:
        client, user = Client(), kelderby.account(who)
        client.force_login(user)
        if fresh:
            prove(client, user)
        session = client.cookies[settings.SESSION_COOKIE_NAME].value
        context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": self.url}])


class Watch:
    def __init__(self, context: BrowserContext, url: str) -> None:
        self.host = urlsplit(url).netloc
        self.amiss: list[str] = []
        self.opened: set[str] = set()
        context.on("request", self._asked)
        context.on("console", self._said)
        context.on("weberror", lambda error: self.amiss.append(f"script failed: {error.error}"))

    def saw_nothing_amiss(self) -> None:
        assert not self.amiss, "\n".join(self.amiss)

    def _asked(self, request: Request) -> None:
        if request.is_navigation_request():
            self.opened.add(request.url)
        if urlsplit(request.url).netloc != self.host:
            self.amiss.append(f"asked somebody else: {request.url}")

    def _said(self, message: ConsoleMessage) -> None:
        """A page that is itself a refusal, a 404 or a form with errors, is reported as one; that is no complaint."""
        is_the_page = "Failed to load resource" in message.text and message.location["url"] in self.opened
        if message.type in ("error", "warning") and not is_the_page:
            self.amiss.append(f"console: {message.text} ({message.location['url']})")
