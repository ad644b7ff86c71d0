"""A site for the browser: the demo's borough behind a real server, at a moment we choose."""

from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.test import override_settings
from pytest_django.live_server_helper import LiveServer

from connect import logins
from tests.conftest import load_reference_rows

from . import kelderby
from .clock import Clock
from .site import Site


@pytest.fixture(scope="module")
def db(django_db_setup, django_db_blocker) -> Iterator[None]:
    """Real transactions, as the server and the workers must see the rows; and one borough for all tests of a module."""
    with django_db_blocker.unblock():
        yield
        empty_the_tables()


def empty_the_tables() -> None:
    """And what the migrations put there is put there again."""
    with logins.owner():
        call_command("flush", verbosity=0, interactive=False)
        load_reference_rows()


@pytest.fixture(scope="module")
def site(request, browser, db, tmp_path_factory) -> Iterator[Site]:
    """Kelderby at the moment the module BEGINS."""
    with Clock(request.module.BEGINS) as clock:
        kelderby.load()
        server = LiveServer("localhost")
        with override_settings(SITE_URL=server.url, MAILBOX_DIR=tmp_path_factory.mktemp("letters")):
            yield Site(browser, server.url, clock)
        server.stop()
